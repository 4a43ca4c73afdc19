"""Her manners side by side: the same lines said to the whole companion in each of them, her own first.

Each manner meets the lines in a store of its own, at the same hour, with the same seed; nothing is chosen by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Final

from mind.clock import VirtualClock
from mind.domain import Person
from mind.languages import Lang
from mind.talk import RulePlanner
from mind.talk.bench.companion_house import companion_house
from mind.taste.packs import ORDER, OWN, pack_of

LINES: Final[dict[Lang, tuple[str, ...]]] = {
    "en": (
        "Evening!", "I'm a bit tired today.", "I got promoted!", "I made lasagne for dinner.",
        "My boss keeps moving the deadline.", "What do you think of rain?", "Should I take the new job or stay?",
        "I watched an old film about a lighthouse.", "Thank you.", "Good night.",
    ),
    "zh": (
        "晚上好", "今天有点累", "我升职了！", "晚饭我做了千层面", "我同事又迟到了", "你觉得下雨怎么样？", "我该换工作还是留下？",
        "我看了一部讲灯塔的老电影", "谢谢你", "晚安",
    ),
    "ja": (
        "こんばんは", "今日はちょっと疲れた", "昇進しました！", "夕飯にラザニアを作った", "上司がまた締め切りを変えた",
        "雨ってどう思う？", "転職するか残るか、どうしよう？", "灯台の古い映画を見た", "ありがとう", "おやすみ",
    ),
}  # fmt: skip
NAMES: Final[dict[Lang, str]] = {"en": "Sam", "zh": "林夏", "ja": "はな"}
EVENING: Final = datetime(2026, 3, 2, 19, 30, tzinfo=timezone.utc)
BETWEEN: Final = 40.0
"""Seconds from line to line."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A manner by its id (empty: her own), and her reply to each line."""

    manner: str
    replies: tuple[str, ...]


async def side_by_side(lang: Lang, lines: Sequence[str] = (), seed: int = 7) -> tuple[Heard, ...]:
    """Her replies in every manner to `lines` (by themselves those of the language), each in a store of its own."""
    planner = RulePlanner()
    return tuple([await _heard(planner, lang, manner, lines or LINES[lang], seed) for manner in (OWN, *ORDER)])


async def _heard(planner: RulePlanner, lang: Lang, manner: str, lines: Sequence[str], seed: int) -> Heard:
    async with companion_house(planner, lang, seed, VirtualClock(EVENING)) as house:
        await house.she.set_person(Person(NAMES[lang], lang, adult=True))
        await house.she.tastes.choose(manner)
        return Heard(manner, tuple([(await house.say(line, BETWEEN)).text for line in lines]))


def page(found: Sequence[Heard], lang: Lang, own: str, lines: Sequence[str] = ()) -> str:
    """One language's part of the page, in Markdown; `own` is what her own manner is called."""
    parts = []
    for at, line in enumerate(lines or LINES[lang]):
        parts += [f"### {at + 1}. “{line}”", ""]
        for one in found:
            pack = pack_of(one.manner)
            parts.append(f"- **{pack.names[lang] if pack is not None else own}** — {one.replies[at]}")
        parts.append("")
    return "\n".join(parts)
