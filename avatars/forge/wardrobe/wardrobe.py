"""All there is to wear: the makers' lists, gathered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from avatars.forge.wardrobe import (
    bags,
    bottoms,
    classics,
    dresses,
    ears,
    glasses,
    hairs,
    headwear,
    neck,
    outers,
    shoes,
    socks,
    tops,
)
from avatars.forge.wardrobe.garment import Garment

_LISTS: Final = (hairs, classics, tops, bottoms, dresses, outers, shoes, socks, headwear, glasses, ears, neck, bags)


def _gathered() -> tuple[Garment, ...]:
    every = tuple(garment for one in _LISTS for garment in one.GARMENTS)
    names = [garment.info.id for garment in every]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise ValueError(f"two garments are called {', '.join(twice)}")
    return every


ALL: Final[tuple[Garment, ...]] = _gathered()
"""Every garment of the wardrobe, by slot in the order of the lists."""


def chosen(ids: Sequence[str]) -> tuple[Garment, ...]:
    """The garments of these ids, all if none is given. Raises ValueError that names an unknown one."""
    by_id = {garment.info.id: garment for garment in ALL}
    for name in ids:
        if name not in by_id:
            raise ValueError(f"there is no garment {name!r}")
    return tuple(by_id[name] for name in ids) if ids else ALL
