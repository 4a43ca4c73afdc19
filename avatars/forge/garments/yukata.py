"""A summer robe after the Japanese yukata: straight to the ankles, left side over right, an obi tied behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.folds import Fold, mirrored, relief
from avatars.forge.garments.block import FITTED, Block, cuffs, eased, hem_at, lengthened, sleeve_rows, top_panels_flat, vee
from avatars.forge.garments.crossed import collars
from avatars.forge.garments.ruqun import wide_sleeves
from avatars.forge.garments.sewing import Dyes, Sewing
from avatars.forge.garments.shell import shell
from avatars.forge.garments.strips import bow, front_points, girdle, strip
from avatars.forge.garments.wide_sleeves import WideSleeve, sleeve_rig, sleeve_weights
from avatars.forge.hanging import hem_rig
from avatars.forge.part import Made
from avatars.forge.sdf.fields import ramp

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles
    from avatars.forge.wardrobe.garment import Tailored

_HEM, _CUT, _FALL = 0.085, 0.222, 0.270
_OBI = (0.985, 1.108)
_LOW = (
    (0.060, 0.166, 0.112, 0.116),
    (0.300, 0.168, 0.110, 0.116),
    (0.475, 0.170, 0.110, 0.116),
    (0.620, 0.173, 0.109, 0.119),
    (0.760, 0.175, 0.109, 0.126),
    (0.840, 0.174, 0.108, 0.131),
    (0.900, 0.168, 0.108, 0.128),
    (0.960, 0.156, 0.104, 0.112),
    (1.000, 0.146, 0.101, 0.101),
)
_SLEEVE = sleeve_rows(((0.140, 0.0095), (0.180, 0.0120), (0.222, 0.0140), (0.270, 0.0150)), 0.3)
_BLOCK = Block(lengthened(eased(FITTED, 0.006), _LOW), _SLEEVE, _HEM, _CUT, over=False, columns=38)
_NECK = vee(1.214, 0.072)
_WIDE = WideSleeve(
    (
        (0.205, 0.053, 0.047, 0.058),
        (0.250, 0.052, 0.046, 0.110),
        (0.290, 0.050, 0.045, 0.200),
        (0.330, 0.048, 0.045, 0.262),
        (0.420, 0.046, 0.045, 0.276),
        (0.500, 0.044, 0.045, 0.278),
    ),
    0.85,
    count=12,
)
_EDGE = -0.070
"""x of the left front's edge, which lies over the right one."""
_FRONT, _BACK = (0.2, 0.0, 1.0), (0.1, 0.0, -1.0)
_FOLDS = (
    Fold((0.130, 1.190, 0.060), (0.060, 1.110, 0.098), _FRONT, 0.010, 0.0030, -0.006),
    Fold((0.090, 1.280, 0.030), (0.070, 1.115, 0.098), _FRONT, 0.010, 0.0024, 0.004),
    Fold((0.140, 1.220, -0.060), (0.080, 1.120, -0.092), _BACK, 0.010, 0.0030, 0.006),
    Fold((0.030, 0.970, 0.106), (-0.040, 0.200, 0.118), _FRONT, 0.020, 0.0034, 0.014),
    Fold((0.110, 0.960, 0.090), (0.120, 0.100, 0.095), (0.6, 0.0, 0.9), 0.022, 0.0040, -0.010),
    Fold((0.160, 0.900, 0.000), (0.166, 0.090, 0.000), (1.0, 0.0, 0.0), 0.022, 0.0034, 0.008),
    Fold((0.060, 0.960, -0.110), (0.070, 0.090, -0.118), _BACK, 0.022, 0.0036, 0.008),
)


