"""Long and straight, cut at one length, with a blunt fringe to the brows."""

from __future__ import annotations

from dataclasses import replace

from avatars.forge.hair.cap import cap
from avatars.forge.hair.cut import Comb, Cut
from avatars.forge.hair.fringe import Bang, fringe, fringe_chains
from avatars.forge.hair.growth import combed
from avatars.forge.hair.lock import Lock
from avatars.forge.hair.long import LONG_FALL, back_locks, front_locks, inside_sheet, long_chains, upper_locks
from avatars.forge.hair.parting import MIDDLE
from avatars.forge.hair.scalp import Scalp
from avatars.forge.head.surface import HeadSurface
from avatars.forge.parameters import Hair

BLUNT = tuple(
    Bang(
        (a * 0.52, 18.5 - 0.0016 * a * a * 0.3),
        (a * 0.86, 15.3),
        (a, 12.35 - 0.00035 * a * a),
        0.98,
        1.42 + 0.05 * (i % 2),
        0.0,
        "broad",
    )
    for i, a in enumerate((0.0, 10.0, -10.0, 20.0, -20.0, 30.0, -30.0, 40.0, -40.0, 49.0, -49.0))
)
"""Side by side to one line above the eyes."""


def make_straight(hair: Hair, surface: HeadSurface) -> Cut:
    """The cut on this head."""
    scalp = Scalp(surface, LONG_FALL)
    comb = Comb(hair, scalp)
    locks = [
        *back_locks(comb, 0.10, True),
        *upper_locks(comb)[::2],
        *front_locks(comb, 0.10, True),
        *_over_temples(comb),
        *_blunt(comb),
    ]
    return Cut(
        locks,
        long_chains(comb)[:5] + tuple(fringe_chains(scalp, (24, -24))),
        (cap(scalp, MIDDLE.root, columns=(7, 4)), inside_sheet(comb)),
    )


def _blunt(comb: Comb) -> list[Lock]:
    """The fringe, its ends cut straight."""
    return [
        replace(lock, taper_from=0.93, taper=8.0, tip=0.80, root_width=0.55, wave=0.0)
        for lock in fringe(comb, BLUNT, MIDDLE, 1.45)
    ]


def _over_temples(comb: Comb) -> list[Lock]:
    """From the parting over the ends of the fringe and straight down beside the face."""
    out = []
    for side in (1, -1):
        for azimuth, root, low in ((56, 0.03, 3.4), (63, 0.10, 1.4), (71, 0.18, -2.0)):
            a = side * azimuth
            free = [(a + side * 4, 12.4, 1.75), (a + side * 7, 8.0, 1.75), (a + side * 7, comb.low(low), 1.55)]
            out.append(
                combed(
                    comb.scalp,
                    MIDDLE.at(root),
                    (a * 0.88, 15.8, 1.62),
                    free,
                    1.45,
                    top=1.55,
                    buried=1.2,
                    thickness=0.5,
                    section="broad",
                    rows=13,
                    column=comb.column(2),
                    strands=2,
                    wave=0.05 * comb.hair.wave,
                    phase=0.4 * side,
                    turns=0.8,
                    taper_from=0.9,
                    taper=6.0,
                    root_width=0.85,
                    tip=0.5,
                    group="bangs" if azimuth < 60 else "front",
                )
            )
    return out
