"""The users that the rules were tuned on."""

from __future__ import annotations

from random import Random
from typing import Final

from mind.bond.simulation.types import Deed, Deeds, UserType, said, sometimes
from mind.domain import BondKind

CHAT: Final[BondKind] = "chat"


def steady(day: int, chance: Random) -> Deeds:
    """Comes every day, tells something, is kind, keeps a promise now and then."""
    more = sometimes(chance, disclose=0.6, affection=0.5, promise_kept=0.12, shared_time=0.2, support=0.15)
    return said([CHAT] * 5 + more, day)


def weekends(day: int, chance: Random) -> Deeds:
    """The same, on two days of seven."""
    return steady(day, chance) if day % 7 in (5, 6) else ()


def parrot(day: int, chance: Random) -> Deeds:
    """Sixty times the same sweet words."""
    return (Deed("affection", "I love you"),) * 60


def flood(day: int, chance: Random) -> Deeds:
    """Two hundred empty messages."""
    return said([CHAT] * 200, day)


def abuser(day: int, chance: Random) -> Deeds:
    """Insults with a little talk between."""
    return said([CHAT, "insult", "insult", CHAT, "insult"], day)


def hot_and_cold(day: int, chance: Random) -> Deeds:
    """A warm week, then a cold one that hurts."""
    if day // 7 % 2 == 0:
        return steady(day, chance)
    return said([CHAT] * 2 + (["insult"] if chance.random() < 0.35 else ["bid_ignored"]), day)


def leaves(day: int, chance: Random) -> Deeds:
    """Steady, and gone for two months."""
    return () if 60 <= day < 120 else steady(day, chance)


def two_ruptures(day: int, chance: Random) -> Deeds:
    """Steady, with two bad days, each made good."""
    usual = tuple(steady(day, chance))
    if day in (45, 110):
        return usual + said(["insult"], day)
    return usual + said(["apology", "support"], day) if day in (47, 113) else usual


def promise_breaker(day: int, chance: Random) -> Deeds:
    """Kind words, and three promises broken for one that is kept."""
    return said([CHAT] * 5 + sometimes(chance, affection=0.6, promise_broken=0.25, promise_kept=0.08), day)


def polite(day: int, chance: Random) -> Deeds:
    """Friendly and never personal."""
    return said([CHAT] * 4, day)


CHANGES: Final = 60


def grown_warm(day: int, chance: Random) -> Deeds:
    """Hot and cold for two months, then only warm."""
    return hot_and_cold(day, chance) if day < CHANGES else steady(day, chance)


def promise_keeper(day: int, chance: Random) -> Deeds:
    """Breaks promises for two months, then keeps them."""
    if day < CHANGES:
        return promise_breaker(day, chance)
    return said([CHAT] * 5 + sometimes(chance, affection=0.6, promise_kept=0.33, disclose=0.3, apology=0.1), day)


DEVELOPMENT: Final = (
    UserType("steady, warm", steady, tier=5),
    UserType("weekends only", weekends, tier=3),
    UserType("60 identical a day", parrot, tier=1),
    UserType("200 empty a day", flood, tier=2),
    UserType("abuser", abuser, tier=0, gentle=False),
    UserType("hot and cold", hot_and_cold, tier=1, gentle=False),
    UserType("away for 60 days", leaves, tier=4),
    UserType("two mended ruptures", two_ruptures, tier=4),
    UserType("promise breaker", promise_breaker, tier=1, gentle=False),
    UserType("polite, shallow", polite, tier=2),
    UserType("hot and cold, changes", grown_warm, gentle=False, mends_from=CHANGES),
    UserType("breaker who changes", promise_keeper, gentle=False, mends_from=CHANGES),
)
