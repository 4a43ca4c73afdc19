"""How the garments of a look make room for each other, on the plain body."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from avatars.vrm.model import Floats, Indices
from avatars.wardrobe.garment_file import GarmentFile


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """A piece on the plain body among others: `positions`, `normals` (n,3), and the `indices` (3m,) of what may be seen."""

    positions: Floats
    normals: Floats
    indices: Indices


def fit(garments: Sequence[GarmentFile], values: Mapping[str, float]) -> list[tuple[Fit, ...]]:
    """A fit for each piece of each garment."""
    return [
        tuple(Fit(p.primitive.positions, p.primitive.normals, p.primitive.indices) for p in garment.pieces)
        for garment in garments
    ]
