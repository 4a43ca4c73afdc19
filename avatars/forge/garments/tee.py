"""A plain off-white T-shirt with a ribbed neckband, as it shows in the opening of what is worn over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from avatars.forge.cloth.tee import tee_texture
from avatars.forge.garments.under_layer import HEM, UnderLayer, make_under_layer, neckband, neckline

if TYPE_CHECKING:
    from avatars.forge.part import Made

_TEE = UnderLayer(lambda plot: tee_texture(plot, neckline, HEM), neckband)


def make_tee(outfits: tuple[str, ...]) -> Made:
    """The T-shirt for these outfits."""
    return make_under_layer("tee", _TEE, outfits)
