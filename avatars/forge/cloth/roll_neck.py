"""Fine navy merino: small even stitches, a ribbed collar and hem."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.knit import Yarn, stockinette
from avatars.forge.cloth.marks import ribbed
from avatars.forge.cloth.paint import Image, finish, mix, noise
from avatars.forge.cloth.under_layer import HIGH, SIZE, STRIP, TOP, WIDTH
from avatars.forge.sdf.fields import ramp

if TYPE_CHECKING:
    from avatars.forge.cloth.fold_shade import Plot

_YARN = Yarn(ground=(0.235, 0.275, 0.375), line=(0.62, 0.62, 0.70))


def roll_neck_texture(plot: Plot, hem: float) -> Image:
    """The picture (512, 512, 3)."""
    y, x = np.mgrid[0:SIZE, 0:SIZE].astype(float) / SIZE
    across, height = (x - 0.5) * WIDTH, TOP - y * HIGH
    picture = stockinette(across / 0.0075, -height / 0.0062, _YARN, depth=0.55)
    picture = picture * (1.0 + 0.014 * noise(SIZE, SIZE, 18.0, 91))[..., None]
    rib = ribbed(np.broadcast_to(np.asarray(_YARN.ground), picture.shape).copy(), across, 0.0068, 0.30)
    picture = mix(picture, rib, ramp(hem + 0.060, hem + 0.058, height))
    strip = np.broadcast_to(np.asarray(_YARN.ground), (STRIP, SIZE, 3)).copy()
    around = np.broadcast_to(np.arange(SIZE) / SIZE * 0.45, (STRIP, SIZE))
    collar = ribbed(strip, around, 0.0090, 0.30)
    # Deepest where it turns under at its lower edge, lit along the fold.
    down = np.arange(STRIP)[:, None] / (STRIP - 8) * np.ones((1, SIZE))
    collar = mix(collar, collar * 0.62, ramp(0.35, 0.15, down) + 0.75 * ramp(0.88, 1.0, down))
    picture[:STRIP] = mix(collar, collar * 1.12, ramp(0.40, 0.48, down) * ramp(0.66, 0.54, down))
    picture[-20:, -20:] = np.asarray(_YARN.ground) * 0.8
    return finish(picture)
