"""Long soft waves: from a middle parting over the shoulders to the chest and down the back."""

from __future__ import annotations

import numpy as np

from avatars.forge.hair.cap import cap
from avatars.forge.hair.cut import Comb, Cut
from avatars.forge.hair.fringe import LONG_CURTAIN, fringe, fringe_chains
from avatars.forge.hair.growth import combed, places, through
from avatars.forge.hair.inside import sheet
from avatars.forge.hair.lock import Lock
from avatars.forge.hair.parting import MIDDLE
from avatars.forge.hair.rig import LONG, Chain
from avatars.forge.hair.scalp import Scalp
from avatars.forge.hair.strands import Drawn
from avatars.forge.head.surface import Array, HeadSurface
from avatars.forge.parameters import Hair

LONG_FALL = ((-6.0, 0.98), (0.0, 1.03), (4.0, 1.04), (6.5, 1.02), (9.5, 1.0))
_DOWN_BACK = np.array([
    (7.0, 9.2, -10.8, 8.4), (3.0, 9.6, -11.2, 7.2), (0.0, 10.0, -11.6, 5.4), (-3.0, 10.6, -12.2, 3.4), (-6.0, 10.8, -12.7, 2.4),
    (-10.0, 10.6, -13.0, 2.4), (-16.0, 9.9, -13.0, 2.6), (-24.0, 8.0, -12.4, 2.6),
])
"""Height, half width, z of the middle, and how much further forward the edges are; it clears a jumper by two centimetres."""
_OVER_SHOULDER = np.array([
    (8.0, 8.9, 0.6), (4.0, 9.2, 1.8), (0.5, 9.2, 3.5), (-3.0, 9.0, 5.7), (-7.0, 8.4, 8.0), (-12.0, 7.8, 11.4), (-18.0, 7.2, 13.5)
])
"""Height, x and z of what falls over the collar bone."""
_SHOULDER_LOCKS = (
    (0.2, 0.0, -16.5, 2.2, "broad", 84, 1.6),
    (-1.6, 0.5, -13.0, 1.8, "broad", 74, 1.4),
    (1.9, -0.9, -14.5, 1.8, "broad", 93, 1.7),
    (-2.9, 0.9, -9.5, 1.0, "lens", 67, 1.3),
    (-0.4, 0.9, -18.0, 0.8, "lens", 79, 1.6),
    (1.0, 0.6, -11.0, 1.2, "broad", 88, 1.5),
)
"""Offsets in x and z, height of the tip, half width, section, azimuth where they leave the skull, waves."""


def make_long(hair: Hair, surface: HeadSurface) -> Cut:
    """The cut on this head."""
    scalp = Scalp(surface, LONG_FALL)
    comb = Comb(hair, scalp)
    return Cut(
        [*back_locks(comb), *upper_locks(comb), *front_locks(comb), *fringe(comb, LONG_CURTAIN, MIDDLE)],
        long_chains(comb),
        (cap(scalp, MIDDLE.root), inside_sheet(comb)),
    )


def behind(across: float, height: float, out: float = 0.0) -> Array:
    """A place down the back: `across` -1 (her right edge) to 1."""
    half, z, forward = (float(np.interp(-height, -_DOWN_BACK[:, 0], _DOWN_BACK[:, i])) for i in (1, 2, 3))
    return np.array([across * half, height, z + forward * across**2 - out])


def inside_sheet(comb: Comb) -> Drawn:
    across = np.linspace(0.95, -0.95, 13)
    top = places(comb.scalp, [(180 - 88 * u, 11.0, 0.5) for u in across])
    rows = [top] + [
        np.stack([behind(u, comb.low(h) - (0.8 * (i % 2) if h < -12 else 0.0), -0.6) for i, u in enumerate(across)])
        for h in (5.5, 0.0, -5.0, -10.0, -15.5)
    ]
    return sheet(np.stack(rows), "sides")


