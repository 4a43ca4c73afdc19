"""A picture of cloth in zones: which dye reaches a texel, how light it is there, and what keeps a colour of its own."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from avatars.forge.cloth.paint import Colour, Image, finish, noise
from avatars.forge.sdf.fields import Doubles

LIGHTEST = 1.34
"""What a dye can be lightened to: the stored shade has no more room."""


def rgb(dye: str) -> Colour:
    """``#rrggbb`` as sRGB 0..1."""
    return int(dye[1:3], 16) / 255, int(dye[3:5], 16) / 255, int(dye[5:7], 16) / 255


class Dyed:
    """One picture (high, wide), at first all in the first zone's dye. `x` and `y` run 0..1 across and down."""

    def __init__(self, high: int, wide: int, dyes: Mapping[str, str]) -> None:
        self.high, self.wide = high, wide
        self._dyes = {zone: rgb(dye) for zone, dye in dyes.items()}
        self.y, self.x = (np.mgrid[0:high, 0:wide].astype(float) + 0.5) / np.array([high, wide])[:, None, None]
        self.light: Doubles = np.ones((high, wide))
        first = next(iter(dyes))
        self._shares: dict[str, Doubles] = {zone: np.full((high, wide), float(zone == first)) for zone in dyes}
        self._fixed: Doubles = np.ones((high, wide, 3))

    def lay(self, zone: str, share: npt.ArrayLike = 1.0) -> None:
        """A zone's dye over what is there."""
        over = self._over(share)
        for name in self._shares:
            self._shares[name] = self._shares[name] * (1 - over) + (over if name == zone else 0.0)

    def fix(self, colour: Colour, share: npt.ArrayLike = 1.0) -> None:
        """A colour no dye changes, in plain light."""
        over = self._over(share)
        for name in self._shares:
            self._shares[name] = self._shares[name] * (1 - over)
        self._fixed = self._fixed * (1 - over)[..., None] + np.asarray(colour) * over[..., None]
        self.light = self.light * (1 - over) + over

    def tone(self, factor: npt.ArrayLike, share: npt.ArrayLike = 1.0) -> None:
        """Lighter or darker by a factor."""
        self.light = self.light * (1.0 + (np.asarray(factor) - 1.0) * np.clip(np.asarray(share, dtype=float), 0.0, 1.0))

    def grain(self, size: float, amount: float, seed: int, stretch: float = 1.0) -> None:
        """Faint unevenness; `size` in texels."""
        self.light = self.light * (1.0 + amount * noise(self.high, self.wide, size, seed, stretch))

    def done(self) -> tuple[Image, dict[str, npt.NDArray[np.float32]]]:
        """The picture (high, wide, 3) and the zones' weights."""
        rest = 1.0 - sum(self._shares.values(), np.zeros_like(self.light))
        colour = self._fixed * np.clip(rest, 0.0, 1.0)[..., None]
        for zone, share in self._shares.items():
            colour = colour + share[..., None] * np.asarray(self._dyes[zone])
        light = np.clip(self.light, 0.0, LIGHTEST)
        return finish(colour * light[..., None]), {zone: share.astype(np.float32) for zone, share in self._shares.items()}

    def _over(self, share: npt.ArrayLike) -> Doubles:
        over: Doubles = np.clip(np.broadcast_to(np.asarray(share, dtype=float), self.light.shape), 0.0, 1.0)
        return over
