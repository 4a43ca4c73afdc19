"""The plain adult head in numbers: curves over height, and the soft features on its front. Head centimetres.

The chin's lowest point lies at y = 0.75, the crown at 23.5, +z forward, +x her left. Everything here is the face with all
sliders at 0; `surface` bends it.
"""

from __future__ import annotations

from typing import Final

Knots = list[tuple[float, float]]

LOWEST: Final = 0.75
EYE_LEVEL: Final = 9.72
MOUTH_LEVEL: Final = 3.96
NOSE_LEVEL: Final = 6.75
"""Height of the tip."""

WIDTH: Final[Knots] = [
    (0.75, 0.05), (0.80, 0.62), (0.95, 1.15), (1.25, 1.75), (1.75, 2.48), (2.4, 3.36), (3.2, 4.25), (4.2, 5.13), (5.4, 5.87),
    (6.8, 6.42), (8.3, 6.80), (10.0, 7.10), (13.0, 7.50), (16.0, 7.60), (18.5, 7.05), (20.8, 5.65), (22.4, 3.65), (23.5, 0.1),
]
"""Half the width of the slices."""
FRONT: Final[Knots] = [
    (0.75, 5.6), (0.82, 6.12), (1.0, 6.55), (1.35, 6.94), (1.9, 7.27), (2.6, 7.45), (3.4, 7.58), (4.4, 7.74), (6.0, 7.88),
    (8.5, 7.92), (10.0, 7.96), (12.0, 8.22), (14.5, 8.50), (17.0, 8.22), (19.5, 6.9), (21.5, 4.6), (23.5, -0.8),
]
"""The foremost line of the featureless face."""
BACK: Final[Knots] = [
    (0.75, 5.4), (0.85, 4.7), (1.1, 3.8), (1.6, 2.3), (2.1, 0.4), (2.5, -2.2), (2.9, -5.0), (3.4, -6.6), (4.2, -7.3), (6.0, -8.2),
    (9.0, -9.5), (12.0, -10.3), (15.0, -10.6), (18.0, -9.8), (20.5, -7.8), (23.5, -1.0),
]
"""The hindmost line: it rises inside the neck, then follows nape and occiput."""
FRONT_POWER: Final[Knots] = [
    (-0.2, 2.0), (2.0, 2.05), (4.0, 2.12), (6.0, 2.22), (10.0, 2.42), (14.0, 2.4), (18.0, 2.2),
    (23.5, 2.1),
]
BACK_POWER: Final = 2.1

NOSE_RIDGE: Final[Knots] = [
    (4.4, 0.0), (4.9, 0.13), (5.5, 0.36), (6.0, 0.58), (6.45, 0.78), (6.82, 0.86), (7.2, 0.81), (7.8, 0.65), (8.6, 0.44),
    (9.5, 0.25), (10.4, 0.10), (11.6, 0.0),
]
"""How far the ridge stands out: a soft bridge, a tip that looks up a little, an underside so flat that it
throws no blot on the lip."""
NOSE_SPREAD: Final[Knots] = [
    (4.5, 0.80), (5.6, 0.78), (6.2, 0.74), (6.8, 0.66), (7.6, 0.56), (8.6, 0.53), (10.0, 0.60), (12.0, 0.85),
]

Bump = tuple[float, float, float, float, float]
"""Amplitude, x, y, spread in x, spread in y; mirrored where x is not 0."""

ALAE: Final[Bump] = (0.05, 0.80, 6.25, 0.40, 0.45)
CHEEKS: Final[Bump] = (0.40, 4.10, 6.0, 1.6, 1.5)
SOCKETS: Final[Bump] = (-0.24, 3.4, 9.9, 1.9, 1.10)
BROW_BONES: Final[Bump] = (0.06, 2.9, 12.2, 1.9, 0.9)
UPPER_LIP: Final[Bump] = (0.24, 0.0, 4.40, 0.95, 0.32)
LOWER_LIP: Final[Bump] = (0.24, 0.0, 3.48, 0.85, 0.34)
CHIN: Final[Bump] = (0.21, 0.0, 1.72, 1.15, 0.62)
MIDLINE: Final[tuple[Bump, ...]] = (
    (-0.05, 0.0, 5.0, 0.35, 0.30),  # philtrum
    (-0.16, 0.0, 2.72, 1.2, 0.36),  # hollow above the chin
)
