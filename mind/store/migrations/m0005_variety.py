"""Marks of what she said, so that she does not say it again, and signs of what the user likes."""

from __future__ import annotations

from typing import Any, Final

import sqlalchemy as sa
from alembic.operations import Operations

from mind.store.dialect import Dialect

REVISION: Final = "0005"


def upgrade(op: Operations, dialect: Dialect) -> None:
    """From garments and looks. Replies of before have no marks: what she said last is read from the turns themselves."""
    _table(
        op, "said_phrase", sa.Column("turn_id", sa.Integer, nullable=False), sa.Column("hash", sa.BigInteger, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False), sa.Column("at", sa.String(40), nullable=False),
        _key("said_phrase", "turn"),
    )  # fmt: skip
    op.create_index("ix_said_phrase_turn_id", "said_phrase", ["turn_id"])
    op.create_index("ix_said_phrase_owner_hash", "said_phrase", ["companion_id", "person_id", "hash"])
    _table(
        op, "taste_sign", sa.Column("turn_id", sa.Integer), sa.Column("axis", sa.String(120), nullable=False),
        sa.Column("value", sa.Float, nullable=False), sa.Column("weight", sa.Float, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False), sa.Column("at", sa.String(40), nullable=False),
        sa.Column("undone", sa.Boolean, nullable=False, server_default=sa.false()), _key("taste_sign", "turn"),
    )  # fmt: skip
    op.create_index("ix_taste_sign_turn_id", "taste_sign", ["turn_id"])
    op.create_index("ix_taste_sign_owner", "taste_sign", ["companion_id", "person_id", "id"])


def _table(op: Operations, name: str, *parts: Any) -> None:
    owner = [sa.Column(f"{whose}_id", sa.Integer, nullable=False) for whose in ("companion", "person")]
    keys = [_key(name, whose, None) for whose in ("companion", "person")]
    primary = sa.PrimaryKeyConstraint("id", name=f"pk_{name}")
    op.create_table(name, sa.Column("id", sa.Integer, nullable=False), *owner, *parts, *keys, primary, sqlite_autoincrement=True)


def _key(table: str, to: str, ondelete: str | None = "CASCADE") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([f"{to}_id"], [f"{to}.id"], name=f"fk_{table}_{to}_id", ondelete=ondelete)
