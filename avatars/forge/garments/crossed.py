"""What robes with crossed fronts share: the collar band that goes round the neck and down, her left side over the right one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.garments.strips import set_on, smooth_path, strip
from avatars.forge.sdf.fields import bump, ramp
from avatars.forge.sdf.rings import normals_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from avatars.forge.garments.sewing import Sewing
    from avatars.forge.sdf.fields import Doubles, Field

NAPE = ((0.0, 1.336, -0.094), (0.046, 1.342, -0.070), (0.069, 1.334, -0.020))
"""The collar's middle from behind to her left shoulder."""


def crossed(low: float, reach: float, crossing: float = 1.205, nape: float = 0.0) -> tuple[Doubles, Doubles]:
    """The middle lines of both collars from behind the neck to the sash at height `low`: the left one to `reach` on her right,
    the right one, which lies below, to as far on her left. `crossing` is where they meet; `nape` opens the back."""
    knots = [(x, y - nape, z - nape) if z < -0.05 else (x, y, z) for x, y, z in NAPE]
    front = [
        (0.060, 1.300, 0.030),
        (0.040, 1.255, 0.074),
        (0.000, crossing, 0.098),
        (-reach * 0.55, (crossing + low) / 2, 0.100),
        (-reach, low, 0.092),
    ]
    left = smooth_path([*knots, *front], 20)
    # Below the crossing the right one lies under the left front.
    right = smooth_path([(-x, y, z) for x, y, z in (*knots, *front[:2], (-0.008, crossing - 0.010, 0.098))], 15)
    return left, right


def collars(
    sewing: Sewing,
    ground: Field,
    zone: str,
    low: float,
    reach: float,
    width: float,
    *,
    under: str = "",
    crossing: float = 1.205,
    thickness: float = 0.0034,
    nape: float = 0.0,
) -> None:
    """Both collars as bands, and (`under`) the edge of what is worn beneath."""
    left, right = crossed(low, reach, crossing, nape)
    if under:
        for line, room in ((right, 0.0008), (left, 0.0022)):
            piece = strip(set_on(line, ground, 0.0), ground, width * 0.8, room, 0.0016, 3, shift=_inner(line, ground))
            sewing.trim(piece, under, (16, 140), (width * 0.8, 0.5))
    for line, room in ((right, 0.0034), (left, 0.0070)):
        piece = strip(set_on(line, ground, 0.0), ground, width, room, thickness, 4)
        sewing.trim(piece, zone, (24, 180), (width, 0.5), band_tone(width))


def _inner(line: Doubles, ground: Field) -> float:
    """Which share of its width moves a strip towards the neck: the sign of the across that `strip` reckons."""
    there = set_on(line, ground, 0.0)
    across = np.cross(normals_of(ground, there), np.gradient(there, axis=0))
    middle = len(line) // 2
    up = across[middle] @ np.array([0.0, 1.0, -0.3])
    return 0.55 if up > 0 else -0.55


def band_tone(width: float) -> Callable[[Doubles, Doubles], Doubles]:
    """The tone of a padded band: light along its middle, dark where it turns under."""

    def tone(down: Doubles, along: Doubles) -> Doubles:
        edge = np.minimum(down, width - down)
        made: Doubles = 1.0 - 0.20 * ramp(0.005, 0.0, edge) + 0.05 * bump(width / 2, width * 0.2, down)
        return made

    return tone
