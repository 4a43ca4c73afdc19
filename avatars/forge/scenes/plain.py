"""Nothing but colour: peach above, lavender below, a glow where she stands."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from avatars.forge.scenes.painter import Painter, Rgb

GROUNDS: Final[dict[str, tuple[tuple[Rgb, ...], Rgb, float]]] = {
    "plain-day": (((253, 235, 219), (246, 228, 226), (222, 214, 238), (203, 203, 238)), (255, 248, 236), 0.55),
    "plain-evening": (((252, 214, 178), (244, 190, 172), (214, 162, 182), (164, 138, 186)), (255, 226, 180), 0.45),
    "plain-night": (((44, 42, 78), (62, 50, 86), (92, 62, 86), (86, 58, 74)), (246, 158, 104), 0.40),
}
"""Colours from top to bottom, the glow and its strength."""


def paint_plain(name: str) -> npt.NDArray[np.uint8]:
    """The ground of this name as (1200, 1600, 3) uint8."""
    colours, glow, strength = GROUNDS[name]
    p = Painter(*colours)
    p.shine(p.glow(760, 420, 760, 620), glow, strength)
    p.shine(p.glow(800, 1110, 620, 80), glow, 0.45 * strength)
    p.dim(0.04)
    return p.finished(6.0)
