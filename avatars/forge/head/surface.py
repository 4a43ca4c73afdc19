"""The smooth head of a person: height slices between a face line and an occiput line, plus a few soft features.

Units are centimetres in the head's own frame (see `measures`). A slice at height y is a pair of half superellipses
``(|x|/W)^p + (|z - zc|/d)^p = 1``; W, the front ZF and the back ZB are monotone cubic curves of y. Sliders stretch the heights
below the eyes and scale the curves: a place of the plain face keeps its slice, and `flow` tells where it went.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property

import numpy as np
import numpy.typing as npt
from scipy.interpolate import PchipInterpolator

from avatars.forge.head import measures
from avatars.forge.head.measures import Bump, Knots

Array = npt.NDArray[np.float64]

CENTRE = np.array([0.0, 10.5, -0.4])
"""Every point of the head is seen from here: directions from it name the places on the skin."""
_TABLE = np.linspace(measures.LOWEST, 23.5, 1140)
"""Heights on the plain face."""


def _curve(knots: Knots) -> Array:
    """A monotone cubic through the knots, tabulated for `np.interp`."""
    heights, values = zip(*knots, strict=True)
    return np.asarray(PchipInterpolator(heights, values)(np.clip(_TABLE, heights[0], heights[-1])))


def smoothstep(low: float, high: float, value: npt.ArrayLike) -> Array:
    """0 below `low`, 1 above `high`, a cubic between."""
    t = np.clip((np.asarray(value, dtype=np.float64) - low) / (high - low), 0.0, 1.0)
    return t * t * (3.0 - 2.0 * t)


def _hill(y: Array, middle: float, spread: float) -> Array:
    return np.asarray(np.exp(-(((y - middle) / spread) ** 2)))


def _both_ways(value: float, down: float, up: float) -> float:
    """A slider that reaches less far one way."""
    return value * (up if value > 0 else down)


class HeadSurface:
    """One person's head. All methods take and give centimetres, vectorised."""

    def __init__(self, shape: Mapping[str, float]) -> None:
        self.shape = dict(shape)
        self._heights = self._stretched(_TABLE)
        self._width = _curve(measures.WIDTH) * self._widening(_TABLE)
        chin = _hill(_TABLE, 1.5, 1.05) * smoothstep(0.72, 1.1, _TABLE)
        self._width += _both_ways(self._of("face.chin_width"), 0.26, 0.40) * chin
        self._front, self._back = _curve(measures.FRONT), _curve(measures.BACK)
        square = _hill(_TABLE, 2.8, 1.6) * smoothstep(0.75, 1.6, _TABLE)
        self._power = _curve(measures.FRONT_POWER) + _both_ways(self._of("face.square"), 0.08, 0.42) * square
        self._middle = self._back + (self._front - self._back) * 0.48
        self._nose = self._ridge()
        below_bridge = 1 - smoothstep(7.0, 9.0, _TABLE)
        self._nose_spread = _curve(measures.NOSE_SPREAD) * (1 + 0.16 * self._of("nose.width") * below_bridge)
        self._bumps = self._features()

    def _of(self, slider: str) -> float:
        return float(self.shape.get(slider, 0.0))

    # --- what the sliders do -----------------------------------------------------------------------------------------

    def _stretched(self, y: Array) -> Array:
        """Heights of this face, given those of the plain one."""
        below_eyes = np.clip((measures.EYE_LEVEL - 0.6 - y) / (measures.EYE_LEVEL - 0.6 - measures.LOWEST), 0.0, 1.0)
        ease = below_eyes**1.15
        chin = smoothstep(3.3, 1.0, y)
        return np.asarray(y - 0.75 * self._of("face.length") * ease - 0.40 * self._of("face.chin") * chin)

    def _widening(self, y: Array) -> Array:
        below_brow = 1.0 - smoothstep(11.0, 17.0, y)
        jaw = (1.0 - smoothstep(4.2, 8.6, y)) * smoothstep(0.75, 2.2, y)
        corner = _hill(y, 3.2, 1.7) * smoothstep(0.75, 1.8, y)
        return np.asarray(
            (1 + 0.070 * self._of("face.width") * below_brow)
            * (1 + 0.10 * self._of("face.jaw") * jaw + _both_ways(self._of("face.square"), 0.025, 0.075) * corner)
        )

    def _ridge(self) -> Array:
        tip = self._of("nose.tip")
        above_lip = smoothstep(5.1, 6.2, _TABLE) * (1 - smoothstep(7.0, 9.5, _TABLE))
        ridge = np.interp(_TABLE - 0.26 * tip * above_lip, _TABLE, _curve(measures.NOSE_RIDGE))
        first, last = measures.NOSE_RIDGE[0][0], measures.NOSE_RIDGE[-1][0]
        ridge = ridge * ((first <= _TABLE) & (last >= _TABLE))
        bridge = 0.24 * self._of("nose.bridge") * smoothstep(7.0, 8.6, _TABLE) * (1 - smoothstep(9.6, 11.6, _TABLE))
        return np.asarray(ridge * (1 + 0.24 * self._of("nose.length")) + bridge)

    def _features(self) -> tuple[Bump, ...]:
        wide = 1 + 0.18 * self._of("nose.width")
        full, lips_up = 1 + 0.45 * self._of("mouth.fullness"), self._of("mouth.height") * MOUTH_TRAVEL
        a, x, y, sx, sy = measures.ALAE
        made = [(a * (1 + 0.25 * self._of("nose.width")), x * wide, y + 0.16 * self._of("nose.tip"), sx, sy)]
        a, x, y, sx, sy = measures.CHEEKS
        made.append((a + 0.34 * self._of("face.cheeks"), x, y, sx, sy))
        for a, x, y, sx, sy in (measures.UPPER_LIP, measures.LOWER_LIP):
            made.append((a * full, x, y + lips_up, sx, sy))
        a, x, y, sx, sy = measures.CHIN
        made.append((a + 0.10 * self._of("face.chin"), x, y, sx * (1 + 0.25 * self._of("face.chin_width")), sy))
        up = self._of("eyes.height") * EYE_TRAVEL
        sockets = [(a, x, y + up, sx, sy) for a, x, y, sx, sy in (measures.SOCKETS, measures.BROW_BONES)]
        sockets.append((0.13 * self._of("nose.bridge"), *measures.BROW_BONES[1:3], 1.5, 0.7))
        return (*made, *sockets, *measures.MIDLINE)

    # --- the surface -------------------------------------------------------------------------------------------------

    def plain_height(self, y: npt.ArrayLike) -> Array:
        """The height on the plain face of a height on this one."""
        return np.interp(np.asarray(y, dtype=np.float64), self._heights, _TABLE)

    def height(self, plain: npt.ArrayLike) -> Array:
        """Where a height of the plain face lies on this one."""
        return np.interp(np.asarray(plain, dtype=np.float64), _TABLE, self._heights)

    def _at(self, table: Array, y: Array) -> Array:
        return np.interp(y, self._heights, table)

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
        x, y = np.asarray(x, dtype=np.float64), self.plain_height(y)
        out = np.interp(y, _TABLE, self._nose) * np.exp(-0.5 * (x / np.interp(y, _TABLE, self._nose_spread)) ** 2)
        for amplitude, cx, cy, sx, sy in self._bumps:
            for side in (-1, 1) if cx else (1,):
                out = out + amplitude * np.exp(-0.5 * (((x - side * cx) / sx) ** 2 + ((y - cy) / sy) ** 2))
        return out

    def front(self, x: npt.ArrayLike, y: npt.ArrayLike) -> Array:
        """z of the face, with its features, at a place of the front view."""
        return self.base_front(x, y) + self.features(x, y)

    def flow(self, points: Array) -> Array:
        """Where places (n, 3) of the featureless plain head lie on this one: each keeps its slice and its angle in it."""
        y = points[:, 1]
        plain = _plain_tables()
        width, middle, front, back, power = (np.interp(y, _TABLE, table) for table in plain)
        ahead = points[:, 2] >= middle
        own_power = np.where(ahead, power, measures.BACK_POWER)
        new_power = np.where(ahead, np.interp(y, _TABLE, self._power), measures.BACK_POWER)
        across = np.clip(np.abs(points[:, 0]) / width, 0, 1) ** (own_power / new_power)
        depth = np.where(ahead, front - middle, middle - back)
        along = np.clip(np.abs(points[:, 2] - middle) / depth, 0, 1) ** (own_power / new_power)
        # width changes alone move a slice's points: front, back and middle are everyone's
        z = middle + np.where(ahead, 1.0, -1.0) * along * depth
        x = np.sign(points[:, 0]) * across * np.interp(y, _TABLE, self._width)
        moved = np.stack([x, np.asarray(self.height(y)), z], axis=-1)
        nose = np.exp(-0.5 * ((x / 1.1) ** 2 + ((y - measures.NOSE_LEVEL) / 0.9) ** 2)) * smoothstep(4.0, 6.5, z)
        moved[:, 0] += 0.16 * self._of("nose.width") * x * nose
        moved[:, 1] += 0.24 * self._of("nose.tip") * nose
        return moved

    def outside(self, points: Array) -> npt.NDArray[np.bool_]:
        """Which points lie outside the featureless head."""
        x, y, z = points[..., 0], points[..., 1], points[..., 2]
        middle = self._at(self._middle, y)
        ahead = z >= middle
        depth = np.where(ahead, self._at(self._front, y) - middle, middle - self._at(self._back, y))
        power = np.where(ahead, self._at(self._power, y), measures.BACK_POWER)
        inside = (np.abs(x) / self._at(self._width, y)) ** power + (np.abs(z - middle) / np.maximum(depth, 1e-6)) ** power < 1
        return np.asarray(~inside | (y < self._heights[0]) | (y > self._heights[-1]))

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
        return self.featured(self.base(directions))

    def featured(self, points: Array) -> Array:
        """Places of the featureless head with the features raised on the front of it."""
        ahead = smoothstep(0.15, 0.55, unit(points - CENTRE)[..., 2])
        raised = self.features(points[..., 0], points[..., 1]) * ahead
        return np.concatenate([points[..., :2], (points[..., 2] + raised)[..., None]], axis=-1)

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


