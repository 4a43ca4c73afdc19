"""The cardigan's chunky green knit with cables, its ribbed band, and the fine rib of the cream top."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.atlas import Atlas, Block
from avatars.forge.cloth.knit import Yarn, brushed, rib, stockinette, zones
from avatars.forge.cloth.paint import Image, finish, mix
from avatars.forge.sdf.fields import bump, ramp

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles

PINE = Yarn(ground=(0.235, 0.415, 0.365), line=(0.56, 0.60, 0.62))
CREAM = (0.968, 0.925, 0.862)
CARDIGAN = Atlas(
    1152,
    1536,
    row=0.0074,
    row_pixels=7.8,
    trunk=Block(0, 6, 1152, 942, 1.392, -1.0),
    sleeve=Block(44, 975, 470, 530, 0.128, 1.0),
)
_BAND = Block(600, 975, 500, 90, 0.0, 1.0)
LINING = (1200 / 1536, 1700 / 2048)
"""A spot of plain green, for edges and lining."""
_STITCHES = 112


def band_uv(along: Doubles, inwards: Doubles) -> Doubles:
    """The band: `along` it and `inwards` from its edge, in metres."""
    u = (_BAND.left + ((along - 0.5) * 520.0) % 10_000) / CARDIGAN.width
    v = (_BAND.top + 7.5 + np.clip(inwards, -0.008, 0.040) / 0.040 * 75) / CARDIGAN.height
    return np.stack([u, v], axis=1)


def cardigan_texture() -> Image:
    """The atlas (1536, 1152, 3)."""
    picture = np.empty((CARDIGAN.height, CARDIGAN.width, 3))
    picture[:] = PINE.ground
    for block, paint in ((CARDIGAN.trunk, _trunk), (CARDIGAN.sleeve, _sleeve), (_BAND, _band)):
        share, rows, high, wide = CARDIGAN.stitches(block)
        picture[high, wide] = paint(share, rows)
    return finish(brushed(picture, 17, 0.010), levels=52)


def _trunk(share: Doubles, rows: Doubles) -> Doubles:
    def cabled(u: Doubles, r: Doubles) -> Doubles:
        picture = stockinette(u * _STITCHES, r, PINE, depth=1.1)
        for middle in (0.375, 0.625, 0.085, 0.915):
            picture = _cable(picture, (u - middle) * _STITCHES, r)
        return picture

    return zones(share, rows, (0, cabled), (103, lambda u, r: rib(u * _STITCHES, r, PINE)))


def _sleeve(share: Doubles, rows: Doubles) -> Doubles:
    return zones(
        share,
        rows,
        (0, lambda u, r: _cable(stockinette(u * 44, r, PINE, depth=1.1), (u - 0.5) * 44, r)),
        (59.5, lambda u, r: rib(u * 44, r, PINE)),
    )


def _cable(picture: Doubles, across: Doubles, rows: Doubles) -> Doubles:
    """Two strands that cross every eight rows, on a sunk ground, in stitches from the cable's middle."""
    phase = rows * np.pi / 8.0
    shape = picture
    sunk = 1 - ramp(3.4, 4.6, np.abs(across))
    shape = mix(shape, picture * 0.74, sunk * 0.75)
    for sign in (1.0, -1.0):
        middle = sign * 1.75 * np.sin(phase)
        over = sign * np.cos(phase) > 0
        d = np.abs(across - middle) / 1.55
        body = 1 - ramp(0.86, 1.02, d)
        lean = (rows * 1.0 + 0.55 * sign * np.cos(phase) * (across - middle)) % 1.0
        ply = 1.0 - 0.16 * (1 - ramp(0.0, 0.25, lean)) - 0.30 * d**2
        strand = np.asarray(PINE.ground) * (1.10 * ply)[..., None]
        visible = body * np.where(over, 1.0, np.where(np.abs(middle) < 1.15, 0.0, 1.0))
        shape = mix(shape, strand, visible)
        edge = bump(1.0, 0.10, d) * np.where(over, 1.0, 0.4)
        shape = mix(shape, shape * 0.66, edge * sunk * 0.7)
    return shape


def _band(share: Doubles, rows: Doubles) -> Doubles:
    # Ribs run along the band: fixed across it, which is down the picture here.
    return rib(rows * 1.15, share * 96, PINE)


def top_texture() -> Image:
    """The cream top (512, 512, 3): very fine ribs, and a bound neckline drawn by its own thickness."""
    x = np.mgrid[0:512, 0:512][1].astype(float)
    ribs = np.abs(((x / 512 * 0.40 / 0.0034) % 1.0) - 0.5) * 2
    picture = np.broadcast_to(np.asarray(CREAM), (512, 512, 3)) * (1.0 - 0.055 * (1 - ramp(0.1, 0.7, ribs)))[..., None]
    return finish(brushed(picture, 23, 0.006), levels=64)
