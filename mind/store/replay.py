"""The bond worked out anew from its events, with or without those that were taken back."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, delete, insert, select

from mind.bond import model
from mind.bond.state import BondState, first_state, from_json, to_json
from mind.bond.temperament import Temperament
from mind.domain import BondEvent
from mind.store.scope import Scope
from mind.store.tables import bond_event, bond_mark

TAKING_BACK: Final = ("undo", "misunderstanding")
MARK_EVERY: Final = 500
"""Events between two marks: so many at most are replayed to reach any point, in some hundredths of a second."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What one turn proposed, and which version of the rules judged it. `first` is the id of its first event."""

    first: int
    at: datetime
    rules: int
    proposals: tuple[model.Proposal, ...]


def taken_back(scope: Scope) -> frozenset[int]:
    """Ids of events that count no longer. What takes back may itself be taken back."""
    query = select(bond_event.c.id, bond_event.c.about).where(scope.owns(bond_event), bond_event.c.kind.in_(TAKING_BACK))
    gone: set[int] = set()
    for row in scope.connection.execute(query.order_by(bond_event.c.id.desc())):
        if row.id not in gone and row.about is not None:
            gone.add(row.about)
    return frozenset(gone)


def replay(
    scope: Scope, temperament: Temperament, without: Collection[int] = (), start: tuple[int, BondState] | None = None
) -> BondState:
    """The state after all events but `without`, from the beginning, or on from a state after event `start[0]`."""
    after, state = start or (0, first_state(temperament))
    for batch in _batches(scope, after, frozenset(without)):
        state, _ = model.apply(state, batch.proposals, batch.at, temperament)
    return state


def nearest_mark(scope: Scope, before: int) -> tuple[int, BondState] | None:
    """The last mark that knows nothing of event `before` yet; later ones are taken away, since they no longer hold."""
    mine = select(bond_event.c.id).where(scope.owns(bond_event))
    first = scope.connection.scalar(select(bond_event.c.batch).where(bond_event.c.id == before)) or before
    later = bond_mark.c.event_id.in_(mine) & (bond_mark.c.event_id >= first)
    scope.connection.execute(delete(bond_mark).where(later))
    query = select(bond_mark).where(bond_mark.c.event_id.in_(mine)).order_by(bond_mark.c.event_id.desc()).limit(1)
    found = scope.connection.execute(query).first()
    return (found.event_id, from_json(found.state)) if found is not None else None


def mark(scope: Scope, last: int, state: BondState) -> None:
    """Keep the state after event `last` where the last mark is long ago."""
    mine = select(bond_event.c.id).where(scope.owns(bond_event))
    query = select(bond_mark.c.event_id).where(bond_mark.c.event_id.in_(mine)).order_by(bond_mark.c.event_id.desc()).limit(1)
    if last - int(scope.connection.scalar(query) or 0) >= MARK_EVERY:
        scope.connection.execute(insert(bond_mark), {"event_id": last, "state": to_json(state)})


def event_of(row: Row[Any]) -> BondEvent:
    """An event as it was proposed, without its words."""
    return BondEvent(row.kind, "", row.confidence, row.severity, row.confirmed, row.about, row.origin)


def _batches(scope: Scope, after: int, without: frozenset[int]) -> Iterator[Batch]:
    """Events in order, grouped as they came: one turn, one moment. What takes back moves nothing of itself."""
    query = select(bond_event).where(scope.owns(bond_event), bond_event.c.id > after).order_by(bond_event.c.id)
    together: list[Row[Any]] = []
    for row in scope.connection.execute(query):
        if row.id in without or row.kind in TAKING_BACK:
            continue
        if together and row.batch != together[-1].batch:
            yield _batch(together)
            together = []
        together.append(row)
    if together:
        yield _batch(together)


def _batch(rows: list[Row[Any]]) -> Batch:
    proposals = tuple(model.Proposal(event_of(row), row.likeness) for row in rows)
    return Batch(rows[0].id, rows[0].at, rows[0].rules, proposals)
