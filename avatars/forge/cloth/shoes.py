"""Painted shoes: the upper unrolled from the side, a strip for the sole, and spots for laces and lining. 512 pixels square."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.marks import raised, stitches
from avatars.forge.cloth.paint import Colour, Image, finish, mix, noise
from avatars.forge.garments.soles import toe_spring
from avatars.forge.sdf.fields import bump, ramp

if TYPE_CHECKING:
    from avatars.forge.cloth.fold_shade import Plot
    from avatars.forge.sdf.fields import Doubles

SIZE = 512
_PIXELS = 1760.0
"""A metre along the foot."""
_SOLE_TOP, _SOLE_HIGH, _SOLE_METRES = 412, 60, 0.040
SPOTS = {"lace": (0.06, 0.97), "lining": (0.20, 0.97), "strap": (0.40, 0.97)}


def upper_uv(points: Doubles, across: Doubles) -> Doubles:
    """Texture units: along the foot, and up the side and on over the top to its middle."""
    up = points[:, 1] + 0.75 * np.maximum(0.045 - np.abs(across), 0.0)
    return np.stack([4 + (points[:, 2] + 0.125) * _PIXELS, 404 - up * _PIXELS * 1.06], axis=1) / SIZE


def sole_uv(points: Doubles) -> Doubles:
    """Texture units of the sole's strip, by length and height."""
    height = points[:, 1] - toe_spring(points[:, 2])
    v = _SOLE_TOP + _SOLE_HIGH - 2 - np.clip(height / _SOLE_METRES, 0, 1) * (_SOLE_HIGH - 4)
    return np.stack([4 + (points[:, 2] + 0.125) * _PIXELS, v], axis=1) / SIZE


def spot(name: str) -> tuple[float, float]:
    """The place of a plain colour."""
    return SPOTS[name]


class Canvas:
    """A shoe's picture in the making. `x`, `y`, `z`, `a` (h,w): the texel's place and metres from the middle line."""

    def __init__(self, plot: Plot, middle: tuple[tuple[float, ...], tuple[float, ...]], ground: Colour, seed: int) -> None:
        self.y, self.z = plot.spread(plot.points[:, 1]), plot.spread(plot.points[:, 2])
        self.a = plot.spread(np.abs(plot.points[:, 0] - np.interp(plot.points[:, 2], *middle)))
        tone = 1.0 + 0.020 * noise(SIZE, SIZE, 1.2, seed) + 0.030 * noise(SIZE, SIZE, 24.0, seed + 1)
        self.picture = np.broadcast_to(np.asarray(ground), (SIZE, SIZE, 3)) * tone[..., None]

    def tone(self, factor: float, cover: Doubles) -> None:
        """Lighter or darker where `cover` is 1."""
        self.picture = mix(self.picture, self.picture * factor, cover)

    def fill(self, colour: Colour, cover: Doubles) -> None:
        """A colour where `cover` is 1."""
        self.picture = mix(self.picture, colour, cover)

    def layer(self, inside: Doubles, thread: Colour | None, rows: tuple[float, ...] = (0.003,), strength: float = 1.0) -> None:
        """A piece of leather on top, where `inside` (metres) is positive, with rows of stitches along its edge."""
        self.picture = raised(self.picture, inside, strength)
        if thread is not None:
            for row in rows:
                self.picture = stitches(self.picture, inside - row, self.z + self.y + self.a, thread, 0.9)

    def formed(self) -> None:
        """Light from above, wear at the toe, shade above the welt."""
        self.tone(1.16, 0.8 * ramp(0.028, 0.006, self.a) * ramp(0.03, 0.09, self.z) * ramp(0.03, 0.05, self.y))
        self.tone(0.72, 0.8 * ramp(0.036, 0.018, self.y))
        self.tone(0.84, 0.5 * bump(-0.085, 0.018, self.z))

    def done(self, sole: Doubles, lace: Colour, lining: Colour, strap: Colour = (0.0, 0.0, 0.0)) -> Image:
        """With the sole's strip (60, 512, 3) and the spots."""
        out = self.picture.copy()
        out[_SOLE_TOP : _SOLE_TOP + _SOLE_HIGH] = sole
        out[484:, :64], out[484:, 64:160], out[484:, 160:280] = lace, lining, strap
        return finish(out)


def sole_strip(rows: tuple[tuple[float, Colour], ...], welt: float, thread: Colour | None) -> Doubles:
    """The strip: colours from the ground up as (height where it ends, colour); stitches along height `welt`."""
    y, x = np.mgrid[0:_SOLE_HIGH, 0:SIZE].astype(float)
    height = (_SOLE_HIGH - 2 - y) / (_SOLE_HIGH - 4) * _SOLE_METRES
    picture = np.broadcast_to(np.asarray(rows[-1][1]), (_SOLE_HIGH, SIZE, 3)).copy()
    for top, colour in reversed(rows[:-1]):
        picture = mix(picture, colour, ramp(top + 0.0004, top - 0.0004, height))
        picture = mix(picture, picture * 0.7, 0.7 * bump(top, 0.0008, height))
    picture = mix(picture, picture * 0.86, ramp(0.006, 0.0, height))
    if thread is not None:
        picture = stitches(picture, height - welt, x / _PIXELS, thread, 1.0)
    return picture
