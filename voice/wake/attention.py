"""For how long she takes what is said for hers without being called again."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

WINDOW: Final = 8.0
"""Seconds after she was called, after what was said to her, and after her own last word."""


class Attention:
    """Open for some seconds after she was called or spoken to, and for as long as she then thinks and speaks.

    What she says uncalled (of her own accord, or to what was typed) opens it only with her last word: until then others may
    talk. Any thread may ask and tell, as each value stands alone.
    """

    def __init__(self, window: float = WINDOW, clock: Callable[[], float] = time.monotonic) -> None:
        self._window, self._clock = window, clock
        self._speaking = False
        self._until = float("-inf")
        self.always = False
        """Nobody has to call her."""
        self.presses = 0
        """Counts how often a key called her: what is being said at that moment is for her, too."""

    def hold(self) -> None:
        """She was called or spoken to just now."""
        self._until = max(self._until, self._clock() + self._window)

    def press(self) -> None:
        """A key calls her."""
        self.hold()
        self.presses += 1

    def she_thinks(self) -> None:
        """Call on every frame while an answer is on its way, or words are still being made out: nobody waits for it in vain."""
        if self.open:
            self.hold()

    def she_speaks(self, speaking: bool) -> None:
        """Call on every frame: her voice sounds, or does not."""
        if self._speaking if not speaking else self.open:
            self.hold()
        self._speaking = speaking

    def end(self) -> None:
        """Nothing is for her any more until she is called."""
        self._until, self._speaking = float("-inf"), False

    @property
    def open(self) -> bool:
        """Whether what begins now is for her."""
        return self.always or self._clock() < self._until
