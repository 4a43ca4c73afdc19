"""How long one person's silences within a thought are."""

from __future__ import annotations

from collections import deque
from typing import Final

SHORTEST: Final = 0.2
"""Seconds; what is shorter is the closure of a sound, not a pause."""

LONGEST: Final = 2.5
KEPT: Final = 32
"""Pauses that are remembered; older ones make room, for a person is hasty today and tired tomorrow."""

FEW: Final = 3
"""With fewer, nothing is known."""

TRUST: Final = 8
"""With as many, what was learnt counts as much as what was set."""

COVERED: Final = 0.85
"""Part of the pauses that a wait should outlast. The rest are the odd long thoughts, by which nobody is judged."""

SLACK: Final = 1.25


class PauseHabit:
    """Learns in memory only, from pauses after which the person went on; forgotten with the process."""

    def __init__(self) -> None:
        self._pauses: deque[float] = deque(maxlen=KEPT)

    def note(self, seconds: float) -> None:
        """A pause of this length was followed by more of the same thought; one out of all bounds is not believed."""
        if SHORTEST <= seconds <= LONGEST:
            self._pauses.append(seconds)

    def fluent(self) -> None:
        """A long utterance went by without a pause."""
        self._pauses.append(SHORTEST)

    def wait(self, usual: float, least: float, most: float) -> float:
        """Seconds of silence to wait for this person, where `usual` is waited for anybody; between `least` and `most`."""
        count = len(self._pauses)
        if count < FEW:
            return usual
        theirs = sorted(self._pauses)[min(count - 1, int(COVERED * count))] * SLACK
        weight = count / (count + TRUST)
        return min(most, max(least, (1 - weight) * usual + weight * theirs))
