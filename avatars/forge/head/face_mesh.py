"""The skin of the head as one mesh: rings around eyes and mouth, a net between them, and what a pose does to it."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.spatial import Delaunay, cKDTree

from avatars.forge.head import eye_shape
from avatars.forge.head.eye_shape import EyeShape, mirrored
from avatars.forge.head.mouth_shape import RINGS as MOUTH_RINGS
from avatars.forge.head.mouth_shape import MouthShape
from avatars.forge.head.pose import NEUTRAL, EyePose, FacePose
from avatars.forge.head.surface import CENTRE, Array, HeadSurface, from_plane, smoothstep, to_plane, unit

EYE_RINGS = (0.0, 0.15, 0.36, 0.68, 1.08)
"""Distances from the edge of the lids, cm."""
LID_WEIGHT = np.array([1.0, 0.93, 0.70, 0.32, 0.06])
"""How far each ring keeps to the ball and follows the lid."""
_NOSE_BOX = (1.35, 5.45, 9.2)


class FaceMesh:
    """Vertices in a fixed order: eye rings (left, right), mouth rings, free points, then the lids' rims and the inner lips."""

    def __init__(self, surface: HeadSurface, eyes: EyeShape, mouth: MouthShape) -> None:
        self.surface, self.eyes, self.mouth = surface, eyes, mouth
        ringed = self._ringed(NEUTRAL)
        ring_plane = self._place(ringed)
        free_plane = self._free_points(ring_plane)
        self._free = surface.skin(from_plane(free_plane))
        self._plane = np.concatenate([ring_plane, free_plane])
        self._on_skin = len(self._plane)
        self.triangles = self._net()
        self._posed: dict[FacePose, Array] = {}
        self.rest = self.evaluate(NEUTRAL)

    # --- rings -------------------------------------------------------------------------------------------------------

    def _eye_rings(self, pose: EyePose, side: int) -> Array:
        """(len(EYE_RINGS), 2 * SAMPLES - 2, 3): along the upper lid outward, back along the lower one."""
        rest = _outline(*self.eyes.lids(EyePose()))
        posed = _outline(*self.eyes.lids(pose))
        up, low = self.eyes.lids(EyePose())
        away = _outline(self.eyes.outward(up, 1.0), self.eyes.outward(low, -1.0))
        for _ in range(5):  # around the corners the directions must fan out evenly, or the rings fold
            away = unit(np.roll(away, 1, axis=0) + away * 1.5 + np.roll(away, -1, axis=0))
        squeeze = np.where(rest[:, 0] < 2.2, 0.75, 1.0)[:, None]
        rings = np.stack([rest + away * squeeze * d + (posed - rest) * w for d, w in zip(EYE_RINGS, LID_WEIGHT, strict=True)])
        return mirrored(self.eyes.lift(rings, LID_WEIGHT[:, None]), side)

    def _ringed(self, pose: FacePose) -> Array:
        eyes = [self._eye_rings(pose.left, 1).reshape(-1, 3), self._eye_rings(pose.right, -1).reshape(-1, 3)]
        upper, lower = self.mouth.ring_points(pose)
        around = np.concatenate([upper, lower[:, -2:0:-1]], axis=1)
        return np.concatenate([*eyes, around.reshape(-1, 3)])

    # --- the net between ---------------------------------------------------------------------------------------------

    def _free_points(self, ring_plane: Array) -> Array:
        """Points in concentric circles, dense on the face, sparse behind, none where rings are."""
        circles, angle = [np.zeros((1, 2))], 0.0
        while True:
            step = 0.056 if angle < 1.25 else 0.056 + 0.14 * float(smoothstep(1.25, 1.9, angle))
            angle += step
            if angle > np.pi - 0.05:
                break
            count = 2 * max(3, round(np.pi * min(angle, 2.6 * np.sin(angle) + 0.05) / step))
            turn = (np.arange(count) + 0.5) * 2 * np.pi / count
            circles.append(angle * np.stack([np.cos(turn), np.sin(turn)], axis=-1))
        circles.append(np.stack([np.cos(turn), np.sin(turn)], axis=-1) * (np.pi - 0.02))
        nose = self._nose_points()
        points = np.concatenate(circles)
        apart = cKDTree(nose).query(points)[0] > 0.022
        points = np.concatenate([points[apart], nose])
        spacing = np.where(np.hypot(*points.T) < 0.8, 0.026, 0.05)
        clear = (cKDTree(ring_plane).query(points)[0] > spacing) & ~self._within_rings(points, ring_plane)
        for block, rings in self._blocks():  # with no point in the circle over an edge, the edge is sure to be in the net
            outer = ring_plane[block].reshape(rings, -1, 2)[-1]
            after = np.roll(outer, -1, axis=0)
            reach = np.linalg.norm(after - outer, axis=1) * 0.52
            clear &= (np.linalg.norm(points[:, None] - (outer + after)[None] / 2, axis=2) > reach).all(axis=1)
        return np.asarray(points[clear])

    def _nose_points(self) -> Array:
        half, low, high = _NOSE_BOX
        x, y = np.meshgrid(np.arange(-half, half + 0.01, 0.245), np.arange(low, high, 0.24))
        xy = np.stack([x.ravel(), y.ravel()], axis=-1)
        return self._place(xy)

    def _place(self, points: Array) -> Array:
        """Places of the front view on the azimuthal map, by the featureless face: the texture is painted on the same one."""
        flat = np.concatenate([points[:, :2], self.surface.base_front(points[:, 0], points[:, 1])[:, None]], axis=-1)
        return to_plane(unit(flat - CENTRE))

    def _within_rings(self, points: Array, ring_plane: Array) -> npt.NDArray[np.bool_]:
        inside = np.zeros(len(points), dtype=bool)
        for block, rings in self._blocks():
            outer = ring_plane[block].reshape(rings, -1, 2)[-1]
            inside |= _in_polygon(points, outer)
        return inside

    def _blocks(self) -> list[tuple[slice, int]]:
        eye = len(EYE_RINGS) * (2 * eye_shape.SAMPLES - 2)
        mouth = len(MOUTH_RINGS) * (2 * len(self.mouth.across) - 2)
        return [
            (slice(0, eye), len(EYE_RINGS)),
            (slice(eye, 2 * eye), len(EYE_RINGS)),
            (slice(2 * eye, 2 * eye + mouth), len(MOUTH_RINGS)),
        ]

    def _net(self) -> npt.NDArray[np.int64]:
        """Ring quads by construction, Delaunay outside the rings, and the inward rims of lids and lips."""
        simplices = Delaunay(self._plane).simplices.astype(np.int64)
        centres = self._plane[simplices].mean(axis=1)
        drop = np.zeros(len(simplices), dtype=bool)
        kept: list[npt.NDArray[np.int64]] = []
        rims = self._on_skin
        for block, rings in self._blocks():
            index = np.arange(block.start, block.stop).reshape(rings, -1)
            outer = self._plane[index[-1]]
            drop |= _in_polygon(centres, outer)
            rim = np.arange(rims, rims + index.shape[1])
            rims += index.shape[1]
            strip = _strip(np.concatenate([rim[None], index]))
            # by the whole ring: single slivers at the corners are too thin to tell which way they face
            kept.append(strip if _area(outer).sum() > 0 else strip[:, ::-1])
        between = simplices[~drop]
        corners = self._plane[between]
        turned = _area(corners.transpose(1, 0, 2)).sum(axis=0) < 0
        between[turned] = between[turned][:, ::-1]
        return np.concatenate([*kept, between])

    # --- evaluation --------------------------------------------------------------------------------------------------

    def evaluate(self, pose: FacePose) -> Array:
        """Every vertex in a pose, centimetres (n, 3). Each pose is worked out once: do not write into the answer."""
        if pose not in self._posed:
            self._posed[pose] = self._evaluate(pose)
        return self._posed[pose]

    def _evaluate(self, pose: FacePose) -> Array:
        ringed = self._ringed(pose)
        free = self._free + self.mouth.skin_field(self._free, pose)
        rims = []
        for number, (block, rings) in enumerate(self._blocks()):
            edge = ringed[block].reshape(rings, -1, 3)[0]
            rims.append(self._lid_rim(edge, 1 - 2 * number) if number < 2 else self._inner_lip(edge))
        return np.concatenate([ringed, free, *rims])

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

    @property
    def plane(self) -> Array:
        """Every vertex on the azimuthal map, for the texture; rims take the place of their edge."""
        rims = [self._plane[block].reshape(rings, -1, 2)[0] for block, rings in self._blocks()]
        return np.concatenate([self._plane, *rims])

    def normals(self) -> Array:
        """Calm normals at rest: an ellipsoid and the smooth head, with more of the true shape near the nose. Poses keep them."""
        directions = from_plane(self.plane)
        x, y = self.rest[:, 0], self.rest[:, 1]
        true = self.surface.normals(directions)
        base = self.surface.normals(directions, reach=0.10, features=False)
        calm = self.surface.calm_normals(self.rest)
        near_nose = np.exp(-((x / 0.95) ** 2) - ((y - 6.6) / 0.85) ** 2) * smoothstep(0.5, 0.8, directions[:, 2])
        own = (0.10 + 0.02 * near_nose)[:, None]
        return unit(true * own + base * (1 - own) * 0.45 + calm * (1 - own) * 0.55)


