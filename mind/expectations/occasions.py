"""Something she may bring up of herself, with all it rests on; and how seldom she does. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final, Literal

from mind.domain import Memory

Fit = Literal["greeting", "talk", "any"]
"""When it may be said: as she opens, in a talk, or both."""

ONE_A_DAY: Final = timedelta(hours=20)
"""Between two things she noticed or proposes."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """`key` is its name among what she brought up, `frame` the pool of wordings, `words` its slots in the user's own words.

    `days` are the days it rests on, `turns` and `memories` its receipts. `light` waits where the user feels low; one with
    `touching` words waits until the user speaks of one of them, or, with `needing`, until the talk needs that.
    """

    key: str
    frame: str
    words: Mapping[str, str] = field(default_factory=dict, hash=False)
    memories: tuple[Memory, ...] = ()
    turns: tuple[int, ...] = ()
    days: tuple[date, ...] = ()
    years: int = 0
    count: int = 0
    since: datetime | None = None
    fit: Fit = "any"
    light: bool = True
    touching: tuple[str, ...] = ()
    needing: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """The first part of its key: "pattern", "birthday", "step", …"""
        return self.key.partition(":")[0]


def rested(last: datetime | None, now: datetime, rest: timedelta) -> bool:
    """Whether what she last did at `last` is long enough ago. A time far in the future is a clock's mistake, not a rest."""
    return last is None or abs(now - last) >= rest
