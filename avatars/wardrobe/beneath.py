"""How deep one layer lies beneath another, measured on the plain body.

Cloth is taken as samples of its outer side: linings and the turned rims of hems cover nothing. A point lies beneath it where the
nearest sample is right above it, not beside it, so that what lies past an edge is not covered.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from avatars.wardrobe.nearest import nearest

Floats = npt.NDArray[np.float32]
STEPS: Final = 96
"""Points looked at together: so many distances stay in the processor's cache."""
BODY: Final = 0.03
"""Metres between points of the body that are near enough to tell which way leads out of it."""
SPACING: Final = 0.010
"""Metres between samples at most."""
MOST_SPLIT: Final = 8
REACH: Final = 0.06
"""Metres from cloth within which all samples are looked at."""
FAR_REACH: Final = 0.26
"""Metres a leg may lie beneath a wide skirt."""
OUTSIDE: Final = 0.028
"""Metres skin may stand out of what should cover it."""
PUFFED: Final = 0.055
"""Metres cloth may: a full sleeve is pressed flat in a coat's."""
BESIDE: Final = 0.007
SLANT: Final = 0.35
"""Metres a point may lie beside the sample above it, and how much more a metre of depth."""
OUTWARDS: Final = 0.45
"""Cosine between cloth and body from which cloth faces out: rims of hems do not."""
UNCOVERED: Final = -128
STEP: Final = 0.0005
"""Metres of one step of a stored depth."""


@dataclass(frozen=True, slots=True)
class Shell:
    """The outer side of cloth: samples (s,3) and their unit normals (s,3)."""

    points: Floats
    normals: Floats


def covered(
    points: npt.NDArray[Any], normals: npt.NDArray[Any], positions: npt.NDArray[Any], cloth_normals: npt.NDArray[Any],
    triangles: npt.NDArray[Any],
) -> Floats:  # fmt: skip
    """How deep (n,) in metres skin `points` (n,3) with their `normals` lie beneath a garment, a mesh of `positions`,
    `cloth_normals` (v,3) and `triangles` (t,3); negative where the skin stands out of it, NaN where nothing covers it."""
    return depths(points, normals, outer(positions, cloth_normals, triangles, points, normals))


def outer(
    positions: npt.NDArray[Any], normals: npt.NDArray[Any], triangles: npt.NDArray[Any], body: npt.NDArray[Any],
    body_normals: npt.NDArray[Any],
) -> Shell:  # fmt: skip
    """The outer side of a mesh worn on a body of these points and normals (b,3)."""
    places, ways = np.asarray(positions, np.float32), np.asarray(normals, np.float32)
    faces = np.asarray(triangles).reshape(-1, 3)
    used = np.flatnonzero(np.bincount(faces.ravel(), minlength=len(places)))
    facing = np.zeros(len(places), np.float32)
    facing[used] = np.einsum("ij,ij->i", ways[used], outward(places[used], body, body_normals))
    return Shell(*_sampled(places, ways, faces[facing[faces].mean(axis=1) > OUTWARDS]))


def outward(points: npt.NDArray[Any], body: npt.NDArray[Any], body_normals: npt.NDArray[Any]) -> Floats:
    """The way out of the body (n,3) at points near it: the normal where the body is nearest."""
    some = _thinned(body, body_normals)
    at = _nearest_of_all(points, body[some])
    return np.asarray(body_normals[some][at], np.float32)


def _thinned(body: npt.NDArray[Any], normals: npt.NDArray[Any]) -> npt.NDArray[np.int64]:
    """A point of the body for each cell of `BODY` and each way it may face there."""
    cell = np.floor(np.asarray(body) / BODY).astype(np.int64) + (1 << 12)
    facing = (np.asarray(normals) > 0) @ np.array([1, 2, 4])
    key = (((cell[:, 0] << 13) + cell[:, 1] << 13) + cell[:, 2] << 3) + facing
    order = np.argsort(key, kind="stable")
    return np.asarray(order[np.diff(key[order], prepend=-1) != 0])


def _nearest_of_all(queries: npt.NDArray[Any], points: npt.NDArray[Any]) -> npt.NDArray[np.int64]:
    asked, given = np.asarray(queries, np.float32), np.asarray(points, np.float32)
    square = np.einsum("ij,ij->i", given, given)
    rows = [(square - 2.0 * (asked[i : i + STEPS] @ given.T)).argmin(axis=1) for i in range(0, len(asked), STEPS)]
    return np.concatenate(rows) if rows else np.zeros(0, np.int64)


