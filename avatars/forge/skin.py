"""The colours of a skin: from tone and undertone to what the painters use."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from avatars.forge.parameters import Colour, Skin

_TONES = ((0.984, 0.880, 0.828), (0.93, 0.76, 0.66), (0.80, 0.60, 0.47), (0.60, 0.42, 0.32), (0.38, 0.25, 0.20))


@dataclass(frozen=True, slots=True)
class Complexion:
    """`base` is every skin texture's ground, so that face, neck and hands meet without a border; `shade` multiplies it in
    shadow; `lips`, `blush` and `line` (outlines, creases) are colours."""

    base: Colour
    shade: Colour
    lips: Colour
    blush: Colour
    line: Colour


def complexion(skin: Skin) -> Complexion:
    """The colours of this skin."""
    at = np.clip(skin.tone, 0.0, 1.0) * (len(_TONES) - 1)
    base = np.array([np.interp(at, range(len(_TONES)), [tone[c] for tone in _TONES]) for c in range(3)])
    base = np.clip(base + skin.undertone * np.array([0.0, 0.008, -0.02]), 0.0, 1.0)
    return Complexion(
        _colour(base), (0.925, 0.735, 0.695), _colour(base * [0.87, 0.50, 0.51]), _colour(base * [0.98, 0.72, 0.70]),
        _colour(base * [0.53, 0.34, 0.30]),
    )


def _colour(rgb: np.ndarray) -> Colour:
    return (float(rgb[0]), float(rgb[1]), float(rgb[2]))
