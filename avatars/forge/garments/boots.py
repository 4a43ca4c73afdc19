"""Brown leather ankle boots with elastic sides and a low stacked heel."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.charts import Chart, part
from avatars.forge.cloth.fold_shade import fold_shaded, plotted
from avatars.forge.cloth.folds import Fold, relief
from avatars.forge.cloth.marks import raised, stitches
from avatars.forge.cloth.paint import finish, mix, noise
from avatars.forge.cloth.shoes import Canvas, sole_strip, sole_uv, spot, upper_uv
from avatars.forge.garments.cut import Cut, sewn
from avatars.forge.garments.shaft import HIGH as PICTURE_HIGH
from avatars.forge.garments.shaft import WIDE, below, places, shaft, stacked
from avatars.forge.garments.shoe import HIGH, LOW, MIDDLE_X, MIDDLE_Z, across, sole
from avatars.forge.mesh_edit import centres, joined, keep, mirrored
from avatars.forge.part import Made, Material
from avatars.forge.sdf.fields import bump, cone, ellipsoid, ramp, union

if TYPE_CHECKING:
    from avatars.forge.cloth.fold_shade import Plot
    from avatars.forge.cloth.paint import Colour, Image
    from avatars.forge.sdf.fields import Doubles
    from avatars.forge.sdf.meshing import Mesh

LEATHER, _ELASTIC, _SOLE, _WELT = (0.455, 0.275, 0.205), (0.235, 0.170, 0.160), (0.225, 0.165, 0.150), (0.640, 0.470, 0.330)
_THREAD = (0.760, 0.580, 0.420)
_ANKLE, _SHAFT = 0.106, 0.178
_FALL = 0.10
_SHAPE = union(
    0.026,
    cone((0.098, 0.040, -0.048), (0.0985, 0.112, -0.036), 0.0320, 0.0335),
    cone((0.098, 0.076, -0.024), (0.0978, 0.205, -0.024), 0.0375, 0.0415),
    cone((0.099, 0.068, 0.000), (0.1035, 0.036, 0.088), 0.0365, 0.0295),
    cone((0.100, 0.038, -0.010), (0.1040, 0.034, 0.075), 0.0335, 0.0355),
    ellipsoid((0.1035, 0.032, 0.100), (0.0350, 0.0255, 0.063)),
)
_FOLDS = (
    Fold((0.130, 0.052, 0.058), (0.080, 0.066, 0.046), (0.3, 1.0, 0.4), 0.0034, 0.0014, 0.004),
    Fold((0.134, 0.047, 0.072), (0.084, 0.062, 0.060), (0.3, 1.0, 0.4), 0.0034, 0.0012, 0.003),
    Fold((0.136, 0.118, -0.004), (0.112, 0.100, 0.022), (0.8, 0.2, 0.7), 0.0060, 0.0022, 0.004),
    Fold((0.064, 0.116, -0.002), (0.088, 0.100, 0.022), (-0.8, 0.2, 0.7), 0.0060, 0.0020, -0.004),
    Fold((0.136, 0.098, -0.060), (0.136, 0.116, -0.025), (1.0, 0.0, -0.4), 0.0060, 0.0018, 0.003),
)


def _ankle(points: Doubles) -> Doubles:
    return points[:, 1] - _ANKLE - 0.002


def _sole(points: Doubles) -> Doubles:
    return 0.016 - points[:, 1]


def _paint(plot: Plot, leather: Colour = LEATHER) -> Image:
    """The picture in this leather."""
    c = Canvas(plot, (MIDDLE_Z, MIDDLE_X), leather, 61)
    c.formed()
    # A polished toe: dark at its tip, a soft light over it.
    c.tone(0.74, 0.7 * ramp(0.110, 0.150, c.z))
    c.tone(1.30, 0.7 * bump(0.108, 0.012, c.z) * bump(0.012, 0.010, c.a))
    vamp = np.where(c.z > -0.02, c.z - 0.012 - 0.55 * np.maximum(c.y - 0.06, 0.0), -1.0)
    c.layer(vamp, _THREAD, (0.0028,), 0.6)
    c.layer(np.minimum(-0.052 - c.z, 0.080 - c.y), _THREAD, (0.0028,), 0.6)
    # The elastic's lower end.
    wedge = np.minimum(0.006 + 0.13 * (c.y - 0.075) - np.abs(c.z + 0.024), c.y - 0.086)
    c.fill(_ELASTIC, ramp(-0.0004, 0.0006, wedge))
    sole = sole_strip(((0.0145, _SOLE), (0.0190, _WELT), (0.04, _WELT)), 0.0172, _THREAD)
    return c.done(sole, _ELASTIC, (0.330, 0.235, 0.205))


def _paint_shaft(leather: Colour = LEATHER) -> Image:
    turn, y = places(0.09, _SHAFT + 0.002)
    across = (np.abs(turn - 0.5) - 0.25) * 0.255
    picture = np.broadcast_to(np.asarray(leather), (*y.shape, 3)) * (1.0 + 0.03 * noise(PICTURE_HIGH, WIDE, 24.0, 63))[..., None]
    picture = mix(picture, picture * 1.20, 0.5 * bump(0.42, 0.035, turn))
    picture = mix(picture, picture * 0.80, 0.5 * ramp(0.14, 0.0, np.minimum(turn, 1 - turn)))
    wedge = np.minimum(0.006 + 0.13 * (y - 0.075) - np.abs(across), 0.168 - y)
    picture = mix(picture, picture * 0.62, 0.8 * bump(-0.001, 0.0022, wedge))
    ribs = 0.82 + 0.18 * np.sin(across * 2 * np.pi / 0.0034)
    picture = mix(picture, np.asarray(_ELASTIC) * ribs[..., None], ramp(-0.0004, 0.0006, wedge))
    picture = stitches(picture, wedge + 0.0028, y, _THREAD, 0.7)
    picture = raised(picture, y - _SHAFT + 0.009, 0.6)
    return finish(stitches(picture, y - _SHAFT + 0.0065, turn * 0.25, _THREAD, 0.9))


def make_boots(outfits: tuple[str, ...]) -> Made:
    """The pair for these outfits."""
    raised_by = relief(_FOLDS)

    def shape(points: Doubles) -> Doubles:
        d: Doubles = _SHAPE(points) - raised_by(points)
        return d

    outer = sewn(Cut(shape, (_ankle, _sole), 0.0045, LOW, HIGH, 0.0026, 640, lining=0.0)).outside
    half = keep(outer, centres(outer, across(outer.positions)) > -0.002)
    plot = plotted([Chart(half, upper_uv(half.positions, across(half.positions)))], 512, 512)
    foot = fold_shaded(_paint(plot), plot, _SHAPE, raised_by, 0.9, hollows=0.0)
    tall, rim = shaft(shape, (_ANKLE - 0.004, 0.120, 0.138, 0.158, _SHAFT), _FALL, 0.0045, (0.09, _SHAFT + 0.002))
    charts = []

    def both(mesh: Mesh, uvs: Doubles) -> None:
        charts.append(Chart(joined(mesh, mirrored(mesh)), np.concatenate([uvs, uvs])))

    both(outer, below(upper_uv(outer.positions, across(outer.positions))))
    both(tall.mesh, tall.uvs)
    both(rim, np.tile(below(np.array([spot("lining")])), (len(rim.positions), 1)))
    welt = ((0.0125, -0.0022), (0.0140, -0.0006), (0.0180, -0.0006), (0.0188, -0.0110))
    heel, ball = ((0.0, -0.0022), (0.0130, -0.0016)), ((0.0070, -0.0024), (0.0130, -0.0016))
    for profile, back, front in ((welt, -1.0, 1.0), (heel, -1.0, -0.024), (ball, -0.030, 1.0)):
        slab = sole(profile, back, front)
        both(slab, below(sole_uv(slab.positions)))
    leather = Material(
        "boots", texture=stacked(foot, _paint_shaft()), shade=(0.64, 0.56, 0.62), shift=0.05, soft=0.07, rim=(0.20, 0.15, 0.12),
        rim_power=3.8, outline=0.0006, outline_colour=(0.42, 0.30, 0.28),
    )
    return Made((part("boots", "boots", *charts, outfits=outfits),), (leather,))
