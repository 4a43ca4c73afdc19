"""What the user asked her to keep until a time."""

from __future__ import annotations

from typing import Any, Final

import sqlalchemy as sa
from alembic.operations import Operations

from mind.store.dialect import Dialect

REVISION: Final = "0006"


def upgrade(op: Operations, dialect: Dialect) -> None:
    """From marks and taste. Nothing was kept until a time before: what she gave her word for stands among the open loops."""
    owner = [sa.Column(f"{whose}_id", sa.Integer, nullable=False) for whose in ("companion", "person")]
    op.create_table(
        "reminder", sa.Column("id", sa.Integer, nullable=False), *owner, sa.Column("turn_id", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False), sa.Column("text", sa.Text, nullable=False),
        sa.Column("quote", sa.Text, nullable=False), sa.Column("said_at", sa.String(40), nullable=False),
        sa.Column("lang", sa.String(8), nullable=False), sa.Column("due", sa.String(40)),
        sa.Column("status", sa.String(16), nullable=False), sa.Column("rung_at", sa.String(40)),
        sa.Column("data", sa.JSON, nullable=False), _key("turn", "CASCADE"), _key("companion"), _key("person"),
        sa.PrimaryKeyConstraint("id", name="pk_reminder"), sqlite_autoincrement=True,
    )  # fmt: skip
    op.create_index("ix_reminder_turn_id", "reminder", ["turn_id"])
    op.create_index("ix_reminder_owner", "reminder", ["companion_id", "person_id", "status", "id"])


def _key(to: str, ondelete: str | None = None) -> Any:
    return sa.ForeignKeyConstraint([f"{to}_id"], [f"{to}.id"], name=f"fk_reminder_{to}_id", ondelete=ondelete)
