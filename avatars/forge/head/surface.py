"""The smooth head: height slices between a face line and an occiput line, plus a few soft features.

Units are centimetres in the head's own frame: the chin just above y = 0, the crown at 23.5, +z forward, +x her left.
A slice at height y is a pair of half superellipses ``(|x|/W)^p + (|z - zc|/d)^p = 1``; W, the front ZF and the back ZB are
monotone cubic curves of y.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import numpy as np
import numpy.typing as npt
from scipy.interpolate import PchipInterpolator

Array = npt.NDArray[np.float64]

CENTRE = np.array([0.0, 10.5, -0.4])
"""Every point of the head is seen from here: directions from it name the places on the skin."""

_WIDTH = [
    (0.12, 0.05),
    (0.19, 0.62),
    (0.34, 1.08),
    (0.68, 1.60),
    (1.28, 2.32),
    (2.1, 3.22),
    (3.1, 4.30),
    (4.5, 5.40),
    (6.0, 6.16),
    (8.0, 6.78),
    (10.3, 7.26),
    (13.0, 7.58),
    (16.0, 7.62),
    (18.5, 7.05),
    (20.8, 5.65),
    (22.4, 3.65),
    (23.5, 0.1),
]
_FRONT = [
    (0.12, 5.7),
    (0.34, 6.5),
    (0.68, 6.92),
    (1.35, 7.28),
    (2.1, 7.28),
    (3.0, 7.38),
    (4.2, 7.72),
    (6.0, 7.92),
    (8.5, 7.95),
    (10.3, 8.02),
    (12.3, 8.34),
    (14.5, 8.62),
    (17.0, 8.30),
    (19.5, 6.9),
    (21.5, 4.6),
    (23.5, -0.8),
]
_BACK = [
    (0.12, 5.5),
    (0.34, 4.9),
    (0.8, 4.1),
    (1.5, 2.5),
    (2.6, -0.5),
    (4.0, -3.6),
    (6.0, -6.5),
    (9.0, -9.0),
    (12.0, -10.2),
    (15.0, -10.6),
    (18.0, -9.8),
    (20.5, -7.8),
    (23.5, -1.0),
]
_FRONT_POWER = [(-0.2, 2.0), (3.0, 2.08), (6.0, 2.25), (10.3, 2.45), (14.0, 2.4), (18.0, 2.2), (23.5, 2.1)]
_BACK_POWER = 2.1
_NOSE_RIDGE = [
    (5.10, 0.0),
    (5.5, 0.13),
    (5.9, 0.36),
    (6.3, 0.64),
    (6.65, 0.85),
    (6.95, 0.90),
    (7.3, 0.84),
    (8.3, 0.58),
    (9.5, 0.32),
    (11.0, 0.08),
    (11.8, 0.0),
]
"""Gentle below the tip: a steep underside throws a dark blot toward the mouth."""
_NOSE_SPREAD = [(5.1, 0.70), (6.4, 0.66), (7.0, 0.60), (8.5, 0.50), (10.0, 0.62), (12.0, 0.85)]
_BUMPS = [  # amplitude, x, y, spread in x, spread in y; mirrored where x is not 0
    (0.20, 0.86, 6.35, 0.34, 0.34),  # wings of the nose
    (0.46, 4.25, 6.9, 1.5, 1.5),  # cheeks
    (-0.26, 3.3, 10.4, 1.9, 1.15),  # eye sockets
    (0.05, 2.9, 12.6, 1.9, 0.9),  # brow bones
]
_MIDLINE = [
    (0.17, 4.44, 1.05, 0.30),  # upper lip
    (0.24, 3.43, 0.95, 0.36),  # lower lip
    (-0.17, 2.58, 1.3, 0.40),  # hollow above the chin
    (0.16, 1.36, 1.3, 0.72),  # chin
]
_TABLE = np.linspace(0.12, 23.5, 1170)


def _curve(knots: list[tuple[float, float]]) -> Array:
    """A monotone cubic through the knots, tabulated for `np.interp`."""
    heights, values = zip(*knots, strict=True)
    return np.asarray(PchipInterpolator(heights, values)(np.clip(_TABLE, heights[0], heights[-1])))


def smoothstep(low: float, high: float, value: npt.ArrayLike) -> Array:
    """0 below `low`, 1 above `high`, a cubic between."""
    t = np.clip((np.asarray(value, dtype=np.float64) - low) / (high - low), 0.0, 1.0)
    return t * t * (3.0 - 2.0 * t)


class HeadSurface:
    """One person's head. All methods take and give centimetres, vectorised."""

    def __init__(self, shape: Mapping[str, float]) -> None:
        wide, jaw = shape.get("face.width", 0.0), shape.get("face.jaw", 0.0)
        below_cheekbones = 1.0 - smoothstep(4.0, 9.0, _TABLE)
        below_brow = 1.0 - smoothstep(11.0, 17.0, _TABLE)
        self._width = _curve(_WIDTH) * (1 + 0.08 * wide * below_brow) * (1 + 0.15 * jaw * below_cheekbones)
        self._front, self._back, self._power = _curve(_FRONT), _curve(_BACK), _curve(_FRONT_POWER)
        self._nose = _curve(_NOSE_RIDGE) * (1 + 0.3 * shape.get("nose.length", 0.0))
        below, above = _NOSE_RIDGE[0][0], _NOSE_RIDGE[-1][0]
        self._nose *= (below <= _TABLE) & (above >= _TABLE)
        self._nose_spread = _curve(_NOSE_SPREAD)
        self._middle = self._back + (self._front - self._back) * 0.48

    def _at(self, table: Array, y: Array) -> Array:
        return np.interp(y, _TABLE, table)

    def width(self, y: npt.ArrayLike) -> Array:
        """Half the head's width at a height."""
        return self._at(self._width, np.asarray(y, dtype=np.float64))

    def base_front(self, x: npt.ArrayLike, y: npt.ArrayLike) -> Array:
        """z of the featureless face at a place of the front view."""
        x, y = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
        middle, power = self._at(self._middle, y), self._at(self._power, y)
        across = np.minimum(np.abs(x) / self._at(self._width, y), 0.995)
        return np.asarray(middle + (self._at(self._front, y) - middle) * (1 - across**power) ** (1 / power))

    def features(self, x: npt.ArrayLike, y: npt.ArrayLike) -> Array:
        """How far nose, cheeks, sockets and lips stand out from the featureless face."""
        x, y = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
        out = self._at(self._nose, y) * np.exp(-0.5 * (x / self._at(self._nose_spread, y)) ** 2)
        for amplitude, cx, cy, sx, sy in _BUMPS:
            for side in (-1, 1):
                out = out + amplitude * np.exp(-0.5 * (((x - side * cx) / sx) ** 2 + ((y - cy) / sy) ** 2))
        for amplitude, cy, sx, sy in _MIDLINE:
            out = out + amplitude * np.exp(-0.5 * ((x / sx) ** 2 + ((y - cy) / sy) ** 2))
        return out

    def front(self, x: npt.ArrayLike, y: npt.ArrayLike) -> Array:
        """z of the face, with its features, at a place of the front view."""
        return self.base_front(x, y) + self.features(x, y)

    def outside(self, points: Array) -> npt.NDArray[np.bool_]:
        """Which points lie outside the featureless head."""
        x, y, z = points[..., 0], points[..., 1], points[..., 2]
        middle = self._at(self._middle, y)
        ahead = z >= middle
        depth = np.where(ahead, self._at(self._front, y) - middle, middle - self._at(self._back, y))
        power = np.where(ahead, self._at(self._power, y), _BACK_POWER)
        inside = (np.abs(x) / self._at(self._width, y)) ** power + (np.abs(z - middle) / np.maximum(depth, 1e-6)) ** power < 1
        return np.asarray(~inside | (y < _TABLE[0]) | (y > _TABLE[-1]))

    def base(self, directions: Array) -> Array:
        """Where rays from `CENTRE` leave the featureless head."""
        near, far = np.zeros(directions.shape[:-1]), np.full(directions.shape[:-1], 20.0)
        for _ in range(34):
            half = (near + far) / 2
            outside = self.outside(CENTRE + directions * half[..., None])
            near, far = np.where(outside, near, half), np.where(outside, half, far)
        return CENTRE + directions * near[..., None]

    def skin(self, directions: Array) -> Array:
        """Where rays from `CENTRE` leave the head, features raised on the front of it."""
        points = self.base(directions)
        points[..., 2] += self.features(points[..., 0], points[..., 1]) * smoothstep(0.15, 0.55, directions[..., 2])
        return points

    def normals(self, directions: Array, reach: float = 0.012, features: bool = True) -> Array:
        """Outward unit normals by central differences over the directions; `reach` in radians smooths."""
        shape = self.skin if features else self.base
        first, second = tangents(directions)
        along = shape(unit(directions + first * reach)) - shape(unit(directions - first * reach))
        across = shape(unit(directions + second * reach)) - shape(unit(directions - second * reach))
        normals = unit(np.cross(along, across))
        return np.asarray(normals * np.sign(np.sum(normals * directions, axis=-1, keepdims=True)))

    @cached_property
    def proxy(self) -> tuple[Array, Array]:
        """Centre and radii of the ellipsoid whose normals calm the shading of the face."""
        return np.array([0.0, 10.0, -1.0]), np.array([7.9, 12.6, 9.2])

    def calm_normals(self, points: Array) -> Array:
        """Normals of `proxy` at points of the head."""
        centre, radii = self.proxy
        return unit((points - centre) / radii**2)


def unit(vectors: Array) -> Array:
    """The same directions, length 1."""
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-12))


def tangents(directions: Array) -> tuple[Array, Array]:
    """Two unit vectors square to each direction and to each other."""
    helper = np.where(np.abs(directions[..., 1:2]) < 0.9, [0.0, 1.0, 0.0], [1.0, 0.0, 0.0])
    first = unit(np.cross(helper, directions))
    return first, np.cross(directions, first)


def to_plane(directions: Array) -> Array:
    """The azimuthal equidistant map: angle from +z as radius, in radians."""
    flat = np.hypot(directions[..., 0], directions[..., 1])
    angle = np.arctan2(flat, directions[..., 2])
    scale = np.where(flat > 1e-9, angle / np.maximum(flat, 1e-9), 1.0)
    return np.asarray(directions[..., :2] * scale[..., None])


def from_plane(plane: Array) -> Array:
    """The inverse of `to_plane`."""
    angle = np.hypot(plane[..., 0], plane[..., 1])
    scale = np.where(angle > 1e-9, np.sin(angle) / np.maximum(angle, 1e-9), 1.0)
    return np.concatenate([plane * scale[..., None], np.cos(angle)[..., None]], axis=-1)
