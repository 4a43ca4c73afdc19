"""Where the pieces of a top lie on its texture: the trunk's stitches above, the sleeve's below."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles


@dataclass(frozen=True, slots=True)
class Block:
    """A rectangle of the atlas in pixels; `start` is the coordinate in metres at its upper edge.

    `sense` is -1 where that coordinate falls down the picture (height on the trunk), 1 where it grows (along a sleeve).
    """

    left: float
    top: float
    width: float
    height: float
    start: float
    sense: float


@dataclass(frozen=True, slots=True)
class Atlas:
    """The layout of one top. `yoke_end`: the height on the chart where a circular yoke ends and sleeves begin."""

    width: int
    height: int
    row: float
    """Metres a row of stitches."""
    row_pixels: float
    trunk: Block
    sleeve: Block
    yoke_end: float = 2.0

    def uv(self, block: Block, share: Doubles, metres: Doubles) -> Doubles:
        """Texture units (n,2) for 0..1 round the body and the place along it."""
        u = block.left + share * block.width
        v = block.top + (metres - block.start) * block.sense * self.row_pixels / self.row
        return np.stack([u / self.width, v / self.height], axis=1)

    def enlarged(self, times: int) -> Atlas:
        """The same layout in more pixels: paint fine lines large, then shrink."""

        def larger(block: Block) -> Block:
            return replace(
                block, left=block.left * times, top=block.top * times, width=block.width * times, height=block.height * times
            )

        return replace(
            self, width=self.width * times, height=self.height * times, row_pixels=self.row_pixels * times,
            trunk=larger(self.trunk), sleeve=larger(self.sleeve),
        )

    def stitches(self, block: Block) -> tuple[Doubles, Doubles, slice, slice]:
        """For painting a block with its margin: share round the body, rows down, and its place in the picture."""
        rows = slice(max(0, int(block.top) - 8), min(self.height, int(block.top + block.height) + 8))
        # Triangles on the seam reach past the block's side.
        columns = slice(max(0, int(block.left) - 40), min(self.width, int(block.left + block.width) + 80))
        y, x = np.mgrid[rows, columns].astype(float)
        return (x + 0.5 - block.left) / block.width, (y + 0.5 - block.top) / self.row_pixels, rows, columns
