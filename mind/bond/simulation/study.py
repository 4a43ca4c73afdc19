"""A study: every user of a set, heard clearly and with errors, several times."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Final

from mind.bond.simulation.runner import Life, live
from mind.bond.simulation.types import UserType
from mind.bond.state import BondState, first_state
from mind.bond.temperament import EVEN

SHOWN: Final = (7, 30, 60, 90, 120, 180)
"""Days of the table."""
SIDES: Final = ("warmth", "familiarity", "commitment", "trust", "hurt", "stage", "tension")


@dataclass(frozen=True, slots=True)
class Row:
    """One user heard with one rate of error: means over the seeds of the bond on `SHOWN` days and of trust at the end."""

    user: UserType
    noise: float
    days: tuple[int, ...]
    bonds: tuple[float, ...]
    trust: float
    stage: float
    lives: tuple[Life, ...]
    """By seed, from 1 on."""
    astray: float
    """How far the sum of all lines was from the state, at worst."""
    bounded: bool

    @property
    def ends(self) -> tuple[float, ...]:
        """The last day's bond of each life."""
        return tuple(life.bonds[-1] for life in self.lives)

    @property
    def end(self) -> float:
        return fmean(self.ends)


@dataclass(frozen=True, slots=True)
class Study:
    """All rows, by user and rate of error."""

    users: tuple[UserType, ...]
    rates: tuple[float, ...]
    rows: tuple[Row, ...]
    days: int
    seeds: int

    def row(self, user: UserType, noise: float) -> Row:
        """The row of one user and rate."""
        return next(row for row in self.rows if row.user is user and row.noise == noise)

    def moved(self, user: UserType, noise: float) -> tuple[float, ...]:
        """How far errors moved the bond of each life from where the same life ended when heard clearly."""
        noisy, clear = self.row(user, noise).ends, self.row(user, 0.0).ends
        return tuple(one - other for one, other in zip(noisy, clear, strict=True))


def study(users: Sequence[UserType], rates: Iterable[float], days: int, seeds: int) -> Study:
    """Live every user's days. The clear run is always there; it hears no errors and is lived with one seed a life."""
    wanted = tuple(dict.fromkeys((0.0, *rates)))
    rows = tuple(_row(user, rate, days, range(1, seeds + 1)) for user in users for rate in wanted)
    return Study(tuple(users), wanted, rows, days, seeds)


def _row(user: UserType, rate: float, days: int, seeds: Iterable[int]) -> Row:
    watched = _Bounds()
    lives = tuple(live(user.day, days, noise=rate, seed=seed, watch=watched) for seed in seeds)
    shown = tuple(day for day in SHOWN if day <= days) or (days,)
    return Row(
        user,
        rate,
        shown,
        tuple(fmean(life.bond_at(day) for life in lives) for day in shown),
        fmean(life.state.trust for life in lives),
        fmean(life.state.stage for life in lives),
        lives,
        max(astray(life) for life in lives),
        watched.held,
    )


def astray(life: Life) -> float:
    """How far the sum of the ledger's lines is from what the state moved by, at worst."""
    start = first_state(EVEN)
    moved = {side: float(getattr(life.state, side) - getattr(start, side)) for side in SIDES}
    return max(abs(moved[side] - life.sums.get(side, 0.0)) for side in SIDES)


def in_bounds(state: BondState) -> bool:
    """Whether every value is where it may be."""
    hundred = (state.warmth, state.familiarity, state.commitment, state.bond)
    return (
        all(0 <= side <= 100 for side in hundred)
        and 0 <= state.hurt <= 60
        and 0 < state.trust < 1
        and 0 <= state.tension <= 1
        and state.stage in range(5)
        and all(-1 <= axis <= 1 for axis in (state.pleasure, state.arousal, state.dominance))
    )


class _Bounds:
    """Watches a life's days."""

    def __init__(self) -> None:
        self.held = True

    def __call__(self, state: BondState) -> BondState:
        self.held = self.held and in_bounds(state)
        return state
