"""The jumper's texture: cream with a yoke in teal, red and honey."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.atlas import Atlas, Block
from avatars.forge.cloth.knit import Band, Yarn, rib, stockinette, zones
from avatars.forge.cloth.paint import Image, finish, shrunk

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles

CREAM = (0.985, 0.935, 0.868)
YARN = Yarn(
    ground=CREAM,
    line=(0.835, 0.735, 0.675),
    motif={"t": (0.165, 0.478, 0.490), "r": (0.815, 0.300, 0.275), "h": (0.905, 0.655, 0.270)},
)


Painter = Callable[["Doubles", "Doubles"], "Doubles"]

JUMPER = Atlas(
    1024,
    1024,
    row=0.0066,
    row_pixels=6.5,
    trunk=Block(0, 2, 1024, 540, 1.3850, -1.0),
    sleeve=Block(24, 566, 420, 448, 0.172, 1.0),
    yoke_end=1.2105,
)
_FINE = 2
"""Stitches are painted so many times larger, then shrunk."""

LINING = (0.75, 0.80)
"""A spot of plain cream, for edges and lining."""
_COLLAR_ROWS, _HEM_ROW, _CUFF_ROW = 7, 67.5, 57.5


def jumper_texture(yarn: Yarn = YARN) -> Image:
    """The whole atlas (1024, 1024, 3)."""
    large = JUMPER.enlarged(_FINE)
    picture = np.empty((large.height, large.width, 3))
    picture[:] = yarn.ground
    for block, paint in ((large.trunk, _trunk), (large.sleeve, _sleeve)):
        share, rows, high, wide = large.stitches(block)
        picture[high, wide] = paint(share, rows, yarn)
    return finish(shrunk(picture, _FINE))


# Rows of the trunk are counted from the collar's top edge down. The circular yoke loses stitches towards the
# neck, as knitters do it: fewer a round, not smaller.
_ROUNDS = ((0, 64), (11, 96), (20, 112))

_YOKE = (
    Band(8, ("r   ", "rr r")),
    Band(11, ("  h     ",)),
    Band(
        13,
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
    Band(21, ("r r ", "rrrr", " r r")),
)
_CHEST = (
    Band(26, ("h   h   ",)),
    Band(
        28,
        (
            "   t    ",
            " t t t  ",
            "  ttt   ",
            "ttt ttt ",
            "  ttt   ",
            " t t t  ",
            "   t    ",
        ),
    ),
    Band(36, ("h   h   ",)),
    Band(39, ("r       ", "rr     r", " rr   rr", "  rr rr ")),
)
_WELT = (
    Band(59, ("   t    ", "  ttt   ", " t t t  ", "   t    ")),
    Band(65, ("r   ", "rr r")),
)


def _trunk(share: Doubles, rows: Doubles, yarn: Yarn) -> Doubles:
    def ribbed(count: int) -> Painter:
        return lambda u, r: rib(u * count, r, yarn)

    def knitted(count: int) -> Painter:
        return lambda u, r: stockinette(u * count, r, yarn, (*_YOKE, *_CHEST, *_WELT))

    rounds = [(max(first, _COLLAR_ROWS), knitted(count)) for first, count in _ROUNDS]
    return zones(share, rows, (0, ribbed(64)), *rounds, (_HEM_ROW, ribbed(112)))


def _sleeve(share: Doubles, rows: Doubles, yarn: Yarn) -> Doubles:
    bands = (
        # The ring of stars goes on round the arms, which hang at that height.
        *(Band(band.row - 25, band.pattern) for band in _CHEST[:3]),
        Band(46, ("r   ", "rr r")),
        Band(49, ("   t    ", "  ttt   ", " t t t  ")),
        Band(53, ("h   ",)),
    )
    return zones(
        share,
        rows,
        (0, lambda u, r: stockinette(u * 48, r, yarn, bands)),
        (_CUFF_ROW, lambda u, r: rib(u * 48, r, yarn)),
    )
