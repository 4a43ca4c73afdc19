"""What time alone does: moods settle, hurts fade, long absence loosens a little. Nobody is to blame for it."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import datetime
from typing import Final

from mind.bond.stages import stage_entry
from mind.bond.state import PRIOR, BondState, Rupture
from mind.bond.temperament import Temperament

LONGEST_GAP: Final = 365.0
"""Days. One gap counts for a year at most: a clock set wrong for an hour must not cost a friendship."""

MOOD_DAYS: Final = 0.35
HURT_HALVES: Final = 3.0
FLOOR_HALVES: Final = 30.0
GOOD_HALVES: Final = 60.0
BAD_HALVES: Final = 120.0
FLOORS_CARRY: Final = 15.0
"""All open ruptures together hold at most this much hurt in place."""

FORGOTTEN_FLOOR: Final = 0.05
REPEAT_DAYS: Final = 7.0


def gap_days(state: BondState, at: datetime) -> float:
    """Days since the last step: never below 0, never above `LONGEST_GAP`, whatever the clock says."""
    if state.at is None:
        return 0.0
    return min(LONGEST_GAP, max(0.0, (at - state.at).total_seconds() / 86400))


def advance(state: BondState, at: datetime, temperament: Temperament) -> BondState:
    """The state at `at` if nothing happened since its last step."""
    gap = gap_days(state, at)
    date = at.date().isoformat()
    if date != state.date:
        state = replace(state, date=date, counts={}, gained=0.0, hurt_today=0.0)
    if gap == 0:
        return replace(state, at=at)
    state = replace(state, at=at, days=state.days + gap)
    return _settle_mood(_heal(_loosen(_forget(state, gap), gap), gap), gap, temperament)


def held_hurt(ruptures: tuple[Rupture, ...]) -> float:
    """The hurt that does not fade while these ruptures stand."""
    return min(FLOORS_CARRY, sum(rupture.floor for rupture in ruptures))


def retention(days: float, strength: float) -> float:
    """The share left after `days` without contact: the forgetting curve of FSRS-4.5."""
    return float((1 + 19 / 81 * days / strength) ** -0.5)


def _forget(state: BondState, gap: float) -> BondState:
    return replace(
        state,
        good=PRIOR + (state.good - PRIOR) * 2 ** (-gap / GOOD_HALVES),
        bad=PRIOR + (state.bad - PRIOR) * 2 ** (-gap / BAD_HALVES),
        recent=tuple(said for said in state.recent if state.days - said[1] <= REPEAT_DAYS),
    )


def _loosen(state: BondState, gap: float) -> BondState:
    absent = gap - (2 + 2 * state.stage)
    if absent <= 0:
        return state
    rest = 0.35 * stage_entry(state.stage)
    kept = retention(absent, 10 + 1.2 * state.familiarity)
    return replace(
        state, warmth=_toward(rest, state.warmth, kept), commitment=_toward(rest, state.commitment, kept)
    )


def _toward(rest: float, value: float, kept: float) -> float:
    return value if value <= rest else rest + (value - rest) * kept


def _heal(state: BondState, gap: float) -> BondState:
    fade = 2 ** (-gap / FLOOR_HALVES)
    faded = tuple(replace(rupture, floor=rupture.floor * fade) for rupture in state.ruptures)
    ruptures = tuple(rupture for rupture in faded if rupture.floor > FORGOTTEN_FLOOR)
    held = held_hurt(ruptures)
    hurt = state.hurt if state.hurt <= held else held + (state.hurt - held) * 2 ** (-gap / HURT_HALVES)
    return replace(state, ruptures=ruptures, hurt=hurt)


def _settle_mood(state: BondState, gap: float, temperament: Temperament) -> BondState:
    rest = temperament.baseline()
    left = math.exp(-gap / MOOD_DAYS)
    return replace(
        state,
        pleasure=rest[0] + (state.pleasure - rest[0]) * left,
        arousal=rest[1] + (state.arousal - rest[1]) * left,
        dominance=rest[2] + (state.dominance - rest[2]) * left,
    )
