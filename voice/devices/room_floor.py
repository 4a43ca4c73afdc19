"""How loud a room is without a voice, told by blocks of a tenth of a second alone."""

from __future__ import annotations

from typing import Final

RISE: Final = 0.005
"""Share of the way up that it goes with each block: a sentence moves it little, an air conditioner after half a minute."""


class RoomFloor:
    """Follows the softest block at once and louder ones slowly. `level` in decibels of full scale, None before the first."""

    def __init__(self) -> None:
        self.level: float | None = None

    def feed(self, level: float) -> float:
        """The floor after a block of this level."""
        floor = level if self.level is None or level < self.level else self.level + RISE * (level - self.level)
        self.level = floor
        return floor
