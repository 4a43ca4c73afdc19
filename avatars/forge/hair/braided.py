"""Plaits: three strands over and under each other along a core line. Head centimetres."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy.interpolate import CubicSpline

from avatars.forge.hair.cut import Comb
from avatars.forge.hair.lock import Lock
from avatars.forge.head.surface import smoothstep, unit

_FINE = 61


def plait(
    comb: Comb,
    core: npt.ArrayLike,
    girth: float,
    *,
    turns: float,
    group: str,
    ahead: npt.ArrayLike = (0.0, 0.15, 1.0),
    thin: float = 0.62,
) -> list[Lock]:
    """A plait along `core` (n, 3), `girth` cm half-wide at its root, `thin` of that at its end; its face looks `ahead`."""
    knots = np.asarray(core, dtype=np.float64)
    gone = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(knots, axis=0), axis=1))])
    at = np.linspace(0.0, gone[-1], _FINE)
    line = CubicSpline(gone, knots, bc_type="natural")(at)
    along = unit(np.gradient(line, axis=0))
    face = np.broadcast_to(np.asarray(ahead, dtype=np.float64), line.shape)
    side = unit(np.cross(along, face))
    out = np.cross(side, along)
    share = at / gone[-1]
    size = girth * (1 - (1 - thin) * share) * (0.55 + 0.45 * smoothstep(0.0, 0.10, share))
    locks = []
    for strand in range(3):
        turn = 2 * np.pi * (turns * share + strand / 3)
        offset = side * (0.60 * size * np.sin(turn))[:, None] + out * (0.42 * size * np.sin(2 * turn))[:, None]
        path = line + offset
        locks.append(
            Lock(
                path,
                1,
                girth * 0.66,
                thickness=0.60 * girth,
                section="broad",
                rows=round(11 * turns),
                column=comb.column(3),
                strands=3,
                group=group,
                taper_from=0.02,
                taper=1.2,
                root_width=0.8,
                tip=0.72 * thin,
                bend=1.6,
                axis=path - out * 2.0 - offset * 0.4,
                closed=True,
            )
        )
    return locks
