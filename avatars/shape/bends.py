"""The smooth fields that bend the plain body (1.61 m, T-pose, metres, Y up, facing +Z) into another one.

Each field moves points a little and leaves the bones' axes inside the limbs. All are even in x, so both sides stay alike.
None but the scale touches the head: a face never shears.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]
Axis = npt.NDArray[np.float64]
PIVOT: Final = (0.0, 1.385, -0.015)
"""The top of the neck: what the head grows from."""
ARM_AXIS: Final = (1.284, -0.020)
"""Height and depth of the bones of the arm."""
WRIST: Final = 0.583
ANKLE: Final = (0.098, -0.022)
"""Place across and depth of the ankle."""
_LEG_AXIS: Final = np.array([
    # height, centre across, centre depth
    (0.00, 0.098, -0.022), (0.22, 0.097, -0.020), (0.46, 0.094, -0.004), (0.75, 0.086, -0.002), (0.90, 0.086, -0.004),
])


def ramp(start: float, end: float, t: Axis) -> Axis:
    """Smoothstep: 0 below `start`, 1 above `end`."""
    u = np.minimum(np.maximum((t - start) * (1.0 / (end - start)), 0.0), 1.0)
    return np.asarray(u * u * (3.0 - 2.0 * u))


def bell(centre: float, width: float, t: Axis) -> Axis:
    """A Gaussian of height 1, sigma `width`."""
    u = (t - centre) * (1.0 / width)
    return np.asarray(np.exp(-0.5 * u * u))


def head_share(ax: Axis, y: Axis, z: Axis) -> Axis:
    """0 on the body, 1 on the head; the border runs under the jaw and rises towards the nape."""
    return ramp(-0.055, 0.0, y - 1.397 + 0.40 * z - 0.10 * np.minimum(ax, 0.3))


def arm_share(ax: Axis, y: Axis) -> Axis:
    """0 on the trunk, 1 on the arm; the border slants from the shoulder's top to the armpit."""
    return np.asarray(ramp(0.095, 0.205, ax + 0.42 * (y - 1.285)) * ramp(1.03, 1.16, y))


def thickened(points: Points, v: Mapping[str, float]) -> Points:
    """Flesh, not bones: neck, arms, legs and the depth of chest, waist and hips. Joints stay where they are or nearly so."""
    ax, y, z = np.abs(points[:, 0]), points[:, 1], points[:, 2]
    out = points.copy(order="F")
    body = 1.0 - head_share(ax, y, z)
    _neck(out, points, ax, body, 0.16 * v["neck"] + 0.06 * v["build"], 0.008 * v["neck"] + 0.003 * v["build"])
    _arms(out, points, ax, 0.13 * v["build"], 0.10 * v["hands"])
    _legs(out, points, ax, 0.10 * v["build"])
    _bust(out, ax, y, z, v["chest"] * body)
    return out


def _neck(out: Points, p: Points, ax: Axis, body: Axis, wider: float, higher: float) -> None:
    y, z = p[:, 1], p[:, 2]
    deep = z + 0.027 - 0.18 * (y - 1.33)
    near = np.exp(-(((ax * ax + deep * deep) * (1.0 / 0.085**2)) ** 2))
    amount = wider * near * body * ramp(1.265, 1.335, y)
    out[:, 0] += amount * p[:, 0]
    out[:, 2] += amount * deep
    # A strong neck stands on strong shoulders: the muscle between them rises.
    out[:, 1] += higher * bell(0.070, 0.030, ax) * bell(1.325, 0.035, y) * bell(-0.03, 0.05, z) * body


def _arms(out: Points, p: Points, ax: Axis, wider: float, hand: float) -> None:
    up, deep = p[:, 1] - ARM_AXIS[0], p[:, 2] - ARM_AXIS[1]
    near = np.exp(-(((up * up + deep * deep) * (1.0 / 0.11**2)) ** 2))
    # Hands have their own size; wrists lie between.
    on_arm = ramp(0.13, 0.23, ax) * (1.0 - ramp(0.50, 0.60, ax))
    on_hand = ramp(0.49, 0.60, ax)
    amount = near * (wider * on_arm + (hand + 0.25 * wider) * on_hand)
    out[:, 1] += amount * up
    out[:, 2] += amount * deep
    out[:, 0] += np.sign(p[:, 0]) * hand * (ax - WRIST) * ramp(0.56, 0.61, ax) * near


