"""Zori: flat lacquered sandals with a soft thong between the toes, for tabi and summer robes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.garments.shoe_block import ShoeCut, make_shoes_of
from avatars.forge.garments.trims import cord, curve, laid_on
from avatars.forge.wardrobe.skin import limbs

if TYPE_CHECKING:
    from avatars.forge.cloth.shoe_picture import ShoePicture
    from avatars.forge.sdf.fields import Doubles, Field
    from avatars.forge.wardrobe.garment import Tailored

LACQUER, THONG = "#8c2f34", "#e8d9bd"


def _paint(p: ShoePicture) -> None:
    p.sole((0.0030, (0.30, 0.22, 0.18), 1.0), (0.0055, "lacquer", 0.80), (0.0072, "thong", 0.95), (0.0098, "lacquer", 1.05),
           (0.04, "lacquer", 1.16))
    p.plain("trim", "thong")
    p.plain("lace", "thong", 0.9)
    p.plain("lining", "lacquer")


def _branch(foot: Field, out: float) -> Doubles:
    """From between the first two toes over the foot to the sole's side at the instep."""
    knots = ((0, 0.0950, 0.020, 0.112), (1, 0.0990 + 0.010 * out, 0.040, 0.092), (2, 0.101 + 0.034 * out, 0.040, 0.058),
             (3, 0.100 + 0.041 * out, 0.022, 0.026), (4, 0.0995 + 0.036 * out, 0.006, 0.010))
    line = curve(knots, np.linspace(0, 4, 15))
    return laid_on(line, foot, 0.0048)


def make_zori() -> Tailored:
    """The pair."""
    foot = limbs()
    slab = ((0.0, 0.0000), (0.0012, 0.0024), (0.0086, 0.0034), (0.0098, 0.0020), (0.0100, -0.0160))
    radii = np.interp(np.arange(15), [0, 3, 9, 14], [0.0032, 0.0052, 0.0058, 0.0044])
    post = np.array([(0.0950, 0.006, 0.1165), (0.0950, 0.018, 0.1155), (0.0952, 0.028, 0.1110)])
    trims = (*(cord(_branch(foot, out), radii, 6) for out in (1.0, -1.0)), cord(post, 0.0030, 5))
    cut = ShoeCut(
        None, None, ((slab, -1.0, 1.0),), _paint, {"lacquer": LACQUER, "thong": THONG}, trims=trims,
        shade=(0.68, 0.58, 0.64), rim=(0.16, 0.12, 0.12), outline=(0.28, 0.14, 0.14), seed=261,
    )
    return make_shoes_of("zori-sandals", cut)
