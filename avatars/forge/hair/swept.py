"""Medium hair swept back from a side parting: volume over the forehead, sides combed behind the ears, a loose strand or two."""

from __future__ import annotations

import numpy as np

from avatars.forge.hair.cap import cap
from avatars.forge.hair.cut import Comb, Cut
from avatars.forge.hair.fringe import LOOSE, fringe, fringe_chains
from avatars.forge.hair.growth import crown, places
from avatars.forge.hair.lock import Lock
from avatars.forge.hair.parting import WHORL
from avatars.forge.hair.scalp import Scalp
from avatars.forge.hair.shag import NAPE_FALL, Ring, shag
from avatars.forge.hair.strands import UNDER
from avatars.forge.head.surface import HeadSurface
from avatars.forge.parameters import Hair

_RINGS = (
    Ring(112, 13.6, 4.0, ((110, 6.4), (125, 4.2), (180, 2.6)), 0.55, 0.30, 1.45, 0.5, 4.0),
    Ring(100, 16.0, 4.6, ((100, 9.4), (130, 7.8), (180, 6.4)), 0.95, 0.35, 1.6, 0.6, 6.0),
    Ring(96, 21.0, 4.4, ((96, 13.0), (180, 10.6)), 1.35, 0.35, 1.7, 0.7, 6.0),
)
_PART = 4.2
"""x of the parting in the plan of the crown."""


def make_swept(hair: Hair, surface: HeadSurface) -> Cut:
    """The cut on this head."""
    scalp = Scalp(surface, NAPE_FALL)
    comb = Comb(hair, scalp)
    locks = [*shag(comb, _RINGS, WHORL, 1.2), *_sides(comb), *_top(comb), *fringe(comb, LOOSE, WHORL, 1.4)]
    return Cut(locks, fringe_chains(scalp, (20, -24)), (cap(scalp, WHORL.root, 0.5, 0.0, (0, UNDER)),))


def _top(comb: Comb) -> list[Lock]:
    """From the forehead up and back over the crown; the higher, the nearer the parting."""
    out = []
    for layer, (front, count, rise) in enumerate(((11.9, 9, 0.75), (9.6, 8, 1.05), (6.4, 7, 1.1))):
        for number, x in enumerate(np.linspace(-8.2, 8.2, count)):
            x = float(x) + comb.vary(0.5)
            over = 1.0 if x < _PART else 0.72
            lean = -1.5 if x < _PART else 1.2
            start = front - 0.040 * x * x
            far = (15.5 + comb.vary(1.6)) * (0.8 + 0.2 * comb.hair.length)
            up = rise * over * (1.0 - 0.35 * (abs(x) / 8.2) ** 2) + comb.vary(0.15)
            plan = (
                (x, start, -0.10), (x + 0.10 * lean, start - 0.6, 0.5 * up + 0.35), (x + 0.45 * lean, start - 2.8, up + 0.75),
                (x + 1.0 * lean, start - 6.8, up + 0.75), (x + 1.3 * lean, start - 11.0, 1.45),
                (x * 0.92 + 1.2 * lean, start - far, 1.05 + 0.4 * (number % 2)),
            )
            out.append(Lock(
                crown(comb.scalp, plan), 5, 1.35 + comb.vary(0.3), thickness=0.62, section="broad", rows=13,
                column=comb.column(3), strands=3, group="top", wave=0.22 * comb.hair.wave, phase=comb.vary(1.5), turns=0.8,
                taper_from=0.0, taper=2.0, root_width=0.75, lining=layer == 0,
            ))
    return out


def _sides(comb: Comb) -> list[Lock]:
    """From the temples back over the tops of the ears."""
    out = []
    for side in (1, -1):
        for low, lift, start in ((15.6, 1.05, 52), (14.2, 1.0, 58), (12.9, 0.85, 63), (17.4, 1.15, 46)):
            drop = comb.vary(0.5)
            path = [
                (side * start, low, -0.10), (side * (start + 10), low + 0.5, 0.55 * lift), (side * (start + 28), low + 0.3, lift),
                (side * 108, low - 1.8 + drop, lift), (side * (134 + comb.vary(6)), low - 5.2 + drop, lift * 0.9 + 0.3),
            ]
            out.append(Lock(
                places(comb.scalp, path), 4, 1.15 + comb.vary(0.2), thickness=0.45, section="broad", rows=11,
                column=comb.column(3), strands=3, group="top", wave=0.12 * comb.hair.wave, phase=comb.vary(1.0), turns=0.8,
                taper_from=0.0, root_width=0.75, lining=False,
            ))
    return out
