"""Garments that are hers, looks that were kept, and what she wore."""

from __future__ import annotations

from typing import Any, Final

import sqlalchemy as sa
from alembic.operations import Operations

from mind.store.dialect import Dialect

REVISION: Final = "0004"


def upgrade(op: Operations, dialect: Dialect) -> None:
    """From marks and open loops. What she wore stands in her small values and is read from there until she changes."""
    _table(
        op, "garment", _word("garment", 64), _word("came", 40), _word("by", 16),
        sa.Column("note", sa.Text, nullable=False, server_default=""), _mark("favourite"),
        sa.Column("event_id", sa.Integer), sa.Column("turn_id", sa.Integer),
        _key("garment", "event_id", "bond_event", "SET NULL"), _key("garment", "turn_id", "turn", "SET NULL"),
    )  # fmt: skip
    op.create_index("ix_garment_event_id", "garment", ["event_id"])
    op.create_index("ix_garment_turn_id", "garment", ["turn_id"])
    op.create_index("uq_garment_owner_garment", "garment", ["companion_id", "person_id", "garment"], unique=True)
    _table(
        op, "look", sa.Column("name", sa.Text, nullable=False), sa.Column("look", sa.JSON, nullable=False),
        _mark("favourite"), _word("at", 40),
    )  # fmt: skip
    op.create_index("ix_look_owner", "look", ["companion_id", "person_id", "id"])
    _table(
        op, "worn", sa.Column("look", sa.JSON, nullable=False),
        sa.Column("outfit", sa.String(64), nullable=False, server_default=""), _word("by", 16), _word("at", 40),
    )  # fmt: skip
    op.create_index("ix_worn_owner", "worn", ["companion_id", "person_id", "id"])


def _table(op: Operations, name: str, *parts: Any) -> None:
    owner = [sa.Column(f"{whose}_id", sa.Integer, nullable=False) for whose in ("companion", "person")]
    keys = [_key(name, f"{whose}_id", whose, None) for whose in ("companion", "person")]
    primary = sa.PrimaryKeyConstraint("id", name=f"pk_{name}")
    op.create_table(
        name, sa.Column("id", sa.Integer, nullable=False), *owner, *parts, *keys, primary, sqlite_autoincrement=True
    )


def _key(table: str, column: str, to: str, ondelete: str | None) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=f"fk_{table}_{column}", ondelete=ondelete)


def _word(name: str, length: int) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), nullable=False)


def _mark(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean, nullable=False, server_default=sa.false())
