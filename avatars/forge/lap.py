"""Weights of a skirt that one can sit in: it lies on the lap, spans both thighs, and hangs over the knees on bones of its own.

The bones follow the shins, so that a seated hem falls in front of them; they only add the swing. Every skirt and whatever is worn
over one shares them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.anatomy import LEG
from avatars.forge.drape import ANGLES, CENTRE_Z
from avatars.forge.part import Joint, Spring
from avatars.forge.sdf.fields import bump, ramp
from avatars.forge.skeleton import NAMES
from avatars.forge.weights import weights

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles

_CHAINS = tuple((side, number) for side in ("left", "right") for number in range(len(ANGLES)))
_ROOT, _TIP = (0.470, 0.196, 0.168), (0.330, 0.216, 0.186)
"""Height, half-width and half-depth of the ring of bones at its upper and lower end."""
_HIP = 0.865
"""Height about which a thigh turns."""
_AIR = 0.018
"""Metres that a front stays above the thighs of one who sits; over the knees, which stand out when bent, three times that."""
_MOST = 0.19


def hem_rig() -> tuple[tuple[Joint, ...], tuple[Spring, ...]]:
    """The bones of the lower skirt, a little above the hem of one that ends at mid-calf."""
    joints, springs = [], []
    for side, number in _CHAINS:
        names = _bones(side, number)
        angle = np.radians(ANGLES[number]) * (1.0 if side == "left" else -1.0)
        for name, parent, (height, a, b) in zip(names, (f"{side}LowerLeg", names[0]), (_ROOT, _TIP), strict=True):
            at = (a * float(np.sin(angle)), height, b * float(np.cos(angle)) + CENTRE_Z)
            joints.append(Joint(name, parent, at, humanoid=False))
        springs.append(Spring(names, stiffness=0.60, drag=0.40, gravity=0.12, hit_radius=0.014))
    return tuple(joints), tuple(springs)


def lapped(points: Doubles) -> tuple[tuple[str, ...], Doubles]:
    """Joint names and weights: above the hips like the body, then over both thighs, from the knees down on `hem_rig`."""
    table = weights(points)
    of_legs = [i for i, name in enumerate(NAMES) if name.endswith(("UpperLeg", "LowerLeg", "Foot", "Toes"))]
    leg = table[:, of_legs].sum(axis=1)
    table[:, of_legs] = 0.0
    drawn = lap_share(points) * leg
    table[:, NAMES.index("hips")] += drawn
    leg = leg - drawn
    left = ramp(-0.090, 0.090, points[:, 0])
    swings = 1.0 - ramp(0.405, 0.535, points[:, 1])
    table[:, NAMES.index("leftUpperLeg")] = leg * (1 - swings) * left
    table[:, NAMES.index("rightUpperLeg")] = leg * (1 - swings) * (1 - left)
    return (*NAMES, *(_bones(side, number)[0] for side, number in _CHAINS)), np.concatenate(
        [table, (leg * swings)[:, None] * _around(points)], axis=1
    )


def lap_share(points: Doubles) -> Doubles:
    """How much of the hips a front keeps, so that it sinks onto the thighs of one who sits.

    A point that hangs `gap` before the thigh would float as high above a level one. Each part of the hips takes it down by as
    much of its rise, which is the height of the hip over where it hangs and its way to the front.
    """
    y, z = points[:, 1], points[:, 2]
    rows = np.asarray(LEG)
    gap = z - np.interp(y, rows[:, 0], rows[:, 2] + rows[:, 4])
    knee = np.maximum(y, 0.475)
    rise = np.maximum(_HIP + z - knee, 0.10)
    over = np.clip((gap - _AIR * (1.0 + 2.0 * bump(0.480, 0.060, y))) / rise, 0.0, _MOST) * ramp(0.90, 0.80, y)
    # What hangs before the shins falls from the knees' height: less, or it would be drawn in.
    over = over * (1.0 - 0.35 * ramp(0.50, 0.36, y))
    # Between the thighs nothing holds it up: there it sinks into a valley, and nobody looks in under a short hem.
    valley = 0.15 * np.exp(-((points[:, 0] / 0.042) ** 2)) * ramp(0.72, 0.54, y) * ramp(0.34, 0.46, y) * ramp(0.02, 0.06, gap)
    share: Doubles = over + valley
    return share


def _bones(side: str, number: int) -> tuple[str, str]:
    return f"hem_{side}_{number}_0", f"hem_{side}_{number}_1"


def _around(points: Doubles) -> Doubles:
    """Shares (n, chains) of the two bones beside each point."""
    angles = np.array([ANGLES[n] if side == "left" else 360.0 - ANGLES[n] for side, n in _CHAINS])
    order = np.argsort(angles)
    around = np.degrees(np.arctan2(points[:, 0], points[:, 2] - CENTRE_Z)) % 360.0
    after = np.searchsorted(angles[order], around) % len(order)
    one, two = order[after - 1], order[after]
    share = ramp(0.0, 1.0, ((around - angles[one]) % 360.0) / ((angles[two] - angles[one]) % 360.0))
    table = np.zeros((len(points), len(order)))
    rows = np.arange(len(points))
    table[rows, one] += 1 - share
    table[rows, two] += share
    return table
