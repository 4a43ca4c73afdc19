"""Collars: ribs and tubes round the neck, turned-down collars on a stand, lapels. All begin at the rim of a neckline."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.garments.strips import Piece, cloth_of
from avatars.forge.garments.trims import laid_on
from avatars.forge.sdf.fields import ramp
from avatars.forge.sdf.rings import normals_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from avatars.forge.sdf.fields import Doubles, Field

_AXIS_Z, _LEAN = -0.026, 0.26
"""z of the neck's middle at 1.34 m, and how it leans forward a metre of height."""
RIB = ((-0.0058, 0.0006), (-0.0040, 0.0050), (0.0060, 0.0058), (0.0145, 0.0030), (0.0120, -0.0020))
"""A ribbed neckband's section: metres into the opening and off the cloth."""


def band(
    rim: Doubles, ground: Field, section: Sequence[tuple[float, float]] = RIB, lift: float = 0.45, thickness: float = 0.002
) -> Piece:
    """A band along a rim (n,3): its `section` from the cloth into the opening; `lift` how much it turns up towards the neck."""
    normal = normals_of(ground, rim)
    way = np.gradient(rim, axis=0)
    into = np.cross(way, normal)
    into /= np.maximum(np.linalg.norm(into, axis=1, keepdims=True), 1e-9)
    axis = np.stack([np.zeros(len(rim)), rim[:, 1] + 0.05, np.full(len(rim), _AXIS_Z)], axis=1)
    into *= np.sign((into * (axis - rim)).sum(axis=1, keepdims=True))
    up = into + np.array([0.0, lift, 0.0])
    up /= np.linalg.norm(up, axis=1, keepdims=True)
    out = normal - up * (normal * up).sum(axis=1, keepdims=True)
    out /= np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9)
    rows = [rim + (up if along > 0 else into) * along + (out if along > 0 else normal) * off for along, off in section]
    return cloth_of(np.stack(rows), thickness, _away(ground))


def _away(ground: Field) -> Field:
    """Distances whose slope looks away from the neck's axis, also above the cloth."""

    def field(points: Doubles) -> Doubles:
        d: Doubles = np.hypot(points[:, 0], points[:, 2] - _AXIS_Z) - 0.05 + 0.0 * ground(points[:1])[0]
        return d

    return field


def neck_tube(
    section: Sequence[tuple[float, float]],
    ground: Field | None = None,
    columns: int = 30,
    radii: tuple[float, float] = (0.0535, 0.0555),
    fall: float = 0.30,
    lean: float = _LEAN,
    thickness: float = 0.0025,
    wave: float = 0.0015,
    room: float = 0.003,
) -> Piece:
    """A standing or rolled collar: `section` of (metres beyond the neck's radius, height) from inside up, over, down outside."""
    turn = np.linspace(-np.pi, np.pi, columns + 1)
    rows = []
    for grow, height in section:
        x = (radii[0] + grow) * np.sin(turn)
        z = _AXIS_Z + (height - 1.34) * lean + (radii[1] + grow) * np.cos(turn)
        y = height - fall * (z - _AXIS_Z) + wave * np.sin(2 * turn + 0.6)
        rows.append(np.stack([x, y, z], axis=1))
    grid = np.stack(rows)
    if ground is not None:
        half = len(rows) // 2
        grid[half:] = laid_on(grid[half:], ground, room)
    return cloth_of(grid, thickness, None if _outward(grid) else _flipping)


def _outward(grid: Doubles) -> bool:
    across, down = np.gradient(grid, axis=1), np.gradient(grid, axis=0)
    normal = np.cross(down, across)[-1]
    way = grid[-1] - np.array([0.0, 0.0, _AXIS_Z])
    return bool((normal * way * np.array([1.0, 0.0, 1.0])).sum() > 0)


def _flipping(points: Doubles) -> Doubles:
    d: Doubles = np.hypot(points[:, 0], points[:, 2] - _AXIS_Z)
    return d


