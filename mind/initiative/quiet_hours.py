"""The hours in which she begins nothing, by the clock on the wall."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From `begins` until `ends`, over midnight where `begins` is the later one; equal times mean that no hour is quiet.

    Wall time decides: on the night the clocks change the quiet is an hour longer or shorter, as the user's own night is.
    """

    begins: time = time(21, 0)
    ends: time = time(9, 0)

    def hold(self, now: datetime) -> bool:
        """Whether `now` (local time) is quiet."""
        at = now.time()
        if self.begins <= self.ends:
            return self.begins <= at < self.ends
        return at >= self.begins or at < self.ends

    def over_at(self, now: datetime) -> datetime:
        """The wall time at which the quiet that holds `now` ends, without a zone; `now` itself where none holds."""
        wall = now.replace(tzinfo=None)
        if not self.hold(now):
            return wall
        ends = datetime.combine(wall.date(), self.ends)
        return ends if ends > wall else ends + timedelta(days=1)
