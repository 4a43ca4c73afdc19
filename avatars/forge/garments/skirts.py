"""Skirts of dresses: a grid round the body with flutes or pleats, its hem turned in, on a picture of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.interpolate import PchipInterpolator

from avatars.forge.charts import Chart, part, plain
from avatars.forge.cloth.canvas import Canvas
from avatars.forge.cloth.fold_shade import fold_shaded, plotted
from avatars.forge.hanging import hem_rig, hung
from avatars.forge.mesh_edit import joined
from avatars.forge.part import Made, Material
from avatars.forge.sdf.fields import ramp
from avatars.forge.sdf.meshing import Mesh
from avatars.forge.sdf.rings import sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from avatars.forge.part import Floats
    from avatars.forge.sdf.fields import Doubles

_MARGIN = 10.0


@dataclass(frozen=True, slots=True)
class Skirt:
    """`profile` rows (height, side, front, back) as of a block's trunk; `flutes` (share of the way round -.5 to .5 from the
    front, height) -> metres they stand out; `heights` of the rows from the waist down; the last is the hem."""

    profile: tuple[tuple[float, float, float, float], ...]
    flutes: Callable[[Doubles, Doubles], Doubles]
    heights: tuple[float, ...]
    columns: int = 64
    thickness: float = 0.0030
    size: int = 768
    lining: float = 0.06

    def radii(self, y: Doubles) -> Doubles:
        """Side, front and back at heights, (..., 3)."""
        rows = np.array(sorted(self.profile))
        found: Doubles = PchipInterpolator(rows[:, 0], rows[:, 1:])(np.clip(y, rows[0, 0], rows[-1, 0]))
        return found

    def surface(self, share: Doubles, y: Doubles, more: float = 0.0) -> Doubles:
        """Points at shares round it and heights."""
        angle = self.angles(share)
        r = self.radii(y)
        out = self.flutes(share, y) + more
        deep = np.where(np.cos(angle) > 0, r[..., 1], r[..., 2])
        # A little squarer than an ellipse, as hips are.
        k = (np.abs(np.sin(angle)) ** 2.2 + np.abs(np.cos(angle)) ** 2.2) ** (-1 / 2.2)
        return np.stack([(r[..., 0] + out) * np.sin(angle) * k, y + 0.0 * share, (deep + out) * np.cos(angle) * k], axis=-1)

    def angles(self, share: Doubles) -> Doubles:
        """Angles of shares by arc length of an ellipse."""
        t = np.linspace(-np.pi, np.pi, 721)
        speed = np.hypot(np.cos(t), 0.80 * np.sin(t))
        length = np.concatenate([[0.0], np.cumsum((speed[1:] + speed[:-1]) / 2)])
        found: Doubles = np.interp(share + 0.5, length / length[-1], t)
        return found

    def share(self, points: Doubles) -> Doubles:
        """The share round it of points (n,3)."""
        r = self.radii(points[:, 1])
        deep = np.where(points[:, 2] > 0, r[:, 1], r[:, 2])
        angle = np.arctan2(points[:, 0] / r[:, 0], points[:, 2] / deep)
        t = np.linspace(-np.pi, np.pi, 721)
        speed = np.hypot(np.cos(t), 0.80 * np.sin(t))
        length = np.concatenate([[0.0], np.cumsum((speed[1:] + speed[:-1]) / 2)])
        found: Doubles = np.interp(angle, t, length / length[-1]) - 0.5
        return found

    def girth(self, y: Doubles) -> Doubles:
        """Metres round it at heights, about."""
        r = self.radii(y)
        a, b = r[..., 0], (r[..., 1] + r[..., 2]) / 2
        round_: Doubles = np.pi * (3 * (a + b) - np.sqrt((3 * a + b) * (a + 3 * b)))
        return round_

    def relief(self, points: Doubles) -> Doubles:
        """How far the flutes stand out at points near it."""
        return self.flutes(self.share(points), points[:, 1])


def waves(
    count: int, waist: float, hem: float, top: float, low: float, wander: float = 0.9, phase: float = 0.0
) -> Callable[[Doubles, Doubles], Doubles]:
    """Soft flutes: `count` round, `waist` deep at height `top` and `hem` deep at `low`."""

    def flutes(share: Doubles, y: Doubles) -> Doubles:
        turn = 2 * np.pi * share + phase
        deep = waist + (hem - waist) * ramp(top, low, y) ** 1.2
        wave = np.cos(count * turn + wander * np.sin(2 * turn + 0.4) + wander * np.sin(3 * turn) * ramp(top, low, y))
        made: Doubles = deep * (wave - 0.18 * np.cos(2 * count * turn + 0.8))
        return made

    return flutes


def pleats(count: int, waist: float, hem: float, top: float, low: float) -> Callable[[Doubles, Doubles], Doubles]:
    """Knife pleats: a long face that rises, then turns under at once."""

    def flutes(share: Doubles, y: Doubles) -> Doubles:
        at = ((share + 0.5) * count) % 1.0
        rise = np.where(at < 0.80, at / 0.80, (1.0 - at) / 0.20)
        made: Doubles = (waist + (hem - waist) * ramp(top, low, y)) * (rise - 0.5)
        return made

    return flutes


def skirt_mesh(cut: Skirt) -> tuple[Mesh, Mesh, Doubles]:
    """Outside, hem with lining, and the outside's (share, height)."""
    share = np.linspace(-0.5, 0.5, cut.columns + 1)
    heights = np.array(cut.heights)
    ss, yy = np.meshgrid(share, heights)
    points = cut.surface(ss, yy)
    normals = _normals(cut, ss, yy)
    outer = sheet(points, normals, closed=False)
    hem = heights[-1]
    rows = [
        points[-1],
        points[-1] - normals[-1] * cut.thickness / 2 - np.array([0, cut.thickness / 2, 0]),
        points[-1] - normals[-1] * cut.thickness,
    ]
    up = cut.surface(share, np.full(len(share), hem + cut.lining)) - normals[-1] * (cut.thickness + 0.001)
    rows.append(up)
    turned = [normals[-1], np.tile([0.0, -1.0, 0.0], (len(share), 1)), -normals[-1], -normals[-1]]
    inside = sheet(np.stack(rows), np.stack(turned), closed=False)
    # Behind the lining one sees up inside: the reverse of the cloth.
    low = np.flatnonzero(heights < hem + 0.26)
    low = low if len(low) > 1 else np.arange(len(heights) - 2, len(heights))
    back = sheet((points - normals * cut.thickness)[low], -normals[low], closed=False)
    return outer, joined(inside, back), np.stack([ss.ravel(), yy.ravel()], axis=1)