def _legs(out: Points, p: Points, ax: Axis, wider: float) -> None:
    y = p[:, 1]
    across = ax - np.interp(y, _LEG_AXIS[:, 0], _LEG_AXIS[:, 1])
    deep = p[:, 2] - np.interp(y, _LEG_AXIS[:, 0], _LEG_AXIS[:, 2])
    near = np.exp(-(((across * across + deep * deep) * (1.0 / 0.14**2)) ** 2))
    amount = wider * near * ramp(0.03, 0.16, y) * (1.0 - ramp(0.76, 0.92, y))
    # Thighs grow outwards: between them there is no room.
    out[:, 0] += np.sign(p[:, 0]) * amount * across * ramp(0.0, 0.055, ax)
    out[:, 2] += amount * deep


def _bust(out: Points, ax: Axis, y: Axis, z: Axis, fuller: Axis) -> None:
    depth = np.where(fuller > 0, 0.019, 0.024)
    centre = 1.0 - 0.40 * np.exp(-((ax * (1.0 / 0.034)) ** 2))
    wide = centre * np.exp(-((ax * (1.0 / 0.112)) ** 4))
    tall = np.where(y > 1.165, bell(1.165, 0.046, y), bell(1.165, 0.060, y))
    out[:, 2] += fuller * depth * wide * tall * ramp(-0.005, 0.105, z)


def proportioned(points: Points, v: Mapping[str, float], head: float) -> Points:
    """Bones and what is on them: shoulders, ribs, waist, hips, length of the legs, feet, and the head `head` times as large."""
    x, y, z = points[:, 0], points[:, 1], points[:, 2]
    ax, side = np.abs(x), np.sign(x)
    out = points.copy(order="F")
    share = head_share(ax, y, z)
    body, arm = 1.0 - share, arm_share(ax, y)
    wide = side * 0.17 * np.tanh(ax * (1.0 / 0.17))
    deep = 0.14 * np.tanh((z + 0.004) * (1.0 / 0.14))
    chest, waist, hips = bell(1.19, 0.075, y), bell(1.045, 0.055, y), ramp(0.42, 0.84, y) * (1.0 - ramp(0.88, 1.03, y))
    trunk = ramp(0.45, 0.85, y) * (1.0 - ramp(1.22, 1.33, y))
    ribs, slack = np.maximum(-v["chest"], 0.0), v["waist"] - 0.15 * v["chest"]
    # Everything of the trunk; the arms move as wholes.
    free = body * (1.0 - arm)
    broad = 0.075 * v["build"] * trunk + 0.055 * ribs * chest + 0.125 * slack * waist + 0.105 * v["hips"] * hips
    thick = 0.110 * v["build"] * trunk + 0.040 * ribs * chest + 0.100 * slack * waist + 0.105 * v["hips"] * hips
    out[:, 0] += wide * free * broad
    out[:, 2] += deep * free * thick
    outwards = 0.028 * v["shoulders"] + 0.005 * v["build"] + 0.003 * ribs
    girdle = ramp(0.030, 0.165, ax) * ramp(1.03, 1.20, y) * body
    out[:, 0] += side * outwards * girdle
    out[:, 1] += 0.005 * v["shoulders"] * girdle
    # Longer legs take the height from the trunk, the head stays where it is.
    out[:, 1] += 0.034 * v["legs"] * (ramp(0.06, 0.88, y) - ramp(0.88, 1.22, y))
    foot = 0.085 * v["hands"] * (1.0 - ramp(0.045, 0.16, y))
    out[:, 0] += side * foot * np.clip(ax - ANKLE[0], -0.2, 0.1) * ramp(0.0, 0.05, ax)
    out[:, 2] += foot * (z - ANKLE[1])
    for i in range(3):
        out[:, i] += (head - 1.0) * share * (points[:, i] - PIVOT[i])
    return out
