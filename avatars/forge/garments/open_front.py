"""A top that is open in front: its neckline and front edges are one line, along which a band is knitted on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.interpolate import PchipInterpolator

from avatars.forge.garments.panels import Layout, sleeve_points, yoke_points
from avatars.forge.mesh_edit import joined
from avatars.forge.sdf.meshing import Mesh
from avatars.forge.sdf.rings import Ring, cast, edge, normals_of, patch, sheet, tube

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles, Field


@dataclass(frozen=True, slots=True)
class OpenFront:
    """The line of the left edge: `front` rows (height, distance from the middle) below the yoke's lowest ring, `neck` points
    near it from there to the middle behind. `band`: how wide the band is, in metres."""

    front: tuple[tuple[float, float], ...]
    neck: tuple[tuple[float, float, float], ...]
    band: float = 0.036
    steps: int = 15
    """Points of the neck's line on each side."""


@dataclass(frozen=True, slots=True)
class OpenTop:
    """The pieces. `band` has `band_uv` (metres along, 0 at the edge to 1 across); `inside`: edges and lining."""

    trunk: Mesh
    sleeves: tuple[Mesh, Mesh]
    band: Mesh
    band_uv: Doubles
    inside: Mesh


def open_panels(field: Field, layout: Layout, line: OpenFront, thickness: float, lining: tuple[float, float]) -> OpenTop:
    """Cut the top; `lining` metres at hem and cuffs."""
    under = line.band * 0.5
    trunk = _trunk(field, layout, line, under)
    sleeves = [sleeve_points(field, layout, sign) for sign in (1.0, -1.0)]
    neck = _neck(field, layout, line, under, trunk)
    border = np.concatenate([trunk[-1], neck[1:-1]])
    inner = yoke_points(field, layout, _all_round(layout), [border, neck, *sleeves_ends(sleeves)])
    yoke = patch(field, layout.middle, border, sleeves_ends(sleeves), inner)
    left, right = (sheet(points, normals_of(field, points)) for points in sleeves)
    band, band_uv, back = _band(field, layout, line, thickness)
    inside = joined(
        edge(field, trunk[0], np.array([0.0, -1.0, 0.0]), thickness, lining[0], closed=False),
        edge(field, sleeves[0][-1], np.array([1.0, 0.0, 0.0]), thickness, lining[1]),
        edge(field, sleeves[1][-1], np.array([-1.0, 0.0, 0.0]), thickness, lining[1]),
        back,
    )
    return OpenTop(joined(sheet(trunk, normals_of(field, trunk), closed=False), yoke), (left, right), band, band_uv, inside)


def sleeves_ends(sleeves: list[Doubles]) -> list[Doubles]:
    """The first rings, where the sleeves begin."""
    return [points[0] for points in sleeves]


def _all_round(layout: Layout) -> Doubles:
    turns: Doubles = (np.arange(layout.columns) + 0.5) / layout.columns * 2 * np.pi
    return turns


def _gap(line: OpenFront, y: Doubles | float) -> Doubles:
    rows = np.array(sorted(line.front))
    return np.asarray(PchipInterpolator(rows[:, 0], rows[:, 1])(y))


def _front(field: Field, y: float, x: float, middle: float) -> Doubles:
    found: Doubles = cast(field, np.array([[x, y, middle]]), np.array([[0.0, 0.0, 1.0]]), 0.4)[0]
    return found


def _trunk(field: Field, layout: Layout, line: OpenFront, under: float) -> Doubles:
    """Rows from the hem up, each from the left front edge round the back to the right one."""
    middle = layout.middle[2]
    rows = []
    for y in layout.trunk:
        x = float(_gap(line, y)) + under
        ends = [np.arctan2(p[0], p[2] - middle) for p in (_front(field, y, x, middle), _front(field, y, -x, middle))]
        first, last = ends[0], ends[1] + 2 * np.pi
        at = np.linspace(0, 2 * np.pi, 721)
        speed = np.hypot(np.cos(at), layout.depth * np.sin(at))
        length = np.concatenate([[0.0], np.cumsum((speed[1:] + speed[:-1]) / 2)])
        # Arc length along an ellipse: columns lie evenly.
        def to_round(turn: float) -> float:
            return float(np.arctan2(np.sin(turn) * layout.depth, np.cos(turn)) % (2 * np.pi))

        low, high = (np.interp(to_round(turn), at, length) for turn in (first, last))
        round_ = np.interp(np.linspace(low, high, layout.columns), length, at)
        turns = np.arctan2(np.sin(round_), layout.depth * np.cos(round_)) % (2 * np.pi)
        turns[0], turns[-1] = first, last
        rows.append(tube(field, [Ring((0.0, y, middle), (0.0, 0.0, 1.0), (1.0, 0.0, 0.0))], turns)[0])
    return np.stack(rows)


