"""Milliseconds per stage of a turn."""

from __future__ import annotations

from mind.clock import Clock


class Stopwatch:
    """Marks how long after the start, or after a stage's own start, something happened."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._start = self._lap = clock.monotonic()
        self.ms: dict[str, float] = {}

    def lap(self, stage: str) -> None:
        """A stage that began where the last one ended is over."""
        now = self._clock.monotonic()
        self.ms[stage] = round((now - self._lap) * 1000, 2)
        self._lap = now

    def once(self, stage: str) -> bool:
        """Milliseconds from the last lap to the first time this happens; whether it is the first."""
        first = stage not in self.ms
        if first:
            self.ms[stage] = round((self._clock.monotonic() - self._lap) * 1000, 2)
        return first
