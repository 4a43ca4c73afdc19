"""Cloth sewn onto a garment: strips along a line, belts, pockets, bows. All lie on the garment by its distance field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.interpolate import CubicSpline

from avatars.forge.garments.trims import curve, sheet
from avatars.forge.mesh_edit import keep
from avatars.forge.sdf.meshing import Mesh, gradient
from avatars.forge.sdf.rings import Ring, cast, normals_of, tube

if TYPE_CHECKING:
    from collections.abc import Sequence

    from avatars.forge.sdf.fields import Doubles, Field


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of trim: its outside, its back with the edges, and (row, column) shares of the outside's vertices."""

    face: Mesh
    back: Mesh
    shares: Doubles


def set_on(points: Doubles, ground: Field, room: float | Doubles) -> Doubles:
    """Points (..., 3) moved along the ground's slope until they lie `room` metres outside it."""
    flat = points.reshape(-1, 3).copy()
    want = np.broadcast_to(np.asarray(room, dtype=float), points.shape[:-1]).reshape(-1)
    for _ in range(5):
        slope = gradient(ground, flat)
        steep = np.maximum((slope**2).sum(axis=1), 0.25)
        move = ((want - ground(flat)) / steep)[:, None] * slope
        length = np.linalg.norm(move, axis=1, keepdims=True)
        flat += move * np.minimum(1.0, 0.03 / np.maximum(length, 1e-9))
    return flat.reshape(points.shape)


def cloth_of(grid: Doubles, thickness: float, ground: Field | None = None, solid: bool = True) -> Piece:
    """A sheet through a grid whose outside looks away from the ground (or, without one, as `trims.sheet` has it). What lies flat
    on its ground needs no reverse: `solid` False leaves only its edges."""
    flipped = False
    if ground is not None:
        across, down = np.gradient(grid, axis=1), np.gradient(grid, axis=0)
        normal = np.cross(down, across).reshape(-1, 3)
        away = gradient(ground, grid.reshape(-1, 3))
        flipped = float((normal * away).sum()) < 0
    face, back, shares = sheet(grid[:, ::-1] if flipped else grid, thickness)
    if flipped:
        shares = shares * np.array([1.0, -1.0]) + np.array([0.0, 1.0])
    if not solid:
        back = keep(back, np.arange(len(back.triangles)) >= len(face.triangles))
    return Piece(face, back, shares)


def front_points(ground: Field, places: Sequence[tuple[float, float]], face: float = 1.0) -> Doubles:
    """Points of the ground in front (or behind, `face` -1) of these places (x, y)."""
    at = np.array(places, dtype=float)
    origins = np.stack([at[:, 0], at[:, 1], np.full(len(at), -0.012)], axis=1)
    return cast(ground, origins, np.tile([0.0, 0.0, face], (len(at), 1)), 0.45)


def strip(
    path: Doubles,
    ground: Field,
    width: float | Doubles,
    room: float,
    thickness: float = 0.0022,
    rows: int = 3,
    shift: float = 0.0,
) -> Piece:
    """A band along a path (n,3) that lies on the ground; `shift` moves it across by a share of its width."""
    line = set_on(path, ground, 0.0)
    way = np.gradient(line, axis=0)
    normal = normals_of(ground, line)
    across = np.cross(normal, way)
    across /= np.maximum(np.linalg.norm(across, axis=1, keepdims=True), 1e-9)
    wide = np.broadcast_to(np.asarray(width, dtype=float), (len(line),))
    shares = np.linspace(-0.5, 0.5, rows) + shift
    grid = line[None] + across[None] * (shares[:, None] * wide[None])[..., None]
    return cloth_of(set_on(grid, ground, room), thickness, ground, solid=False)


def smooth_path(knots: Sequence[Sequence[float]], count: int) -> Doubles:
    """Points (count, 3) evenly along a smooth line through knots."""
    rows = np.asarray(knots, dtype=float)
    along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(rows, axis=0), axis=1))])
    path = CubicSpline(along, rows, axis=0)
    points: Doubles = path(np.linspace(0.0, along[-1], count))
    return points


def girdle(
    ground: Field,
    profile: Sequence[tuple[float, float]],
    centre: tuple[float, float] = (0.0, 0.0),
    columns: int = 36,
    tilt: float = 0.0,
    thickness: float = 0.003,
) -> Piece:
    """A belt or sash: rings of (height, metres off the ground) from above down; `tilt` lets the front hang lower by that much."""
    turn = np.linspace(-np.pi, np.pi, columns + 1)
    rows = []
    for y, room in profile:

        def raised(points: Doubles, room: float = room) -> Doubles:
            d: Doubles = ground(points) - room
            return d

        origin = np.tile([centre[0], y, centre[1]], (columns + 1, 1))
        origin[:, 1] -= tilt * np.cos(turn)
        way = np.stack([np.sin(turn), 0.0 * turn, np.cos(turn)], axis=1)
        rows.append(cast(raised, origin, way, 0.4))
    return cloth_of(np.stack(rows), thickness, ground, solid=False)


