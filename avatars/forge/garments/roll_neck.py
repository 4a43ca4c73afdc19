"""A fine merino roll-neck, as it shows under an open coat."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.cloth.folds import Fold
from avatars.forge.cloth.roll_neck import roll_neck_texture
from avatars.forge.garments.mans_block import MAN
from avatars.forge.garments.trims import curve, laid_on
from avatars.forge.garments.under_layer import AHEAD, HEM, UnderLayer, make_under_layer

if TYPE_CHECKING:
    from avatars.forge.part import Made
    from avatars.forge.sdf.fields import Doubles, Field

_FOLDS = (
    Fold((0.110, 1.370, 0.095), (0.035, 1.230, 0.110), AHEAD, 0.0140, 0.0028, -0.014),
    Fold((0.150, 1.190, 0.095), (-0.010, 1.120, 0.105), AHEAD, 0.0140, 0.0030, 0.012),
    Fold((0.160, 1.100, 0.090), (-0.030, 1.060, 0.105), AHEAD, 0.0120, 0.0026, 0.010),
    Fold((0.080, 1.060, 0.105), (0.085, 0.950, 0.105), AHEAD, 0.0130, 0.0026, 0.008),
)
# From inside the neck up, over the fold and down outside: radius beside the neck's and height on its axis.
_ROLL = (
    (0.0, -0.001, 1.526), (0.25, 0.000, 1.552), (0.45, 0.0045, 1.568), (0.62, 0.0095, 1.562), (0.85, 0.0125, 1.532),
    (1.0, 0.0120, 1.502),
)


def _roll(ground: Field) -> Doubles:
    """The turned-down collar on the plain body: rings round a neck that leans forward."""
    turn = np.linspace(-np.pi, np.pi, 29)
    rows = []
    for grow, height in curve(_ROLL, np.linspace(0, 1, 7)):
        lean = (height - 1.535) * 0.30
        flare = 1.0 + 0.35 * max(0.0, 1.525 - height) / 0.025 * 0.35
        x = (0.0635 + grow) * flare * np.sin(turn)
        z = -0.030 + lean + (0.0660 + grow) * flare * np.cos(turn)
        # It sits lower in front than behind, and never quite level.
        y = height - 0.26 * (z + 0.03) - 0.004 * np.cos(turn) + 0.0015 * np.sin(2 * turn + 0.6)
        rows.append(np.stack([x, y, z], axis=1))
    grid = np.stack(rows)
    plain = MAN.restored(grid.reshape(-1, 3)).reshape(grid.shape)
    plain[3:] = laid_on(plain[3:], ground, 0.0030)
    return plain


_LAYER = UnderLayer(
    lambda plot: roll_neck_texture(plot, HEM), _roll, _FOLDS, shade=(0.70, 0.66, 0.76), outline=(0.16, 0.15, 0.19),
    deepest=0.5, neck=0.070, half_width=0.106,
)


def make_roll_neck(outfits: tuple[str, ...]) -> Made:
    """The roll-neck for these outfits."""
    return make_under_layer("roll_neck", _LAYER, outfits)
