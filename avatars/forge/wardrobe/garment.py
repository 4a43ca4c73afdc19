"""What the maker of a garment hands over: its parts on the plain body, and which dye reaches which texel."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from avatars.forge.part import Made
from avatars.wardrobe.garment import GarmentInfo
from avatars.wardrobe.press import Press

Masks = Mapping[str, npt.NDArray[np.float32]]
"""Zone id -> weights (h,w) 0..1 of a material's texture; at a texel they sum to at most 1, the rest keeps its painted colour."""


@dataclass(frozen=True, slots=True)
class Tailored:
    """A garment on the plain body (T-pose, metres).

    `made`: parts and materials as for a person; bones hang from the humanoid's by name, and two garments that share bones (a
    skirt and the coat over it) give them the same names and places. `masks`: by material name. Where a zone has weight, paint
    the texture in the zone's own dye (``GarmentInfo.zones[i].dye``) times light and shade; the writer takes the dye out again.
    `metre`: by material name, how many texels make a metre of cloth, for patterns; 0 where none fit. `press`: where a hat holds
    the hair down.
    """

    made: Made
    masks: Mapping[str, Masks] = field(default_factory=dict)
    metre: Mapping[str, float] = field(default_factory=dict)
    press: Press | None = None


@dataclass(frozen=True, slots=True)
class Garment:
    """An entry of the wardrobe and who makes it."""

    info: GarmentInfo
    make: Callable[[], Tailored]
