"""An output for a machine without loudspeaker: time passes as if it played, so captions and lips still run."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np
import numpy.typing as npt


class SilentOut:
    """`voice.ports.AudioOut` on a monotonic clock. `ended` is called from within `played`."""

    name = "silent"

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._began = 0.0
        self._seconds = 0.0
        self._ended: Callable[[], None] | None = None

    def start(
        self, pcm: npt.NDArray[np.int16], rate: int, ended: Callable[[], None], *, already: float = 0.0
    ) -> None:
        """Begin to count; `already` seconds of it count as played."""
        self._began = self._clock() - already
        self._seconds = len(pcm) / rate
        self._ended = ended

    def played(self) -> float:
        """Seconds since the start, at most its length."""
        if self._ended is None:
            return self._seconds
        at = self._clock() - self._began
        if at < self._seconds:
            return max(0.0, at)
        ended, self._ended = self._ended, None
        ended()
        return self._seconds

    def stop(self) -> None:
        """Stop counting."""
        self._ended = None
        self._seconds = 0.0

    def volume(self, factor: float) -> None:
        """Silence has none."""

    def close(self) -> None:
        """Nothing to let go of."""
        self.stop()
