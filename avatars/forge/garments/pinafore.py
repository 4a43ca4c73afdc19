"""A corduroy pinafore over a blouse, sewn as one: a bib with straps and buttons, a round collar, a skirt in box pleats."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.folds import Fold, mirrored, relief
from avatars.forge.garments.block import STRAIGHT, Block, crew, cuffs, eased, front_gap, hem_at, sleeve_rows, top_panels_flat
from avatars.forge.garments.collars import turned
from avatars.forge.garments.fastenings import buttons
from avatars.forge.garments.sewing import Dyes, Sewing
from avatars.forge.garments.shell import rim, shell
from avatars.forge.garments.shirts import stitched
from avatars.forge.garments.skirts import Skirt, hung_hem, make_skirt_of
from avatars.forge.garments.strips import girdle, patch, set_on, smooth_path, strip
from avatars.forge.hanging import hung
from avatars.forge.sdf.fields import bump, ramp

if TYPE_CHECKING:
    from avatars.forge.cloth.canvas import Canvas
    from avatars.forge.sdf.fields import Doubles
    from avatars.forge.wardrobe.garment import Tailored

_WAIST, _HEM, _CUFF = 1.040, 0.375, 0.560
_SLEEVE = sleeve_rows(
    (
        (0.140, 0.0075),
        (0.200, 0.0110),
        (0.280, 0.0150),
        (0.360, 0.0180),
        (0.440, 0.0215),
        (0.495, 0.0225),
        (0.515, 0.0170),
        (0.526, 0.0085),
        (0.550, 0.0080),
        (0.600, 0.0085),
    ),
    0.45,
)
_BLOCK = Block(eased(STRAIGHT, 0.000, -0.006), _SLEEVE, 1.022, _CUFF, over=False, rise=0.026)
_NECK = crew(0.0640, 0.0620, -0.0250)
_GAP = front_gap(((1.290, -0.020), (1.308, 0.000), (1.325, 0.004), (1.350, 0.010)))
_BLOUSE = _BLOCK.field()
_COUNT = 12


def _flutes(share: Doubles, y: Doubles) -> Doubles:
    at = ((share + 0.5) * _COUNT) % 1.0
    box = ramp(0.06, 0.15, at) * ramp(0.94, 0.85, at)
    open_ = ramp(1.0, 0.55, y)
    made: Doubles = (0.0030 + 0.0130 * open_) * (box - 0.6) + 0.006 * open_ * np.cos(2 * np.pi * share * 5)
    return made


_SKIRT = Skirt(
    (
        (0.350, 0.244, 0.208, 0.218),
        (0.560, 0.222, 0.180, 0.192),
        (0.700, 0.204, 0.156, 0.174),
        (0.820, 0.188, 0.134, 0.158),
        (0.900, 0.176, 0.120, 0.142),
        (0.960, 0.160, 0.110, 0.118),
        (1.010, 0.144, 0.103, 0.099),
        (1.060, 0.136, 0.102, 0.092),
    ),
    _flutes,
    (1.052, 1.015, 0.960, 0.890, 0.800, 0.700, 0.590, 0.500, 0.435, _HEM),
    _COUNT * 6,
)
_FOLDS = (
    Fold((0.230, 1.312, 0.026), (0.515, 1.302, 0.026), (0.0, 0.4, 1.0), 0.012, 0.0040, 0.006),
    Fold((0.240, 1.250, 0.030), (0.515, 1.258, 0.022), (0.0, -0.4, 1.0), 0.012, 0.0042, -0.008),
    Fold((0.250, 1.280, 0.036), (0.515, 1.280, 0.032), (0.0, 0.0, 1.0), 0.011, 0.0036, 0.004),
    Fold((0.240, 1.298, -0.072), (0.515, 1.294, -0.060), (0.0, 0.2, -1.0), 0.012, 0.0040, -0.006),
    Fold((0.240, 1.256, -0.074), (0.515, 1.262, -0.058), (0.0, -0.3, -1.0), 0.012, 0.0040, 0.006),
    Fold((0.140, 1.215, 0.050), (0.100, 1.150, 0.094), (0.3, 0.0, 1.0), 0.010, 0.0030, 0.006),
    Fold((0.140, 1.110, 0.050), (0.110, 1.060, 0.080), (0.5, 0.0, 0.9), 0.010, 0.0030, -0.006),
    Fold((0.140, 1.200, -0.060), (0.080, 1.120, -0.092), (0.2, 0.0, -1.0), 0.010, 0.0030, 0.006),
)


def make_pinafore(dyes: Dyes) -> Tailored:
    """The pinafore with its blouse."""
    smooth = _BLOCK.field()
    folds = relief([*_FOLDS, *mirrored(_FOLDS, 211, 0.006)])

    def shape(points: Doubles) -> Doubles:
        return smooth(points) - folds(points)

    cut = shell(shape, _BLOCK.layout(), (_NECK, _GAP, cuffs(_CUFF), hem_at(1.022)), 0.0030)
    sewing = Sewing(
        "pinafore", dyes, top_panels_flat(girth=1.0, long=0.40, sleeve=0.44, share=0.46), cut, shape, folds, smooth=smooth
    )
    c = sewing.canvas
    c.seam(c.hole, 0.6)
    end = c.where(_CUFF - np.abs(c.x), c.arm)
    c.raised(np.where(end < 0.5, 0.034 - end, -1.0), 0.8)
    for row in (0.005, 0.029):
        c.stitches(end - row, c.round_arm(), 0.86, 0.7)
    c.seam(c.where(np.abs(c.x) - 0.012, c.ahead & (c.y > 1.19)), 0.5)
    collar = turned(rim(cut.outside, _NECK, 27), shape, stand=0.018, leaf=0.040, point=0.012, spread=0.016, open_=0.3)
    sewing.trim(collar, "blouse", (44, 170), (0.075, 0.40), _leaf)
    _bib(sewing)
    extra, masks, metre = make_skirt_of(
        "pinafore_skirt", {"pinafore": dyes["pinafore"]}, _SKIRT, _paint, 0.8, {"rim": (0.08, 0.07, 0.07)}
    )
    return sewing.done(
        hung,
        hollows=0.5,
        material={"shade": (0.78, 0.71, 0.78), "rim": (0.07, 0.07, 0.07)},
        extra=extra,
        masks=masks,
        metre=metre,
    )


def _cord(down: Doubles, along: Doubles) -> Doubles:
    """Corduroy's wales run down."""
    made: Doubles = 1.0 - 0.13 * (0.5 + 0.5 * np.cos(along * 2 * np.pi / 0.0050))
    return made


