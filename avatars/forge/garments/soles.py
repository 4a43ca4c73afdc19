"""The soles of shoes: rings along the foot's outline, exact where a distance field would blur."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.interpolate import PchipInterpolator

from avatars.forge.sdf.fields import ramp

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles

# Along the left foot: z, half-width and middle of the outline.
OUTLINE = (
    (-0.088, 0.0000, 0.097),
    (-0.085, 0.0125, 0.097),
    (-0.078, 0.0220, 0.097),
    (-0.060, 0.0305, 0.097),
    (-0.020, 0.0325, 0.098),
    (0.030, 0.0350, 0.101),
    (0.070, 0.0425, 0.104),
    (0.110, 0.0420, 0.105),
    (0.140, 0.0345, 0.1045),
    (0.157, 0.0225, 0.103),
    (0.163, 0.0130, 0.1025),
    (0.166, 0.0000, 0.102),
)
_STEPS = 24


def toe_spring(z: Doubles) -> Doubles:
    """How far the sole lifts off the ground towards the toe."""
    return 0.009 * ramp(0.085, 0.175, z) ** 2


def outline(grow: float, back: float = -1.0, front: float = 1.0) -> tuple[Doubles, Doubles]:
    """Points (n,2) of the outline in x, z, counter-clockwise from above, and outward normals (n,2)."""
    rows = np.array(OUTLINE)
    low, high = max(back, rows[0, 0]), min(front, rows[-1, 0])
    # Denser at both ends, where the outline turns.
    t = 0.5 - 0.5 * np.cos(np.linspace(0, np.pi, _STEPS))
    z = low + (high - low) * t
    half = PchipInterpolator(rows[:, 0], rows[:, 1])(z)
    middle = PchipInterpolator(rows[:, 0], rows[:, 2])(z)
    left = np.stack([middle + half, z], axis=1)
    right = np.stack([middle - half, z], axis=1)
    loop = np.concatenate([left, right[::-1]])
    keep = np.linalg.norm(loop - np.roll(loop, 1, axis=0), axis=1) > 1e-6
    loop = loop[keep]
    along = np.roll(loop, -1, axis=0) - np.roll(loop, 1, axis=0)
    normal = np.stack([along[:, 1], -along[:, 0]], axis=1)
    normal /= np.linalg.norm(normal, axis=1, keepdims=True)
    return loop + normal * grow, normal

