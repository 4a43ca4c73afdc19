"""What is heard of her at which second, as one line of 16 kHz sound: the far end of an echo canceller."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from voice.resample import Resampler

Pcm = npt.NDArray[np.int16]

RATE: Final = 16000
SIZE: Final = 1 << 18
"""Samples that are kept: 16 s, of which a loudspeaker's own buffer may hold 8 that are yet to be heard."""

SEAM: Final = 0.03
"""Seconds by which a piece may miss the end of the one before and still go on from it without a gap."""

CHANGES: Final = 512
"""Changes of loudness that are kept; a ramp of one makes some sixty a second."""


NOTED: Final = 3
"""Samples by which what is being heard must turn out to be off to be noted."""


@dataclass(slots=True)
class _Run:
    """Samples `first` to `last` of the ring, the first of which is heard at `tick` (1/16000 s of the monotonic clock)."""

    tick: int
    first: int
    last: int

    @property
    def end(self) -> int:
        return self.tick + self.last - self.first


class Reference:
    """What a loudspeaker makes audible, by `time.monotonic` seconds. Threads may write and read it as they like.

    What was handed to a device but is not heard yet stands here with the second it will be heard at; `cut` takes it back, and
    `shift` moves it where the device turns out to be later. Silence is where nothing was put. Memory is fixed at 0.5 MB.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._ring: Pcm = np.zeros(SIZE, np.int16)
        self._head = 0
        self._runs: deque[_Run] = deque()
        self._loud: deque[tuple[int, float]] = deque([(-(1 << 62), 1.0)], CHANGES)
        self._resampler: tuple[int, Resampler] | None = None
        self.moved = 0
        """How often what had been read already turned out to be heard earlier or later: nothing fits for a while then."""
        self._read = -(1 << 62)
        self.ways: dict[str, object] = {}
        """What was learnt of the way from this loudspeaker to the microphone, by who learnt it; see `suppressor_for`."""
        self._due = 0.0
        """The second at which a piece goes on from the last one."""

    def put(self, pcm: Pcm, rate: int, at: float) -> None:
        """Mono `pcm` is heard from second `at` on. Near the end of the last piece it goes on from it sample by sample."""
        if not len(pcm):
            return
        with self._lock:
            whole = self._run_at(rate, at)
            self._due += len(pcm) / rate
            if self._resampler is not None:
                pcm = self._resampler[1].feed(pcm)
            pcm = pcm[-SIZE:]
            places = np.arange(self._head, self._head + len(pcm)) % SIZE
            self._ring[places] = pcm
            self._head += len(pcm)
            whole.last = self._head
            self._forget()

    def cut(self, at: float) -> None:
        """Nothing that was put is heard from second `at` on."""
        tick = round(at * RATE)
        with self._lock:
            while self._runs and self._runs[-1].tick >= tick:
                self._runs.pop()
            if self._runs and self._runs[-1].end > tick:
                run = self._runs[-1]
                run.last = run.first + tick - run.tick
            self._due = float("-inf")

    def shift(self, ticks: int) -> None:
        """What was put last, without a gap, is heard so many 1/16000 s later than was said (or earlier)."""
        with self._lock:
            if self._runs:
                self.moved += abs(ticks) >= NOTED and self._runs[-1].tick < self._read
                self._runs[-1].tick += ticks
                self._due += ticks / RATE

    def volume(self, factor: float, at: float) -> None:
        """From second `at` on all is heard at this loudness, 0 to 1."""
        tick = round(at * RATE)
        with self._lock:
            while len(self._loud) > 1 and self._loud[-1][0] >= tick:
                self._loud.pop()
            if self._loud[-1][1] != factor:
                self._loud.append((tick, factor))

    def between(self, start: float, end: float) -> Pcm:
        """What is heard from second `start` to `end`, so far as is known: round((end - start) * 16000) samples, mono int16."""
        begin = round(start * RATE)
        return self.samples(begin, max(0, round((end - start) * RATE)))

    def samples(self, tick: int, count: int) -> Pcm:
        """The `count` samples from 1/16000 s number `tick` of the monotonic clock on: for readers that may not slip one."""
        out: Pcm = np.zeros(count, np.int16)
        with self._lock:
            self._read = tick + count
            oldest = self._head - SIZE
            for run in self._runs:
                begin, end = max(tick, run.tick, run.tick + oldest - run.first), min(tick + count, run.end)
                if begin < end:
                    first = run.first + begin - run.tick
                    out[begin - tick : end - tick] = self._ring[np.arange(first, first + end - begin) % SIZE]
            return self._scaled(out, tick)

    def sounding(self, start: float, end: float) -> bool:
        """Whether anything is heard of her in this time; her pauses count as silence."""
        return bool(np.any(self.between(start, end)))

    # --- inside, under the lock

    def _run_at(self, rate: int, at: float) -> _Run:
        known = RATE if self._resampler is None else self._resampler[0]
        if self._runs and known == rate and abs(at - self._due) <= SEAM and self._runs[-1].last == self._head:
            return self._runs[-1]
        self._resampler = None if rate == RATE else (rate, Resampler(rate, RATE))
        self._due = at
        run = _Run(round(at * RATE), self._head, self._head)
        self._runs.append(run)
        return run

    def _forget(self) -> None:
        oldest = self._head - SIZE
        while self._runs and self._runs[0].last <= oldest:
            self._runs.popleft()

    def _scaled(self, out: Pcm, tick: int) -> Pcm:
        """The samples at the loudness of their time."""
        changes = list(self._loud)
        if len(changes) == 1 and changes[0][1] == 1.0:
            return out
        ends = [change[0] for change in changes[1:]] + [tick + len(out)]
        for (begin, factor), end in zip(changes, ends, strict=True):
            first, last = max(0, begin - tick), min(len(out), end - tick)
            if factor != 1.0 and first < last:
                out[first:last] = np.rint(out[first:last] * factor).astype(np.int16)
        return out
