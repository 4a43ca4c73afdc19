"""An evening dress to the floor: a wrapped bodice, sleeves to below the elbow, a sash, and a skirt of heavy soft flutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.folds import Fold, mirrored, relief
from avatars.forge.garments.block import FITTED, Block, cuffs, eased, hem_at, sleeve_rows, top_panels_flat, vee
from avatars.forge.garments.sewing import Dyes, Sewing
from avatars.forge.garments.shell import shell
from avatars.forge.garments.skirts import Skirt, hung_hem, make_skirt_of, waves
from avatars.forge.garments.strips import bow, girdle, set_on, smooth_path, strip
from avatars.forge.hanging import hung
from avatars.forge.sdf.fields import bump, ramp

if TYPE_CHECKING:
    from avatars.forge.cloth.canvas import Canvas
    from avatars.forge.sdf.fields import Doubles
    from avatars.forge.wardrobe.garment import Tailored

_WAIST, _HEM, _CUFF = 1.045, 0.045, 0.430
_SLEEVE = sleeve_rows(
    ((0.140, 0.0065), (0.200, 0.0085), (0.270, 0.0110), (0.330, 0.0150), (0.380, 0.0210), (0.430, 0.0290), (0.480, 0.0340)), 0.6
)
_BLOCK = Block(eased(FITTED, -0.001), _SLEEVE, 1.022, _CUFF, ease=-0.0030, over=False, rise=0.026)
_NECK = vee(1.228, 0.074)
_SKIRT = Skirt(
    (
        (0.020, 0.290, 0.262, 0.280),
        (0.200, 0.262, 0.232, 0.248),
        (0.400, 0.228, 0.190, 0.212),
        (0.600, 0.202, 0.150, 0.180),
        (0.760, 0.186, 0.126, 0.156),
        (0.860, 0.177, 0.116, 0.142),
        (0.930, 0.164, 0.112, 0.124),
        (0.990, 0.142, 0.099, 0.100),
        (1.050, 0.124, 0.091, 0.084),
    ),
    waves(11, 0.0010, 0.0240, 1.00, 0.20, 0.8),
    (1.052, 1.020, 0.975, 0.920, 0.850, 0.750, 0.620, 0.500, 0.420, 0.300, 0.160, _HEM),
    66,
)
_FRONT, _BACK = (0.2, 0.0, 1.0), (0.1, 0.0, -1.0)
_FOLDS = (
    # The wrap is drawn from the shoulders and sides to her right hip.
    Fold((0.070, 1.310, 0.000), (-0.020, 1.070, 0.098), _FRONT, 0.008, 0.0026, -0.010),
    Fold((0.090, 1.270, 0.040), (0.000, 1.068, 0.098), _FRONT, 0.008, 0.0028, -0.012),
    Fold((0.110, 1.220, 0.070), (0.020, 1.066, 0.098), _FRONT, 0.008, 0.0028, -0.012),
    Fold((0.125, 1.170, 0.080), (0.045, 1.062, 0.094), _FRONT, 0.009, 0.0028, -0.010),
    Fold((-0.085, 1.280, 0.020), (-0.070, 1.080, 0.094), _FRONT, 0.008, 0.0024, 0.008),
    Fold((-0.120, 1.200, 0.075), (-0.080, 1.070, 0.090), _FRONT, 0.009, 0.0028, 0.008),
    Fold((0.120, 1.100, -0.055), (0.040, 1.065, -0.080), _BACK, 0.009, 0.0024, 0.006),
    Fold((-0.120, 1.110, -0.055), (-0.050, 1.070, -0.080), _BACK, 0.009, 0.0024, -0.006),
    Fold((0.060, 1.190, -0.095), (0.050, 1.060, -0.082), _BACK, 0.009, 0.0018, 0.004),
)
_ARMS = (
    Fold((0.190, 1.310, 0.020), (0.420, 1.300, 0.034), (0.0, 0.3, 1.0), 0.012, 0.0036, 0.006),
    Fold((0.200, 1.255, 0.024), (0.420, 1.245, 0.030), (0.0, -0.4, 1.0), 0.012, 0.0040, -0.006),
    Fold((0.230, 1.325, -0.020), (0.420, 1.318, -0.030), (0.0, 1.0, 0.0), 0.012, 0.0034, 0.005),
    Fold((0.200, 1.290, -0.066), (0.420, 1.285, -0.080), (0.0, 0.1, -1.0), 0.012, 0.0038, -0.006),
    Fold((0.230, 1.230, -0.020), (0.420, 1.215, -0.024), (0.0, -1.0, 0.0), 0.012, 0.0038, 0.005),
)


def make_evening_dress(dyes: Dyes) -> Tailored:
    """The dress."""
    smooth = _BLOCK.field()
    folds = relief([*_FOLDS, *_ARMS, *mirrored(_ARMS, 171, 0.006)])

    def shape(points: Doubles) -> Doubles:
        return smooth(points) - folds(points)

    cut = shell(shape, _BLOCK.layout(), (_NECK, cuffs(_CUFF, 0.30), hem_at(1.022)), 0.0034)
    sewing = Sewing(
        "evening_dress", dyes, top_panels_flat(girth=1.0, long=0.40, sleeve=0.36, share=0.52), cut, shape, folds, smooth=smooth
    )
    c = sewing.canvas
    c.seam(c.hole, 0.6)
    c.shade(1.05, c.ahead * bump(1.16, 0.05, c.y))
    end = c.where(_CUFF - np.abs(c.x) - 0.3 * np.clip(1.285 - c.y, -0.1, 0.1), c.arm)
    c.stitches(end - 0.012, c.round_arm(), 0.86, 0.6)
    _wrap(sewing)
    sash = tuple((_WAIST + 0.026 - 0.0065 * i, 0.0035 + 0.0022 * (i % 2) + (0.001 if 0 < i < 8 else -0.003)) for i in range(9))
    sewing.trim(girdle(smooth_waist, sash, tilt=-0.004), "sash", (50, 200), (0.056, 0.76), _pleated)
    for piece in bow(smooth_waist, (-0.062, _WAIST), 0.0, 0.300, 0.040, lift=0.016):
        sewing.trim(piece, "sash", (28, 60), (0.04, 0.20), _end)
    extra, masks, metre = make_skirt_of(
        "evening_skirt",
        {"cloth": dyes["cloth"]},
        _SKIRT,
        _paint_skirt,
        1.0,
        {"shade": (0.66, 0.62, 0.74), "rim": (0.12, 0.11, 0.13)},
    )
    return sewing.done(
        hung,
        strength=1.0,
        hollows=0.45,
        material={"shade": (0.66, 0.62, 0.74), "rim": (0.12, 0.11, 0.13)},
        extra=extra,
        masks=masks,
        metre=metre,
    )


def smooth_waist(points: Doubles) -> Doubles:
    """The ground of the sash: bodice above, skirt below, as an ellipse of the skirt's own radii."""
    r = _SKIRT.radii(np.clip(points[:, 1], 0.75, 1.075))
    wide = r[:, 0] + np.where(points[:, 1] > 1.06, 0.010 * ramp(1.06, 1.10, points[:, 1]), 0.0)
    deep = np.where(points[:, 2] > 0, r[:, 1], r[:, 2])
    k = ((np.abs(points[:, 0]) / wide) ** 2.2 + (np.abs(points[:, 2]) / deep) ** 2.2) ** (1 / 2.2)
    d: Doubles = (k - 1.0) * np.minimum(wide, deep) - 0.001
    return d


