"""From an entry and its maker to a garment: the maker is given the dyes that the entry's zones come in."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from avatars.forge.wardrobe.garment import Garment

if TYPE_CHECKING:
    from collections.abc import Callable

    from avatars.forge.wardrobe.garment import Tailored
    from avatars.wardrobe.garment import GarmentInfo

LINENS: Final = ("#f4efe4", "#dfe8e6", "#c9d6c4", "#e9c9a8", "#d98f6a", "#8ea6c4", "#5c7a74", "#3c4a5e")
"""Chalk, water, sage, straw, terracotta, summer sky, bottle, night."""
JERSEYS: Final = ("#c9b6a0", "#f1e6d6", "#b5583a", "#7f8a5c", "#8f6f7f", "#56708c", "#3f4654", "#d9a94e")
"""Oatmeal, milk, ember, moss, heather, harbour, slate, honey."""
COATS: Final = ("#c8ab82", "#44546e", "#7a3b3f", "#4d5b48", "#8a7a6a", "#2f343d", "#b5583a", "#e6dccb")
"""Sand, navy, wine, forest, stone, ink, rust, chalk."""
NIGHTS: Final = ("#2c5560", "#6d2f3f", "#2f3a5a", "#4a3a5c", "#3f5a48", "#26262d", "#a8763e", "#d8c7b4")
"""Deep water, garnet, midnight, plum, pine, black, old gold, champagne."""


def made(info: GarmentInfo, maker: Callable[[dict[str, str]], Tailored]) -> Garment:
    """The garment."""
    return Garment(info, partial(maker, {zone.id: zone.dye for zone in info.zones}))


def whole(info: GarmentInfo, maker: Callable[[dict[str, str]], Tailored]) -> Garment:
    """A dress: nothing is worn as top or bottom with it."""
    return made(replace(info, replaces=("top", "bottom")), maker)
