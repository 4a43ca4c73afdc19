"""A short A-line skirt in fine corduroy, buttoned down the front, with two patch pockets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.tailoring import button, cover, raised, seam, stitches
from avatars.forge.garments.skirt_block import BAND, TOP, SkirtCloth, SkirtCut, even, make_skirt_of
from avatars.forge.sdf.fields import ramp

if TYPE_CHECKING:
    from avatars.forge.cloth.dyed import Dyed
    from avatars.forge.sdf.fields import Doubles
    from avatars.forge.wardrobe.garment import Tailored

DYE = "#b06a3c"
_HEM = 0.495
_HORN = (0.36, 0.23, 0.17)


def _waves(s: Doubles, y: Doubles) -> Doubles:
    """Hardly any: the cloth is firm, and only its flare stands out at the sides of front and back."""
    open_ = ramp(0.88, _HEM, y)
    turn = 2 * np.pi * s
    return open_ * (0.0055 * np.cos(6 * turn + 0.6) + 0.0030 * np.cos(10 * turn + 9 * y))


def _paint(c: Dyed, s: Doubles, y: Doubles) -> None:
    girth = np.interp(y, [_HEM, 0.75, TOP], [1.235, 1.07, 0.75])
    x = (s - 0.5) * girth
    below = np.where(y < BAND - 0.001, 1.0, 0.0)
    cord = 0.5 + 0.5 * np.cos(s * 2 * np.pi * 250)
    c.tone(0.86 + 0.20 * cord, 0.85 * below)
    c.tone(1.0 + 0.04 * np.cos(2 * np.pi * s * 2))
    # The placket with its buttons; side seams and a dart in each half.
    placket = 0.0190 - np.abs(x)
    raised(c, placket, 1.0 * below)
    stitches(c, placket - 0.0045, y, 1.24, 0.7 * below)
    for side in (0.25, 0.75):
        seam(c, (s - side) * girth, 0.8 * below)
    for out in (-0.245, 0.245):
        dart = np.where((y > 0.87) & (below > 0), (s - 0.5 - out * 0.5) * girth, 1.0)
        seam(c, dart, 0.55)
    for side in (-1.0, 1.0):
        px, py = side * x - 0.105, y - 0.800
        # Slanted tops: deeper towards the side.
        inside = np.minimum(np.minimum(0.052 - np.abs(px), py + 0.062 - 0.35 * np.maximum(np.abs(px) - 0.034, 0.0)),
                            0.052 - 0.22 * px - py)
        raised(c, inside, 1.0)
        stitches(c, inside - 0.0045, px + py, 1.24, 0.75)
        stitches(c, np.where(inside > 0, 0.052 - 0.22 * px - py - 0.016, 1.0), px, 1.20, 0.6)
    hem = y - _HEM - 0.022
    stitches(c, hem, s * girth, 1.22, 0.7)
    for height in (0.970, 0.905, 0.840, 0.775, 0.710, 0.645, 0.580, 0.525):
        button(c, x, y - height, _HORN, 0.0082)
    c.tone(0.93, 0.6 * cover(np.where(below > 0, -placket, -1.0), 0.004) * ramp(0.06, 0.02, np.abs(x)))


def make_a_line_skirt() -> Tailored:
    """The skirt."""
    cut = SkirtCut(
        profile=((_HEM, 0.2180, 0.1720), (0.640, 0.1960, 0.1530), (0.760, 0.1770, 0.1350)),
        waves=_waves, columns=even(64), rows=10, repeat=1,
    )
    cloth = SkirtCloth({"cloth": DYE}, _paint, size=(512, 1024), depth=0.16, weave=(0.016, 3.0),
                       shade=(0.76, 0.66, 0.70), outline=(0.34, 0.20, 0.15), seed=37)
    return make_skirt_of("corduroy-skirt", cut, cloth)
