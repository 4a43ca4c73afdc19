"""Plans of the user's: from when she may ask how they went, whether they were told already, and what was asked. Pure."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final

from mind.domain import LoopStatus, Memory, OpenLoop
from mind.languages import Lang
from mind.talk.word_set import word_set

FOLLOW: Final = timedelta(days=21)
"""How long after its day a plan may still be asked about."""
SETTLES: Final = timedelta(hours=1)
"""After the hour of something that has one."""
DAY_DUE: Final = time(18)
"""The hour of plans that have a day only; see `mind.talk.times`."""
ASKED_AFTER: Final = ("plan.", "told.plan")
"""Kinds of facts that are plans; of others that name a day to come nobody asks how they went."""
HEAVY: Final = frozenset({"plan.sad"})
"""Plans that may be asked about in a low moment too."""
AWAY: Final = {"plan.travel": timedelta(days=3), "plan.move": timedelta(days=1)}
"""What only begins on its day."""
_WEEKDAY: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE),
    "zh": re.compile("(?:周|星期|礼拜)[一二三四五六日天]"),
    "ja": re.compile("[月火水木金土日]曜"),
}
_WEEK: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"\bnext week\b", re.IGNORECASE), "zh": re.compile("下个?(?:周|星期|礼拜)"), "ja": re.compile("来週"),
}  # fmt: skip
_WEEKEND: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"\bweekend\b", re.IGNORECASE), "zh": re.compile("周末"), "ja": re.compile("週末"),
}  # fmt: skip
_BEGINS: Final = re.compile(r"\b(?:starts?|starting|begins?|beginning)\b|开学|开始|入职|始ま|始め|入学|入社", re.IGNORECASE)
"""What begins in a week begins on its first day, as far as anybody knows."""
_FIRST: Final = re.compile(r"(?<!\d)0?1(?!\d)|\bfirst\b|[一1１]\s*[日号]|初一|元旦|ついたち", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LoopChange:
    """What a turn does to a loop. `spoken`: only if her reply is kept, for it is her words that do it."""

    loop_id: int
    status: LoopStatus
    spoken: bool = False


def asked_after(kind: str) -> bool:
    """Whether a dated fact of this kind is a plan to come back to."""
    return kind.startswith(ASKED_AFTER)


def ask_from(loop: OpenLoop, kind: str = "") -> datetime | None:
    """The moment from which she may ask; None for what has no day.

    What is planned for "next week" is over on its Friday, "the weekend" on Sunday, a month on its last day; a journey is asked
    about some days after it began, an appointment an hour after its own.
    """
    if loop.due is None:
        return None
    due, lang = loop.due, loop.lang
    if due.time() != DAY_DUE:
        return due + SETTLES
    if due.day == 1 and due - loop.said_at > timedelta(days=20) and not _FIRST.search(loop.quote):
        return due.replace(day=calendar.monthrange(due.year, due.month)[1])
    if not _WEEKDAY[lang].search(loop.quote):
        if due.weekday() == 5 and _WEEKEND[lang].search(loop.quote):
            return due + timedelta(days=1)
        if due.weekday() == 0 and _WEEK[lang].search(loop.quote) and not _BEGINS.search(loop.quote):
            return due + timedelta(days=4)
    return due + AWAY.get(kind, timedelta(0))


def may_ask(loop: OpenLoop, now: datetime, kind: str = "") -> bool:
    """Whether she may ask about it now: its day has come, it is not long ago, and she never asked. `kind` is that of its fact,
    if it has one.
    """
    if kind and not asked_after(kind):
        return False
    first = ask_from(loop, kind)
    return loop.status == "open" and loop.asked_at is None and first is not None and first <= now <= first + FOLLOW


def to_come(loop: OpenLoop, now: datetime, within: timedelta = timedelta(days=2)) -> bool:
    """Whether its day is near but not there yet."""
    return loop.status == "open" and loop.due is not None and timedelta(0) < loop.due - now <= within


_STOP: Final = word_set("""
the a an my your our his her their to at in on of for and with from some go going do doing get have day time thing things it
this that up out
""")
_WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_PARTS: Final = ("event", "who", "place", "kin", "x", "what")


_CALLED: Final[dict[str, dict[Lang, str]]] = {
    "plan.travel": {"en": "trip journey flight holiday vacation", "zh": "旅行 行程 出差 机票", "ja": "旅行 出張 帰省"},
    "plan.move": {"en": "move", "zh": "搬家", "ja": "引っ越し 引越し"},
}
"""What journeys and the like are called, whatever place they are to."""


def subject(memory: Memory) -> tuple[str, ...]:
    """The words by which a plan is spoken of: the last one that carries meaning of each of its parts, and what it is called."""
    said = [memory.slots[name] for name in _PARTS if memory.slots.get(name)] or [memory.value]
    found: list[str] = []
    for part in said:
        if not part.isascii() and memory.lang != "en":
            found += _pieces(part)
            continue
        words = [word.lower() for word in _WORD.findall(part) if word.lower() not in _STOP]
        found += words[-1:]
    called = _CALLED.get(memory.kind, {}).get(memory.lang, "")
    return tuple(dict.fromkeys((*found, *called.split())))


def _pieces(part: str) -> list[str]:
    """Of Chinese and Japanese words the whole, and its end where it is long."""
    bare = re.sub(r"[\s、。，,.!！?？]+", "", part)
    return [bare] if len(bare) <= 3 else [bare, bare[-2:]]


def speaks_of(text: str, words: tuple[str, ...]) -> bool:
    """Whether a text holds one of the words, or another form of it."""
    low = text.lower()
    said = {_stem(word) for word in _WORD.findall(low)}
    return any((_stem(word) in said) if word.isascii() else word in low for word in words)


def _stem(word: str) -> str:
    word = re.sub(r"['’]s$", "", word)
    return re.sub(r"(?:ies|ing|ed|es|s|y|e)$", "", word) if len(word) > 4 else word.rstrip("s")


_ASKS: Final = re.compile(
    r"[?？]|\btell me\b|\b(?:went|go)\b|怎么样|如何|说说|讲讲|告诉我|聞かせて|教えて|いかが|どうで", re.IGNORECASE
)


def asks_about(reply: str, words: tuple[str, ...]) -> bool:
    """Whether a reply of hers, as it was shown, asks about something, or at least names it."""
    return speaks_of(reply, words) or bool(_ASKS.search(reply))


def asks_of_itself(reply: str, words: tuple[str, ...]) -> bool:
    """Whether a sentence of hers asks about it by name: what a model does without being told to."""
    sentences = re.split(r"(?<=[.!?。！？…])", reply)
    return any(("?" in one or "？" in one) and speaks_of(one, words) for one in sentences)
