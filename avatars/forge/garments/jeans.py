"""Blue jeans with a leg that tapers to turn-ups, which show the pale inner side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.charts import Chart, part, plain, wrapped
from avatars.forge.cloth.denim import EDGE_SPOT, PALE_SPOT, denim_texture, leg_uv, turn_up_uv
from avatars.forge.cloth.fold_shade import fold_shaded, plotted
from avatars.forge.cloth.folds import relief
from avatars.forge.garments.creases import leg_folds
from avatars.forge.garments.panels import Legs, leg_panels
from avatars.forge.mesh_edit import joined
from avatars.forge.part import Made, Material
from avatars.forge.sdf.fields import ellipsoid, loft, mirror, ramp, smin
from avatars.forge.sdf.meshing import Mesh
from avatars.forge.sdf.rings import Ring, edge, even_angles, normals_of, sheet, tube

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles, Field

_HIPS = (
    # y, half-width, half-depth, centre x, centre z
    (0.735, 0.006, 0.040, 0.0, -0.004),
    (0.770, 0.016, 0.070, 0.0, -0.004),
    (0.805, 0.060, 0.082, 0.0, -0.005),
    (0.840, 0.1375, 0.090, 0.0, -0.008),
    (0.885, 0.1515, 0.102, 0.0, -0.010),
    (0.920, 0.1510, 0.102, 0.0, -0.008),
    (0.950, 0.1450, 0.097, 0.0, -0.005),
    (0.990, 0.1350, 0.088, 0.0, 0.000),
    (1.030, 0.1220, 0.080, 0.0, 0.003),
)
_LEG = (
    # y, half-width, half-depth, centre x, centre z
    (0.060, 0.0495, 0.0560, 0.100, -0.018),
    (0.120, 0.0495, 0.0560, 0.100, -0.018),
    (0.220, 0.0515, 0.0575, 0.099, -0.019),
    (0.320, 0.0545, 0.0605, 0.098, -0.018),
    (0.400, 0.0545, 0.0590, 0.097, -0.011),
    (0.470, 0.0545, 0.0575, 0.096, -0.001),
    (0.560, 0.0600, 0.0640, 0.095, 0.000),
    (0.660, 0.0705, 0.0755, 0.0890, -0.001),
    (0.760, 0.0810, 0.0865, 0.0825, -0.003),
    (0.860, 0.0790, 0.0910, 0.0810, -0.008),
    (0.910, 0.0690, 0.0810, 0.0780, -0.010),
)
LAYOUT = Legs(
    seat=(0.992, 0.970, 0.950, 0.922, 0.895, 0.868, 0.840, 0.812, 0.784),
    leg=(0.712, 0.680, 0.645, 0.606, 0.566, 0.532, 0.504, 0.478, 0.452, 0.424, 0.386, 0.336, 0.284,
         0.242, 0.212, 0.186, 0.163, 0.141, 0.118),
    axis=((0.060, 0.100, -0.018), (0.470, 0.096, -0.001), (0.660, 0.089, -0.001), (0.860, 0.076, -0.008), (1.030, 0.066, 0.0)),
)
_TURN_UP = (0.086, 0.136)
_THICKNESS = 0.004


def outer() -> Field:
    """The outside of the denim, without folds and turn-ups."""
    hips = loft("y", _HIPS, power=2.2)
    seat = mirror(ellipsoid((0.068, 0.866, -0.052), (0.074, 0.080, 0.062)))
    leg = loft("y", _LEG)

    def field(points: Doubles) -> Doubles:
        side = points.copy()
        side[:, 0] = np.abs(side[:, 0])
        return smin(smin(hips(points), seat(points), 0.050), leg(side), 0.034)

    return field


def _folded(smooth: Field, folds: Field) -> Field:
    def field(points: Doubles) -> Doubles:
        lifted: Doubles = smooth(points) - folds(points)
        return lifted

    return field


def round_leg(p: Doubles) -> Doubles:
    """Round each leg's own axis: 0 on the inner seam, 0.5 on the outer; the jump lies inside the leg."""
    centre = np.interp(p[:, 1], [0.0, 0.6, 0.86, 1.0], [0.100, 0.094, 0.080, 0.070])
    around: Doubles = (np.arctan2(np.abs(p[:, 0]) - centre, p[:, 2] + 0.008) / (2 * np.pi) + 0.25) % 1.0
    return around


