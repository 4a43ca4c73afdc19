"""Medium hair from a side parting: lifted at the forehead and swept aside and back over the temples, short at the nape."""

from __future__ import annotations

from avatars.forge.hair.cap import cap
from avatars.forge.hair.cut import Comb, Cut
from avatars.forge.hair.fringe import fringe_chains
from avatars.forge.hair.growth import combed
from avatars.forge.hair.lock import Lock
from avatars.forge.hair.parting import Parting
from avatars.forge.hair.scalp import Scalp
from avatars.forge.hair.shag import NAPE_FALL, Ring, shag
from avatars.forge.head.surface import HeadSurface
from avatars.forge.parameters import Hair

_PART = Parting(((3.4, 19.3, 6.4), (3.2, 21.6, 3.6), (2.8, 22.8, 0.2), (1.6, 22.7, -3.2), (0.4, 21.4, -6.0)))
_RINGS = (
    Ring(72, 13.8, 4.0, ((66, 9.0), (78, 8.4), (90, 10.6), (106, 7.8), (120, 4.6), (180, 2.6)), 0.55, 0.30, 1.45, 0.5, 6.0),
    Ring(66, 16.4, 4.6, ((66, 11.4), (90, 11.6), (120, 8.4), (180, 6.8)), 0.95, 0.30, 1.65, 0.6, 10.0),
    Ring(72, 20.4, 4.6, ((66, 14.6), (90, 14.2), (180, 11.2)), 1.35, 0.35, 1.75, 0.7, 12.0),
    Ring(86, 29.0, 4.0, ((80, 17.6), (180, 16.0)), 1.55, 0.10, 1.7, 0.7, 14.0),
)
_SWEEPS = (
    # (azimuth, height, lift) from the lifted root to the tip; half width; where on the parting
    (((6, 18.9, 2.0), (-18, 18.2, 2.7), (-46, 16.0, 2.2), (-72, 13.2, 1.7), (-94, 11.8, 1.5)), 1.50, 0.02),
    (((0, 19.4, 2.1), (-26, 18.9, 2.7), (-54, 16.9, 2.3), (-80, 14.4, 1.8), (-102, 13.0, 1.7)), 1.60, 0.08),
    (((-8, 19.9, 2.0), (-36, 19.3, 2.4), (-64, 17.4, 2.2), (-90, 15.4, 1.9), (-112, 13.6, 1.8)), 1.60, 0.16),
    (((-18, 20.3, 1.8), (-48, 19.6, 2.1), (-76, 17.8, 2.0), (-104, 15.6, 1.9)), 1.55, 0.26),
    (((10, 18.6, 1.8), (-10, 17.5, 2.6), (-34, 15.2, 2.2), (-56, 12.4, 1.7)), 1.10, 0.00),
    (((13, 18.5, 1.6), (0, 17.0, 2.3), (-20, 14.8, 2.0), (-42, 12.3, 1.4)), 0.62, 0.00),
    (((12, 18.5, 1.7), (-3, 16.8, 2.5), (-26, 14.2, 2.1), (-49, 11.6, 1.5)), 0.24, 0.00),
    # the short side
    (((27, 18.6, 1.2), (42, 17.4, 1.8), (62, 14.8, 1.5), (82, 12.6, 1.2)), 1.20, 0.00),
    (((32, 19.2, 1.3), (50, 18.2, 1.8), (72, 15.9, 1.6), (94, 13.6, 1.4)), 1.35, 0.07),
    (((40, 19.8, 1.4), (60, 18.8, 1.7), (84, 16.6, 1.6), (106, 14.4, 1.5)), 1.35, 0.16),
    (((23, 18.5, 1.3), (32, 16.9, 1.8), (46, 14.6, 1.4), (58, 12.6, 1.2)), 0.50, 0.00),
)


def make_swept(hair: Hair, surface: HeadSurface) -> Cut:
    """The cut on this head."""
    scalp = Scalp(surface, NAPE_FALL)
    comb = Comb(hair, scalp)
    locks = [*shag(comb, _RINGS, _PART, 1.25), *_sweeps(comb)]
    return Cut(locks, fringe_chains(scalp, (-48,)), (cap(scalp, _PART.root, 1.05, 0.2),))


def _sweeps(comb: Comb) -> list[Lock]:
    out = []
    for path, width, root in _SWEEPS:
        wide = width > 1.0
        shorter = (1 - comb.hair.length) * 2.5
        free = [(a + comb.vary(1.5), h + shorter * i / 3 + comb.vary(0.15), lift) for i, (a, h, lift) in enumerate(path[1:])]
        out.append(combed(
            comb.scalp, _PART.at(root), path[0], free, width, top=1.5 if path[0][0] < 20 else 1.15, buried=0.9, thickness=0.55,
            section="broad" if wide else "lens" if width > 0.3 else "thin", rows=13, column=comb.column(3 if wide else 1),
            strands=3 if wide else 1, group="bangs" if path[-1][0] > -70 and path[-1][0] < -40 else "top",
            wave=0.16 * comb.hair.wave, phase=comb.vary(1.0), turns=0.8, taper_from=0.30, taper=2.2, root_width=0.5,
        ))
    return out
