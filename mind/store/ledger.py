"""The bond's append-only log on the database. What events do is decided in `mind.bond`."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, insert, select, update

from mind.bond import model
from mind.bond.effects import EFFECTS
from mind.bond.likeness import likeness
from mind.bond.passage import advance
from mind.bond.state import BondState, first_state, to_json
from mind.bond.temperament import temperament_of
from mind.domain import BondChange, BondEvent, BondKind, BondSummary, OpenHurt, Origin
from mind.store import marks
from mind.store.causes import StoredCauses, said
from mind.store.replay import KINDS, TAKING_BACK, replay, states, taken_back
from mind.store.saved_state import as_written, read_state
from mind.store.scope import Scope
from mind.store.tables import bond_event, bond_line, bond_state
from mind.store.text import clean

logger = logging.getLogger(__name__)

REVERSIBLE: Final = frozenset({*EFFECTS, *TAKING_BACK, "reset"})
"""What can be taken back."""
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
        proposals = [model.Proposal(event, likeness(_marked(event))) for event in events]
        if not proposals:
            return ()
        before = self.state()
        after, outcomes = model.apply(before, proposals, at, self._temperament)
        batch = newest = 0
        changes: list[BondChange] = []
        for proposal, outcome in zip(proposals, outcomes, strict=True):
            newest = self._add(proposal, outcome.rule, at, turn_id, batch)
            batch = batch or newest
            changes += self._lines_of(newest, proposal.event, outcome, at, turn_id)
        if after != before:
            self._save(after)
            if marks.worth_a_look(newest, len(proposals)):
                marks.mark(self._scope, newest, after)
        return tuple(changes)

    def refuse(self, event: BondEvent, rule: str, at: datetime, turn_id: int | None) -> None:
        """Keep a refused proposal with its rule. Its confidence is kept as none, so that no replay ever lets it count."""
        never = replace(event, confidence=0.0, confirmed=False)
        self._add(model.Proposal(never, ""), rule, at, turn_id)

    def summary(self, at: datetime) -> BondSummary:
        """Where the bond stands at that time; asking changes nothing."""
        return advance(self.state(), at, self._temperament).summary()

    def state(self) -> BondState:
        """The state after the last event: as it was saved, or as the events give it where that cannot be read."""
        written = self._scope.connection.scalar(select(as_written(bond_state)).where(self._scope.owns(bond_state)))
        if written is None:
            return first_state(self._temperament)
        saved = read_state(written)
        if saved is None:
            logger.warning("hearth: the saved bond cannot be read and is worked out anew from its events")
            return self.replayed()
        return saved

    def hurts(self) -> tuple[OpenHurt, ...]:
        """What stands between them, oldest first."""
        return self.hurts_of(self.state())

    def annul(
        self, kind: BondKind, event_id: int, at: datetime, turn_id: int | None, quote: str = "", origin: Origin = "user"
    ) -> tuple[BondChange, ...]:
        """Take an event back: the state becomes as if it had never counted, the difference is this event's lines."""
        row = self._event(event_id)
        if kind not in TAKING_BACK or not _reversible(row.kind):
            raise ValueError(f"{kind} of {row.kind} is nothing that can be done")
        if event_id in taken_back(self._scope):
            raise ValueError("it was taken back already")
        event = BondEvent(kind, quote, about=event_id, origin=origin)
        before, start = self.state(), marks.nearest_mark(self._scope, self._root(row))
        wrote = self._add(model.Proposal(event), kind, at, turn_id)
        after = self._again(start, wrote)
        return self._lines_of(wrote, event, model.Outcome(kind, model.difference(before, after, kind)), at, turn_id)

    def reversible(self, event_id: int) -> bool:
        """Whether an event is of a kind that can be taken back. KeyError."""
        return _reversible(self._event(event_id).kind)

    def confirm(self, event_id: int, at: datetime, turn_id: int | None, quote: str = "") -> tuple[BondChange, ...]:
        """A held event now stands, from `at` on."""
        row = self._event(event_id)
        if not self.waits(event_id):
            raise ValueError("it is not held, or no more")
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
        while row.kind in TAKING_BACK and row.about is not None and (about := self._find(row.about)) is not None:
            row = about
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

    def _add(self, proposal: model.Proposal, rule: str, at: datetime, turn_id: int | None, batch: int = 0) -> int:
        """Keep an event; its id. It is the first of its batch where that has no number yet."""
        event = proposal.event
        row = {
            "turn_id": turn_id, "at": at, "kind": event.kind, "confidence": event.confidence,
            "severity": event.severity, "confirmed": event.confirmed, "likeness": proposal.likeness,
            "quote": clean(event.quote), "rule": rule, "batch": batch, "rules": model.RULES, "about": event.about,
            "origin": event.origin,
        }  # fmt: skip
        self._wrote = True
        added = self._scope.add(bond_event, row)
        if batch == 0:
            self._scope.connection.execute(update(bond_event).where(bond_event.c.id == added).values(batch=added))
        return added

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
        found = self._find(event_id)
        if found is None:
            raise KeyError(event_id)
        return found

    def _find(self, event_id: int) -> Row[Any] | None:
        query = select(bond_event).where(self._scope.owns(bond_event), bond_event.c.id == event_id)
        return self._scope.connection.execute(query).first()

    def _save(self, state: BondState) -> None:
        connection, mine, value = self._scope.connection, self._scope.owns(bond_state), to_json(state)
        if connection.execute(update(bond_state).where(mine).values(state=value)).rowcount == 0:
            self._scope.add(bond_state, {"state": value})


def _reversible(kind: str) -> bool:
    """A kind that nobody knows any more must never stand in the way."""
    return kind in REVERSIBLE or kind not in KINDS


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


def _marked(event: BondEvent) -> str:
    """The words that tell repetitions: what a brain reads out of a turn later does not repeat the turn's own talk."""
    return f"{event.origin} {event.quote}" if event.origin == "brain" and event.quote else event.quote