@cache
def _plain_tables() -> tuple[Array, Array, Array, Array, Array]:
    """Width, middle, front, back and power of the plain head's slices."""
    front, back = _curve(measures.FRONT), _curve(measures.BACK)
    return _curve(measures.WIDTH), back + (front - back) * 0.48, front, back, _curve(measures.FRONT_POWER)


MOUTH_TRAVEL, EYE_TRAVEL = 0.34, 0.42
"""How far the whole step of the sliders for their height moves mouth and eyes."""


def unit(vectors: Array) -> Array:
    """The same directions, length 1."""
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-12))


def tangents(directions: Array) -> tuple[Array, Array]:
    """Two unit vectors square to each direction and to each other."""
    helper = np.where(np.abs(directions[..., 1:2]) < 0.9, [0.0, 1.0, 0.0], [1.0, 0.0, 0.0])
    first = unit(np.cross(helper, directions))
    return first, np.cross(directions, first)


_DOWN = 0.40
"""Radians by which the map's middle lies below straight ahead, so that its crowded far side is the crown, not the nape."""


def to_plane(directions: Array) -> Array:
    """The azimuthal equidistant map around the nose: angle from its axis as radius, in radians."""
    x, y, z = directions[..., 0], directions[..., 1], directions[..., 2]
    up, ahead = y * np.cos(_DOWN) + z * np.sin(_DOWN), z * np.cos(_DOWN) - y * np.sin(_DOWN)
    flat = np.hypot(x, up)
    angle = np.arctan2(flat, ahead)
    scale = np.where(flat > 1e-9, angle / np.maximum(flat, 1e-9), 1.0)
    return np.asarray(np.stack([x, up], axis=-1) * scale[..., None])


def from_plane(plane: Array) -> Array:
    """The inverse of `to_plane`."""
    angle = np.hypot(plane[..., 0], plane[..., 1])
    scale = np.where(angle > 1e-9, np.sin(angle) / np.maximum(angle, 1e-9), 1.0)
    x, up, ahead = plane[..., 0] * scale, plane[..., 1] * scale, np.cos(angle)
    return np.stack([x, up * np.cos(_DOWN) - ahead * np.sin(_DOWN), ahead * np.cos(_DOWN) + up * np.sin(_DOWN)], axis=-1)
