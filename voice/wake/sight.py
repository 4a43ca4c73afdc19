"""When a name that shows in partial texts is worth a close look: they are guesses, and many are taken back."""

from __future__ import annotations

from typing import Final

LOOKS: Final = (0.3, 0.7, 1.5)
"""Seconds of sound after it showed: too early the name has not ended, and each look costs as much as the breath is long."""


class Sight:
    """Of one breath. `seen`: a name has shown at all."""

    def __init__(self) -> None:
        self.seen = False
        self._count = 0
        self._since = 0.0
        self._looks = 0

    def due(self, count: int, seconds: float) -> bool:
        """After each piece of so many seconds, in which `count` names showed: whether to look now."""
        self.seen = self.seen or count > 0
        if count != self._count:
            self._since, self._looks = 0.0, 0 if count > self._count else self._looks
            self._count = count
            return False
        if not count:
            return False
        self._since += seconds
        if self._looks >= len(LOOKS) or self._since < LOOKS[self._looks]:
            return False
        self._looks += 1
        return True
