"""A long knitted dress: ribbed all over, a mock neck, sleeves that widen a little, slits at the sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.folds import Fold, mirrored, relief
from avatars.forge.garments.block import FITTED, Block, crew, cuffs, eased, hem_at, lengthened, sleeve_rows, top_panels_flat
from avatars.forge.garments.collars import neck_tube
from avatars.forge.garments.creases import sleeve_folds, trunk_folds
from avatars.forge.garments.knits import ribbed_ends, rolled
from avatars.forge.garments.sewing import Dyes, Sewing
from avatars.forge.garments.shell import shell
from avatars.forge.hanging import hem_rig, hung
from avatars.forge.part import Made

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles
    from avatars.forge.wardrobe.garment import Tailored

_HEM, _CUFF, _RIB = 0.335, 0.566, 0.055
_LOW = (
    (0.310, 0.178, 0.118, 0.122),
    (0.475, 0.178, 0.116, 0.122),
    (0.620, 0.180, 0.114, 0.124),
    (0.760, 0.180, 0.112, 0.130),
    (0.840, 0.178, 0.110, 0.134),
    (0.900, 0.170, 0.109, 0.131),
    (0.960, 0.158, 0.104, 0.112),
)
_SLEEVE = sleeve_rows(
    (
        (0.150, 0.0075),
        (0.220, 0.0085),
        (0.300, 0.0100),
        (0.380, 0.0120),
        (0.450, 0.0160),
        (0.498, 0.0190),
        (0.514, 0.0150),
        (0.522, 0.0100),
        (0.550, 0.0090),
        (0.600, 0.0105),
    )
)
_BLOCK = Block(lengthened(eased(FITTED, 0.003), _LOW), _SLEEVE, _HEM, _CUFF, over=False, columns=38, steps=(_HEM + _RIB,))
_NECK = crew(0.0610, 0.0605, -0.0240)
_MOCK = ((0.0030, 1.322), (0.0035, 1.350), (0.0065, 1.366), (0.0105, 1.362), (0.0120, 1.344), (0.0130, 1.326))
_FRONT, _BACK = (0.2, 0.0, 1.0), (0.1, 0.0, -1.0)
_FOLDS = (
    Fold((0.050, 0.930, 0.104), (0.070, 0.400, 0.118), _FRONT, 0.020, 0.0036, 0.010),
    Fold((0.120, 0.900, 0.090), (0.138, 0.360, 0.095), (0.6, 0.0, 0.9), 0.022, 0.0044, -0.010),
    Fold((0.165, 0.860, 0.000), (0.180, 0.340, 0.000), (1.0, 0.0, 0.0), 0.022, 0.0040, 0.008),
    Fold((0.050, 0.840, -0.125), (0.060, 0.340, -0.122), _BACK, 0.022, 0.0046, 0.008),
    Fold((0.125, 0.850, -0.100), (0.135, 0.340, -0.100), (0.6, 0.0, -0.8), 0.022, 0.0044, -0.008),
)


def make_knit_dress(dyes: Dyes) -> Tailored:
    """The dress."""
    smooth = _BLOCK.field()
    folds = relief(
        [
            *sleeve_folds(1.1, cuff=0.514, seed=161),
            *trunk_folds(0.80, waist=1.000, seed=162),
            *_FOLDS,
            *mirrored(_FOLDS, 163),
        ]
    )

    def shape(points: Doubles) -> Doubles:
        return smooth(points) - folds(points)

    cut = shell(shape, _BLOCK.layout(), (_NECK, cuffs(_CUFF), hem_at(_HEM)), 0.0050)
    flat = top_panels_flat(1024, girth=1.10, long=1.085, share=0.70)
    sewing = Sewing("knit_dress", dyes, flat, cut, shape, folds, smooth=smooth)
    c = sewing.canvas
    c.ribs(np.arctan2(c.x, (c.z + 0.008) * 1.30) * 0.165, 0.0180, 0.16, (~c.arm).astype(float))
    c.ribs(c.round_arm(0.048), 0.0150, 0.16, c.arm.astype(float))
    c.knit(
        np.where(c.arm, c.round_arm(0.048), np.arctan2(c.x, (c.z + 0.008) * 1.30) * 0.165),
        np.where(c.arm, np.abs(c.x), c.y),
        0.0090,
        0.0078,
        0.55,
    )
    ribbed_ends(c, _HEM, _CUFF, (_RIB, 0.050), "trim", 0.0105, 0.24)
    c.raised(np.where((c.y < 0.560) & ~c.arm, np.abs(c.z) - 0.0008, 1.0), 0.7)
    c.seam(c.hole, 0.6)
    c.mottle(0.012, 24.0, 164)
    sewing.trim(
        neck_tube(_MOCK, shape, columns=26, fall=0.16, room=0.002), "trim", (44, 190), (0.08, 0.36), rolled(0.08, 0.0105, 0.24)
    )
    joints, springs = hem_rig()
    return sewing.done(
        hung,
        hollows=0.5,
        material={"shade": (0.76, 0.69, 0.77), "rim": (0.08, 0.07, 0.08)},
        extra=Made((), (), joints, springs),
    )
