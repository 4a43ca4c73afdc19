"""The model's phones: silence, every sound in four places of a word, and one filler that stands for any speech at all.

A sound's four phones share what they sound like; the places tell the recogniser where words begin and end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from voice.ear_training.examples import SILENCE
from voice.ear_training.net import UNKNOWN, Labels

FEWEST: Final = 100
"""Frames of a sound below which it cannot be learnt."""

PLACES: Final = ("begin", "end", "internal", "singleton")
SILENT_PHONE: Final = 1


@dataclass(frozen=True, slots=True)
class Phones:
    """The sounds that are learnt, in the order of their classes: class 0 is silence, sound n has class n + 1."""

    sounds: tuple[str, ...]

    @property
    def classes(self) -> int:
        """Classes that are learnt: silence and the sounds."""
        return len(self.sounds) + 1

    @property
    def filler(self) -> int:
        """The phone of any speech; its class comes after those that are learnt."""
        return SILENT_PHONE + len(PLACES) * len(self.sounds) + 1

    def phone(self, sound: str, place: str) -> int:
        """The number of a sound at a place of a word, from 1."""
        return SILENT_PHONE + 1 + len(PLACES) * self.sounds.index(sound) + PLACES.index(place)

    def phones_of(self, sounds: Sequence[str]) -> list[int]:
        """A word's phones."""
        if len(sounds) == 1:
            return [self.phone(sounds[0], "singleton")]
        last = len(sounds) - 1
        return [
            self.phone(sound, "begin" if number == 0 else "end" if number == last else "internal")
            for number, sound in enumerate(sounds)
        ]

    def class_of(self, phone: int) -> int:
        """What a phone sounds like."""
        return 0 if phone == SILENT_PHONE else (phone - SILENT_PHONE - 1) // len(PLACES) + 1

    def labels(self, sounds: Sequence[str]) -> Labels:
        """The class of each frame, UNKNOWN where it is not learnt."""
        numbers = {SILENCE: 0} | {sound: number for number, sound in enumerate(self.sounds, 1)}
        return np.array([numbers.get(sound, UNKNOWN) for sound in sounds], np.int64)

    def boundaries(self) -> str:
        """The text of ``word_boundary.int``."""
        lines = [f"{SILENT_PHONE} nonword"]
        lines += [f"{self.phone(sound, place)} {place}" for sound in self.sounds for place in PLACES]
        return "\n".join((*lines, f"{self.filler} singleton")) + "\n"


def phones_in(frames: Iterable[Sequence[str]]) -> Phones:
    """All sounds that are frequent enough."""
    counts = Counter(sound for sounds in frames for sound in sounds)
    return Phones(tuple(sorted(sound for sound, count in counts.items() if sound != SILENCE and count >= FEWEST)))
