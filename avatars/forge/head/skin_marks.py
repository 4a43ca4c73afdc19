"""What marks a skin: freckles strewn over nose and cheeks, and the soft shadow of a shaven beard."""

from __future__ import annotations

import numpy as np
from scipy.ndimage import gaussian_filter

from avatars.forge.head.skin_canvas import SkinCanvas
from avatars.forge.head.surface import smoothstep
from avatars.forge.parameters import Colour

_MOST = 210
"""Freckles of a face that is full of them."""


def paint_freckles(canvas: SkinCanvas, amount: float, nose: float, cheek: float) -> None:
    """Clustered over the nose's bridge and the upper cheeks, of many sizes, none alike. `amount` 0..1; `nose` is the height of
    its tip, `cheek` how far the middle of a cheek lies from the middle of the face (cm)."""
    if amount <= 0:
        return
    random = np.random.default_rng(23)
    count = round(_MOST * amount**0.8)
    clusters = random.choice(4, size=count, p=(0.30, 0.31, 0.31, 0.08))
    middle = np.array([(0.0, nose + 0.7), (cheek * 0.86, nose + 0.35), (-cheek * 0.86, nose + 0.35), (0.0, nose + 0.1)])
    spread = np.array([(0.9, 0.55), (1.15, 0.72), (1.15, 0.72), (2.3, 1.2)])
    places = middle[clusters] + random.standard_normal((count, 2)) * spread[clusters]
    sizes = 0.019 + 0.036 * random.random(count) ** 2.6
    depths = (0.20 + 0.42 * random.random(count)) * (0.55 + 0.45 * amount)
    part = canvas.within(6.0, nose - 4.0, nose + 4.5)
    cover = np.zeros(part.x.shape)
    for (x, y), size, depth in zip(places, sizes, depths, strict=True):
        near = np.flatnonzero((np.abs(part.x - x) < 5 * size) & (np.abs(part.y - y) < 5 * size))
        long = size * random.uniform(0.85, 1.3)
        apart = np.sqrt(((part.x[near] - x) / size) ** 2 + ((part.y[near] - y) / long) ** 2)
        cover[near] = 1 - (1 - cover[near]) * (1 - depth * smoothstep(2.4, 0.3, apart))
    part.lay(part.tones.freckle, cover * part.ahead)
    canvas.keep(part)


def paint_stubble(
    canvas: SkinCanvas, amount: float, hair: Colour, half_mouth: float, lip: float, nose: float
) -> None:
    """A shadow of beard along jaw, chin and upper lip. `amount` 0..1; the mouth's half width and height and the height of the
    nose's tip in cm."""
    if amount <= 0:
        return
    c = canvas
    around = np.degrees(np.arctan2(c.across, c.z + 0.4))
    rise = np.interp(around, (0, 18, 32, 50, 66, 76, 82), (-1.0, -0.5, 0.2, 1.4, 3.0, 5.2, 6.4))
    jaw = smoothstep(1.3, -0.9, c.y - lip - rise) * smoothstep(88, 54, around)
    lips = np.hypot(c.x / (half_mouth * 1.06), (c.y - lip + 0.05) / 0.62)
    moustache = np.exp(-((c.x / (half_mouth * 0.80)) ** 2) - ((c.y - (0.60 * lip + 0.40 * (nose - 0.9))) / 0.50) ** 2) * c.ahead
    corners = c.spot(half_mouth * 1.12, lip - 0.3, 0.45, 0.9)
    cover = np.clip(np.maximum(jaw, np.maximum(0.85 * moustache, 0.6 * corners)), 0, 1) * smoothstep(0.9, 1.25, lips)
    grain = gaussian_filter(np.random.default_rng(41).standard_normal(c.x.shape), 0.7)
    grain = 1 + 0.14 * grain / grain.std()
    colour = 0.62 * c.shadow * [0.74, 0.74, 0.78] + 0.38 * np.array(hair)
    c.lay(colour, np.clip(0.40 * amount * cover * grain, 0, 0.5) * smoothstep(-1.0, 3.5, c.z))
