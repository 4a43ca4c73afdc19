"""Two who talk by rules alone on a real store, in virtual time, with what the ledger kept of it."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

from mind.brains.offline import OfflineBrain
from mind.character import MIRA
from mind.clock import VirtualClock
from mind.domain import BondSummary, HeldEvent, OpenHurt, OpenLoop
from mind.events import ReplyEnded
from mind.languages import Lang
from mind.ports import Brain
from mind.store import open_store
from mind.talk import RulePlanner
from mind.turn import Companion

START = datetime(2026, 5, 13, 19, 0, tzinfo=timezone.utc)
_PLANNER = RulePlanner()


@dataclass
class Two:
    """`say` answers with her words; `acts` are those of her last reply."""

    she: Companion
    clock: VirtualClock
    acts: tuple[str, ...] = ()

    async def say(self, text: str, *, offline: bool = False) -> str:
        self.clock.advance(30)
        reply = ""
        async for event in self.she.say(text, offline=offline):
            if isinstance(event, ReplyEnded):
                reply, self.reply_id = event.reply.text, event.reply.turn_id
        meta = await self.she._store.run(lambda uow: uow.turns.meta(self.reply_id) if self.reply_id else {})
        self.acts = tuple(meta.get("acts", ()))
        return reply

    async def events(self) -> list[HeldEvent]:
        """All that was proposed but talk itself, oldest first."""
        found = await self.she._store.run(lambda uow: uow.ledger.events(200))
        return [one for one in reversed(found) if one.kind != "chat"]

    async def ruled(self) -> list[tuple[str, str]]:
        return [(one.kind, one.rule) for one in await self.events()]

    async def hurts(self) -> tuple[OpenHurt, ...]:
        return await self.she._store.run(lambda uow: uow.ledger.hurts())

    async def summary(self) -> BondSummary:
        return await self.she._store.run(lambda uow: uow.ledger.summary(self.clock.now()))

    async def promises(self) -> list[OpenLoop]:
        status = ("open", "asked", "kept", "broken")
        return list(await self.she._store.run(lambda uow: uow.loops.find("promise", status)))


@asynccontextmanager
async def two(folder: Path, lang: Lang = "en", brain: Brain | None = None) -> AsyncGenerator[Two, None]:
    """The two, met and named."""
    clock = VirtualClock(START)
    she = Companion(open_store(folder), _PLANNER, brain, OfflineBrain(), MIRA, clock=clock, seed=3, lang=lang)
    try:
        pair = Two(she, clock)
        await pair.say({"en": "My name is Robin.", "zh": "我叫小林。", "ja": "私の名前はケンです。"}[lang], offline=True)
        yield pair
    finally:
        await she.close()
