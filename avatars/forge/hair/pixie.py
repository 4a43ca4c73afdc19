"""A pixie: short, soft and layered, a long fringe swept to the side, wisps before the ears and at the nape."""

from __future__ import annotations

from avatars.forge.hair.cap import cap
from avatars.forge.hair.cut import Comb, Cut
from avatars.forge.hair.fringe import SWEPT, fringe, fringe_chains
from avatars.forge.hair.parting import SIDE
from avatars.forge.hair.scalp import Scalp
from avatars.forge.hair.shag import NAPE_FALL, Ring, shag
from avatars.forge.head.surface import HeadSurface
from avatars.forge.parameters import Hair

_LOW = ((55, 8.6), (66, 7.2), (76, 6.6), (88, 8.8), (102, 7.6), (116, 4.4), (140, 1.9), (180, 1.4))
_RINGS = (
    Ring(66, 14.2, 4.6, _LOW, 0.75, 0.45, 1.30, 0.5, 4.0),
    Ring(60, 16.6, 5.0, ((60, 10.2), (90, 9.8), (120, 8.2), (180, 6.6)), 1.15, 0.30, 1.55, 0.7),
    Ring(66, 19.2, 5.0, ((60, 13.2), (90, 13.6), (180, 11.0)), 1.4, 0.30, 1.75, 0.9),
    Ring(84, 27.0, 4.0, ((80, 17.2), (180, 16.0)), 1.6, 0.10, 1.6, 0.9, 14.0),
)


def make_pixie(hair: Hair, surface: HeadSurface) -> Cut:
    """The cut on this head."""
    scalp = Scalp(surface, NAPE_FALL)
    comb = Comb(hair, scalp)
    locks = [*shag(comb, _RINGS, SIDE, 1.2), *fringe(comb, SWEPT, SIDE, 1.4)]
    return Cut(locks, fringe_chains(scalp), (cap(scalp, SIDE.root, 1.05),))
