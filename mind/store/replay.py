"""The bond worked out anew from its events, with or without those that were taken back."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, get_args

from sqlalchemy import select

from mind.bond import model
from mind.bond.state import BondState, first_state
from mind.bond.temperament import temperament_of
from mind.domain import BondEvent, BondKind
from mind.store.scope import Scope
from mind.store.tables import bond_event

KINDS: Final = frozenset(get_args(BondKind))
"""What an event can be: a row of another kind was damaged, and moves nothing."""
TAKING_BACK: Final = ("undo", "misunderstanding")
ONE_OF_A_TURN: Final = "same_turn"
"""The rule of those that were refused because of another event in their turn."""

_READ: Final = (
    bond_event.c.id, bond_event.c.at, bond_event.c.kind, bond_event.c.confidence, bond_event.c.severity,
    bond_event.c.confirmed, bond_event.c.likeness, bond_event.c.rule, bond_event.c.batch, bond_event.c.rules,
    bond_event.c.about, bond_event.c.origin,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Batch:
    """What one turn proposed, and which version of the rules judged it. `last` is the id of its last event."""

    last: int
    at: datetime
    rules: int
    proposals: tuple[model.Proposal, ...]


def taken_back(scope: Scope, last: int | None = None) -> frozenset[int]:
    """Ids of events that count no longer, or did not after event `last`. What takes back may itself be taken back; a
    confirmation goes with what it confirms.
    """
    return _settled(scope, last)[0]


def answered(scope: Scope) -> frozenset[int]:
    """Ids of events that were taken back, or stand by a confirmation that counts."""
    gone, confirmed = _settled(scope)
    return gone | confirmed


def _settled(scope: Scope, last: int | None = None) -> tuple[frozenset[int], frozenset[int]]:
    """The events that were taken back, and those that were confirmed. What concerns an event comes after it."""
    columns = (bond_event.c.id, bond_event.c.kind, bond_event.c.about)
    query = select(*columns).where(scope.owns(bond_event), bond_event.c.about > 0)
    if last is not None:
        query = query.where(bond_event.c.id <= last)
    gone: set[int] = set()
    confirming: list[tuple[int, int]] = []
    # Sorted here: sorting by id, a database would walk all events rather than the few that concern another.
    for row in sorted(scope.connection.execute(query), key=lambda row: -row.id):
        if row.kind not in TAKING_BACK:
            confirming.append((row.id, row.about))
            if row.about in gone:
                gone.add(row.id)
        elif row.id not in gone:
            gone.add(row.about)
    return frozenset(gone), frozenset(about for one, about in confirming if one not in gone)


def replay(scope: Scope, without: Collection[int] = (), last: int | None = None) -> BondState:
    """The state after all events but `without`, or after those up to `last`."""
    state = first_state(temperament_of(scope.companion))
    for newest, after in states(scope, without):
        if last is not None and newest > last:
            break
        state = after
    return state


def states(
    scope: Scope, without: Collection[int] = (), start: tuple[int, BondState] | None = None
) -> Iterator[tuple[int, BondState]]:
    """The id of each turn's last event with the state after it; from the beginning, or on from the state after `start[0]`.

    Every turn is judged by the rules of its time, and with the temperament they knew. KeyError for rules of a newer program.
    """
    after, state = start or (0, None)
    for batch in batches(scope, after, frozenset(without)):
        nature = temperament_of(scope.companion, batch.rules)
        state, _ = model.apply(state or first_state(nature), batch.proposals, batch.at, nature, batch.rules)
        yield batch.last, state


def batches(scope: Scope, after: int = 0, without: frozenset[int] = frozenset()) -> Iterator[Batch]:
    """Events in order, as they came: one turn, one moment. What takes back moves nothing of itself."""
    query = select(*_READ).where(scope.owns(bond_event), bond_event.c.id > after).order_by(bond_event.c.id)
    together: list[Any] = []
    for row in scope.connection.execute(query):
        if together and row.batch != together[-1].batch:
            yield from _batch(together, without)
            together = []
        together.append(row)
    if together:
        yield from _batch(together, without)


def _batch(rows: Sequence[Any], without: frozenset[int]) -> Iterator[Batch]:
    """What of a turn counts: nothing takes the place of what was taken back, or every excuse would uncover the next blame."""
    left = [row for row in rows if row.id not in without and row.kind in KINDS and row.kind not in TAKING_BACK]
    if any(row.id in without for row in rows):
        left = [row for row in left if row.rule != ONE_OF_A_TURN]
    if left:
        proposals = tuple(model.Proposal(_event(row), row.likeness) for row in left)
        yield Batch(rows[-1].id, rows[0].at, rows[0].rules, proposals)


def _event(row: Any) -> BondEvent:
    """An event as it was proposed, without its words."""
    return BondEvent(row.kind, "", row.confidence, row.severity, row.confirmed, row.about, row.origin)
