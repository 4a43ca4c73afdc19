"""Trousers of any width and length, sewn of even rings: two legs, a waistband's edge, rounded hems with a lining."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from scipy.interpolate import PchipInterpolator

from avatars.forge.charts import Chart, part, plain, wrapped
from avatars.forge.cloth.dyed import Dyed
from avatars.forge.cloth.fold_shade import fold_shaded, plotted
from avatars.forge.cloth.folds import Fold, relief
from avatars.forge.garments.jeans import LAYOUT
from avatars.forge.garments.panels import Legs, leg_panels
from avatars.forge.mesh_edit import joined
from avatars.forge.part import Made, Material
from avatars.forge.sdf.fields import ellipsoid, loft, mirror, ramp, smax, smin
from avatars.forge.sdf.meshing import Mesh
from avatars.forge.sdf.rings import Ring, edge, even_angles, tube
from avatars.forge.skeleton import NAMES
from avatars.forge.wardrobe.garment import Tailored
from avatars.forge.weights import weights

if TYPE_CHECKING:
    from avatars.forge.cloth.paint import Image
    from avatars.forge.sdf.fields import Doubles, Field

Rows = tuple[tuple[float, float, float, float, float], ...]
HIPS: Rows = (
    # y, half-width, half-depth, centre x, centre z
    (0.735, 0.006, 0.040, 0.0, -0.004),
    (0.770, 0.016, 0.070, 0.0, -0.004),
    (0.805, 0.060, 0.082, 0.0, -0.005),
    (0.840, 0.1375, 0.090, 0.0, -0.008),
    (0.885, 0.1525, 0.103, 0.0, -0.010),
    (0.920, 0.1520, 0.103, 0.0, -0.008),
    (0.950, 0.1455, 0.098, 0.0, -0.005),
    (0.990, 0.1360, 0.089, 0.0, 0.000),
    (1.030, 0.1230, 0.081, 0.0, 0.003),
)
THIGH: Rows = (
    (0.660, 0.0730, 0.0780, 0.0895, -0.001),
    (0.760, 0.0815, 0.0870, 0.0825, -0.003),
    (0.860, 0.0790, 0.0910, 0.0810, -0.008),
    (0.910, 0.0690, 0.0810, 0.0780, -0.010),
)
"""The top of a leg of usual ease."""
SIDE = 768
TOP = 1.0
WAIST = 0.990
_HEIGHTS = (0.712, 0.674, 0.630, 0.582, 0.542, 0.510, 0.480, 0.450, 0.416, 0.366, 0.310, 0.254, 0.206, 0.166, 0.134)
_MARGIN = 10 / SIDE
_BLOCK = 0.5 - 2 * _MARGIN
_LEG = 0.985
EDGE = (0.5, 0.994)
CORD = (0.2, 0.994)
"""Spots of the texture for edges and lining, and for trims."""


@dataclass(frozen=True, slots=True)
class TrouserCut:
    """Rows of the left leg as `fields.loft` takes them, the hem's height, and strokes for its folds (both legs').

    `waves`: how far the cloth stands out besides (a pressed crease, pleats), from points with x folded to the left leg.
    """

    leg: Rows
    hem: float
    folds: tuple[Fold, ...] = ()
    hips: Rows = HIPS
    waves: Field | None = None
    join: float = 0.036
    around: int = 20
    thickness: float = 0.004
    heights: tuple[float, ...] = _HEIGHTS

    def layout(self) -> Legs:
        """Where the rings lie: those of the usual layout above the hem, and two at it."""
        low = tuple(y for y in self.heights if y > self.hem + 0.020)
        own = [(y, x, z) for y, _, _, x, z in self.leg if y < 0.60]
        axis = (*own, (0.660, 0.089, -0.001), (0.860, 0.076, -0.008), (1.030, 0.066, 0.0))
        return Legs(seat=LAYOUT.seat, leg=(*low, self.hem + 0.010, self.hem), axis=axis, around=self.around)

    def smooth(self) -> Field:
        """The outside without folds."""
        hips, leg = loft("y", self.hips, power=2.2), loft("y", self.leg)
        seat = mirror(ellipsoid((0.068, 0.866, -0.052), (0.0745, 0.0805, 0.0625)))

        def outer(points: Doubles) -> Doubles:
            side = points.copy()
            side[:, 0] = np.abs(side[:, 0])
            one = leg(side)
            # Wide legs meet in the middle: each keeps to its side.
            y = side[:, 1]
            one = np.where(y < 0.74, smax(one, 0.005 - side[:, 0] + 0.02 * ramp(0.66, 0.74, y), 0.020), one)
            d = smin(smin(hips(points), seat(points), 0.050), one, self.join)
            waved: Doubles = d - self.waves(side) if self.waves else d
            return waved

        return outer


Paint = Callable[[Dyed, "Doubles", "Doubles", "Doubles"], None]


@dataclass(frozen=True, slots=True)
class TrouserCloth:
    """`paint` draws at shares round a leg (0 the inner seam, 0.25 in front, 0.5 outside), heights, and 1 on the right leg."""

    dyes: Mapping[str, str]
    paint: Paint
    weave: tuple[float, float] = (0.020, 1.6)
    shade: tuple[float, float, float] = (0.74, 0.68, 0.76)
    rim: tuple[float, float, float] = (0.05, 0.05, 0.06)
    outline: tuple[float, float, float] = (0.30, 0.22, 0.22)
    folds: float = 0.9
    hollows: float = 0.65
    seed: int = 5
    trims: Callable[[Field], tuple[Chart, ...]] | None = None
    """More charts: a drawstring, a belt; given the outside with its folds."""
    spot: str = ""
    """The zone whose plain dye lies at `CORD`, for trims."""


def make_trousers_of(name: str, cut: TrouserCut, cloth: TrouserCloth) -> Tailored:
    """A pair of this cut and cloth."""
    smooth, folds = cut.smooth(), relief(cut.folds)

    def outside(points: Doubles) -> Doubles:
        lifted: Doubles = smooth(points) - folds(points)
        return lifted

    layout = cut.layout()
    legs, waist = leg_panels(outside, layout)
    charts = []
    for leg, right in zip(legs, (False, True), strict=True):
        mesh, u, v = wrapped(_calm(leg), round_leg(leg.positions, layout), leg.positions[:, 1])
        charts.append(Chart(mesh, leg_uv(u, v, right, cut.hem)))
    ends = [edge(outside, waist, np.array([0.0, 1.0, 0.0]), cut.thickness, 0.022)]
    for sign in (1.0, -1.0):
        ring = hem_ring(outside, layout, sign, cut.hem)
        ends.append(edge(outside, ring, np.array([0.0, -1.0, 0.0]), cut.thickness, min(0.035, 0.4 * cut.hem)))
    picture, masks, metre = _painted(cut, cloth)
    plot = plotted(charts, SIDE, SIDE)
    texture = fold_shaded(picture, plot, smooth, folds, cloth.folds, hollows=cloth.hollows, calm=_between, shadow=_under_shirt)
    trims = cloth.trims(outside) if cloth.trims else ()
    material = Material(
        name, texture=texture, shade=cloth.shade, shift=0.04, soft=0.09, rim=cloth.rim, outline=0.0006,
        outline_colour=cloth.outline,
    )
    pieces = (*charts, plain(joined(*ends), EDGE), *trims)
    return Tailored(Made((part(name, name, *pieces, weigh=over_shoes),), (material,)), {name: masks}, {name: metre})


def hem_ring(outside: Field, layout: Legs, sign: float, hem: float) -> Doubles:
    """Points (around,3) of a leg's lower end."""
    axis = np.array(layout.axis)
    x, z = (float(v) for v in PchipInterpolator(axis[:, 0], axis[:, 1:])(hem))
    ring = Ring((sign * x, hem, z), (-sign, 0.0, 0.0), (0.0, 0.0, 1.0))
    points: Doubles = tube(outside, [ring], even_angles(layout.around) + np.pi / layout.around, 0.2)[0]
    return points


