"""Two low tails, tied behind the ears, that fall over the shoulders in soft waves."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from avatars.forge.hair.cap import cap
from avatars.forge.hair.cut import Comb, Cut
from avatars.forge.hair.fringe import AIRY, fringe, fringe_chains
from avatars.forge.hair.growth import hanging
from avatars.forge.hair.lock import Lock
from avatars.forge.hair.parting import MIDDLE
from avatars.forge.hair.ponytail import wisps
from avatars.forge.hair.rig import FRAMING, TAIL, Chain
from avatars.forge.hair.scalp import Scalp
from avatars.forge.hair.shag import NAPE_FALL
from avatars.forge.hair.strands import UNDER
from avatars.forge.hair.tail import drawn_back, tail, tie
from avatars.forge.head.surface import Array, HeadSurface, unit
from avatars.forge.parameters import Hair

_TIE = np.array([6.9, 5.6, -5.6])
_CORE = np.array(
    [
        (6.6, 5.9, -5.8),
        (8.4, 4.4, -4.8),
        (9.9, 1.6, -1.6),
        (10.0, -2.0, 3.6),
        (9.3, -6.5, 8.4),
        (8.7, -11.5, 12.0),
        (8.3, -17.0, 13.6),
    ]
)
_GIRTH = ((0.0, 0.75), (0.15, 1.0), (0.4, 1.55), (0.7, 1.7), (1.0, 0.7))


def make_twin_tails(hair: Hair, surface: HeadSurface) -> Cut:
    """The cut on this head."""
    scalp = Scalp(surface, NAPE_FALL)
    comb = Comb(hair, scalp)
    core = _CORE.copy()
    core[:, 1] = [comb.low(float(y), -1.0) for y in core[:, 1]]
    locks: list[Lock] = []
    for side, group in ((1.0, "tail_left"), (-1.0, "tail_right")):
        flip = np.array([side, 1.0, 1.0])
        azimuths = [side * a for a in (6, 18, 31, 45, 60, 100, 118, 136, 154, 172)]
        locks += drawn_back(comb, _TIE * flip, azimuths, 2.5)
        locks += [replace(lock, group=group) for lock in tail(comb, core * flip, _GIRTH, 10, 1.45)]
    locks += [*wisps(comb, (0.0, 9.0, -9.0)), *fringe(comb, AIRY, MIDDLE, 1.3)]
    ties = tuple(
        tie(_TIE * f, unit((core[2] - core[0]) * f), 1.15, 0.42) for f in (np.array([1.0, 1, 1]), np.array([-1.0, 1, 1]))
    )
    return Cut(locks, _chains(comb, core), (cap(scalp, MIDDLE.root, 0.66, 0.0, (0, UNDER)),), ties)


def _chains(comb: Comb, core: Array) -> tuple[Chain, ...]:
    tails = [
        Chain(f"tail_{name}", f"tail_{name}", core[[1, 2, 3, 4, 5, 6]] * np.array([side, 1.0, 1.0]), TAIL)
        for side, name in ((1.0, "left"), (-1.0, "right"))
    ]
    return (
        *tails,
        *(hanging(comb.scalp, f"side_{i}", a, (10.5, 5.0, comb.low(-0.5)), 1.2, FRAMING) for i, a in enumerate((60, -60))),
        *fringe_chains(comb.scalp, (30, -30)),
    )
