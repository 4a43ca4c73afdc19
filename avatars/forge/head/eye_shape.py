"""The eye opening as two curves of the front view, and how a pose moves them.

Curves run from the inner corner (t = 0) to the outer one (t = 1); both lids are sampled at the same t, so that a closed eye
has no gap. Sides: +1 is her left.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy.interpolate import PchipInterpolator

from avatars.forge.head.pose import EyePose
from avatars.forge.head.surface import Array, HeadSurface, smoothstep

_UPPER = [(1.56, 9.80), (1.72, 10.36), (2.20, 10.90), (2.90, 11.24), (3.65, 11.30), (4.35, 11.06), (4.88, 10.66), (5.14, 10.30)]
_LOWER = [(1.56, 9.80), (1.90, 9.50), (2.52, 9.26), (3.25, 9.16), (3.95, 9.28), (4.52, 9.58), (4.92, 9.96), (5.14, 10.30)]
_MIDDLE = np.array([3.36, 10.25])
BALL_RADIUS = 4.0
LID_GAP = 0.19
"""How far the lids ride above the eyeball: a morph moves them in a straight line, which sags 0.13 under the arc."""
SAMPLES = 22
"""Points along each lid, corners included."""
CLOSE_AT = 0.12
"""Where the lids meet, as part of the opening from below."""


def _along(points: Array, t: Array) -> Array:
    """A smooth curve through the points, by arc length."""
    steps = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))])
    fine = np.linspace(0, steps[-1], 600)
    dense = PchipInterpolator(steps, points)(fine)
    length = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(dense, axis=0), axis=1))])
    return np.stack([np.interp(t * length[-1], length, dense[:, i]) for i in range(2)], axis=-1)


@dataclass(frozen=True)
class EyeShape:
    """One person's eyes; the right one is the mirror image."""

    surface: HeadSurface
    upper: Array
    lower: Array
    ball: Array
    iris_centre: tuple[float, float] = (3.29, 10.30)

    @classmethod
    def of(cls, shape: Mapping[str, float], surface: HeadSurface) -> EyeShape:
        """The opening of these eyes, and balls that lie right behind the face."""
        t = np.linspace(0, 1, SAMPLES)
        factor = np.array([1.09 + 0.1 * shape.get("eyes.width", 0.0), 1.17 + 0.25 * shape.get("eyes.open", 0.0)])
        upper, lower = ((_along(_MIDDLE + (np.array(curve) - _MIDDLE) * factor, t)) for curve in (_UPPER, _LOWER))
        x, y = 2.35, 10.28
        front = float(surface.front(3.25, y)) - 0.40
        z = front - np.sqrt(BALL_RADIUS**2 - (3.25 - x) ** 2)
        return cls(surface, upper, lower, np.array([x, y, float(z)]))

    def lids(self, pose: EyePose) -> tuple[Array, Array]:
        """Upper and lower lid edge (SAMPLES, 2) of her left eye in a pose."""
        t = np.linspace(0, 1, SAMPLES)
        opening = self.upper - self.lower
        belly = np.sin(np.pi * t) ** 0.8
        up, low = self.upper.copy(), self.lower.copy()
        up -= pose.upper * (1 - CLOSE_AT) * opening
        low += (pose.upper * CLOSE_AT + pose.lower * 0.62 * (1 - max(pose.upper, 0) * 0.9)) * opening
        up[:, 1] += pose.wide * belly + pose.follow * belly * 0.8
        low[:, 1] += pose.follow * belly * 0.42
        up[:, 1] -= pose.tilt * smoothstep(0.25, 1.0, t) * belly * 0.9 - pose.tilt * 0.5 * smoothstep(0.6, 0.0, t) * belly
        up[:, 1] = np.maximum(up[:, 1], low[:, 1])
        return up, low

    def on_ball(self, xy: Array, gap: float) -> Array:
        """z of the sphere `gap` outside her left eyeball; far from the ball it falls away."""
        squared = (xy[..., 0] - self.ball[0]) ** 2 + (xy[..., 1] - self.ball[1]) ** 2
        radius = BALL_RADIUS + gap
        return np.asarray(self.ball[2] + np.sqrt(np.maximum(radius**2 - squared, 0.04)))

    def lift(self, xy: Array, ball_weight: Array | float, gap: float = LID_GAP) -> Array:
        """Places of the front view (left side) as points, between the face and the ball."""
        weight = np.asarray(ball_weight, dtype=np.float64)
        z = (1 - weight) * self.surface.front(xy[..., 0], xy[..., 1]) + weight * self.on_ball(xy, gap)
        return np.concatenate([xy, z[..., None]], axis=-1)

    def outward(self, curve: Array, up: float) -> Array:
        """Unit normals (SAMPLES, 2) of a lid curve that point away from the eye; `up` is +1 for the upper lid."""
        along = np.gradient(curve, axis=0)
        normal = np.stack([-along[:, 1], along[:, 0]], axis=-1) * up
        return np.asarray(normal / np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-9))


def mirrored(points: Array, side: int) -> Array:
    """Points of her left side, moved to `side`."""
    return np.asarray(points * np.array([side, 1.0, 1.0])[: points.shape[-1]])
