"""Reading a saved state of the bond with doubt: it is only kept to spare a replay, and may be had again."""

from __future__ import annotations

import json
from math import isfinite
from typing import Any, Final

from sqlalchemy import Column, String, Table, select, type_coerce

from mind.bond.state import BondState, first_state, from_json
from mind.bond.temperament import EVEN
from mind.store.scope import Scope

_NUMBERS: Final = tuple(name for name, value in vars(first_state(EVEN)).items() if type(value) in (int, float))


def read_state(written: str | None) -> BondState | None:
    """The state that a JSON text holds; None where it is none."""
    if written is None:
        return None
    try:
        state = from_json(json.loads(written))
        numbers = [getattr(state, name) for name in _NUMBERS]
        return state if all(type(one) in (int, float) and isfinite(one) for one in numbers) else None
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def as_written(table: Table) -> Any:
    """The column of a table's states as text."""
    return type_coerce(table.c.state, String)


def unreadable(scope: Scope, table: Table, key: Column[int]) -> list[int]:
    """The rows of a table, of every owner, whose state is none."""
    rows = scope.connection.execute(select(key, as_written(table))).all()
    return [row for row, written in rows if read_state(written) is None]
