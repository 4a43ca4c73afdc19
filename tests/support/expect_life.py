"""Weeks with her in virtual time on a real store: sittings at given moments, a clock that may be set back, what is open."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone, tzinfo
from pathlib import Path

from mind.clock import VirtualClock
from mind.domain import OpenLoop, Person
from mind.languages import Lang
from mind.ports import Brain
from mind.turn.companion import Companion
from tests.support.talk_house import PLANNER
from tests.support.turn_companion import companion, reply_of, told

ZONE = timezone(timedelta(hours=1))
EVERY = ("open", "asked", "kept", "broken", "explained", "cancelled")


class SetClock(VirtualClock):
    """A clock that somebody sets: forward, back, to another zone."""

    def set(self, moment: datetime) -> None:
        """It is `moment` now."""
        self._start = moment - timedelta(seconds=self._elapsed)


@dataclass
class Life:
    """One user with her."""

    she: Companion
    clock: SetClock
    lang: Lang = "en"
    zone: tzinfo = ZONE
    hers: list[str] = field(default_factory=list)

    async def sit(self, moment: str) -> str:
        """The user opens the window at a wall time ("2026-03-06 19:30"); how she greets."""
        self.clock.set(datetime.strptime(moment, "%Y-%m-%d %H:%M").replace(tzinfo=self.zone))
        return await self._keep(self.she.greet())

    async def say(self, words: str) -> str:
        """One turn of the user; her answer."""
        self.clock.advance(40)
        return await self._keep(self.she.say(words, lang=self.lang))

    async def _keep(self, events) -> str:
        reply = reply_of(await told(events)).reply.text
        self.hers.append(reply)
        return reply

    async def loops(self, side: str | None = None) -> list[OpenLoop]:
        """All that was ever open, oldest first."""
        found = await self.she._store.run(lambda uow: uow.loops.find(side, EVERY, 500))
        return sorted(found, key=lambda loop: loop.id)

    async def status(self, side: str | None = None) -> list[str]:
        """How each of them stands."""
        return [loop.status for loop in await self.loops(side)]

    async def mentioned(self, prefix: str) -> list[str]:
        """Keys of what she brought up, oldest first."""
        return [key for key, _ in reversed(await self.she._store.run(lambda uow: uow.mentions.under(prefix, 200)))]


@asynccontextmanager
async def life(
    folder: Path, *, lang: Lang = "en", name: str = "Robin", brain: Brain | None = None, zone: tzinfo = ZONE
) -> AsyncGenerator[Life, None]:
    """A user whose name is known, before the first sitting."""
    clock = SetClock(datetime(2026, 3, 1, 12, tzinfo=zone))
    async with companion(folder, PLANNER, brain, clock=clock) as she:
        await she.set_person(Person(name, lang, True))
        yield Life(she, clock, lang, zone)
