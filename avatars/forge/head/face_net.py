"""The one net of triangles that every face wears: made on the plain face, dense where a face is looked at, coarse under hair."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
from scipy.spatial import ConvexHull, cKDTree

from avatars.forge.head.eye_shape import EyeShape
from avatars.forge.head.face_rings import BLOCKS, COUNT, FaceRings, rows
from avatars.forge.head.mouth_shape import MouthShape
from avatars.forge.head.pose import NEUTRAL
from avatars.forge.head.surface import CENTRE, Array, HeadSurface, from_plane, smoothstep, to_plane, unit

Indices = npt.NDArray[np.int64]
_CANDIDATES = 26_000
_BACK_POLE = np.pi - 0.014
"""The texture's map ends here: a few vertices around a hole no wider than a straw, deep under the hair."""

_AROUND_POLE = 12


@dataclass(frozen=True)
class FaceNet:
    """Vertices in a fixed order: rings of left eye, right eye and mouth, free points, then the lids' rims and the inner lips."""

    rings: Array
    """Ring vertices (COUNT, 3) of the plain face."""
    free: Array
    """Free points (n, 3) on the featureless plain head."""
    triangles: Indices
    plane: Array
    """Every vertex on the azimuthal map of the plain head: the texture is painted there, for every face alike."""


@cache
def face_net() -> FaceNet:
    """The net."""
    surface = HeadSurface({})
    rings = FaceRings(EyeShape.of({}, surface), MouthShape.of({}, surface)).posed(NEUTRAL)
    seats = featureless(rings, surface)
    outer = [rows(seats, block)[-1] for block in BLOCKS]
    free = _free_points(surface, outer)
    plane = to_plane(unit(np.concatenate([seats, free]) - CENTRE))
    rims = [rows(plane, block)[0] for block in BLOCKS]
    return FaceNet(rings, free, _triangles(seats, free), np.concatenate([plane, *rims]))


def featureless(points: Array, surface: HeadSurface) -> Array:
    """Points of the front of the face, moved back onto the head without features."""
    return np.concatenate([points[:, :2], surface.base_front(points[:, 0], points[:, 1])[:, None]], axis=-1)


# --- where the free points lie ---------------------------------------------------------------------------------------------


def _spacing(points: Array) -> Array:
    """How far apart vertices may lie at places of the head, cm."""
    x, y, z = np.abs(points[:, 0]), points[:, 1], points[:, 2]
    ahead = smoothstep(-2.0, 3.0, z)
    face = 0.61 + 0.55 * smoothstep(12.5, 16.5, y) - 0.12 * smoothstep(3.2, 1.8, y)
    contour = np.exp(-(((x - 0.80 * 7.0) / 1.6) ** 2)) * smoothstep(9.5, 7.0, y)
    face = face - 0.08 * contour
    nose = np.exp(-((x / 1.25) ** 4) - ((y - 6.9) / 2.0) ** 4) * smoothstep(5.0, 7.0, z)
    face = face * (1 - nose) + 0.275 * nose
    behind = 2.25 - 0.85 * smoothstep(9.0, 5.5, y) - 0.35 * np.exp(-(((z - 0.0) / 2.5) ** 2)) * smoothstep(14.0, 11.0, y)
    under = smoothstep(1.0, 0.2, y - 0.28 * (4.5 - z).clip(0)) * smoothstep(4.6, 3.6, z)
    return np.asarray((face * ahead + behind * (1 - ahead)) * (1 - under) + 1.1 * under)


def _candidates(surface: HeadSurface) -> Array:
    """Places on her left half of the head, a spiral of equal areas."""
    number = np.arange(_CANDIDATES) + 0.5
    height = 1 - 2 * number / _CANDIDATES
    turn = np.pi * (1 + 5**0.5) * number
    flat = np.sqrt(1 - height**2)
    directions = np.stack([flat * np.cos(turn), flat * np.sin(turn), height], axis=-1)
    return surface.base(directions[directions[:, 0] > 0.004])


def _free_points(surface: HeadSurface, outer: list[Array]) -> Array:
    """The same on both sides of the face, and a line of points down its middle."""
    fixed = np.concatenate(outer)
    middle = _midline(surface)
    middle = middle[_clear(middle, outer)]
    found = _candidates(surface)
    wide = _spacing(found)
    usable = _clear(found, outer) & (found[:, 0] > 0.55 * wide) & (_angle(found) < _BACK_POLE - 0.46)
    found, wide = found[usable], wide[usable]
    fixed = np.concatenate([fixed, middle, _pole(surface)])
    apart = cKDTree(fixed).query(found)[0] > 0.80 * wide
    found, wide = found[apart], wide[apart]
    chosen: list[int] = []
    free = np.ones(len(found), dtype=bool)
    tree = cKDTree(found)
    for index in np.argsort(np.round(wide, 2), kind="stable"):
        if free[index]:
            chosen.append(int(index))
            free[tree.query_ball_point(found[index], 0.84 * wide[index])] = False
    half = _evened(surface, found[chosen], fixed, outer)
    return np.concatenate([middle, half, half * [-1, 1, 1], _pole(surface)])


def _evened(surface: HeadSurface, points: Array, fixed: Array, outer: list[Array]) -> Array:
    """Points pushed apart until the gaps between them are alike."""
    for _ in range(24):
        wide = _spacing(points)
        everything = np.concatenate([points, fixed, points * [-1, 1, 1]])
        distance, near = cKDTree(everything).query(points, k=9)
        distance, near = distance[:, 1:], near[:, 1:]
        push = np.maximum(0.0, 1.25 - distance / wide[:, None]) / np.maximum(distance, 1e-6)
        step = (push[..., None] * (points[:, None] - everything[near])).sum(axis=1) * 0.18 * wide[:, None]
        moved = surface.base(unit(points + step - CENTRE))
        fine = _clear(moved, outer) & (moved[:, 0] > 0.4 * wide) & (_angle(moved) < _BACK_POLE - 0.44)
        points = np.where(fine[:, None], moved, points)
    return points


