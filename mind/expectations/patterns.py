"""What comes back over days, seen by counting what the user said; never a diagnosis, always with the days it rests on. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Final

from mind.expectations.loops import speaks_of
from mind.expectations.occasions import Occasion
from mind.expectations.signs import Sign
from mind.talk.word_set import word_set

BACK: Final = timedelta(days=21)
"""So far back turns are looked at."""
WEEK: Final = timedelta(days=7)
AGAIN: Final = timedelta(days=14)
"""Between two mentions of one pattern."""
ENOUGH: Final = 3
"""Days on which something must have been said to be noticed."""
BRIGHT: Final = frozenset({"good", "better"})
"""Patterns that are good news: nothing for a low moment."""
NIGHT_ENDS: Final = timedelta(hours=4)
"""What is said after midnight belongs to the evening before."""


def day_of(at: datetime, now: datetime) -> date:
    """The day that words belong to, in the zone that is now."""
    return (at.astimezone(now.tzinfo) - NIGHT_ENDS).date()


def patterns(signs: Sequence[Sign], now: datetime) -> tuple[Occasion, ...]:
    """All that these signs show, the weightiest first. Whether it was said lately is not looked at here."""
    fresh = [sign for sign in signs if timedelta(0) <= now - sign.turn.at <= BACK]
    week = [sign for sign in fresh if now - sign.turn.at <= WEEK]
    found: list[Occasion | None] = [_over_days(week, sort, now) for sort in ("sleep", "stress", "meals", "late")]
    found += [_worry(fresh, now), _better(fresh, now), _good(fresh, now)]
    return tuple(one for one in found if one is not None)


def _over_days(week: Sequence[Sign], sort: str, now: datetime) -> Occasion | None:
    mine = [sign for sign in week if sign.sort == sort]
    return _occasion(sort, mine, now) if len(_days(mine, now)) >= ENOUGH else None


def _worry(signs: Sequence[Sign], now: datetime) -> Occasion | None:
    """The same worry on three days: told in the same words, or in words of which one is the same."""
    worries = [sign for sign in signs if sign.sort == "worry" and sign.about]
    for last in reversed(worries):
        core = _core(last.about)
        same = [sign for sign in worries if core and speaks_of(sign.about, core)]
        if len(_days(same, now)) >= ENOUGH:
            return _occasion("worry", same, now, {"x": min((s.about for s in same), key=len)}, touching=core)
    return None


def _core(about: str) -> tuple[str, ...]:
    """What of a worry's words must come back."""
    if not about.isascii():
        return (about[:4],) if len(about) > 4 else (about,)
    words = [word for word in about.lower().split() if len(word) > 3 and word not in _EMPTY]
    return (words[0],) if words else ()


_EMPTY: Final = word_set("that this what will with about going have whole thing things being getting next first")


def _good(signs: Sequence[Sign], now: datetime) -> Occasion | None:
    """Something after which, on three days, they said that they felt well, and on none that they felt low."""
    low = {day_of(sign.turn.at, now) for sign in signs if sign.sort == "low"}
    well = {sign.turn.id for sign in signs if sign.sort == "good"}
    for about in dict.fromkeys(sign.about for sign in reversed(signs) if sign.sort == "joy"):
        mine = [sign for sign in signs if sign.sort == "joy" and sign.about == about]
        good = [sign for sign in mine if sign.turn.id in well]
        days = _days(good, now)
        if len(days) >= ENOUGH and not low & set(_days(mine, now)):
            who = about.startswith("@")
            return _occasion("good", good, now, {"who" if who else "x": about.removeprefix("@")})
    return None


def _better(signs: Sequence[Sign], now: datetime) -> Occasion | None:
    """Three low days, and in the last four days two good ones and none that was low."""
    recent = timedelta(days=4)
    before = [s for s in signs if s.sort == "low" and recent < now - s.turn.at <= recent + 2 * WEEK]
    lately = [s for s in signs if now - s.turn.at <= recent]
    good = [s for s in lately if s.sort == "good"]
    if len(_days(before, now)) < ENOUGH or len(_days(good, now)) < 2 or any(s.sort == "low" for s in lately):
        return None
    return _occasion("better", good, now)


def _occasion(
    name: str, signs: Sequence[Sign], now: datetime, words: dict[str, str] | None = None, touching: tuple[str, ...] = ()
) -> Occasion:
    days = _days(signs, now)
    latest = {day_of(sign.turn.at, now): sign for sign in signs}
    year, week, _ = now.isocalendar()
    frame = f"pattern.{name}.who" if words and "who" in words else f"pattern.{name}"
    return Occasion(
        f"pattern:{name}:{year}-W{week:02d}", frame, {**(words or {}), "quote": signs[-1].quote},
        turns=tuple(latest[day].turn.id for day in days), days=days, count=len(days), since=signs[-1].turn.at,
        light=name in BRIGHT, touching=touching,
    )  # fmt: skip


def _days(signs: Iterable[Sign], now: datetime) -> tuple[date, ...]:
    return tuple(sorted({day_of(sign.turn.at, now) for sign in signs}))


def carries(occasion: Occasion, signs: Iterable[Sign]) -> bool:
    """Whether words of now carry the sign that a pattern is made of: then it is the moment to say it."""
    name = occasion.key.split(":")[1]
    wanted = {"good": "joy", "better": "good"}.get(name, name)
    return any(sign.sort == wanted for sign in signs)
