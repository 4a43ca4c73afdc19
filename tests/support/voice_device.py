"""A loudspeaker whose time is told by the test, block by block, and that goes, hangs or is exchanged on cue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from math import inf

import numpy as np

from voice.errors import OutputFault
from voice.output.stream_out import lost

BLOCK = 0.015


class Hands:
    """A clock moved by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Device:
    """What may be opened. Times are of the clock: from `gone` to `back` it cannot be used, from `frozen` to `back` it takes
    nothing more, and at `moved` another one is meant."""

    clock: Callable[[], float]
    rate: int = 0
    """The only rate it takes; 0: any."""
    channels: int = 1
    seconds: float = 8.0
    """How much it buffers."""
    gone: float = inf
    frozen: float = inf
    back: float = inf
    moved: float = inf
    delay: float | None = None
    """What it tells of the time from a sample's being taken to its being heard."""
    known: bool = False
    """Whether asking tells that it is gone."""
    opened: list[ScriptedStream] = field(default_factory=list)

    def open(self, rate: int) -> ScriptedStream:
        if self.gone <= self.clock() < self.back:
            raise OutputFault("No loudspeaker was found.", "Connect one.")
        stream = ScriptedStream(self, self.rate or rate)
        self.opened.append(stream)
        return stream

    def heard(self, until: float) -> np.ndarray:
        """What sounded from 0 of the clock on, as far as one stream's samples go."""
        return np.concatenate([stream.sounded(until) for stream in self.opened])


class ScriptedStream:
    """`voice.output.stream_out.Stream`: takes a block every 15 ms, which is heard two blocks later; zeros where it has none."""

    name = "Scripted"

    def __init__(self, device: Device, rate: int) -> None:
        self.device, self.rate, self.channels = device, rate, device.channels
        self.block = int(BLOCK * rate)
        self.began = device.clock()
        self.factor, self.closed = 1.0, False
        self._all = np.zeros(0, np.int16)
        self._taken = 0
        self._blocks = 0
        self.air: list[np.ndarray] = []

    def write(self, data: bytes) -> int:
        self._advance()
        size = min(len(data), self.room())
        samples = np.frombuffer(data[: size - size % (2 * self.channels)], np.int16)
        self._all = np.concatenate((self._all, samples[:: self.channels]))
        return len(samples) * 2

    def room(self) -> int:
        self._advance()
        return max(0, int(self.device.seconds * self.rate) - len(self._all) + self._taken) * 2 * self.channels

    def processed(self) -> float:
        self._advance()
        return self._taken / self.rate

    def alive(self) -> bool:
        return not self.closed and (not self._gone() or self.device.known)

    def doubted(self) -> None:
        if self._gone() and self.device.known:
            raise lost(self.name, "was stopped")

    def meant(self) -> bool:
        return not self.began < self.device.moved <= self.device.clock()

    def delay(self) -> float | None:
        return self.device.delay

    def volume(self, factor: float) -> None:
        self.factor = factor

    def close(self) -> None:
        self._advance()
        self.closed = True

    def sounded(self, until: float = inf) -> np.ndarray:
        """What was taken, zeros where nothing was there."""
        self._advance()
        return np.concatenate(self.air) if self.air else np.zeros(0, np.int16)

    def heard_at(self, sample: int) -> float:
        """When a sample of `sounded` is heard."""
        return self.began + sample / self.rate + 2 * BLOCK

    def _gone(self) -> bool:
        return self.began < self.device.gone <= self.device.clock() or self.device.gone <= self.began < self.device.back

    def _end(self) -> float:
        ends = [self.device.clock()]
        for end in (self.device.gone, self.device.frozen):
            if end < inf and not self.began >= self.device.back:
                ends.append(max(end, self.began))
        return min(ends)

    def _advance(self) -> None:
        if self.closed:
            return
        due = int((self._end() - self.began) / BLOCK + 1e-6)
        while self._blocks < due:
            self._blocks += 1
            taken = self._all[self._taken : self._taken + self.block]
            self._taken += len(taken)
            self.air.append(np.concatenate((taken, np.zeros(self.block - len(taken), np.int16))))
