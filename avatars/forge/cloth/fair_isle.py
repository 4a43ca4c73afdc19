"""The jumper's texture: one atlas with the trunk's and the sleeve's stitches, and where each lies on it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from avatars.forge.cloth.knit import Band, Yarn, brushed, rib, stockinette
from avatars.forge.cloth.paint import Image, finish
from avatars.forge.sdf.fields import Doubles

ATLAS = 2048.0
ROW = 0.0066
"""Metres a row."""
_ROW_PIXELS = 13.0

CREAM = (0.985, 0.935, 0.868)
YARN = Yarn(
    ground=CREAM,
    line=(0.835, 0.735, 0.675),
    motif={"t": (0.165, 0.478, 0.490), "r": (0.815, 0.300, 0.275), "h": (0.905, 0.655, 0.270)},
)


@dataclass(frozen=True, slots=True)
class Block:
    """A rectangle of the atlas in pixels; `high` is the coordinate in metres at its upper edge."""

    left: float
    top: float
    width: float
    height: float
    high: float
    sense: float
    """-1 where the coordinate falls down the picture (height), 1 where it grows (along the sleeve)."""
    yoke_end: float = 0.0

    def u(self, share: Doubles) -> Doubles:
        """Pixels right for 0..1 round the body."""
        return self.left + share * self.width

    def v(self, metres: Doubles) -> Doubles:
        """Pixels down for the place along the body."""
        return self.top + (metres - self.high) * self.sense * _ROW_PIXELS / ROW


TRUNK = Block(0, 4, 2048, 1120, 1.386, -1.0, yoke_end=1.2105)
SLEEVE = Block(16, 1140, 832, 904, 0.142, 1.0)

_COLLAR_ROWS, _HEM_ROW = 9, 70


def jumper_texture() -> Image:
    """The whole atlas (2048, 2048, 3)."""
    atlas = np.empty((int(ATLAS), int(ATLAS), 3))
    atlas[:] = CREAM
    atlas[: int(SLEEVE.top) - 8] = _trunk()
    left, right = 0, int(SLEEVE.left + SLEEVE.width + 16)
    atlas[int(SLEEVE.top) - 8 :, left:right] = _sleeve(right)
    return finish(brushed(atlas, 7, 0.010), levels=52)


# Rows of the trunk are counted from the collar's top edge down. The circular yoke loses stitches towards the
# neck, as knitters do it: fewer a round, not smaller.
_ROUNDS = ((0, 64), (14, 96), (23, 112))

_YOKE = (
    Band(10, ("r   ", "rr r")),
    Band(13, ("  h     ",)),
    Band(
        15,
        (
            "    t   ",
            "   ttt  ",
            "  tt tt ",
            " tt h tt",
            "  tt tt ",
            "   ttt  ",
            "    t   ",
        ),
    ),
    Band(24, ("r r ", "rrrr", " r r")),
)
_CHEST = (
    Band(
        30,
        (
            "t              t",
            "tt            tt",
            " tt          tt ",
            "h tt        tt h",
            "hh tt      tt hh",
            "h tt        tt h",
            " tt          tt ",
            "tt            tt",
            "t              t",
        ),
    ),
    Band(42, ("r       ", "rr     r", " rr   rr", "  rr rr ")),
    Band(47, ("    h   ",)),
)
_WELT = (
    Band(63, ("   t    ", "  ttt   ", " t t t  ", "   t    ")),
    Band(68, ("r   ", "rr r")),
)


def _trunk() -> Doubles:
    height = int(SLEEVE.top) - 8
    y, x = np.mgrid[0:height, 0 : int(ATLAS)].astype(float)
    rows = (y - TRUNK.top) / _ROW_PIXELS
    share = (x + 0.5) / ATLAS
    picture = rib(share * 64, rows, YARN)
    for i, (first, count) in enumerate(_ROUNDS):
        if i == 0:
            knit = stockinette(share * count, rows, YARN, _YOKE[:1])
            first = _COLLAR_ROWS
        else:
            knit = stockinette(share * count, rows, YARN, (*_YOKE, *_CHEST, *_WELT))
        picture = np.where((rows >= first)[..., None], knit, picture)
    return np.where((rows >= _HEM_ROW + 2)[..., None], rib(share * 112, rows, YARN), picture)


def _sleeve(width: int) -> Doubles:
    top = int(SLEEVE.top) - 8
    y, x = np.mgrid[top : int(ATLAS), 0:width].astype(float)
    rows = (y - SLEEVE.top) / _ROW_PIXELS
    share = (x + 0.5 - SLEEVE.left) / SLEEVE.width
    bands = (
        Band(54, ("r   ", "rr r")),
        Band(57, ("   t    ", "  ttt   ", " t t t  ")),
        Band(61, ("h   ",)),
    )
    knit = stockinette(share * 48, rows, YARN, bands)
    return np.where((rows >= 63)[..., None], rib(share * 48, rows, YARN), knit)
