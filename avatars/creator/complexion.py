"""The colours of a skin: from tone and undertone to what the painters use.

Nine tones from porcelain to the deepest brown, each chosen by eye in cool, neutral and warm; between them the colours are
mixed. Fair skin lets light through, so its shadows are rosy and light; deep skin has darker, redder ones. No shadow is grey.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Colour = tuple[float, float, float]
"""sRGB 0..1."""

_BASE = (  # cool, neutral, warm; sRGB in 255ths, fairest first
    ((252, 228, 224), (253, 228, 216), (253, 229, 206)),
    ((249, 216, 207), (250, 217, 199), (250, 218, 187)),
    ((242, 203, 189), (243, 204, 181), (243, 205, 168)),
    ((232, 186, 168), (232, 187, 159), (232, 188, 146)),
    ((215, 163, 143), (215, 165, 134), (215, 166, 121)),
    ((193, 138, 118), (193, 140, 110), (193, 141, 98)),
    ((165, 111, 93), (165, 112, 85), (165, 113, 73)),
    ((134, 85, 71), (134, 86, 64), (134, 87, 53)),
    ((101, 63, 54), (101, 63, 47), (101, 64, 38)),
)
_SHADE = (
    (238, 190, 186), (237, 187, 180), (235, 183, 172), (232, 177, 163), (227, 170, 155), (221, 163, 149), (214, 156, 145),
    (206, 150, 143), (198, 146, 144),
)
"""What shadow multiplies with: the darker the skin, the deeper and redder."""
_LIPS = (
    (226, 136, 138), (222, 128, 127), (214, 118, 115), (203, 106, 101), (186, 92, 87), (168, 80, 76), (150, 70, 67),
    (134, 63, 62), (116, 53, 54),
)
_BLUSH = (
    (244, 152, 150), (242, 143, 136), (236, 132, 121), (226, 118, 104), (207, 99, 83), (182, 79, 64), (150, 60, 49),
    (117, 44, 39), (88, 33, 33),
)
_LINE = (
    (148, 88, 78), (140, 80, 68), (130, 72, 58), (118, 63, 48), (102, 52, 38), (84, 42, 31), (64, 32, 25), (47, 23, 20),
    (33, 17, 17),
)
_GLOW = (
    (255, 249, 243), (255, 244, 234), (254, 235, 220), (250, 222, 200), (241, 203, 176), (228, 182, 152), (210, 158, 128),
    (187, 134, 108), (160, 111, 93),
)
"""Where light catches: the tip of the nose, the lower lip, under the brow."""


@dataclass(frozen=True, slots=True)
class Complexion:
    """`base` is every skin texture's ground, so that face, neck and hands meet without a border; `shade` multiplies it in
    shadow; `lips`, `blush`, `line` (outlines, creases), `glow` (lights on skin) and `freckle` are colours."""

    base: Colour
    shade: Colour
    lips: Colour
    blush: Colour
    line: Colour
    glow: Colour
    freckle: Colour


def complexion_of(tone: float, undertone: float) -> Complexion:
    """The colours of a skin of `tone` 0 (fairest) to 1 (deepest) and `undertone` -1 (cool, rosy) to 1 (warm, golden)."""
    base = _between(np.array([_across(row, undertone) for row in _BASE]), tone)
    line = _between(np.array(_LINE) / 255, tone)
    return Complexion(
        base=_colour(base),
        shade=_colour(_between(np.array(_SHADE) / 255, tone)),
        lips=_colour(_between(np.array(_LIPS) / 255, tone)),
        blush=_colour(_between(np.array(_BLUSH) / 255, tone)),
        line=_colour(line),
        glow=_colour(_between(np.array(_GLOW) / 255, tone)),
        freckle=_colour(base * [0.72, 0.47, 0.30] + line * [0.12, 0.12, 0.10]),
    )


def _across(row: tuple[tuple[int, int, int], ...], undertone: float) -> npt.NDArray[np.float64]:
    """The base of one tone between cool (-1), neutral and warm (1)."""
    return np.array([np.interp(undertone, (-1.0, 0.0, 1.0), [variant[c] / 255 for variant in row]) for c in range(3)])


def _between(rows: npt.NDArray[np.float64], tone: float) -> npt.NDArray[np.float64]:
    """The colour at a tone 0..1 of evenly spaced rows."""
    at = np.clip(tone, 0.0, 1.0) * (len(rows) - 1)
    return np.array([np.interp(at, range(len(rows)), rows[:, c]) for c in range(3)])


def _colour(rgb: npt.NDArray[np.float64]) -> Colour:
    return (float(rgb[0]), float(rgb[1]), float(rgb[2]))