def _outline(upper: Array, lower: Array) -> Array:
    return np.concatenate([upper, lower[-2:0:-1]])


def _strip(rows: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Triangles between consecutive closed rows of indices."""
    a, b = rows[:-1], rows[1:]
    c, d = np.roll(b, -1, axis=1), np.roll(a, -1, axis=1)
    return np.concatenate([np.stack([a, b, c], axis=-1).reshape(-1, 3), np.stack([a, c, d], axis=-1).reshape(-1, 3)])


def _area(loop: Array) -> Array:
    """Cross products along a closed loop (n, ..., 2): their sum is twice the area, positive if it runs counter-clockwise."""
    after = np.roll(loop, -1, axis=0)
    return loop[..., 0] * after[..., 1] - loop[..., 1] * after[..., 0]


def _in_polygon(points: Array, polygon: Array) -> npt.NDArray[np.bool_]:
    """Even-odd rule."""
    inside = np.zeros(len(points), dtype=bool)
    for (x1, y1), (x2, y2) in zip(polygon, np.roll(polygon, -1, axis=0), strict=True):
        crosses = (y1 > points[:, 1]) != (y2 > points[:, 1])
        slope = (x2 - x1) / (y2 - y1) if y2 != y1 else 0.0
        inside ^= crosses & (points[:, 0] < x1 + (points[:, 1] - y1) * slope)
    return inside
