"""A linen shirt: soft collar open at the neck, one breast pocket, sleeves rolled to below the elbow, a curved hem."""

from __future__ import annotations

from typing import TYPE_CHECKING

from avatars.forge.cloth.folds import Fold, mirrored, relief
from avatars.forge.cloth.paint import noise
from avatars.forge.garments.block import STRAIGHT, Block, crew, cuffs, eased, front_gap, hem_at, sleeve_rows, top_panels_flat
from avatars.forge.garments.collars import turned
from avatars.forge.garments.creases import sleeve_folds, trunk_folds
from avatars.forge.garments.sewing import Dyes, Sewing
from avatars.forge.garments.shell import rim, shell
from avatars.forge.garments.shirts import button_row, neck_edges, pocket, sewn_like_a_shirt, stitched

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles
    from avatars.forge.wardrobe.garment import Tailored

_HEM, _CUFF = 0.845, 0.440
_SLEEVE = sleeve_rows(
    (
        (0.150, 0.0085),
        (0.220, 0.0100),
        (0.300, 0.0115),
        (0.360, 0.0125),
        (0.386, 0.0130),
        (0.392, 0.0195),
        (0.416, 0.0205),
        (0.440, 0.0200),
        (0.480, 0.0200),
    )
)
_BLOCK = Block(eased(STRAIGHT, 0.003, 0.005), _SLEEVE, _HEM, _CUFF, ease=0.001)
_NECK = crew(0.0640, 0.0620, -0.0260)
_OPEN = ((1.246, 0.000), (1.275, 0.014), (1.310, 0.028), (1.350, 0.040))
_GAP = front_gap(((1.225, -0.020), *_OPEN))
_TAIL = hem_at(_HEM, 0.040)
_FRONT, _BACK = (0.2, 0.0, 1.0), (0.1, 0.0, -1.0)
_FOLDS = (
    Fold((0.075, 1.320, -0.020), (0.050, 1.200, 0.085), _FRONT, 0.012, 0.0022, -0.006),
    Fold((0.040, 1.150, 0.105), (0.055, 0.930, 0.100), _FRONT, 0.014, 0.0030, 0.008),
    Fold((0.110, 1.060, 0.090), (0.125, 0.860, 0.090), (0.5, 0.0, 1.0), 0.015, 0.0036, 0.008),
    Fold((0.030, 1.240, -0.095), (0.026, 0.880, -0.125), _BACK, 0.015, 0.0034, 0.004),
    Fold((0.095, 1.100, -0.090), (0.110, 0.860, -0.115), (0.4, 0.0, -1.0), 0.016, 0.0034, -0.008),
)


def make_linen_shirt(dyes: Dyes) -> Tailored:
    """The shirt."""
    smooth = _BLOCK.field()
    folds = relief(
        [*sleeve_folds(1.25, cuff=0.395, seed=91), *trunk_folds(1.10, waist=0.995, seed=92), *_FOLDS, *mirrored(_FOLDS, 93)]
    )

    def shape(points: Doubles) -> Doubles:
        return smooth(points) - folds(points)

    cut = shell(shape, _BLOCK.layout(), (_NECK, _GAP, cuffs(_CUFF), _TAIL), 0.0032, 0.03)
    sewing = Sewing("linen_shirt", dyes, top_panels_flat(girth=1.04, long=0.60, sleeve=0.33), cut, shape, folds, smooth=smooth)
    c = sewing.canvas
    size = c.size
    # Slubs of the yarn, in warp and weft.
    c.tone *= (1.0 + 0.008 * noise(size, size, 0.9, 94, 6.0) + 0.008 * noise(size, size, 0.9, 95, 0.17))[..., None]
    sewn_like_a_shirt(sewing, _HEM, _CUFF, 0.0, _TAIL)
    end = c.where(_CUFF - abs(c.x), c.arm)
    for row in (0.016, 0.033):
        c.seam(end - row, 0.9)
    c.raised(0.0475 - end, 0.9)
    neck_edges(sewing, "cloth", _OPEN, 0.866)
    pocket(sewing, "cloth", (0.074, 1.165), 0.082, 0.092)
    button_row(sewing, (1.222, 1.152, 1.080, 1.008, 0.936), "#efe6d6", 0.0056)
    collar = turned(rim(cut.outside, _NECK, 27), shape, stand=0.024, leaf=0.036, point=0.026, spread=0.020, open_=0.8)
    sewing.trim(collar, "collar", (60, 190), (0.085, 0.40), _leaf)
    return sewing.done(strength=1.15, hollows=0.5, material={"shade": (0.82, 0.75, 0.81), "rim": (0.06, 0.06, 0.06)})


def _leaf(down: Doubles, along: Doubles) -> Doubles:
    tone = stitched(0.085, 0.0050)(down, along) * stitched(0.40, 0.0050)(along, down)
    tone[down < 0.034] = 0.86
    return tone