def _bib(sewing: Sewing) -> None:
    ground = sewing.shape
    bib = patch(ground, (0.0, 1.118), 0.168, 0.172, 0.0046, 0.0, 8, 7, taper=-0.14, thickness=0.004)

    def tone(down: Doubles, along: Doubles) -> Doubles:
        edge = np.minimum(np.minimum(along, 0.168 - along), down)
        made: Doubles = _cord(down, along) * (
            1.0 - 0.16 * np.exp(-(((edge - 0.006) / 0.0012) ** 2)) - 0.16 * ramp(0.002, 0.0, edge)
        )
        return made

    sewing.trim(bib, "pinafore", (110, 110), (0.172, 0.168), tone)
    for sign in (1.0, -1.0):
        knots = [
            (sign * x, y, z)
            for x, y, z in (
                (0.070, 1.186, 0.104),
                (0.074, 1.250, 0.076),
                (0.078, 1.310, 0.020),
                (0.078, 1.334, -0.024),
                (0.072, 1.318, -0.072),
                (0.052, 1.240, -0.098),
                (0.034, 1.140, -0.090),
                (0.026, 1.056, -0.080),
            )
        ]
        line = set_on(smooth_path(knots, 26), ground, 0.0)
        sewing.trim(
            strip(line, ground, 0.030, 0.0040, 0.003),
            "pinafore",
            (26, 150),
            (0.030, 0.50),
            lambda v, u: stitched(0.030, 0.005)(v, u) * (1.0 - 0.13 * (0.5 + 0.5 * np.cos(v * 2 * np.pi / 0.0050))),
        )
    sewing.plain(
        buttons(lambda p: ground(p) - 0.0050, [(0.071, 1.190), (-0.071, 1.190)], 0.0105, 0.0012), "pinafore", 1.0, "#c8a46a"
    )
    r = ((_WAIST + 0.020, 0.0010), (_WAIST + 0.019, 0.0050), (_WAIST, 0.0056), (_WAIST - 0.019, 0.0050), (_WAIST - 0.020, 0.0010))
    sewing.trim(
        girdle(waist_ground, r), "pinafore", (36, 200), (0.040, 0.78), lambda v, u: stitched(0.040, 0.005)(v, u) * _cord(v, u)
    )


def waist_ground(points: Doubles) -> Doubles:
    """Under the waistband: the wider of blouse and skirt."""
    r = _SKIRT.radii(points[:, 1])
    deep = np.where(points[:, 2] > 0, r[:, 1], r[:, 2])
    k = ((np.abs(points[:, 0]) / r[:, 0]) ** 2.2 + (np.abs(points[:, 2]) / deep) ** 2.2) ** (1 / 2.2)
    d: Doubles = (k - 1.0) * np.minimum(r[:, 0], deep) - 0.004
    high = points[:, 1] > 1.0
    d[high] = np.minimum(d[high], _BLOUSE(points[high]))
    return d


def _leaf(down: Doubles, along: Doubles) -> Doubles:
    tone = stitched(0.075, 0.0050)(down, along)
    tone[down < 0.026] = 0.86
    return tone


def _paint(c: Canvas, cut: Skirt) -> None:
    share = cut.share(c.plot.points)
    of = c.plot.spread(share * cut.girth(c.plot.points[:, 1]))
    at = c.plot.spread(((share + 0.5) * _COUNT) % 1.0)
    c.tone *= (1.0 - 0.13 * (0.5 + 0.5 * np.cos(of * 2 * np.pi / 0.0056)))[..., None]
    edge = np.minimum(at, 1 - at)
    deep = 0.30 + 0.70 * ramp(1.0, 0.80, c.y)
    c.shade(0.66, deep * ramp(0.11, 0.06, edge))
    c.shade(1.06, deep * bump(0.20, 0.05, edge))
    hung_hem(c, _HEM, (0.030,))
    c.shade(0.84, ramp(0.99, 1.02, c.y))
