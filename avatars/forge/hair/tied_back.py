"""Medium hair tied back low, a man's or anyone's: lifted from the forehead, a short tail, a few strands loose."""

from __future__ import annotations

import numpy as np

from avatars.forge.hair.cap import cap
from avatars.forge.hair.cut import Comb, Cut
from avatars.forge.hair.growth import combed, hanging, pulled
from avatars.forge.hair.lock import Lock
from avatars.forge.hair.parting import MIDDLE
from avatars.forge.hair.rig import FRAMING, TAIL, Chain
from avatars.forge.hair.scalp import Scalp
from avatars.forge.hair.shag import NAPE_FALL
from avatars.forge.hair.strands import UNDER
from avatars.forge.hair.tail import drawn_back, tail, tie
from avatars.forge.head.surface import HeadSurface, unit
from avatars.forge.parameters import Hair

_TIE = np.array([0.0, 10.4, -11.6])
_CORE = np.array(
    [(0.0, 10.5, -11.0), (0.0, 10.2, -12.8), (0.0, 8.6, -14.2), (0.0, 5.6, -14.6), (0.0, 2.6, -14.0), (0.0, 0.2, -13.6)]
)

_FRONT = (
    (0, 18.6, 1.35), (13, 18.6, 1.32), (-13, 18.6, 1.32), (26, 18.1, 1.25), (-26, 18.1, 1.25), (39, 17.2, 1.15),
    (-39, 17.2, 1.15), (52, 16.0, 1.05), (-52, 16.0, 1.05),
)
"""Azimuth and height of a root on the hairline, and how high its lock rises."""


def make_tied_back(hair: Hair, surface: HeadSurface) -> Cut:
    """The cut on this head."""
    scalp = Scalp(surface, NAPE_FALL)
    comb = Comb(hair, scalp)
    core = _CORE.copy()
    core[:, 1] = [comb.low(float(y), 9.0) for y in core[:, 1]]
    low = drawn_back(comb, _TIE, (66, -66, 97, -97, 120, -120, 142, -142, 164, -164), 2.4)
    locks = [*low, *_lifted(comb), *tail(comb, core, ((0.0, 0.6), (0.25, 1.0), (0.6, 1.25), (1.0, 0.6)), 9, 1.2), *_loose(comb)]
    chains = (
        Chain("tail", "tail", core[1:], TAIL),
        *(hanging(scalp, f"side_{i}", a, (11.0, 7.0, comb.low(3.0)), 1.2, FRAMING) for i, a in enumerate((54, -54))),
    )
    root = (float(_TIE[0]), float(_TIE[1]), float(_TIE[2]) + 1.8)
    return Cut(
        locks, chains, (cap(scalp, lambda _: root, 0.55, 0.0, (0, UNDER)),), (tie(_TIE, unit(core[2] - core[0]), 1.05, 0.34),)
    )


def _lifted(comb: Comb) -> list[Lock]:
    """Combed up from the forehead and back, fuller than the sides."""
    out = []
    for azimuth, height, lift in _FRONT:
        goal = _TIE + np.array([comb.vary(0.3), 0.5 + comb.vary(0.3), 0.0])
        out.append(
            pulled(
                comb.scalp,
                azimuth + comb.vary(2.0),
                height,
                goal,
                1.9 * (1 + comb.vary(0.1)),
                lift + comb.vary(0.08),
                thickness=0.45,
                section="broad",
                rows=15,
                column=comb.column(3),
                strands=3,
                root_width=0.72,
            )
        )
    return out


def _loose(comb: Comb) -> list[Lock]:
    """What came out of the tie."""
    out = []
    for a, leave, low, width in ((30, 17.6, 8.2, 0.34), (44, 16.6, 5.4, 0.42), (-34, 17.4, 7.0, 0.40), (-50, 16.0, 4.6, 0.30)):
        side = float(np.sign(a))
        tip = comb.low(low + comb.vary(0.5))
        free = [(a + side * 8, 14.0, 1.5), (a + side * 14, (14 + tip) / 2, 1.6), (a + side * 10, tip, 1.5)]
        out.append(
            combed(
                comb.scalp,
                MIDDLE.at(0.05),
                (a, leave, 1.75),
                free,
                width,
                top=1.7,
                buried=0.8,
                thickness=0.3,
                section="thin",
                rows=13,
                column=comb.column(),
                group="sides",
                wave=0.4 * comb.hair.wave,
                phase=comb.vary(2.0),
                turns=1.1,
                taper_from=0.2,
            )
        )
    return out
