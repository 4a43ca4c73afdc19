"""The bond's append-only log on the database. What events do is decided in `mind.bond`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, Select, String, case, func, insert, or_, select, type_coerce, update

from mind.bond import model
from mind.bond.effects import EFFECTS, SEVERE
from mind.bond.likeness import likeness
from mind.bond.milestones import ALWAYS, FIRSTS
from mind.bond.passage import advance
from mind.bond.state import BondState, Rupture, first_state, from_json, to_json
from mind.bond.temperament import temperament_of
from mind.domain import BondChange, BondEvent, BondKind, BondSummary, HeldEvent, OpenHurt
from mind.store.replay import TAKING_BACK, mark, nearest_mark, replay, taken_back
from mind.store.scope import Scope
from mind.store.tables import bond_event, bond_line, bond_state
from mind.store.text import clean
from mind.store.turns import DAWN

REVERSIBLE: Final = frozenset({*EFFECTS, *TAKING_BACK, "reset"})
"""What can be taken back."""
HELD_AT_MOST: Final = 200


class StoredLedger:
    """`mind.ports.Ledger` on the database."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._temperament = temperament_of(scope.companion)

    def apply(self, events: Sequence[BondEvent], at: datetime, turn_id: int | None) -> tuple[BondChange, ...]:
        """Run the rules over what one turn proposes; keep every proposal with its rule, and every change."""
        proposals = [model.Proposal(event, likeness(event.quote)) for event in events]
        if not proposals:
            return ()
        before = self.state()
        after, outcomes = model.apply(before, proposals, at, self._temperament)
        batch = self._next_event()
        changes: list[BondChange] = []
        for proposal, outcome in zip(proposals, outcomes, strict=True):
            changes += self._write(proposal, outcome, at, turn_id, batch)
        if after != before:
            self._save(after)
            mark(self._scope, self._next_event() - 1, after)
        return tuple(changes)

    def summary(self, at: datetime) -> BondSummary:
        """Where the bond stands at that time; asking changes nothing."""
        return advance(self.state(), at, self._temperament).summary()

    def changes(self, limit: int = 50, before: int | None = None) -> tuple[BondChange, ...]:
        """The newest ledger lines, newest first, without the slight ones that time alone writes between two turns.

        `before` is the id of an event: the lines of older ones come.
        """
        older = [bond_line.c.event_id < before] if before is not None else []
        query = self._lines().where(*older).order_by(bond_line.c.id.desc()).limit(limit)
        return tuple(_change(row) for row in self._scope.connection.execute(query))

    def of_turn(self, turn_id: int) -> tuple[BondChange, ...]:
        """What one turn of the user's moved, in the order it happened."""
        query = self._lines().where(bond_event.c.turn_id == turn_id).order_by(bond_line.c.id)
        return tuple(_change(row) for row in self._scope.connection.execute(query))

    def _lines(self) -> Select[Any]:
        return (
            select(bond_line, bond_event.c.quote, bond_event.c.at, bond_event.c.turn_id)
            .join(bond_event, bond_event.c.id == bond_line.c.event_id)
            .where(self._scope.owns(bond_event), _worth_telling())
        )

    def of_day(self, day: str) -> tuple[BondChange, ...]:
        """The lines of a day (ISO date, local time, from four in the morning), newest first."""
        at = type_coerce(bond_event.c.at, String)
        end = (date.fromisoformat(day) + timedelta(days=1)).isoformat()
        query = self._lines().where(at >= day + DAWN, at < end + DAWN).order_by(bond_line.c.id.desc())
        return tuple(_change(row) for row in self._scope.connection.execute(query))

    def state(self) -> BondState:
        """The state after the last event, as it was saved."""
        saved = self._scope.connection.scalar(select(bond_state.c.state).where(self._scope.owns(bond_state)))
        return from_json(saved) if saved else first_state(self._temperament)

    def annul(self, kind: BondKind, event_id: int, at: datetime, turn_id: int | None, quote: str = "") -> tuple[BondChange, ...]:
        """Take an event back: the state becomes as if it had never counted, the difference is this event's lines."""
        row = self._event(event_id)
        if kind not in TAKING_BACK or row.kind not in REVERSIBLE:
            raise ValueError(f"{kind} of {row.kind} is nothing that can be done")
        gone = taken_back(self._scope)
        if event_id in gone:
            raise ValueError("it was taken back already")
        before = self.state()
        start = nearest_mark(self._scope, row.about if row.kind in TAKING_BACK else event_id)
        event = BondEvent(kind, quote, about=event_id, origin="user")
        wrote = self._add(model.Proposal(event, ""), kind, at, turn_id, self._next_event())
        after = replay(self._scope, self._temperament, taken_back(self._scope), start)
        self._save(after)
        return self._lines_of(wrote, event, model.Outcome(kind, model.difference(before, after, kind)), at, turn_id)

    def confirm(self, event_id: int, at: datetime, turn_id: int | None, quote: str = "") -> tuple[BondChange, ...]:
        """A held event now stands, from `at` on."""
        row = self._event(event_id)
        if event_id not in {one.id for one in self.held(limit=HELD_AT_MOST)}:
            raise ValueError("it is not held")
        event = BondEvent(row.kind, quote or row.quote, row.confidence, row.severity, confirmed=True, about=event_id)
        return self.apply([event], at, turn_id)

    def held(self, limit: int = 20) -> tuple[HeldEvent, ...]:
        """Events that wait for a second sign and were neither confirmed nor taken back, newest first."""
        gone = taken_back(self._scope)
        answered = select(bond_event.c.about).where(self._scope.owns(bond_event), bond_event.c.about.is_not(None))
        query = select(bond_event).where(
            self._scope.owns(bond_event), bond_event.c.rule == "held", bond_event.c.id.not_in(answered)
        )
        rows = self._scope.connection.execute(query.order_by(bond_event.c.id.desc()).limit(limit))
        return tuple(_kept(row) for row in rows if row.id not in gone)

    def events(self, limit: int = 50, before: int | None = None) -> tuple[HeldEvent, ...]:
        """All that was proposed with the rule it met, newest first."""
        older = [bond_event.c.id < before] if before is not None else []
        query = select(bond_event).where(self._scope.owns(bond_event), *older).order_by(bond_event.c.id.desc()).limit(limit)
        return tuple(_kept(row) for row in self._scope.connection.execute(query))

    def milestones(self) -> tuple[BondChange, ...]:
        """Lines of stages, of the first promise kept and hurt mended, and of what the user or the house did, in order."""
        gone = self.annulled()
        first = [
            select(func.min(bond_line.c.id)).join(bond_event, bond_event.c.id == bond_line.c.event_id)
            .where(self._scope.owns(bond_event), bond_line.c.cause == cause, bond_event.c.id.not_in(gone)).scalar_subquery()
            for cause in FIRSTS
        ]  # fmt: skip
        told = or_(bond_line.c.cause == "milestone", bond_line.c.id.in_(first))
        query = self._lines().where(told).order_by(bond_line.c.id)
        lines = [_change(row) for row in self._scope.connection.execute(query) if row.event_id not in gone]
        house = select(bond_event).where(self._scope.owns(bond_event), bond_event.c.kind.in_(ALWAYS))
        marks = [
            BondChange(row.kind, 0.0, row.kind, row.rule, row.quote, row.at, row.turn_id, row.id)
            for row in self._scope.connection.execute(house) if row.id not in gone
        ]  # fmt: skip
        return tuple(sorted((*lines, *marks), key=lambda line: line.event_id))

    def hurts(self) -> tuple[OpenHurt, ...]:
        """What stands between them, oldest first."""
        open_ones = self.state().ruptures
        heavy = (bond_line.c.field == "hurt") & (bond_line.c.rule == "hurt") & (bond_line.c.delta >= SEVERE)
        query = select(bond_event).join(bond_line, bond_line.c.event_id == bond_event.c.id)
        query = query.where(self._scope.owns(bond_event), heavy).order_by(bond_event.c.id.desc())
        gone = taken_back(self._scope)
        rows = [row for row in self._scope.connection.execute(query.limit(len(open_ones) + len(gone))) if row.id not in gone]
        newest = list(reversed(rows[: len(open_ones)]))
        causes: list[Row[Any] | None] = [None] * (len(open_ones) - len(newest)) + [*newest]
        return tuple(_hurt(rupture, row) for rupture, row in zip(open_ones, causes, strict=True))

    def annulled(self) -> frozenset[int]:
        """Ids of events that count no longer."""
        return taken_back(self._scope)

    def state_hash(self) -> str:
        """A mark of the state, equal for equal states: SHA-256 of its canonical JSON."""
        written = json.dumps(to_json(self.state()), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return hashlib.sha256(written.encode()).hexdigest()

    def replayed(self) -> BondState:
        """The state rebuilt from all events: equal to `state` unless someone wrote past the rules."""
        return replay(self._scope, self._temperament, taken_back(self._scope))

    def same_rules(self) -> bool:
        """Whether today's rules judged every event: otherwise a replay need not give the same state."""
        query = select(func.count()).where(self._scope.owns(bond_event), bond_event.c.rules != model.RULES)
        return self._scope.connection.scalar(query) == 0

    def sums(self) -> dict[str, float]:
        """The sum of all lines, by field."""
        query = (
            select(bond_line.c.field, func.sum(bond_line.c.delta))
            .join(bond_event, bond_event.c.id == bond_line.c.event_id)
            .where(self._scope.owns(bond_event))
            .group_by(bond_line.c.field)
        )
        return {field: float(total) for field, total in self._scope.connection.execute(query)}

    def _write(
        self, proposal: model.Proposal, outcome: model.Outcome, at: datetime, turn_id: int | None, batch: int
    ) -> list[BondChange]:
        event_id = self._add(proposal, outcome.rule, at, turn_id, batch)
        return list(self._lines_of(event_id, proposal.event, outcome, at, turn_id))

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
            BondChange(line.field, line.delta, line.cause, line.rule, _said(line.cause, quote), at, turn_id, event_id)
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


def _kept(row: Row[Any]) -> HeldEvent:
    return HeldEvent(
        row.id, row.kind, row.quote, row.confidence, row.severity, row.rule, row.at, row.turn_id, row.origin, row.about
    )


def _hurt(rupture: Rupture, row: Row[Any] | None) -> OpenHurt:
    done = rupture.apologised, rupture.amended
    if row is None:
        return OpenHurt(None, "insult", "", None, None, *done)
    return OpenHurt(row.id, row.kind, row.quote, row.at, row.turn_id, *done)


def _change(row: Row[Any]) -> BondChange:
    return BondChange(
        row.field, row.delta, row.cause, row.rule, _said(row.cause, row.quote), row.at, row.turn_id, row.event_id
    )


def _worth_telling() -> ColumnElement[bool]:
    least = case((bond_line.c.field == "trust", model.SLIGHT_TRUST), else_=model.SLIGHT)
    return or_(bond_line.c.cause != "time", func.abs(bond_line.c.delta) >= least)


def _said(cause: str, quote: str) -> str:
    """Time and milestones are nobody's words."""
    return "" if cause in ("time", "milestone") else quote
