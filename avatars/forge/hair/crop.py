"""A man's textured crop: short sides, the top rough and combed forward."""

from __future__ import annotations

import numpy as np

from avatars.forge.hair.cap import cap
from avatars.forge.hair.cut import Comb, Cut
from avatars.forge.hair.growth import crown
from avatars.forge.hair.lock import Lock
from avatars.forge.hair.parting import WHORL
from avatars.forge.hair.scalp import Scalp
from avatars.forge.hair.shag import NAPE_FALL, Ring, shag
from avatars.forge.hair.strands import UNDER
from avatars.forge.head.surface import HeadSurface
from avatars.forge.parameters import Hair

_RINGS = (
    Ring(64, 13.6, 3.4, ((60, 10.6), (74, 9.4), (90, 11.6), (108, 9.0), (125, 6.8), (180, 5.2)), 0.36, 0.05, 1.35, 0.4, 6.0),
    Ring(58, 15.2, 3.8, ((58, 13.2), (90, 13.0), (130, 10.4), (180, 8.6)), 0.52, 0.12, 1.55, 0.5, 8.0),
    Ring(58, 18.6, 3.8, ((58, 16.4), (90, 16.0), (180, 13.0)), 0.78, 0.25, 1.7, 0.6, 8.0),
)


def make_crop(hair: Hair, surface: HeadSurface) -> Cut:
    """The cut on this head."""
    scalp = Scalp(surface, NAPE_FALL)
    comb = Comb(hair, scalp)
    shells = (cap(scalp, WHORL.root, 0.36, 0.0, (0, UNDER)),)
    return Cut([*shag(comb, _RINGS, WHORL, 0.8), *_top(comb)], (), shells, shine=20.8)


_ROWS = (
    # where a row begins and ends in the plan of the crown, half its width, locks, how its tips stand off
    (-8.0, 0.5, 5.4, 6, 1.30),
    (-5.0, 4.6, 6.8, 8, 1.50),
    (-1.6, 9.0, 7.6, 9, 1.60),
    (1.6, 12.6, 7.8, 10, 1.50),
    (4.0, 17.2, 8.2, 11, 1.15),
)


def _top(comb: Comb) -> list[Lock]:
    """Rows across the crown, from the whorl to the forehead; the tips stand up a little."""
    out = []
    for back, front, half, count, stand in _ROWS:
        for number, x in enumerate(np.linspace(-half, half, count)):
            x = float(x) + comb.vary(0.5)
            end = back + (front - back + comb.vary(1.5) - 0.045 * x * x * (front / 15)) * (0.6 + 0.4 * comb.hair.length)
            side = comb.vary(1.0) - 1.3
            rough = stand + (0.45 if number % 3 == 1 else -0.05) + comb.vary(0.15)
            third = (end - back) / 3
            plan = (
                (x * 0.80, back, 0.30), (x * 0.92, back + third, 0.95), (x, back + 2 * third, 1.10),
                (x + side * 0.5, back + 2.6 * third, 0.5 * (1.10 + rough)), (x + side, end, rough),
            )
            out.append(Lock(
                crown(comb.scalp, plan), 4, 1.12 + comb.vary(0.25), thickness=0.50, rows=9, column=comb.column(2), strands=2,
                group="top", wave=0.22 * comb.hair.wave, phase=comb.vary(2.0), turns=0.8, taper_from=0.0, taper=1.7,
                root_width=0.45, closed=True,
            ))
    return out
