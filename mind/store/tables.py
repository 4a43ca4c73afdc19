"""The tables, in terms that SQLite and PostgreSQL share. Search indexes are the dialect's own (`mind.store.sqlite`).

Ids grow and are never used again, also after forgetting. Times are ISO 8601 with offset.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import JSON, Boolean, Column, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text

from mind.store.columns import Moment

metadata: Final = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _table(name: str, *columns: Column[Any]) -> Table:
    return Table(name, metadata, Column("id", Integer, primary_key=True), *columns, sqlite_autoincrement=True)


def _owner() -> tuple[Column[int], Column[int]]:
    """Whose row it is: one companion's, with one person."""
    return (
        Column("companion_id", Integer, ForeignKey("companion.id"), nullable=False),
        Column("person_id", Integer, ForeignKey("person.id"), nullable=False),
    )


companion: Final = _table("companion", Column("key", String(64), nullable=False, unique=True))
"""Who she is; `key` names her files under assets/."""

person: Final = _table("person", Column("key", String(64), nullable=False, unique=True))
"""Who she talks with; `key` is "user" until several share one database."""

turn: Final = _table(
    "turn",
    *_owner(),
    Column("speaker", String(16), nullable=False),
    Column("text", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("lang", String(8), nullable=False),
    Column("channel", String(16), nullable=False),
    Column("ended", String(16)),
    Column("reply_to", Integer, ForeignKey("turn.id", ondelete="CASCADE"), index=True),
    Column("meta", JSON, nullable=False),
)

memory: Final = _table(
    "memory",
    *_owner(),
    Column("turn_id", Integer, ForeignKey("turn.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("kind", String(64), nullable=False),
    Column("key", String(200), nullable=False, index=True),
    Column("value", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("quote", Text, nullable=False),
    Column("lang", String(8), nullable=False),
    Column("confidence", Float, nullable=False),
    Column("single", Boolean, nullable=False),
    Column("said_at", Moment, nullable=False),
    Column("due", Moment),
    Column("superseded_by", Integer, ForeignKey("memory.id"), index=True),
    Column("expired_at", Moment),
    Column("slots", JSON, nullable=False),
)

bond_event: Final = _table(
    "bond_event",
    *_owner(),
    Column("turn_id", Integer, ForeignKey("turn.id", ondelete="SET NULL"), index=True),
    Column("at", Moment, nullable=False),
    Column("kind", String(32), nullable=False),
    Column("confidence", Float, nullable=False),
    Column("severity", Float, nullable=False),
    Column("confirmed", Boolean, nullable=False),
    Column("likeness", String(32), nullable=False),
    Column("quote", Text, nullable=False),
    Column("rule", String(32), nullable=False),
    Column("batch", Integer, nullable=False),
    Column("rules", Integer, nullable=False),
)
"""What was proposed to the bond, in order, and the `rule` it met. Append-only: replaying it gives the state.

`batch` is the id of the first event of the same turn. `likeness` is equal for equal words, so that repeats are known;
forgetting replaces it and blanks the quote. `rules` is the version of `mind.bond.model` that judged it.
"""

bond_line: Final = _table(
    "bond_line",
    Column("event_id", Integer, ForeignKey("bond_event.id"), nullable=False, index=True),
    Column("field", String(16), nullable=False),
    Column("delta", Float, nullable=False),
    Column("cause", String(32), nullable=False),
    Column("rule", String(32), nullable=False),
)
"""What each event moved. Append-only; the sum of a field's lines is its value less its start."""

bond_state: Final = _table("bond_state", *_owner(), Column("state", JSON, nullable=False))
"""Where the bond stands after its last event: kept only to spare the replay."""

keepsake: Final = _table(
    "keepsake", *_owner(), Column("key", String(64), nullable=False), Column("value", JSON, nullable=False)
)
"""Small values of one companion with one person: outfit, planner state."""

setting: Final = _table(
    "setting",
    Column("person_id", Integer, ForeignKey("person.id"), nullable=False),
    Column("key", String(64), nullable=False),
    Column("value", JSON, nullable=False),
)
"""What the person set about themself, shared by all companions."""

Index("uq_keepsake_owner_key", keepsake.c.companion_id, keepsake.c.person_id, keepsake.c.key, unique=True)
Index("uq_setting_person_key", setting.c.person_id, setting.c.key, unique=True)
Index("uq_bond_state_owner", bond_state.c.companion_id, bond_state.c.person_id, unique=True)