def _neck(field: Field, layout: Layout, line: OpenFront, under: float, trunk: Doubles) -> Doubles:
    """The neckline under the band from the right front edge round the neck to the left one, ends on the trunk."""
    half = _neck_line(field, layout, line, under)
    left = np.concatenate([trunk[-1, :1], half])
    right = np.concatenate([trunk[-1, -1:], half[:-1] * np.array([-1.0, 1.0, 1.0])])
    right[1:] = _onto(field, layout, right[1:])
    return np.concatenate([right, left[::-1]])


def _neck_line(field: Field, layout: Layout, line: OpenFront, under: float) -> Doubles:
    """Points of the left half above the trunk's top row, the last in the middle behind."""
    knots = np.array(line.neck)
    # Outwards from the opening, level with the body.
    start = np.array([float(_gap(line, layout.trunk[-1])), layout.trunk[-1], 0.11])
    knots = np.concatenate([start[None], knots])
    along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(knots, axis=0), axis=1))])
    path = PchipInterpolator(along, knots, axis=0)
    points = path(np.linspace(0, along[-1], line.steps + 1)[1:])
    way = np.gradient(points, axis=0)
    away = points - np.array([0.0, 0.0, -0.030])
    away[:, 1] = 0.0
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    away /= np.linalg.norm(away, axis=1, keepdims=True)
    # In front the edge runs upright and the band lies beside it; round the neck it lies outside.
    beside = np.array([1.0, 0.0, 0.0]) * np.abs(way[:, 1:2]) + away * (1 - np.abs(way[:, 1:2]))
    beside /= np.linalg.norm(beside, axis=1, keepdims=True)
    moved = _onto(field, layout, points + beside * under)
    moved[-1, 0] = 0.0
    return moved


def _onto(field: Field, layout: Layout, points: Doubles) -> Doubles:
    middle = np.asarray(layout.middle)
    return cast(field, np.broadcast_to(middle, points.shape), points - middle, 0.4)


def _band(field: Field, layout: Layout, line: OpenFront, thickness: float) -> tuple[Mesh, Doubles, Mesh]:
    """The band from the left hem up, round the neck and down to the right hem; and its back and edges."""
    lifted = 0.003

    def raised(points: Doubles) -> Doubles:
        d: Doubles = field(points) - lifted
        return d

    lines = []
    for under in (0.0, line.band * 0.5, line.band):
        middle = layout.middle[2]
        low = [_front(raised, y, float(_gap(line, y)) + under, middle) for y in layout.trunk]
        half = np.concatenate([low, _neck_line(raised, layout, line, under)])
        other = _mirrored(raised, layout, half)
        lines.append(np.concatenate([half, other[-2::-1]]))
    grid = np.stack(lines)
    normals = normals_of(raised, grid)
    along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(grid[1], axis=0), axis=1))])
    across = np.linspace(0.0, 1.0, 3)
    uv = np.stack([np.broadcast_to(along, grid.shape[:2]), np.broadcast_to(across[:, None], grid.shape[:2])], axis=-1)
    out, back = grid[0] - grid[1], grid[2] - grid[1]
    rims = joined(
        edge(raised, grid[0], out, thickness + lifted, line.band * 0.9, closed=False),
        edge(raised, grid[2], back, lifted + 0.002, 0.004, closed=False),
        edge(raised, grid[:, 0], np.array([0.0, -1.0, 0.0]), thickness + lifted, 0.03, closed=False),
        edge(raised, grid[:, -1], np.array([0.0, -1.0, 0.0]), thickness + lifted, 0.03, closed=False),
    )
    return sheet(grid, normals, closed=False), uv.reshape(-1, 2), rims


def _mirrored(field: Field, layout: Layout, half: Doubles) -> Doubles:
    """The right edge: the left one mirrored, on the right side's own surface."""
    low = len(layout.trunk)
    other: Doubles = half * np.array([-1.0, 1.0, 1.0])
    for i in range(low):
        other[i] = _front(field, float(other[i, 1]), float(other[i, 0]), layout.middle[2])
    other[low:] = _onto(field, layout, other[low:])
    return other
