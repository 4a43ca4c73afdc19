"""Sittings, further receipts, notes with their sources, requests, vectors."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

import sqlalchemy as sa
from alembic.operations import Operations

from mind.store.dialect import Dialect

REVISION: Final = "0002"
PAUSE: Final = timedelta(minutes=30)
AT_A_TIME: Final = 10_000


def upgrade(op: Operations, dialect: Dialect) -> None:
    """From the first tables."""
    _turns(op)
    _memories(op)
    _notes(op)
    _requests(op)
    _vectors(op)
    op.create_index("ix_bond_event_likeness", "bond_event", ["likeness"])
    # Sentences are searched from now on; what stands in the other search indexes is as it was.
    dialect.make_indexes(op.get_bind())


def _turns(op: Operations) -> None:
    columns: tuple[sa.Column[Any], ...] = (
        sa.Column("sitting", sa.Integer), sa.Column("place", sa.String(32)), sa.Column("scene", sa.String(32)),
        sa.Column("mood", sa.JSON),
    )  # fmt: skip
    for column in columns:
        op.add_column("turn", column)
    _sittings(op.get_bind())
    op.create_index("ix_turn_sitting", "turn", ["sitting"])
    op.create_index("ix_turn_owner", "turn", ["companion_id", "person_id", "id"])
    op.create_index("ix_turn_at_owner", "turn", ["at", "companion_id", "person_id"])


def _memories(op: Operations) -> None:
    columns: tuple[sa.Column[Any], ...] = (
        sa.Column("source", sa.String(16), nullable=False, server_default="user"),
        *(sa.Column(name, sa.String(40)) for name in ("about_from", "about_to", "valid_from")),
        *(sa.Column(name, sa.Boolean, nullable=False, server_default=sa.false()) for name in ("pinned", "muted")),
        sa.Column("salience", sa.Float, nullable=False, server_default=sa.text("1.0")),
        sa.Column("uses", sa.Integer, nullable=False, server_default=sa.text("0")),
        *(sa.Column(name, sa.String(40)) for name in ("used_at", "edited_at")),
    )
    for column in columns:
        op.add_column("memory", column)
    _memory_indexes(op)
    _table(op, "receipt", _id("memory_id"), _id("turn_id"), _text("quote"), *_cascades("receipt", "memory", "turn"))
    for column_name in ("memory_id", "turn_id"):
        op.create_index(f"ix_receipt_{column_name}", "receipt", [column_name])
    op.create_table(
        "memory_use", _id("memory_id"), _id("turn_id"), *_cascades("memory_use", "memory", "turn"),
        sa.PrimaryKeyConstraint("memory_id", "turn_id", name="pk_memory_use"),
    )  # fmt: skip
    op.create_index("ix_memory_use_turn_id", "memory_use", ["turn_id"])
    _uses(op.get_bind())


def _memory_indexes(op: Operations) -> None:
    op.create_index("ix_memory_owner", "memory", ["companion_id", "person_id", "id"])
    holds, owner = "superseded_by IS NULL AND expired_at IS NULL", ["companion_id", "person_id"]
    for name, columns, condition in (
        ("kind", [*owner, "kind", "id"], holds), ("due", [*owner, "due"], f"{holds} AND due IS NOT NULL"),
        ("pinned", ["pinned", "id"], "pinned = 1"), ("muted", ["muted", "id"], "muted = 1"),
    ):  # fmt: skip
        op.create_index(f"ix_memory_{name}", "memory", columns, sqlite_where=sa.text(condition))


def _uses(connection: sa.Connection) -> None:
    """What replies said they used, where it is still there."""
    there = set(connection.exec_driver_sql("SELECT id FROM memory").scalars())
    telling = "speaker = 'companion' AND meta LIKE '%memories_used%' AND meta NOT LIKE '%\"memories_used\":[]%'"
    for rows in _in_parts(connection, "id, meta", f"turn WHERE {telling} AND"):
        used = [(one, row.id) for row in rows for one in sorted(there & set(json.loads(row.meta).get("memories_used") or ()))]
        if used:
            connection.exec_driver_sql("INSERT INTO memory_use (memory_id, turn_id) VALUES (?, ?)", used)


def _notes(op: Operations) -> None:
    _table(
        op, "note", *_owner("note"), _word("kind", 16), _word("day", 10), sa.Column("until", sa.String(10)),
        _word("lang", 8), _word("made_by", 16), _word("at", 40),
    )  # fmt: skip
    op.create_index("ix_note_owner_kind_day", "note", ["companion_id", "person_id", "kind", "day"])
    paragraph = sa.Column("paragraph", sa.Integer, nullable=False, server_default=sa.text("1"))
    _table(op, "sentence", _id("note_id"), _id("position"), paragraph, _text("text"), *_cascades("sentence", "note"))
    op.create_index("ix_sentence_note_id", "sentence", ["note_id"])
    _table(
        op, "sentence_source", _id("sentence_id"), sa.Column("turn_id", sa.Integer), sa.Column("memory_id", sa.Integer),
        *_cascades("sentence_source", "sentence", "turn", "memory"),
    )  # fmt: skip
    for name in ("sentence_id", "turn_id", "memory_id"):
        op.create_index(f"ix_sentence_source_{name}", "sentence_source", [name])


def _requests(op: Operations) -> None:
    _table(
        op, "request", *_owner("request"), _id("turn_id"), _word("at", 40), _word("host", 200), _word("model", 200),
        sa.Column("messages", sa.JSON, nullable=False), _id("tokens_in"), _id("tokens_out"),
        sa.Column("counted", sa.Boolean, nullable=False), *_cascades("request", "turn"),
    )  # fmt: skip
    op.create_index("ix_request_turn_id", "request", ["turn_id"])


def _vectors(op: Operations) -> None:
    _table(
        op, "encoder", _word("key", 200), _id("dim"), _word("made_at", 40),
        sa.UniqueConstraint("key", name="uq_encoder_key"),
    )  # fmt: skip
    op.create_table(
        "turn_vector", _id("turn_id"), _id("encoder_id"), sa.Column("bits", sa.LargeBinary, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False), *_cascades("turn_vector", "turn", "encoder"),
        sa.PrimaryKeyConstraint("turn_id", "encoder_id", name="pk_turn_vector"),
    )  # fmt: skip
    op.create_index("ix_turn_vector_encoder", "turn_vector", ["encoder_id", "turn_id", "bits"])


def _sittings(connection: sa.Connection) -> None:
    """A silence of half an hour ends a sitting."""
    latest: dict[tuple[int, int], tuple[datetime, int]] = {}
    for rows in _in_parts(connection, "id, companion_id, person_id, at", "turn WHERE"):
        placed = []
        for row in rows:
            owner, at = (row.companion_id, row.person_id), datetime.fromisoformat(row.at)
            before = latest.get(owner)
            sitting = before[1] if before and abs(at - before[0]) < PAUSE else row.id
            latest[owner] = at, sitting
            placed.append((sitting, row.id))
        connection.exec_driver_sql("UPDATE turn SET sitting = ? WHERE id = ?", placed)


def _in_parts(connection: sa.Connection, columns: str, rows: str) -> Iterator[Sequence[Any]]:
    """Rows in the order of their ids, so many at a time that years of talk need no more room than a week."""
    last = 0
    while True:
        query = f"SELECT {columns} FROM {rows} id > ? ORDER BY id LIMIT {AT_A_TIME}"
        found = connection.exec_driver_sql(query, (last,)).all()
        if not found:
            return
        last = found[-1].id
        yield found


def _table(op: Operations, name: str, *parts: Any) -> None:
    key = sa.PrimaryKeyConstraint("id", name=f"pk_{name}")
    op.create_table(name, sa.Column("id", sa.Integer, nullable=False), *parts, key, sqlite_autoincrement=True)


def _owner(table: str) -> tuple[Any, ...]:
    return (
        _id("companion_id"), _id("person_id"),
        *(
            sa.ForeignKeyConstraint([f"{to}_id"], [f"{to}.id"], name=f"fk_{table}_{to}_id")
            for to in ("companion", "person")
        ),
    )  # fmt: skip


def _cascades(table: str, *to: str) -> tuple[sa.ForeignKeyConstraint, ...]:
    return tuple(
        sa.ForeignKeyConstraint([f"{one}_id"], [f"{one}.id"], name=f"fk_{table}_{one}_id", ondelete="CASCADE") for one in to
    )


def _id(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _word(name: str, length: int) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), nullable=False)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)
