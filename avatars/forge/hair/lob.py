"""A wavy lob: to the collar bones, a deep side parting, waves that begin at the cheek, ends that flick out."""

from __future__ import annotations

import numpy as np

from avatars.forge.hair.cap import cap
from avatars.forge.hair.cut import Comb, Cut
from avatars.forge.hair.fringe import Bang, fringe, fringe_chains
from avatars.forge.hair.growth import combed, hanging
from avatars.forge.hair.inside import curtain
from avatars.forge.hair.lock import Lock
from avatars.forge.hair.parting import Parting, swell
from avatars.forge.hair.rig import SIDES, Chain
from avatars.forge.hair.scalp import Scalp
from avatars.forge.head.surface import HeadSurface
from avatars.forge.parameters import Hair

_PART = Parting(((3.4, 19.7, 6.2), (3.5, 21.9, 3.4), (3.0, 23.0, 0.2), (2.0, 22.8, -3.2), (0.6, 21.4, -6.2)))
_FALL = ((-9.0, 0.92), (-5.0, 0.98), (-2.0, 1.05), (2.0, 1.09), (5.0, 1.07), (9.5, 1.0))
_SWEEP = (
    Bang((30, 18.4), (50, 14.2), (66, 7.6), 1.30, 1.70, 0.00, "broad"),
    Bang((42, 18.0), (60, 13.0), (74, 5.4), 1.45, 1.75, 0.06, "broad"),
    Bang((6, 18.7), (-18, 15.6), (-48, 11.2), 1.25, 1.75, 0.00, "broad"),
    Bang((-4, 18.8), (-32, 15.2), (-59, 8.6), 1.45, 1.85, 0.00, "broad"),
    Bang((-18, 18.8), (-46, 14.4), (-68, 6.0), 1.55, 1.90, 0.04, "broad"),
    Bang((-34, 18.6), (-58, 13.6), (-75, 3.8), 1.60, 1.90, 0.10, "broad"),
    Bang((16, 18.7), (2, 15.8), (-24, 12.6), 0.45, 1.85, 0.00, "lens"),
    Bang((22, 18.6), (36, 15.0), (52, 10.4), 0.50, 1.75, 0.00, "lens"),
)


def make_lob(hair: Hair, surface: HeadSurface) -> Cut:
    """The cut on this head."""
    scalp = Scalp(surface, _FALL)
    comb = Comb(hair, scalp)
    inside = [(float(a), comb.low(-2.4 + (0.5 if i % 2 else -0.3))) for i, a in enumerate(np.linspace(80, 280, 19))]
    locks = [*_waves(comb), *_upper(comb), *_beside(comb), *fringe(comb, _SWEEP, _PART, 1.55)]
    return Cut(locks, _chains(comb), (cap(scalp, _PART.root, columns=(7, 4)), curtain(scalp, inside, 0.45)))


def _waves(comb: Comb) -> list[Lock]:
    """The body of it."""
    out = []
    for number, turn in enumerate(np.linspace(76.0, 284.0, 13)):
        a = float(turn if turn <= 180 else turn - 360) + comb.vary(2.5)
        tip = comb.low(-4.0 + comb.vary(0.9) + (0.9 if 70 < abs(a) < 115 else -0.8))
        over = 0.36 * (number % 2)
        drift = (6.0 if number % 3 else -7.0) + comb.vary(3.0)
        free = [
            (a, 9.0, 1.55 + over),
            (a + 0.2 * drift, 5.2, 1.75 + over),
            (a - 0.2 * drift, 1.6, 1.35 + over),
            (a + 0.4 * drift, (1.6 + tip) / 2, 1.75 + over),
            (a + 0.7 * drift, tip, 1.15 + (1.2 if number % 3 == 1 else 0.0)),
        ]
        out.append(
            combed(
                comb.scalp,
                _PART.root(a),
                (a, 12.9 + comb.vary(0.4), 1.5),
                free,
                2.05 + comb.vary(0.35),
                top=1.5,
                buried=1.0,
                thickness=1.0,
                section="broad",
                rows=25,
                column=comb.column(3),
                strands=3,
                wave=0.85 * comb.hair.wave,
                phase=swell(a) + 0.5,
                turns=1.65,
                taper_from=0.55,
                taper=2.6,
                root_width=0.45,
                tip=0.12,
            )
        )
    return out


def _upper(comb: Comb) -> list[Lock]:
    """Shorter waves over the gaps."""
    out = []
    for number, turn in enumerate(np.linspace(84.0, 276.0, 11)):
        a = float(turn if turn <= 180 else turn - 360) + comb.vary(3.5)
        tip = comb.low((0.4, -2.2, -0.8)[number % 3] + comb.vary(0.6))
        drift = (-9.0 if number % 2 else 8.0) + comb.vary(3.0)
        free = [(a, 9.2, 1.95), (a + 0.5 * drift, (9.2 + tip) / 2, 2.15), (a + drift, tip, 2.0 + 0.6 * (number % 3 == 0))]
        out.append(
            combed(
                comb.scalp,
                _PART.root(a + comb.vary(6)),
                (a, 13.8 + comb.vary(0.6), 1.85),
                free,
                1.20 + comb.vary(0.3),
                top=1.65,
                buried=1.0,
                thickness=0.7,
                rows=17,
                column=comb.column(2),
                strands=2,
                wave=0.75 * comb.hair.wave,
                phase=swell(a) + 1.4,
                turns=1.4,
                taper_from=0.4,
                taper=2.6,
                root_width=0.4,
                tip=0.08,
            )
        )
    return out


def _beside(comb: Comb) -> list[Lock]:
    """In front of the ears: one broad wave a side and two thin ones."""
    out = []
    for side in (1, -1):
        for azimuth, low, width, section in ((66, -4.2, 1.35, "broad"), (72, -2.6, 1.2, "broad"), (61, -0.6, 0.6, "lens")):
            a, tip = side * (azimuth + comb.vary(1.5)), comb.low(low + comb.vary(0.4))
            free = [
                (a + side * 5, 9.4, 1.6),
                (a + side * 8, 5.6, 1.9),
                (a + side * 4, 2.0, 1.7),
                (a + side * 8, (2.0 + tip) / 2, 1.8),
                (a - side * 1, tip, 1.6),
            ]
            out.append(
                combed(
                    comb.scalp,
                    _PART.at(0.10),
                    (a, 13.4, 1.55),
                    free,
                    width,
                    top=1.55,
                    buried=1.0,
                    thickness=0.6,
                    section=section,
                    rows=20,
                    column=comb.column(2),
                    strands=2 if section == "broad" else 1,
                    wave=0.95 * comb.hair.wave,
                    phase=0.8 * side + 0.4,
                    turns=1.5,
                    taper_from=0.5,
                    taper=2.6,
                    root_width=0.45,
                    tip=0.08,
                )
            )
    return out


def _chains(comb: Comb) -> tuple[Chain, ...]:
    heights = (10.5, 4.8, comb.low(-1.6))
    return (
        *(hanging(comb.scalp, f"side_{i}", a, heights, 1.4, SIDES) for i, a in enumerate((68, 104, 142, 180, -142, -104, -68))),
        *fringe_chains(comb.scalp, (46, -10, -50)),
    )
