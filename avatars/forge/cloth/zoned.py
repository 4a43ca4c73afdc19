"""A texture painted in zones: which dye reaches a texel, how light it is there, and what keeps a colour of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from avatars.forge.cloth.knit import Yarn, rib, stockinette
from avatars.forge.cloth.paint import Colour, Image, finish, noise
from avatars.forge.sdf.fields import Doubles

_GREY = (0.72, 0.72, 0.72)


def rgb(dye: str) -> Colour:
    """``#rrggbb`` as sRGB 0..1."""
    return int(dye[1:3], 16) / 255, int(dye[3:5], 16) / 255, int(dye[5:7], 16) / 255


class Zoned:
    """One picture (high, wide). Begin with `lay` or `fix` all over, then draw; `x` and `y` run 0..1 across and down."""

    def __init__(self, high: int, wide: int, dyes: Mapping[str, str]) -> None:
        self.high, self.wide = high, wide
        self._dyes = {zone: rgb(dye) for zone, dye in dyes.items()}
        self.y, self.x = (np.mgrid[0:high, 0:wide].astype(float) + 0.5) / np.array([high, wide])[:, None, None]
        self.light = np.ones((high, wide))
        self._shares = {zone: np.zeros((high, wide)) for zone in dyes}
        self._fixed = np.ones((high, wide, 3))

    def within(self, rect: tuple[float, float, float, float]) -> Doubles:
        """1 on a place of the texture, with a texel more all around."""
        left, top, right, low = rect
        dx, dy = 1.5 / self.wide, 1.5 / self.high
        inside = (self.x > left - dx) & (self.x < right + dx) & (self.y > top - dy) & (self.y < low + dy)
        return np.asarray(inside, dtype=float)

    def lay(self, zone: str, share: npt.ArrayLike = 1.0) -> None:
        """A zone's dye over what is there."""
        over = np.clip(np.broadcast_to(np.asarray(share, dtype=float), self.light.shape), 0.0, 1.0)
        for name in self._shares:
            self._shares[name] = self._shares[name] * (1 - over) + (over if name == zone else 0.0)

    def fix(self, colour: Colour, share: npt.ArrayLike = 1.0) -> None:
        """A colour no dye changes."""
        over = np.clip(np.broadcast_to(np.asarray(share, dtype=float), self.light.shape), 0.0, 1.0)
        for name in self._shares:
            self._shares[name] = self._shares[name] * (1 - over)
        self._fixed = self._fixed * (1 - over)[..., None] + np.asarray(colour) * over[..., None]

    def tone(self, factor: npt.ArrayLike, share: npt.ArrayLike = 1.0) -> None:
        """Lighter or darker by a factor."""
        self.light = self.light * (1.0 + (np.asarray(factor) - 1.0) * np.clip(np.asarray(share, dtype=float), 0.0, 1.0))

    def grain(self, size: float, amount: float, seed: int, stretch: float = 1.0) -> None:
        """Faint unevenness; `size` in texels."""
        self.light = self.light * (1.0 + amount * noise(self.high, self.wide, size, seed, stretch))

    def knitted(
        self, columns: Doubles, rows: Doubles, share: npt.ArrayLike = 1.0, ribbed: bool = False, depth: float = 1.0
    ) -> None:
        """Stitches at stitch coordinates (see `cloth.knit`), as light and shade."""
        yarn = Yarn(ground=_GREY, line=(0.62, 0.60, 0.62))
        painted = rib(columns, rows, yarn) if ribbed else stockinette(columns, rows, yarn, depth=depth)
        self.tone(painted.mean(axis=-1) / _GREY[0], share)

    def motif(self, columns: Doubles, rows: Doubles, first: int, pattern: Sequence[str], letter: str = "x") -> Doubles:
        """Where stitches of a pattern (one string a row, from row `first` down, repeating sideways) bear a letter."""
        column = np.floor(columns).astype(int)
        t = np.abs(columns - column - 0.5) * 2.0
        row = np.floor(rows + 0.62 * t).astype(int) - first
        found = np.array([list(line) for line in pattern]) == letter
        inside = (row >= 0) & (row < len(pattern))
        return np.asarray(inside & found[np.clip(row, 0, len(pattern) - 1), column % found.shape[1]], dtype=float)

    def done(self) -> tuple[Image, dict[str, npt.NDArray[np.float32]]]:
        """The picture (high, wide, 3) and the zones' weights."""
        rest = 1.0 - sum(self._shares.values(), np.zeros_like(self.light))
        colour = self._fixed * np.clip(rest, 0.0, 1.0)[..., None]
        for zone, share in self._shares.items():
            colour = colour + share[..., None] * np.asarray(self._dyes[zone])
        light = np.clip(self.light, 0.0, 1.36)
        return finish(colour * light[..., None]), {zone: share.astype(np.float32) for zone, share in self._shares.items()}