def _between(p: Doubles) -> Doubles:
    """1 between the legs, 0 elsewhere."""
    return ramp(0.66, 0.74, p[:, 1]) * (1 - ramp(0.83, 0.88, p[:, 1])) * (1 - ramp(0.04, 0.09, np.abs(p[:, 0])))


def _calm(mesh: Mesh) -> Mesh:
    """The arch between the legs faces the ground and would be one dark patch: there normals look straight out instead."""
    p = mesh.positions
    share = _between(p)
    normals = mesh.normals * np.stack([1 - 0.7 * share, 1 - share, np.ones_like(share)], axis=1)
    return Mesh(p, normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-6), mesh.triangles)


def make_jeans(outfits: tuple[str, ...]) -> Made:
    """The jeans for these outfits."""
    folds = relief(leg_folds())
    cloth = _folded(outer(), folds)
    legs, waist = leg_panels(cloth, LAYOUT)
    charts = []
    for leg, right in zip(legs, (False, True), strict=True):
        mesh, u, v = wrapped(_calm(leg), round_leg(leg.positions), leg.positions[:, 1])
        charts.append(Chart(mesh, leg_uv(u, v, right)))
    upper = edge(cloth, waist, np.array([0.0, 1.0, 0.0]), _THICKNESS, 0.02)
    cuffs, rims = zip(*(_turn_up(cloth, right) for right in (False, True)), strict=True)
    denim = Material(
        "denim",
        texture=fold_shaded(denim_texture(), plotted(charts, 1024, 1024), cloth, folds, 1.0, hollows=0.7, calm=_between),
        shade=(0.70, 0.66, 0.80),
        shift=0.04,
        soft=0.09,
        rim=(0.05, 0.06, 0.09),
        outline=0.0006,
        outline_colour=(0.42, 0.40, 0.52),
    )
    pieces = (*charts, *cuffs, plain(joined(*rims), PALE_SPOT), plain(upper, EDGE_SPOT))
    return Made((part("jeans", "denim", *pieces, outfits=outfits),), (denim,))


def _turn_up(cloth: Field, right: bool) -> tuple[Chart, Mesh]:
    """The band of one leg, and its rounded edges."""

    def band(points: Doubles) -> Doubles:
        wave = 0.0012 * np.cos(3 * np.arctan2(np.abs(points[:, 0]) - 0.1, points[:, 2] + 0.018))
        d: Doubles = cloth(points) - 0.0055 - wave
        return d

    sign = -1.0 if right else 1.0
    # Lower behind than in front, as it hangs.
    rings = [Ring((sign * 0.100, y, -0.018), (-sign, 0.0, 0.0), (0.0, 0.06, 1.0)) for y in (_TURN_UP[1], _TURN_UP[0])]
    points = tube(band, rings, even_angles(LAYOUT.around) + np.pi / LAYOUT.around, 0.2)
    mesh, u, v = wrapped(sheet(points, normals_of(band, points)), *_flat(points))
    rims = joined(
        edge(band, points[0], np.array([0.0, 1.0, 0.0]), 0.006, 0.004),
        edge(band, points[-1], np.array([0.0, -1.0, 0.0]), 0.0095, 0.02),
    )
    return Chart(mesh, turn_up_uv(u, v, right)), rims


def _flat(points: Doubles) -> tuple[Doubles, Doubles]:
    p = points.reshape(-1, 3)
    return round_leg(p), p[:, 1] - 0.06 * (p[:, 2] + 0.018)
