"""An undercut: sides and nape clipped to the skin's shade, the top long and combed back with a little fall to the side."""

from __future__ import annotations

import numpy as np

from avatars.forge.hair.cap import cap
from avatars.forge.hair.cut import Comb, Cut
from avatars.forge.hair.growth import crown, places
from avatars.forge.hair.lock import Lock
from avatars.forge.hair.parting import WHORL
from avatars.forge.hair.scalp import Scalp
from avatars.forge.hair.shag import NAPE_FALL
from avatars.forge.hair.strands import UNDER
from avatars.forge.head.surface import HeadSurface
from avatars.forge.parameters import Hair

_ROWS = (
    # across the plan of the crown at the forehead; how high it rises, where it ends behind (azimuth, height), half width
    (-7.6, 1.10, (-112, 15.6), 1.30),
    (-5.9, 1.45, (-128, 15.2), 1.40),
    (-4.0, 1.80, (-143, 14.8), 1.45),
    (-2.0, 2.10, (-157, 14.6), 1.50),
    (0.1, 2.30, (-172, 14.4), 1.50),
    (2.2, 2.20, (174, 14.4), 1.50),
    (4.2, 1.85, (158, 14.7), 1.45),
    (6.0, 1.45, (138, 15.2), 1.35),
    (7.4, 1.05, (116, 15.7), 1.20),
)
_FALLING = (
    (((4.8, 10.9, 0.4), (2.6, 11.6, 2.6), (-1.8, 11.9, 3.2)), ((-24, 18.6, 2.6), (-40, 15.6, 1.7), (-50, 13.2, 1.2)), 0.62),
    (((5.4, 10.4, 0.4), (2.4, 11.0, 2.9), (-3.2, 10.8, 3.5)), ((-36, 18.6, 2.6), (-54, 15.8, 1.6), (-66, 14.0, 0.9)), 0.85),
    (((3.6, 11.3, 0.4), (2.0, 12.1, 2.2), (-0.6, 12.8, 2.6)), ((-12, 18.0, 2.2), (-25, 15.8, 1.6), (-33, 14.2, 1.2)), 0.30),
)


def make_undercut(hair: Hair, surface: HeadSurface) -> Cut:
    """The cut on this head."""
    scalp = Scalp(surface, NAPE_FALL)
    comb = Comb(hair, scalp)
    return Cut([*_back(comb), *_fill(comb), *_fall(comb)], (), (cap(scalp, WHORL.root, 0.26, 0.0, (0, UNDER)),), shine=20.6)


def _back(comb: Comb) -> list[Lock]:
    """From the forehead up, over the crown and down behind."""
    out = []
    for x, rise, (azimuth, height), width in _ROWS:
        x = x + comb.vary(0.3)
        plan = (
            (x, 11.6 - 0.06 * x * x, 0.15),
            (x * 1.02, 10.6, rise * 0.95),
            (x * 1.02, 7.2, rise),
            (x * 0.98, 1.0, 0.85 * rise + 0.2),
        )
        low = height + (1 - comb.hair.length) * 3.0
        free = [(azimuth * 0.97, low + 4.2, 1.25), (azimuth + comb.vary(3.0), low, 0.55 + comb.vary(0.15))]
        out.append(
            Lock(
                np.concatenate([crown(comb.scalp, plan), places(comb.scalp, free)]),
                5,
                width,
                thickness=0.62,
                section="broad",
                rows=17,
                column=comb.column(3),
                strands=3,
                group="top",
                wave=0.22 * comb.hair.wave,
                phase=comb.vary(1.2),
                turns=0.9,
                taper_from=0.0,
                taper=2.6,
                root_width=0.60,
                closed=True,
            )
        )
    return out


def _fill(comb: Comb) -> list[Lock]:
    """Shorter locks between them that stand up at the forehead."""
    out = []
    for x in np.linspace(-6.4, 6.4, 9):
        x = float(x) + comb.vary(0.4)
        rise = 2.0 - 0.020 * x * x
        plan = (
            (x, 11.9 - 0.06 * x * x, 0.1),
            (x, 11.2, rise),
            (x * 0.98, 8.6, rise + 0.45),
            (x * 0.95, 4.0, rise),
            (x * 0.92, -2.0, 0.9),
        )
        out.append(
            Lock(
                crown(comb.scalp, plan),
                4,
                0.85 + comb.vary(0.2),
                thickness=0.5,
                rows=11,
                column=comb.column(2),
                strands=2,
                group="top",
                wave=0.15 * comb.hair.wave,
                phase=comb.vary(2.0),
                turns=0.8,
                taper_from=0.0,
                taper=1.8,
                root_width=0.5,
                closed=True,
            )
        )
    return out


def _fall(comb: Comb) -> list[Lock]:
    """A few that fall to her right temple."""
    out = []
    for plan, fall, width in _FALLING:
        out.append(
            Lock(
                np.concatenate([crown(comb.scalp, plan), places(comb.scalp, fall)]),
                4,
                width,
                thickness=0.5,
                section="lens" if width > 0.3 else "thin",
                rows=14,
                column=comb.column(),
                group="top",
                wave=0.14 * comb.hair.wave,
                phase=comb.vary(1.0),
                turns=0.8,
                taper_from=0.2,
                taper=2.2,
                root_width=0.5,
                closed=True,
            )
        )
    return out
