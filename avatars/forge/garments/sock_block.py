"""Socks and stockings: a foot that fits, a leg of even rings, a cuff that may fold over; ribs and knit are painted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from avatars.forge import anatomy
from avatars.forge.charts import Chart, part, wrapped
from avatars.forge.cloth.dyed import Dyed
from avatars.forge.foot import foot
from avatars.forge.mesh_edit import centres, joined, keep, mirrored, split
from avatars.forge.part import Made, Material
from avatars.forge.sdf.fields import ellipsoid, smin
from avatars.forge.sdf.meshing import mesh_of
from avatars.forge.sdf.rings import Ring, edge, even_angles, normals_of, sheet, tube
from avatars.forge.wardrobe.garment import Tailored
from avatars.forge.wardrobe.skin import limbs

if TYPE_CHECKING:
    from avatars.forge.cloth.paint import Image
    from avatars.forge.sdf.fields import Doubles, Field
    from avatars.forge.sdf.meshing import Mesh

ANKLE = 0.1005
"""Height at which the leg's rings begin."""
_FOOT = 0.26
"""Share of the picture's height below the leg's: the foot from the side, its toe on the left."""
_AXIS_Y = [row[0] for row in anatomy.LEG]
_AXIS_X = [row[3] for row in anatomy.LEG]
_AXIS_Z = [row[4] for row in anatomy.LEG]


@dataclass(frozen=True, slots=True)
class SockCut:
    """`ease` is how far the knit lies off the skin at points; `rings` heights of the leg's rings from the ankle up, none for a
    cuff alone; `foot` False for what ends at the ankle. `size` high and wide."""

    rings: tuple[float, ...]
    ease: Field
    dyes: Mapping[str, str]
    paint: Callable[[Dyed, Doubles, Doubles, Doubles], None]
    """Draws at shares round the leg (0 behind, 0.5 in front), heights, and 1 on the foot (there the share runs heel to toe)."""
    thickness: float = 0.0020
    foot: bool = True
    shape: Field | None = None
    """A foot of another form."""
    fall: float = 0.0
    around: int = 12
    size: tuple[int, int] = (384, 256)
    triangles: int = 230
    shade: tuple[float, float, float] = (0.76, 0.70, 0.77)
    rim: tuple[float, float, float] = (0.06, 0.06, 0.06)
    outline: tuple[float, float, float] = (0.34, 0.28, 0.28)
    seed: int = 3


def make_socks_of(name: str, cut: SockCut) -> Tailored:
    """Both socks."""
    low = cut.rings[0]
    body = limbs() if cut.foot else anatomy.legs()

    def knit(points: Doubles) -> Doubles:
        d: Doubles = body(points) - cut.ease(points)
        return d

    charts: list[Chart] = []

    def both(mesh: Mesh, uvs: Doubles) -> None:
        charts.append(Chart(joined(mesh, mirrored(mesh)), np.concatenate([uvs, uvs])))

    rings = [_ring(y, cut.fall) for y in cut.rings]
    points = tube(knit, rings, even_angles(cut.around) + np.pi / cut.around, 0.16)
    flat = points.reshape(-1, 3)
    turn, level = _round(flat), flat[:, 1]
    mesh, u, v = wrapped(sheet(points, normals_of(knit, points)), turn, level)
    top = cut.rings[-1]
    leg = 1.0 - (_FOOT if cut.foot else 0.0)
    both(mesh, np.stack([0.04 + 0.92 * u, (top - v) / (top - low) * (leg - 0.02) + 0.01], axis=1))
    up = np.array([0.0, 1.0, 0.0])
    rims = [edge(knit, points[-1], up, cut.thickness, 0.012)]
    if not cut.foot:
        rims.append(edge(knit, points[0], -up, cut.thickness, 0.012))
    rim = joined(*rims)
    both(rim, np.tile([0.5, 0.012], (len(rim.positions), 1)))
    if cut.foot:
        mesh = _foot(cut, low)
        p = mesh.positions
        down = (low + 0.004 - p[:, 1]) / (low + 0.006)
        uv = np.stack([0.02 + 0.96 * (p[:, 2] + 0.085) / 0.245, leg + 0.01 + down * (_FOOT - 0.02)], axis=1)
        both(mesh, np.clip(uv, [0.01, leg + 0.006], [0.99, 0.995]))
    picture, masks, metre = _painted(cut, low, top, leg)
    wool = Material(
        name, texture=picture, shade=cut.shade, shift=0.05, soft=0.11, rim=cut.rim, outline=0.0005, outline_colour=cut.outline
    )
    return Tailored(Made((part(name, name, *charts),), (wool,)), {name: masks}, {name: metre})


def _ring(y: float, fall: float) -> Ring:
    at = (float(np.interp(y, _AXIS_Y, _AXIS_X)), y, float(np.interp(y, _AXIS_Y, _AXIS_Z)))
    return Ring(at, (0.0, fall, 1.0), (1.0, 0.0, 0.0))


def _round(p: Doubles) -> Doubles:
    """0 behind, 0.5 in front."""
    x, z = np.interp(p[:, 1], _AXIS_Y, _AXIS_X), np.interp(p[:, 1], _AXIS_Y, _AXIS_Z)
    turn: Doubles = np.arctan2(p[:, 0] - x, p[:, 2] - z) / (2 * np.pi) + 0.5
    return turn


def _foot(cut: SockCut, low: float) -> Mesh:
    """The left foot up to the leg's first ring."""
    own = cut.shape or mitten()
    leg = anatomy.legs()

    def knit(points: Doubles) -> Doubles:
        # Socks bridge the gaps between toes.
        d: Doubles = smin(own(points), leg(points), 0.016) - cut.ease(points)
        return d

    mesh = mesh_of(knit, (0.03, -0.02, -0.12), (0.18, low + 0.03, 0.18), 0.0034, cut.triangles)
    mesh, value = split(mesh, mesh.positions[:, 1] - low - 0.0015)
    return keep(mesh, centres(mesh, value) < 0)


def _painted(cut: SockCut, low: float, top: float, leg: float) -> tuple[Image, dict[str, npt.NDArray[np.float32]], float]:
    c = Dyed(*cut.size, cut.dyes)
    on_foot = np.where(c.y > leg, 1.0, 0.0) if cut.foot else np.zeros((c.high, c.wide))
    share = np.where(on_foot > 0, (c.x - 0.02) / 0.96, (c.x - 0.04) / 0.92)
    below, above = (c.y - leg - 0.01) / (_FOOT - 0.02), (c.y - 0.01) / (leg - 0.02)
    height = np.where(on_foot > 0, low + 0.004 - below * (low + 0.006), top - above * (top - low))
    c.grain(1.2, 0.012, cut.seed)
    c.grain(20.0, 0.012, cut.seed + 1)
    cut.paint(c, share, height, on_foot)
    picture, masks = c.done()
    return picture, masks, c.wide * 0.92 / 0.27


def mitten() -> Field:
    """The foot with all toes under one smooth front, as knit has it."""
    bare = foot()
    front = ellipsoid((0.1050, 0.0150, 0.0960), (0.0340, 0.0140, 0.0520))

    def field(points: Doubles) -> Doubles:
        return smin(bare(points), front(points), 0.010)

    return field
