"""A man's side-swept cut: short tapered sides, free ears, and a lifted top that falls over in overlapping locks."""

from __future__ import annotations

import numpy as np

from avatars.forge.hair.cap import cap
from avatars.forge.hair.cut import Comb, Cut
from avatars.forge.hair.fringe import fringe_chains
from avatars.forge.hair.growth import combed, crown, places
from avatars.forge.hair.lock import Lock
from avatars.forge.hair.parting import WHORL, Parting
from avatars.forge.hair.scalp import Scalp
from avatars.forge.hair.shag import NAPE_FALL, Ring, shag
from avatars.forge.hair.strands import UNDER
from avatars.forge.head.surface import HeadSurface
from avatars.forge.parameters import Hair

_PART = Parting(((4.6, 19.2, 5.6), (4.6, 20.6, 3.4), (4.2, 21.6, 0.2), (2.6, 22.0, -3.2), (0.6, 21.6, -5.6)))
_RINGS = (
    # tips tuck into the skin, so that the sides and the nape taper
    Ring(
        60, 12.0, 3.2, ((60, 14.0), (72, 11.4), (84, 12.2), (104, 12.0), (114, 8.8), (130, 6.4), (180, 5.2)),
        0.26, -0.24, 1.35, 0.25, 5.0,
    ),
    Ring(56, 13.6, 3.6, ((56, 15.8), (72, 14.4), (104, 13.8), (124, 10.4), (180, 8.0)), 0.44, -0.16, 1.55, 0.5, 8.0),
    Ring(60, 16.0, 3.8, ((60, 18.0), (90, 16.8), (130, 13.6), (180, 11.4)), 0.95, -0.10, 1.75, 0.7, 9.0),
    Ring(96, 21.0, 3.8, ((90, 18.4), (180, 15.4)), 1.35, 0.05, 1.8, 0.8, 12.0),
)
_OVER = (
    # where a lock over the crown begins and ends in the plan of it (z), how high it stands, half its width
    (-5.6, -8.4, 1.20, 1.70),
    (-3.4, -7.4, 1.45, 1.75),
    (-1.0, -5.8, 1.45, 1.80),
    (1.2, -3.8, 1.75, 1.75),
    (3.4, -2.0, 1.75, 1.75),
    (5.2, 0.2, 1.95, 1.70),
    (7.0, 2.4, 2.10, 1.65),
)
_QUIFF = (
    # places in the plan of the crown, rising from the parting; then (azimuth, height, lift) as it falls; half its width
    (
        ((7.2, 7.0, 0.3), (5.8, 7.6, 2.0), (1.8, 7.8, 2.8), (-4.0, 6.8, 2.8)),
        ((-64, 18.8, 2.3), (-90, 15.8, 1.1), (-106, 14.6, 0.6)),
        1.60,
    ),
    (
        ((6.8, 8.8, 0.3), (5.6, 9.4, 2.3), (2.0, 9.8, 3.5), (-3.6, 8.8, 3.5)),
        ((-48, 19.2, 3.0), (-72, 15.6, 1.6), (-90, 13.6, 0.8)),
        1.55,
    ),
    (
        ((6.4, 10.4, 0.3), (5.6, 11.0, 2.2), (2.6, 11.2, 3.7), (-2.2, 10.8, 4.1)),
        ((-30, 18.8, 3.5), (-50, 15.2, 2.0), (-63, 13.0, 1.2)),
        1.35,
    ),
    (
        ((6.5, 11.4, 0.3), (5.9, 12.0, 1.9), (3.9, 12.3, 3.2), (0.2, 12.6, 3.7)),
        ((-17, 18.0, 3.2), (-34, 14.9, 2.0), (-44, 13.0, 1.4)),
        1.10,
    ),
    (
        ((7.0, 11.5, 0.3), (6.6, 12.4, 1.5), (5.3, 13.5, 2.4), (2.6, 14.4, 2.7)),
        ((0, 17.0, 2.4), (-13, 15.0, 1.8), (-20, 13.7, 1.4)),
        0.66,
    ),
    (
        ((6.7, 11.5, 0.3), (6.2, 12.2, 1.7), (4.7, 13.0, 2.8), (1.6, 13.6, 3.1)),
        ((-9, 17.4, 2.6), (-25, 14.8, 1.9), (-33, 12.9, 1.4)),
        0.80,
    ),
    (
        ((6.8, 10.4, 0.3), (5.8, 11.0, 2.4), (3.0, 11.0, 4.2), (-1.2, 10.8, 4.5)),
        ((-26, 17.6, 3.4), (-44, 14.4, 2.2), (-52, 12.4, 1.5)),
        0.28,
    ),
    (
        ((7.2, 11.5, 0.3), (7.0, 12.4, 1.3), (6.2, 13.6, 2.0), (4.6, 14.8, 2.2)),
        ((11, 17.0, 2.0), (4, 15.6, 1.6), (0, 14.6, 1.4)),
        0.26,
    ),
)
_SHORT_SIDE = (
    (((30, 18.9, 0.8), (42, 17.8, 0.9), (58, 16.0, 0.6), (72, 14.6, 0.2)), 1.15, 0.00),
    (((36, 19.4, 0.9), (52, 18.4, 1.0), (72, 16.8, 0.7), (88, 15.4, 0.2)), 1.30, 0.08),
    (((46, 20.0, 1.0), (64, 19.0, 1.1), (86, 17.2, 0.9), (104, 15.6, 0.3)), 1.35, 0.20),
)


