"""The lips: a slit in the front view whose rings follow the line between the lips, and the skin that moves with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from avatars.forge.head.measures import MOUTH_LEVEL
from avatars.forge.head.pose import FacePose, MouthPose
from avatars.forge.head.surface import MOUTH_TRAVEL, Array, HeadSurface, smoothstep

HALF_WIDTH = 1.80
SAMPLES = 21
"""Points along each lip, corners included."""
RINGS = (0.0, 0.15, 0.34, 0.60, 0.95)
"""Distances from the line between the lips, cm; the colour of the lips ends near the third above and the fourth below."""
_FULLER = np.array([0.0, 0.36, 0.36, 0.22, 0.04])
"""How much of its distance a ring gains with full lips."""
_FOLLOW = np.array([1.0, 0.93, 0.74, 0.42, 0.15])
GAP = 0.008
_CORNER_TURN = 0.46
"""Radians: at the corners the rings go on where the smiling line points, or their slivers would fold."""


def _bow(s: Array) -> Array:
    """Cupid's bow in the line between the lips: a dip in the middle, a rise beside it."""
    return np.asarray(0.035 * np.exp(-(((np.abs(s) - 0.34) / 0.2) ** 2)) - 0.055 * np.exp(-((s / 0.16) ** 2)))


@dataclass(frozen=True)
class MouthShape:
    """One person's mouth."""

    surface: HeadSurface
    width: float = 1.0
    height: float = MOUTH_LEVEL
    fullness: float = 0.0
    corners: float = 0.0

    @classmethod
    def of(cls, shape: Mapping[str, float], surface: HeadSurface) -> MouthShape:
        """The mouth of a person with these slider values."""

        def slider(name: str) -> float:
            return float(shape.get(f"mouth.{name}", 0.0))

        height = float(surface.height(MOUTH_LEVEL + MOUTH_TRAVEL * slider("height")))
        return cls(surface, 1 + 0.14 * slider("width"), height, slider("fullness"), 0.24 * slider("corners"))

    @property
    def across(self) -> Array:
        """Places along the lips, -1 at her right corner, +1 at her left."""
        return -np.cos(np.linspace(0, np.pi, SAMPLES))

    def line(self, s: Array, pose: MouthPose) -> Array:
        """The line between closed lips, (n, 2), in a pose."""
        left = smoothstep(-0.25, 0.25, s)
        corner = 0.48 + self.corners + pose.corner_left * left + pose.corner_right * (1 - left)
        half = HALF_WIDTH * self.width * pose.width + pose.spread
        y = self.height + corner * np.abs(s) ** 2.1 + pose.arch * (1 - s**2) + pose.raise_all
        return np.stack([half * s + pose.shift, y + _bow(s)], axis=-1)

    def lips(self, pose: MouthPose) -> tuple[Array, Array]:
        """Edges of the upper and lower lip, (SAMPLES, 2) each, from her right to her left."""
        s = self.across
        line = self.line(s, pose)
        belly = np.maximum(1 - np.abs(s) ** 2.15, 0.0) ** 0.56
        bow = 1 - 0.10 * np.exp(-((s / 0.22) ** 2))
        upper = line + np.stack([0 * s, (pose.lift * bow + GAP) * belly], axis=-1)
        parted = min(1.0, pose.jaw / 0.3)  # open, the lower lip is round and lets the bow to the upper one
        lower = line - np.stack([0 * s, (pose.jaw + GAP) * belly + _bow(s) * parted], axis=-1)
        return upper, lower

    def rings(self) -> tuple[Array, Array]:
        """Neutral rings around the slit, (len(RINGS), SAMPLES, 2), above and below."""
        upper, lower = self.lips(MouthPose())
        above = np.linspace(np.pi - _CORNER_TURN, _CORNER_TURN, SAMPLES)
        below = np.linspace(np.pi - _CORNER_TURN, 2 * np.pi + _CORNER_TURN, SAMPLES)
        out = []
        for lip, turn in ((upper, above), (lower, below)):
            away = np.stack([np.cos(turn), np.sin(turn)], axis=-1)
            distances = np.array(RINGS) * (1 + _FULLER * self.fullness)
            out.append(np.stack([lip + away * distance for distance in distances]))
        return out[0], out[1]

    def skin_field(self, points: Array, pose: FacePose) -> Array:
        """How far skin away from the lips moves: jaw, corners, cheeks. `points` (n, 3) of the face at rest."""
        x, y, z = points.T
        y = y - (self.height - MOUTH_LEVEL)
        mouth = pose.mouth
        jaw = mouth.jaw * 0.56 * smoothstep(4.7, 2.9, y) * np.clip((z + 1.0) / 8.2, 0, 1) ** 1.2
        moved = np.zeros_like(points)
        moved[:, 1] -= jaw
        moved[:, 2] -= jaw * 0.12
        for side, lift in ((1, mouth.corner_left), (-1, mouth.corner_right)):
            near = np.exp(-(((x - side * 2.35) / 1.0) ** 2 + ((y - 4.75) / 0.95) ** 2))
            cheek = np.exp(-(((x - side * 3.7) / 1.5) ** 2 + ((y - 6.6) / 1.3) ** 2))
            moved[:, 1] += 0.40 * lift * near + 0.16 * pose.cheeks * cheek
            moved[:, 0] += side * (0.16 * lift + 0.4 * (mouth.spread + HALF_WIDTH * (mouth.width - 1))) * near
            moved[:, 2] += (0.16 * pose.cheeks + 0.30 * pose.puff) * cheek
        near_mouth = np.exp(-((x / 2.4) ** 2 + ((y - MOUTH_LEVEL) / 1.5) ** 2))
        moved[:, 0] += 0.5 * mouth.shift * near_mouth
        moved[:, 2] += 0.35 * mouth.pucker * near_mouth
        return moved

    def ring_points(self, pose: FacePose) -> tuple[Array, Array]:
        """The rings lifted onto the face and moved by a pose, (len(RINGS), SAMPLES, 3), above and below."""
        rest = self.lips(MouthPose())
        posed = self.lips(pose.mouth)
        out = []
        for ring, start, end, up in zip(self.rings(), rest, posed, (1, -1), strict=True):
            points = np.concatenate([ring, self.surface.front(ring[..., 0], ring[..., 1])[..., None]], axis=-1)
            field = self.skin_field(points.reshape(-1, 3), pose).reshape(points.shape)
            moved = self._edge_move(start, end, pose.mouth)
            follow = _FOLLOW if up > 0 else np.array([1.0, 0.97, 0.88, 0.62, 0.25])
            follow = follow[:, None, None]
            result = points + moved * follow + field * (1 - follow)
            roll = (
                pose.mouth.press
                * np.array([0.0, -0.05, -0.10, -0.04, 0.0])[:, None]
                * np.sqrt(np.maximum(1 - self.across**2, 0))
            )
            result[..., 1] += up * roll
            result[..., 2] += 1.6 * roll
            out.append(result)
        return out[0], out[1]

    def _edge_move(self, start: Array, end: Array, pose: MouthPose) -> Array:
        """Movement (SAMPLES, 3) of a lip's edge; z keeps to the roundness of the face."""
        flat = end - start
        level = np.full(SAMPLES, self.height)
        depth = self.surface.base_front(end[:, 0], level) - self.surface.base_front(start[:, 0], level)
        depth = depth + pose.pucker * np.exp(-((self.across / 0.85) ** 2)) - 0.12 * np.maximum(start[:, 1] - end[:, 1], 0)
        return np.concatenate([flat, depth[:, None]], axis=-1)
