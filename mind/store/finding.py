"""What recall reads of the turns: which hold a word, which stand around others, which were said in some days.

Lists of ids come from the index as they stand in it, whoever's they are: asking the index to rank them costs ten times as
much. The rows of an owner are picked at the end.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from sqlalchemy import func, select

from mind.domain import Said, Speaker
from mind.store.scope import Scope
from mind.store.tables import turn as table


def newest(scope: Scope) -> int:
    """The highest id of any turn, which is about how many there are; 0 if none."""
    return int(scope.connection.scalar(select(func.max(table.c.id))) or 0)


def few(scope: Scope, most: int) -> tuple[Said, ...] | None:
    """All turns of the owner in order of id, or None if there are more than `most`."""
    mine = select(table.c.id).where(scope.owned(table))
    if scope.connection.scalar(mine.limit(1).offset(most)) is not None:
        return None
    return _rows(scope, list(scope.connection.scalars(mine)))


def mine(scope: Scope, ids: Iterable[int]) -> set[int]:
    """Those ids that are turns of the owner."""
    return set(scope.connection.scalars(select(table.c.id).where(scope.owns(table), table.c.id.in_(list(ids)))))


def around(
    scope: Scope, ids: Iterable[int], before: int, after: int, speaker: Speaker | None = None
) -> tuple[Said, ...]:
    """The owner's turns of these ids and of so many before and after each, in order of id; of one speaker, or of both."""
    wide = {one + step for one in ids for step in range(-before, after + 1)}
    return _rows(scope, sorted(wide), speaker)


def between(scope: Scope, first: date, last: date, limit: int) -> list[int]:
    """Ids of the owner's turns said on these days, at most `limit`, oldest first."""
    found = scope.connection.exec_driver_sql(
        "SELECT id FROM turn WHERE +companion_id = ? AND +person_id = ? AND at >= ? AND at < ? ORDER BY at LIMIT ?",
        (scope.companion_id, scope.person_id, first.isoformat(), (last + timedelta(days=1)).isoformat(), limit),
    )
    return [row for (row,) in found.fetchall()]


def _rows(scope: Scope, ids: list[int], speaker: Speaker | None = None) -> tuple[Said, ...]:
    # Hundreds of rows for every question: as the driver gives them.
    inside = ",".join(str(int(one)) for one in ids)
    found = scope.connection.exec_driver_sql(
        f"SELECT id, sitting, speaker, text, at FROM turn WHERE id IN ({inside}) "
        f"AND companion_id = ? AND person_id = ?{' AND speaker = ?' if speaker else ''} ORDER BY id",
        (scope.companion_id, scope.person_id, *((speaker,) if speaker else ())),
    )
    return tuple(
        Said(row, sitting or row, speaker, text, datetime.fromisoformat(at))
        for row, sitting, speaker, text, at in found.fetchall()
    )
