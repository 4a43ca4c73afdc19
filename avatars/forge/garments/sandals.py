"""Flat summer sandals: two straps over the toes, one round the ankle with a small buckle, a footbed one sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.tailoring import stitches
from avatars.forge.garments.shoe_block import ShoeCut, make_shoes_of, strap_over, strap_round
from avatars.forge.garments.trims import cord, laid_on
from avatars.forge.wardrobe.skin import limbs

if TYPE_CHECKING:
    from avatars.forge.cloth.shoe_picture import ShoePicture
    from avatars.forge.sdf.fields import Doubles, Field
    from avatars.forge.wardrobe.garment import Tailored

LEATHER, BED = "#a8643c", "#d9b98c"


def _paint(p: ShoePicture) -> None:
    p.sole((0.0035, (0.24, 0.18, 0.15), 1.0), (0.0085, "bed", 0.85), (0.04, "bed", 1.0), welt=0.0062)
    p.plain("strap", "leather")
    p.plain("lining", "bed")
    p.plain("trim", (0.80, 0.66, 0.40))
    stitches(p.c, np.full(p.y.shape, 1.0), p.z)


def _buckle(band: Doubles) -> Doubles:
    """A small ring on the outer side of the ankle strap."""
    at = band[1, band.shape[1] // 4]
    turn = np.linspace(0.0, 2 * np.pi, 13)
    ring: Doubles = at + np.stack([np.full(13, 0.0024), 0.0068 * np.sin(turn), 0.0058 * np.cos(turn)], axis=1)
    return ring


def make_sandals() -> Tailored:
    """The pair."""
    foot = limbs()
    bed = ((0.0, -0.0030), (0.0030, -0.0012), (0.0080, -0.0008), (0.0098, -0.0016), (0.0100, -0.0160))
    ankle = strap_round(foot, 0.088, 0.0100, 0.10)
    straps = (
        strap_over(foot, 0.082, 0.0190, 118.0, 0.006, low=0.007),
        strap_over(foot, 0.046, 0.0150, 118.0, 0.014, low=0.007),
        ankle,
        _back(foot),
    )
    cut = ShoeCut(
        None, None, ((bed, -1.0, 1.0),), _paint, {"leather": LEATHER, "bed": BED}, straps=straps, strap_thickness=0.0026,
        trims=(cord(_buckle(ankle), 0.0013, 5),), shade=(0.72, 0.62, 0.64), outline=(0.32, 0.20, 0.15), seed=231,
    )
    return make_shoes_of("ankle-strap-sandals", cut)


def _back(foot: Field) -> Doubles:
    """From the sole up the heel to the ankle strap."""
    heights = np.linspace(0.007, 0.084, 9)
    rows = []
    for x in (0.0905, 0.0980, 0.1055):
        rows.append(np.stack([np.full(9, x), heights, np.interp(heights, [0.0, 0.03, 0.09], [-0.080, -0.084, -0.066])], axis=1))
    grid = np.stack(rows, axis=1)
    flat = grid.reshape(-1, 3)
    for _ in range(12):
        flat = flat + np.array([0.0, 0.0, 1.0]) * np.clip(foot(flat) - 0.0022, -0.01, 0.01)[:, None]
    return laid_on(flat.reshape(grid.shape)[::-1, ::-1], foot, 0.0022)
