"""A long plait over her left shoulder, with a soft parted fringe and strands at the temples."""

from __future__ import annotations

import numpy as np

from avatars.forge.hair.braided import plait
from avatars.forge.hair.cap import cap
from avatars.forge.hair.cut import Comb, Cut
from avatars.forge.hair.fringe import SIDE_SOFT, fringe, fringe_chains
from avatars.forge.hair.growth import hanging
from avatars.forge.hair.parting import SIDE
from avatars.forge.hair.ponytail import wisps
from avatars.forge.hair.rig import FRAMING, TAIL, Chain
from avatars.forge.hair.scalp import Scalp
from avatars.forge.hair.shag import NAPE_FALL
from avatars.forge.hair.strands import UNDER
from avatars.forge.hair.tail import drawn_back, tail, tie
from avatars.forge.head.surface import Array, HeadSurface, unit
from avatars.forge.parameters import Hair

_NAPE = np.array([1.0, 6.4, -9.2])
_CORE = np.array([
    (0.4, 6.8, -9.6), (3.6, 4.6, -9.2), (6.8, 2.4, -6.4), (9.0, 0.4, -1.6), (9.5, -2.2, 4.0), (8.8, -6.0, 8.6),
    (7.9, -11.0, 12.2), (7.3, -17.0, 14.6), (6.9, -23.0, 15.6),
])
_END = np.array([(6.9, -22.6, 15.6), (6.85, -24.6, 15.8), (6.8, -26.8, 15.7), (6.7, -29.0, 15.3)])
_FLAT = tuple(bang._replace(lift=bang.lift - 0.40) for bang in SIDE_SOFT)
"""A fringe that lies close, for hair that is drawn back."""


def make_braid(hair: Hair, surface: HeadSurface) -> Cut:
    """The cut on this head."""
    scalp = Scalp(surface, NAPE_FALL)
    comb = Comb(hair, scalp)
    core, end = _stretched(comb, _CORE), _stretched(comb, _END)
    back = drawn_back(
        comb, _NAPE, (0, 17, -17, 26, -26, 34, -34, -42, 50, -50, 66, -66, 97, -97, 122, -122, -140, 148, -160), 2.9
    )
    locks = [
        *back,
        *plait(comb, core, 2.05, turns=3.6, group="tail"),
        *tail(comb, end, ((0.0, 0.55), (0.4, 0.9), (1.0, 0.5)), 7, 0.85),
        *wisps(comb, (0.0, 9.0, -9.0)),
        *fringe(comb, _FLAT, SIDE, 1.05),
    ]
    shells = (cap(scalp, lambda _: (0.0, 7.6, -9.4), 0.56, 0.0, (0, UNDER)),)
    return Cut(locks, _chains(comb, core, end), shells, (tie(end[0], unit(end[1] - end[0]), 1.0, 0.34),))


def _stretched(comb: Comb, core: Array) -> Array:
    """Longer or shorter below the collar bone."""
    out = core.copy()
    out[:, 1] = [comb.low(float(y), -4.0) for y in core[:, 1]]
    return out


def _chains(comb: Comb, core: Array, end: Array) -> tuple[Chain, ...]:
    return (
        Chain("braid", "tail", np.concatenate([core[[3, 4, 5, 6, 7, 8]], end[-1:]]), TAIL),
        *(hanging(comb.scalp, f"side_{i}", a, (10.5, 5.0, comb.low(-0.5)), 1.2, FRAMING) for i, a in enumerate((60, -60))),
        *fringe_chains(comb.scalp),
    )
