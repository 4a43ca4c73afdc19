"""From the colour of the hair to its light and shadow, in Oklab (Björn Ottosson, 2020), where lightness is even to the eye."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from avatars.forge.head.surface import Array
from avatars.forge.parameters import Colour, Hair

_LMS = np.array([
    [0.4122214708, 0.5363325363, 0.0514459929],
    [0.2119034982, 0.6806995451, 0.1073969566],
    [0.0883024619, 0.2817188376, 0.6299787005],
])
_LAB = np.array([
    [0.2104542553, 0.7936177850, -0.0040720468],
    [1.9779984951, -2.4285922050, 0.4505937099],
    [0.0259040371, 0.7827717662, -0.8086757660],
])


@dataclass(frozen=True, slots=True)
class HairTones:
    """sRGB 0..1. `gloss` is the ring of light, `tip` the sun in the ends, `deep` what lies below, `root` the parting;
    `shade` multiplies in shadow."""

    base: Colour
    gloss: Colour
    tip: Colour
    root: Colour
    deep: Colour
    shade: Colour
    rim: Colour


def hair_tones(hair: Hair) -> HairTones:
    """Dark hair shines cool, light hair warm; every shadow is a little redder and never grey."""
    light, a, b = (float(v) for v in oklab(np.array(hair.colour)))
    warm = float(np.clip(b / 0.06, 0.0, 1.0))
    cool = 0.014 if light < 0.42 else 0.0
    gloss = _colour(light + 0.10 + 0.42 * (1 - light) * (0.35 + light), 0.55 * a, 0.95 * b - cool)
    dim = oklab_to_srgb(np.array([light * 0.80, a * 1.10 + 0.008, b * 0.96 - 0.006]))
    shade = np.clip(dim / np.maximum(np.array(hair.colour), 0.02), 0.3, 0.95)
    return HairTones(
        base=hair.colour,
        gloss=hair.gloss or gloss,
        tip=_colour(light + 0.055 * (1 - abs(light - 0.5)), a * 1.08, b * 1.10),
        root=_colour(light * 0.82, a * 1.02 + 0.016 * light * warm, b),
        deep=_colour(light * 0.78, a * 0.76 + 0.022 * light * warm, b * 0.80),
        shade=(float(shade[0]), float(shade[1]), float(shade[2])),
        rim=_colour(min(0.30 + 0.16 * light, 0.5), a * 0.8, b * 0.8),
    )


def oklab(colour: Array) -> Array:
    """Lightness and the two chroma axes of an sRGB colour."""
    linear = np.where(colour <= 0.04045, colour / 12.92, ((colour + 0.055) / 1.055) ** 2.4)
    return np.asarray(_LAB @ np.cbrt(_LMS @ linear))


def oklab_to_srgb(lab: Array) -> Array:
    """The inverse of `oklab`, clipped to what a screen shows."""
    linear = np.clip(np.linalg.inv(_LMS) @ (np.linalg.inv(_LAB) @ lab) ** 3, 0, 1)
    return np.asarray(np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055))


def _colour(light: float, a: float, b: float) -> Colour:
    red, green, blue = (round(float(c), 4) for c in oklab_to_srgb(np.array([light, a, b])))
    return red, green, blue
