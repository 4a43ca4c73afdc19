"""Fine jersey for a T-shirt: off-white, a ribbed neckband, twin rows at the hem."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.marks import raised, ribbed, stitches
from avatars.forge.cloth.paint import Image, finish, mix, noise
from avatars.forge.cloth.under_layer import SIZE, STRIP
from avatars.forge.sdf.fields import ramp

if TYPE_CHECKING:
    from avatars.forge.cloth.fold_shade import Plot
    from avatars.forge.sdf.fields import Field

_WHITE = (0.945, 0.922, 0.880)


def tee_texture(plot: Plot, neckline: Field, hem: float) -> Image:
    """The picture (512, 512, 3). `neckline`: metres inside the neck's opening."""
    picture = np.broadcast_to(np.asarray(_WHITE), (SIZE, SIZE, 3)).copy()
    picture = picture * (1.0 + 0.010 * noise(SIZE, SIZE, 0.7, 71) + 0.008 * noise(SIZE, SIZE, 20.0, 72))[..., None]
    p = plot.points
    below = plot.spread(-neckline(p))
    around = plot.spread(np.arctan2(p[:, 0], p[:, 2] + 0.03) * 0.08)
    picture = raised(picture, 0.0095 - below, 0.9)
    picture = stitches(picture, below - 0.0145, around, (0.80, 0.77, 0.73), 0.6)
    rise = plot.spread(p[:, 1]) - hem
    for row in (0.020, 0.025):
        picture = stitches(picture, rise - row, plot.spread(p[:, 0]), (0.82, 0.79, 0.75), 0.7)
    picture = mix(picture, picture * 0.9, 0.6 * ramp(0.02, 0.0, rise))
    strip = np.arange(SIZE) / SIZE * 0.40
    picture[:STRIP] = ribbed(picture[:STRIP], np.broadcast_to(strip, (STRIP, SIZE)), 0.0042, 0.12)
    picture[-20:, -20:] = np.asarray(_WHITE) * 0.88
    return finish(picture)
