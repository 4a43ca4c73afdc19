"""What she keeps until a time, as the user may look at it and take it down."""

from __future__ import annotations

from mind.clock import Clock
from mind.ports import Store, UnitOfWork
from mind.reminders.kept import Kept, KeptChange, KeptStatus
from mind.turn.reminding import TIMED


class ReminderBook:
    """Reminders, timers, letters and worries, and the plan of a day."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock

    async def waiting(self) -> tuple[Kept, ...]:
        """All that waits, the soonest first; what has no time last."""
        kept = await self._store.run(lambda uow: uow.reminders.find(TIMED))
        return tuple(sorted(kept, key=lambda one: (one.due is None, one.due or one.said_at, one.id)))

    async def cancel(self, kept_id: int) -> bool:
        """Take one down: it will not be told. Whether there was one that waited."""
        return await self._set(kept_id, "waiting", "cancelled")

    async def restore(self, kept_id: int) -> bool:
        """Take a cancelling back."""
        return await self._set(kept_id, "cancelled", "waiting")

    async def _set(self, kept_id: int, before: KeptStatus, after: KeptStatus) -> bool:
        now = self._clock.now()

        def work(uow: UnitOfWork) -> bool:
            found = uow.reminders.get(kept_id)
            if found is None or found.status != before:
                return False
            uow.reminders.change(KeptChange(kept_id, after), now)
            uow.commit()
            return True

        return await self._store.run(work)
