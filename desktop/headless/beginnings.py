"""While the prompt is free she may begin a talk by herself, by the same rules as in the window."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from desktop.initiative.budget_of import budget_of
from desktop.initiative.clock_watch import ClockWatch
from desktop.initiative.elapsed import with_sleep
from desktop.initiative.screen.here import screen_here
from mind.initiative import Presence
from mind.initiative.decision import not_this_moment
from mind.initiative.presence import AWAY

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable

    from desktop.initiative.screen.seen import Screen
    from desktop.settings.model import InitiativeSettings
    from mind.events import Event
    from mind.turn.companion import Companion

LOOK: Final = 30.0
"""Seconds between looks."""
RING: Final = 5.0
"""Seconds between looks for what is due."""
REST: Final = 300.0
"""Seconds until the store is asked again, where she did not begin."""

Tell = Callable[["AsyncGenerator[Event, None]"], "Awaitable[bool]"]
"""Hands on the events of a beginning; whether there were any."""


class Beginnings:
    """A line in a terminal waits until it is read: where nothing is known of the user, it may stand there.

    `tell` shows what she says. What fills the screen does not matter, for nothing is put over it.
    """

    def __init__(
        self, companion: Companion, settings: InitiativeSettings, tell: Tell, *, screen: Screen | None = None,
        real: Callable[[], float] = with_sleep, clocks: ClockWatch | None = None,
    ) -> None:  # fmt: skip
        self._companion, self._budget, self._tell = companion, budget_of(settings), tell
        self._screen = screen or screen_here({k: v for k, v in os.environ.items() if k != "DBUS_SESSION_BUS_ADDRESS"})
        self._real, self._clocks = real, clocks or ClockWatch()
        self._opened = real()
        self._was_away = False
        self._back: float | None = None
        self._rests_until = -REST

    async def until(self, line: asyncio.Task[str | None], every: float = LOOK) -> None:
        """Look now and then until a line comes."""
        while not line.done():
            rest = every
            while rest > 0 and not line.done():
                await asyncio.wait([line], timeout=min(rest, RING))
                rest -= RING
                if not line.done():
                    await self.ring()
            if not line.done() and self._budget.allows:
                await self.look()
        await asyncio.wait([line])

    async def ring(self) -> bool:
        """Tell what is due; whether anything was."""
        return await self._tell(self._companion.ring(self._budget.quiet, here=self.presence().locked is not True))

    async def look(self) -> bool:
        """Begin, if nothing speaks against it; whether she did."""
        presence = self.presence()
        if not_this_moment(presence) is not None or self._real() < self._rests_until:
            return False
        said = await self._tell(self._companion.begin(self._budget, presence))
        self._rests_until = self._real() + REST
        return said

    def presence(self) -> Presence:
        """Who is there, as far as a terminal can know."""
        self._clocks.look()
        seen, now = self._screen.look(), self._real()
        away = seen.locked is True or (seen.idle is not None and seen.idle >= AWAY)
        if self._was_away and not away:
            self._back = now
        self._was_away = away
        return Presence(
            idle=seen.idle, back_for=None if self._back is None else now - self._back, window="active", fullscreen=False,
            locked=seen.locked, call=seen.call, opened_for=now - self._opened, awake_for=self._clocks.awake_for,
            clock_steady_for=self._clocks.steady_for,
        )  # fmt: skip

