"""Trials of single rules: what a hurt costs and how long it lasts, absence, farming, a clock that jumps."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from random import Random
from typing import Final

from mind.bond import model
from mind.bond.effects import EFFECTS
from mind.bond.likeness import likeness
from mind.bond.passage import advance
from mind.bond.simulation.development import steady
from mind.bond.simulation.runner import START, Life, live
from mind.bond.simulation.types import Deed, Deeds, said
from mind.bond.state import BondState, first_state
from mind.bond.temperament import EVEN
from mind.domain import BondEvent, BondKind

RUPTURE: Final = 120
"""The day of the severe hurt."""
MENDED: Final = 0.95
PATIENCE: Final = 60
AMENDING: Final[tuple[BondKind, ...]] = ("affection", "support", "shared_time")


@cache
def half_a_year() -> Life:
    """A steady user's 180 days."""
    return live(steady, 180)


def recovery(*mends: BondKind) -> int | None:
    """Days until a steady user's bond is back at 95 % after crossing a boundary, if these follow two days later.

    From that day on the usual amends are left out, so that only `mends` mend. None: not within two months.
    """
    before = live(steady, RUPTURE)

    def day(number: int, chance: Random) -> Deeds:
        if number == RUPTURE:
            return said(["boundary_crossed"], number)
        return (*_no_amends(number, chance), *(said(mends, -number) if number == RUPTURE + 2 else ()))

    after = live(day, PATIENCE, state=before.state, first_day=RUPTURE)
    goal = MENDED * before.bonds[-1]
    return next((number for number, bond in enumerate(after.bonds) if number and bond >= goal), None)


def fall() -> tuple[float, float]:
    """The bond before and after a steady user crosses a boundary."""
    before = live(steady, RUPTURE)
    after = live(lambda number, chance: said(["boundary_crossed"], number), 1, state=before.state, first_day=RUPTURE)
    return before.bonds[-1], after.bonds[-1]


def absence(days: int) -> tuple[float, bool]:
    """What an absence takes from a close bond, in percent, and whether the stage was kept."""
    state = half_a_year().state
    assert state.at is not None
    after = advance(state, state.at + timedelta(days=days), EVEN)
    return 100 * (1 - after.bond / state.bond), after.stage == state.stage


def ratio(kind: int, unkind: int) -> float:
    """The bond after 180 days of five deeds a day, so many kind ones to so many bids ignored."""
    kinds: tuple[BondKind, ...] = ("chat", "disclose", "affection", "shared_time", "support")

    def day(number: int, chance: Random) -> Deeds:
        share = unkind / (kind + unkind)
        return said(["bid_ignored" if chance.random() < share else kinds[place % 5] for place in range(5)], number)

    return live(day, 180).bonds[-1]


def sweet_lines(number: int = 500) -> float:
    """The bond after so many different kind lines on one day."""
    return live(lambda day, chance: [Deed("affection", f"line {place}") for place in range(number)], 1).bonds[-1]


def at_once(number: int = 100) -> tuple[int, float]:
    """How many of so many proposals in one turn stand, and the largest change of a side in points."""
    state = half_a_year().state
    assert state.at is not None
    kinds = list(EFFECTS)
    proposals = [
        model.Proposal(BondEvent(kinds[place % len(kinds)], "", confirmed=True), likeness(f"words {place}"))
        for place in range(number)
    ]
    after, outcomes = model.apply(state, proposals, state.at + timedelta(hours=12), EVEN)
    moved = max(abs(getattr(after, side) - getattr(state, side)) for side in ("warmth", "familiarity", "commitment"))
    return sum(outcome.rule != "same_turn" for outcome in outcomes), moved


def unverified() -> bool:
    """Whether severe events without a second sign, and any without confidence, leave a bond exactly as it was."""
    state = half_a_year().state
    assert state.at is not None
    doubtful = [BondEvent(kind, "x") for kind, effect in EFFECTS.items() if effect.severe]
    doubtful += [BondEvent(kind, "x", confidence=0.49, confirmed=True) for kind in EFFECTS]
    later = state.at + timedelta(days=3)
    return all(model.apply(state, [model.Proposal(event)], later, EVEN)[0] == state for event in doubtful)


def clock_jump(years: float) -> float:
    """How far apart a bond is, in points, from one whose clock never jumped, once the clock is put right."""
    state = half_a_year().state
    assert state.at is not None
    chat = [model.Proposal(BondEvent("chat", "", confirmed=True))]
    straight, _ = model.apply(state, chat, state.at + timedelta(hours=2), EVEN)
    wrong, _ = model.apply(state, chat, state.at + timedelta(days=365.25 * years, hours=1), EVEN)
    right, _ = model.apply(wrong, chat, state.at + timedelta(hours=2), EVEN)
    return max(_apart(right, straight), abs(right.bond - straight.bond))


def back_and_forth() -> float:
    """What a clock that is set a day ahead and back ten times gains over two honest days, in points of warmth."""
    honest, juggled = _full_days((0, 1)), _full_days((0, 1) * 10)
    return juggled.warmth - honest.warmth


def tension_alone() -> float:
    """How far a month of push and pull, and nothing else, moves an old bond away from one without, in points."""
    played = plain = half_a_year().state
    assert plain.at is not None
    kinds: tuple[BondKind, ...] = ("tease_unanswered", "disagreement", "banter", "calm")
    for number in range(120):
        at = plain.at + timedelta(hours=6)
        event = BondEvent(kinds[number % 4], "", confirmed=True)
        played, _ = model.apply(played, [model.Proposal(event, likeness(f"{number}"))], at, EVEN)
        plain = advance(plain, at, EVEN)
        assert plain.at is not None
    return _apart(played, plain)


def _apart(one: BondState, other: BondState) -> float:
    """How far two bonds are apart in their sides, hurt (points) and trust (percent), at worst."""
    sides = ("warmth", "familiarity", "commitment", "hurt")
    return max(*(float(abs(getattr(one, side) - getattr(other, side))) for side in sides), 100 * abs(one.trust - other.trust))


def _full_days(days: tuple[int, ...]) -> BondState:
    state = first_state(EVEN)
    for round_, day in enumerate(days):
        for place in range(20):
            event = BondEvent(AMENDING[place % 3], "", confirmed=True)
            at = START + timedelta(days=day, minutes=place)
            state, _ = model.apply(state, [model.Proposal(event, f"{round_} {place}")], at, EVEN)
    return state


def _no_amends(number: int, chance: Random) -> Deeds:
    return tuple(deed for deed in steady(number, chance) if deed.kind in ("chat", "disclose", "affection"))
