"""The parting at her left, and where along it a lock has its root. Head centimetres, azimuths in degrees."""

from __future__ import annotations

import numpy as np

_PART = np.array([(2.0, 19.9, 6.5), (1.9, 22.2, 3.6), (1.6, 23.3, 0.2), (1.1, 22.9, -3.2), (0.4, 21.0, -6.8)])
"""From the forehead to the crown."""
_FRONT, _SPAN = 42.0, 135.0

EAR = 110.0
"""Her left side is tucked behind the ear: nothing hangs freely before this azimuth."""


def on_part(share: float) -> tuple[float, float, float]:
    """A root, 0 at the forehead, 1 at the crown."""
    place = np.clip(share, 0, 1) * (len(_PART) - 1)
    x, y, z = (float(np.interp(place, np.arange(len(_PART)), _PART[:, i])) for i in range(3))
    return x, y, z


def root_for(azimuth: float) -> tuple[float, float, float]:
    """Hair of the sides grows from the front of the part, hair of the back from the crown."""
    return on_part(((abs(azimuth) - _FRONT) / _SPAN) ** 0.9 if abs(azimuth) > _FRONT else 0.0)


def swell(azimuth: float) -> float:
    """The phase of the waves: it drifts slowly around the head, so that neighbouring locks wave together."""
    return 1.3 * float(np.sin(np.radians(2.0 * azimuth + 40)))