def _normals(cut: Skirt, share: Doubles, y: Doubles) -> Doubles:
    h, g = 0.35 / cut.columns, 0.004
    across = cut.surface(share + h, y) - cut.surface(share - h, y)
    down = cut.surface(share, y - g) - cut.surface(share, y + g)
    normal = np.cross(down, across)
    unit: Doubles = normal / np.maximum(np.linalg.norm(normal, axis=-1, keepdims=True), 1e-9)
    return unit


def make_skirt_of(
    name: str,
    dyes: dict[str, str],
    cut: Skirt,
    paint: Callable[[Canvas, Skirt], None],
    strength: float = 0.9,
    material: Mapping[str, object] | None = None,
) -> tuple[Made, dict[str, dict[str, Floats]], dict[str, float]]:
    """The skirt with its bones, its masks and its scale. Front and back share a place."""
    outer, inside, places = skirt_mesh(cut)
    top, low = max(cut.heights), min(cut.heights)
    widest = float(cut.girth(np.array(cut.heights)).max()) / 2
    scale = min((cut.size - 2 * _MARGIN) / widest, (cut.size - 40.0) / (top - low))
    share, y = places[:, 0], places[:, 1]
    tri = outer.triangles
    front = np.abs(share[tri].mean(axis=1)) < 0.25

    def uv(of: Doubles, height: Doubles) -> Doubles:
        u = cut.size / 2 + of * cut.girth(height) * scale
        return np.stack([u, _MARGIN + (top - height) * scale], axis=1) / cut.size

    charts = []
    for here, away in ((front, 0.0), (~front, 0.5)):
        used, renamed = np.unique(tri[here], return_inverse=True)
        of = share[used] - away * np.sign(share[used])
        charts.append(Chart(Mesh(outer.positions[used], outer.normals[used], renamed.reshape(-1, 3)), uv(of, y[used])))
    plot = plotted(charts[:1], cut.size, cut.size)
    canvas = Canvas(plot, cut.size, dyes, lambda p: np.full(len(p), -1.0), -9.0)
    paint(canvas, cut)
    rows = canvas.size - 20
    for weights in canvas.zones.values():
        weights[rows:, -20:] = 0.0
    canvas.zones[next(iter(dyes))][rows:, -20:] = 1.0
    canvas.tone[rows:, -20:] = 0.74
    texture = fold_shaded(canvas.picture(), plot, lambda p: np.zeros(len(p)), cut.relief, strength, 0.0)
    spot = ((cut.size - 10) / cut.size, (cut.size - 10) / cut.size)
    look = {"shade": (0.74, 0.68, 0.76), "shift": 0.05, "soft": 0.10, "outline": 0.0007, "outline_colour": (0.30, 0.22, 0.24)}
    cloth = Material(name, texture=texture, **{**look, **(material or {})})  # type: ignore[arg-type]
    joints, springs = hem_rig()
    made = part(name, name, *charts, plain(inside, spot), weigh=hung)
    return Made((made,), (cloth,), joints, springs), {name: canvas.masks()}, {name: scale}


def hung_hem(c: Canvas, hem: float, rows: Sequence[float] = (0.022,)) -> None:
    """Stitches along a skirt's hem and its slightly darker turn-up."""
    for row in rows:
        c.stitches(c.y - hem - row, c.x, 0.87, 0.8)
    c.shade(0.94, 0.8 * ramp(rows[-1] + 0.001, rows[-1] - 0.001, c.y - hem))
