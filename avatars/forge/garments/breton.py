"""A Breton top of heavy cotton: boat neck, straight cut, stripes that leave the shoulders white."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.folds import relief
from avatars.forge.garments.block import STRAIGHT, Block, crew, cuffs, eased, hem_at, sleeve_rows, top_panels_flat
from avatars.forge.garments.collars import band
from avatars.forge.garments.creases import sleeve_folds, trunk_folds
from avatars.forge.garments.sewing import Dyes, Sewing
from avatars.forge.garments.shell import rim, shell
from avatars.forge.sdf.fields import ramp

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles
    from avatars.forge.wardrobe.garment import Tailored

_HEM, _CUFF = 0.868, 0.528
_SLEEVE = sleeve_rows(
    (
        (0.150, 0.0070),
        (0.220, 0.0078),
        (0.300, 0.0085),
        (0.380, 0.0095),
        (0.450, 0.0110),
        (0.510, 0.0125),
        (0.545, 0.0135),
        (0.590, 0.014),
    )
)
_BLOCK = Block(eased(STRAIGHT, -0.002, -0.003), _SLEEVE, _HEM, _CUFF, ease=-0.001)
_NECK = crew(0.0960, 0.0640, -0.0230)
_PITCH, _TOP, _SLIT = 0.0300, 1.225, 0.915
_SECTION = ((-0.0048, 0.0006), (-0.0030, 0.0034), (0.0045, 0.0036), (0.0075, 0.0012), (0.0060, -0.0020))


def make_breton(dyes: Dyes) -> Tailored:
    """The top."""
    smooth = _BLOCK.field()
    folds = relief([*sleeve_folds(0.95, cuff=0.520, seed=71), *trunk_folds(0.85, waist=1.000, seed=72)])

    def shape(points: Doubles) -> Doubles:
        return smooth(points) - folds(points)

    cut = shell(shape, _BLOCK.layout(), (_NECK, cuffs(_CUFF), hem_at(_HEM)), 0.0036)
    sewing = Sewing("breton", dyes, top_panels_flat(girth=1.0, long=0.55), cut, shape, folds, smooth=smooth)
    c = sewing.canvas
    # Level on the trunk, round the arms where they hang.
    for place, here in (
        (_TOP - c.y, ~c.arm & (c.y < _TOP + 0.004) & (c.y > _HEM + 0.028)),
        (np.abs(c.x) - 0.186, c.arm & (np.abs(c.x) < _CUFF - 0.028) & (np.abs(c.x) > 0.176)),
    ):
        at = (place / _PITCH) % 1.0
        c.zone("stripes", ramp(0.0, 0.03, at) * ramp(0.40, 0.37, at) * here)
    c.seam(c.hole, 0.6)
    c.seam(c.where(c.z + 0.012, ~c.arm & (c.y < 1.23)), 0.4)
    low, end = c.where(c.y - _HEM, ~c.arm), c.where(_CUFF - np.abs(c.x), c.arm)
    for row in (0.016, 0.020):
        c.stitches(low - row, c.girth(), 0.87, 0.8)
        c.stitches(end - row, c.round_arm(), 0.87, 0.8)
    # Slits at the sides of the hem.
    c.raised(np.where((c.y < _SLIT) & ~c.arm, np.abs(c.z + 0.012) - 0.0006, 1.0), 0.5)
    c.mottle(0.010, 18.0, 73)
    sewing.trim(band(rim(cut.outside, _NECK), shape, _SECTION, lift=0.15), "cloth", (16, 200), (0.018, 0.52), _bound)
    return sewing.done(hollows=0.5, material={"shade": (0.80, 0.73, 0.80), "rim": (0.06, 0.06, 0.06)})


def _bound(down: Doubles, along: Doubles) -> Doubles:
    made: Doubles = 1.0 - 0.14 * np.exp(-(((down - 0.0055) / 0.0012) ** 2))
    return made
