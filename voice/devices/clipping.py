"""Whether a sound is cut off at the top."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

HIGH: Final = 8000
"""A microphone's own stage may clip below full scale, but nothing clips below a quarter of it."""

FLAT: Final = 4
"""Samples in a row at the very top that no wave makes by itself, at 16 kHz."""

WINDOW: Final = 30
"""Blocks that are remembered while somebody speaks."""

MANY: Final = 5
"""Of them, with flat tops, before it is told; over when none is left."""

SPEECH: Final = -40.0
"""Decibels below full scale under which a block says nothing about it."""


class ClippingWatch:
    """Feed it blocks of a tenth of a second."""

    def __init__(self) -> None:
        self._flat: list[bool] = []
        self.clips = False

    def feed(self, block: npt.NDArray[np.int16], level: float) -> None:
        """`level` in decibels below full scale."""
        if level < SPEECH:
            return
        self._flat = [*self._flat[1 - WINDOW :], flat_tops(block)]
        count = sum(self._flat)
        self.clips = count > 0 if self.clips else count >= MANY


def flat_tops(block: npt.NDArray[np.int16]) -> bool:
    """Whether its highest or its lowest value stands in at least two runs of several samples."""
    wide = block.astype(np.int32)
    return any(runs(side, int(side.max())) >= 2 for side in (wide, -wide))


def runs(wide: npt.NDArray[np.int32], top: int) -> int:
    """How often it stays within a thousandth of `top` for `FLAT` samples."""
    if top < HIGH:
        return 0
    at_top = np.concatenate(([False], wide >= top - top // 1000, [False]))
    edges = np.flatnonzero(at_top[1:] != at_top[:-1])
    return int(np.count_nonzero(edges[1::2] - edges[::2] >= FLAT))
