"""The raincoat's oilskin: plain yellow with stitched seams, press studs, and pockets where the cut has them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.atlas import Atlas, Block
from avatars.forge.cloth.paint import Image, finish, line, mix, noise
from avatars.forge.sdf.fields import ramp

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles

YELLOW = np.array([0.955, 0.745, 0.300])
_THREAD = np.array([0.780, 0.540, 0.180])
_STUD = np.array([0.560, 0.445, 0.300])
COAT = Atlas(
    1280,
    1408,
    row=1.0,
    row_pixels=950.0,
    trunk=Block(0, 6, 1280, 902, 1.394, -1.0),
    sleeve=Block(44, 932, 520, 460, 0.120, 1.0),
)
LINING = (900 / 1280, 1200 / 1408)
"""A spot of the lining's colour."""
CLOTH = (0.40, 0.30)
"""A plain spot of the oilskin."""
_GIRTH = 1.08
"""Metres round the trunk, about: turns shares into lengths."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A place on the trunk: `middle` and `half` as shares of the way round, heights in metres."""

    middle: float
    half: float
    low: float = 0.0
    flap: float = 0.0
    high: float = 0.0


PLACKET = Strip(0.5, 0.026)
POCKET = Strip(0.132, 0.064, low=0.735, flap=0.855, high=0.900)
"""`middle` counts from the front on both sides."""
_STUDS = (1.275, 1.165, 1.055, 0.945, 0.835, 0.725)


def coat_texture() -> Image:
    """The atlas (1408, 1280, 3)."""
    picture = np.empty((COAT.height, COAT.width, 3))
    picture[:] = (0.800, 0.760, 0.690)
    for block, paint in ((COAT.trunk, _trunk), (COAT.sleeve, _sleeve)):
        share, metres, high, wide = COAT.stitches(block)
        picture[high, wide] = paint(share, block.start + block.sense * metres)
    return finish(picture * (1.0 + 0.012 * noise(COAT.height, COAT.width, 30.0, 41))[..., None], levels=60)


def _trunk(share: Doubles, y: Doubles) -> Doubles:
    picture = np.broadcast_to(YELLOW, (*share.shape, 3)).copy()
    edge = (np.abs(share - PLACKET.middle) - PLACKET.half) * _GIRTH
    shown = (y < 1.35).astype(float)
    picture = mix(picture, picture * 0.80, 0.8 * shown * line(edge, 0.0010, 0.0016))
    picture = _stitched(picture, edge + 0.006, y, shown)
    for side in (-1.0, 1.0):
        x = (share - 0.5 - side * POCKET.middle) * _GIRTH
        half = POCKET.half * _GIRTH
        box = np.maximum(np.abs(x) - half, np.maximum(POCKET.low - y, y - POCKET.flap))
        picture = mix(picture, picture * 0.84, 0.8 * line(box, 0.0010, 0.0016))
        picture = _stitched(picture, box + 0.006, x + y, 1.0)
        flap = np.maximum(np.abs(x) - half - 0.004, np.maximum(POCKET.flap - y, y - POCKET.high))
        picture = mix(picture, picture * 0.80, 0.8 * line(flap, 0.0010, 0.0018))
        picture = _stitched(picture, flap + 0.006, x + y, 1.0)
        picture = _stud(picture, x, y - (POCKET.flap + POCKET.high) / 2)
    for height in _STUDS:
        picture = _stud(picture, (share - 0.5) * _GIRTH, y - height)
    # Side seams and the hem's double row.
    for seam in (0.25, 0.75):
        picture = mix(picture, picture * 0.82, 0.7 * line((share - seam) * _GIRTH, 0.0007, 0.0014))
        picture = _stitched(picture, (share - seam) * _GIRTH - 0.005, y, 1.0)
    for height in (0.535, 0.541):
        picture = _stitched(picture, y - height, share * _GIRTH, 1.0)
    return picture


def _sleeve(share: Doubles, x: Doubles) -> Doubles:
    picture = np.broadcast_to(YELLOW, (*share.shape, 3)).copy()
    picture = mix(picture, picture * 0.80, 0.8 * line(x - 0.547, 0.0010, 0.0016))
    for place in (0.541, 0.585):
        picture = _stitched(picture, x - place, share * 0.36, 1.0)
    return picture


def _stitched(picture: Doubles, distance: Doubles, along: Doubles, shown: Doubles | float) -> Doubles:
    t = (along / 0.0075) % 1.0
    dash = ramp(0.05, 0.2, t) * (1 - ramp(0.70, 0.85, t))
    return mix(picture, _THREAD, shown * 0.75 * dash * line(distance, 0.0006, 0.0011))


def _stud(picture: Doubles, x: Doubles, y: Doubles) -> Doubles:
    r = np.hypot(x, y)
    picture = mix(picture, YELLOW * 0.72, 0.8 * (1 - ramp(0.0085, 0.0110, r)))
    picture = mix(picture, _STUD, 1 - ramp(0.0062, 0.0074, r))
    shine = np.hypot(x + 0.0018, y - 0.0020)
    return mix(picture, (0.93, 0.86, 0.72), 0.8 * (1 - ramp(0.0010, 0.0026, shine)))
