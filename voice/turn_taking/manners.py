"""What she does while the user waits for her: a nod at their end, and at times a small sound, where the brain is slow."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Final

from voice.turn_taking.spoken_tokens import listed, table, tokens, weight

SLOW: Final = 0.7
"""Seconds from the user's words to her first sound from which a wait is felt."""
LEARNS: Final = 0.5
"""Share of the last wait in what she expects of the next."""
NODS_APART: Final = 3.0
"""Seconds between two nods."""
SOUND_SHARE: Final = 0.4
"""How often a slow turn gets a sound, where nothing speaks against it."""
ENOUGH: Final = 3
"""Words below which a small sound would be as long as what was said."""


class Manners:
    """Decides, by the seconds of `clock`; the same `seed` decides the same. `wait` is what she expects of a brain at first."""

    def __init__(self, clock: Callable[[], float], seed: int = 0, wait: float = 0.0) -> None:
        self._clock, self._random = clock, random.Random(seed)
        self._wait = wait
        self._nodded = float("-inf")
        self._sounded = False
        self._last = ""

    @property
    def slow(self) -> bool:
        """Whether the brain is expected to keep the user waiting."""
        return self._wait >= SLOW

    def waited(self, seconds: float) -> None:
        """So long the user waited for her first sound."""
        self._wait += LEARNS * (seconds - self._wait)

    def nods(self) -> bool:
        """The user's voice ended after words: whether she nods now."""
        now = self._clock()
        if not self.slow or now - self._nodded < NODS_APART:
            return False
        self._nodded = now
        return True

    def sound(self, text: str, lang: str) -> str:
        """The small sound after the user's turn `text`; mostly none: never twice in a row, nor the same as the last one, and
        never after words that weigh."""
        words = tokens(text)
        due = self.slow and not self._sounded and weight(words) >= ENOUGH and not heavy(text)
        self._sounded = due and self._random.random() < SOUND_SHARE
        if not self._sounded:
            return ""
        self._last = self._random.choice([sound for sound in listed("murmurs", lang) if sound != self._last])
        return self._last


def heavy(text: str) -> bool:
    """Whether words of sadness, fear, illness or death are in it, in any language."""
    words = tokens(text)
    known = table("heavy")
    return any(words[at : at + many] in known for at in range(len(words)) for many in range(1, 8))
