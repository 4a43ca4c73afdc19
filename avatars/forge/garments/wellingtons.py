"""Teal rubber boots with a cream band, and slim navy trousers tucked into them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge import anatomy
from avatars.forge.charts import Chart, part, plain
from avatars.forge.cloth.fold_shade import plotted
from avatars.forge.cloth.paint import finish, mix
from avatars.forge.cloth.shoes import Canvas, sole_strip, sole_uv, spot, upper_uv
from avatars.forge.garments.cut import Cut, sewn
from avatars.forge.garments.shaft import below, places, shaft, stacked
from avatars.forge.garments.shoe import MIDDLE_X, MIDDLE_Z, across, sole
from avatars.forge.mesh_edit import centres, joined, keep, mirrored
from avatars.forge.part import Made, Material
from avatars.forge.sdf.fields import bump, cone, ellipsoid, ramp, union
from avatars.forge.sdf.rings import Ring, even_angles, normals_of, sheet, tube

if TYPE_CHECKING:
    from avatars.forge.cloth.fold_shade import Plot
    from avatars.forge.cloth.paint import Colour, Image
    from avatars.forge.sdf.fields import Doubles, Field
    from avatars.forge.sdf.meshing import Mesh

RUBBER, BAND, SOLE = (0.155, 0.395, 0.410), (0.945, 0.905, 0.835), (0.880, 0.720, 0.480)
_LINING = (0.760, 0.700, 0.620)
_LOW, _HIGH = (0.02, -0.01, -0.13), (0.19, 0.36, 0.19)
_ANKLE, _BAND, _TOP = 0.122, 0.276, 0.300
_FALL = 0.06

_SHAPE = union(
    0.030,
    cone((0.098, 0.036, -0.048), (0.0985, 0.110, -0.034), 0.0345, 0.0365),
    cone((0.098, 0.080, -0.026), (0.0970, 0.360, -0.020), 0.0430, 0.0680),
    cone((0.099, 0.068, 0.000), (0.1040, 0.037, 0.085), 0.0395, 0.0340),
    cone((0.100, 0.036, -0.010), (0.1040, 0.034, 0.075), 0.0345, 0.0380),
    ellipsoid((0.1045, 0.034, 0.096), (0.0400, 0.0325, 0.066)),
)


def _shape(points: Doubles) -> Doubles:
    x, y, z = points[:, 0], points[:, 1], points[:, 2]
    # Rubber buckles at the ankle.
    turn = np.arctan2(x - 0.098, z + 0.02)
    buckle = 0.0026 * bump(0.118, 0.022, y) * np.cos(y * 230 + 0.9 * np.cos(turn)) * (0.65 + 0.35 * np.cos(turn))
    band = 0.0018 * ramp(_BAND - 0.001, _BAND + 0.001, y - _FALL * (z + 0.022))
    return _SHAPE(points) - buckle - band


def _ankle(points: Doubles) -> Doubles:
    return points[:, 1] - _ANKLE - 0.002


def _sole(points: Doubles) -> Doubles:
    return 0.014 - points[:, 1]


def _paint(plot: Plot, rubber: Colour = RUBBER, band: Colour = BAND, sole_colour: Colour = SOLE) -> Image:
    c = Canvas(plot, (MIDDLE_Z, MIDDLE_X), rubber, 71)
    c.tone(0.74, 0.8 * ramp(0.040, 0.018, c.y))
    # Rubber shines over the toe.
    c.tone(1.34, 0.50 * bump(0.100, 0.012, c.z) * bump(0.012, 0.009, c.a))
    fold = np.sin(c.y * 230 + 0.9)
    c.tone(0.78, 0.55 * bump(0.118, 0.020, c.y) * ramp(0.2, -0.8, fold))
    c.tone(1.14, 0.55 * bump(0.118, 0.020, c.y) * ramp(0.2, 0.9, fold))
    c.layer(np.minimum(-0.058 - c.z, 0.12 - c.y), None, (), 0.5)
    strip = sole_strip(((0.0065, sole_colour), (0.0135, sole_colour), (0.0215, band), (0.04, rubber)), 0.03, None)
    return c.done(strip, band, _LINING)


def _paint_shaft(rubber: Colour = RUBBER, band: Colour = BAND) -> Image:
    turn, y = places(0.10, _TOP + 0.002)
    picture = np.broadcast_to(np.asarray(rubber), (*y.shape, 3)).copy()
    picture = mix(picture, picture * 1.34, 0.55 * bump(0.40, 0.018, turn) + 0.30 * bump(0.60, 0.03, turn))
    picture = mix(picture, picture * 0.74, 0.7 * ramp(0.22, 0.02, turn) + 0.7 * ramp(0.78, 0.98, turn))
    picture = mix(picture, picture * 0.78, 0.5 * bump(0.125, 0.010, y))
    picture = mix(picture, picture * 0.62, 0.8 * bump(_BAND - 0.001, 0.0030, y))
    cover = ramp(_BAND - 0.0008, _BAND + 0.0008, y)
    picture = mix(picture, band, cover)
    shade = ramp(_BAND + 0.008, _BAND, y) + 0.6 * ramp(0.25, 0.0, np.minimum(turn, 1 - turn))
    return finish(mix(picture, picture * 0.86, cover * shade))


def make_wellingtons(outfits: tuple[str, ...]) -> Made:
    """The pair for these outfits."""
    outer = sewn(Cut(_shape, (_ankle, _sole), 0.005, _LOW, _HIGH, 0.0028, 640, lining=0.0)).outside
    half = keep(outer, centres(outer, across(outer.positions)) > -0.002)
    foot = _paint(plotted([Chart(half, upper_uv(half.positions, across(half.positions)))], 512, 512))
    heights = (_ANKLE - 0.004, 0.150, 0.185, 0.220, 0.252, _BAND - 0.0012, _BAND + 0.0012, _TOP)
    tall, rim = shaft(_shape, heights, _FALL, 0.005, (0.10, _TOP + 0.002))
    charts = []

    def both(mesh: Mesh, uvs: Doubles) -> None:
        charts.append(Chart(joined(mesh, mirrored(mesh)), np.concatenate([uvs, uvs])))

    both(outer, below(upper_uv(outer.positions, across(outer.positions))))
    both(tall.mesh, tall.uvs)
    both(rim, np.tile(below(np.array([spot("lining")])), (len(rim.positions), 1)))
    for profile, front in (
        (((0.0060, 0.0016), (0.0080, 0.0026), (0.0135, 0.0028), (0.0200, 0.0030), (0.0212, -0.0100)), 1.0),
        (((0.0, 0.0006), (0.0070, 0.0018)), -0.022),
    ):
        slab = sole(profile, -1.0, front)
        both(slab, below(sole_uv(slab.positions)))
    rubber = Material(
        "rubber",
        texture=stacked(foot, _paint_shaft()),
        shade=(0.64, 0.62, 0.72),
        shift=0.05,
        soft=0.06,
        rim=(0.18, 0.24, 0.24),
        rim_power=4.0,
        outline=0.0006,
        outline_colour=(0.36, 0.40, 0.46),
    )
    return Made((part("wellingtons", "rubber", *charts, outfits=outfits),), (rubber,))


def legging_rings(field: Field, low: float, high: float, rows: int, around: int = 14) -> Mesh:
    """Both legs of a close cloth as even rings."""
    made = []
    for sign in (1.0, -1.0):
        rings = [
            Ring((sign * float(np.interp(y, [0.06, 0.46, 0.75, 0.90], [0.098, 0.094, 0.083, 0.078])), float(y), -0.008),
                 (-sign, 0.0, 0.0), (0.0, 0.0, 1.0))
            for y in np.linspace(high, low, rows)
        ]
        points = tube(field, rings, even_angles(around), 0.2)
        made.append(sheet(points, normals_of(field, points)))
    return joined(*made)


def make_slim_trousers(outfits: tuple[str, ...]) -> Made:
    """The trousers, from the boots to under the coat."""
    legs = anatomy.legs()

    def cloth(points: Doubles) -> Doubles:
        y, z = points[:, 1], points[:, 2]
        turn = np.arctan2(np.abs(points[:, 0]) - 0.095, z)
        knee = 0.0024 * bump(0.46, 0.05, y) * np.cos(y * 125 + 1.3 * np.cos(turn)) * (0.6 - 0.4 * np.cos(turn))
        return legs(points) - 0.0065 - knee

    mesh = legging_rings(cloth, 0.25, 0.72, 20)
    navy = Material(
        "navy", colour=(0.225, 0.270, 0.385), shade=(0.66, 0.62, 0.72), shift=0.05, rim=(0.05, 0.05, 0.08),
        outline=0.0006, outline_colour=(0.12, 0.14, 0.22),
    )
    return Made((part("slim_trousers", "navy", plain(mesh, (0.5, 0.5)), outfits=outfits),), (navy,))