def _wrap(sewing: Sewing) -> None:
    """The edge of the left front, which lies over the right one, as a soft rolled band."""
    ground = sewing.shape
    knots = (
        (0.0, 1.330, -0.092),
        (0.048, 1.334, -0.066),
        (0.073, 1.332, -0.020),
        (0.062, 1.300, 0.030),
        (0.036, 1.255, 0.080),
        (0.004, 1.215, 0.098),
        (-0.040, 1.160, 0.102),
        (-0.078, 1.100, 0.090),
        (-0.094, 1.062, 0.078),
    )
    left = smooth_path(knots, 30)
    right = smooth_path([(-x, y, z) for x, y, z in knots[:6]] + [(0.022, 1.196, 0.100)], 22)
    sewing.trim(strip(set_on(right, ground, 0.0), ground, 0.017, 0.0026), "cloth", (16, 120), (0.017, 0.34), _roll)
    sewing.trim(strip(set_on(left, ground, 0.0), ground, 0.018, 0.0044, 0.003), "cloth", (16, 160), (0.018, 0.46), _roll)


def _roll(down: Doubles, along: Doubles) -> Doubles:
    made: Doubles = 1.0 + 0.10 * bump(0.008, 0.004, down) - 0.16 * ramp(0.013, 0.018, down)
    return made


def _pleated(down: Doubles, along: Doubles) -> Doubles:
    made: Doubles = 1.0 - 0.16 * (0.5 + 0.5 * np.cos(down * 2 * np.pi / 0.0112 + 0.8 * np.sin(along * 22))) ** 2
    return made


def _end(down: Doubles, along: Doubles) -> Doubles:
    made: Doubles = 1.0 - 0.10 * (0.5 + 0.5 * np.cos(down * 2 * np.pi / 0.013)) - 0.16 * ramp(0.03, 0.0, along)
    return made


def _paint_skirt(c: Canvas, cut: Skirt) -> None:
    hung_hem(c, _HEM, (0.030,))
    deep = c.of(cut.relief)
    c.shade(0.84, ramp(0.0, -0.018, deep))
    c.shade(1.07, ramp(0.004, 0.020, deep))
    c.shade(0.90, ramp(0.30, 0.06, c.y) * 0.8)
    c.shade(0.86, ramp(1.02, 1.05, c.y))
    c.mottle(0.010, 26.0, 172)
