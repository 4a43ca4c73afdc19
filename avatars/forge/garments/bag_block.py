"""Bags made of rings: pouches of rounded section, ribbons laid on the body, and their material."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.interpolate import CubicSpline

from avatars.forge.charts import Chart, part
from avatars.forge.garments.lofts import Rect, surface
from avatars.forge.part import Joint, Made, Material, Spring
from avatars.forge.sdf.meshing import gradient
from avatars.forge.wardrobe.garment import Tailored

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from avatars.forge.cloth.dyed import Dyed
    from avatars.forge.sdf.fields import Doubles, Field


def rounded(a: Doubles, b: Doubles, power: float, count: int) -> tuple[Doubles, Doubles]:
    """A superellipse round the two half-widths (rows,): across and out (rows, count + 1), the seam at the back of `out`."""
    turn = np.linspace(-np.pi, np.pi, count + 1)
    s, c = np.sin(turn), np.cos(turn)
    x, z = np.sign(s) * np.abs(s) ** (2 / power), np.sign(c) * np.abs(c) ** (2 / power)
    return a[:, None] * x[None], b[:, None] * z[None]


def ribbon_on(guides: Sequence[Sequence[float]], ground: Field, room: float, wide: float, steps: int) -> Doubles:
    """A band (3, steps, 3) along guides, pulled onto the ground, `room` metres above it, its outside up."""
    rows = np.asarray(guides, dtype=float)
    share = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(rows, axis=0), axis=1))])
    line = CubicSpline(share, rows, axis=0)(np.linspace(0.0, share[-1], steps))
    line = _onto(line, ground, room)
    along = np.gradient(line, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    facing = gradient(ground, line, 0.004)
    facing /= np.maximum(np.linalg.norm(facing, axis=1, keepdims=True), 1e-9)
    beside = np.cross(facing, along)
    beside /= np.maximum(np.linalg.norm(beside, axis=1, keepdims=True), 1e-9)
    grid = np.stack([line + beside * wide / 2, line, line - beside * wide / 2])
    return _onto(grid.reshape(-1, 3), ground, room).reshape(grid.shape)


def _onto(points: Doubles, ground: Field, room: float) -> Doubles:
    for _ in range(6):
        slope = gradient(ground, points, 0.002)
        steep = np.maximum((slope**2).sum(axis=1, keepdims=True), 0.25)
        points = points - slope * np.clip(ground(points) - room, -0.02, 0.02)[:, None] / steep
    return points


def solid(grid: Doubles, rect: Rect) -> Chart:
    """The outside of closed rings (rows, count + 1, 3)."""
    return surface(grid, rect, closed=True)


def make_bag_of(
    name: str, charts: Sequence[Chart], picture: Dyed, metre: float,
    weigh: Callable[[Doubles], tuple[tuple[str, ...], Doubles]],
    rig: tuple[tuple[Joint, ...], tuple[Spring, ...]] = ((), ()),
    look: Mapping[str, tuple[float, float, float]] | None = None,
) -> Tailored:
    """The bag of these charts. `look`: shade, rim and outline colours where they differ."""
    texture, masks = picture.done()
    told = {"shade": (0.72, 0.64, 0.70), "rim": (0.08, 0.07, 0.07), "outline": (0.28, 0.20, 0.18), **(look or {})}
    material = Material(
        name, texture=texture, shade=told["shade"], shift=0.05, soft=0.09, rim=told["rim"], outline=0.0006,
        outline_colour=told["outline"],
    )
    joints, springs = rig
    return Tailored(Made((part(name, name, *charts, weigh=weigh),), (material,), joints, springs), {name: masks}, {name: metre})


def within(c: Dyed, rect: Rect) -> tuple[Doubles, Doubles, Doubles]:
    """1 on a place of the picture, and there 0..1 across and down."""
    left, top, right, low = rect
    u, v = (c.x - left) / (right - left), (c.y - top) / (low - top)
    e = 0.008
    inside = np.where((u > -e) & (u < 1 + e) & (v > -e) & (v < 1 + e), 1.0, 0.0)
    return inside, u, v
