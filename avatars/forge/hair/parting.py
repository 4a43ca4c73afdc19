"""Where on the crown locks have their roots: along a parting. Head centimetres, azimuths in degrees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

Point = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Parting:
    """A line over the crown, from the forehead to the whorl."""

    line: Sequence[Point]
    front: float = 40.0
    """Hair up to this azimuth grows from its first point."""
    back: float = 175.0
    """Hair from this azimuth on grows from its last point."""

    def at(self, share: float) -> Point:
        """A root, 0 at the forehead, 1 at the whorl."""
        points = np.array(self.line)
        place = np.clip(share, 0, 1) * (len(points) - 1)
        x, y, z = (float(np.interp(place, np.arange(len(points)), points[:, i])) for i in range(3))
        return x, y, z

    def root(self, azimuth: float) -> Point:
        """Hair of the sides grows from the front of the line, hair of the back from the whorl."""
        return self.at(np.clip((abs(azimuth) - self.front) / (self.back - self.front), 0, 1) ** 0.9)


SIDE = Parting(((2.0, 19.9, 6.5), (1.9, 22.2, 3.6), (1.6, 23.3, 0.2), (1.1, 22.9, -3.2), (0.4, 21.4, -6.4)))
"""A little to her left."""
MIDDLE = Parting(((0.5, 19.9, 6.6), (0.45, 22.2, 3.6), (0.4, 23.3, 0.2), (0.3, 22.9, -3.2), (0.1, 21.4, -6.4)))
WHORL = Parting(((0.6, 22.0, -4.6), (0.4, 21.6, -5.6)))
"""No parting: all hair grows from the whorl at the back of the crown."""


def swell(azimuth: float) -> float:
    """The phase of the waves: it drifts slowly around the head, so that neighbouring locks wave together."""
    return 1.3 * float(np.sin(np.radians(2.0 * azimuth + 40)))