def back_locks(comb: Comb, wave: float = 1.0, even: bool = False) -> list[Lock]:
    """The broad waves down the back; `even` cuts them straight across."""
    out = []
    for i, u in enumerate(np.linspace(-1, 1, 12)):
        u = float(u) + comb.vary(0.04)
        a = 180 - 84 * u
        ragged = 0.35 * comb.vary(1.0) if even else 3.0 * u * u + comb.vary(1.4)
        end = comb.low(-19.5 + ragged)
        levels = np.array([6.5, 1.5, -4.0, -10.0, -15.0])
        free = [(behind(u, comb.low(h), 0.15 * (i % 2))) for h in levels if comb.low(h) > end + 2.5]
        free.append(behind(u * (1.0 if even else 0.92) + comb.vary(0.02 if even else 0.06), end, -0.2 if i % 3 or even else 1.0))
        lock = combed(
            comb.scalp, MIDDLE.root(a), (a, 12.6, 1.4), [(a, 9.6, 1.4)], 1.95 + comb.vary(0.35), top=1.4, buried=1.0,
            thickness=0.85, section="broad", rows=19, column=comb.column(3), strands=3, wave=0.75 * wave * comb.hair.wave,
            phase=0.9 * i, turns=1.9, taper_from=0.9 if even else 0.62, taper=6.0 if even else 2.3, root_width=0.35,
            tip=0.55 if even else 0.03,
        )
        out.append(through(lock, free))
    return out


def upper_locks(comb: Comb) -> list[Lock]:
    """Shorter layers over the gaps."""
    out = []
    for i, u in enumerate(np.linspace(-0.95, 0.95, 9)):
        u = float(u) + comb.vary(0.05)
        a = 180 - 86 * u
        end = comb.low((-9.0, -13.5, -11.0)[i % 3] + comb.vary(1.0))
        free = [behind(u, h, 0.6) for h in (6.0, 0.5, -5.0) if h > end + 2]
        free.append(behind(u + comb.vary(0.12), end, 0.9))
        lock = combed(
            comb.scalp, MIDDLE.root(a), (a, 13.4, 1.75), [(a, 9.8, 1.85)], 1.1 + comb.vary(0.25), top=1.6, buried=1.0,
            thickness=0.6, rows=16, column=comb.column(2), strands=2, wave=0.7 * comb.hair.wave, phase=0.9 * i + 1.0,
            turns=1.7, taper_from=0.4, root_width=0.35,
        )
        out.append(through(lock, free))
    return out


def front_locks(comb: Comb, wave: float = 1.0, even: bool = False) -> list[Lock]:
    """What falls over the shoulders; `even` ends it at one height."""
    out = []
    for side in (1, -1):
        for number, (dx, dz, low, width, section, azimuth, turns) in enumerate(_SHOULDER_LOCKS):
            varied = comb.vary(0.9)
            end, a = comb.low(-16.5 + 0.3 * varied if even else low + varied), side * (azimuth + comb.vary(1.5))
            heights = [h for h in _OVER_SHOULDER[1:-1, 0] if h > end + 2.2] + [end]
            free = []
            for h in heights:
                x, z = (float(np.interp(-h, -_OVER_SHOULDER[:, 0], _OVER_SHOULDER[:, i])) for i in (1, 2))
                free.append(np.array([side * (x + dx * min(1.0, (10 - h) / 10)), h, z + dz * min(1.0, (8 - h) / 8)]))
            lock = combed(
                comb.scalp, MIDDLE.at(0.10 + 0.05 * number), (a, 13.2, 1.45), [(a + side * 3, 9.6, 1.45)], width, top=1.5,
                buried=1.0, thickness=0.65, section=section, rows=18, column=comb.column(2),
                strands=2 if section == "broad" else 1, group="front",
                wave=0.7 * wave * comb.hair.wave, phase=1.1 * number * side, turns=turns, taper_from=0.9 if even else 0.55,
                taper=6.0 if even else 2.3, root_width=0.35, tip=0.5 if even else 0.03,
            )
            out.append(through(lock, free, 0.9))
    return out


def long_chains(comb: Comb) -> tuple[Chain, ...]:
    low = comb.low
    back = [
        Chain(f"back_{i}", "sides", np.array([behind(u, low(h)) for h in (5.0, -1.0, -7.0, -13.0, -18.0)]), LONG)
        for i, u in enumerate((0.75, 0.0, -0.75))
    ]
    front = []
    for i, side in enumerate((1, -1)):
        line = ((8.0, 8.9, 0.8), (2.0, 9.2, 2.8), (-4.0, 8.9, 6.3), (-10.0, 8.1, 10.0), (-16.0, 7.4, 13.0))
        knots = [(side * x, low(h), z) for h, x, z in line]
        front.append(Chain(f"front_{i}", "front", np.array(knots), LONG))
    return (*back, *front, *fringe_chains(comb.scalp, (46, -46)))
