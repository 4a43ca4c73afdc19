"""An airy layered bob to the collar: full on top, curled under with a few flicks, curtain bangs over a see-through fringe."""

from __future__ import annotations

import numpy as np

from avatars.forge.hair.cap import cap
from avatars.forge.hair.cut import Comb, Cut
from avatars.forge.hair.fringe import CURTAIN, fringe, fringe_chains
from avatars.forge.hair.growth import combed, hanging
from avatars.forge.hair.inside import curtain
from avatars.forge.hair.lock import Lock
from avatars.forge.hair.parting import SIDE, swell
from avatars.forge.hair.rig import SIDES, Chain
from avatars.forge.hair.scalp import Scalp
from avatars.forge.head.surface import HeadSurface
from avatars.forge.parameters import Hair

FALL = ((-6.0, 0.48), (-3.5, 0.58), (-2.2, 0.69), (-1.0, 0.81), (0.4, 0.93), (2.0, 1.03), (4.0, 1.075), (6.5, 1.05), (9.5, 1.0))
"""Fullest below the ears, then in toward the collar."""


WISPS = (
    (112.0, -1.6, 2.4), (-118.0, -1.8, 2.3), (158.0, -2.4, 2.2), (-150.0, -2.2, 2.0)
)
"""Azimuth, height of the tip, and how far it flicks out."""


def make_bob(hair: Hair, surface: HeadSurface) -> Cut:
    """The cut on this head."""
    scalp = Scalp(surface, FALL)
    comb = Comb(hair, scalp)
    inside = [(float(a), comb.low(-0.6 + (0.5 if i % 2 else -0.3))) for i, a in enumerate(np.linspace(78, 282, 19))]
    shells = (cap(scalp, SIDE.root, columns=(7, 4)), curtain(scalp, inside, 0.55))
    locks = [*_main(comb), *_crown(comb), *_layers(comb), *_beside(comb), *fringe(comb, CURTAIN, SIDE), *_wisps(comb)]
    return Cut(locks, _chains(comb), shells)


def _around(start: float, step: float) -> list[tuple[int, float]]:
    """Numbered azimuths from her left cheek around the back to the right one."""
    turn = np.linspace(start, 360 - start, round((360 - 2 * start) / step) + 1)
    return [(number, float(a if a <= 180 else a - 360)) for number, a in enumerate(turn)]


def _main(comb: Comb) -> list[Lock]:
    """The broad locks that make the shape: they curl under, a few flick out."""
    out = []
    for number, azimuth in _around(74, 17.7):
        a = azimuth + comb.vary(2.5)
        tip = comb.low(-2.2 + comb.vary(1.0))
        flicks = number in (3, 6, 10)
        over = 0.34 * (number % 2)  # every other one lies on its neighbours: depth between them
        toward = (-9.0 if not flicks else 10.0) * float(np.sign(a)) * min(1.0, (180 - abs(a)) / 40) + comb.vary(4.0)
        free = (
            (a + comb.vary(1.5), 8.4, 1.60 + over),
            (a + toward * 0.1, 4.6, 1.45 + over),
            (a + toward * 0.35, comb.low(1.4), 1.45 + over),
            (a + toward * 0.7, comb.low(-0.9), 2.2 if flicks else 1.15),
            (a + toward, tip + (0.9 if flicks else 0.2), 3.6 if flicks else -1.1),
        )
        out.append(combed(
            comb.scalp, SIDE.root(a), (a, 12.9 + comb.vary(0.4), 1.45 + comb.vary(0.1)), free, 2.15 + comb.vary(0.4),
            top=1.45, buried=1.0, thickness=1.0, section="broad", rows=26, column=comb.column(2), strands=2,
            wave=0.55 * comb.hair.wave, phase=swell(a), turns=1.0, taper_from=0.45, taper=3.0, root_width=0.45, tip=0.10,
        ))
    return out


