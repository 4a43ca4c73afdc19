"""A lock of hair: a path over the shell and into the air, and a lens-shaped section drawn along it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.interpolate import CubicSpline

from avatars.forge.hair.scalp import AXIS_Z, Scalp, slerp
from avatars.forge.head.surface import Array, smoothstep, unit

_BROAD = np.array([(-1.0, 0.0), (-0.78, 0.52), (-0.42, 0.86), (0.0, 1.0), (0.42, 0.86), (0.78, 0.52), (1.0, 0.0), (0.0, -0.35)])
_SECTION = np.array([(-1.0, 0.0), (-0.62, 0.62), (0.0, 1.0), (0.62, 0.62), (1.0, 0.0), (0.0, -0.40)])
"""Across and out, of half width and thickness."""
_THIN = np.array([(-1.0, 0.0), (0.0, 1.0), (1.0, 0.0)])
COLUMNS = 16
"""Strand columns of the hair texture."""
INNER = 2
"""The last of them are dark, for hair that lies below other hair."""
_HELD = 11
"""Knots of a path that lie on the skull."""
TOP, BOTTOM = 25.5, -6.5
"""Heights (cm) at the upper and lower edge of the texture."""


@dataclass(frozen=True, slots=True)
class Lock:
    """How one lock grows. Heights and widths in cm, azimuths in degrees."""

    root: tuple[float, float, float]
    """Where it leaves the part, head coordinates."""
    leave: tuple[float, float]
    """Azimuth and height where it leaves the skull."""
    free: tuple[tuple[float, float, float], ...]
    """Azimuth, height and distance outside the hair's body, down to the tip."""
    lift: float
    """Distance from the skull at `leave`."""
    width: float
    thickness: float = 0.5
    wave: float = 0.0
    phase: float = 0.0
    turns: float = 1.6
    rows: int = 14
    column: int = 0
    taper_from: float = 0.30
    """Where along its free part it begins to narrow."""
    strands: int = 1
    """Columns of the texture it spans."""
    bang: bool = False
    thin: bool = False
    root_width: float = 0.55


@dataclass(frozen=True, slots=True)
class Drawn:
    """A lock as a mesh, and for the rig each vertex's azimuth and how far along the free part it is (0 skull, 1 tip)."""

    points: Array
    normals: Array
    uvs: Array
    triangles: npt.NDArray[np.int64]
    azimuth: Array
    freedom: Array
    bang: bool


def path_of(lock: Lock, scalp: Scalp) -> tuple[Array, Array]:
    """Points (rows, 3) along a lock and how free each is."""
    start = unit(np.array(lock.root) - np.array([0.0, 10.5, -0.4]))
    end = scalp.direction(*lock.leave, lock.lift)
    share = np.linspace(0, 1, _HELD) ** 1.5
    offset = (
        0.56
        + 0.16 * smoothstep(0.0, 0.07, share)
        + 0.38 * smoothstep(0.0, 0.30, share)
        + (lock.lift - 1.10) * smoothstep(0.15, 0.95, share)
    )
    held = scalp.on_shell(slerp(start, end, share), offset)
    azimuths, heights, offsets = (np.array(column) for column in zip(*lock.free, strict=True))
    loose = scalp.around(azimuths, heights, lock.lift + offsets)
    knots = np.concatenate([held, loose])
    length = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(knots, axis=0), axis=1))])
    curve = CubicSpline(length, knots)
    places = np.linspace(0, length[-1], lock.rows)
    freedom = np.clip((places - length[_HELD - 1]) / max(length[-1] - length[_HELD - 1], 1e-6), 0, 1)
    return np.asarray(curve(places)), freedom


def draw(lock: Lock, scalp: Scalp) -> Drawn:
    """The mesh of a lock."""
    path, freedom = path_of(lock, scalp)
    t = np.linspace(0, 1, lock.rows)
    out = unit(path - np.array([0.0, 9.5, AXIS_Z]))
    out[:, 1] *= smoothstep(8.0, 18.0, path[:, 1])
    out = unit(out)
    along = unit(np.gradient(path, axis=0))
    side = unit(np.cross(out, along))
    swing = lock.wave * np.sin(2 * np.pi * lock.turns * freedom + lock.phase) * smoothstep(0.0, 0.35, freedom)
    path = (
        path
        + side * swing[:, None]
        + out * (0.60 * lock.wave * np.cos(2 * np.pi * lock.turns * freedom + lock.phase) * freedom)[:, None]
    )
    along = unit(np.gradient(path, axis=0))
    out = unit(out - along * np.sum(out * along, axis=1, keepdims=True))
    side = np.cross(out, along)
    return _loft(lock, path, out, side, freedom, t)


def _loft(lock: Lock, path: Array, out: Array, side: Array, freedom: Array, t: Array) -> Drawn:
    section = _THIN if lock.thin else _BROAD if lock.strands > 1 else _SECTION
    narrowing = 1 - np.clip((freedom - lock.taper_from) / (1 - lock.taper_from), 0, 1) ** 2.2
    wide = lock.width * (lock.root_width + (1 - lock.root_width) * smoothstep(0.0, 0.35, t)) * narrowing**0.9
    thick = lock.thickness * (0.35 + 0.65 * smoothstep(0.0, 0.3, t)) * np.maximum(narrowing, 0.02) ** 0.8
    across, height = section[:, 0], section[:, 1]
    points = (
        path[:, None]
        + side[:, None] * (across * wide[:, None])[..., None]
        + out[:, None] * (height * thick[:, None])[..., None]
    )
    lean = np.clip(across, -1, 1) * 0.85
    own = out[:, None] * np.where(height >= 0, 1.0, -0.6)[None, :, None] + side[:, None] * lean[None, :, None]
    round_head = unit(points - np.array([0.0, 10.5, AXIS_Z]))
    normals = unit(unit(own) * 0.60 + round_head * 0.40)
    # the back of a lock borrows the middle of its column, where the strands are darkest in the gaps
    first = min(lock.column % COLUMNS, COLUMNS - lock.strands)
    u = (first + lock.strands / 2 + (lock.strands / 2 - 0.06) * across) / COLUMNS
    v = (TOP - points[..., 1]) / (TOP - BOTTOM)
    uvs = np.stack([np.broadcast_to(u, v.shape), v], axis=-1)
    azimuth = np.degrees(np.arctan2(path[:, 0], path[:, 2] - AXIS_Z))
    around, rows = len(section), len(path)
    index = np.arange(rows * around).reshape(rows, around)
    a, b = index[:-1], index[1:]
    c, d = np.roll(b, -1, axis=1), np.roll(a, -1, axis=1)
    triangles = np.concatenate([np.stack([a, b, c], axis=-1).reshape(-1, 3), np.stack([a, c, d], axis=-1).reshape(-1, 3)])
    return Drawn(
        points.reshape(-1, 3),
        normals.reshape(-1, 3),
        uvs.reshape(-1, 2),
        triangles,
        np.repeat(azimuth, around),
        np.repeat(freedom, around),
        lock.bang,
    )
