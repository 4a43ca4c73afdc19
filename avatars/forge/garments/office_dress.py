"""A sheath dress for work: boat neck, elbow sleeves, darts to the waist, a narrow belt with a buckle, to the knee."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.folds import Fold, mirrored, relief
from avatars.forge.garments.block import FITTED, Block, crew, cuffs, eased, hem_at, lengthened, sleeve_rows, top_panels_flat
from avatars.forge.garments.collars import band
from avatars.forge.garments.sewing import Dyes, Sewing
from avatars.forge.garments.shell import rim, shell
from avatars.forge.garments.strips import girdle, patch
from avatars.forge.hanging import hem_rig, hung
from avatars.forge.part import Made
from avatars.forge.sdf.fields import ramp

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles
    from avatars.forge.wardrobe.garment import Tailored

_HEM, _CUFF, _WAIST = 0.425, 0.345, 1.040
_LOW = (
    (0.400, 0.154, 0.090, 0.094),
    (0.475, 0.158, 0.094, 0.098),
    (0.620, 0.166, 0.100, 0.108),
    (0.760, 0.172, 0.105, 0.120),
    (0.840, 0.174, 0.106, 0.130),
    (0.900, 0.167, 0.107, 0.129),
)
_SLEEVE = sleeve_rows(((0.140, 0.0065), (0.200, 0.0075), (0.270, 0.0085), (0.330, 0.0095), (0.370, 0.0100), (0.420, 0.0105)))
_BLOCK = Block(
    lengthened(eased(FITTED, 0.0005), _LOW),
    _SLEEVE,
    _HEM,
    _CUFF,
    ease=-0.0025,
    over=False,
    columns=38,
    steps=(1.028, 1.040, 1.054),
)
_NECK = crew(0.0860, 0.0660, -0.0220)
_FRONT, _BACK = (0.2, 0.0, 1.0), (0.1, 0.0, -1.0)
_FOLDS = (
    Fold((0.142, 1.212, 0.045), (0.090, 1.190, 0.090), _FRONT, 0.009, 0.0022, 0.006),
    Fold((0.120, 1.060, 0.060), (0.060, 1.068, 0.085), _FRONT, 0.009, 0.0022, -0.006),
    Fold((0.118, 1.020, 0.060), (0.040, 1.008, 0.090), _FRONT, 0.010, 0.0024, 0.006),
    Fold((0.140, 0.930, 0.070), (0.040, 0.905, 0.100), _FRONT, 0.012, 0.0020, 0.008),
    Fold((0.135, 0.800, 0.080), (0.020, 0.830, 0.100), _FRONT, 0.014, 0.0022, -0.010),
    Fold((0.120, 0.560, 0.080), (0.130, 0.420, 0.080), (0.5, 0.0, 1.0), 0.016, 0.0030, 0.006),
    Fold((0.120, 1.060, -0.050), (0.030, 1.075, -0.085), _BACK, 0.010, 0.0030, 0.006),
    Fold((0.120, 1.018, -0.050), (0.030, 1.004, -0.090), _BACK, 0.010, 0.0030, -0.006),
    Fold((0.110, 0.770, -0.100), (0.030, 0.760, -0.110), _BACK, 0.013, 0.0026, 0.008),
    Fold((0.030, 0.640, -0.100), (0.034, 0.430, -0.100), _BACK, 0.014, 0.0030, 0.004),
    Fold((0.200, 1.250, 0.020), (0.270, 1.300, 0.025), (0.0, 0.1, 1.0), 0.010, 0.0030, 0.006),
    Fold((0.300, 1.250, 0.020), (0.315, 1.318, 0.020), (0.0, 0.1, 1.0), 0.010, 0.0028, -0.006),
)
_SECTION = ((-0.0048, 0.0006), (-0.0030, 0.0030), (0.0040, 0.0032), (0.0065, 0.0010), (0.0050, -0.0020))


def make_office_dress(dyes: Dyes) -> Tailored:
    """The dress."""
    smooth = _BLOCK.field()
    folds = relief([*_FOLDS, *mirrored(_FOLDS, 151, 0.006)])

    def shape(points: Doubles) -> Doubles:
        return smooth(points) - folds(points)

    cut = shell(shape, _BLOCK.layout(), (_NECK, cuffs(_CUFF), hem_at(_HEM)), 0.0034)
    flat = top_panels_flat(1024, girth=1.06, long=0.99, sleeve=0.25, share=0.78)
    sewing = Sewing("office_dress", dyes, flat, cut, shape, folds, smooth=smooth)
    c = sewing.canvas
    c.seam(c.hole, 0.7)
    c.seam(c.where(c.z + 0.010, ~c.arm & (c.y < 1.23)), 0.5)
    # Princess seams: from the armhole over the bust to the hem.
    line = np.interp(
        c.y, [0.42, 0.80, 0.95, 1.04, 1.12, 1.17, 1.21, 1.24], [0.078, 0.080, 0.074, 0.058, 0.064, 0.072, 0.092, 0.124]
    )
    c.seam(c.where(np.abs(c.x) - line, ~c.arm & (c.y < 1.236)), 0.6)
    c.raised(np.where(c.behind & (c.y < 0.600), c.x + 0.001, -1.0) * 1.0, 0.8)
    c.seam(c.where(c.x, c.behind & (c.y >= 0.600)), 0.5)
    low, end = c.where(c.y - _HEM, ~c.arm), c.where(_CUFF - np.abs(c.x), c.arm)
    c.shade(0.90, 0.7 * np.exp(-(((low - 0.034) / 0.0016) ** 2)) + 0.7 * np.exp(-(((end - 0.026) / 0.0016) ** 2)))
    c.mottle(0.010, 20.0, 152)
    sewing.trim(band(rim(cut.outside, _NECK), shape, _SECTION, lift=0.2), "cloth", (16, 200), (0.018, 0.5))
    profile = (
        (_WAIST + 0.0135, 0.0010),
        (_WAIST + 0.0125, 0.0042),
        (_WAIST, 0.0050),
        (_WAIST - 0.0125, 0.0042),
        (_WAIST - 0.0135, 0.0010),
    )
    sewing.trim(girdle(shape, profile), "belt", (26, 200), (0.027, 0.76), _belt)
    sewing.trim(patch(shape, (0.0, _WAIST), 0.040, 0.036, 0.0068, 0.0, 4, 4), "belt", (36, 36), (0.036, 0.040), _buckle)
    sewing.canvas.fix("#d9b872", _buckle_place(sewing))
    joints, springs = hem_rig()
    return sewing.done(
        hung,
        strength=0.85,
        hollows=0.45,
        material={"shade": (0.72, 0.67, 0.77), "rim": (0.07, 0.07, 0.08)},
        extra=Made((), (), joints, springs),
        shadow=lambda p: 0.4 * ramp(_WAIST - 0.032, _WAIST - 0.014, p[:, 1]) * ramp(_WAIST, _WAIST - 0.01, p[:, 1]),
    )


def _belt(down: Doubles, along: Doubles) -> Doubles:
    edge = np.minimum(down, 0.027 - down)
    made: Doubles = 1.0 + 0.10 * np.exp(-(((edge - 0.010) / 0.004) ** 2)) - 0.20 * np.exp(-(((edge - 0.0035) / 0.0010) ** 2))
    return made


def _buckle(down: Doubles, along: Doubles) -> Doubles:
    made: Doubles = 1.0 - 0.25 * ramp(0.6, 1.0, down / 0.036) + 0.10 * ramp(0.4, 0.0, down / 0.036)
    return made


def _buckle_place(sewing: Sewing) -> Doubles:
    """Where on the picture the buckle's frame lies: the last trim's place."""
    c = sewing.canvas
    x, y, _ = c.next
    share = np.zeros((c.size, c.size))
    left, top = sewing.area.left + x - 40, sewing.area.top + y
    share[top - 2 : top + 38, left - 2 : left + 38] = 1.0
    share[top + 9 : top + 27, left + 9 : left + 27] = 0.0
    share[top + 16 : top + 20, left + 9 : left + 27] = 1.0
    return share
