"""Where hair lies: the shell over the skull and, below the ears, the free-hanging body of a cut. Head centimetres.

Azimuths are degrees: 0 straight ahead, +90 her left, 180 behind.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.interpolate import PchipInterpolator

from avatars.forge.head.surface import CENTRE, Array, HeadSurface, unit

AXIS_Z = -0.9
_HANG_FROM = 9.5
_CROWN_FALL = [
    (-9.0, 0.56),
    (-5.0, 0.60),
    (-3.4, 0.69),
    (-2.2, 0.80),
    (-1.0, 0.92),
    (0.5, 1.03),
    (2.2, 1.10),
    (4.5, 1.115),
    (7.0, 1.055),
    (9.5, 1.0),
]
"""Height and the radius of the hanging hair as part of its radius at `_HANG_FROM`."""


class Scalp:
    """The head below the hair."""

    def __init__(self, surface: HeadSurface) -> None:
        self.surface = surface
        heights, shares = zip(*_CROWN_FALL, strict=True)
        self._fall = PchipInterpolator(heights, shares)

    def on_shell(self, directions: Array, offset: npt.ArrayLike) -> Array:
        """Points over the skull, `offset` cm out."""
        return self.surface.base(directions) + directions * np.asarray(offset, dtype=np.float64)[..., None]

    def direction(self, azimuth: float, height: float, offset: float = 0.0) -> Array:
        """The direction from the head's centre to the shell at an azimuth and height."""
        return unit(self.around(np.array([azimuth]), np.array([height]), offset)[0] - CENTRE)

    def around(self, azimuth: Array, height: Array, offset: float | Array) -> Array:
        """Points at azimuths and heights, `offset` cm outside the skull or, lower down, on the hanging body of the hair."""
        held = np.maximum(height, _HANG_FROM)
        radius = self._radius(azimuth, held) + offset
        radius = np.where(height < _HANG_FROM, radius * self._fall(np.clip(height, -9.0, _HANG_FROM)), radius)
        turn = np.radians(azimuth)
        return np.stack([radius * np.sin(turn), height, AXIS_Z + radius * np.cos(turn)], axis=-1)

    def _radius(self, azimuth: Array, height: Array) -> Array:
        turn = np.radians(azimuth)
        way = np.stack([np.sin(turn), 0 * turn, np.cos(turn)], axis=-1)
        start = np.stack([0 * height, height, np.full_like(height, AXIS_Z)], axis=-1)
        near, far = np.zeros_like(height), np.full_like(height, 16.0)
        for _ in range(30):
            half = (near + far) / 2
            out = self.surface.outside(start + way * half[..., None])
            near, far = np.where(out, near, half), np.where(out, half, far)
        return near


def slerp(start: Array, end: Array, share: Array) -> Array:
    """Directions on the great circle between two."""
    angle = np.arccos(np.clip(start @ end, -1, 1))
    if angle < 1e-6:
        return np.repeat(start[None], len(share), axis=0)
    return (np.sin((1 - share) * angle)[:, None] * start + np.sin(share * angle)[:, None] * end) / np.sin(angle)
