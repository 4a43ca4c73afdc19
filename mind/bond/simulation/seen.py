"""Ten users that judged the rules once. The rules were bettered after that, so these judge no longer."""

from __future__ import annotations

from random import Random
from typing import Final

from mind.bond.simulation.types import Deed, Deeds, UserType, said, sometimes
from mind.domain import BondKind

LINES: Final = ("you are wonderful", "miss you, sweet dreams", "best part of my day", "you are so kind", "thinking of you")
BREAKS: Final = (range(25, 55), range(95, 150))
HURTS: Final = (50, 115)


def _evening(chats: int) -> list[BondKind]:
    return ["chat"] * chats


def every_evening(day: int, chance: Random) -> Deeds:
    """Somebody who comes home to her every evening and holds little back."""
    kinds = _evening(9) + sometimes(chance, disclose=0.85, affection=0.6, support=0.25, shared_time=0.4, promise_kept=0.1)
    return said(kinds, day)


def temper_and_flowers(day: int, chance: Random) -> Deeds:
    """Warm, but twice in the half-year loses their temper; says sorry the next day and keeps a promise soon after."""
    if day in HURTS:
        return (Deed("chat", f"back {day}"), Deed("insult", f"shouted {day}", 0.9))
    kinds = _evening(7) + sometimes(chance, disclose=0.7, affection=0.4, support=0.2, shared_time=0.3)
    if day - 1 in HURTS:
        kinds.insert(0, "apology")
    if day - 3 in HURTS:
        kinds.append("promise_kept")
    return said(kinds, day)


def away_twice(day: int, chance: Random) -> Deeds:
    """Goes to sea twice; when there, there for real."""
    if any(day in away for away in BREAKS):
        return ()
    return said(_evening(8) + sometimes(chance, disclose=0.7, affection=0.3, support=0.2, shared_time=0.3), day)


def every_other_night(day: int, chance: Random) -> Deeds:
    """Short nights, every second one, with something personal in most."""
    if day % 2:
        return ()
    return said(_evening(4) + sometimes(chance, disclose=0.6, support=0.08, shared_time=0.15), day)


def few_words(day: int, chance: Random) -> Deeds:
    """Two or three sentences a day, now and then one that matters."""
    return said(_evening(2) + sometimes(chance, disclose=0.35, affection=0.08, support=0.05), day)


def weather_talk(day: int, chance: Random) -> Deeds:
    """Forty messages a day about nothing."""
    return said(_evening(40) + sometimes(chance, disclose=0.02), day)


def pasted_love(day: int, chance: Random) -> Deeds:
    """Five lines out of a list, over and over."""
    return tuple(Deed("affection", chance.choice(LINES)) for _ in range(30))


def sweet_and_sour(day: int, chance: Random) -> Deeds:
    """Three sweet days, then a cruel one, and never a word about it."""
    if day % 4 == 3:
        return (Deed("insult", f"cruel {day}", 0.8), Deed("chat", f"so {day}"))
    return said(_evening(6) + sometimes(chance, affection=0.8, disclose=0.4), day)


def troll(day: int, chance: Random) -> Deeds:
    """Comes to see what she does when hurt."""
    deeds = [Deed("chat", f"hey {day}"), Deed("insult", f"worthless {day}", 1.0)]
    if chance.random() < 0.3:
        deeds.append(Deed("boundary_crossed", f"further {day}", 1.0))
    return deeds


def turned_a_leaf(day: int, chance: Random) -> Deeds:
    """Ten weeks of promises to her that come to nothing; then says sorry and keeps what is promised."""
    if day < 70:
        kinds = _evening(5) + sometimes(chance, disclose=0.2)
        return said([*kinds, "promise_broken"] if day % 6 == 5 else kinds, day)
    kinds = _evening(6) + sometimes(chance, disclose=0.55, affection=0.25, support=0.2, shared_time=0.3)
    if day % 7 == 0:
        kinds.append("promise_kept")
    if day in (70, 80, 90, 100):
        kinds.insert(0, "apology")
    return said(kinds, day)


SEEN: Final = (
    UserType("every evening", every_evening, tier=5),
    UserType("temper and flowers", temper_and_flowers, tier=4),
    UserType("away twice", away_twice),
    UserType("every other night", every_other_night, tier=3),
    UserType("few words", few_words),
    UserType("weather talk", weather_talk, tier=2),
    UserType("pasted love", pasted_love, tier=1),
    UserType("sweet and sour", sweet_and_sour, tier=1, gentle=False),
    UserType("troll", troll, tier=0, gentle=False),
    UserType("turned a leaf", turned_a_leaf, gentle=False, mends_from=70),
)