def make_swept(hair: Hair, surface: HeadSurface) -> Cut:
    """The cut on this head."""
    scalp = Scalp(surface, NAPE_FALL)
    comb = Comb(hair, scalp)
    locks = [*shag(comb, _RINGS, WHORL, 0.8), *_short_side(comb), *_over(comb), *_quiff(comb)]
    return Cut(locks, fringe_chains(scalp, (-40,)), (cap(scalp, WHORL.root, 0.36, 0.0, (0, UNDER)),), shine=20.8)


def _short_side(comb: Comb) -> list[Lock]:
    """Combed back from the parting, close to the head."""
    return [
        combed(
            comb.scalp, _PART.at(root), path[0], path[1:], width, top=0.85, buried=0.3, thickness=0.40, rows=10,
            column=comb.column(2), strands=2, group="short", wave=0.10 * comb.hair.wave, phase=comb.vary(1.0), turns=0.8,
            taper_from=0.25, taper=2.2, root_width=0.5,
        )
        for path, width, root in _SHORT_SIDE
    ]


def _over(comb: Comb) -> list[Lock]:
    """Broad locks from the parting over the crown to the other side, each over the one behind it."""
    out = []
    for begin, end, stand, width in _OVER:
        end = end + comb.vary(0.6)
        reach = (-12.6 + comb.vary(1.2)) * (0.6 + 0.4 * comb.hair.length)
        middle = (begin + end) / 2
        plan = (
            (8.6, begin - 0.2, 0.25), (6.4, begin + 0.3, 0.85 * stand), (1.0, begin, stand), (-3.6, middle, stand),
            (0.6 * reach - 1.0, 0.5 * (middle + end), 0.95 * stand), (reach, end, 0.80 * stand),
        )
        out.append(Lock(
            crown(comb.scalp, plan), 4, width, thickness=0.55, section="broad", rows=13, column=comb.column(3), strands=3,
            group="top", wave=0.20 * comb.hair.wave, phase=comb.vary(1.5), turns=0.8, taper_from=0.1, taper=2.2, root_width=0.5,
            closed=True,
        ))
    return out


def _quiff(comb: Comb) -> list[Lock]:
    """The lifted front, swept aside; the foremost fall over the edge of the forehead."""
    out = []
    for plan, fall, width in _QUIFF:
        wide = width > 1.0
        shorter = (1 - comb.hair.length) * 2.5
        free = [(a + comb.vary(1.5), h + shorter * (i + 1) / 3 + comb.vary(0.15), lift) for i, (a, h, lift) in enumerate(fall)]
        out.append(Lock(
            np.concatenate([crown(comb.scalp, plan), places(comb.scalp, free)]), 5, width, thickness=0.60,
            section="broad" if wide else "lens" if width > 0.3 else "thin", rows=15, column=comb.column(3 if wide else 1),
            strands=3 if wide else 1, group="bangs" if fall[-1][0] > -70 else "top", wave=0.16 * comb.hair.wave,
            phase=comb.vary(1.0), turns=0.8, taper_from=0.20, taper=2.2, root_width=0.45, closed=True,
        ))
    return out
