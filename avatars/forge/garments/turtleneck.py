"""A ribbed merino turtleneck, close to the body, its collar rolled over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.folds import relief
from avatars.forge.garments.block import FITTED, Block, crew, cuffs, eased, hem_at, sleeve_rows, top_panels_flat
from avatars.forge.garments.collars import neck_tube
from avatars.forge.garments.creases import sleeve_folds, trunk_folds
from avatars.forge.garments.knits import rolled
from avatars.forge.garments.sewing import Dyes, Sewing
from avatars.forge.garments.shell import shell
from avatars.forge.sdf.fields import bump, ramp

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles
    from avatars.forge.wardrobe.garment import Tailored

_HEM, _CUFF = 0.862, 0.572
_SLEEVE = sleeve_rows(
    (
        (0.150, 0.0055),
        (0.220, 0.0052),
        (0.300, 0.0052),
        (0.380, 0.0058),
        (0.450, 0.0066),
        (0.510, 0.0080),
        (0.560, 0.0090),
        (0.600, 0.010),
    ),
    0.2,
)
_BLOCK = Block(eased(FITTED, -0.0005), _SLEEVE, _HEM, _CUFF, ease=-0.0035, room=0.0048)
_NECK = crew(0.0600, 0.0600, -0.0240)
_ROLL = ((0.002, 1.326), (0.0022, 1.360), (0.0055, 1.380), (0.0105, 1.377), (0.0135, 1.356), (0.0145, 1.332))


def make_turtleneck(dyes: Dyes) -> Tailored:
    """The turtleneck."""
    smooth = _BLOCK.field()
    folds = relief([*sleeve_folds(0.70, cuff=0.555, seed=81), *trunk_folds(0.60, waist=1.005, seed=82)])

    def shape(points: Doubles) -> Doubles:
        return smooth(points) - folds(points)

    cut = shell(shape, _BLOCK.layout(), (_NECK, cuffs(_CUFF), hem_at(_HEM)), 0.0038)
    sewing = Sewing("turtleneck", dyes, top_panels_flat(girth=0.96, long=0.56), cut, shape, folds, smooth=smooth)
    c = sewing.canvas
    # The ribs of the trunk draw together at the waist, as the knit does.
    across = c.where(np.arctan2(c.x, (c.z + 0.008) * 1.30) * 0.150, ~c.arm)
    c.ribs(across, 0.0094, 0.20, (~c.arm).astype(float))
    c.ribs(c.round_arm(0.042), 0.0088, 0.20, c.arm.astype(float))
    low, end = c.where(c.y - _HEM, ~c.arm), c.where(_CUFF - np.abs(c.x), c.arm)
    for distance in (low - 0.045, end - 0.040):
        c.shade(0.90, 0.8 * bump(0.0, 0.0022, distance))
    c.shade(1.04, ramp(0.045, 0.040, low))
    c.seam(c.hole, 0.7)
    c.mottle(0.008, 22.0, 83)
    sewing.trim(
        neck_tube(_ROLL, shape, columns=26, room=0.002, fall=0.16), "roll", (44, 190), (0.09, 0.36), rolled(0.09, 0.0090, 0.24)
    )
    return sewing.done(strength=0.9, hollows=0.5, material={"shade": (0.76, 0.69, 0.77), "rim": (0.07, 0.06, 0.07)})
