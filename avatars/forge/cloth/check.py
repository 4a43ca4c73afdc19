"""A warm woven check: camel ground, with pine, cream and rust lines, and the shade of the pleats."""

from __future__ import annotations

import numpy as np

from avatars.forge.cloth.paint import Image, finish, mix, noise
from avatars.forge.sdf.fields import Doubles, ramp

_SIZE = 768
_GROUND = np.array([0.735, 0.575, 0.430])
_LINES = (
    # place in the repeat, half-width, colour, strength
    (0.20, 0.085, (0.275, 0.400, 0.365), 0.55),
    (0.20, 0.012, (0.960, 0.900, 0.800), 0.60),
    (0.62, 0.050, (0.640, 0.285, 0.225), 0.48),
    (0.86, 0.011, (0.960, 0.900, 0.800), 0.70),
    (0.43, 0.008, (0.275, 0.400, 0.365), 0.70),
)


def check_texture() -> Image:
    """A quarter of the skirt's way round, from waist to hem (768, 768, 3); repeats sideways."""
    y, x = np.mgrid[0:_SIZE, 0:_SIZE].astype(float) / _SIZE
    # Twill: warp and weft lie on top by turns.
    diagonal = ((np.arange(_SIZE)[:, None] + np.arange(_SIZE)[None]) // 2) % 2
    picture = np.broadcast_to(_GROUND, (_SIZE, _SIZE, 3)).copy()
    for axis, over in ((x * 2.0, diagonal == 0), (y * 3.2, diagonal == 1)):
        for place, half, colour, strength in _LINES:
            d = np.abs((axis % 1.0) - place)
            cover = 1 - ramp(half, half + 0.006, d)
            picture = mix(picture, colour, cover * strength * np.where(over, 1.0, 0.72))
    band = 1 - ramp(0.046, 0.050, y)
    picture = mix(picture, _GROUND * 0.86, band * 0.9)
    return finish(picture * _weave()[..., None], levels=48)


def _weave() -> Doubles:
    return 1.0 + 0.016 * noise(_SIZE, _SIZE, 0.8, 5, 3.0) + 0.012 * noise(_SIZE, _SIZE, 14.0, 6)
