"""Where hair lies: the shell over the skull and, below the ears, the free-hanging body of a cut. Head centimetres.

Azimuths are degrees: 0 straight ahead, +90 her left, 180 behind.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.interpolate import PchipInterpolator
from scipy.ndimage import map_coordinates

from avatars.forge.head.surface import CENTRE, Array, HeadSurface, smoothstep, unit

AXIS_Z = -0.9
_HANG_FROM = 9.5
_FULL = 1.4
_DOME_HIGH, _DOME_FRONT, _DOME_BACK, _DOME_POWER = 14.8, 10.0, 11.8, 2.35
_STEP, _RISE = 3.0, 0.5
"""Degrees and centimetres between the entries of the tables."""
Fall = Sequence[tuple[float, float]]
"""Heights and, as parts of the radius at `_HANG_FROM`, the radius of the hanging hair."""
STRAIGHT: Fall = ((-60.0, 1.0), (9.5, 1.0))


class Scalp:
    """The head below the hair. What the head's surface tells is looked up in two tables, made once for each head."""

    def __init__(self, surface: HeadSurface, fall: Fall = STRAIGHT) -> None:
        self.surface = surface
        heights, shares = zip(*fall, strict=True)
        self._lowest, self._fall = heights[0], PchipInterpolator(heights, shares)
        turn, rise = np.meshgrid(np.radians(np.arange(-180, 181, _STEP)), np.radians(np.arange(-90, 91, _STEP)), indexing="ij")
        ways = np.stack([np.cos(rise) * np.sin(turn), np.sin(rise), np.cos(rise) * np.cos(turn)], axis=-1)
        self._far = np.linalg.norm(surface.base(ways) - CENTRE, axis=-1)
        around, height = np.meshgrid(np.arange(-180.0, 181.0, _STEP), np.arange(_HANG_FROM, 24.0, _RISE), indexing="ij")
        self._radii = self._measured(around, height)

    def skull(self, directions: Array) -> Array:
        """Where rays from `CENTRE` leave the featureless head."""
        turn = np.degrees(np.arctan2(directions[..., 0], directions[..., 2]))
        rise = np.degrees(np.arcsin(np.clip(directions[..., 1], -1, 1)))
        far = map_coordinates(self._far, [(turn + 180) / _STEP, (rise + 90) / _STEP], order=1, mode="nearest")
        return np.asarray(CENTRE + directions * far[..., None])

    def on_shell(self, directions: Array, offset: npt.ArrayLike) -> Array:
        """Points over the skull, about `offset` cm out: at `_FULL` cm they lie on a round dome, fuller over the crown."""
        skull = self.skull(directions)
        far = np.linalg.norm(skull - CENTRE, axis=-1)
        room = np.maximum(self._dome(directions) - far, 1.15) / _FULL
        room = 1 + (room - 1) * smoothstep(9.0, 14.0, skull[..., 1])
        return np.asarray(skull + directions * (np.asarray(offset, dtype=np.float64) * room)[..., None])

    def _dome(self, directions: Array) -> Array:
        """How far from `CENTRE` the dome is: a superellipsoid a little wider than this head."""
        wide = float(self.surface.width(13.0)) + 1.5
        ahead = np.where(directions[..., 2] > 0, _DOME_FRONT, _DOME_BACK)
        radii = np.stack([np.full_like(ahead, wide), np.full_like(ahead, _DOME_HIGH), ahead], axis=-1)
        return np.asarray(np.sum(np.abs(directions / radii) ** _DOME_POWER, axis=-1) ** (-1 / _DOME_POWER))

    def direction(self, azimuth: float, height: float, offset: float = 0.0) -> Array:
        """The direction from the head's centre to the shell at an azimuth and height."""
        return unit(self.around(np.array([azimuth]), np.array([height]), offset)[0] - CENTRE)

    def around(self, azimuth: Array, height: Array, offset: float | Array) -> Array:
        """Points at azimuths and heights, `offset` cm outside the skull or, lower down, on the hanging body of the hair."""
        level = (azimuth + 180.0) % 360.0
        held = np.maximum(height, _HANG_FROM)
        radius = map_coordinates(self._radii, [level / _STEP, (held - _HANG_FROM) / _RISE], order=1, mode="nearest") + offset
        radius = np.where(height < _HANG_FROM, radius * self._fall(np.clip(height, self._lowest, _HANG_FROM)), radius)
        turn = np.radians(azimuth)
        return np.stack([radius * np.sin(turn), height, AXIS_Z + radius * np.cos(turn)], axis=-1)

    def _measured(self, azimuth: Array, height: Array) -> Array:
        """Radii of the head around its upright axis."""
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
