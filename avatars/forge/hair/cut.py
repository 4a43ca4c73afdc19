"""A cut: all its locks, the chains they swing on and what is tied into it; and the dice every cut is varied with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from avatars.forge.hair.lock import Lock, draw
from avatars.forge.hair.rig import Chain
from avatars.forge.hair.scalp import Scalp
from avatars.forge.hair.strands import UNDER, Drawn
from avatars.forge.parameters import Hair


@dataclass(frozen=True, slots=True)
class Cut:
    """What a style makes of a head."""

    locks: Sequence[Lock]
    chains: Sequence[Chain]
    shells: Sequence[Drawn] = field(default=())
    """Ready meshes: the cap next to the skin, what hangs inside."""
    ornaments: Sequence[Drawn] = field(default=())
    """Ties and clips, in their own material."""
    shine: float = 18.4
    """Height of the ring of light."""

    def drawn(self) -> list[Drawn]:
        """Every mesh of it."""
        return [*self.shells, *(draw(lock) for lock in self.locks)]


class Comb:
    """The head, the parameters and the dice: what every style needs to grow its locks."""

    def __init__(self, hair: Hair, scalp: Scalp) -> None:
        self.hair, self.scalp = hair, scalp
        self._random = np.random.default_rng(hair.seed)

    def vary(self, spread: float) -> float:
        """Up to `spread` either way."""
        return float(self._random.uniform(-spread, spread))

    def column(self, strands: int = 1) -> int:
        """Strand columns from among the bright ones."""
        return int(self._random.integers(UNDER - strands + 1))

    def low(self, height: float, pivot: float = 8.0) -> float:
        """Heights below `pivot` stretch with the length of the cut."""
        return pivot - (pivot - height) * self.hair.length if height < pivot else height