def armlet(
    ground: Field, sign: float, profile: Sequence[tuple[float, float]], around: int = 16, thickness: float = 0.003
) -> Piece:
    """A cuff: rings of (place along x, metres off the sleeve)."""
    turns = np.linspace(0.0, 2 * np.pi, around + 1)
    rows = []
    for x, room in profile:

        def raised(points: Doubles, room: float = room) -> Doubles:
            d: Doubles = ground(points) - room
            return d

        rows.append(tube(raised, [Ring((sign * x, 1.281, -0.020), (0.0, -1.0, 0.0), (0.0, 0.0, 1.0))], turns, 0.25)[0])
    return cloth_of(np.stack(rows), thickness, ground, solid=False)


def patch(
    ground: Field,
    centre: tuple[float, float],
    width: float,
    height: float,
    room: float = 0.0035,
    point: float = 0.0,
    columns: int = 5,
    rows: int = 5,
    face: float = 1.0,
    taper: float = 0.0,
    lean: float = 0.0,
    thickness: float = 0.0025,
) -> Piece:
    """A pocket or flap on the front (or behind): `point` how far its lower edge comes to a point, `taper` how much narrower it is
    below, `lean` how it slants with x. Its edges touch the ground."""
    u, v = np.meshgrid(np.linspace(-1, 1, columns), np.linspace(0, 1, rows))
    x = centre[0] + u * (width / 2) * (1.0 - taper * v)
    y = centre[1] + height / 2 - v * height - point * v * (1.0 - np.abs(u)) + lean * (x - centre[0])
    flat = front_points(ground, list(zip(x.ravel().tolist(), y.ravel().tolist(), strict=True)), face)
    inner = np.minimum(1 - np.abs(u), 1 - np.abs(2 * v - 1))
    raise_ = room * (0.55 + 0.45 * np.clip(inner * 4, 0, 1))
    grid = set_on(flat.reshape(rows, columns, 3), ground, raise_)
    return cloth_of(grid, thickness, ground, solid=False)


_LOOP = (
    (0.0, 0.000, 0.000, 0.25),
    (0.3, 0.50, 0.26, 0.75),
    (0.6, 1.0, 0.14, 0.75),
    (0.8, 0.88, -0.14, 0.9),
    (1.0, 0.06, 0.0, 0.55),
)
_END = ((0.0, 0.0, 0.00, 0.35), (0.35, 0.16, -0.28, 0.55), (0.7, 0.26, -0.64, 0.5), (1.0, 0.30, -1.0, 0.6))


def bow(
    ground: Field,
    knot: tuple[float, float],
    loop: float,
    end: float,
    width: float,
    face: float = 1.0,
    lift: float = 0.015,
    droop: float = 0.0,
) -> list[Piece]:
    """Two loops and two ends at a place (x, y) on the front: `loop` how far the loops reach, `end` how long the ends hang."""
    made: list[Piece] = []
    at = front_points(ground, [knot], face)[0]
    for side in (1.0, -1.0):
        for knots, size, long in ((_END, end, True), (_LOOP, loop, False)):
            if size <= 0:
                continue
            line = curve(knots, np.linspace(0, 1, 9))
            points = at + line * np.array([side * size, size, 0.0]) * (0.9 if side < 0 and long else 1.0)
            points[:, 1] -= 0.0 if long else droop * line[:, 0] ** 2
            spots = front_points(ground, [(float(p[0]), float(p[1])) for p in points], face)
            spots[:, 2] += face * line[:, 2] * lift * (0.6 if long else 1.0)
            grow = np.linspace(0.45, 1.1, 9) if long else 0.40 + 0.70 * np.sin(np.pi * np.linspace(0, 1, 9))
            wide = np.array([1.0, 0.0, 0.0]) if long else np.array([0.0, 1.0, 0.0])
            across = np.linspace(-0.5, 0.5, 4)
            grid = spots[None] + across[:, None, None] * (width * grow)[None, :, None] * wide
            # Cloth is round, not a board: the middle stands off.
            grid[1:3, :, 2] += face * 0.18 * width * np.sin(np.pi * np.linspace(0.05, 1, 9))
            made.append(cloth_of(grid, 0.0020, ground))
    x, y = np.meshgrid(np.linspace(-1, 1, 5), np.linspace(-1, 1, 4))
    half = width * 0.42
    flat = front_points(
        ground, [(knot[0] + a * half, knot[1] + b * half * 1.1) for a, b in zip(x.ravel(), y.ravel(), strict=True)], face
    )
    high = lift * 1.15 * np.sqrt(np.clip(1.0 - 0.80 * x.ravel() ** 2, 0, 1))
    flat[:, 2] += face * high
    made.append(cloth_of(flat.reshape(4, 5, 3), 0.004, ground))
    return made
