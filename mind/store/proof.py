"""The proof of a bond: all its events replayed, beside what is saved and what the lines add up to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import isclose
from typing import Any, Final

from sqlalchemy import String, func, select, type_coerce

from mind.bond.model import FIELDS
from mind.bond.state import BondState, first_state, to_json
from mind.bond.temperament import temperament_of
from mind.store.ledger import StoredLedger, hash_of
from mind.store.replay import replay, taken_back
from mind.store.scope import Scope
from mind.store.tables import bond_event, bond_line

CLOSE: Final = 1e-6
"""Powers and logarithms differ in their last digits from machine to machine."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What a replay gave. `differing` names fields of the state that are not as saved, `astray` the fields whose lines do
    not add up: (field, sum of the lines, what the bond moved by). `same` and `off` tell how exactly both agree.
    """

    events: int
    lines: int
    gone: int
    rules: tuple[int, ...]
    state: BondState
    hash: str
    saved_hash: str
    differing: tuple[str, ...]
    astray: tuple[tuple[str, float, float], ...]
    agrees: bool
    """Whether the lines add up to what the events give, whatever is saved."""
    same: bool
    """Whether both states are equal to the last bit."""
    off: float
    """The largest distance between a sum of lines and the value."""

    @property
    def holds(self) -> bool:
        """Whether the events give the bond, and its lines add up to it."""
        return not self.differing and not self.astray


def prove(scope: Scope) -> Proof:
    """Replay everything and compare; changes nothing. KeyError for rules that this program does not know."""
    ledger = StoredLedger(scope)
    saved, gone = ledger.state(), taken_back(scope)
    state = replay(scope, gone)
    moved = _moved(ledger, saved)
    events = select(func.count()).select_from(bond_event).where(scope.owns(bond_event))
    mine = bond_line.c.event_id.in_(select(bond_event.c.id).where(scope.owns(bond_event)))
    return Proof(
        scope.connection.scalar(events) or 0,
        scope.connection.scalar(select(func.count()).select_from(bond_line).where(mine)) or 0,
        len(gone), ledger.rules(), state, hash_of(state), hash_of(saved), differing(state, saved),
        _astray(moved), not _astray(_moved(ledger, state)), state == saved,
        max((abs(total - by) for _, total, by in moved), default=0.0),
    )  # fmt: skip


def differing(one: BondState, other: BondState) -> tuple[str, ...]:
    """The fields in which two states are not alike."""
    left, right = to_json(one), to_json(other)
    return tuple(name for name in left if not _alike(left[name], right[name]))


def until(scope: Scope, day: date) -> tuple[BondState, int]:
    """The state after the last event of a day (local dates) or before it, as it was known then, and that event's id.

    The first state and 0 before any.
    """
    at = func.substr(type_coerce(bond_event.c.at, String), 1, len("2026-11-23"))
    query = select(func.max(bond_event.c.id)).where(scope.owns(bond_event), at <= day.isoformat())
    last = int(scope.connection.scalar(query) or 0)
    return replay(scope, taken_back(scope, last), last), last


def _moved(ledger: StoredLedger, saved: BondState) -> list[tuple[str, float, float]]:
    """What the lines of each field add up to, and what it moved by."""
    start, sums = first_state(temperament_of(ledger.companion)), ledger.sums()
    unknown = [(field, total, 0.0) for field, total in sums.items() if field not in FIELDS]
    known = [(field, sums.get(field, 0.0), float(getattr(saved, field) - getattr(start, field))) for field in FIELDS]
    return known + unknown


def _astray(moved: list[tuple[str, float, float]]) -> tuple[tuple[str, float, float], ...]:
    return tuple(one for one in moved if not isclose(one[1], one[2], abs_tol=CLOSE))


def _alike(one: Any, other: Any) -> bool:
    if isinstance(one, float) and isinstance(other, float):
        return isclose(one, other, abs_tol=CLOSE)
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_alike(one[name], other[name]) for name in one)
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(_alike, one, other))
    return bool(one == other)
