"""Loose pyjama trousers of brushed cotton with a soft cord and piped hems."""

from __future__ import annotations

from typing import TYPE_CHECKING

from avatars.forge.cloth import trouser_marks as marks
from avatars.forge.cloth.folds import Fold, mirrored
from avatars.forge.cloth.tailoring import raised
from avatars.forge.garments.drawstring import drawstring
from avatars.forge.garments.trouser_block import CORD, THIGH, TrouserCloth, TrouserCut, make_trousers_of
from avatars.forge.garments.trousers import KNEE_FOLDS, RISE_FOLDS
from avatars.forge.sdf.fields import ramp

if TYPE_CHECKING:
    from avatars.forge.charts import Chart
    from avatars.forge.cloth.dyed import Dyed
    from avatars.forge.sdf.fields import Doubles, Field
    from avatars.forge.wardrobe.garment import Tailored

CLOTH, PIPING = "#9fb3c4", "#f3ead9"
_HEM = 0.062
_LEG = (
    (0.020, 0.0740, 0.0830, 0.1010, -0.014),
    (0.200, 0.0740, 0.0800, 0.1010, -0.014),
    (0.340, 0.0740, 0.0790, 0.0995, -0.010),
    (0.470, 0.0745, 0.0780, 0.0975, -0.003),
    (0.560, 0.0770, 0.0800, 0.0955, -0.001),
    (0.660, 0.0795, 0.0840, 0.0905, -0.002),
    *THIGH[1:],
)
_SOFT = (
    Fold((0.052, 0.150, 0.055), (0.160, 0.120, 0.050), (0.15, 0.0, 1.0), 0.012, 0.0048, 0.008),
    Fold((0.050, 0.110, 0.060), (0.150, 0.165, 0.050), (0.15, 0.0, 1.0), 0.011, 0.0036, -0.008),
    Fold((0.050, 0.130, -0.085), (0.160, 0.110, -0.080), (0.1, 0.0, -1.0), 0.012, 0.0048, 0.008),
    Fold((0.050, 0.180, -0.085), (0.160, 0.200, -0.075), (0.1, 0.0, -1.0), 0.012, 0.0036, -0.008),
    Fold((0.130, 0.660, 0.065), (0.130, 0.250, 0.065), (0.5, 0.0, 1.0), 0.016, 0.0046, 0.010),
    Fold((0.165, 0.560, 0.000), (0.175, 0.150, 0.000), (1.0, 0.0, 0.0), 0.016, 0.0046, 0.008),
    Fold((0.085, 0.420, 0.075), (0.080, 0.180, 0.070), (0.0, 0.0, 1.0), 0.014, 0.0036, -0.008),
    Fold((0.110, 0.620, -0.085), (0.105, 0.240, -0.090), (0.1, 0.0, -1.0), 0.016, 0.0044, 0.010),
)


def _paint(c: Dyed, around: Doubles, height: Doubles, right: Doubles) -> None:
    c.grain(3.0, 0.012, 19)
    marks.leg_seams(c, around, height, 0.5)
    marks.slant_pocket(c, around, height, 0.815, 0.09)
    marks.elastic(c, around, height)
    # The piping is a thin round cord above a deep hem.
    pipe = height - _HEM - 0.040
    raised(c, 0.0022 - abs(pipe), 0.8)
    c.lay("piping", ramp(0.0024, 0.0018, abs(pipe)))
    c.tone(1.06, ramp(0.0, -0.002, pipe))


def _cord(outside: Field) -> tuple[Chart, ...]:
    return drawstring(outside, CORD, 0.948, 0.0030, 1.25)


def make_pyjama_trousers() -> Tailored:
    """The trousers."""
    left = (*RISE_FOLDS, *KNEE_FOLDS[:5], *_SOFT)
    cut = TrouserCut(_LEG, _HEM, (*left, *mirrored(left, 91)))
    cloth = TrouserCloth({"cloth": CLOTH, "piping": PIPING}, _paint, weave=(0.010, 1.2), outline=(0.36, 0.36, 0.42),
                         shade=(0.76, 0.70, 0.80), seed=91, trims=_cord, spot="piping")
    return make_trousers_of("pyjama-trousers", cut, cloth)
