"""Marks in the ledger: states kept on the way, so that taking back what happened lately replays little.

Close together among the last events, far apart before: old events are seldom taken back.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import ColumnElement, delete, exists, insert, select

from mind.bond.state import BondState, to_json
from mind.store.saved_state import as_written, read_state
from mind.store.scope import Scope
from mind.store.tables import bond_event, bond_mark

CLOSE: Final = 100
"""Events between two marks among the last `RECENT`."""
FAR: Final = 5_000
"""Events between two marks before those."""
RECENT: Final = 4_000


def nearest_mark(scope: Scope, before: int) -> tuple[int, BondState] | None:
    """The last mark that knows nothing of event `before`, nor of its turn; later ones go, since they hold no longer."""
    first = scope.connection.scalar(select(bond_event.c.batch).where(bond_event.c.id == before)) or before
    scope.connection.execute(delete(bond_mark).where(_mine(scope), bond_mark.c.event_id >= min(first, before)))
    query = select(bond_mark.c.event_id, as_written(bond_mark)).where(_mine(scope)).order_by(bond_mark.c.event_id.desc())
    states = ((event, read_state(written)) for event, written in scope.connection.execute(query))
    return next(((event, state) for event, state in states if state is not None), None)


def mark(scope: Scope, event_id: int, state: BondState) -> None:
    """Keep the state after the ledger's newest event, where the last mark is far enough away."""
    query = select(bond_mark.c.event_id).where(_mine(scope)).order_by(bond_mark.c.event_id.desc()).limit(1)
    if due(scope.connection.scalar(query) or 0, event_id, event_id):
        keep(scope, event_id, state)
        thin(scope, event_id)


def worth_a_look(newest: int, events: int) -> bool:
    """Whether one of the last `events` events may be one to mark; so that not every turn looks for the last mark."""
    step = max(1, CLOSE // 4)
    return newest % step < events


def due(last: int, event_id: int, newest: int) -> bool:
    """Whether an event is far enough from the last mark to be marked; `newest` is the ledger's last event."""
    return event_id - last >= (CLOSE if newest - event_id < RECENT else FAR)


def keep(scope: Scope, event_id: int, state: BondState) -> None:
    """Keep the state after an event."""
    scope.connection.execute(insert(bond_mark), {"event_id": event_id, "state": to_json(state)})


def thin(scope: Scope, newest: int) -> None:
    """Take away what has become superfluous."""
    ids = scope.connection.scalars(select(bond_mark.c.event_id).where(_mine(scope)).order_by(bond_mark.c.event_id)).all()
    doomed = superfluous(ids, newest)
    if doomed:
        scope.connection.execute(delete(bond_mark).where(bond_mark.c.event_id.in_(doomed)))


def superfluous(ids: Sequence[int], newest: int) -> list[int]:
    """Of marks in order, those that have become old and lie too near to the one before them."""
    kept, doomed = 0, []
    for one in ids:
        if newest - one >= RECENT and one - kept < FAR:
            doomed.append(one)
        else:
            kept = one
    return doomed


def _mine(scope: Scope) -> ColumnElement[bool]:
    return exists().where(bond_event.c.id == bond_mark.c.event_id, scope.owns(bond_event))
