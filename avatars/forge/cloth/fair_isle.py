"""The jumper's texture: cream with a yoke in teal, red and honey."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.atlas import Atlas, Block
from avatars.forge.cloth.knit import Band, Yarn, rib, stockinette, zones
from avatars.forge.cloth.paint import Image, finish

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
    2048,
    2048,
    row=0.0066,
    row_pixels=13.0,
    trunk=Block(0, 4, 2048, 1120, 1.386, -1.0),
    sleeve=Block(44, 1140, 832, 896, 0.142, 1.0),
    yoke_end=1.2105,
)

LINING = (0.75, 0.80)
"""A spot of plain cream, for edges and lining."""
_COLLAR_ROWS, _HEM_ROW = 9, 70


def jumper_texture() -> Image:
    """The whole atlas (2048, 2048, 3)."""
    picture = np.empty((JUMPER.height, JUMPER.width, 3))
    picture[:] = CREAM
    for block, paint in ((JUMPER.trunk, _trunk), (JUMPER.sleeve, _sleeve)):
        share, rows, high, wide = JUMPER.stitches(block)
        picture[high, wide] = paint(share, rows)
    return finish(picture, levels=52)


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


def _trunk(share: Doubles, rows: Doubles) -> Doubles:
    def ribbed(count: int) -> Painter:
        return lambda u, r: rib(u * count, r, YARN)

    def knitted(count: int) -> Painter:
        return lambda u, r: stockinette(u * count, r, YARN, (*_YOKE, *_CHEST, *_WELT))

    rounds = [(max(first, _COLLAR_ROWS), knitted(count)) for first, count in _ROUNDS]
    picture = zones(share, rows, (0, ribbed(64)), *rounds, (_HEM_ROW + 2, ribbed(112)))
    # Under the arms, where the cloth stretches, the large diamonds are left out.
    under_arm = (np.abs(np.abs(share - 0.5) - 0.25) < 0.075) & (rows > 28) & (rows < 41)
    high = under_arm.any(axis=1)
    plain = stockinette(share[high] * 112, rows[high], YARN)
    picture[high] = np.where(under_arm[high][..., None], plain, picture[high])
    return picture


def _sleeve(share: Doubles, rows: Doubles) -> Doubles:
    bands = (
        Band(54, ("r   ", "rr r")),
        Band(57, ("   t    ", "  ttt   ", " t t t  ")),
        Band(61, ("h   ",)),
    )
    return zones(
        share,
        rows,
        (0, lambda u, r: stockinette(u * 48, r, YARN, bands)),
        (63, lambda u, r: rib(u * 48, r, YARN)),
    )
