"""Track pants in smooth jersey: stripes down the sides, an elastic waist with a cord, ribbed cuffs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth import trouser_marks as marks
from avatars.forge.cloth.folds import mirrored
from avatars.forge.garments.drawstring import drawstring
from avatars.forge.garments.joggers import GATHER
from avatars.forge.garments.trouser_block import CORD, THIGH, TrouserCloth, TrouserCut, make_trousers_of
from avatars.forge.garments.trousers import KNEE_FOLDS, RISE_FOLDS
from avatars.forge.sdf.fields import ramp

if TYPE_CHECKING:
    from avatars.forge.charts import Chart
    from avatars.forge.cloth.dyed import Dyed
    from avatars.forge.sdf.fields import Doubles, Field
    from avatars.forge.wardrobe.garment import Tailored

CLOTH, STRIPE = "#3d5567", "#f0e4cf"
_HEM, _CUFF = 0.086, 0.138
_LEG = (
    (0.060, 0.0450, 0.0500, 0.0985, -0.022),
    (0.128, 0.0450, 0.0505, 0.0985, -0.022),
    (0.146, 0.0520, 0.0575, 0.0990, -0.021),
    (0.185, 0.0570, 0.0625, 0.0990, -0.020),
    (0.320, 0.0590, 0.0640, 0.0980, -0.015),
    (0.470, 0.0610, 0.0650, 0.0960, -0.003),
    (0.560, 0.0660, 0.0695, 0.0950, 0.000),
    *THIGH,
)


def _paint(c: Dyed, around: Doubles, height: Doubles, right: Doubles) -> None:
    marks.leg_seams(c, around, height, 0.45)
    side = np.abs(around - 0.5) * marks.GIRTH
    above = ramp(_CUFF, _CUFF + 0.002, height) * ramp(marks.BAND, marks.BAND - 0.002, height)
    for middle in (0.0, 0.0170):
        band = 0.0050 - np.abs(side - middle)
        c.lay("stripe", above * ramp(-0.0004, 0.0004, band))
        c.tone(0.86, above * ramp(0.0016, 0.0, np.abs(band)))
    marks.slant_pocket(c, around, height, 0.805, 0.115)
    marks.elastic(c, around, height)
    marks.rib_band(c, around, 0.0, _CUFF, height)


def _cord(outside: Field) -> tuple[Chart, ...]:
    return drawstring(outside, CORD, 0.950, 0.0026, 1.1)


def make_track_pants() -> Tailored:
    """The pants."""
    left = (*RISE_FOLDS, *KNEE_FOLDS, *GATHER)
    cut = TrouserCut(_LEG, _HEM, (*left, *mirrored(left, 83)))
    cloth = TrouserCloth({"cloth": CLOTH, "stripe": STRIPE}, _paint, weave=(0.012, 1.6), outline=(0.14, 0.18, 0.22),
                         rim=(0.09, 0.10, 0.12), shade=(0.70, 0.67, 0.77), seed=83, trims=_cord, spot="stripe")
    return make_trousers_of("track-pants", cut, cloth)
