"""The cardigan's chunky green knit with cables, its ribbed band, and the fine rib of the cream top."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.atlas import Atlas, Block
from avatars.forge.cloth.knit import Yarn, brushed, rib, stockinette, zones
from avatars.forge.cloth.paint import Image, finish, mix, shrunk
from avatars.forge.sdf.fields import bump, ramp

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles

PINE = Yarn(ground=(0.235, 0.415, 0.365), line=(0.56, 0.60, 0.62))
CREAM = (0.968, 0.925, 0.862)
CARDIGAN = Atlas(
    1024,
    1024,
    row=0.0074,
    row_pixels=6.8,
    trunk=Block(0, 4, 1024, 556, 1.392, -1.0),
    sleeve=Block(26, 592, 430, 408, 0.166, 1.0),
)
_FINE = 2
_BAND = Block(500, 592, 500, 84, 0.0, 1.0)
LINING = (0.75, 0.85)
"""A spot of plain green, for edges and lining."""
_STITCHES, _HEM_ROW, _CUFF_ROW = 112, 72.5, 52.3


def band_uv(along: Doubles, across: Doubles) -> Doubles:
    """The band: metres `along` it, and `across` it from 0 at its edge to 1."""
    u = (_BAND.left + 12 + along / 1.55 * (_BAND.width - 24)) / CARDIGAN.width
    v = (_BAND.top + 8 + across * (_BAND.height - 16)) / CARDIGAN.height
    return np.stack([u, v], axis=1)


def cardigan_texture(yarn: Yarn = PINE) -> Image:
    """The atlas (1024, 1024, 3)."""
    large = CARDIGAN.enlarged(_FINE)
    picture = np.empty((large.height, large.width, 3))
    picture[:] = yarn.ground
    for block, paint in ((large.trunk, _trunk), (large.sleeve, _sleeve)):
        share, rows, high, wide = large.stitches(block)
        picture[high, wide] = paint(share, rows, yarn)
    _band(picture, yarn)
    return finish(shrunk(brushed(picture, 17, 0.012), _FINE))


def _trunk(share: Doubles, rows: Doubles, yarn: Yarn) -> Doubles:
    def cabled(u: Doubles, r: Doubles) -> Doubles:
        picture = stockinette(u * _STITCHES, r, yarn, depth=1.1)
        for middle in (0.365, 0.635, 0.10, 0.90):
            picture = _cable(picture, (u - middle) * _STITCHES, r, yarn)
        return picture

    return zones(share, rows, (0, cabled), (_HEM_ROW, lambda u, r: rib(u * _STITCHES, r, yarn)))


def _sleeve(share: Doubles, rows: Doubles, yarn: Yarn) -> Doubles:
    return zones(
        share,
        rows,
        (0, lambda u, r: _cable(stockinette(u * 44, r, yarn, depth=1.1), (u - 0.5) * 44, r, yarn)),
        (_CUFF_ROW, lambda u, r: rib(u * 44, r, yarn)),
    )


def _cable(picture: Doubles, across: Doubles, rows: Doubles, yarn: Yarn) -> Doubles:
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
        strand = np.asarray(yarn.ground) * (1.10 * ply)[..., None]
        visible = body * np.where(over, 1.0, np.where(np.abs(middle) < 1.15, 0.0, 1.0))
        shape = mix(shape, strand, visible)
        edge = bump(1.0, 0.10, d) * np.where(over, 1.0, 0.4)
        shape = mix(shape, shape * 0.66, edge * sunk * 0.7)
    return shape


def _band(picture: Doubles, yarn: Yarn) -> None:
    """Ribs run along the band: fixed across it, which is down the picture; furrows at its edges."""
    rows = slice(int(_BAND.top) * _FINE, int(_BAND.top + _BAND.height) * _FINE)
    columns = slice(int(_BAND.left) * _FINE, int(_BAND.left + _BAND.width) * _FINE)
    y, x = np.mgrid[rows, columns].astype(float)
    across = (y / _FINE - _BAND.top - 8) / (_BAND.height - 16)
    along = (x / _FINE - _BAND.left) / _BAND.width
    knitted = rib(across * 8.0 + 0.5, along * 190, yarn)
    knitted = mix(knitted, knitted * 0.70, 0.8 * ramp(0.93, 1.0, across) + 0.5 * ramp(0.06, 0.0, across))
    picture[rows, columns] = knitted


def top_texture() -> Image:
    """The cream top (512, 512, 3): very fine ribs, softly shaded to the sides, and a bound neckline."""
    x = np.mgrid[0:512, 0:512][1].astype(float) / 512
    across = (x - 0.5) * 0.40
    ribs = np.abs(((across / 0.0042) % 1.0) - 0.5) * 2
    picture = np.broadcast_to(np.asarray(CREAM), (512, 512, 3)) * (1.0 - 0.060 * (1 - ramp(0.1, 0.7, ribs)))[..., None]
    picture = mix(picture, picture * (0.90, 0.83, 0.80), 0.6 * ramp(0.07, 0.13, np.abs(across)))
    return finish(brushed(picture, 23, 0.006))
