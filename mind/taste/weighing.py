"""From signs to what is liked: what was said outweighs what was noticed, what the user set outweighs all. Pure.

Noticed signs fade over weeks and are shrunk towards nothing known, so that one laugh is no taste:
``v = sum(w * d * x) / (sum(w * d) + PRIOR)`` with ``d = 2 ** (-age / NOTICED_FADES)``. What was said last on an axis stands
instead, and gives way to what is noticed as slowly as words are forgotten: ``v = f * x + (1 - f) * noticed`` with
``f = 2 ** (-age / SAID_FADES)``. What was set by hand does not fade.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from mind.taste.sign import KeptSign

Ground = Literal["set", "said", "noticed"]
"""What a taste rests on, the strongest first."""

NOTICED_FADES: Final = timedelta(weeks=4)
SAID_FADES: Final = timedelta(weeks=16)
"""After so long a sign counts half."""
PRIOR: Final = 1.5
"""So much weight of signs is needed before a taste is half as strong as they are."""
LEAST: Final = 0.15
"""Less than this is not known."""
MOST_NOTICED: Final = 0.8
"""Only words go further."""
TOPIC: Final = "topic:"
STORY: Final = "story:"
"""Axes of topics and of kinds of story begin so."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What is known on one axis: `value` in -1..1, on what `ground`, and the signs it rests on, the weightiest first."""

    value: float
    ground: Ground
    signs: tuple[KeptSign, ...]


def weigh(signs: Iterable[KeptSign], now: datetime) -> Mapping[str, Weighed]:
    """Every axis of which something is known, whatever order the signs come in; undone ones do not count."""
    by_axis: dict[str, list[KeptSign]] = {}
    for sign in signs:
        if not sign.undone:
            by_axis.setdefault(sign.axis, []).append(sign)
    found = {axis: _weighed(sorted(own, key=_newest_last), now) for axis, own in by_axis.items()}
    return {axis: one for axis, one in found.items() if one is not None}


def _newest_last(sign: KeptSign) -> tuple[datetime, int]:
    return sign.at, sign.id


def _weighed(signs: Sequence[KeptSign], now: datetime) -> Weighed | None:
    by_hand = [sign for sign in signs if sign.kind == "set"]
    if by_hand:
        return Weighed(_kept(by_hand[-1].value), "set", (by_hand[-1],))
    seen = [sign for sign in signs if sign.kind == "sign"]
    noticed = _noticed(seen, now)
    told = [sign for sign in signs if sign.kind == "said"]
    if told:
        last = told[-1]
        share = _left(last, now, SAID_FADES)
        value = _kept(share * last.value + (1 - share) * noticed)
        same = [sign for sign in reversed(told) if sign.value * last.value > 0]
        return Weighed(value, "said", (*same, *_telling(seen, value, now))) if abs(value) >= LEAST else None
    if abs(noticed) < LEAST:
        return None
    return Weighed(noticed, "noticed", _telling(seen, noticed, now))


def _noticed(signs: Sequence[KeptSign], now: datetime) -> float:
    """What was noticed comes to: 0 for nothing, never as far as words go."""
    weights = [sign.weight * _left(sign, now, NOTICED_FADES) for sign in signs]
    moved = sum(weight * sign.value for weight, sign in zip(weights, signs, strict=True))
    return max(-MOST_NOTICED, min(MOST_NOTICED, moved / (sum(weights) + PRIOR)))


def _telling(signs: Sequence[KeptSign], value: float, now: datetime) -> tuple[KeptSign, ...]:
    """The noticed signs that speak for the value, the weightiest first."""
    speaking = [sign for sign in signs if sign.value * value > 0]
    return tuple(sorted(speaking, key=lambda sign: -sign.weight * abs(sign.value) * _left(sign, now, NOTICED_FADES)))


def _left(sign: KeptSign, now: datetime, half: timedelta) -> float:
    """How much of a sign is left; a clock that was set back makes none younger than new."""
    age: float = max(timedelta(0), now - sign.at) / half
    return float(2.0 ** -age)


def _kept(value: float) -> float:
    return max(-1.0, min(1.0, value))
