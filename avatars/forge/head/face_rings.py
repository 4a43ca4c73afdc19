"""The rings of vertices around eyes and mouth: they carry every expression, and are numbered alike on every face."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from avatars.forge.head import eye_shape
from avatars.forge.head.eye_shape import EyeShape, kept_below, mirrored
from avatars.forge.head.mouth_shape import RINGS as MOUTH_RINGS
from avatars.forge.head.mouth_shape import SAMPLES as MOUTH_SAMPLES
from avatars.forge.head.mouth_shape import MouthShape
from avatars.forge.head.pose import EyePose, FacePose
from avatars.forge.head.surface import Array, smoothstep, unit

EYE_RINGS = (0.0, 0.15, 0.36, 0.68, 1.08)
"""Distances from the edge of the lids, cm."""
LID_WEIGHT = np.array([1.0, 0.93, 0.70, 0.32, 0.06])
"""How far each ring keeps to the ball and follows the lid."""
_AROUND_EYE = 2 * eye_shape.SAMPLES - 2
_AROUND_MOUTH = 2 * MOUTH_SAMPLES - 2
_NEAR_INNER_CORNER = 0.22
"""Part of a lid's length where the rings are pressed together: the nose is near. (At the other end the temple is.)"""

_EYE, _MOUTH = len(EYE_RINGS) * _AROUND_EYE, len(MOUTH_RINGS) * _AROUND_MOUTH
BLOCKS: tuple[tuple[slice, int], ...] = (
    (slice(0, _EYE), len(EYE_RINGS)),
    (slice(_EYE, 2 * _EYE), len(EYE_RINGS)),
    (slice(2 * _EYE, 2 * _EYE + _MOUTH), len(MOUTH_RINGS)),
)
"""Vertices and rings of the left eye, the right eye and the mouth."""
COUNT = 2 * _EYE + _MOUTH


def rows(points: npt.NDArray[Any], block: tuple[slice, int]) -> npt.NDArray[Any]:
    """The rings of a block, innermost first: (rings, around, ...)."""
    return points[block[0]].reshape(block[1], -1, *points.shape[1:])


@dataclass(frozen=True)
class FaceRings:
    """The rings of one person."""

    eyes: EyeShape
    mouth: MouthShape

    def posed(self, pose: FacePose) -> Array:
        """Every ring vertex (COUNT, 3) in a pose."""
        eyes = [self._around_eye(pose.left, 1).reshape(-1, 3), self._around_eye(pose.right, -1).reshape(-1, 3)]
        upper, lower = self.mouth.ring_points(pose)
        around = np.concatenate([upper, lower[:, -2:0:-1]], axis=1)
        return np.concatenate([*eyes, around.reshape(-1, 3)])

    def _around_eye(self, pose: EyePose, side: int) -> Array:
        """(len(EYE_RINGS), _AROUND_EYE, 3): along the upper lid outward, back along the lower one."""
        up, low = self.eyes.lids(EyePose())
        rest, posed = _outline(up, low), _outline(*self.eyes.lids(pose))
        away = _outline(self.eyes.outward(up, 1.0), self.eyes.outward(low, -1.0))
        for _ in range(5):  # around the corners the directions must fan out evenly, or the rings fold
            away = unit(np.roll(away, 1, axis=0) + away * 1.5 + np.roll(away, -1, axis=0))
        t = np.linspace(0, 1, eye_shape.SAMPLES)
        t = _outline(t, t)[:, None]
        squeeze = np.where(t < _NEAR_INNER_CORNER, 0.75, 1.0) - 0.22 * smoothstep(0.72, 0.95, t)
        rings = np.stack([rest + away * squeeze * d + (posed - rest) * w for d, w in zip(EYE_RINGS, LID_WEIGHT, strict=True)])
        temple = 0.935 * self.eyes.surface.width(rings[1:, :, 1])
        rings[1:, :, 0] = kept_below(rings[1:, :, 0], temple)
        return mirrored(self.eyes.lift(rings, LID_WEIGHT[:, None]), side)


def _outline(upper: Array, lower: Array) -> Array:
    return np.concatenate([upper, lower[-2:0:-1]])