def _crown(comb: Comb) -> list[Lock]:
    """Smooth locks from the front of the parting down both sides: they cover the roots behind the fringe."""
    out = []
    for side in (1, -1):
        for azimuth, root, low in ((48, 0.05, 8.8), (60, 0.14, 6.6), (72, 0.23, 4.8)):
            a = side * azimuth
            free = ((a + side * 9, 12.2, 1.75), (a + side * 15, (low + 11.4) / 2, 1.80), (a + side * 17, low, 1.5))
            out.append(combed(
                comb.scalp, SIDE.at(root), (a * 0.90, 15.8, 1.60), free, 1.75, top=1.55, buried=1.25, thickness=0.5,
                section="broad", rows=16, column=comb.column(2), strands=2, wave=0.3 * comb.hair.wave, phase=swell(a), turns=0.8,
                taper_from=0.25, taper=2.4, root_width=0.95,
            ))
    return out


def _layers(comb: Comb) -> list[Lock]:
    """Shorter locks over the gaps of the main ones, their ends loose."""
    out = []
    for number, azimuth in _around(80, 14.3):
        a = azimuth + comb.vary(3.5)
        tip = comb.low((1.6, -0.9, 0.6, -1.6)[number % 4] + comb.vary(0.6))
        drift = (-10.0 if number % 2 else 8.0) + comb.vary(4.0)
        flick = (2.5, 0.6, 2.2, 2.8)[number % 4]
        free = (
            (a + drift * 0.15, 9.0, 1.9),
            (a + drift * 0.5, (9.0 + tip) / 2, 2.05),
            (a + drift * 0.8, tip + 1.3, 1.95),
            (a + drift * 1.2, tip, flick),
        )
        out.append(combed(
            comb.scalp, SIDE.root(a + comb.vary(6)), (a, 13.8 + comb.vary(0.6), 1.8), free, 1.35 + comb.vary(0.35),
            top=1.6, buried=1.0, thickness=0.75, rows=14, column=comb.column(2), strands=2, wave=0.42 * comb.hair.wave,
            phase=swell(a) + 0.9, turns=1.1, taper_from=0.40, taper=2.8, root_width=0.40, tip=0.08,
        ))
    return out


def _beside(comb: Comb) -> list[Lock]:
    """What frames the cheeks: in toward the jaw, the ends a little away again."""
    out = []
    table = (
        (70, -2.0, 1.45, "broad", 9, 0.2), (76, -0.4, 1.15, "broad", 6, 2.0), (64, 0.6, 0.85, "lens", 9, 0.5),
    )
    for side in (1, -1):
        for azimuth, low, width, section, inward, curl in table:
            a, tip = side * (azimuth + comb.vary(1.5)), comb.low(low + comb.vary(0.4))
            free = (
                (a + side * 3, 9.4, 1.40),
                (a + side * 6, 5.8, 1.70),
                (a + side * 3.5, (tip + 5.6) * 0.45, 1.75),
                (a - side * inward * 0.7, tip + 0.9, 1.35),
                (a - side * inward * 1.6, tip, curl),
            )
            out.append(combed(
                comb.scalp, SIDE.at(0.12), (a, 13.4, 1.45), free, width, top=1.55, buried=1.0, thickness=0.55,
                section=section, rows=14, column=comb.column(2), strands=2 if section == "broad" else 1,
                wave=0.25 * comb.hair.wave, phase=0.6 * side, turns=1.1, taper_from=0.45, taper=3.0, root_width=0.45, tip=0.08,
            ))
    return out


def _wisps(comb: Comb) -> list[Lock]:
    """Thin strands that escaped."""
    out = []
    for a, low, flick in WISPS:
        tip = comb.low(low)
        free = ((a, 8.6, 1.9), (a + comb.vary(6), tip * 0.5 + 3.0, 1.9), (a + comb.vary(8), tip, flick))
        out.append(combed(
            comb.scalp, SIDE.root(a), (a, 13.6, 1.9), free, 0.34, top=1.6, buried=1.0, thickness=0.24, section="thin", rows=11,
            column=comb.column(), wave=0.4 * comb.hair.wave, phase=comb.vary(3), taper_from=0.1,
        ))
    return out


def _chains(comb: Comb) -> tuple[Chain, ...]:
    heights = (10.5, 4.8, comb.low(-0.6))
    return (
        *(hanging(comb.scalp, f"side_{i}", a, heights, 1.4, SIDES) for i, a in enumerate((68, 104, 142, 180, -142, -104, -68))),
        *fringe_chains(comb.scalp),
    )
