"""The skin of a person's head: the one net laid over this face, and what a pose does to it."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from avatars.forge.head.eye_shape import EyeShape, mirrored
from avatars.forge.head.face_net import face_net, featureless
from avatars.forge.head.face_rings import BLOCKS, EYE_RINGS, LID_WEIGHT, FaceRings, rows
from avatars.forge.head.mouth_shape import MouthShape
from avatars.forge.head.pose import NEUTRAL, FacePose
from avatars.forge.head.surface import CENTRE, Array, HeadSurface, from_plane, smoothstep, to_plane, unit

__all__ = ["EYE_RINGS", "LID_WEIGHT", "FaceMesh"]
_CARRY, _CARRY_FAR = 0.55, 2.4
"""How widely skin around eyes and mouth goes along where a slider moves them, cm."""


class FaceMesh:
    """Vertices in the order of `face_net`: the same number, the same triangles, the same texture places for every face."""

    def __init__(
        self, surface: HeadSurface, eyes: EyeShape, mouth: MouthShape, normals: Array | None = None
    ) -> None:
        """`normals`, if given, are taken over from a face of the same person in another shape."""
        self._normals = normals
        self.surface, self.eyes, self.mouth = surface, eyes, mouth
        self._rings = FaceRings(eyes, mouth)
        net = face_net()
        self.triangles, self.plane = net.triangles, net.plane
        seats = featureless(self._rings.posed(NEUTRAL), surface)
        free = self._carried(seats)
        self._free = surface.featured(free)
        rims = [rows(seats, block)[0] for block in BLOCKS]
        self._directions = unit(np.concatenate([seats, free, *rims]) - CENTRE)
        self._posed: dict[FacePose, Array] = {}
        self.rest = self.evaluate(NEUTRAL)

    def _carried(self, seats: Array) -> Array:
        """The free points of the net on this head: they go with the bones and, near eyes and mouth, with those."""
        net = face_net()
        moved, start = self.surface.flow(net.free), self.surface.flow(net.rings)
        shift, held = np.zeros((len(moved), 2)), np.zeros((len(moved), 1))
        for block in BLOCKS:
            ring, goal = rows(start, block)[-1], rows(seats, block)[-1]
            away = to_plane(unit(goal - CENTRE)) - to_plane(unit(ring - CENTRE))
            distance = np.linalg.norm(moved[:, None] - ring[None], axis=-1)
            pull = np.exp(-((distance / _CARRY) ** 2)) + 1e-9 / distance
            near = smoothstep(_CARRY_FAR, 0.0, distance.min(axis=1))
            shift += near[:, None] * (pull @ away / pull.sum(axis=1, keepdims=True))
            held += near[:, None]
        shift /= np.maximum(held, 1.0)
        carried = np.abs(shift).max(axis=1) > 1e-9  # the others stay where they flowed: rays along the jaw would let them slip
        plane = to_plane(unit(moved[carried] - CENTRE)) + shift[carried]
        moved[carried] = self.surface.base(from_plane(plane))
        return moved

    # --- evaluation --------------------------------------------------------------------------------------------------

    def evaluate(self, pose: FacePose) -> Array:
        """Every vertex in a pose, centimetres (n, 3). Each pose is worked out once: do not write into the answer."""
        if pose not in self._posed:
            self._posed[pose] = self._evaluate(pose)
        return self._posed[pose]

    def _evaluate(self, pose: FacePose) -> Array:
        ringed = self._rings.posed(pose)
        free = self._free + self.mouth.skin_field(self._free, pose)
        left, right, lips = (rows(ringed, block)[0] for block in BLOCKS)
        return np.concatenate([ringed, free, self._lid_rim(left, 1), self._lid_rim(right, -1), self._inner_lip(lips)])

    def _lid_rim(self, edge: Array, side: int) -> Array:
        flat = mirrored(edge, side)[:, :2]
        return mirrored(self.eyes.lift(flat, 1.0, gap=-0.06), side)

    def inner_lip_indices(self) -> npt.NDArray[np.int64]:
        """The vertices where the lips turn into the mouth, around the opening."""
        around = 2 * len(self.mouth.across) - 2
        return np.arange(len(self.rest) - around, len(self.rest))

    def inner_lips(self, pose: FacePose) -> Array:
        """The inner edge of the lips in a pose, around the opening."""
        upper, lower = self.mouth.ring_points(pose)
        return self._inner_lip(np.concatenate([upper[0], lower[0, -2:0:-1]]))

    def _inner_lip(self, edge: Array) -> Array:
        inner = edge.copy()
        inner[:, 2] -= 0.24
        middle = edge.mean(axis=0)
        inner[:, 1] += np.sign(edge[:, 1] - middle[1]) * np.minimum(np.abs(edge[:, 1] - middle[1]) * 0.10, 0.04)
        return inner

    def normals(self) -> Array:
        """Calm normals at rest: an ellipsoid and the smooth head, with more of the true shape near the nose. Poses keep them."""
        if self._normals is None:
            self._normals = self._calm_normals()
        return self._normals

    def _calm_normals(self) -> Array:
        x, y = self.rest[:, 0], self.surface.plain_height(self.rest[:, 1])
        true = self.surface.normals(self._directions)
        base = self.surface.normals(self._directions, reach=0.10, features=False)
        calm = self.surface.calm_normals(self.rest)
        near_nose = np.exp(-((x / 0.95) ** 2) - ((y - 6.6) / 0.85) ** 2) * smoothstep(0.5, 0.8, self._directions[:, 2])
        own = (0.10 + 0.02 * near_nose)[:, None]
        calmed = unit(true * own + base * (1 - own) * 0.28 + calm * (1 - own) * 0.72)
        # under the jaw the light's own shadow follows the true shape: shading has to agree with it
        under = 0.6 * smoothstep(3.6, 1.7, y)[:, None]
        return unit(calmed * (1 - under) + base * under)


@cache
def plain_face() -> FaceMesh:
    """The face with all sliders at 0."""
    surface = HeadSurface({})
    return FaceMesh(surface, EyeShape.of({}, surface), MouthShape.of({}, surface))
