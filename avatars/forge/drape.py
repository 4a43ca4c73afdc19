"""Weights of cloth that hangs below the hips, and the bones a skirt swings on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.part import Joint, Spring
from avatars.forge.sdf.fields import ramp
from avatars.forge.skeleton import NAMES
from avatars.forge.weights import arm_share, weights

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles

ANGLES = (24.0, 70.0, 112.0, 156.0)
"""Degrees from the front of the skirt's chains, on each side."""
_HEIGHTS = (0.800, 0.640, 0.480, 0.345)
_RADII = ((0.170, 0.131), (0.184, 0.151), (0.204, 0.176), (0.222, 0.196))
"""Half-width and half-depth of the skirt at those heights."""
CENTRE_Z = -0.012
LAP_SHARE = 0.10


def sleeved(points: Doubles) -> tuple[tuple[str, ...], Doubles]:
    """Joint names and weights like those of `weights`, but over the shoulder a sleeve bends later and rounder than the arm."""
    table = weights(points)
    x, y = np.abs(points[:, 0]), points[:, 1]
    above = ramp(1.270, 1.325, y)
    later = ramp(0.0, 1.0, (x + 0.42 * (y - 1.285) - 0.100) / (0.090 + 0.062 * above)) * ramp(1.02, 1.10, y)
    now = arm_share(points)
    for side, sign in (("left", 1.0), ("right", -1.0)):
        rows = np.flatnonzero((points[:, 0] * sign > 0) & (now - later > 1e-4))
        arm = np.array([i for i, name in enumerate(NAMES) if name.startswith(side) and not name.endswith(_NO_ARM)])
        given = table[np.ix_(rows, arm)] * (1.0 - later[rows] / np.maximum(now[rows], 1e-6))[:, None]
        table[np.ix_(rows, arm)] -= given
        table[rows, NAMES.index(f"{side}Shoulder")] += given.sum(axis=1)
    return NAMES, table


_NO_ARM = ("Shoulder", "Leg", "Foot", "Toes")


_WITH_THIGH = ((0.505, 0.70, 0.80, 0.86, 0.90, 0.94, 0.99), (0.866, 0.858, 0.81, 0.755, 0.68, 0.45, 0.0))
"""Height, and the share of the thighs there: so that a front which hangs 15 cm before the body lies on the lap of one who sits,
neither above it nor inside."""


def draped(points: Doubles) -> tuple[tuple[str, ...], Doubles]:
    """Joint names and weights like those of `weights`, but cloth below the hips spans both legs instead of splitting."""
    table = sleeved(points)[1]
    column = {name: i for i, name in enumerate(NAMES)}
    x, y = points[:, 0], points[:, 1]
    low = (np.abs(x) < 0.30) & (y < 1.0)
    leg = np.interp(y[low], *_WITH_THIGH)
    left = ramp(-0.10, 0.10, x[low])
    mean = np.zeros((int(low.sum()), len(NAMES)))
    mean[:, column["hips"]] = 1.0 - leg
    mean[:, column["leftUpperLeg"]] = leg * left
    mean[:, column["rightUpperLeg"]] = leg * (1.0 - left)
    fade = ramp(0.95, 1.0, y[low])[:, None]
    table[low] = table[low] * fade + mean * (1.0 - fade)
    return NAMES, table


def chain_names(side: str, number: int) -> tuple[str, ...]:
    """The joints of one chain, root first; the last is its tip."""
    return tuple(f"skirt_{side}_{number}_{step}" for step in range(len(_HEIGHTS)))


def skirt_rig() -> tuple[tuple[Joint, ...], tuple[Spring, ...]]:
    """Four chains a side. They hang from the thighs: a skirt follows its legs when she sits down."""
    joints, springs = [], []
    for side, sign in (("left", 1.0), ("right", -1.0)):
        for number, degrees in enumerate(ANGLES):
            names = chain_names(side, number)
            parent = f"{side}UpperLeg"
            for name, (a, b), height in zip(names, _RADII, _HEIGHTS, strict=True):
                at = (sign * a * np.sin(np.radians(degrees)), height, CENTRE_Z + b * np.cos(np.radians(degrees)))
                joints.append(Joint(name, parent, (float(at[0]), float(at[1]), float(at[2])), humanoid=False))
                parent = name
            # Down to the knee it keeps to the thigh; below it hangs, also when she sits.
            springs.append(Spring(names[:3], stiffness=0.32, drag=0.38, gravity=0.10, hit_radius=0.014))
            springs.append(Spring(names[2:], stiffness=0.05, drag=0.22, gravity=0.24, hit_radius=0.014))
    return tuple(joints), tuple(springs)


def skirt_weights(points: Doubles) -> tuple[tuple[str, ...], Doubles]:
    """Joint names and weights of a skirt's points: hips above, then the two nearest chains all round."""
    chains = [chain_names("left", i) for i in range(4)] + [chain_names("right", i) for i in range(3, -1, -1)]
    # Tips move nothing: the last bone ends there.
    names = ("hips", *(name for chain in chains for name in chain[:-1]))
    angles = np.array([*ANGLES, *(360.0 - a for a in reversed(ANGLES))])
    around = np.degrees(np.arctan2(points[:, 0], points[:, 2] - CENTRE_Z)) % 360.0
    table = np.zeros((len(points), len(names)))
    y = points[:, 1]
    # A little of the hips down to the knee in front: it draws the cloth down onto the lap of one who sits.
    ahead = 1.0 - ramp(22.0, 58.0, np.minimum(around, 360.0 - around))
    hips = np.maximum(ramp(0.690, 0.940, y), LAP_SHARE * ramp(0.42, 0.54, y) * ahead)
    table[:, 0] = hips
    second, third = 1 - ramp(0.600, 0.680, y), 1 - ramp(0.440, 0.520, y)
    steps = (1 - second, second - third, third)
    following = np.searchsorted(angles, around) % len(chains)
    before = (following - 1) % len(chains)
    gap = (angles[following] - angles[before]) % 360.0
    share = ramp(0.0, 1.0, ((around - angles[before]) % 360.0) / gap)
    rows = np.arange(len(points))
    for chain, part in ((before, 1 - share), (following, share)):
        for step, amount in enumerate(steps):
            table[rows, 1 + chain * 3 + step] += (1 - hips) * part * amount
    return names, table


def over_skirt_weights(points: Doubles) -> tuple[tuple[str, ...], Doubles]:
    """Joint names and weights of a long garment over the skirt: below the hips it swings with it."""
    chains, low = skirt_weights(points)
    names = (*NAMES, *chains[1:])
    table = np.zeros((len(points), len(names)))
    table[:, : len(NAMES)] = sleeved(points)[1]
    share = (1.0 - ramp(0.86, 0.96, points[:, 1])) * (np.abs(points[:, 0]) < 0.30)
    table *= (1.0 - share)[:, None]
    table[:, NAMES.index("hips")] += share * low[:, 0]
    table[:, len(NAMES) :] += share[:, None] * low[:, 1:]
    return names, table
