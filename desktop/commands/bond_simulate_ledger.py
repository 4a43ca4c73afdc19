"""Part of ``hearth bond simulate``: the same lives written into a real database and worked out anew from it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from mind.bond.simulation.checks import Check
    from mind.bond.simulation.types import Day, UserType
    from mind.bond.state import BondState
    from mind.ports import UnitOfWork

DAYS: Final = 8
NOISE: Final = 0.25
BUSIEST: Final = 30
"""Deeds of a day at most: users with more would only take longer."""


def through_ledger(users: Iterable[UserType]) -> Check:
    """Whether the saved state, its replay from the rows and the bare model agree to the last bit."""
    from mind.bond.simulation.checks import Check

    quiet = [user for user in users if len(user.day(0, Random(1))) <= BUSIEST]
    with TemporaryDirectory(prefix="hearth-simulate-") as folder:
        same = sum(_agrees(user.day, Path(folder) / str(place)) for place, user in enumerate(quiet))
    return Check("ledger", "", f"{same}/{len(quiet)}", f"{len(quiet)}", same == len(quiet))


def _agrees(day: Day, folder: Path) -> bool:
    from mind.bond.simulation.runner import live
    from mind.bond.temperament import temperament_of
    from mind.store import open_store

    bare = live(day, DAYS, noise=NOISE, seed=3, temperament=temperament_of("mira")).state
    store = open_store(folder)
    try:
        saved, replayed = store.call(lambda unit: _lived(unit, day))
    finally:
        store.close()
    return saved == replayed and _unmarked(saved) == _unmarked(bare)


def _unmarked(state: BondState) -> BondState:
    """Without the marks of words, which every database makes in its own way."""
    return state.but(recent=tuple(("", day) for _, day in state.recent))


def _lived(unit: UnitOfWork, day: Day) -> tuple[BondState, BondState]:
    from mind.bond.simulation.noise import hear
    from mind.bond.simulation.runner import START

    chance, errors = Random(3), Random("errors 3")
    for number in range(DAYS):
        deeds = day(number, chance)
        for place, deed in enumerate(deeds):
            at = START + timedelta(days=number, hours=12 * place / len(deeds))
            unit.ledger.apply([hear(deed, NOISE, errors)], at, None)
    unit.commit()
    return unit.ledger.state(), unit.ledger.replayed()  # type: ignore[attr-defined]
