"""Short layered hair: rings of locks from the whorl, each ring lower than the one above. Azimuths in degrees, heights in cm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from avatars.forge.hair.cut import Comb
from avatars.forge.hair.growth import combed
from avatars.forge.hair.lock import Lock
from avatars.forge.hair.parting import Parting

NAPE_FALL = ((0.0, 0.62), (2.0, 0.66), (4.0, 0.72), (6.0, 0.82), (8.0, 0.94), (9.5, 1.0))
"""Hair this short follows the head into the neck."""


@dataclass(frozen=True, slots=True)
class Ring:
    """Locks side by side: from azimuth `start` around the back, `step` apart; `tips` are azimuths and heights of their ends."""

    start: float
    step: float
    above: float
    """How far above its tip a lock leaves the skull."""
    tips: Sequence[tuple[float, float]]
    lift: float
    flick: float
    """How far the tip stands off, more than `lift`."""
    width: float
    spread: float = 1.0
    """How much tips differ in height."""
    sweep: float = 8.0
    """Degrees a tip is combed toward the back."""


def shag(comb: Comb, rings: Sequence[Ring], parting: Parting, top: float) -> list[Lock]:
    """All the rings, lowest first."""
    out = []
    for ring in rings:
        azimuths, heights = zip(*ring.tips, strict=True)
        for number, turn in enumerate(np.arange(ring.start, 360.1 - ring.start, ring.step)):
            a = float(turn if turn <= 180 else turn - 360) + comb.vary(0.2 * ring.step)
            end = float(np.interp(abs(a), azimuths, heights)) + comb.vary(ring.spread)
            end = end + (1 - comb.hair.length) * 4.0
            leave, back = end + ring.above + comb.vary(0.4), float(np.sign(a)) * (ring.sweep + comb.vary(6.0))
            flick = ring.flick * (1.4 if number % 3 == 1 else 0.6)
            out.append(combed(
                comb.scalp, parting.root(a), (a, leave, ring.lift),
                ((a + back * 0.4, (leave + end) / 2 + 0.4, ring.lift + 0.12), (a + back, end, ring.lift + flick)),
                ring.width * (1 + comb.vary(0.22)), top=max(top, ring.lift), buried=0.78 * top, thickness=0.40, rows=10,
                column=comb.column(2), strands=2, wave=0.20 * comb.hair.wave, phase=comb.vary(1.5), turns=0.9, taper_from=0.15,
                taper=2.2, root_width=0.35, group="short",
            ))
    return out
