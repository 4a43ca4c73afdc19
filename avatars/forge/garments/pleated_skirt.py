"""A midi skirt in narrow sunray pleats, which shine a little where they turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.tailoring import stitches
from avatars.forge.garments.skirt_block import BAND, SkirtCloth, SkirtCut, make_skirt_of, pleats
from avatars.forge.sdf.fields import ramp

if TYPE_CHECKING:
    from avatars.forge.cloth.dyed import Dyed
    from avatars.forge.sdf.fields import Doubles
    from avatars.forge.wardrobe.garment import Tailored

DYE = "#6f8f7c"
_PLEATS, _HEM = 36, 0.325


def _waves(s: Doubles, y: Doubles) -> Doubles:
    """Pleats like rays: sharp ridges that open towards the hem, and a slow sway of the whole."""
    phase = (s * _PLEATS) % 1.0
    ridge = 1.0 - np.abs(2.0 * phase - 1.0)
    deep = 0.0016 + 0.0125 * ramp(0.96, _HEM - 0.05, y)
    sway = 0.0050 * ramp(0.90, 0.40, y) * np.sin(2 * np.pi * s * 4 + 5 * y)
    return deep * (ridge - 0.5) * 2.0 + sway


def _paint(c: Dyed, s: Doubles, y: Doubles) -> None:
    phase = (s * _PLEATS) % 1.0
    # Crisp: the press leaves a bright edge in front and a dark line behind it.
    open_ = 0.45 + 0.55 * ramp(0.93, 0.55, y)
    below = y < BAND
    c.tone(1.16, open_ * below * np.exp(-(((phase - 0.47) / 0.055) ** 2)))
    c.tone(0.80, open_ * below * np.exp(-(((phase - 0.60) / 0.06) ** 2)))
    c.tone(0.74, open_ * below * np.exp(-((np.minimum(phase, 1 - phase) / 0.07) ** 2)))
    c.tone(1.05, ramp(0.70, 0.52, y) * ramp(0.36, 0.50, y))
    stitches(c, y - BAND - 0.003, s * 1.0, 1.12, np.where(y > BAND, 0.5, 0.0))


def make_pleated_skirt() -> Tailored:
    """The skirt."""
    cut = SkirtCut(
        profile=((_HEM, 0.2180, 0.1860), (0.480, 0.1960, 0.1650), (0.640, 0.1790, 0.1460), (0.780, 0.1670, 0.1300)),
        waves=_waves, columns=pleats(_PLEATS, (0.0, 0.5)), rows=11,
    )
    cloth = SkirtCloth({"cloth": DYE}, _paint, size=(640, 640), depth=0.30, weave=(0.010, 2.5), shade=(0.74, 0.69, 0.78),
                       rim=(0.08, 0.08, 0.08), outline=(0.22, 0.26, 0.24), seed=31)
    return make_skirt_of("sunray-skirt", cut, cloth)
