"""A backup that becomes the database: its ledgers say so, and what was asked on this machine since is not asked again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Select, Table, exists, insert, inspect, select, update
from sqlalchemy.exc import SQLAlchemyError

from mind.domain import BondEvent
from mind.store import schema
from mind.store.ledger import StoredLedger
from mind.store.scope import Scope
from mind.store.sqlite import upkeep
from mind.store.sqlite.connect import make_engine
from mind.store.sqlite.dialect import SqliteDialect
from mind.store.tables import companion, mention, open_loop, reminder, turn

LATEST: Final = 500
"""Talks that she began and questions she asked are looked at so far back."""


def told_to_ledgers(fresh: Path, present: Path) -> None:
    """Bring the copy at `fresh` to today's schema and write a "restored" event into every bond it holds.

    The event carries the last turn of the backup: what came after it, here or on another machine, she does not know. Of the
    database at `present`, which it will replace, only that something was asked goes over: nobody is asked twice. Numbers
    that were given there are not given again.
    """
    now = datetime.now().astimezone()
    engine = make_engine(fresh, "write")
    try:
        with engine.connect() as connection:
            schema.upgrade(connection, SqliteDialect())
            for scope in _owners(connection):
                last = select(turn.c.id).where(scope.owned(turn)).order_by(turn.c.id.desc()).limit(1)
                event = BondEvent("restored", "", origin="house")
                StoredLedger(scope).apply([event], now, connection.scalar(last))
            _carry(connection, present)
            connection.commit()
            SqliteDialect().settle(connection)
    finally:
        engine.dispose()


def of_when(connection: Connection) -> datetime | None:
    """When the last turn of a database was said, with whomever."""
    return connection.scalar(select(turn.c.at).order_by(turn.c.id.desc()).limit(1))


def _owners(connection: Connection) -> Iterator[Scope]:
    """Everybody who has talked with somebody."""
    talked = exists().where(turn.c.companion_id == companion.c.id)
    for row in connection.execute(select(companion.c.id, companion.c.key).where(talked)).all():
        for person in connection.scalars(select(turn.c.person_id).where(turn.c.companion_id == row.id).distinct()).all():
            yield Scope(connection, SqliteDialect(), row.key, row.id, person)


def _carry(connection: Connection, present: Path) -> None:
    """What she asked, told and brought up since the backup; nothing where the present database cannot be read."""
    if not present.exists() or present.stat().st_size == 0:
        return
    engine = make_engine(present, "read")
    try:
        with engine.connect() as old:
            known = inspect(old).has_table(mention.name)
            numbers = upkeep.last_ids(old)
            loops = old.execute(_newest(open_loop).where(open_loop.c.asked_at.is_not(None))).all() if known else []
            said = old.execute(_newest(mention)).all() if known else []
            kept = inspect(old).has_table(reminder.name)
            rung = old.execute(_newest(reminder).where(reminder.c.status != "waiting")).all() if kept else []
    except SQLAlchemyError:
        # It may be the damaged one that this backup is to replace: then nothing of it is known.
        return
    finally:
        engine.dispose()
    upkeep.number_beyond(connection, numbers)
    owners = {row.key: row.id for row in connection.execute(select(companion))}
    for loop in loops:
        same = (open_loop.c[name] == getattr(loop, name) for name in ("id", "person_id", "said_at", "text"))
        mine = (open_loop.c.companion_id == owners.get(loop.owner)) & (open_loop.c.status == "open")
        connection.execute(update(open_loop).where(*same, mine).values(status="asked", asked_at=loop.asked_at))
    for told in rung:
        same = (reminder.c[name] == getattr(told, name) for name in ("id", "person_id", "said_at", "text"))
        theirs = reminder.c.companion_id == owners.get(told.owner)
        connection.execute(update(reminder).where(*same, theirs).values(status=told.status, rung_at=told.rung_at))
    for one in reversed(said):
        values = {name: getattr(one, name) for name in ("person_id", "key", "at", "began")}
        values["companion_id"] = owners.get(one.owner)
        there = select(mention.c.id).where(*(mention.c[name] == value for name, value in values.items()))
        if one.owner in owners and connection.scalar(there) is None:
            connection.execute(insert(mention), values)


def _newest(table: Table) -> Select[Any]:
    """The newest rows, with the key of their companion: its number may be another in the backup."""
    rows = select(table, companion.c.key.label("owner")).join(companion, companion.c.id == table.c.companion_id)
    return rows.order_by(table.c.id.desc()).limit(LATEST)
