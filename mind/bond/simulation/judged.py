"""Twelve users to judge by: written before any of them was lived, and no rule or figure was set with an eye on them.

Four of the eight gentle ones come seldom, irregularly or with hardly a word, which is where a listener's mistakes weigh
most: one talk a week, two evenings a month, a rota of shifts, two sentences every morning.
"""

from __future__ import annotations

from random import Random
from typing import Final

from mind.bond.simulation.types import Deed, Deeds, UserType, said, sometimes
from mind.domain import BondKind

NIGHT: Final = 97
"""The day of the one bad night."""
FAITH: Final = 80
THAW: Final = 75
ROTA: Final = "EELL.NN..E.LL.NNN..."
"""Twenty days of an early, late and night rota; a dot is a day off."""
CHAT: Final[list[BondKind]] = ["chat"]
DEEP: Final[list[BondKind]] = ["disclose", "disclose", "disclose", "disclose", "shared_time", "shared_time"]
SECOND: Final[tuple[BondKind, ...]] = ("chat", "disclose", "affection", "support")
LETTER: Final[tuple[BondKind, ...]] = ("affection", "disclose", "affection", "chat", "disclose", "affection", "support", "chat")


def lunch_hour(day: int, chance: Random) -> Deeds:
    """Eats with her at noon, tells how the morning went, asks how she is."""
    kinds = CHAT * 6 + sometimes(chance, disclose=0.8, affection=0.35, support=0.25, shared_time=0.4, promise_kept=0.12)
    if chance.random() < 0.02:
        kinds.append("bid_ignored")
    return said(kinds, day)


def one_bad_night(day: int, chance: Random) -> Deeds:
    """Close and daily; one night says and does the worst, is ashamed for three days, then makes it good."""
    if day == NIGHT:
        return said(["chat", "promise_broken", "insult", "insult", "boundary_crossed"], day)
    if NIGHT < day <= NIGHT + 3:
        return ()
    if day == NIGHT + 4:
        return said(["apology", "disclose", "chat", "support"], day)
    if day in (NIGHT + 6, NIGHT + 9, NIGHT + 13):
        return said(["chat", "promise_kept", "shared_time"], day)
    return said(CHAT * 5 + sometimes(chance, disclose=0.7, affection=0.3, support=0.2, shared_time=0.3), day)


def sunday_letter(day: int, chance: Random) -> Deeds:
    """One talk a week, and it matters."""
    if day % 7 != 6:
        return ()
    kinds: list[BondKind] = ["chat", "disclose", "disclose", "chat"]
    return said(kinds + sometimes(chance, support=0.5, affection=0.4, shared_time=0.4, promise_kept=0.2), day)


def shift_worker(day: int, chance: Random) -> Deeds:
    """On early shifts a word, on late ones none, after nights and on days off a real talk, if not asleep."""
    shift = ROTA[day % len(ROTA)]
    if shift == "L" or chance.random() < 0.2:
        return ()
    if shift == "E":
        return said(["chat", *sometimes(chance, disclose=0.3, affection=0.2)], day)
    kinds = CHAT * chance.randint(3, 7)
    return said(kinds + sometimes(chance, disclose=0.85, support=0.3, shared_time=0.35, affection=0.2), day)


def dawn(day: int, chance: Random) -> Deeds:
    """Two sentences every morning: one about the day, one that is at times more than that."""
    return said(["chat", chance.choices(SECOND, (5, 3, 1, 1))[0]], day)


def long_evening(day: int, chance: Random) -> Deeds:
    """Twice a month a whole evening: wine, the past two weeks, a film together."""
    if day % 15 != 4:
        return ()
    kinds = CHAT * 12 + DEEP
    return said(kinds + sometimes(chance, support=0.7, affection=0.6, promise_kept=0.3), day)


def commentator(day: int, chance: Random) -> Deeds:
    """Tells her everything that is on the screen, all day long, and nothing of themselves."""
    lines = 180 if day % 7 in (5, 6) else 110
    return said(CHAT * (lines + chance.randint(-20, 20)) + sometimes(chance, affection=0.15), day)


def same_letter(day: int, chance: Random) -> Deeds:
    """Copies one letter of eight sentences into the window, three times a day."""
    return tuple(Deed(kind, f"sentence {place} of the letter") for _ in range(3) for place, kind in enumerate(LETTER))


def fair_weather(day: int, chance: Random) -> Deeds:
    """A fortnight all hers, a fortnight short and unkind, and no word about it either time."""
    if day // 14 % 2 == 0:
        return said(CHAT * 6 + sometimes(chance, disclose=0.5, affection=0.7, shared_time=0.3), day)
    return said(["chat", "chat", *sometimes(chance, bid_ignored=0.7, insult=0.45, jealousy=0.3, promise_broken=0.15)], day)


def needler(day: int, chance: Random) -> Deeds:
    """A dig in every talk, seldom a loud one; never sorry."""
    if chance.random() < 0.15:
        return ()
    kinds: list[BondKind] = ["chat", "chat", "bid_ignored"]
    kinds += sometimes(chance, jealousy=0.6, promise_broken=0.3, boundary_crossed=0.05)
    return (*said(kinds, day), *(Deed("insult", f"dig {day} {place}", 0.4) for place in range(chance.randint(1, 3))))


def late_faith(day: int, chance: Random) -> Deeds:
    """Promises much and forgets it, for eighty days; then owns up and mostly keeps them, with a slip now and then."""
    if chance.random() < 0.25:
        return ()
    if day < FAITH:
        return said(CHAT * 4 + sometimes(chance, affection=0.4, disclose=0.3, promise_broken=0.35, promise_kept=0.08), day)
    kinds = CHAT * 4 + sometimes(chance, disclose=0.5, promise_kept=0.35, support=0.15, promise_broken=0.02)
    return said(["apology", *kinds] if day < FAITH + 6 else kinds, day)


def thawed(day: int, chance: Random) -> Deeds:
    """Nine warm days and five cold ones, in turns; after eleven weeks sorry for it, and kind, if at times distracted."""
    if day < THAW and day % 14 >= 9:
        return said(["chat", *sometimes(chance, insult=0.5, bid_ignored=0.8, jealousy=0.2)], day)
    kinds = CHAT * 4 + sometimes(chance, disclose=0.6, affection=0.3, support=0.2, shared_time=0.25)
    if day >= THAW:
        kinds += sometimes(chance, bid_ignored=0.04, promise_kept=0.1)
    return said(["apology", *kinds] if THAW <= day < THAW + 4 else kinds, day)


JUDGED: Final = (
    UserType("lunch hour", lunch_hour, tier=5),
    UserType("one bad night", one_bad_night, tier=4),
    UserType("Sunday letter", sunday_letter, tier=3),
    UserType("shift worker", shift_worker, tier=3),
    UserType("two lines at dawn", dawn),
    UserType("two evenings a month", long_evening),
    UserType("commentator", commentator, tier=2),
    UserType("the same letter", same_letter, tier=1),
    UserType("fair weather", fair_weather, tier=1, gentle=False),
    UserType("needler", needler, tier=0, gentle=False),
    UserType("faith, late", late_faith, gentle=False, mends_from=FAITH),
    UserType("thawed", thawed, gentle=False, mends_from=THAW),
)
