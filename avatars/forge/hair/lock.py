"""A lock of hair: a path through knots, and a lens-shaped section drawn along it.

Only the outer side is drawn where a lock lies on the head; what hangs freely gets a dark inner side of its own, so that
back faces can be culled. Head centimetres.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.interpolate import CubicSpline

from avatars.forge.hair.strands import COLUMNS, DEEP, Drawn, height_to_v
from avatars.forge.head.surface import Array, smoothstep, unit

SECTIONS = {
    "broad": np.array([(-1.0, 0.0), (-0.60, 0.68), (0.0, 1.0), (0.60, 0.68), (1.0, 0.0)]),
    "lens": np.array([(-1.0, 0.0), (-0.36, 0.90), (0.36, 0.90), (1.0, 0.0)]),
    "thin": np.array([(-1.0, 0.0), (0.0, 1.0), (1.0, 0.0)]),
}
"""Across and out, of half width and thickness, from her left edge of the lock to the right one."""
_CENTRE, _CALM = np.array([0.0, 10.5, -0.9]), np.array([8.2, 13.0, 9.6])
_FINE = 96


@dataclass(frozen=True, slots=True)
class Lock:
    """How one lock grows. Lengths in cm."""

    knots: Array
    """(n, 3), from the root to the tip."""
    held: int
    """How many knots lie on the skull and never swing."""
    width: float
    """Half of it."""
    thickness: float = 0.5
    section: str = "lens"
    rows: int = 11
    column: int = 0
    strands: int = 1
    """Columns of the texture it spans, and the first of them."""
    group: str = "sides"
    """Which chains it swings on."""
    wave: float = 0.0
    phase: float = 0.0
    turns: float = 1.4
    taper_from: float = 0.35
    """Where along its free part it begins to narrow."""
    taper: float = 2.2
    """2 narrows evenly, more keeps it full and ends in a round point."""
    root_width: float = 0.45
    tip: float = 0.03
    """Half width at the tip, of `width`."""
    bend: float = 9.5
    """Radius by which its section bends around the head; large is flat."""
    axis: Array | None = None
    """(n, 3) per knot: what the lock turns its inner side to (a tail's core); None is the head."""
    lining: bool = True
    """Whether its free part has an inner side."""
    closed: bool = False
    """Whether all of it has: for locks one sees under against the sky."""


def facing(points: Array) -> Array:
    """The way out of the head at points: that of an ellipsoid, level below the ears."""
    away = (points - _CENTRE) / _CALM**2
    away[..., 1] *= np.where(away[..., 1] < 0, 0.22, 1.0)
    return unit(away)


def path_of(lock: Lock) -> tuple[Array, Array, Array, Array]:
    """Points (rows, 3), unit vectors out and along, and how free each point is (0 on the skull, 1 at the tip)."""
    knots = np.asarray(lock.knots, dtype=np.float64)
    gone = np.concatenate([[0.0], np.cumsum(np.sqrt(np.linalg.norm(np.diff(knots, axis=0), axis=1)))])
    fine = np.linspace(0, gone[-1], _FINE)
    dense = CubicSpline(gone, knots, bc_type="natural")(fine)
    steps = np.linalg.norm(np.diff(dense, axis=0), axis=1)
    way = np.concatenate([[0.0], np.cumsum(steps)])
    begin = np.interp(gone[lock.held - 1], fine, way)
    bends = np.linalg.norm(np.diff(unit(np.diff(dense, axis=0)), axis=0), axis=1)
    cost = way / way[-1] + 0.9 * np.concatenate([[0.0, 0.0], np.cumsum(bends)]) / max(float(bends.sum()), 1e-6)
    t = np.interp(np.linspace(0, cost[-1], lock.rows), cost, fine)
    path = CubicSpline(gone, knots, bc_type="natural")(t)
    freedom = np.clip((np.interp(t, fine, way) - begin) / max(way[-1] - begin, 1e-6), 0, 1)
    out = facing(path)
    if lock.axis is not None:
        out = unit(path - np.stack([np.interp(t, gone, lock.axis[:, i]) for i in range(3)], axis=-1))
    along = unit(np.gradient(path, axis=0))
    side = unit(np.cross(out, along))
    swing = 2 * np.pi * lock.turns * freedom + lock.phase
    path = path + side * (lock.wave * (np.sin(swing) - np.sin(lock.phase)) * smoothstep(0, 0.3, freedom))[:, None]
    path = path + out * (0.6 * lock.wave * (np.cos(swing) - np.cos(lock.phase)) * freedom)[:, None]
    along = unit(np.gradient(path, axis=0))
    return path, unit(out - along * np.sum(out * along, axis=1, keepdims=True)), along, freedom


def draw(lock: Lock) -> Drawn:
    """The lock as a mesh."""
    path, out, along, freedom = path_of(lock)
    side = np.cross(out, along)
    progress = np.linspace(0, 1, lock.rows)
    end = np.clip((freedom - lock.taper_from) / (1 - lock.taper_from), 0, 1)
    narrow = np.maximum(1 - end**lock.taper, lock.tip)
    grown = lock.root_width + (1 - lock.root_width) * smoothstep(0.0, 0.35, progress)
    wide = lock.width * grown * narrow
    thick = lock.thickness * (0.15 + 0.85 * smoothstep(0.0, 0.42, progress)) * np.maximum(narrow, 0.04) ** 0.7
    section = SECTIONS[lock.section]
    outer = _rows(path, side, out, section, wide, thick, lock.bend)
    normals = _normals(outer, side, out, section, along)
    first = min(lock.column, COLUMNS - lock.strands)
    u = (first + lock.strands / 2 + (lock.strands / 2 - 0.05) * section[:, 0]) / COLUMNS
    sheets = [_sheet(outer, normals, u, freedom, path, outside=True)]
    hangs = np.flatnonzero(freedom > (-1.0 if lock.closed else 0.02))
    if (lock.lining or lock.closed) and len(hangs) > 1:
        rows = slice(max(hangs[0] - 1, 0), lock.rows)
        inner = outer[rows][:, [0, -1]]
        back = np.broadcast_to(-out[rows][:, None], inner.shape)
        sheets.append(
            _sheet(inner, back, np.array([DEEP + 0.2, DEEP + 0.8]) / COLUMNS, freedom[rows], path[rows], outside=False)
        )
    return Drawn.joined(sheets, lock.group)


def _rows(path: Array, side: Array, out: Array, section: Array, wide: Array, thick: Array, bend: float) -> Array:
    across = section[:, 0] * wide[:, None]
    depth = section[:, 1] * thick[:, None] - across**2 / (2 * bend)
    return np.asarray(path[:, None] + side[:, None] * across[..., None] + out[:, None] * depth[..., None])


def _normals(points: Array, side: Array, out: Array, section: Array, along: Array) -> Array:
    """Half the lock's own, half the head's: light runs calmly over the whole cut and still shows each lock."""
    own = unit(out[:, None] + side[:, None] * (0.95 * section[:, 0])[None, :, None])
    calm = facing(points)
    return unit(0.55 * own + 0.45 * calm)


def _sheet(points: Array, normals: Array, u: Array, freedom: Array, path: Array, outside: bool) -> Drawn:
    rows, around = points.shape[:2]
    v = height_to_v(points[..., 1])
    index = np.arange(rows * around).reshape(rows, around)
    a, b, c, d = index[:-1, :-1], index[:-1, 1:], index[1:, 1:], index[1:, :-1]
    triangles = np.concatenate([np.stack([a, d, c], axis=-1).reshape(-1, 3), np.stack([a, c, b], axis=-1).reshape(-1, 3)])
    return Drawn(
        points.reshape(-1, 3),
        normals.reshape(-1, 3),
        np.stack([np.broadcast_to(u, v.shape), v], axis=-1).reshape(-1, 2),
        triangles if outside else triangles[:, ::-1],
        np.repeat(path, around, axis=0),
        np.repeat(freedom, around),
    )