def depths(points: npt.NDArray[Any], ways: npt.NDArray[Any], shell: Shell, outside: float = OUTSIDE) -> Floats:
    """How deep points (n,3) lie beneath a shell, as `covered`; `ways` (n,3) lead out of the body there, `outside` is how far
    they may stand out."""
    depth = np.full(len(points), np.nan, np.float32)
    if not len(shell.points):
        return depth
    low, high = shell.points.min(axis=0), shell.points.max(axis=0)
    here = np.asarray(points, np.float32)
    close = np.flatnonzero(((here > low - outside) & (here < high + outside)).all(axis=1))
    inside = _boxed(shell, here[close], REACH)
    at = nearest(here[close], inside.points, REACH)
    _measure(depth, close, at, here, ways, inside, OUTWARDS, BESIDE, -outside)
    # Legs hang far beneath a wide skirt: there a coarse look is enough, and inner thighs do not face the cloth at all.
    wide = close[np.isnan(depth[close]) & (here[close, 1] < 1.0)]
    if len(wide):
        coarse = _boxed(Shell(shell.points[::5], shell.normals[::5]), here[wide], FAR_REACH)
        far = nearest(here[wide], coarse.points, FAR_REACH)
        _measure(depth, wide, far, here, ways, coarse, -1.1, 0.012, 0.02)
    return depth


def _boxed(shell: Shell, points: Floats, reach: float) -> Shell:
    """The samples that lie anywhere near these points."""
    if not len(points):
        return Shell(shell.points[:0], shell.normals[:0])
    low, high = points.min(axis=0) - reach, points.max(axis=0) + reach
    near = ((shell.points > low) & (shell.points < high)).all(axis=1)
    return Shell(shell.points[near], shell.normals[near])


def _measure(
    depth: Floats, rows: npt.NDArray[np.int64], at: npt.NDArray[np.int64], points: Floats, ways: npt.NDArray[Any], shell: Shell,
    facing: float, beside: float, least: float,
) -> None:  # fmt: skip
    """Enter the depth of those rows whose nearest sample `at` lies above them."""
    rows, at = rows[at >= 0], at[at >= 0]
    up = shell.normals[at]
    way = shell.points[at] - points[rows]
    deep = np.einsum("ij,ij->i", way, up)
    aside = np.linalg.norm(way - deep[:, None] * up, axis=1)
    above = (aside <= beside + SLANT * np.abs(deep)) & (deep > least)
    above &= np.einsum("ij,ij->i", up, np.asarray(ways, np.float32)[rows]) > facing
    depth[rows[above]] = deep[above]


def _sampled(positions: Floats, normals: Floats, triangles: npt.NDArray[Any]) -> tuple[Floats, Floats]:
    """Points all over the triangles, about `SPACING` apart, with unit normals."""
    corners = positions[triangles]
    # Each side opposite to its corner; a triangle is cut across from the corner opposite to its shortest side.
    sides = np.linalg.norm(np.roll(corners, -1, axis=1) - np.roll(corners, 1, axis=1), axis=2)
    first = sides.argmin(axis=1)
    turned = np.take_along_axis(triangles, (first[:, None] + np.arange(3)) % 3, axis=1)
    rows = np.clip(np.ceil(sides.max(axis=1) / SPACING), 1, MOST_SPLIT).astype(np.int64)
    columns = np.clip(np.ceil(sides.min(axis=1) / SPACING), 1, MOST_SPLIT).astype(np.int64)
    places, ways = [np.zeros((0, 3), np.float32)], [np.zeros((0, 3), np.float32)]
    for code in sorted(set((rows * 64 + columns).tolist())):
        chosen = turned[rows * 64 + columns == code]
        weights = _middles(code // 64, code % 64)
        places.append((weights @ positions[chosen]).reshape(-1, 3))
        ways.append((weights @ normals[chosen]).reshape(-1, 3))
    every = np.concatenate(ways)
    every /= np.maximum(np.linalg.norm(every, axis=1, keepdims=True), 1e-9)
    return np.concatenate(places), every


def _middles(rows: int, columns: int) -> Floats:
    """Barycentric weights (n,3) of points in a triangle cut into rows from its first corner, each row into columns."""
    found = []
    for row in range(rows):
        t = (row + 0.6) / rows
        count = max(1, int(np.ceil(columns * t - 0.3)))
        found += [(1 - t, t * (1 - (i + 0.5) / count), t * (i + 0.5) / count) for i in range(count)]
    return np.array(found, np.float32)


def stored(depth: npt.NDArray[Any]) -> npt.NDArray[np.int8]:
    """Depths as whole steps of `STEP`, `UNCOVERED` for NaN: what a garment's file keeps."""
    steps = np.clip(np.round(np.nan_to_num(depth, nan=0.0) / STEP), -127, 127)
    return np.where(np.isnan(depth), UNCOVERED, steps).astype(np.int8)


def unpacked(steps: npt.NDArray[np.int8]) -> Floats:
    """The way back from `stored`."""
    return np.where(steps == UNCOVERED, np.nan, steps * np.float32(STEP)).astype(np.float32)


def fingerprint(points: npt.NDArray[Any]) -> str:
    """What tells one skin from another: a hash of its points (n,3), to a hundredth of a millimetre."""
    return hashlib.sha256(np.round(np.asarray(points, np.float64) * 1e5).astype("<i4").tobytes()).hexdigest()[:16]
