"""A canvas that notes down what is laid on it: where, how strongly and in which colour."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from avatars.forge.head.skin_canvas import SkinCanvas
from avatars.forge.head.surface import Array, HeadSurface
from avatars.forge.parameters import Skin

Mask = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Laid:
    """One layer: `cover` (h,w) 0..1 and its colour."""

    cover: Mask
    colour: npt.NDArray[np.float64]


class RecordingCanvas(SkinCanvas):
    """Paints like its parent and keeps every layer in `layers`, in order; those of a part are spread over the whole."""

    def __init__(self, size: int, surface: HeadSurface, skin: Skin) -> None:
        super().__init__(size, surface, skin)
        self.layers: list[Laid] = []

    def lay(self, colour: npt.ArrayLike, amount: Array) -> None:
        """Lays a colour over the skin, and notes it."""
        super().lay(colour, amount)
        cover = np.zeros((self.size, self.size), np.float32)
        cover[self._found] = np.clip(np.asarray(amount), 0.0, 1.0)[... if amount.ndim == 1 else self._found]
        self.layers.append(Laid(cover, np.array(colour, dtype=float)))
