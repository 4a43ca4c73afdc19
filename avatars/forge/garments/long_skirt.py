"""A long skirt of thin cloth that falls in soft flutes, with a border above the hem."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.tailoring import raised
from avatars.forge.garments.skirt_block import BAND, SkirtCloth, SkirtCut, even, make_skirt_of
from avatars.forge.sdf.fields import bump, ramp

if TYPE_CHECKING:
    from avatars.forge.cloth.dyed import Dyed
    from avatars.forge.sdf.fields import Doubles
    from avatars.forge.wardrobe.garment import Tailored

CLOTH, BORDER = "#8d4f5c", "#e3c58f"
_HEM, _FLUTES = 0.095, 14


def _waves(s: Doubles, y: Doubles) -> Doubles:
    """Flutes that are gathered at the waist and open below, no two alike."""
    turn = 2 * np.pi * s
    open_ = ramp(0.97, 0.05, y)
    deep = 0.0022 + 0.0250 * open_**1.25
    phase = _FLUTES * turn + 0.9 * np.sin(2 * turn + 0.5) + 0.8 * np.sin(4 * turn + 1.9) * ramp(0.95, 0.4, y)
    wave = np.cos(phase) + 0.22 * np.cos(2 * phase)
    gathers = 0.0016 * bump(0.930, 0.035, y) * np.cos(44 * turn)
    return deep * (wave - 0.1) + gathers


def _paint(c: Dyed, s: Doubles, y: Doubles) -> None:
    # Short gathers below the band run out into the cloth.
    fine = 0.5 + 0.5 * np.cos(44 * 2 * np.pi * s + 3.0 * np.sin(12 * np.pi * s))
    c.tone(0.80 + 0.26 * fine, 0.8 * ramp(BAND, BAND - 0.004, y) * ramp(BAND - 0.11, BAND - 0.01, y))
    border = np.minimum(y - 0.137, 0.160 - y)
    c.lay("border", ramp(-0.0005, 0.0005, border))
    raised(c, border, 0.7)
    thin = np.minimum(y - 0.124, 0.1275 - y)
    c.lay("border", ramp(-0.0004, 0.0004, thin))
    c.tone(1.05, ramp(0.55, 0.25, y))


def make_long_skirt() -> Tailored:
    """The skirt."""
    cut = SkirtCut(
        profile=((_HEM, 0.2700, 0.2400), (0.300, 0.2400, 0.2080), (0.500, 0.2100, 0.1760), (0.680, 0.1840, 0.1480),
                 (0.790, 0.1690, 0.1310)),
        waves=_waves, columns=even(76), rows=11,
    )
    cloth = SkirtCloth({"cloth": CLOTH, "border": BORDER}, _paint, size=(768, 640), depth=0.40, weave=(0.010, 1.4),
                       shade=(0.74, 0.66, 0.74), outline=(0.26, 0.14, 0.18), seed=41)
    return make_skirt_of("long-skirt", cut, cloth)
