"""For how long she takes what is said for hers without being called again."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

WINDOW: Final = 8.0
"""Seconds after she was called, after what was said to her, and after her own last word."""


class Attention:
    """Open while she speaks and for some seconds after; any thread may ask and tell, as each value stands alone."""

    def __init__(self, window: float = WINDOW, clock: Callable[[], float] = time.monotonic) -> None:
        self._window, self._clock = window, clock
        self._speaking = False
        self._until = float("-inf")
        self.always = False
        """Nobody has to call her."""

    def hold(self) -> None:
        """She was called or spoken to just now."""
        self._until = max(self._until, self._clock() + self._window)

    def she_speaks(self, speaking: bool) -> None:
        """Call on every frame: her voice sounds, or does not."""
        if speaking or self._speaking:
            self.hold()
        self._speaking = speaking

    def end(self) -> None:
        """Nothing is for her any more until she is called."""
        self._until, self._speaking = float("-inf"), False

    @property
    def open(self) -> bool:
        """Whether what begins now is for her."""
        return self.always or self._speaking or self._clock() < self._until