def leg_uv(around: Doubles, height: Doubles, right: bool, hem: float) -> Doubles:
    """Places on the texture: the left leg has the left half; the picture ends at the hem."""
    u = _MARGIN + around * _BLOCK + (0.5 if right else 0.0)
    return np.stack([u, (TOP - height) / (TOP - hem + 0.004) * _LEG], axis=1)


def round_leg(p: Doubles, layout: Legs) -> Doubles:
    """0 on the inner seam, by the front to 0.5 on the outer; the jump lies inside the leg."""
    own = np.array([row for row in layout.axis if row[0] < 0.62])
    heights = [*own[:, 0], 0.62, 0.86, 1.0]
    centre = np.interp(p[:, 1], heights, [*own[:, 1], 0.0935, 0.080, 0.070])
    around: Doubles = (np.arctan2(np.abs(p[:, 0]) - centre, p[:, 2] + 0.008) / (2 * np.pi) + 0.25) % 1.0
    return around


def over_shoes(points: Doubles) -> tuple[tuple[str, ...], Doubles]:
    """Joint names and weights: like the body's, but hems hang from the shin and do not turn with the foot."""
    table = weights(points)
    for side in ("left", "right"):
        foot = [NAMES.index(f"{side}Foot"), NAMES.index(f"{side}Toes")]
        table[:, NAMES.index(f"{side}LowerLeg")] += table[:, foot].sum(axis=1)
        table[:, foot] = 0.0
    return NAMES, table