def make_yukata(dyes: Dyes) -> Tailored:
    """The robe."""
    smooth = _BLOCK.field()
    folds = relief([*_FOLDS, *mirrored(_FOLDS, 191, 0.008)])

    def lap(points: Doubles) -> Doubles:
        """The upper front is a layer more."""
        over = ramp(_EDGE - 0.004, _EDGE + 0.004, points[:, 0]) * (points[:, 2] > 0) * ramp(1.0, 0.98, points[:, 1])
        d: Doubles = 0.0030 * over * ramp(0.17, 0.12, points[:, 0])
        return d

    def shape(points: Doubles) -> Doubles:
        return smooth(points) - folds(points) - lap(points)

    cut = shell(shape, _BLOCK.layout(), (_NECK, cuffs(_CUT), hem_at(_HEM)), 0.0034)
    flat = top_panels_flat(1024, girth=1.04, long=1.325, sleeve=0.46, share=0.70)
    sewing = Sewing("yukata", dyes, flat, cut, shape, folds, smooth=smooth)
    c = sewing.canvas
    c.raised(c.where(c.x - _EDGE, c.ahead & (c.y < 1.0) & (np.abs(c.x - _EDGE) < 0.05), 1.0), 1.0)
    c.seam(c.where(c.x, c.behind), 0.5)
    c.seam(c.hole, 0.5)
    c.shade(0.86, ramp(_OBI[1] + 0.022, _OBI[1], c.y) * ramp(_OBI[1] - 0.04, _OBI[1], c.y) * ~c.arm)
    c.shade(0.82, ramp(_OBI[0] - 0.030, _OBI[0] - 0.004, c.y) * ramp(_OBI[0] + 0.04, _OBI[0], c.y) * ~c.arm)
    c.stitches(c.where(c.y - _HEM - 0.020, ~c.arm), c.girth(), 0.87, 0.6)
    wide_sleeves(sewing, _WIDE, "robe", "robe")
    collars(sewing, shape, "collar", 1.100, 0.066, 0.038, crossing=1.196)
    _edge(sewing)
    _obi(sewing)
    bones, springs = sleeve_rig(_FALL)
    hems, swings = hem_rig()
    return sewing.done(
        lambda p: sleeve_weights(p, _FALL),
        hollows=0.4,
        material={"shade": (0.77, 0.70, 0.79), "rim": (0.07, 0.07, 0.07)},
        extra=Made((), (), (*hems, *bones), (*swings, *springs)),
    )


def _edge(sewing: Sewing) -> None:
    """The border of the left front from the obi to the hem, which leans a little inwards below."""
    y = np.linspace(0.990, _HEM + 0.004, 18)
    x = _EDGE + 0.010 + 0.012 * ramp(0.6, 0.1, y)
    line = front_points(sewing.shape, list(zip(x.tolist(), y.tolist(), strict=True)))
    sewing.trim(
        strip(line, sewing.shape, 0.020, 0.0016, 0.0020),
        "robe",
        (16, 120),
        (0.02, 0.9),
        lambda v, u: 1.0 - 0.14 * ramp(0.004, 0.0, np.minimum(v, 0.02 - v)),
    )


def _obi(sewing: Sewing) -> None:
    low, high = _OBI
    profile = [
        (high, 0.0010),
        (high - 0.001, 0.0070),
        *((float(y), 0.0092) for y in np.linspace(high - 0.030, low + 0.030, 3)),
        (low + 0.001, 0.0070),
        (low, 0.0010),
    ]
    sewing.trim(girdle(sewing.smooth, profile), "obi", (70, 200), (0.125, 0.80), _woven)
    middle = (low + high) / 2
    cord = [
        (middle + 0.0065, 0.0086),
        (middle + 0.0055, 0.0124),
        (middle, 0.0138),
        (middle - 0.0055, 0.0124),
        (middle - 0.0065, 0.0086),
    ]
    sewing.trim(
        girdle(sewing.smooth, cord),
        "cord",
        (14, 160),
        (0.014, 0.80),
        lambda v, u: 1.0 - 0.16 * (0.5 + 0.5 * np.cos((u + v) * 900)),
    )
    # The bow behind, a bunko: two wide loops over a knot, two short ends below.
    for piece in bow(
        lambda p: sewing.shape(p) - 0.012, (0.0, high - 0.030), 0.105, 0.150, 0.074, face=-1.0, lift=0.044, droop=0.030
    ):
        sewing.trim(piece, "obi", (40, 60), (0.08, 0.12), _woven)


def _woven(down: Doubles, along: Doubles) -> Doubles:
    made: Doubles = (
        1.0
        + 0.05 * np.sign(np.cos(along * 2 * np.pi / 0.026)) * np.sign(np.cos(down * 2 * np.pi / 0.026))
        - 0.16 * ramp(0.005, 0.0, down)
    )
    return made
