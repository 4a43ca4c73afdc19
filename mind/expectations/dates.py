"""Days of the year: birthdays, name days, the day the two met, the day somebody was lost, what was said a year ago. Pure.

A day is taken from the words it was told in, of the sun's calendar alone: a lunar date is never turned into one. Whoever is
born on the 29th of February has it on the 28th where there is no 29th.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Final

from mind.domain import Memory
from mind.expectations.occasions import Occasion

_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH: Final = "(?P<month>" + "|".join(_MONTHS) + ")"
_EN: Final = (
    re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}", re.IGNORECASE),
    re.compile(rf"{_MONTH}\s+(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?", re.IGNORECASE),
)
_NUMERAL: Final = "一二三四五六七八九十"
_CJK: Final = re.compile(rf"(?P<month>\d{{1,2}}|[{_NUMERAL}]{{1,2}})\s*月\s*(?P<day>\d{{1,2}}|[{_NUMERAL}]{{1,3}})\s*[日号]?")
_LUNAR: Final = re.compile(r"农历|農曆|阴历|陰曆|旧历|舊曆|旧暦|腊月|正月|初[一二三四五六七八九十]|\blunar\b", re.IGNORECASE)

MINE: Final = "birthday"
THEIRS: Final = ("person.birthday", "named.birthday")
NAME_DAY: Final = "nameday"
DIED: Final = ("loss.person", "loss.friend", "loss.named", "pet.died")
TOLD_BACK: Final = frozenset({
    "event.joy", "event.made", "event.won", "event.new", "event.out", "bought", "passed", "went.well", "promoted", "work.new",
    "pet.one", "pet.name", "engaged", "married",
})  # fmt: skip
"""Kinds of facts that are worth a "a year ago today"."""
MOST_YEARS: Final = 60


def month_day(words: str) -> tuple[int, int] | None:
    """The month and day that words name; None for none, for a lunar one, and for a day that no year has."""
    if _LUNAR.search(words):
        return None
    for pattern in _EN:
        if found := pattern.search(words):
            return _possible(_MONTHS.index(found["month"].lower()) + 1, int(found["day"]))
    if found := _CJK.search(words):
        return _possible(_number(found["month"]), _number(found["day"]))
    return None


def is_on(day: tuple[int, int], today: date) -> bool:
    """Whether that day of the year is today; the 29th of February is kept on the 28th in years without one."""
    return _in_year(day, today.year) == today


def _in_year(day: tuple[int, int], year: int) -> date:
    try:
        return date(year, *day)
    except ValueError:
        return date(year, 2, 28)


def _possible(month: int, day: int) -> tuple[int, int] | None:
    try:
        date(2024, month, day)
    except ValueError:
        return None
    return month, day


def _number(word: str) -> int:
    if word.isdigit():
        return int(word)
    tens, ten, ones = word.partition("十")
    digits = {c: i for i, c in enumerate(_NUMERAL, start=1)}
    return (digits.get(tens, 1) * 10 + digits.get(ones, 0)) if ten else digits.get(word, 0)


def birthdays(memories: Iterable[Memory], now: datetime, names: Mapping[str, str]) -> tuple[Occasion, ...]:
    """Birthdays and name days that are today: the user's own first. Once a year each, by its key.

    `names` are those of people known by what they are to the user ("sister").
    """
    today, found = now.date(), []
    for memory in memories:
        kind = memory.kind
        if kind not in (MINE, NAME_DAY, *THEIRS) or _LUNAR.search(memory.quote):
            continue
        day = month_day(memory.slots.get("day", "") or memory.value)
        if day is None or not is_on(day, today) or memory.said_at.astimezone(now.tzinfo).date() >= today:
            continue
        name = "nameday" if kind == NAME_DAY else "birthday"
        words = _whose(memory, names) if kind in THEIRS else {}
        frame = f"{name}.mine" if kind not in THEIRS else f"{name}.theirs" if "who" in words else f"{name}.kin"
        found.append((kind in THEIRS, Occasion(f"{name}:{memory.id}:{today.year}", frame, words, (memory,), since=now)))
    return tuple(occasion for _, occasion in sorted(found, key=lambda one: one[0]))


def _whose(memory: Memory, names: Mapping[str, str]) -> dict[str, str]:
    """Whose birthday it is: a name where one is known, else what they are to the user."""
    kin = memory.slots.get("kin") or memory.slots.get("friend") or ""
    who = memory.slots.get("name") or memory.slots.get("who") or names.get(kin.casefold(), "")
    return {"who": who} if who else {"kin": kin}


def years_back(today: date, years: int) -> date | None:
    """This day so many years ago; None where there was none."""
    try:
        return today.replace(year=today.year - years)
    except ValueError:
        return None


def met(first: datetime | None, now: datetime) -> Occasion | None:
    """The day the two met, a year or more later; `first` is when the user first said something."""
    if first is None:
        return None
    began, today = first.astimezone(now.tzinfo).date(), now.date()
    years = today.year - began.year
    if not 1 <= years <= MOST_YEARS or not is_on((began.month, began.day), today):
        return None
    return Occasion(f"met:{today.year}", "met.year", years=years, since=now)


def losses(memories: Iterable[Memory], now: datetime) -> tuple[Occasion, ...]:
    """A year or more after somebody died, where the day is known. Only for a talk in which the user speaks of them."""
    today, found = now.date(), []
    for memory in memories:
        if not memory.kind.startswith(DIED):
            continue
        at = memory.about_from
        if at is None or (memory.about_to is not None and (memory.about_to - at).days > 1):
            continue
        day = at.astimezone(now.tzinfo).date()
        years = today.year - day.year
        if not 1 <= years <= MOST_YEARS or not is_on((day.month, day.day), today):
            continue
        words = tuple(dict.fromkeys(v for name in ("name", "who", "kin", "friend", "pet") if (v := memory.slots.get(name, ""))))
        if words:
            found.append(Occasion(
                f"loss:{memory.id}:{today.year}", "loss.year", {"who": words[0]}, (memory,), years=years, fit="talk",
                light=False, touching=words, since=now,
            ))  # fmt: skip
    return tuple(found)


def year_ago(memories: Iterable[Memory], now: datetime) -> Occasion | None:
    """What the user told on this day of an earlier year: something that happened and is not sad."""
    today = now.date()
    for memory in sorted(memories, key=lambda one: one.id):
        day = memory.said_at.astimezone(now.tzinfo).date()
        years = today.year - day.year
        if not 1 <= years <= MOST_YEARS or not is_on((day.month, day.day), today):
            continue
        if memory.source != "user" or memory.kind not in TOLD_BACK:
            continue
        key = f"yearago:{day.isoformat()}:{today.year}"
        return Occasion(key, "year.ago", {"quote": memory.quote}, (memory,), (memory.turn_id,), years=years, since=now)
    return None
