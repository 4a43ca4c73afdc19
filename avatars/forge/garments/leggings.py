"""Sports leggings: close, with a wide waistband and a panel that curves round the knee."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth import trouser_marks as marks
from avatars.forge.cloth.folds import Fold, mirrored
from avatars.forge.cloth.tailoring import seam, stitches
from avatars.forge.garments.trouser_block import TrouserCloth, TrouserCut, make_trousers_of
from avatars.forge.sdf.fields import ramp

if TYPE_CHECKING:
    from avatars.forge.cloth.dyed import Dyed
    from avatars.forge.sdf.fields import Doubles
    from avatars.forge.wardrobe.garment import Tailored

CLOTH, PANEL = "#474b57", "#7d93a8"
_HEM = 0.112
_HIPS = (
    (0.735, 0.006, 0.040, 0.0, -0.004),
    (0.770, 0.016, 0.064, 0.0, -0.004),
    (0.805, 0.060, 0.076, 0.0, -0.005),
    (0.840, 0.1360, 0.0870, 0.0, -0.008),
    (0.890, 0.1515, 0.1015, 0.0, -0.010),
    (0.940, 0.1460, 0.0990, 0.0, -0.006),
    (0.990, 0.1330, 0.0870, 0.0, 0.000),
    (1.030, 0.1210, 0.0795, 0.0, 0.003),
)
_LEG = (
    # The leg itself and three millimetres.
    (0.060, 0.0330, 0.0365, 0.098, -0.024),
    (0.120, 0.0320, 0.0345, 0.098, -0.022),
    (0.220, 0.0402, 0.0442, 0.097, -0.020),
    (0.310, 0.0492, 0.0542, 0.096, -0.020),
    (0.390, 0.0492, 0.0522, 0.095, -0.012),
    (0.460, 0.0485, 0.0505, 0.094, 0.000),
    (0.520, 0.0535, 0.0565, 0.093, 0.002),
    (0.620, 0.0655, 0.0705, 0.091, 0.001),
    (0.750, 0.0765, 0.0825, 0.083, -0.002),
    (0.860, 0.0745, 0.0875, 0.080, -0.008),
    (0.910, 0.0640, 0.0780, 0.078, -0.010),
)
_TENSION = (
    # Fine pulls behind the knee, at the ankle and from the hip.
    Fold((0.055, 0.475, -0.040), (0.132, 0.485, -0.040), (0.1, 0.0, -1.0), 0.0070, 0.0016, 0.004),
    Fold((0.055, 0.455, -0.042), (0.132, 0.450, -0.042), (0.1, 0.0, -1.0), 0.0065, 0.0016, -0.004),
    Fold((0.070, 0.135, 0.010), (0.126, 0.142, 0.008), (0.1, 0.0, 1.0), 0.0060, 0.0014, 0.003),
    Fold((0.070, 0.150, -0.050), (0.126, 0.144, -0.050), (0.1, 0.0, -1.0), 0.0060, 0.0014, 0.003),
    Fold((0.024, 0.772, 0.074), (0.110, 0.800, 0.075), (0.2, 0.0, 1.0), 0.0080, 0.0016, 0.006),
)


def _paint(c: Dyed, around: Doubles, height: Doubles, right: Doubles) -> None:
    # Smooth knit shines softly along the front of the leg.
    c.tone(1.10, 0.9 * np.exp(-(((around - 0.30) / 0.06) ** 2)) * ramp(0.80, 0.70, height))
    marks.leg_seams(c, around, height, 0.35)
    # The panel: from the hip down the side, sweeping to the front of the shin.
    edge = 0.452 - 0.14 * ramp(0.62, 0.36, height) + 0.05 * ramp(0.95, 0.70, height)
    back = 0.590 - 0.03 * ramp(0.60, 0.30, height)
    inside = np.minimum(around - edge, back - around) * marks.GIRTH
    shown = ramp(marks.BAND - 0.03, marks.BAND - 0.031, height)
    c.lay("panel", shown * ramp(-0.0005, 0.0005, inside))
    seam(c, np.where(shown > 0, inside, 1.0), 0.7)
    for row in (0.0035, -0.0035):
        stitches(c, np.where(shown > 0, inside - row, 1.0), height, 1.16, 0.5)
    band = marks.BAND - 0.030
    seam(c, height - band, 0.8)
    stitches(c, height - band - 0.0035, around * marks.GIRTH, 1.16, 0.6)
    marks.turned_hem(c, height, around, _HEM, 0.014)


def make_leggings() -> Tailored:
    """The leggings."""
    cut = TrouserCut(_LEG, _HEM, (*_TENSION, *mirrored(_TENSION, 87)), hips=_HIPS, thickness=0.0018, join=0.030)
    cloth = TrouserCloth({"cloth": CLOTH, "panel": PANEL}, _paint, weave=(0.006, 1.0), rim=(0.12, 0.12, 0.15),
                         shade=(0.68, 0.65, 0.75), outline=(0.15, 0.15, 0.19), seed=87, hollows=0.5)
    return make_trousers_of("sports-leggings", cut, cloth)
