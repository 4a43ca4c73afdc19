"""Looking a store through: pages, rows, search index, and whether the ledger gives the bond; and healing what can be healed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from sqlalchemy import func, select

from mind.errors import StoreDamaged
from mind.store import flaws, tables
from mind.store.backups import all_backups
from mind.store.folder import Folder
from mind.store.mending import rebuild_bond
from mind.store.opening import open_store
from mind.store.proof import Proof, prove
from mind.store.reindex import reindex
from mind.store.schema import HEAD
from mind.store.scope import Scope
from mind.store.unit import SqlUnitOfWork

OF_THE_BOND: Final = {tables.bond_event, tables.bond_line, tables.bond_state}


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
    for one in _owners(unit.scope):
        if _rebuildable(prove(one)):
            rebuild_bond(one, one.owns(tables.bond_state))
    reindex(unit.scope)


def _look_through(unit: SqlUnitOfWork) -> tuple[dict[str, int], list[str], list[str]]:
    """Rows by table; what is wrong and can be healed; what is wrong beyond that."""
    scope = unit.scope
    if torn := scope.dialect.page_faults(scope.connection):
        return {}, [], torn
    found = flaws.found(scope)
    healable = [flaw.told(count) for flaw, count in found if flaw.heal is not None]
    beyond = [flaw.told(count) for flaw, count in found if flaw.heal is None]
    if not {flaw.table for flaw, _ in found} & OF_THE_BOND:
        for one in _owners(scope):
            proof = prove(one)
            (healable if _rebuildable(proof) else beyond).extend(_ledger_faults(proof))
    counted = (tables.turn, tables.memory, tables.bond_event, tables.bond_line)
    counts = {
        table.name: scope.connection.scalar(select(func.count()).select_from(table)) or 0 for table in counted
    }
    return counts, [*healable, *scope.dialect.index_faults(scope.connection)], beyond


def ledger_faults(unit: SqlUnitOfWork) -> list[str]:
    """Where the saved bond differs from its events, or from the sum of its lines."""
    return _ledger_faults(prove(unit.scope))


def _ledger_faults(proof: Proof) -> list[str]:
    found = ["the bond differs from a replay of its events"] if proof.differing else []
    for field, total, moved in proof.astray:
        found.append(f"the ledger of {field} adds up to {total:.4f}, the bond moved by {moved:.4f}")
    return found


def _rebuildable(proof: Proof) -> bool:
    """Whether events and lines agree, so that only what is saved of them is wrong."""
    return bool(proof.differing) and proof.agrees


def _owners(scope: Scope) -> Iterator[Scope]:
    """A scope for everybody who has a bond."""
    owner = tables.bond_state.c
    found = select(owner.companion_id, owner.person_id, tables.companion.c.key).join(tables.companion).order_by(owner.id)
    for row in scope.connection.execute(found).all():
        yield replace(scope, companion=row.key, companion_id=row.companion_id, person_id=row.person_id)
