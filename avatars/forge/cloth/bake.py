"""Shade that belongs to the cloth: hollows of folds and joins, taken from the distance field into the texture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles, Field

_REACH = (0.004, 0.009, 0.018, 0.032)
"""Metres along the normal at which the field is asked how open the place is."""


def openness(field: Field, positions: Doubles, normals: Doubles) -> Doubles:
    """1 on open ground or a ridge, towards 0 in a hollow (Quilez's five-tap occlusion)."""
    total = np.zeros(len(positions))
    for i, h in enumerate(_REACH):
        total += (h - field(positions + normals * h)) / h * 0.75**i
    return np.clip(1.0 - total / sum(0.75**i for i in range(len(_REACH))), 0.0, 1.25)