def _between(p: Doubles) -> Doubles:
    return ramp(0.66, 0.74, p[:, 1]) * (1 - ramp(0.83, 0.88, p[:, 1])) * (1 - ramp(0.04, 0.09, np.abs(p[:, 0])))


def _calm(mesh: Mesh) -> Mesh:
    """The arch between the legs faces the ground and would be one dark patch: there normals look straight out instead."""
    share = _between(mesh.positions)
    normals = mesh.normals * np.stack([1 - 0.7 * share, 1 - share, np.ones_like(share)], axis=1)
    return Mesh(mesh.positions, normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-6), mesh.triangles)


def _under_shirt(points: Doubles) -> Doubles:
    return 0.40 * ramp(0.880, 0.930, points[:, 1])


def _painted(cut: TrouserCut, cloth: TrouserCloth) -> tuple[Image, dict[str, npt.NDArray[np.float32]], float]:
    c = Dyed(SIDE, SIDE, cloth.dyes)
    right = np.where(c.x >= 0.5, 1.0, 0.0)
    around, height = (c.x - 0.5 * right - _MARGIN) / _BLOCK, TOP - c.y / _LEG * (TOP - cut.hem + 0.004)
    c.grain(0.9, cloth.weave[0], cloth.seed, cloth.weave[1])
    c.grain(22.0, 0.6 * cloth.weave[0], cloth.seed + 1)
    # A painter's first pass: lighter where legs round towards the viewer, deeper at the seams.
    front, behind = np.exp(-(((around - 0.25) / 0.14) ** 2)), np.exp(-(((around - 0.75) / 0.17) ** 2))
    c.tone(1.0 + (0.05 * (front + behind) - 0.05) * ramp(0.80, 0.72, height))
    cloth.paint(c, around, height, right)
    below = np.where(c.y > _LEG, 1.0, 0.0)
    c.tone(0.80, below * (np.abs(c.x - CORD[0]) > 0.06))
    if cloth.spot:
        c.lay(cloth.spot, below * (np.abs(c.x - CORD[0]) < 0.06))
    picture, masks = c.done()
    girth = float(np.interp(0.55, [r[0] for r in cut.leg], [np.pi * (r[1] + r[2]) for r in cut.leg]))
    return picture, masks, SIDE * _BLOCK / girth
