"""The bond's append-only log on the database. What events do is decided in `mind.bond`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Row, func, insert, select, update

from mind.bond import model
from mind.bond.effects import EFFECTS
from mind.bond.likeness import likeness
from mind.bond.passage import advance
from mind.bond.state import BondState, first_state, from_json, to_json
from mind.bond.temperament import temperament_of
from mind.domain import BondChange, BondEvent, BondKind, BondSummary, OpenHurt, Origin
from mind.store import marks
from mind.store.causes import HELD, StoredCauses, said
from mind.store.replay import KINDS, TAKING_BACK, answered, replay, states, taken_back
from mind.store.scope import Scope
from mind.store.tables import bond_event, bond_line, bond_state
from mind.store.text import clean

REVERSIBLE: Final = frozenset({*EFFECTS, *TAKING_BACK, "reset"})
"""What can be taken back."""
LAPSES: Final = timedelta(days=7)
"""What was held so long is past: it can be confirmed no more."""
DIGITS: Final = 9
"""Powers and logarithms differ in their last digits from machine to machine."""


class StoredLedger(StoredCauses):
    """`mind.ports.Ledger` on the database."""

    def __init__(self, scope: Scope) -> None:
        super().__init__(scope)
        self._temperament = temperament_of(scope.companion)

    @property
    def companion(self) -> str:
        """Whose it is."""
        return self._scope.companion

    def apply(self, events: Sequence[BondEvent], at: datetime, turn_id: int | None) -> tuple[BondChange, ...]:
        """Run the rules over what one turn proposes; keep every proposal with its rule, and every change."""
        proposals = [model.Proposal(event, likeness(event.quote)) for event in events]
        if not proposals:
            return ()
        before = self.state()
        after, outcomes = model.apply(before, proposals, at, self._temperament)
        batch = newest = self._next_event()
        changes: list[BondChange] = []
        for proposal, outcome in zip(proposals, outcomes, strict=True):
            newest = self._add(proposal, outcome.rule, at, turn_id, batch)
            changes += self._lines_of(newest, proposal.event, outcome, at, turn_id)
        if after != before:
            self._save(after)
            marks.mark(self._scope, newest, after)
        return tuple(changes)

    def summary(self, at: datetime) -> BondSummary:
        """Where the bond stands at that time; asking changes nothing."""
        return advance(self.state(), at, self._temperament).summary()

    def state(self) -> BondState:
        """The state after the last event, as it was saved."""
        saved = self._scope.connection.scalar(select(bond_state.c.state).where(self._scope.owns(bond_state)))
        return from_json(saved) if saved else first_state(self._temperament)

    def hurts(self) -> tuple[OpenHurt, ...]:
        """What stands between them, oldest first."""
        return self.hurts_of(self.state())

    def annul(
        self, kind: BondKind, event_id: int, at: datetime, turn_id: int | None, quote: str = "", origin: Origin = "user"
    ) -> tuple[BondChange, ...]:
        """Take an event back: the state becomes as if it had never counted, the difference is this event's lines."""
        row = self._event(event_id)
        if kind not in TAKING_BACK or (row.kind not in REVERSIBLE and row.kind in KINDS):
            raise ValueError(f"{kind} of {row.kind} is nothing that can be done")
        if event_id in taken_back(self._scope):
            raise ValueError("it was taken back already")
        event = BondEvent(kind, quote, about=event_id, origin=origin)
        before, start = self.state(), marks.nearest_mark(self._scope, self._root(row))
        wrote = self._add(model.Proposal(event), kind, at, turn_id, self._next_event())
        after = self._again(start, wrote)
        return self._lines_of(wrote, event, model.Outcome(kind, model.difference(before, after, kind)), at, turn_id)

    def confirm(self, event_id: int, at: datetime, turn_id: int | None, quote: str = "") -> tuple[BondChange, ...]:
        """A held event now stands, from `at` on."""
        row = self._event(event_id)
        if row.rule != HELD or event_id in answered(self._scope):
            raise ValueError("it is not held")
        if at - row.at > LAPSES:
            raise ValueError("it was held too long ago")
        event = BondEvent(row.kind, quote or row.quote, row.confidence, row.severity, confirmed=True, about=event_id)
        return self.apply([event], at, turn_id)

    def state_hash(self) -> str:
        """A mark of the state, equal for equal states: SHA-256 of its canonical JSON. It holds no words, nor marks of them."""
        return hash_of(self.state())

    def replayed(self) -> BondState:
        """The state rebuilt from all events: equal to `state` unless someone wrote past the rules."""
        return replay(self._scope, taken_back(self._scope))

    def rules(self) -> tuple[int, ...]:
        """The versions of the rules that judged the events, the oldest first."""
        query = select(bond_event.c.rules).where(self._scope.owns(bond_event)).distinct().order_by(bond_event.c.rules)
        return tuple(self._scope.connection.scalars(query))

    def _root(self, row: Row[Any]) -> int:
        """The event that a chain of taking back is about: nothing before it changes."""
        while row.kind in TAKING_BACK and row.about is not None:
            row = self._event(row.about)
        return int(row.id)

    def _again(self, start: tuple[int, BondState] | None, newest: int) -> BondState:
        """The state as the events that count give it, on from a mark. It is saved, with new marks on the way."""
        marked, state = start or (0, first_state(self._temperament))
        for last, state in states(self._scope, taken_back(self._scope), start):
            if marks.due(marked, last, newest):
                marks.keep(self._scope, last, state)
                marked = last
        marks.thin(self._scope, newest)
        self._save(state)
        return state

    def _add(self, proposal: model.Proposal, rule: str, at: datetime, turn_id: int | None, batch: int) -> int:
        event = proposal.event
        row = {
            "turn_id": turn_id, "at": at, "kind": event.kind, "confidence": event.confidence,
            "severity": event.severity, "confirmed": event.confirmed, "likeness": proposal.likeness,
            "quote": clean(event.quote), "rule": rule, "batch": batch, "rules": model.RULES, "about": event.about,
            "origin": event.origin,
        }  # fmt: skip
        return self._scope.add(bond_event, row)

    def _lines_of(
        self, event_id: int, event: BondEvent, outcome: model.Outcome, at: datetime, turn_id: int | None
    ) -> tuple[BondChange, ...]:
        """Keep what an event moved; what of it is worth telling."""
        lines = [
            {"event_id": event_id, "field": line.field, "delta": line.delta, "cause": line.cause, "rule": line.rule}
            for line in outcome.lines
        ]
        if lines:
            self._scope.connection.execute(insert(bond_line), lines)
        quote = clean(event.quote)
        return tuple(
            BondChange(line.field, line.delta, line.cause, line.rule, said(line.cause, quote), at, turn_id, event_id)
            for line in outcome.lines
            if line.cause != "time" or model.worth_telling(line.field, line.delta)
        )

    def _event(self, event_id: int) -> Row[Any]:
        query = select(bond_event).where(self._scope.owns(bond_event), bond_event.c.id == event_id)
        found = self._scope.connection.execute(query).first()
        if found is None:
            raise KeyError(event_id)
        return found

    def _next_event(self) -> int:
        return int(self._scope.connection.scalar(select(func.max(bond_event.c.id))) or 0) + 1

    def _save(self, state: BondState) -> None:
        connection, mine, value = self._scope.connection, self._scope.owns(bond_state), to_json(state)
        if connection.execute(update(bond_state).where(mine).values(state=value)).rowcount == 0:
            self._scope.add(bond_state, {"state": value})


def hash_of(state: BondState) -> str:
    """The same for any state. Of what was said it takes the days, not the likenesses: forgetting changes no hash."""
    value = to_json(state)
    value["recent"] = [day for _, day in state.recent]
    written = json.dumps(_rounded(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(written.encode()).hexdigest()


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, DIGITS) + 0.0
    if isinstance(value, dict):
        return {name: _rounded(inner) for name, inner in value.items()}
    return [_rounded(inner) for inner in value] if isinstance(value, list | tuple) else value
