"""What time alone does: moods settle, hurts fade, long absence loosens a little. Nobody is to blame for it."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from mind.bond.books import RULES, RuleBook, book_of
from mind.bond.clock import LEAP, LONGEST_GAP, Leap, back_from_ahead, gap_days, given_back, true_gap_days, turned_to
from mind.bond.stages import stage_entry
from mind.bond.state import PRIOR, BondState, Rupture
from mind.bond.temperament import Temperament

__all__ = ["FLOOR_HALVES", "FORGOTTEN_FLOOR", "LONGEST_GAP", "advance", "gap_days", "held_hurt", "retention"]

MOOD_DAYS: Final = 0.35
HURT_HALVES: Final = 3.0
FLOOR_HALVES: Final = 30.0
TENSION_HALVES: Final = 0.5
HEARD_HALVES: Final = 60.0
FLOORS_CARRY: Final = 15.0
"""All open ruptures together hold at most this much hurt in place."""

FORGOTTEN_FLOOR: Final = 0.05
FORGOTTEN_TENSION: Final = 0.001
REPEAT_DAYS: Final = 7.0


def advance(state: BondState, at: datetime, temperament: Temperament, book: RuleBook | None = None) -> BondState:
    """The state at `at` if nothing happened since its last step. Nothing passes while the bond is paused."""
    book = book or book_of(RULES)
    if state.paused:
        return state
    return _advance(state, at, temperament, book) if book.own_days else _advance_first(state, at, temperament, book)


def put_right(state: BondState, at: datetime) -> BondState:
    """The state with what a clock that ran ahead had taken; as it is if the clock did not."""
    return state.but(**given_back(state)) if back_from_ahead(state, at) else state


def held_hurt(ruptures: tuple[Rupture, ...]) -> float:
    """The hurt that does not fade while these ruptures stand."""
    return min(FLOORS_CARRY, sum(rupture.floor for rupture in ruptures))


def retention(days: float, strength: float) -> float:
    """The share left after `days` without contact: the forgetting curve of FSRS-4.5."""
    return float((1 + 19 / 81 * days / strength) ** -0.5)


def _advance_first(state: BondState, at: datetime, temperament: Temperament, book: RuleBook) -> BondState:
    gap = gap_days(state, at)
    date = at.date().isoformat()
    turned = {} if date == state.date else {"date": date, "counts": {}, "gained": 0.0, "hurt_today": 0.0}
    if gap == 0:
        return state.but(at=at, **turned)
    return state.but(at=at, days=state.days + gap, **turned, **_passed(state, gap, temperament, book))


def _advance(state: BondState, at: datetime, temperament: Temperament, book: RuleBook) -> BondState:
    state = put_right(state, at)
    gap = true_gap_days(state, at)
    changed: dict[str, Any] = {"at": at, **turned_to(state, at.date())}
    if state.latest is None or at > state.latest:
        changed["latest"] = at
    if gap == 0:
        return state.but(**changed)
    later = state.but(days=state.days + gap, **changed, **_passed(state, gap, temperament, book))
    return _leapt(state, later, at) if gap > LEAP else later


def _leapt(before: BondState, after: BondState, at: datetime) -> BondState:
    assert before.at is not None
    took = {side: getattr(before, side) - getattr(after, side) for side in ("warmth", "commitment", "good", "bad")}
    return after.but(leap=Leap(before.at, at, **took))


def _passed(state: BondState, gap: float, temperament: Temperament, book: RuleBook) -> dict[str, Any]:
    """The fields that time moves, after `gap` days."""
    return {
        **_forgotten(state, gap, book), **_loosened(state, gap), **_healed(state, gap), **_settled(state, gap, temperament),
    }  # fmt: skip


def _forgotten(state: BondState, gap: float, book: RuleBook) -> dict[str, Any]:
    today, fresh = state.days + gap, 0
    while fresh < len(state.recent) and today - state.recent[fresh][1] > REPEAT_DAYS:
        fresh += 1
    return {
        "good": PRIOR + (state.good - PRIOR) * 2 ** (-gap / book.good_halves),
        "bad": PRIOR + (state.bad - PRIOR) * 2 ** (-gap / book.bad_halves),
        "recent": state.recent[fresh:],
        "heard": {what: much * 2 ** (-gap / HEARD_HALVES) for what, much in state.heard.items()},
    }


def _loosened(state: BondState, gap: float) -> dict[str, Any]:
    absent = gap - (2 + 2 * state.stage)
    if absent <= 0:
        return {}
    rest = 0.35 * stage_entry(state.stage)
    kept = retention(absent, 10 + 1.2 * state.familiarity)
    return {"warmth": _toward(rest, state.warmth, kept), "commitment": _toward(rest, state.commitment, kept)}


def _toward(rest: float, value: float, kept: float) -> float:
    return value if value <= rest else rest + (value - rest) * kept


def _healed(state: BondState, gap: float) -> dict[str, Any]:
    ruptures = state.ruptures
    if ruptures:
        fade = 2 ** (-gap / FLOOR_HALVES)
        faded = tuple(replace(rupture, floor=rupture.floor * fade) for rupture in ruptures)
        ruptures = tuple(rupture for rupture in faded if rupture.floor > FORGOTTEN_FLOOR)
    held = held_hurt(ruptures)
    hurt = state.hurt if state.hurt <= held else held + (state.hurt - held) * 2 ** (-gap / HURT_HALVES)
    return {"ruptures": ruptures, "hurt": hurt}


def _settled(state: BondState, gap: float, temperament: Temperament) -> dict[str, Any]:
    rest = temperament.baseline()
    left = math.exp(-gap / MOOD_DAYS)
    tension = state.tension * 2 ** (-gap / TENSION_HALVES) if state.tension else 0.0
    return {
        "pleasure": rest[0] + (state.pleasure - rest[0]) * left,
        "arousal": rest[1] + (state.arousal - rest[1]) * left,
        "dominance": rest[2] + (state.dominance - rest[2]) * left,
        "tension": tension if tension > FORGOTTEN_TENSION else 0.0,
    }
