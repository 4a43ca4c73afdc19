"""The first tables."""

from __future__ import annotations

from typing import Any, Final

import sqlalchemy as sa
from alembic.operations import Operations

from mind.store.dialect import Dialect

REVISION: Final = "0001"


def upgrade(op: Operations, dialect: Dialect) -> None:
    """From nothing."""
    _people(op)
    _talk(op)
    _bond(op)
    _values(op)
    dialect.make_indexes(op.get_bind())


def _people(op: Operations) -> None:
    for name in ("companion", "person"):
        _table(op, name, _word("key", 64), sa.UniqueConstraint("key", name=f"uq_{name}_key"))


def _talk(op: Operations) -> None:
    _table(
        op, "turn", *_owner("turn"),
        _word("speaker", 16), _text("text"), _word("at", 40), _word("lang", 8), _word("channel", 16),
        _word("ended", 16, nullable=True), sa.Column("reply_to", sa.Integer), _json("meta"),
        _points("turn", "reply_to", "turn", "CASCADE"),
    )  # fmt: skip
    _table(
        op, "memory", *_owner("memory"),
        sa.Column("turn_id", sa.Integer, nullable=False),
        _word("kind", 64), _word("key", 200), _text("value"), _text("text"), _text("quote"), _word("lang", 8),
        sa.Column("confidence", sa.Float, nullable=False), sa.Column("single", sa.Boolean, nullable=False),
        _word("said_at", 40), _word("due", 40, nullable=True), sa.Column("superseded_by", sa.Integer),
        _word("expired_at", 40, nullable=True), _json("slots"),
        _points("memory", "turn_id", "turn", "CASCADE"), _points("memory", "superseded_by", "memory"),
    )  # fmt: skip
    for table, column in (
        ("turn", "reply_to"), ("memory", "turn_id"), ("memory", "key"), ("memory", "superseded_by"),
    ):  # fmt: skip
        op.create_index(f"ix_{table}_{column}", table, [column])


def _bond(op: Operations) -> None:
    _table(
        op, "bond_event", *_owner("bond_event"),
        sa.Column("turn_id", sa.Integer), _word("at", 40), _word("kind", 32),
        sa.Column("confidence", sa.Float, nullable=False), sa.Column("severity", sa.Float, nullable=False),
        sa.Column("confirmed", sa.Boolean, nullable=False), _word("likeness", 32), _text("quote"), _word("rule", 32),
        sa.Column("batch", sa.Integer, nullable=False), sa.Column("rules", sa.Integer, nullable=False),
        _points("bond_event", "turn_id", "turn", "SET NULL"),
    )  # fmt: skip
    _table(
        op, "bond_line", sa.Column("event_id", sa.Integer, nullable=False),
        _word("field", 16), sa.Column("delta", sa.Float, nullable=False), _word("cause", 32), _word("rule", 32),
        _points("bond_line", "event_id", "bond_event"),
    )  # fmt: skip
    _table(op, "bond_state", *_owner("bond_state"), _json("state"))
    op.create_index("ix_bond_event_turn_id", "bond_event", ["turn_id"])
    op.create_index("ix_bond_line_event_id", "bond_line", ["event_id"])
    op.create_index("uq_bond_state_owner", "bond_state", ["companion_id", "person_id"], unique=True)


def _values(op: Operations) -> None:
    _table(op, "keepsake", *_owner("keepsake"), _word("key", 64), _json("value"))
    _table(
        op, "setting", sa.Column("person_id", sa.Integer, nullable=False), _word("key", 64), _json("value"),
        _points("setting", "person_id", "person"),
    )  # fmt: skip
    op.create_index("uq_keepsake_owner_key", "keepsake", ["companion_id", "person_id", "key"], unique=True)
    op.create_index("uq_setting_person_key", "setting", ["person_id", "key"], unique=True)


def _table(op: Operations, name: str, *parts: Any) -> None:
    key = sa.PrimaryKeyConstraint("id", name=f"pk_{name}")
    op.create_table(name, sa.Column("id", sa.Integer, nullable=False), *parts, key, sqlite_autoincrement=True)


def _owner(table: str) -> tuple[Any, ...]:
    return (
        sa.Column("companion_id", sa.Integer, nullable=False),
        sa.Column("person_id", sa.Integer, nullable=False),
        _points(table, "companion_id", "companion"),
        _points(table, "person_id", "person"),
    )


def _points(table: str, column: str, to: str, ondelete: str | None = None) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=f"fk_{table}_{column}", ondelete=ondelete)


def _word(name: str, length: int, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), nullable=nullable)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _json(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.JSON, nullable=False)
