"""Which words of what was understood are the user's, and which are her own that came back from the loudspeaker."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from voice.echo.alignment import hers
from voice.echo.sound_units import ALIKE, SECONDS, Unit, likeness, units

LATELY: Final = 8.0
"""Seconds after they were said in which words may come back: the room, the devices and the recogniser are late."""

SENTENCES: Final = 64
"""How many are remembered at most."""


@dataclass(frozen=True, slots=True)
class _Said:
    sounds: tuple[Unit, ...]
    begin: float
    end: float


class SpokenWords:
    """Remembers what she says, for some seconds, and tells the user's words from it. Threads may use it as they like.

    `lang` is that of the recogniser. A word is hers if it stands in a stretch that sounds like what she says: as it was
    written, or misheard, cut off, split or joined, a homophone, or a figure. A common word that they both use, among words
    of the user's own, is the user's.
    """

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._lock = threading.Lock()
        self._said: deque[_Said] = deque(maxlen=SENTENCES)

    def say(self, text: str, at: float, lang: str = "") -> None:
        """She begins to say `text` at second `at`, in the recogniser's language unless another is given."""
        sounds = units(text, lang or self.lang)
        lasts = sum(SECONDS[sound.kind] for sound in sounds)
        with self._lock:
            self._said.append(_Said(sounds, at, at + lasts))

    def forget(self) -> None:
        """Nothing was said."""
        with self._lock:
            self._said.clear()

    def new_words(self, partial: str, at: float) -> tuple[str, ...]:
        """The words of `partial`, heard at `at`, that are not hers, in order; of Chinese and Japanese, runs of characters."""
        sounds = units(partial, self.lang)
        if not sounds:
            return ()
        own = hers(sounds, self._lately(sounds, at))
        return _words(partial, sounds, own)

    def says(self, text: str, at: float) -> bool:
        """Whether all of a short `text`, heard at `at`, sounds like one stretch of what she said: its sounds, scattered over
        her sentences, are no sign that it is hers."""
        sounds = units(text, self.lang)
        said = self._lately(sounds, at)
        many = len(sounds)
        return any(
            all(one.kind == other.kind and likeness(one.sound, other.sound, one.kind) >= ALIKE
                for one, other in zip(sounds, said[place : place + many], strict=True))
            for place in range(len(said) - many + 1)
        )  # fmt: skip

    def _lately(self, sounds: Sequence[Unit], at: float) -> list[Unit]:
        """What she said lately, or was saying, when the last of `sounds` was heard at `at`."""
        since = at - LATELY - sum(SECONDS[sound.kind] for sound in sounds)
        with self._lock:
            return [sound for one in self._said if one.end >= since and one.begin <= at for sound in one.sounds]


def _words(text: str, sounds: tuple[Unit, ...], own: list[bool]) -> tuple[str, ...]:
    """The stretches of `text` whose sounds are not her own."""
    share: dict[tuple[int, int], list[bool]] = {}
    for sound, one in zip(sounds, own, strict=True):
        share.setdefault((sound.begin, sound.end), []).append(one)
    found: list[tuple[int, int]] = []
    joins = False
    for (begin, end), ones in share.items():
        new = 2 * sum(ones) < len(ones)
        signs = not text[begin:end].isascii()
        if new and joins and signs and found and found[-1][1] >= begin:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        elif new:
            found.append((begin, end))
        joins = new and signs
    return tuple(text[begin:end] for begin, end in found)
