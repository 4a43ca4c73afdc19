"""Events that concern others, marks in the ledger, open loops, what she brought up."""

from __future__ import annotations

import json
from typing import Any, Final

import sqlalchemy as sa
from alembic.operations import Operations

from mind.store.dialect import Dialect

REVISION: Final = "0003"
PLANNER: Final = "planner"
HERS: Final = "her.promise"
PLANS: Final = ("plan.", "told.plan")
AT_A_TIME: Final = 10_000


def upgrade(op: Operations, dialect: Dialect) -> None:
    """From sittings and notes."""
    op.add_column("bond_event", sa.Column("about", sa.Integer))
    op.add_column("bond_event", sa.Column("origin", sa.String(16), nullable=False, server_default="rules"))
    op.create_index("ix_bond_event_about", "bond_event", ["about"])
    op.create_index("ix_bond_event_kind", "bond_event", ["kind", "id"])
    op.create_index("ix_bond_event_held", "bond_event", ["id"], sqlite_where=sa.text("rule = 'held'"))
    looked_up = sa.text("cause = 'milestone' OR cause = 'promise_kept' OR cause = 'repair'")
    op.create_index("ix_bond_line_cause", "bond_line", ["cause", "id"], sqlite_where=looked_up)
    op.create_table(
        "bond_mark", sa.Column("event_id", sa.Integer, nullable=False), sa.Column("state", sa.JSON, nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["bond_event.id"], name="fk_bond_mark_event_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event_id", name="pk_bond_mark"),
    )  # fmt: skip
    _loops(op)
    _mentions(op)
    _plans(op.get_bind())


def _loops(op: Operations) -> None:
    _table(
        op, "open_loop", *_owner("open_loop"), _word("side", 16), _text("text"), _text("quote"), _id("turn_id"),
        sa.Column("memory_id", sa.Integer), _word("said_at", 40), _word("lang", 8), sa.Column("due", sa.String(40)),
        _word("status", 16), sa.Column("asked_at", sa.String(40)), sa.Column("asked_turn", sa.Integer),
        sa.Column("closed_at", sa.String(40)), sa.Column("closed_turn", sa.Integer),
        _key("open_loop", "turn_id", "turn", "CASCADE"), _key("open_loop", "memory_id", "memory", "CASCADE"),
        _key("open_loop", "asked_turn", "turn", "SET NULL"), _key("open_loop", "closed_turn", "turn", "SET NULL"),
    )  # fmt: skip
    for name in ("turn_id", "memory_id", "asked_turn", "closed_turn"):
        op.create_index(f"ix_open_loop_{name}", "open_loop", [name])
    op.create_index("ix_open_loop_owner", "open_loop", ["companion_id", "person_id", "status", "id"])


def _mentions(op: Operations) -> None:
    _table(
        op, "mention", *_owner("mention"), _word("key", 120), _word("at", 40), sa.Column("turn_id", sa.Integer),
        sa.Column("began", sa.Boolean, nullable=False), _key("mention", "turn_id", "turn", "SET NULL"),
    )  # fmt: skip
    op.create_index("ix_mention_turn_id", "mention", ["turn_id"])
    op.create_index("ix_mention_owner_key", "mention", ["companion_id", "person_id", "key", "id"])


def _plans(connection: sa.Connection) -> None:
    """Every plan that holds is something to come back to, and every promise of hers something to keep; what she has asked
    about, she has asked about. Of other days to come (a birthday, an appointment of somebody else) nobody asks.
    """
    states = connection.exec_driver_sql("SELECT companion_id, person_id, value FROM keepsake WHERE key = ?", (PLANNER,))
    followed = {(row.companion_id, row.person_id): _followed(row.value) for row in states}
    last = 0
    while True:
        rows = connection.exec_driver_sql(
            "SELECT id, companion_id, person_id, turn_id, kind, text, quote, lang, said_at, due FROM memory"
            " WHERE due IS NOT NULL AND superseded_by IS NULL AND expired_at IS NULL AND id > ?"
            " AND EXISTS (SELECT 1 FROM turn WHERE turn.id = memory.turn_id)"
            f" ORDER BY id LIMIT {AT_A_TIME}",
            (last,),
        ).all()
        if not rows:
            return
        last = rows[-1].id
        loops = [_loop(row, row.id in followed.get((row.companion_id, row.person_id), ())) for row in rows if _expects(row.kind)]
        if loops:
            connection.exec_driver_sql(
                "INSERT INTO open_loop (companion_id, person_id, side, text, quote, turn_id, memory_id, said_at, lang, due,"
                " status, asked_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                loops,
            )


def _expects(kind: str) -> bool:
    return kind == HERS or kind.startswith(PLANS)


def _loop(row: Any, asked: bool) -> tuple[Any, ...]:
    side, status = "hers" if row.kind == HERS else "plan", "asked" if asked else "open"
    values = (row.companion_id, row.person_id, side, row.text, row.quote, row.turn_id, row.id, row.said_at, row.lang)
    return (*values, row.due, status, row.due if asked else None)


def _followed(value: str) -> frozenset[int]:
    """The memories that the planner had asked about; none where its state cannot be read."""
    try:
        kept = json.loads(value)
    except ValueError:
        return frozenset()
    state = kept.get("state") if isinstance(kept, dict) else None
    found = state.get("followed") if isinstance(state, dict) else None
    return frozenset(one for one in found if isinstance(one, int)) if isinstance(found, list) else frozenset()


def _table(op: Operations, name: str, *parts: Any) -> None:
    key = sa.PrimaryKeyConstraint("id", name=f"pk_{name}")
    op.create_table(name, sa.Column("id", sa.Integer, nullable=False), *parts, key, sqlite_autoincrement=True)


def _owner(table: str) -> tuple[Any, ...]:
    return (
        _id("companion_id"), _id("person_id"),
        *(_key(table, f"{to}_id", to, None) for to in ("companion", "person")),
    )  # fmt: skip


def _key(table: str, column: str, to: str, ondelete: str | None) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=f"fk_{table}_{column}", ondelete=ondelete)


def _id(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _word(name: str, length: int) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), nullable=False)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)
