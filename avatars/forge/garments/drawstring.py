"""A cord tied in a bow at the middle of a waistband, its ends hanging down on the cloth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.charts import Chart, plain
from avatars.forge.garments.trims import cord, curve
from avatars.forge.sdf.rings import cast

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles, Field

_LOOP = ((0, 0.0, 0.0), (1, 0.013, 0.006), (2, 0.025, 0.000), (3, 0.021, -0.009), (4, 0.009, -0.004), (5, 0.0, 0.0))
_END = ((0, 0.0, 0.0), (1, 0.007, -0.022), (2, 0.011, -0.050), (3, 0.010, -0.078))
"""Across and up from the knot."""


def drawstring(
    outside: Field, spot: tuple[float, float], height: float = 0.962, radius: float = 0.0024, size: float = 1.0
) -> tuple[Chart, ...]:
    """The bow, lying on the cloth, all on one spot of the texture."""
    made = []
    for side in (1.0, -1.0):
        for knots, longer in ((_LOOP, 1.0), (_END, 1.0 if side > 0 else 0.86)):
            rows = curve(knots, np.linspace(0, knots[-1][0], 9 if knots is _LOOP else 6)) * size * longer
            made.append(cord(_on(outside, side * rows[:, 0], height + rows[:, 1], radius * 1.3), radius, 5))
    knot = _on(outside, np.array([-0.004, 0.0, 0.004]) * size, np.full(3, height), radius * 1.9)
    made.append(cord(knot, radius * 1.7, 6))
    return tuple(plain(mesh, spot) for mesh in made)


def _on(outside: Field, x: Doubles, y: Doubles, room: float) -> Doubles:
    origins = np.stack([x, y, np.zeros(len(x))], axis=1)
    points = cast(outside, origins, np.tile([0.0, 0.0, 1.0], (len(x), 1)), 0.25)
    above: Doubles = points + np.array([0.0, 0.0, room])
    return above
