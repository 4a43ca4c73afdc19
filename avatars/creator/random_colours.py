"""Colours of skin, hair and eyes that go together, by chance. sRGB 0..1."""

from __future__ import annotations

from typing import Final

import numpy as np

from avatars.creator.parameters import Colour

Choices = tuple[tuple[Colour, float, float, float], ...]
"""A colour and its share with fair, middle and deep skin."""

_HAIR: Final[Choices] = (
    ((0.86, 0.71, 0.50), 0.12, 0.02, 0.00),  # blonde
    ((0.72, 0.54, 0.34), 0.14, 0.04, 0.00),  # honey
    ((0.66, 0.33, 0.19), 0.12, 0.04, 0.00),  # copper
    ((0.52, 0.35, 0.24), 0.20, 0.12, 0.03),  # chestnut
    ((0.36, 0.24, 0.18), 0.18, 0.24, 0.12),  # brown
    ((0.24, 0.17, 0.14), 0.10, 0.24, 0.30),  # dark brown
    ((0.16, 0.14, 0.16), 0.08, 0.22, 0.44),  # black
    ((0.62, 0.60, 0.62), 0.02, 0.02, 0.02),  # silver
    ((0.42, 0.20, 0.30), 0.02, 0.03, 0.04),  # plum
    ((0.24, 0.32, 0.44), 0.02, 0.03, 0.04),  # ink blue
)
_IRIS: Final[Choices] = (
    ((0.32, 0.53, 0.72), 0.22, 0.03, 0.00),  # blue
    ((0.44, 0.52, 0.60), 0.14, 0.05, 0.01),  # grey
    ((0.26, 0.55, 0.40), 0.16, 0.08, 0.02),  # green
    ((0.15, 0.56, 0.53), 0.08, 0.05, 0.02),  # sea
    ((0.54, 0.43, 0.22), 0.16, 0.20, 0.10),  # hazel
    ((0.66, 0.42, 0.18), 0.08, 0.17, 0.18),  # amber
    ((0.46, 0.28, 0.16), 0.12, 0.27, 0.34),  # brown
    ((0.33, 0.20, 0.14), 0.04, 0.15, 0.33),  # dark brown
)
_FAIR, _MIDDLE, _DEEP = 0.10, 0.45, 0.85


def skin_tone(random: np.random.Generator) -> tuple[float, float]:
    """Tone over the whole range, and an undertone that grows warmer with it."""
    tone = float(random.beta(1.15, 1.45))
    undertone = float(np.clip(random.normal(0.05 + 0.25 * tone, 0.30), -0.7, 0.8))
    return tone, undertone


def hair_colour(tone: float, random: np.random.Generator) -> Colour:
    """Hair that is seen with this skin, each a little different."""
    base = np.array(_drawn(_HAIR, tone, random)) * (1 + float(random.normal(0, 0.05)))
    return _colour(base + np.array([1.0, 0.0, -1.0]) * float(random.normal(0, 0.008)))


def iris_colour(tone: float, random: np.random.Generator) -> Colour:
    """Eyes that are seen with this skin."""
    return _colour(np.array(_drawn(_IRIS, tone, random)) * (1 + random.normal(0, 0.04, 3)))


def brow_colour(hair: Colour, tone: float) -> Colour:
    """Brows are darker than fair hair, less colourful than dyed hair, and dark enough to be seen on deep skin."""
    colour = np.array(hair)
    light = float(colour @ [0.3, 0.59, 0.11])
    calm = colour * 0.8 + light * 0.2
    brows = calm * (0.66 if light > 0.45 else 0.76 if light > 0.25 else 0.95)
    dark = 0.7 * float(np.clip((tone - 0.35) / 0.4, 0.0, 1.0))
    return _colour(brows * (1 - dark) + np.array([0.10, 0.075, 0.07]) * dark)


def lash_colour(hair: Colour) -> Colour:
    """Nearly black, with a breath of the hair."""
    return _colour(np.array([0.11, 0.075, 0.07]) + 0.10 * np.array(hair))


def _drawn(choices: Choices, tone: float, random: np.random.Generator) -> Colour:
    at = (_FAIR, _MIDDLE, _DEEP)
    shares = np.array([np.interp(tone, at, choice[1:]) for choice in choices])
    return choices[int(random.choice(len(choices), p=shares / shares.sum()))][0]


def _colour(rgb: np.ndarray) -> Colour:
    red, green, blue = (round(float(c), 4) for c in np.clip(rgb, 0.02, 0.98))
    return red, green, blue