def _midline(surface: HeadSurface) -> Array:
    """Points of the plane of symmetry, by the spacing."""
    angle = np.linspace(-_BACK_POLE + 0.5, _BACK_POLE - 0.5, 4000)
    line = surface.base(from_plane(np.stack([0 * angle, angle], axis=-1)))
    steps = np.linalg.norm(np.diff(line, axis=0), axis=1) / _spacing(line)[1:]
    way = np.concatenate([[0.0], np.cumsum(steps)])
    count = round(float(way[-1]))
    at = np.searchsorted(way, (np.arange(count) + 0.5) * way[-1] / count)
    return np.asarray(line[at])


def _pole(surface: HeadSurface) -> Array:
    """Rings around the far side of the map, where a long triangle would cut through the whole texture; the hole's is last."""
    turn = (np.arange(_AROUND_POLE) + 0.5) * 2 * np.pi / _AROUND_POLE
    around = np.stack([np.cos(turn), np.sin(turn)], axis=-1)
    return surface.base(from_plane(np.concatenate([(_BACK_POLE - before) * around for before in (0.36, 0.15, 0.0)])))


def _angle(points: Array) -> Array:
    """From the middle of the texture's map, radians."""
    return np.asarray(np.linalg.norm(to_plane(unit(points - CENTRE)), axis=-1))


def _clear(points: Array, outer: list[Array]) -> npt.NDArray[np.bool_]:
    """Which points keep off the rings: with none in the circle over a ring's edge, the edge is sure to be in the net."""
    fine = np.ones(len(points), dtype=bool)
    ahead = points[:, 2] > 0
    for ring in outer:
        after = np.roll(ring, -1, axis=0)
        reach = np.linalg.norm(after - ring, axis=1) * 0.56
        fine &= (np.linalg.norm(points[:, None] - (ring + after)[None] / 2, axis=2) > reach).all(axis=1)
        fine &= ~(_in_polygon(points[:, :2], ring[:, :2]) & ahead)
    return fine


# --- triangles -------------------------------------------------------------------------------------------------------------


def _triangles(seats: Array, free: Array) -> Indices:
    """Ring quads by construction, a hull around everything outside them, and the inward rims of lids and lips."""
    kept: list[Indices] = []
    outer: list[Indices] = []
    rims = COUNT + len(free)
    for block in BLOCKS:
        index = rows(np.arange(COUNT), block)
        rim = np.arange(rims, rims + index.shape[1])
        rims += index.shape[1]
        strip = _strip(np.concatenate([rim[None], index]))
        # by the whole ring: single slivers at the corners are too thin to tell which way they face
        kept.append(strip if _turns_left(seats[index[-1], :2]) else strip[:, ::-1])
        outer.append(index[-1])
    used = np.concatenate([*outer, np.arange(COUNT, COUNT + len(free))])
    points = np.concatenate([seats, free])
    directions = unit(points[used] - CENTRE)
    hull = used[ConvexHull(directions).simplices]  # on a sphere the hull is the Delaunay net
    kept.append(_outward(hull[~_inside(hull, points, outer, len(points))], points))
    return np.concatenate(kept)


def _inside(hull: Indices, points: Array, outer: list[Indices], count: int) -> npt.NDArray[np.bool_]:
    """Triangles that lie in an eye, in the mouth or over the hole at the back."""
    drop = np.asarray((hull >= count - _AROUND_POLE).all(axis=1))
    centres = points[hull].mean(axis=1)
    for ring in outer:
        drop |= np.isin(hull, ring).all(axis=1) & _in_polygon(centres[:, :2], points[ring, :2])
    return drop


def _outward(triangles: Indices, points: Array) -> Indices:
    corners = unit(points[triangles] - CENTRE)
    out = np.einsum("ij,ij->i", np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), corners.sum(axis=1))
    return np.where((out < 0)[:, None], triangles[:, ::-1], triangles)


def _strip(index: Indices) -> Indices:
    """Triangles between consecutive closed rows of indices."""
    a, b = index[:-1], index[1:]
    c, d = np.roll(b, -1, axis=1), np.roll(a, -1, axis=1)
    return np.concatenate([np.stack([a, b, c], axis=-1).reshape(-1, 3), np.stack([a, c, d], axis=-1).reshape(-1, 3)])


def _turns_left(loop: Array) -> bool:
    """Whether a closed loop (n, 2) runs counter-clockwise."""
    after = np.roll(loop, -1, axis=0)
    return bool(np.sum(loop[:, 0] * after[:, 1] - loop[:, 1] * after[:, 0]) > 0)


def _in_polygon(points: Array, polygon: Array) -> npt.NDArray[np.bool_]:
    """Even-odd rule."""
    inside = np.zeros(len(points), dtype=bool)
    for (x1, y1), (x2, y2) in zip(polygon, np.roll(polygon, -1, axis=0), strict=True):
        crosses = (y1 > points[:, 1]) != (y2 > points[:, 1])
        slope = (x2 - x1) / (y2 - y1) if y2 != y1 else 0.0
        inside ^= crosses & (points[:, 0] < x1 + (points[:, 1] - y1) * slope)
    return inside
