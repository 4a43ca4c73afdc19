"""A thick winter jumper: oversized, a big rolled collar, firs and snow knitted over the chest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.folds import relief
from avatars.forge.garments.block import BOXY, Block, crew, cuffs, eased, hem_at, nipped, sleeve_rows, top_panels_flat
from avatars.forge.garments.collars import neck_tube
from avatars.forge.garments.creases import gathers, sleeve_folds, trunk_folds
from avatars.forge.garments.knits import ribbed_ends, rolled
from avatars.forge.garments.sewing import Dyes, Sewing
from avatars.forge.garments.shell import shell

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles
    from avatars.forge.wardrobe.garment import Tailored

_HEM, _CUFF, _RIB = 0.842, 0.570, 0.062
_SLEEVE = sleeve_rows(
    (
        (0.150, 0.0150),
        (0.220, 0.0170),
        (0.300, 0.0185),
        (0.380, 0.0205),
        (0.450, 0.0235),
        (0.494, 0.0250),
        (0.512, 0.0200),
        (0.522, 0.0125),
        (0.550, 0.0115),
        (0.600, 0.0130),
    ),
    0.45,
)
_BLOCK = Block(nipped(eased(BOXY, 0.006, 0.002), 0.850, 0.010, 0.060), _SLEEVE, _HEM, _CUFF, ease=0.008, steps=(_HEM + _RIB,))
_NECK = crew(0.0680, 0.0660, -0.0220)
_ROLL = (
    (0.0030, 1.318),
    (0.0040, 1.352),
    (0.0085, 1.376),
    (0.0170, 1.384),
    (0.0245, 1.372),
    (0.0280, 1.346),
    (0.0300, 1.318),
    (0.0270, 1.304),
)
_WIDE, _HIGH = 0.0125, 0.0098
_FIRS = (
    "      #      ",
    "     ###     ",
    "      #      ",
    "     ###     ",
    "    #####    ",
    "     ###     ",
    "    #####    ",
    "   #######   ",
    "      #      ",
    "      #      ",
)
_SNOW = (
    "o     ",
    "   o  ",
)
_EDGE = (
    "o o o ",
    " o o o",
    "      ",
    "oo  oo",
    "o oo o",
)


def make_winter_jumper(dyes: Dyes) -> Tailored:
    """The jumper."""
    smooth = _BLOCK.field()
    folds = relief(
        [
            *sleeve_folds(1.5, cuff=0.515, seed=141),
            *trunk_folds(1.30, waist=0.960, seed=142),
            *gathers(_HEM + _RIB + 0.006, 0.050, 20, 0.0042, 143, (0.182, 0.128)),
        ]
    )

    def shape(points: Doubles) -> Doubles:
        return smooth(points) - folds(points)

    cut = shell(shape, _BLOCK.layout(), (_NECK, cuffs(_CUFF), hem_at(_HEM)), 0.0065)
    sewing = Sewing("winter_jumper", dyes, top_panels_flat(girth=1.16, long=0.59), cut, shape, folds, smooth=smooth)
    c = sewing.canvas
    trunk = ~c.arm
    around = np.where(trunk, np.arctan2(c.x, (c.z + 0.008) * 1.30) * 0.180, c.round_arm(0.052))
    up = np.where(trunk, c.y, 1.30 - (np.abs(c.x) - 0.178))
    column, row = np.floor(around / _WIDE), np.floor((1.262 - up) / _HIGH + 0.31)
    _motif(sewing, column, row, 0, _EDGE, "pattern", trunk)
    _motif(sewing, column, row, 7, _FIRS, "firs", trunk)
    _motif(sewing, column, row, 19, _EDGE[::-1], "pattern", trunk)
    # Snow falls on all the rest, thinner below.
    below = trunk & (row > 25)
    letters = np.array([list(line) for line in _SNOW])
    flake = letters[(row.astype(int) // 3) % 2, (column.astype(int)) % 6] == "o"
    c.zone("pattern", (flake & below & (row % 3 == 0)).astype(float))
    c.zone("pattern", (flake & c.arm & (row % 3 == 0) & (np.abs(c.x) < 0.50)).astype(float))
    c.knit(around, up, _WIDE, _HIGH, 1.15)
    ribbed_ends(c, _HEM, _CUFF, (_RIB, 0.052), "wool", 0.0105, 0.26)
    c.mottle(0.012, 24.0, 144)
    sewing.trim(
        neck_tube(_ROLL, shape, columns=28, fall=0.20, room=0.004, wave=0.003),
        "wool",
        (64, 190),
        (0.15, 0.44),
        rolled(0.15, 0.0120, 0.26),
    )
    return sewing.done(strength=1.05, hollows=0.55, material={"shade": (0.74, 0.67, 0.75), "rim": (0.09, 0.08, 0.08)})


def _motif(sewing: Sewing, column: Doubles, row: Doubles, first: int, pattern: tuple[str, ...], zone: str, here: object) -> None:
    """A band knitted in, by the stitch."""
    at = row - first
    high, wide = len(pattern), len(pattern[0])
    letters = np.array([list(line) for line in pattern])
    inside = (at >= 0) & (at < high) & np.asarray(here)
    found = letters[np.clip(at, 0, high - 1).astype(int), (column + wide // 2).astype(int) % wide] != " "
    sewing.canvas.zone(zone, (inside & found).astype(float))
