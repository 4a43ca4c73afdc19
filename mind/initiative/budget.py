"""What the user set: how often, and when not."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Final

from mind.initiative.quiet_hours import QuietHours

DAY_BEGINS: Final = time(4, 0)
"""The house counts a day from four in the morning; the calendar from midnight. Neither may hold more than the budget."""
SPREAD: Final = timedelta(hours=12)
"""No stretch of this length holds more than a day's budget: not one late in the evening and one right after midnight."""
APART: Final = timedelta(hours=3)
"""Between two beginnings, however many a day the user allows."""


@dataclass(frozen=True, slots=True)
class Budget:
    """At most `a_day` beginnings a day, 0..5, none while not `enabled` and none in the `quiet` hours."""

    a_day: int = 1
    enabled: bool = True
    quiet: QuietHours = field(default_factory=QuietHours)
    chosen_at: datetime | None = None
    """When the user last chose how often: from then on she may try anew."""

    @property
    def allows(self) -> bool:
        """Whether she may ever begin."""
        return self.enabled and self.a_day > 0
