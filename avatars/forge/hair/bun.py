"""A low bun, loosely coiled, with a soft side fringe and wisps at the temples and the nape."""

from __future__ import annotations

import numpy as np

from avatars.forge.hair.cap import cap
from avatars.forge.hair.cut import Comb, Cut
from avatars.forge.hair.fringe import SIDE_SOFT, fringe, fringe_chains
from avatars.forge.hair.growth import hanging
from avatars.forge.hair.lock import Lock
from avatars.forge.hair.parting import SIDE
from avatars.forge.hair.ponytail import wisps
from avatars.forge.hair.rig import FRAMING, Chain
from avatars.forge.hair.scalp import Scalp
from avatars.forge.hair.shag import NAPE_FALL
from avatars.forge.hair.strands import UNDER
from avatars.forge.hair.tail import drawn_back, tie
from avatars.forge.head.surface import HeadSurface
from avatars.forge.parameters import Hair

_AT = np.array([0.0, 7.6, -9.4])
_BUN, _SIZE = np.array([0.0, 7.8, -11.1]), np.array([3.6, 3.3, 3.0])
_COILS = (
    (88, 0.4, 330, 1.15), (66, 2.4, 320, 1.25), (44, 4.6, 300, 1.2), (22, 0.9, 330, 1.05), (60, 5.3, 150, 0.7), (7, 2.0, 250, 0.8)
)
"""Angle from its axis, where a coil begins, how far it goes around (degrees), and its half width."""


def make_bun(hair: Hair, surface: HeadSurface) -> Cut:
    """The cut on this head."""
    scalp = Scalp(surface, NAPE_FALL)
    comb = Comb(hair, scalp)
    back = drawn_back(comb, _AT, (0, 17, -17, 34, -34, 50, -50, 66, -66, 97, -97, 120, -120, 148, -148), 2.9)
    locks = [*back, *_coils(comb), *wisps(comb, (0.0, 9.0, -9.0)), *fringe(comb, SIDE_SOFT, SIDE, 1.4)]
    shells = (cap(scalp, lambda _: (float(_AT[0]), float(_AT[1]), float(_AT[2])), 0.74, 0.0, (0, UNDER)),)
    return Cut(locks, _chains(comb), shells, (tie((0.0, 7.8, -9.5), (0.0, 0.0, -1.0), 2.7, 0.5),))


def _coils(comb: Comb) -> list[Lock]:
    out = []
    for angle, begins, around, width in _COILS:
        at = np.linspace(0, 1, 14)
        tilt = np.radians(angle + (comb.vary(5.0)) + 9 * np.sin(3 * at + begins))
        turn = begins + np.radians(around) * at
        way = np.stack([np.sin(tilt) * np.cos(turn), np.sin(tilt) * np.sin(turn), -np.cos(tilt)], axis=-1)
        swell = 1 + 0.05 * np.sin(5 * at + begins) * comb.hair.wave
        knots = _BUN + way * _SIZE * swell[:, None]
        out.append(Lock(
            knots, len(knots), width * (0.75 + 0.25 * comb.hair.length), thickness=0.95, section="broad", rows=17,
            column=comb.column(3), strands=3, root_width=0.55, bend=3.4, axis=np.broadcast_to(_BUN, knots.shape), lining=False,
        ))
    return out


def _chains(comb: Comb) -> tuple[Chain, ...]:
    return (
        *(hanging(comb.scalp, f"side_{i}", a, (10.5, 5.0, comb.low(-0.5)), 1.2, FRAMING) for i, a in enumerate((60, -60))),
        *fringe_chains(comb.scalp),
    )
