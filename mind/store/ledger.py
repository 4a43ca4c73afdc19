"""The bond's append-only log on the database. What events do is decided in `mind.bond`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, String, case, func, insert, or_, select, type_coerce, update

from mind.bond import model
from mind.bond.likeness import likeness
from mind.bond.passage import advance
from mind.bond.state import BondState, first_state, from_json, to_json
from mind.bond.temperament import temperament_of
from mind.domain import BondChange, BondEvent, BondSummary
from mind.store.scope import Scope
from mind.store.tables import bond_event, bond_line, bond_state
from mind.store.text import clean
from mind.store.turns import DAWN


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
        return tuple(changes)

    def summary(self, at: datetime) -> BondSummary:
        """Where the bond stands at that time; asking changes nothing."""
        return advance(self.state(), at, self._temperament).summary()

    def changes(self, limit: int = 50) -> tuple[BondChange, ...]:
        """The newest ledger lines, newest first, without the slight ones that time alone writes between two turns."""
        query = self._lines().order_by(bond_line.c.id.desc()).limit(limit)
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

    def replayed(self) -> BondState:
        """The state rebuilt from all events: equal to `state` unless someone wrote past the rules."""
        state = first_state(self._temperament)
        for at, proposals in self._batches():
            state, _ = model.apply(state, proposals, at, self._temperament)
        return state

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
        event = proposal.event
        quote = clean(event.quote)
        row = {
            "turn_id": turn_id, "at": at, "kind": event.kind, "confidence": event.confidence,
            "severity": event.severity, "confirmed": event.confirmed, "likeness": proposal.likeness, "quote": quote,
            "rule": outcome.rule, "batch": batch, "rules": model.RULES,
        }  # fmt: skip
        event_id = self._scope.add(bond_event, row)
        lines = [
            {"event_id": event_id, "field": line.field, "delta": line.delta, "cause": line.cause, "rule": line.rule}
            for line in outcome.lines
        ]
        if lines:
            self._scope.connection.execute(insert(bond_line), lines)
        return [
            BondChange(line.field, line.delta, line.cause, line.rule, _said(line.cause, quote), at, turn_id)
            for line in outcome.lines
            if line.cause != "time" or model.worth_telling(line.field, line.delta)
        ]

    def _next_event(self) -> int:
        return int(self._scope.connection.scalar(select(func.max(bond_event.c.id))) or 0) + 1

    def _save(self, state: BondState) -> None:
        connection, mine, value = self._scope.connection, self._scope.owns(bond_state), to_json(state)
        if connection.execute(update(bond_state).where(mine).values(state=value)).rowcount == 0:
            self._scope.add(bond_state, {"state": value})

    def _batches(self) -> Iterator[tuple[datetime, list[model.Proposal]]]:
        """All proposals in order, grouped as they came: one turn, one moment."""
        query = select(bond_event).where(self._scope.owns(bond_event)).order_by(bond_event.c.id)
        together: list[model.Proposal] = []
        last: tuple[datetime, int] | None = None
        for row in self._scope.connection.execute(query):
            if last is not None and row.batch != last[1]:
                yield last[0], together
                together = []
            last = (row.at, row.batch)
            together.append(model.Proposal(_event(row), row.likeness))
        if last is not None:
            yield last[0], together


def _event(row: Row[Any]) -> BondEvent:
    return BondEvent(row.kind, "", row.confidence, row.severity, row.confirmed)


def _change(row: Row[Any]) -> BondChange:
    return BondChange(
        row.field, row.delta, row.cause, row.rule, _said(row.cause, row.quote), row.at, row.turn_id
    )


def _worth_telling() -> ColumnElement[bool]:
    least = case((bond_line.c.field == "trust", model.SLIGHT_TRUST), else_=model.SLIGHT)
    return or_(bond_line.c.cause != "time", func.abs(bond_line.c.delta) >= least)


def _said(cause: str, quote: str) -> str:
    """Time and milestones are nobody's words."""
    return "" if cause in ("time", "milestone") else quote
