"""The store's seam for what is kept until a time."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from mind.domain import Turn
from mind.reminders.kept import WAITS, Kept, KeptChange, KeptKind, KeptStatus, NewKept


class Reminders(Protocol):
    """Reminders, timers, letters, worries, plans and good things of this companion and person."""

    def keep(self, new: NewKept, turn: Turn) -> Kept:
        """Keep one that the turn asked for. It goes when the turn goes."""

    def get(self, kept_id: int) -> Kept | None:
        """One of them; None where it is gone."""

    def find(
        self, kinds: Collection[KeptKind] | None = None, statuses: Collection[KeptStatus] = WAITS, limit: int = 200
    ) -> tuple[Kept, ...]:
        """Those of these kinds (None: all) and statuses, newest first."""

    def change(self, change: KeptChange, now: datetime) -> bool:
        """Give one its new status, and its new time where there is one; whether it is there. Told ones note when."""

    def next_due(self) -> datetime | None:
        """The soonest time of one that waits."""
