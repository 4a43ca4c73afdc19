"""Looking a store through: pages, rows, search index, and whether the ledger gives the bond; and healing what can be healed."""

from __future__ import annotations

from dataclasses import dataclass
from math import isclose
from pathlib import Path
from typing import Final

from sqlalchemy import func, select

from mind.bond.state import first_state, to_json
from mind.bond.temperament import temperament_of
from mind.errors import StoreDamaged
from mind.store import flaws, tables
from mind.store.backups import all_backups
from mind.store.folder import Folder
from mind.store.opening import open_store
from mind.store.reindex import reindex
from mind.store.schema import HEAD
from mind.store.unit import SqlUnitOfWork

CLOSE: Final = 1e-6
"""Powers and logarithms differ in their last digits from machine to machine."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found. `findings` is empty for a sound store; `counts` are rows by table."""

    folder: Path
    revision: str
    bytes: int
    counts: dict[str, int]
    backups: tuple[str, ...]
    set_aside: tuple[str, ...]
    findings: tuple[str, ...]
    beyond: tuple[str, ...] = ()
    """Those of the findings that `mend` cannot heal: only a backup helps."""

    @property
    def repairable(self) -> bool:
        """Whether `mend` heals something."""
        return len(self.findings) > len(self.beyond)

    @property
    def sound(self) -> bool:
        return not self.findings


def check(folder: Path, companion: str = "mira") -> Report:
    """Look through the store in `folder`; changes nothing and works beside a running Hearth."""
    place = Folder(Path(folder).absolute())
    try:
        store = open_store(place.path, companion=companion, readonly=True)
        try:
            counts, healable, beyond = store.call(_look_through)
        finally:
            store.close()
    except StoreDamaged as fault:
        counts, healable, beyond = {}, [], [fault.message]
    size = place.database.stat().st_size if place.database.exists() else 0
    names = tuple(file.name for file in all_backups(place))
    aside = tuple(file.name for file in place.set_aside())
    return Report(place.path, HEAD, size, counts, names, aside, (*healable, *beyond), tuple(beyond))


def mend(unit: SqlUnitOfWork) -> None:
    """Heal what can be healed and write the search indexes anew. The caller commits.

    What goes is what was left over of lost rows: make a backup first.
    """
    for flaw, _ in flaws.found(unit.scope):
        if flaw.heal is not None:
            flaw.heal(unit.scope, flaw.rows)
    reindex(unit.scope)


def _look_through(unit: SqlUnitOfWork) -> tuple[dict[str, int], list[str], list[str]]:
    """Rows by table; what is wrong and can be healed; what is wrong beyond that."""
    scope = unit.scope
    if torn := scope.dialect.page_faults(scope.connection):
        return {}, [], torn
    found = flaws.found(scope)
    healable = [flaw.told(count) for flaw, count in found if flaw.heal is not None]
    beyond = [flaw.told(count) for flaw, count in found if flaw.heal is None]
    if not {flaw.table for flaw, _ in found} & {tables.bond_event, tables.bond_line, tables.bond_state}:
        beyond += ledger_faults(unit)
    counted = (tables.turn, tables.memory, tables.bond_event, tables.bond_line)
    counts = {
        table.name: scope.connection.scalar(select(func.count()).select_from(table)) or 0 for table in counted
    }
    return counts, [*healable, *scope.dialect.index_faults(scope.connection)], beyond


def ledger_faults(unit: SqlUnitOfWork) -> list[str]:
    """Where the saved bond differs from its events, or from the sum of its lines."""
    saved, found = unit.ledger.state(), []
    if not _alike(to_json(saved), to_json(unit.ledger.replayed())):
        found.append("the bond differs from a replay of its events")
    start = first_state(temperament_of(unit.scope.companion))
    for field, total in unit.ledger.sums().items():
        moved = float(getattr(saved, field) - getattr(start, field))
        if not isclose(moved, total, abs_tol=CLOSE):
            found.append(f"the ledger of {field} adds up to {total:.4f}, the bond moved by {moved:.4f}")
    return found


def _alike(one: object, other: object) -> bool:
    if isinstance(one, float) and isinstance(other, float):
        return isclose(one, other, abs_tol=CLOSE)
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_alike(one[name], other[name]) for name in one)
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(_alike, one, other))
    return one == other
