"""An output for a machine without loudspeaker: time passes as if it played, so captions and lips still run."""

from __future__ import annotations

import time
from collections.abc import Callable

from voice.output.playlist import Playlist
from voice.ports import Sound


class SilentOut:
    """`voice.ports.AudioOut` on a monotonic clock."""

    name = "silent"

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._playlist = Playlist()

    def add(self, sound: Sound, heard: float = 0.0) -> None:
        """See `voice.ports.AudioOut`."""
        self._playlist.lay(sound, self._clock(), heard)

    def played(self) -> float:
        """See `voice.ports.AudioOut`."""
        return self._playlist.follow(self._clock())

    def stop(self) -> None:
        """Stop counting."""
        self._playlist.clear()

    def volume(self, factor: float) -> None:
        """Silence has none."""

    def close(self) -> None:
        """Nothing to let go of."""
        self.stop()
