"""Fine jersey for a T-shirt: off-white, a ribbed neckband, twin rows at the hem."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.marks import raised, ribbed, stitches
from avatars.forge.cloth.paint import Image, finish, mix, noise
from avatars.forge.sdf.fields import ramp

if TYPE_CHECKING:
    from avatars.forge.cloth.fold_shade import Plot
    from avatars.forge.sdf.fields import Doubles, Field

_WHITE = (0.945, 0.922, 0.880)
_SIZE = 512
LINING = (0.985, 0.985)
"""A spot of the inner side."""


def tee_uv(points: Doubles) -> Doubles:
    """Texture units of points on the man's block: laid flat from the front, what lies behind folded out at the sides."""
    x, y, z = points[:, 0], points[:, 1], points[:, 2]
    out = x + np.sign(x) * 0.55 * np.maximum(0.03 - z, 0.0)
    return np.stack([0.5 + out / 0.46, (1.58 - y) / 0.68], axis=1)


def band_uv(shares: Doubles) -> Doubles:
    """Texture units of the neckband (row and column shares): ribs run across it."""
    return np.stack([shares[:, 1], (1.0 + shares[:, 0] * 8.0) / _SIZE], axis=1)


def tee_texture(plot: Plot, neckline: Field, hem: float) -> Image:
    """The picture (512, 512, 3). `neckline`: metres inside the neck's opening."""
    picture = np.broadcast_to(np.asarray(_WHITE), (_SIZE, _SIZE, 3)).copy()
    picture = picture * (1.0 + 0.010 * noise(_SIZE, _SIZE, 0.7, 71) + 0.008 * noise(_SIZE, _SIZE, 20.0, 72))[..., None]
    p = plot.points
    below = plot.spread(-neckline(p))
    around = plot.spread(np.arctan2(p[:, 0], p[:, 2] + 0.03) * 0.08)
    picture = raised(picture, 0.0095 - below, 0.9)
    picture = stitches(picture, below - 0.0145, around, (0.80, 0.77, 0.73), 0.6)
    rise = plot.spread(p[:, 1]) - hem
    for row in (0.020, 0.025):
        picture = stitches(picture, rise - row, plot.spread(p[:, 0]), (0.82, 0.79, 0.75), 0.7)
    picture = mix(picture, picture * 0.9, 0.6 * ramp(0.02, 0.0, rise))
    strip = np.arange(_SIZE) / _SIZE * 0.52
    picture[:12] = ribbed(picture[:12], np.broadcast_to(strip, (12, _SIZE)), 0.0042, 0.12)
    picture[-20:, -20:] = np.asarray(_WHITE) * 0.88
    return finish(picture)
