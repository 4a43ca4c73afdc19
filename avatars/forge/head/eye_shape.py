"""The eye opening as two curves of the front view, and how a pose moves them.

Curves run from the inner corner (t = 0) to the outer one (t = 1); both lids are sampled at the same t, so that a closed eye
has no gap. Sides: +1 is her left.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from scipy.interpolate import PchipInterpolator

from avatars.forge.head.measures import EYE_LEVEL
from avatars.forge.head.pose import EyePose
from avatars.forge.head.surface import EYE_TRAVEL, Array, HeadSurface, smoothstep
from avatars.shape.eyelids import SIZE_GAIN, opening

_UPPER = [(-1.98, -0.46), (-1.80, 0.05), (-1.30, 0.66), (-0.55, 1.05), (0.25, 1.14), (1.02, 0.98), (1.64, 0.65), (2.08, 0.25)]
_LOWER = [(-1.98, -0.46), (-1.62, -0.72), (-1.0, -0.99), (-0.2, -1.13), (0.6, -1.07), (1.26, -0.76), (1.76, -0.26), (2.08, 0.25)]
"""From the middle of the eye: the outer corner lies higher, the arch of the upper lid a little outward."""
_MIDDLE = (3.56, EYE_LEVEL)
_IRIS_ASIDE = -0.10
_IRIS_RADIUS = 1.41
_SPACING, _TILT = 0.24, 0.10
"""Centimetres and radians of a slider's whole step."""
BALL_RADIUS = 4.0
_BALL_ASIDE = -0.95
"""The ball's middle lies nearer to the nose than the iris, so that the eye looks outward with the curve of the face."""
LID_GAP = 0.19
"""How far the lids ride above the eyeball: a morph moves them in a straight line, which sags 0.13 under the arc."""
SAMPLES = 18
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
    iris_radius: float = _IRIS_RADIUS
    middle: Array = field(default_factory=lambda: np.array(_MIDDLE))

    @classmethod
    def of(cls, shape: Mapping[str, float], surface: HeadSurface) -> EyeShape:
        """The opening of these eyes, and balls that lie right behind the face."""

        def slider(name: str) -> float:
            return float(shape.get(f"eyes.{name}", 0.0))

        t = np.linspace(0, 1, SAMPLES)
        size = 1 + SIZE_GAIN * slider("size")
        factor = np.array([size * (1 + 0.085 * slider("width")), opening(shape)])
        turn = _TILT * slider("tilt")
        turned = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
        broad = 1 + 0.03 * float(shape.get("face.width", 0.0))
        aside, up = _SPACING * slider("spacing"), EYE_TRAVEL * slider("height")
        middle = np.array([_MIDDLE[0] * broad + aside, _MIDDLE[1] + up])
        upper, lower = (middle + (_along(np.array(curve), t) * factor) @ turned for curve in (_UPPER, _LOWER))
        for curve in (upper, lower):
            curve[:, 0] = kept_below(curve[:, 0], 0.875 * surface.width(curve[:, 1]))
        radius = _IRIS_RADIUS * (1 + 0.11 * slider("size")) * (1 + 0.10 * slider("iris"))
        x = float(middle[0]) + _IRIS_ASIDE
        y = _iris_height(x, upper, lower, radius)
        ball = np.array([x + _BALL_ASIDE, float(middle[1]) + 0.03, 0.0])
        beside = upper[-1] + np.array([0.14, 0.0])  # on a narrow face the temple falls away before the ball does
        depths = []
        for place, behind in ((np.array([x, middle[1]]), 0.29), (beside, 0.0)):
            round_front = np.sqrt(BALL_RADIUS**2 - ((place - ball[:2]) ** 2).sum())
            depths.append(float(surface.front(place[0], place[1])) - behind - round_front)
        ball[2] = min(depths)
        return cls(surface, upper, lower, ball, (x, y), radius, middle)

    def lids(self, pose: EyePose) -> tuple[Array, Array]:
        """Upper and lower lid edge (SAMPLES, 2) of her left eye in a pose."""
        t = np.linspace(0, 1, SAMPLES)
        apart = self.upper - self.lower
        belly = np.sin(np.pi * t) ** 0.8
        up, low = self.upper.copy(), self.lower.copy()
        up -= pose.upper * (1 - CLOSE_AT) * apart
        low += (pose.upper * CLOSE_AT + pose.lower * 0.62 * (1 - max(pose.upper, 0) * 0.9)) * apart
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


def kept_below(value: Array, limit: Array) -> Array:
    """Values as they are where they are well below the limits, bent to stay under them elsewhere."""
    blend = np.clip(0.5 + 0.5 * (limit - value) / 0.35, 0.0, 1.0)
    return np.asarray(limit * (1 - blend) + value * blend - 0.35 * blend * (1 - blend))


def _iris_height(x: float, upper: Array, lower: Array, radius: float) -> float:
    """The calm look: the upper lid covers the top of the iris, the lower one overlaps its edge."""
    top, bottom = (float(np.interp(x, curve[:, 0], curve[:, 1])) for curve in (upper, lower))
    covered = 2 * radius - (top - bottom)
    return bottom + radius - (min(0.16 * covered, 0.09) if covered > 0 else 0.5 * covered)


def mirrored(points: Array, side: int) -> Array:
    """Points of her left side, moved to `side`."""
    return np.asarray(points * np.array([side, 1.0, 1.0])[: points.shape[-1]])
