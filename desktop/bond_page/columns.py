"""The columns of the knit: one a day, or where there are too many days one for so many weeks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from desktop.bond_page.causes import EVERYDAY, HURTS
from mind.domain import BondDay, DayCause

MOST: Final = 78
"""Columns of a chart with all the room it wants."""
WEEK: Final = 7
FEW: Final = 3
LEAST_TOP: Final = 36.0
"""The chart of a young bond reaches so high at least, so that its first rows are not mountains."""
AIR: Final = 1.04
TURNING: Final = frozenset({"repair", "milestone", "misunderstanding"})
"""What stands out before everything but hurts."""
WHOLE: Final = TURNING | HURTS
"""What always takes three stitches."""
STRONG: Final = (2.5, 1.0)
"""Points that a cause must have moved to colour three stitches, or two."""


@dataclass(frozen=True, slots=True)
class Column:
    """The days from `first` to `last`, the bond at their end (0..100), and what moved it, newest day and heaviest first."""

    first: date
    last: date
    bond: float
    causes: tuple[DayCause, ...]

    @property
    def cause(self) -> DayCause | None:
        """What colours it: a hurt before all else, then a turning point, then the kind that moved most. None for ordinary
        days."""
        told = [cause for cause in self.causes if cause.cause not in EVERYDAY]
        return min(told, key=lambda cause: (_rank(cause), -self.weight_of(cause.cause), -cause.weight), default=None)

    def weight_of(self, kind: str) -> float:
        """How much all causes of a kind moved together."""
        return sum(cause.weight for cause in self.causes if cause.cause == kind)

    @property
    def stitches(self) -> int:
        """How many stitches its cause colours, 0..3."""
        cause = self.cause
        if cause is None:
            return 0
        if cause.cause in WHOLE:
            return 3
        weight = self.weight_of(cause.cause)
        return 3 if weight >= STRONG[0] else 2 if weight >= STRONG[1] else 1


def columns(days: Sequence[BondDay], most: int = MOST) -> tuple[Column, ...]:
    """At most `most` columns, oldest first: days where they fit, else weeks that end with the last day, else several
    weeks each; see `days_each`. `days` is every day, oldest first."""
    step = days_each(len(days), most)
    spans = [days[max(0, end - step + 1) : end + 1] for end in range(len(days) - 1, -1, -step)]
    return tuple(
        Column(span[0].day, span[-1].day, span[-1].bond, tuple(cause for day in reversed(span) for cause in day.causes))
        for span in reversed(spans)
    )


def days_each(days: int, most: int) -> int:
    """Days that a column stands for, where `days` are to be shown in at most `most` columns: a few where the chart is too
    narrow for all that it would show by the day, else whole weeks."""
    if days <= max(most, min(FEW * most, MOST)):
        return -(-days // most)
    weeks = -(-days // WEEK)
    return WEEK * -(-weeks // most)


def highest(shown: Sequence[Column]) -> float:
    """The bond at the upper edge of the chart."""
    return min(100.0, max(LEAST_TOP, AIR * max((column.bond for column in shown), default=0.0)))


def deepest(shown: Sequence[Column]) -> tuple[int, DayCause] | None:
    """Where the deepest hurt in view is, and which; the newest of equal ones. None where there is none."""
    found = [(cause.hurt, at, cause) for at, column in enumerate(shown) for cause in column.causes if cause.cause in HURTS]
    if not found:
        return None
    _, at, cause = max(found, key=lambda one: one[:2])
    return at, cause


def month_starts(shown: Sequence[Column]) -> Mapping[int, date]:
    """Columns in which a month begins, the first column left out."""
    found: dict[int, date] = {}
    for at, column in enumerate(shown):
        begin = column.last.replace(day=1)
        if at > 0 and column.first <= begin <= column.last:
            found[at] = begin
    return found


def place_of(shown: Sequence[Column], day: date) -> int:
    """The column of a day; -1 where it is out of view."""
    return next((at for at, column in enumerate(shown) if column.first <= day <= column.last), -1)


def _rank(cause: DayCause) -> int:
    return 0 if cause.cause in HURTS else 1 if cause.cause in TURNING else 2
