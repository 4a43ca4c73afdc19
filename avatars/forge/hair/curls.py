"""Short natural curls: many small ringlets that stand off the head in a round shape."""

from __future__ import annotations

import numpy as np

from avatars.forge.hair.cap import cap, hairline
from avatars.forge.hair.cut import Comb, Cut
from avatars.forge.hair.lock import Lock
from avatars.forge.hair.parting import WHORL
from avatars.forge.hair.scalp import Scalp
from avatars.forge.hair.strands import UNDER
from avatars.forge.head.surface import CENTRE, Array, HeadSurface, smoothstep, tangents, unit
from avatars.forge.parameters import Hair

_MANY = 262
_GOLDEN = np.pi * (3 - np.sqrt(5))


def make_curls(hair: Hair, surface: HeadSurface) -> Cut:
    """The cut on this head."""
    scalp = Scalp(surface)
    comb = Comb(hair, scalp)
    return Cut(_ringlets(comb), (), (cap(scalp, WHORL.root, 2.1, 0.1, (UNDER, 2)),))


def _ringlets(comb: Comb) -> list[Lock]:
    """Spread evenly (a Fibonacci lattice) over all of the head that bears hair."""
    out = []
    for number in range(_MANY):
        up = 1 - 2 * (number + 0.5) / _MANY
        turn = number * _GOLDEN + comb.vary(0.12)
        ring = np.sqrt(1 - up * up)
        way = np.array([ring * np.sin(turn), up, ring * np.cos(turn)])
        skin = comb.scalp.skull(way[None])[0]
        azimuth = float(np.degrees(np.arctan2(skin[0], skin[2] + 0.4)))
        above = skin[1] - hairline(azimuth)
        side = 66 < abs(azimuth) < 100
        if above < (-0.5 if abs(azimuth) < 50 else 1.6 if side else 0.0):
            continue
        out.append(_ringlet(comb, way, float(above)))
    return out


def _ringlet(comb: Comb, way: Array, above: float) -> Lock:
    """A helix that leaves the head and droops: its axis goes outward, then down along the head."""
    full = (0.72 + 0.28 * float(smoothstep(0.0, 4.0, above))) * (0.6 + 0.4 * comb.hair.length)
    share = np.linspace(0, 1, 15)
    down = unit(np.array([0.0, -1.0, 0.0]) - way * (-way[1])) if abs(way[1]) < 0.995 else np.array([0.0, 0.0, 1.0])
    across, _ = tangents(way)
    lean = down * np.cos(comb.vary(0.8)) + across * comb.vary(0.7)
    base = comb.scalp.on_shell(way[None], 0.9)[0]
    fall = 2.2 + comb.vary(0.5)
    axis = base + full * (way * (1.8 * np.sin(share * 2.2))[:, None] + lean * (fall * share**1.5)[:, None])
    first, second = tangents(unit(way + 0.6 * lean))
    spin = comb.vary(np.pi) + 2 * np.pi * (1.15 + 0.15 * comb.vary(1.0)) * share * (1 if comb.vary(1) > 0 else -1)
    radius = (0.95 * full * (0.45 + 0.55 * comb.hair.wave) * smoothstep(0.0, 0.25, share))[:, None]
    knots = axis + radius * (first * np.cos(spin)[:, None] + second * np.sin(spin)[:, None])
    return Lock(
        knots, len(knots), 1.05 * full + comb.vary(0.12), thickness=0.55, rows=10, column=comb.column(2), strands=2,
        root_width=0.6, bend=2.6, axis=axis * 0.35 + CENTRE * 0.65, section="thin", closed=True,
    )
