"""Turns of hers that nobody asked for: she begins, thanks, tells what is due. They cut off nothing."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing
from typing import TYPE_CHECKING

from mind.events import Event
from mind.initiative import Budget, Decision, Not, Presence
from mind.initiative.quiet_hours import QuietHours
from mind.ports import Store
from mind.reminders.kept import Kept
from mind.turn.answer import Means
from mind.turn.beginning import begin, decide
from mind.turn.ringing import due, ring
from mind.turn.running import RunningReply
from mind.turn.session import Session
from mind.turn.thanking import thank

Work = Callable[[RunningReply], Awaitable[None]]


class OfHerself:
    """A part of `mind.turn.companion.Companion`."""

    _store: Store
    _means: Means
    _session: Session | None
    _latest: RunningReply | None

    if TYPE_CHECKING:

        def _run(self, work: Work) -> AsyncGenerator[Event, None]: ...

    async def begin(self, budget: Budget, presence: Presence) -> AsyncGenerator[Event, None]:
        """She begins a talk by herself, if the rules let her; else nothing. It never cuts off what is under way."""
        if self._busy or isinstance(await self.may_begin(budget, presence), Not):
            return

        async def work(run: RunningReply) -> None:
            self._session = await begin(self._means, run, self._session, budget, presence)

        async with aclosing(self._of_herself(work)) as events:
            async for event in events:
                yield event

    async def thank(self) -> AsyncGenerator[Event, None]:
        """She thanks for a gift of the user's, right after it was given; else nothing. It cuts off nothing under way."""

        async def work(run: RunningReply) -> None:
            self._session = await thank(self._means, run, self._session)

        async with aclosing(self._of_herself(work)) as events:
            async for event in events:
                yield event

    async def due(self, quiet: QuietHours | None = None, *, here: bool = True) -> Kept | None:
        """What she keeps and may tell now (see `mind.turn.ringing.due`); None where there is nothing."""
        return await self._store.run(lambda uow: due(uow, self._means, quiet, here=here))

    async def ring(self, quiet: QuietHours | None = None, *, here: bool = True) -> AsyncGenerator[Event, None]:
        """She tells the first that is due; else nothing. It cuts off nothing under way."""
        if self._busy or await self.due(quiet, here=here) is None:
            return

        async def work(run: RunningReply) -> None:
            self._session = await ring(self._means, run, self._session, quiet, here=here)

        async with aclosing(self._of_herself(work)) as events:
            async for event in events:
                yield event

    async def may_begin(self, budget: Budget, presence: Presence) -> Decision:
        """Whether she may begin a talk now, and why not. Nothing is said."""
        return await self._store.run(lambda uow: decide(uow, self._means, budget, presence))

    @property
    def _busy(self) -> bool:
        return self._latest is not None and not self._latest.done

    async def _of_herself(self, work: Work) -> AsyncGenerator[Event, None]:
        """A turn of hers that nobody asked for waits for none that is under way: then there is none."""
        if self._busy:
            return
        async with aclosing(self._run(work)) as events:
            async for event in events:
                yield event
