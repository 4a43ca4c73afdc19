"""Weights of long dresses and coats: over both thighs like a lap's cloth, and below the knees on bones that follow the shins.

All long garments share these bones and weights: layers that move alike cannot cross.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.drape import ANGLES, CENTRE_Z, sleeved
from avatars.forge.part import Joint, Spring
from avatars.forge.sdf.fields import ramp
from avatars.forge.skeleton import NAMES

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles

_ROOT, _TIP = 0.470, 0.345
_RADII = ((0.205, 0.180), (0.222, 0.196))
"""Half-width and half-depth of the ring of bones at root and tip."""
_CHAINS = tuple((side, number) for side in ("left", "right") for number in range(len(ANGLES)))
HEM_BONES: tuple[str, ...] = tuple(f"hem_{side}_{number}_0" for side, number in _CHAINS)


def hem_rig() -> tuple[tuple[Joint, ...], tuple[Spring, ...]]:
    """A bone every now and then round the hem. They follow the shins: seated, the cloth hangs over the knees."""
    joints, springs = [], []
    for side, number in _CHAINS:
        names = (f"hem_{side}_{number}_0", f"hem_{side}_{number}_1")
        angle = np.radians(ANGLES[number]) * (1.0 if side == "left" else -1.0)
        for name, parent, height, (a, b) in zip(names, (f"{side}LowerLeg", names[0]), (_ROOT, _TIP), _RADII, strict=True):
            at = (a * float(np.sin(angle)), height, b * float(np.cos(angle)) + CENTRE_Z)
            joints.append(Joint(name, parent, at, humanoid=False))
        springs.append(Spring(names, stiffness=0.60, drag=0.40, gravity=0.15, hit_radius=0.014))
    return tuple(joints), tuple(springs)


def lap_weights(points: Doubles) -> tuple[tuple[str, ...], Doubles]:
    """Joint names and weights of what ends above the knees: as `hung`, without bones of the hem."""
    names, table = hung(points, (-2.0, -1.0))
    return names[: len(NAMES)], table[:, : len(NAMES)]


def hung(points: Doubles, swinging: tuple[float, float] = (0.400, 0.545)) -> tuple[tuple[str, ...], Doubles]:
    """Joint names and weights: above like a top, below over both thighs, the hem on bones of its own below `swinging`."""
    table = sleeved(points)[1]
    y = points[:, 1]
    of_legs = [i for i, name in enumerate(NAMES) if name.endswith(("UpperLeg", "LowerLeg", "Foot", "Toes"))]
    leg = table[:, of_legs].sum(axis=1)
    table[:, of_legs] = 0.0
    left = ramp(-0.090, 0.090, points[:, 0])
    swings = 1.0 - ramp(*swinging, y)
    on_lap = _lying(points)
    table[:, NAMES.index("hips")] += leg * (1 - swings) * (1 - on_lap)
    leg_on = leg * (1 - swings) * on_lap
    table[:, NAMES.index("leftUpperLeg")] = leg_on * left
    table[:, NAMES.index("rightUpperLeg")] = leg_on * (1 - left)
    angles = np.array([ANGLES[n] if side == "left" else 360.0 - ANGLES[n] for side, n in _CHAINS])
    order = np.argsort(angles)
    around = np.degrees(np.arctan2(points[:, 0], points[:, 2] - CENTRE_Z)) % 360.0
    after = np.searchsorted(angles[order], around) % len(order)
    one, two = order[after - 1], order[after]
    share = ramp(0.0, 1.0, ((around - angles[one]) % 360.0) / ((angles[two] - angles[one]) % 360.0))
    low = np.zeros((len(points), len(order)))
    rows = np.arange(len(points))
    low[rows, one] += leg * swings * (1 - share)
    low[rows, two] += leg * swings * share
    return (*NAMES, *HEM_BONES), np.concatenate([table, low], axis=1)


_HIP, _THIGH = 0.865, 0.094
"""Height of the hips' joints, and how far cloth that lies on a thigh is from its bone."""


def _lying(points: Doubles) -> Doubles:
    """The thighs' share of cloth before them: so that what hangs well before the body lies on the lap of one who sits, neither
    above it nor inside. A point turned by a right angle with this share comes to lie at the thigh's own height."""
    y, z = points[:, 1], points[:, 2]
    down = np.clip(_HIP - y, 0.0, 0.39)
    share = (_THIGH + down) / (np.maximum(z, _THIGH) + down)
    fade = ramp(0.02, 0.07, down) * ramp(0.42, 0.52, y)
    made: Doubles = 1.0 - (1.0 - share) * fade * (z > 0)
    return made
