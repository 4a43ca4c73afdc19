"""A face texture to paint on by places of the front view, in centimetres."""

from __future__ import annotations

from copy import copy
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.ndimage import zoom

from avatars.forge.head.surface import Array, HeadSurface, from_plane, smoothstep
from avatars.forge.head.texture_map import plane_of
from avatars.forge.parameters import Skin
from avatars.forge.skin import complexion

_COARSE = 256


@lru_cache(maxsize=2)
def _places(size: int, surface: HeadSurface) -> tuple[Array, Array, Array]:
    """Where on the featureless head every pixel lies; worked out coarsely, for it is smooth."""
    centres = (np.arange(_COARSE) + 0.5) / _COARSE
    u, v = np.meshgrid(centres, centres)
    points = surface.base(from_plane(plane_of(np.stack([u, v], axis=-1))))
    x, y, z = (zoom(points[..., i], size / _COARSE, order=1, grid_mode=True, mode="nearest") for i in range(3))
    return x.astype(np.float32), y.astype(np.float32), z.astype(np.float32)


class SkinCanvas:
    """Every pixel's place (`x`, `y`, `z`) and colours in sRGB 0..1. `ahead` is 1 on the face, 0 behind the ears."""

    def __init__(self, size: int, surface: HeadSurface, skin: Skin) -> None:
        self.size, self.tones = size, complexion(skin)
        self._found: npt.NDArray[np.bool_] = np.ones((size, size), dtype=bool)
        self.x, self.y, self.z = _places(size, surface)
        self.ahead: npt.NDArray[Any] = smoothstep(1.0, 3.0, self.z).astype(np.float32)
        self.across: npt.NDArray[Any] = np.abs(self.x)
        self.picture = np.broadcast_to(np.array(self.tones.base), (size, size, 3)).astype(np.float32)
        self.shadow = np.array(self.tones.base) * np.array(self.tones.shade) ** 1.7
        """A painted shadow: the skin's own, deeper and redder."""

    def pixels(self) -> npt.NDArray[np.uint8]:
        """The texture (size, size, 3)."""
        return np.asarray((np.clip(self.picture, 0, 1) * 255 + 0.5).astype(np.uint8))

    def within(self, across: float, low: float, high: float) -> SkinCanvas:
        """The pixels of the face up to `across` cm from its middle and between two heights: the same canvas, its places as
        rows (n,), for what is painted there alone. What is laid on it has to be put back by `keep`."""
        found = (self.across < across) & (self.y > low) & (self.y < high) & (self.z > 0)
        part = copy(self)
        part.x, part.y, part.z = self.x[found], self.y[found], self.z[found]
        part.across, part.ahead = np.asarray(self.across[found]), np.asarray(self.ahead[found])
        part.picture, part._found = self.picture[found], found
        return part

    def keep(self, part: SkinCanvas) -> None:
        """Takes over what was laid on a part."""
        self.picture[part._found] = part.picture

    def lay(self, colour: npt.ArrayLike, amount: Array) -> None:
        """Lays a colour over the skin; `amount` in 0..1 for every pixel."""
        near = amount > 0.002
        share = np.minimum(amount[near], 1.0).astype(np.float32)[:, None]
        self.picture[near] = self.picture[near] * (1 - share) + np.asarray(colour, dtype=np.float32) * share

    def spot(self, x: float, y: float, sx: float, sy: float, turn: float = 0.0, both: bool = True) -> Array:
        """A soft spot on the face, mirrored to the other side if `both`; `turn` in radians lifts its outer side."""
        dx, dy = (self.across if both else self.x) - x, self.y - y
        reach = 2.6 * max(sx, sy)
        near = (np.abs(dx) < reach) & (np.abs(dy) < reach) & (self.z > 0)
        c, s, dx, dy = np.cos(turn), np.sin(turn), dx[near], dy[near]
        out = np.zeros(self.x.shape)
        out[near] = np.exp(-(((dx * c + dy * s) / sx) ** 2 + ((dy * c - dx * s) / sy) ** 2)) * self.ahead[near]
        return out
