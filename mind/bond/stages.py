"""The five stages, climbed slowly and left slowly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from mind.bond.state import BondState


@dataclass(frozen=True, slots=True)
class Step:
    """From one stage to the next: the bond and trust it takes, the days to have stayed before, and where it is lost."""

    up: float
    trust: float
    stay: float
    down: float


STEPS: Final = (Step(12, 0.50, 1, 8), Step(30, 0.55, 5, 24), Step(52, 0.60, 14, 44), Step(74, 0.65, 30, 64))
"""STEPS[s] leads from stage s to s + 1."""

STAY_BEFORE_DOWN: Final = 2.0
OPEN_FLOOR: Final = 2.5
"""A rupture with more than this left lets nobody come closer."""


def stage_entry(stage: int) -> float:
    """The bond it took to enter a stage; 0 for the first."""
    return STEPS[stage - 1].up if stage else 0.0


def restage(state: BondState) -> BondState:
    """One step up or down where the state has earned it. Days stayed and a gap between up and down stop flutter."""
    stayed = state.days - state.stage_since
    if state.stage < len(STEPS) and _may_rise(state, STEPS[state.stage], stayed):
        return state.but(stage=state.stage + 1, stage_since=state.days)
    if state.stage > 0 and state.bond < STEPS[state.stage - 1].down and stayed >= STAY_BEFORE_DOWN:
        return state.but(stage=state.stage - 1, stage_since=state.days)
    return state


def _may_rise(state: BondState, step: Step, stayed: float) -> bool:
    unhurt = all(rupture.floor <= OPEN_FLOOR for rupture in state.ruptures)
    return state.bond >= step.up and state.trust >= step.trust and stayed >= step.stay and unhurt
