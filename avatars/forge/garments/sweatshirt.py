"""A loopback sweatshirt: boxy, dropped shoulders, ribbed neck, cuffs and hem, and the little triangle at the neck."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.folds import relief
from avatars.forge.garments.block import BOXY, Block, crew, cuffs, hem_at, nipped, sleeve_rows, top_panels_flat
from avatars.forge.garments.collars import band
from avatars.forge.garments.creases import gathers, sleeve_folds, trunk_folds
from avatars.forge.garments.knits import ribbed, ribbed_ends
from avatars.forge.garments.sewing import Dyes, Sewing
from avatars.forge.garments.shell import rim, shell
from avatars.forge.sdf.fields import ramp

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles
    from avatars.forge.wardrobe.garment import Tailored

_HEM, _CUFF, _RIB = 0.892, 0.556, 0.050
_SLEEVE = sleeve_rows(
    (
        (0.150, 0.0085),
        (0.220, 0.0100),
        (0.300, 0.0115),
        (0.380, 0.0135),
        (0.450, 0.0165),
        (0.495, 0.0185),
        (0.512, 0.0150),
        (0.520, 0.0095),
        (0.545, 0.0085),
        (0.580, 0.0110),
    )
)
_BLOCK = Block(
    nipped(BOXY, 0.905, 0.011, 0.050),
    _SLEEVE,
    _HEM,
    _CUFF,
    ease=0.003,
    steps=(_HEM + _RIB, _HEM + _RIB + 0.014, _HEM + 0.022),
)
_NECK = crew(0.0690, 0.0680, -0.0200)


def make_sweatshirt(dyes: Dyes) -> Tailored:
    """The sweatshirt."""
    smooth = _BLOCK.field()
    folds = relief(
        [
            *sleeve_folds(1.25, cuff=0.515, seed=61),
            *trunk_folds(1.15, waist=0.985, seed=62),
            *gathers(_HEM + _RIB + 0.006, 0.045, 24, 0.0036, 63, (0.178, 0.122)),
        ]
    )

    def shape(points: Doubles) -> Doubles:
        return smooth(points) - folds(points)

    cut = shell(shape, _BLOCK.layout(), (_NECK, cuffs(_CUFF), hem_at(_HEM)), 0.0055)
    sewing = Sewing("sweatshirt", dyes, top_panels_flat(girth=1.10, long=0.53), cut, shape, folds, smooth=smooth)
    c = sewing.canvas
    ribbed_ends(c, _HEM, _CUFF, (_RIB, _RIB))
    c.seam(c.hole, 0.8)
    c.stitches(c.hole - 0.0055, c.y + c.z, 1.10, 0.6)
    c.mottle(0.012, 20.0, 64)
    _triangle(sewing)
    line = rim(cut.outside, _NECK)
    sewing.trim(band(line, shape), "ribs", (22, 200), (0.03, 0.44), ribbed())
    return sewing.done(hollows=0.5, material={"shade": (0.78, 0.71, 0.78), "rim": (0.07, 0.07, 0.07)})


def _triangle(sewing: Sewing) -> None:
    """The sweat catcher: once of use, now a sign."""
    c = sewing.canvas
    top = 1.270
    inside = np.minimum(0.030 * (1 - (top - c.y) / 0.046) - np.abs(c.x), np.minimum(top + 0.02 - c.y, c.y - top + 0.046))
    inside = np.where(c.ahead, inside, -1.0)
    c.ribs(c.x, 0.0062, 0.14, ramp(0.0, 0.0012, inside))
    c.raised(inside, 0.6)
    c.stitches(inside + 0.0020, c.x + c.y, 1.12, 0.6)
