"""A shoe's picture in zones: the upper unrolled from the side, a strip for the sole, spots for trims, and a shaft below."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import numpy as np

from avatars.forge.cloth.dyed import Dyed
from avatars.forge.cloth.paint import Colour
from avatars.forge.cloth.shoes import SIZE
from avatars.forge.cloth.tailoring import raised, stitches
from avatars.forge.sdf.fields import bump, ramp

if TYPE_CHECKING:
    from avatars.forge.cloth.fold_shade import Plot
    from avatars.forge.sdf.fields import Doubles

PIXELS: Final = 1760.0
"""A metre along the foot."""
SHAFT: Final = 256
"""Rows of the shaft's picture."""
_SOLE_TOP, _SOLE_HIGH, _SOLE_METRES = 412, 60, 0.040
SPOTS: Final[Mapping[str, tuple[int, int]]] = {"lace": (0, 64), "lining": (64, 160), "strap": (160, 280), "trim": (280, 400)}
"""Columns of the plain colours below the sole's strip."""
MIDDLE: Final = ((-0.088, -0.020, 0.030, 0.070, 0.110, 0.166), (0.0970, 0.0980, 0.1010, 0.1040, 0.1050, 0.1020))
"""The foot's middle line: z and x."""


def across(points: Doubles) -> Doubles:
    """Metres from the foot's middle line, towards her left."""
    return points[:, 0] - np.interp(points[:, 2], *MIDDLE)


def spot_uv(name: str, high: int) -> tuple[float, float]:
    """The place of a plain colour on a picture so many pixels high."""
    left, right = SPOTS[name]
    return (left + right) / 2 / SIZE, 498 / high


class ShoePicture:
    """`c` is the picture; `y`, `z` (h,w) the texel's place, `a` its distance from the middle line, in metres; `upper` is 1 where
    the upper and the shaft are. Paint those first, then `sole`, then `plain`."""

    def __init__(self, plot: Plot, dyes: Mapping[str, str], seed: int, shaft: tuple[float, float] | None = None) -> None:
        high = SIZE + (SHAFT if shaft else 0)
        self.c = Dyed(high, SIZE, dyes)
        y, z = plot.spread(plot.points[:, 1]), plot.spread(plot.points[:, 2])
        a = plot.spread(np.abs(across(plot.points)))
        self.turn = np.full((high, SIZE), 0.5)
        if shaft:
            low, top = shaft
            rows, columns = np.mgrid[0:SHAFT, 0:SIZE].astype(float) + 0.5
            turn = (columns / SIZE - 0.06) / 0.88
            self.turn[SIZE:] = turn
            y = np.concatenate([y, top - rows / SHAFT * (top - low)])
            # As if the shaft were a tube: then a seam of the foot runs on into it.
            z = np.concatenate([z, -0.022 + 0.045 * np.cos(2 * np.pi * (turn - 0.5))])
            a = np.concatenate([a, np.abs(0.045 * np.sin(2 * np.pi * (turn - 0.5)))])
        self.y, self.z, self.a = y, z, a
        rows = np.arange(high)[:, None] * np.ones((1, SIZE))
        self.upper = np.where((rows < _SOLE_TOP - 4) | (rows >= SIZE), 1.0, 0.0)
        self._rows = rows
        self.c.grain(1.2, 0.014, seed)
        self.c.grain(24.0, 0.018, seed + 1)

    def layer(self, inside: Doubles, zone: str = "", strength: float = 1.0, row: float = 0.003, light: float = 1.22) -> None:
        """A piece sewn on where `inside` (metres) is positive, in a zone's dye if one is named, stitched `row` metres in."""
        if zone:
            self.c.lay(zone, self.upper * ramp(-0.0004, 0.0004, inside))
        raised(self.c, inside, strength * self.upper)
        if row:
            stitches(self.c, inside - row, self.z + self.y + self.a, light, 0.8 * self.upper)

    def formed(self, toe: float = 1.14) -> None:
        """Light from above on the toe, shade above the welt and at the heel."""
        self.c.tone(toe, 0.8 * ramp(0.028, 0.006, self.a) * ramp(0.03, 0.09, self.z) * ramp(0.03, 0.05, self.y) * self.upper)
        self.c.tone(0.74, 0.8 * ramp(0.036, 0.018, self.y) * self.upper)
        self.c.tone(0.86, 0.5 * bump(-0.085, 0.018, self.z) * self.upper)

    def sole(self, *bands: tuple[float, str | Colour, float], welt: float = 0.0) -> None:
        """The strip from the ground up: (height where it ends, zone or fixed colour, light); stitched at height `welt`."""
        strip = np.where((self._rows >= _SOLE_TOP - 4) & (self._rows < _SOLE_TOP + _SOLE_HIGH), 1.0, 0.0)
        height = (_SOLE_TOP + _SOLE_HIGH - 2 - self._rows) / (_SOLE_HIGH - 4) * _SOLE_METRES
        self.c.light = np.where(strip > 0, 1.0, self.c.light)
        low = -1.0
        for top, colour, light in bands:
            self._colour(colour, np.where((height > low) & (height <= top), strip, 0.0), light)
            self.c.tone(0.74, 0.7 * strip * bump(top, 0.0008, height))
            low = top
        self.c.tone(0.86, strip * ramp(0.006, 0.0, height))
        if welt:
            stitches(self.c, np.where(strip > 0, height - welt, 1.0), self.c.x * SIZE / PIXELS, 1.30, 0.9)

    def plain(self, name: str, colour: str | Colour, light: float = 1.0) -> None:
        """A spot in a zone's dye or a fixed colour."""
        left, right = SPOTS[name]
        x = self.c.x * SIZE
        share = np.where((self._rows >= 484) & (self._rows < SIZE) & (x >= left) & (x < right), 1.0, 0.0)
        self.c.light = np.where(share > 0, 1.0, self.c.light)
        self._colour(colour, share, light)

    def _colour(self, colour: str | Colour, share: Doubles, light: float) -> None:
        if isinstance(colour, str):
            self.c.lay(colour, share)
        else:
            self.c.fix(colour, share)
        self.c.tone(light, share)