def turned(
    rim: Doubles,
    ground: Field,
    *,
    stand: float = 0.028,
    leaf: float = 0.044,
    point: float = 0.030,
    spread: float = 0.034,
    open_: float = 0.0,
    room: float = 0.0035,
    thickness: float = 0.0022,
    roll: float = 0.008,
    closeness: float = 0.60,
) -> Piece:
    """A collar on a stand, folded over. `leaf`: how far it comes down behind; `point`: how much more in front; `spread`: how far
    its points lie out; `open_`: how far the front lies open; `closeness`: how near the stand comes to the neck."""
    count = len(rim)
    t = np.linspace(-1.0, 1.0, count)
    a = np.abs(t)
    centre = np.stack([np.zeros(count), rim[:, 1], np.full(count, _AXIS_Z)], axis=1)
    out = rim - centre
    reach = np.linalg.norm(out, axis=1, keepdims=True)
    out = out / np.maximum(reach, 1e-9)
    front = ramp(0.55, 1.0, a)[:, None]
    neck = 0.0545 + 0.010 * front
    inward = np.maximum(reach - neck, 0.0) * closeness
    height = stand * (1.0 - (0.30 + 0.50 * open_) * front)
    seam = rim - out * 0.001 + np.array([0.0, 0.001, 0.0])
    top = seam - out * inward * (1.0 - 0.7 * open_ * front) + np.array([0.0, 1.0, 0.0]) * height
    top[:, 2] += 0.006 * (1 - a) * (rim[:, 2] < -0.05)
    # The leaf's edge: behind it hides the seam, in front it runs out into the point.
    ahead = np.array([0.0, 0.0, 1.0])
    side = np.sign(-t)[:, None] * np.array([1.0, 0.0, 0.0]) * np.sign((rim[:, 0] * -t).sum())
    down = leaf + (point) * ramp(0.62, 1.0, a)
    edge = top + out * (0.012 + 0.30 * leaf) - np.array([0.0, 1.0, 0.0]) * (down * 0.92)[:, None]
    pull = ramp(0.70, 1.0, a)[:, None]
    edge = edge + pull * (side * spread + ahead * 0.016)
    rows = [seam, 0.5 * seam + 0.5 * top, top]
    for s in (0.10, 0.40, 0.72, 1.0):
        lifted = roll * np.sin(np.pi * min(1.0, s + 0.12))
        rows.append(top * (1 - s) + edge * s + out * lifted + np.array([0.0, 0.4 * lifted, 0.0]))
    grid = np.stack(rows)
    grid[3:] = laid_on(grid[3:], ground, room)
    return cloth_of(grid, thickness, _flipping)


def lapel(
    ground: Field,
    gap: Callable[[Doubles], Doubles],
    outline: Sequence[tuple[float, float]],
    room: float = 0.0060,
    thickness: float = 0.0024,
    roll: float = 0.008,
    drop: float = 0.018,
    columns: int = 5,
) -> tuple[Piece, Piece]:
    """Both lapels, left first: `outline` (height, x of the outer edge) from the notch down; `gap` half the opening's width."""
    heights, outer_x = np.array(outline).T
    inner = gap(heights)
    share = np.linspace(-0.04, 1.0, columns)
    x = inner[:, None] + share[None] * (outer_x - inner)[:, None]
    fall = np.linspace(0, 1, len(heights))[::-1] ** 3 * drop
    y = heights[:, None] - fall[:, None] * share[None]
    points = np.stack([x, y, np.full_like(x, 0.26)], axis=-1).reshape(-1, 3)
    for _ in range(70):
        points[:, 2] -= 0.8 * np.maximum(ground(points) - room, -0.01)
    grid = points.reshape(*x.shape, 3)
    grid[:, 0, 2] -= roll
    grid[:, 1:3, 2] += 0.0018 * np.sin(np.pi * np.linspace(0.1, 1.0, len(heights)))[:, None]
    other = grid * np.array([-1.0, 1.0, 1.0])
    return cloth_of(grid, thickness, ground), cloth_of(set_on_out(other, ground, room), thickness, ground)


def set_on_out(grid: Doubles, ground: Field, room: float) -> Doubles:
    """The other side's sheet where its own ground stands further out."""
    kept = grid.copy()
    kept[:, 1:] = laid_on(grid[:, 1:], ground, room * 0.8)
    return kept
