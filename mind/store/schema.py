"""Which schema a database has, and how it comes to ours.

Alembic's operations and version table, each step in a transaction of its own: an upgrade that is killed goes on from the
last whole step.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sqlalchemy import Connection, inspect

from mind.bond.books import RULES
from mind.store.dialect import Dialect

HEAD: Final = "0006"
"""The revision this Hearth writes."""

VERSION_TABLE: Final = "alembic_version"


def revision(connection: Connection) -> str | None:
    """The revision the database is at; None for an empty one. Raises LookupError if it is no database of ours."""
    tables = inspect(connection).get_table_names()
    if VERSION_TABLE not in tables:
        if tables:
            raise LookupError("tables without a revision")
        return None
    found = connection.exec_driver_sql(f"SELECT version_num FROM {VERSION_TABLE}").scalar()
    return str(found) if found else None


def is_newer(found: str | None) -> bool:
    """Whether a revision is none of those we know."""
    from mind.store.migrations import STEPS

    return found is not None and found not in {step.REVISION for step in STEPS}


def judged_by_newer(connection: Connection) -> bool:
    """Whether the bond's last event was judged by rules that we do not know: to go on would be to judge it otherwise."""
    last = connection.exec_driver_sql("SELECT rules FROM bond_event ORDER BY id DESC LIMIT 1").scalar()
    return isinstance(last, int) and last > RULES


def upgrade(connection: Connection, dialect: Dialect, on_step: Callable[[str], None] | None = None) -> None:
    """Take every step that is missing. `on_step` hears the revision before each commit."""
    from alembic.migration import MigrationContext
    from alembic.operations import Operations

    from mind.store.migrations import STEPS

    found = revision(connection)
    known = [step.REVISION for step in STEPS]
    done = known.index(found) + 1 if found else 0
    operations = Operations(MigrationContext.configure(connection))
    for step in STEPS[done:]:
        step.upgrade(operations, dialect)
        _stamp(connection, step.REVISION)
        if on_step:
            on_step(step.REVISION)
        connection.commit()


def _stamp(connection: Connection, reached: str) -> None:
    connection.exec_driver_sql(f"CREATE TABLE IF NOT EXISTS {VERSION_TABLE} (version_num VARCHAR(32) NOT NULL)")
    connection.exec_driver_sql(f"DELETE FROM {VERSION_TABLE}")
    connection.exec_driver_sql(f"INSERT INTO {VERSION_TABLE} (version_num) VALUES (?)", (reached,))
