"""Patterns of cloth as tiles: how much of the second dye each texel takes, drawn for the size at which it is seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Drawn = Callable[[npt.NDArray[np.float64], npt.NDArray[np.float64]], npt.NDArray[np.float64]]
"""From places in metres (x right, y down) to the share of the second dye, 0..1; repeats with the tile."""

_SAMPLES: Final = 3
"""Samples a texel on each side: thin lines stay even."""
_MOST: Final = 1024
"""Texels of a tile's side at most."""
_KNIT_WIDE, _KNIT_HIGH = 0.0090, 0.0075
"""Metres of a stitch as it is seen on a chunky jumper."""


def _stripe(x: npt.NDArray[np.float64], y: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Level stripes, a third of the cloth, 18 mm apart."""
    return ((y % 0.018) < 0.006).astype(float)


def _check(x: npt.NDArray[np.float64], y: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """A window-pane over a gingham: where two bands cross they are deep, alone they are half."""
    size = 0.048
    across, down = ((x % size) < size / 2).astype(float), ((y % size) < size / 2).astype(float)
    panes = np.minimum(np.abs(x % size - size * 0.25), np.abs(y % size - size * 0.25)) < 0.0007
    return np.asarray(np.where(panes, 0.95 * (1.0 - across * down) + 0.15 * across * down, 0.42 * (across + down)))


def _dots(x: npt.NDArray[np.float64], y: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Dots of 8 mm in staggered rows."""
    size = 0.030
    made = np.zeros_like(x)
    for dx, dy in ((0.25, 0.25), (0.75, 0.75)):
        made = np.maximum(made, np.hypot(_from(x, dx * size, size), _from(y, dy * size, size)) < 0.004)
    return np.asarray(made, float)


_SPRIGS: Final = ((0.020, 0.018, 0.9, 1.00), (0.066, 0.034, 2.6, 0.78), (0.036, 0.062, 4.4, 0.88), (0.082, 0.078, 0.2, 0.62),
                  (0.010, 0.086, 3.3, 0.70))
"""Flowers of the tile of 9.6 cm: place, turn, size."""


def _floral(x: npt.NDArray[np.float64], y: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Flowers of five petals with an open heart, each with two leaves in a paler share."""
    size = 0.096
    made = np.zeros_like(x)
    for cx, cy, turn, grown in _SPRIGS:
        dx, dy = _from(x, cx, size), _from(y, cy, size)
        r, a = np.hypot(dx, dy), np.arctan2(dy, dx) - turn
        petals = r < 0.0105 * grown * (0.60 + 0.40 * np.abs(np.cos(2.5 * a)))
        heart = r < 0.0024 * grown
        made = np.maximum(made, np.where(heart, 0.25, petals * 1.0))
        for side in (0.9, -1.0):
            lx = dx - 0.0165 * grown * np.cos(turn + side)
            ly = dy - 0.0165 * grown * np.sin(turn + side)
            along = lx * np.cos(turn + side) + ly * np.sin(turn + side)
            over = -lx * np.sin(turn + side) + ly * np.cos(turn + side)
            leaf = np.abs(over) < 0.0026 * grown * np.maximum(0.0, 1.0 - (along / (0.0068 * grown)) ** 2)
            made = np.maximum(made, 0.55 * leaf)
    return made


_CHART: Final = (
    "................", ".......##.......", "......####......", ".....##..##.....", "....##....##....", ".....##..##.....",
    "......####......", ".......##.......", "................", "#..#..#..#..#..#", ".##.##.##.##.##.", "................",
)
"""A chart of stitches: lozenges over a small zig-zag."""


def _knit(x: npt.NDArray[np.float64], y: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Coloured knitting after `_CHART`: each stitch is a V of two leaves."""
    column = x / _KNIT_WIDE
    within = column % 1.0
    # The leaves of a V lean: the stitch's row falls towards its middle.
    row = y / _KNIT_HIGH - 0.55 * (1.0 - 2.0 * np.abs(within - 0.5))
    chart = np.array([[cell == "#" for cell in line] for line in _CHART])
    on = chart[np.floor(row).astype(int) % chart.shape[0], np.floor(column).astype(int) % chart.shape[1]]
    return np.asarray(on, float)


_TILES: Final[Mapping[str, tuple[float, float, Drawn]]] = {
    "stripe": (0.018, 0.018, _stripe),
    "check": (0.048, 0.048, _check),
    "dots": (0.030, 0.030, _dots),
    "floral": (0.096, 0.096, _floral),
    "knit": (_KNIT_WIDE * 16, _KNIT_HIGH * 12, _knit),
}
"""By kind: metres that its tile is wide and high, and what draws it."""


@lru_cache(maxsize=24)
def tile(kind: str, metre: float) -> Floats:
    """The tile (n,m) of a kind of pattern for `metre` texels to a metre. KeyError names an unknown kind."""
    wide, high, drawn = _TILES[kind]
    columns, rows = (int(np.clip(round(length * metre), 2, _MOST)) for length in (wide, high))
    x = (np.arange(columns * _SAMPLES) + 0.5) / (columns * _SAMPLES) * wide
    y = (np.arange(rows * _SAMPLES) + 0.5) / (rows * _SAMPLES) * high
    share = drawn(*np.meshgrid(x, y))
    mean = share.reshape(rows, _SAMPLES, columns, _SAMPLES).mean(axis=(1, 3))
    made: Floats = mean.astype(np.float32)
    made.flags.writeable = False
    return made


def _from(at: npt.NDArray[np.float64], middle: float, size: float) -> npt.NDArray[np.float64]:
    """How far a place lies from a middle that repeats every `size`."""
    return np.asarray((at - middle + size / 2) % size - size / 2)
