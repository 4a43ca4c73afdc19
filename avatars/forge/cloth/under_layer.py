"""Where the parts of an under layer lie on its texture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles

SIZE = 512
STRIP = 44
"""Rows at the top of the picture that the collar has to itself."""
WIDTH, TOP, HIGH = 0.46, 1.645, 0.74
"""Metres that the picture is wide, the height of its first row, and the heights it spans."""
LINING = (0.985, 0.985)
"""A spot of the inner side."""


def front_uv(points: Doubles) -> Doubles:
    """Texture units of points on the man's block: laid flat from the front, what lies behind folded out at the sides."""
    x, y, z = points[:, 0], points[:, 1], points[:, 2]
    out = x + np.sign(x) * 0.55 * np.maximum(0.03 - z, 0.0)
    return np.stack([0.5 + out / WIDTH, (TOP - y) / HIGH], axis=1)


def band_uv(shares: Doubles) -> Doubles:
    """Texture units of the collar (row and column shares)."""
    return np.stack([shares[:, 1], (1.5 + shares[:, 0] * (STRIP - 8)) / SIZE], axis=1)
