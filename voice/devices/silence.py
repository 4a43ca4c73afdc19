"""Why a microphone that is open gives nothing that can be understood: judged by its samples alone."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from voice.devices.clipping import ClippingWatch
from voice.devices.faults import NamedInputFault
from voice.devices.hum import only_hum
from voice.devices.room_floor import RoomFloor
from voice.loudness import SILENT, decibels

BLOCK: Final = 0.1
"""Seconds that are judged at a time."""

AT_ONCE: Final = 2.0
"""Seconds of nothing but zeros from the opening on after which a microphone counts as muted: a real one hisses."""

LATER: Final = 5.0
"""The same where there was sound before: a switch, or a device that cuts out pauses by itself."""

GATED: Final = 60.0
"""The same for a device that has been seen to cut out pauses."""

STUCK: Final = 1.0
HUMMING: Final = 4.0
QUIET: Final = 10.0
"""Seconds of these."""

LOUD_ENOUGH: Final = -50.0
"""Decibels below full scale: speech that stays under it is far too quiet."""

FAINT: Final = -84.0
"""Decibels of two steps of sixteen bits: nothing that deserves the name of sound."""

STANDS_OUT: Final = 12.0
"""Decibels above the room's own noise at which somebody speaks."""

SPOKEN: Final = 1.5
"""Seconds that somebody must have spoken to be called too quiet."""


class SilenceWatch:
    """Feed it everything a microphone gives since it was opened, in pieces of any length, mono.

    Each cause is told once, when it begins; `fault` is None again once it is over.
    """

    def __init__(self, device: str = "") -> None:
        self._device = device
        self.fault: NamedInputFault | None = None
        self._rest = np.zeros(0, np.int16)
        self._clipping = ClippingWatch()
        self._zeros = self._still = self._faint = self._spoken = 0.0
        self._sounded = False
        self._pauses_cut = 0
        self._floor = RoomFloor()
        self._loudest = SILENT
        self._hum = np.zeros(0, np.int16)
        self._humming = 0.0

    def feed(self, pcm: npt.NDArray[np.int16], rate: int) -> NamedInputFault | None:
        """The cause that begins with this piece, if one does."""
        size = max(1, round(BLOCK * rate))
        held = np.concatenate((self._rest, pcm)) if len(self._rest) else pcm
        whole = len(held) // size * size
        self._rest = held[whole:].copy()
        before = self.fault
        for block in held[:whole].reshape(-1, size):
            self._judge(block, rate)
        return self.fault if self.fault is not None and self.fault is not before else None

    # --- inside

    def _judge(self, block: npt.NDArray[np.int16], rate: int) -> None:
        cause = self._still_cause(block) or self._sound_cause(block, rate)
        if cause != (self.fault.cause if self.fault else ""):
            self.fault = NamedInputFault(cause, self._device) if cause else None

    def _still_cause(self, block: npt.NDArray[np.int16]) -> str:
        """Samples that say nothing: zeros, one value, or a constant under a hiss."""
        low, high = int(block.min()), int(block.max())
        self._count_zeros(low == high == 0)
        dead = high - low <= 6 and abs(low + high) / 2 > 24  # a hiss of three steps around a value far from zero
        self._still = self._still + BLOCK if dead else 0.0
        if self._zeros >= (AT_ONCE if not self._sounded else GATED if self._pauses_cut > 1 else LATER) - BLOCK / 2:
            return "zeros"
        if self._still >= STUCK - BLOCK / 2:
            return "stuck" if low == high else "offset"
        if (self._zeros or self._still) and self.fault is not None and self.fault.cause in ("zeros", "stuck", "offset"):
            return self.fault.cause
        return ""

    def _count_zeros(self, silent: bool) -> None:
        if silent:
            self._zeros += BLOCK
            return
        if self._sounded and self._zeros >= 3 * BLOCK:
            self._pauses_cut += 1
        self._sounded, self._zeros = True, 0.0

    def _sound_cause(self, block: npt.NDArray[np.int16], rate: int) -> str:
        """Samples that move: too loud, too soft, or nothing but the mains."""
        if self._zeros or self._still:
            return self.fault.cause if self.fault is not None and self.fault.cause not in ("zeros", "stuck", "offset") else ""
        level = decibels(block)
        self._clipping.feed(block, level)
        self._hear_hum(block, rate, level)
        self._hear_quiet(level)
        if self._clipping.clips:
            return "clipping"
        if self._humming >= HUMMING - BLOCK / 2:
            return "hum"
        return "quiet" if self._too_quiet() else ""

    def _hear_hum(self, block: npt.NDArray[np.int16], rate: int, level: float) -> None:
        """Once a second: is it the mains alone?"""
        self._hum = np.concatenate((self._hum, block))
        if len(self._hum) < rate:
            return
        humming = level > -65 and only_hum(self._hum[:rate], rate)
        self._humming = self._humming + 1.0 if humming else 0.0
        self._hum = np.zeros(0, np.int16)

    def _hear_quiet(self, level: float) -> None:
        """What stands out of the room is speech, as loud as it gets."""
        floor = self._floor.feed(level)
        self._faint = self._faint + BLOCK if level <= FAINT else 0.0
        if level > floor + STANDS_OUT:
            self._spoken += BLOCK
        self._loudest = max(level, self._loudest - 0.5 * BLOCK)

    def _too_quiet(self) -> bool:
        if self._loudest > LOUD_ENOUGH:
            self._spoken = 0.0
            return False
        return self._faint >= QUIET - BLOCK / 2 or self._spoken >= SPOKEN - BLOCK / 2
