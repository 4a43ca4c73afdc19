"""What a stream of sound makes audible, told to a `Reference` by the played clock."""

from __future__ import annotations

from typing import Final

import numpy as np

from voice.echo.reference import RATE, Reference
from voice.echo.slow_line import SlowLine

FLIGHT: Final = 0.04
"""Seconds from a sample's leaving the buffer to the ear, while the played clock has not yet seen a block go."""

TAIL: Final = 0.01
"""Seconds that are still heard after a device was told to be silent; measured: at most 8 ms."""

SETTLING: Final = 0.6
"""Seconds from the first sample of a run in which each earlier look at the clock corrects it at once: the first are coarse, and
what was played is one piece from then on."""

STILL: Final = 0.006
"""Seconds of error that are left as they are: the played clock itself wavers by so much on a busy machine."""

LEAP: Final = 0.04
"""Seconds of error beyond which the device did not drift: it stood still."""

PROVEN: Final = 0.4
"""Seconds for which it must seem to: a program that was kept waiting sees such an error, too, in a look or two."""


class Tap:
    """Follows one stream: what is written to it, when that is heard, and that it stops. One thread's own."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self._line: SlowLine | None = None
        """The second at which the stream's sample 0 is heard, as if it ran evenly; None while nothing is on its way."""
        self._told = 0.0
        """The same as the reference was told it, in whole samples of its own."""
        self._guessed = False
        """Whether no look has said anything of it."""
        self._leapt: float | None = None
        """Since when looks have said that the device stood still."""

    def rest(self) -> None:
        """All was heard: what is written next begins anew."""
        self._line = None

    def wrote(self, data: bytes, rate: int, channels: int, place: float, taken: float, now: float) -> None:
        """Interleaved int16 that lies at second `place` of the stream, of which the device has taken `taken` at `now`."""
        if not data:
            return
        if self._line is None:
            self._line, self._guessed, self._leapt = SlowLine(SETTLING, STILL), True, None
            self._told = now + FLIGHT - taken
            self._line.begin(self._told, now)
        samples = np.frombuffer(data, np.int16)[::channels]
        self._reference.put(samples, rate, self._told + place)

    def look(self, origin: float | None, now: float) -> None:
        """What the played clock says of the second at which sample 0 is heard; None while it knows nothing."""
        if origin is None or self._line is None:
            return
        at = self._line.at
        if self._guessed:
            self._guessed = False
            self._line.begin(origin, now)
        elif at is not None and abs(origin - at) > LEAP:
            self._leapt = now if self._leapt is None else self._leapt
            if now - self._leapt < PROVEN:
                return
            self._line.begin(origin, now)
        self._leapt = None
        at = self._line.look(origin, now)
        if whole := round((at - self._told) * RATE):
            self._told += whole / RATE
            self._reference.shift(whole)

    def volume(self, factor: float, now: float) -> None:
        """The device was told to be that loud."""
        self._reference.volume(factor, now + FLIGHT)

    def stop(self, now: float) -> None:
        """The device was told to be silent."""
        self._line = None
        self._reference.cut(now + TAIL)
