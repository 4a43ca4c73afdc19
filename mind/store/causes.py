"""What moved the bond, read from its log: lines with their causes, milestones, open hurts, what was refused."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from itertools import islice
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, Select, String, case, func, literal, or_, select, type_coerce

from mind.bond import model
from mind.bond.books import BOOKS
from mind.bond.milestones import ALWAYS, FIRSTS
from mind.bond.state import BondState, Rupture
from mind.domain import BondChange, DayCause, DaySum, HeldEvent, OpenHurt
from mind.store.ledger_days import ledger_days
from mind.store.replay import TAKING_BACK, answered, taken_back
from mind.store.scope import Scope
from mind.store.tables import bond_event, bond_line
from mind.store.turns import DAWN

HELD: Final = "held"
"""The rule of events that wait for a second sign."""
HELD_LOOKED_AT: Final = 200
TOLD: Final = (
    bond_line.c.field, bond_line.c.delta, bond_line.c.cause, bond_line.c.rule, bond_event.c.quote, bond_event.c.at,
    bond_event.c.turn_id, bond_line.c.event_id,
)  # fmt: skip
KEPT: Final = (
    bond_event.c.id, bond_event.c.kind, bond_event.c.quote, bond_event.c.confidence, bond_event.c.severity, bond_event.c.rule,
    bond_event.c.at, bond_event.c.turn_id, bond_event.c.origin, bond_event.c.about,
)  # fmt: skip
LAPSES: Final = timedelta(days=7)

OPENS: Final = case({version: book.opens for version, book in BOOKS.items()}, value=bond_event.c.rules, else_=0.0)
"""The points of hurt that opened a rupture, by the rules of their time."""


class StoredCauses:
    """The reading half of `mind.ports.Ledger` on the database."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._wrote = False
        """Whether this unit of work added events, which may yet be taken back."""

    def changes(self, limit: int = 50, before: int | None = None) -> tuple[BondChange, ...]:
        """The newest ledger lines, newest first, without the slight ones that time alone writes between two turns.

        `before` is the id of an event: the lines of older ones come.
        """
        older = [bond_line.c.event_id < before] if before is not None else []
        return self._told(self._lines().where(*older).order_by(bond_line.c.id.desc()).limit(limit))

    def of_turn(self, turn_id: int) -> tuple[BondChange, ...]:
        """What one turn of the user's moved, in the order it happened."""
        moved = (bond_event.c.turn_id == turn_id) & (bond_event.c.kind != "restored")
        return self._told(self._lines().where(moved).order_by(bond_line.c.id))

    def of_day(self, day: str) -> tuple[BondChange, ...]:
        """The lines of a day (ISO date, local time, from four in the morning), newest first."""
        at = type_coerce(bond_event.c.at, String)
        end = (date.fromisoformat(day) + timedelta(days=1)).isoformat()
        return self._told(self._lines().where(at >= day + DAWN, at < end + DAWN).order_by(bond_line.c.id.desc()))

    def day_sums(self) -> tuple[DaySum, ...]:
        """What every day's lines moved, the slight ones with them, oldest first."""
        return ledger_days(self._scope, fresh=self._wrote)[0].sums()

    def day_causes(self) -> tuple[DayCause, ...]:
        """All that moved the bond but talk and time alone, oldest first; events taken back are left out."""
        return ledger_days(self._scope, fresh=self._wrote)[0].counting(taken_back(self._scope))

    def read_days(self) -> bool:
        """Read the next events of the days into memory; whether there are more. So a long ledger holds up nobody."""
        return not self._wrote and ledger_days(self._scope, whole=False)[1]

    def held(self, limit: int = 20) -> tuple[HeldEvent, ...]:
        """Events that wait for a second sign and were neither confirmed nor taken back, newest first.

        Nobody is asked about words of long ago: what the newest event left behind by more than `LAPSES` waits no more.
        """
        done = answered(self._scope)
        newest = [one.at for one in self.events(1)]
        query = select(bond_event).where(self._scope.owns(bond_event), bond_event.c.rule == _word(HELD))
        rows = self._scope.connection.execute(query.order_by(bond_event.c.id.desc()).limit(HELD_LOOKED_AT))
        waiting = (_kept(row) for row in rows if row.id not in done and newest[0] - row.at <= LAPSES)
        return tuple(islice(waiting, limit))

    def waits(self, event_id: int) -> bool:
        """Whether an event is held still."""
        one, newest = self.event(event_id), self.events(1)
        still = one is not None and one.rule == HELD and newest[0].at - one.at <= LAPSES
        return still and event_id not in answered(self._scope)

    def events(self, limit: int = 50, before: int | None = None) -> tuple[HeldEvent, ...]:
        """All that was proposed with the rule it met, newest first."""
        older = [bond_event.c.id < before] if before is not None else []
        query = select(*KEPT).where(self._scope.owns(bond_event), *older).order_by(bond_event.c.id.desc()).limit(limit)
        rows = self._scope.connection.execute(query)
        return tuple(
            HeldEvent(one, kind, quote, confidence, severity, rule, at, turn_id, origin, about)
            for one, kind, quote, confidence, severity, rule, at, turn_id, origin, about in rows
        )

    def refused(self, rules: Collection[str], limit: int = 50) -> tuple[HeldEvent, ...]:
        """The newest events that met one of these rules."""
        query = select(bond_event).where(self._scope.owns(bond_event), bond_event.c.rule.in_(rules))
        return tuple(_kept(row) for row in self._scope.connection.execute(query.order_by(bond_event.c.id.desc()).limit(limit)))

    def event(self, event_id: int) -> HeldEvent | None:
        """One of them; None where there is none."""
        query = select(bond_event).where(self._scope.owns(bond_event), bond_event.c.id == event_id)
        row = self._scope.connection.execute(query).first()
        return _kept(row) if row is not None else None

    def taken_back_by(self, event_id: int) -> int | None:
        """The event that took this one back, itself or what it confirms, if one that counts did."""
        gone = taken_back(self._scope)
        about = [event_id]
        one = self.event(event_id)
        if one is not None and one.about is not None and one.kind not in TAKING_BACK:
            about.append(one.about)
        query = select(bond_event.c.id).where(
            self._scope.owns(bond_event), bond_event.c.about.in_(about), bond_event.c.kind.in_(TAKING_BACK)
        )
        rows = self._scope.connection.scalars(query.order_by(bond_event.c.id.desc()))
        return next((row for row in rows if row not in gone), None)

    def milestones(self) -> tuple[BondChange, ...]:
        """Lines of stages, of the first promise kept and hurt mended, and of what the user or the house did, in order."""
        gone = taken_back(self._scope)
        stages = self._lines().where(bond_line.c.cause == _word("milestone")).order_by(bond_line.c.id)
        lines = [line for line in self._told(stages) if line.event_id not in gone]
        lines += [line for cause in FIRSTS for line in self._first(cause, gone)]
        house = select(bond_event).where(self._scope.owns(bond_event), bond_event.c.kind.in_(ALWAYS))
        lines += [
            BondChange(row.kind, 0.0, row.kind, row.rule, row.quote, row.at, row.turn_id, row.id)
            for row in self._scope.connection.execute(house) if row.id not in gone
        ]  # fmt: skip
        return tuple(sorted(lines, key=lambda line: line.event_id))

    def ever(self, cause: str) -> bool:
        """Whether a line of this cause was ever written, taken back or not; `cause` is one that `milestones` looks up."""
        query = self._lines().where(bond_line.c.cause == _word(cause)).limit(1)
        return self._scope.connection.execute(query).first() is not None

    def hurts_of(self, state: BondState) -> tuple[OpenHurt, ...]:
        """What stands between them, oldest first: hurts are mended in their order, so the last heavy ones are those left."""
        if not state.ruptures:
            return ()
        gone = taken_back(self._scope)
        heavy = (bond_line.c.field == "hurt") & (bond_line.c.rule == "hurt") & (bond_line.c.delta >= OPENS)
        query = select(bond_event).join(bond_line, bond_line.c.event_id == bond_event.c.id)
        query = query.where(self._scope.owns(bond_event), heavy).order_by(bond_event.c.id.desc())
        rows = self._scope.connection.execute(query)
        newest = list(islice((row for row in rows if row.id not in gone), len(state.ruptures)))
        unknown = len(state.ruptures) - len(newest)
        causes: list[Row[Any] | None] = [*([None] * unknown), *reversed(newest)]
        return tuple(_hurt(rupture, row) for rupture, row in zip(state.ruptures, causes, strict=True))

    def annulled(self) -> frozenset[int]:
        """Ids of events that count no longer."""
        return taken_back(self._scope)

    def sums(self) -> dict[str, float]:
        """The sum of all lines, by field."""
        query = (
            select(bond_line.c.field, func.sum(bond_line.c.delta))
            .join(bond_event, bond_event.c.id == bond_line.c.event_id)
            .where(self._scope.owns(bond_event))
            .group_by(bond_line.c.field)
        )
        return {field: float(total) for field, total in self._scope.connection.execute(query)}

    def _first(self, cause: str, gone: frozenset[int]) -> list[BondChange]:
        """The first line of a cause that counts, if there is one."""
        query = self._lines().where(bond_line.c.cause == _word(cause)).order_by(bond_line.c.id)
        return list(islice((line for line in self._each(query) if line.event_id not in gone), 1))

    def _lines(self) -> Select[Any]:
        return (
            select(*TOLD)
            .join(bond_event, bond_event.c.id == bond_line.c.event_id)
            .where(self._scope.owns(bond_event), _worth_telling())
        )

    def _told(self, query: Select[Any]) -> tuple[BondChange, ...]:
        return tuple(self._each(query))

    def _each(self, query: Select[Any]) -> Iterator[BondChange]:
        """One after the other, so that who needs the first alone reads no more."""
        yield from (
            BondChange(field, delta, cause, rule, said(cause, quote), at, turn_id, event_id)
            for field, delta, cause, rule, quote, at, turn_id, event_id in self._scope.connection.execute(query)
        )


def said(cause: str, quote: str) -> str:
    """The words of a cause: time and milestones are nobody's."""
    return "" if cause in ("time", "milestone") else quote


def _word(value: str) -> ColumnElement[str]:
    """A value written into the statement itself: an index of some rows only serves no other."""
    return literal(value, literal_execute=True)


def _worth_telling() -> ColumnElement[bool]:
    least = case((bond_line.c.field == "trust", model.SLIGHT_TRUST), else_=model.SLIGHT)
    return or_(bond_line.c.cause != "time", func.abs(bond_line.c.delta) >= least)


def _kept(row: Row[Any]) -> HeldEvent:
    return HeldEvent(
        row.id, row.kind, row.quote, row.confidence, row.severity, row.rule, row.at, row.turn_id, row.origin, row.about
    )


def _hurt(rupture: Rupture, row: Row[Any] | None) -> OpenHurt:
    done = rupture.apologised, rupture.amended
    if row is None:
        return OpenHurt(None, "insult", "", None, None, *done)
    return OpenHurt(row.id, row.kind, row.quote, row.at, row.turn_id, *done)
