"""What the user sees and steers of the bond: every page and door calls this, never the store itself."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from mind.bond.days import bond_days
from mind.bond.milestones import Milestone, milestones
from mind.clock import Clock
from mind.domain import BondChange, BondDay, BondEvent, BondKind, BondSummary, HeldEvent, OpenHurt, OpenLoop, Terms
from mind.ports import Store, UnitOfWork
from mind.turn.terms import read_terms, write_terms

__all__ = ["BondBook", "BondView", "days", "view"]

LINES: Final = 400
"""Ledger lines of a first look."""
LOOPS: Final = 60


@dataclass(frozen=True, slots=True)
class BondView:
    """All that the bond's page shows. `changes` newest first; `annulled` are ids of events that no
    longer count; `hurts` is what stands between the two, oldest first."""

    summary: BondSummary
    changes: tuple[BondChange, ...]
    hurts: tuple[OpenHurt, ...]
    loops: tuple[OpenLoop, ...]
    milestones: tuple[Milestone, ...]
    terms: Terms
    since: datetime | None
    annulled: frozenset[int] = frozenset()


class BondBook:
    """The bond of the two, as the user may look at it. `settle` ends a reply under way before something is changed."""

    def __init__(self, store: Store, clock: Clock, settle: Callable[[], Awaitable[None]]) -> None:
        self._store = store
        self._clock = clock
        self._settle = settle

    # --- seeing

    async def view(self, limit: int = LINES) -> BondView:
        """Where it stands, why, and what is open."""
        return await self._store.run(lambda uow: view(uow, self._clock.now(), limit))

    async def changes(self, limit: int = LINES, before: int | None = None) -> tuple[BondChange, ...]:
        """The next ledger lines of events older than id `before`, newest first."""
        return await self._store.run(lambda uow: uow.ledger.changes(limit, before))

    async def days(self) -> tuple[BondDay, ...]:
        """Every day since the first that moved it, oldest first."""
        while await self._store.run(lambda uow: uow.ledger.read_days()):
            pass
        return await self._store.run(lambda uow: days(uow, self._clock.now()))

    async def events(self, limit: int = 50, before: int | None = None) -> tuple[HeldEvent, ...]:
        """All that was proposed with the rule it met, refusals too, newest first."""
        return await self._store.run(lambda uow: uow.ledger.events(limit, before))

    async def terms(self) -> Terms:
        """What the two are to each other, and what she is called."""
        return await self._store.run(read_terms)

    # --- steering

    async def misunderstanding(self, event_id: int) -> tuple[BondChange, ...]:
        """The user says that it was not meant so: it counts no longer. KeyError, ValueError."""
        return await self._annul("misunderstanding", event_id)

    async def undo(self, event_id: int) -> tuple[BondChange, ...]:
        """Take an event back; taking that back again lets it count once more. KeyError, ValueError."""
        return await self._annul("undo", event_id)

    async def cancel(self, loop_id: int) -> None:
        """She shall not come back to it. KeyError."""
        await self._close(loop_id, "cancelled")

    async def settle(self, loop_id: int, kept: bool) -> tuple[BondChange, ...]:
        """The user says how a promise ended; one of theirs to her that was kept is a cause for the bond, one that was not
        is only closed: nobody is punished for being honest. KeyError."""
        await self._settle()
        return await self._store.run(lambda uow: self._settled(uow, loop_id, kept))

    async def reopen(self, loop_id: int) -> None:
        """Undo `cancel` or `settle` of what the two expect, with what that had moved. KeyError."""

        def work(uow: UnitOfWork) -> None:
            loop = uow.loops.get(loop_id)
            uow.loops.reopen(loop_id)
            if loop is not None and loop.status == "kept":
                _count_no_longer(uow, loop, self._clock.now())
            uow.commit()

        await self._settle()
        await self._store.run(work)

    async def set_terms(self, terms: Terms) -> None:
        """Keep what the two are to each other, and what she is called. ValueError for what cannot be."""
        await self._settle()
        await self._store.run(lambda uow: write_terms(uow, terms, self._clock.now()))

    async def pause(self) -> None:
        """Nothing counts from now on, and she begins no talk."""
        await self._happen("pause")

    async def resume(self) -> None:
        """It goes on from where it stood; the time between counted for nothing."""
        await self._happen("resume")

    async def reset(self) -> None:
        """Begin anew: the bond is as on the first day, what she remembers stays."""
        await self._happen("reset")

    # --- inside

    async def _happen(self, kind: BondKind) -> None:
        def work(uow: UnitOfWork) -> None:
            uow.ledger.apply([BondEvent(kind, "", confirmed=True, origin="user")], self._clock.now(), None)
            uow.commit()

        await self._settle()
        await self._store.run(work)

    async def _annul(self, kind: BondKind, event_id: int) -> tuple[BondChange, ...]:
        def work(uow: UnitOfWork) -> tuple[BondChange, ...]:
            moved = uow.ledger.annul(kind, event_id, self._clock.now(), None)
            uow.commit()
            return moved

        await self._settle()
        return await self._store.run(work)

    async def _close(self, loop_id: int, status: str) -> None:
        def work(uow: UnitOfWork) -> None:
            uow.loops.close(loop_id, status, self._clock.now())  # type: ignore[arg-type]
            uow.commit()

        await self._store.run(work)

    def _settled(self, uow: UnitOfWork, loop_id: int, kept: bool) -> tuple[BondChange, ...]:
        loop = uow.loops.get(loop_id)
        if loop is None:
            raise KeyError(loop_id)
        now = self._clock.now()
        uow.loops.close(loop_id, "kept" if kept else "broken", now)
        moved: tuple[BondChange, ...] = ()
        if kept and loop.side == "promise" and loop.status in ("open", "asked"):
            event = BondEvent("promise_kept", loop.quote, origin="user")
            moved = uow.ledger.apply([event], now, loop.turn_id)
        uow.commit()
        return moved


def _count_no_longer(uow: UnitOfWork, loop: OpenLoop, now: datetime) -> None:
    """Take back what the keeping of a promise, said by the user's own hand, had moved: it must not count twice."""
    gone = uow.ledger.annulled()
    for line in uow.ledger.of_turn(loop.turn_id):
        if line.cause == "promise_kept" and line.quote == loop.quote and line.event_id not in gone:
            uow.ledger.annul("undo", line.event_id, now, None)
            return


def view(uow: UnitOfWork, now: datetime, limit: int = LINES) -> BondView:
    """The same for doors that hold a unit of work."""
    first = uow.turns.first()
    loops = uow.loops.find(None, ("open", "asked"), LOOPS)
    hushed = uow.memories.hushed_turns({loop.turn_id for loop in loops})
    changes = uow.ledger.changes(limit)
    return BondView(
        uow.ledger.summary(now),
        changes,
        uow.ledger.hurts(),
        tuple(loop for loop in loops if loop.turn_id not in hushed),
        milestones(first, uow.ledger.milestones(), uow.memories.telling(["us.ritual."])),
        read_terms(uow),
        first.at if first is not None else None,
        uow.ledger.annulled(),
    )


def days(uow: UnitOfWork, now: datetime) -> tuple[BondDay, ...]:
    """The same for doors that hold a unit of work."""
    return bond_days(uow.ledger.day_sums(), uow.ledger.day_causes(), uow.ledger.summary(now), now)
