"""Sounds laid end to end on an output's own line of time, and who is told when each of them begins and ends."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import Final

from voice.ports import Sound

NEARLY: Final = 5e-4
"""Seconds: a sound this near its end has ended; lengths are rounded to samples of one rate or another."""


@dataclass(slots=True)
class _Laid:
    sound: Sound
    begin: float
    end: float
    heard: float
    told: bool


class Playlist:
    """What is to be heard, in seconds on a line of the output's choosing: a clock, or the played time of a stream."""

    def __init__(self) -> None:
        self._laid: deque[_Laid] = deque()
        self._turn = 0
        """Counts the clearings, so that a callback which clears is noticed."""

    def __bool__(self) -> bool:
        """Whether anything is yet to come to its end."""
        return bool(self._laid)

    def lay(self, sound: Sound, at: float, heard: float = 0.0) -> float:
        """Lay `sound` after those before it, not before `at`; where on the line it begins.

        Of its first `heard` seconds nothing is laid: they were heard elsewhere, and its start was told there.
        """
        begin = max(at, self._laid[-1].end) if self._laid else at
        left = max(0.0, sound.seconds - heard)
        self._laid.append(_Laid(sound, begin, begin + left, heard, told=heard > 0))
        return begin

    def follow(self, now: float) -> float:
        """Tell what began and what ended until `now`, in order; the seconds heard of the sound that is on.

        A callback may clear the list or lay more.
        """
        turn = self._turn
        while self._laid and turn == self._turn:
            first = self._laid[0]
            if now < first.begin:
                return 0.0
            if not first.told:
                first.told = True
                first.sound.started()
            elif now < first.end - NEARLY:
                return first.heard + now - first.begin
            else:
                self._laid.popleft()
                first.sound.ended()
        return 0.0

    def clear(self) -> None:
        """Forget all; nobody is told."""
        self._laid.clear()
        self._turn += 1
