"""Her manners side by side: the same lines said to the whole companion in each of them, her own first.

Each manner meets the lines in a store of its own, at the same hour, with the same seed; nothing is chosen by hand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Final

from mind.clock import VirtualClock
from mind.domain import Person
from mind.languages import Lang
from mind.talk import RulePlanner
from mind.talk.bench.companion_house import companion_house
from mind.taste.packs import ORDER, OWN, Pack, pack_of, packs

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


TITLES: Final[dict[Lang, str]] = {"en": "English", "zh": "中文", "ja": "日本語"}
HEAD: Final = """# Her manners side by side

Ten lines, said to her by rules alone in her own manner and in each of the six she can be set to: every manner in a store of its
own, the same evening, the same seed, nothing chosen by hand. Written by

    hearth taste compare --page docs/taste-packs.md

A manner changes how she addresses the user, how long she speaks, how often she asks, from where it is told, and her voice. What
she knows and keeps, what she thinks and what the guards say is the same in all. Near anything heavy, in a pause and while a hurt
stands it rests. What a language model is told of it are two lines, below.
"""


async def whole_page(own: Mapping[Lang, str]) -> str:
    """The page in these languages; `own` is what her own manner is called in each."""
    parts = [HEAD]
    for lang, name in own.items():
        parts += [f"## {TITLES[lang]}", "", _table(lang), "", page(await side_by_side(lang), lang, name)]
    return "\n".join(parts).rstrip() + "\n"


def _table(lang: Lang) -> str:
    """What each manner sets, in figures."""
    rows = ["| | calls the user | voice: pace, pitch, rests, melody | brings | a model is told |", "|---|---|---|---|---|"]
    for pack in packs().values():
        told = pack.prompt[lang].replace("\n", " ").replace("|", "/")
        cells = (f"**{pack.names[lang]}**", ", ".join(pack.calls(lang, NAMES[lang])), _voice(pack), _axes(pack), told)
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)


def _voice(pack: Pack) -> str:
    sound = pack.sound
    return f"× {sound.rate:.2f}, {sound.pitch:.2f}, {sound.pause:.2f}, {sound.melody:.2f}"


def _axes(pack: Pack) -> str:
    return ", ".join(f"{axis} {value:+.1f}" for axis, value in pack.axes.items())
