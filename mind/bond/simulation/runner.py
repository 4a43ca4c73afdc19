"""Living the days of a user, turn by turn, as the ledger would be told of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from random import Random
from typing import Final

from mind.bond import model
from mind.bond.likeness import likeness
from mind.bond.simulation.noise import hear
from mind.bond.simulation.types import Day
from mind.bond.state import BondState, first_state
from mind.bond.temperament import EVEN, Temperament

START: Final = datetime(2026, 3, 2, 9, 0, tzinfo=timezone.utc)
"""Nine in the morning of a Monday; a day's turns are spread over twelve hours."""

Watch = Callable[[BondState], BondState]
"""Called at the end of each day; the next day goes on from what it returns."""


@dataclass(slots=True)
class Life:
    """A user's time with her: the state after it, the sum of every ledger line by field, and each day's end."""

    state: BondState
    sums: dict[str, float] = field(default_factory=dict)
    bonds: list[float] = field(default_factory=list)
    trusts: list[float] = field(default_factory=list)
    stages: list[int] = field(default_factory=list)

    def bond_at(self, day: int) -> float:
        """The bond at the end of day `day`, counted from 1."""
        return self.bonds[day - 1]


def live(
    day: Day,
    days: int,
    *,
    noise: float = 0.0,
    seed: int = 1,
    state: BondState | None = None,
    first_day: int = 0,
    temperament: Temperament = EVEN,
    watch: Watch | None = None,
) -> Life:
    """Live `days` days, heard with errors at the rate `noise`. Equal arguments give the equal life."""
    life = Life(state or first_state(temperament))
    chance, errors = Random(seed), Random(f"errors {seed}")
    for number in range(first_day, first_day + days):
        deeds = day(number, chance)
        for place, deed in enumerate(deeds):
            at = START + timedelta(days=number, hours=12 * place / len(deeds))
            proposal = model.Proposal(hear(deed, noise, errors), likeness(deed.quote))
            life.state, outcomes = model.apply(life.state, (proposal,), at, temperament)
            for outcome in outcomes:
                for line in outcome.lines:
                    life.sums[line.field] = life.sums.get(line.field, 0.0) + line.delta
        if watch is not None:
            life.state = watch(life.state)
        life.bonds.append(life.state.bond)
        life.trusts.append(life.state.trust)
        life.stages.append(life.state.stage)
    return life
