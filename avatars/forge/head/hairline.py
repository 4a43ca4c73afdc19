"""The scalp and the edge of the hair: fine hairs that thin out into the skin, so that no style ends in a cut line."""

from __future__ import annotations

import numpy as np
from scipy.ndimage import gaussian_filter, gaussian_filter1d

from avatars.forge.head.skin_canvas import SkinCanvas
from avatars.forge.head.surface import Array, smoothstep
from avatars.forge.parameters import Colour

_HAIRLINE = (
    (0, 18.5), (18, 18.45), (33, 17.5), (46, 15.9), (57, 14.7), (67, 12.8), (75, 10.6), (81, 8.9), (85, 9.4), (89, 11.6),
    (104, 11.4), (112, 8.2), (125, 5.6), (150, 4.3), (180, 4.0),
)
"""Degrees from straight ahead around the head, height in cm."""


def paint_hairline(canvas: SkinCanvas, hair: Colour) -> None:
    """Scalp in the hair's colour, skin warmed toward it, and baby hairs between."""
    around = np.degrees(np.arctan2(canvas.x, canvas.z + 0.4))
    degrees, heights = zip(*_HAIRLINE, strict=True)
    over = canvas.y - np.interp(np.abs(around), degrees, heights)
    colour = np.array(hair) * [0.66, 0.58, 0.57]
    canvas.lay(0.5 * canvas.shadow + 0.5 * colour, 0.40 * smoothstep(-1.3, 0.5, over))
    for seed, fine, reach, strength in ((5, 2.2, 0.30, 0.42), (6, 1.3, 0.55, 0.30)):
        canvas.lay(colour, strength * smoothstep(-0.10, 0.55, over + reach * (_strands(around, over, seed, fine) - 0.35)))
    grain = gaussian_filter(np.random.default_rng(7).standard_normal(canvas.x.shape), (5, 1.2))
    canvas.lay(colour, smoothstep(0.05, 1.1, over + 0.14 * grain / grain.std()))


def _strands(around: Array, over: Array, seed: int, fine: float) -> Array:
    """Which fine hair a pixel lies on: about -1..1, constant along hairs that lean backward."""
    rows = gaussian_filter1d(np.random.default_rng(seed).standard_normal(2048), fine, mode="wrap")
    rows /= rows.std() * 1.6
    place = ((around + 4.0 * np.sign(around) * np.clip(over, -2, 2)) / 360 % 1.0) * 2048
    return np.asarray(np.interp(place, np.arange(2049), np.append(rows, rows[0])))
