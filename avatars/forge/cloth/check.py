"""A woven check in deep wine with pine, rose and gold lines, and the shade of the pleats."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from avatars.forge.cloth.paint import Colour, Image, finish, mix, noise
from avatars.forge.sdf.fields import Doubles, bump, ramp

_SIZE = 768
PLEATS = 5
"""How many pleats one repeat of the texture shows."""


@dataclass(frozen=True, slots=True)
class Check:
    """The ground and the lines: place in the repeat, half-width, colour, strength."""

    ground: Colour = (0.455, 0.215, 0.255)
    lines: tuple[tuple[float, float, Colour, float], ...] = (
        (0.20, 0.095, (0.170, 0.235, 0.225), 0.62),
        (0.20, 0.011, (0.890, 0.740, 0.480), 0.55),
        (0.62, 0.055, (0.700, 0.390, 0.390), 0.42),
        (0.86, 0.010, (0.900, 0.760, 0.520), 0.70),
        (0.43, 0.008, (0.720, 0.450, 0.440), 0.60),
    )


def check_texture(colours: Check | None = None) -> Image:
    """A quarter of the skirt's way round, from waist to hem (768, 768, 3); repeats sideways."""
    colours = colours or Check()
    ground = np.asarray(colours.ground)
    y, x = np.mgrid[0:_SIZE, 0:_SIZE].astype(float) / _SIZE
    # Twill: warp and weft lie on top by turns.
    diagonal = ((np.arange(_SIZE)[:, None] + np.arange(_SIZE)[None]) // 2) % 2
    picture = np.broadcast_to(ground, (_SIZE, _SIZE, 3)).copy()
    for axis, over in ((x * 2.0, diagonal == 0), (y * 3.2, diagonal == 1)):
        for place, half, colour, strength in colours.lines:
            d = np.abs((axis % 1.0) - place)
            cover = 1 - ramp(half, half + 0.006, d)
            picture = mix(picture, colour, cover * strength * np.where(over, 1.0, 0.72))
    picture = _pleated(picture, x, y)
    band = 1 - ramp(0.046, 0.050, y)
    picture = mix(picture, ground * 0.80, band * 0.92)
    picture = mix(picture, picture * 0.72, 0.8 * bump(0.050, 0.004, y))
    return finish(picture * _weave()[..., None])


def _pleated(picture: Doubles, x: Doubles, y: Doubles) -> Doubles:
    """Each pleat is lit on its face and dark where it turns under; deeper towards the hem."""
    phase = (x * PLEATS) % 1.0
    deep = 0.35 + 0.65 * ramp(0.08, 0.60, y)
    under = ramp(0.76, 0.86, phase) * ramp(1.0, 0.96, phase)
    after = ramp(0.16, 0.0, phase)
    picture = mix(picture, picture * (0.56, 0.50, 0.56), deep * np.clip(0.85 * under + 0.55 * after, 0, 1))
    picture = mix(picture, np.minimum(picture * 1.22, 1.0), 0.55 * deep * bump(0.62, 0.10, phase))
    return mix(picture, picture * 0.86, ramp(0.94, 1.0, y))


def _weave() -> Doubles:
    return 1.0 + 0.014 * noise(_SIZE, _SIZE, 0.8, 5, 3.0) + 0.012 * noise(_SIZE, _SIZE, 14.0, 6)
