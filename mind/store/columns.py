"""Column types that every database reads alike."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import String
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator


class Moment(TypeDecorator[datetime]):
    """An aware time as ISO 8601 with its offset, so that "at ten in the evening" stays so after a journey.

    Not for ordering: ids order what happened, whatever the clock did.
    """

    impl = String(40)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without its zone cannot be kept")
        return value.isoformat()

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return _read(value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], datetime | None]:
        """The reading alone: a turn reads thousands of times, and every layer around it costs as much again."""
        return _read


def _read(value: str | None) -> datetime | None:
    return None if value is None else datetime.fromisoformat(value)
