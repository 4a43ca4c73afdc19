"""A ponytail, bound high at the back, with a light fringe and strands that frame the face."""

from __future__ import annotations

import numpy as np

from avatars.forge.hair.cap import cap
from avatars.forge.hair.cut import Comb, Cut
from avatars.forge.hair.fringe import AIRY, fringe, fringe_chains
from avatars.forge.hair.growth import combed, hanging
from avatars.forge.hair.lock import Lock
from avatars.forge.hair.parting import MIDDLE
from avatars.forge.hair.rig import FRAMING, TAIL, Chain
from avatars.forge.hair.scalp import Scalp
from avatars.forge.hair.shag import NAPE_FALL
from avatars.forge.hair.strands import UNDER
from avatars.forge.hair.tail import drawn_back, tail, tie
from avatars.forge.head.surface import Array, HeadSurface, unit
from avatars.forge.parameters import Hair

TIE = np.array([0.0, 17.2, -11.3])
_CORE = np.array([
    (0.0, 17.0, -10.6), (0.0, 17.9, -12.2), (0.0, 17.9, -14.4), (0.0, 16.0, -16.6), (0.0, 12.0, -17.8), (0.0, 7.0, -17.9),
    (0.0, 1.5, -17.0), (0.0, -4.0, -16.0), (0.0, -9.5, -16.6),
])
_GIRTH = ((0.0, 0.85), (0.12, 0.95), (0.3, 1.9), (0.55, 2.8), (0.8, 2.5), (1.0, 1.1))


def make_ponytail(hair: Hair, surface: HeadSurface) -> Cut:
    """The cut on this head."""
    scalp = Scalp(surface, NAPE_FALL)
    comb = Comb(hair, scalp)
    core = _CORE.copy()
    core[:, 1] = [comb.low(float(y), 16.0) for y in core[:, 1]]
    back = drawn_back(comb, TIE, (0, 16, -16, 33, -33, 50, -50, 66, -66, 97, -97, 122, -122, 150, -150, 180), 2.3)
    falling = tail(comb, core, _GIRTH, 14, 2.1)
    locks = [*back, *falling, *wisps(comb, (0.0, 17.0, -9.5)), *fringe(comb, AIRY, MIDDLE, 1.3)]
    shells = (cap(scalp, lambda _: (0.0, 17.2, -9.4), 0.60, 0.0, (0, UNDER)),)
    return Cut(locks, _chains(comb, core), shells, (tie(TIE, unit(core[2] - core[0]), 1.35, 0.55),))


def _framing(comb: Comb) -> list[Lock]:
    """Strands in front of the ears."""
    out = []
    for side in (1, -1):
        for azimuth, low, width, section in ((58, 1.2, 0.75, "lens"), (63, -1.6, 0.5, "lens"), (54, 4.6, 0.26, "thin")):
            a, tip = side * (azimuth + comb.vary(1.5)), comb.low(low + comb.vary(0.5))
            free = (
                (a + side * 5, 10.5, 1.1), (a + side * 4, 6.5, 1.35), (a - side * 2, (tip + 6.5) * 0.45, 1.2),
                (a - side * 4, tip, 1.5),
            )
            out.append(combed(
                comb.scalp, MIDDLE.at(0.05), (a, 14.6, 1.35), free, width, top=1.2, buried=0.5, thickness=0.4,
                section=section, rows=14, column=comb.column(), group="sides", wave=0.40 * comb.hair.wave, phase=side * 0.8,
                turns=1.2, taper_from=0.3,
            ))
    return out


def wisps(comb: Comb, root: tuple[float, float, float]) -> list[Lock]:
    """Strands at temples and nape that are too short for the tie."""
    out = _framing(comb)
    for a, low in ((150, 0.4), (-158, 0.9), (172, 1.6)):
        free = ((a, 5.0, 0.35), (a + comb.vary(5), comb.low(low), 0.5))
        out.append(combed(
            comb.scalp, root, (a, 7.5, 0.35), free, 0.28, top=0.3, buried=0.2, thickness=0.2, section="thin", rows=9,
            column=comb.column(), group="nape", taper_from=0.1, lining=False,
        ))
    return out


def _chains(comb: Comb, core: Array) -> tuple[Chain, ...]:
    return (
        Chain("tail", "tail", core[[2, 3, 4, 5, 6, 8]], TAIL),
        *(hanging(comb.scalp, f"side_{i}", a, (10.5, 5.0, comb.low(-0.5)), 1.2, FRAMING) for i, a in enumerate((60, -60))),
        *fringe_chains(comb.scalp, (30, -30)),
    )
