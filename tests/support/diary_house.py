"""A companion with the offline brain in virtual time, whose days are thought over."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path

from mind.brains import OfflineBrain
from mind.character import MIRA
from mind.clock import VirtualClock
from mind.languages import Lang
from mind.ports import Brain
from mind.store import open_store
from mind.talk import RulePlanner
from mind.turn import Companion
from mind.turn.diary_book import DiaryPage
from tests.support.turn_companion import OUTFITS, PATIENT, told

PLANNER = RulePlanner()
EVENING = datetime(2026, 3, 2, 18, 30, tzinfo=timezone(timedelta(hours=1)))
"""A Monday."""


class Diarist:
    """Her, her clock, and the days they live."""

    def __init__(self, she: Companion, clock: VirtualClock) -> None:
        self.she, self.clock = she, clock

    async def talk(self, *lines: str) -> None:
        """The user says these, a minute apart."""
        for line in lines:
            self.clock.advance(60)
            await told(self.she.say(line))

    def sleep(self, days: int = 1) -> None:
        """Until the evening so many days on."""
        now = self.clock.now()
        evening = now.replace(hour=18, minute=30, second=0, microsecond=0) + timedelta(days=days)
        self.clock.advance((evening - now).total_seconds())

    async def page(self, day: str = "") -> DiaryPage:
        """The page of a day, today's by default."""
        return await self.she.book.diary.page(day or self.she.book.diary.today())


@asynccontextmanager
async def diarist(
    folder: Path, lang: Lang = "en", brain: Brain | None = None, *, seed: int = 7
) -> AsyncGenerator[Diarist, None]:
    """A companion over the store in `folder`, closed at the end."""
    clock = VirtualClock(EVENING)
    she = Companion(
        open_store(folder), PLANNER, brain, OfflineBrain(), MIRA, OUTFITS, clock, PATIENT, seed=seed, lang=lang
    )
    try:
        yield Diarist(she, clock)
    finally:
        await she.close()


def text_of(page: DiaryPage) -> str:
    """All of a page's words, the title first."""
    sentences: Iterable[str] = (one.text for one in page.note.sentences) if page.note else ()
    return "\n".join(sentences)
