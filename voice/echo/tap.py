"""What a stream of sound makes audible, told to a `Reference` by the played clock."""

from __future__ import annotations

from typing import Final

import numpy as np

from voice.echo.reference import RATE, Reference

FLIGHT: Final = 0.04
"""Seconds from a sample's leaving the buffer to the ear, while the played clock has not yet seen a block go."""

TAIL: Final = 0.01
"""Seconds that are still heard after a device was told to be silent; measured: at most 8 ms."""

SETTLING: Final = 0.6
"""Seconds from the first sample of a run in which each look at the clock may correct it at once: the first are coarse."""

SLOPE: Final = 3e-4
"""Seconds a second by which the run is moved later on: two crystals differ by less, and a canceller follows it without harm."""

LEAP: Final = 0.04
"""Seconds of error beyond which the device did not drift: it stood still."""


class Tap:
    """Follows one stream: what is written to it, when that is heard, and that it stops. One thread's own."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self._origin: float | None = None
        """The second at which the stream's sample 0 is heard, as if it ran evenly; None while nothing is on its way."""
        self._told = 0.0
        """The same as the reference was told it, in whole samples of its own."""
        self._settled = 0.0
        self._looked = 0.0

    def rest(self) -> None:
        """All was heard: what is written next begins anew."""
        self._origin = None

    def wrote(self, data: bytes, rate: int, channels: int, place: float, taken: float, now: float) -> None:
        """Interleaved int16 that lies at second `place` of the stream, of which the device has taken `taken` at `now`."""
        if not data:
            return
        if self._origin is None:
            self._origin = now + FLIGHT - taken
            self._told = self._origin
            self._settled, self._looked = now + SETTLING, now
        samples = np.frombuffer(data, np.int16)[::channels]
        self._reference.put(samples, rate, self._told + place)

    def look(self, origin: float | None, now: float) -> None:
        """What the played clock says of the second at which sample 0 is heard; None while it knows nothing."""
        if origin is None or self._origin is None:
            return
        error = origin - self._origin
        if abs(error) < LEAP and now > self._settled:
            most = SLOPE * (now - self._looked)
            error = max(-most, min(most, error))
        self._looked = now
        self._origin += error
        if whole := round((self._origin - self._told) * RATE):
            self._told += whole / RATE
            self._reference.shift(whole)

    def volume(self, factor: float, now: float) -> None:
        """The device was told to be that loud."""
        self._reference.volume(factor, now + FLIGHT)

    def stop(self, now: float) -> None:
        """The device was told to be silent."""
        self._origin = None
        self._reference.cut(now + TAIL)
