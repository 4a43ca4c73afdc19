"""Which bones move a point: one function of the rest position, so that body and every garment bend together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from avatars.forge.sdf.fields import ramp
from avatars.forge.skeleton import FINGERS, NAMES

if TYPE_CHECKING:
    from avatars.forge.sdf.fields import Doubles

_SOFT = 0.0022
"""Width in metres of the blend between neighbouring fingers."""
_KNUCKLE = 0.18
"""Half-width of the blend at a finger joint, as a share of the segment behind it."""


def weights(points: Doubles) -> Doubles:
    """Weights (n, len(NAMES)) of points (n,3); each row sums to 1."""
    column = {name: i for i, name in enumerate(NAMES)}
    out = np.zeros((len(points), len(NAMES)))
    x, y, z = points[:, 0], points[:, 1], points[:, 2]
    leg = 1.0 - ramp(0.79, 0.915, y)
    arm = arm_share(points)
    trunk = (1.0 - leg) * (1.0 - arm)
    _chain(out, column, trunk, y, _SPINE)
    # The collar bones carry the top of the shoulders.
    collar = ramp(0.035, 0.12, np.abs(x)) * ramp(1.17, 1.27, y) * (1.0 - ramp(1.325, 1.36, y)) * 0.85
    upper = column["upperChest"]
    for side, sign in (("left", 1.0), ("right", -1.0)):
        # Above the crotch both legs pull the cloth between them; below, each has its own.
        half = ramp(-1.0, 1.0, x * sign / (0.012 + 0.075 * ramp(0.77, 0.84, y)))
        share = out[:, upper] * collar * (x * sign > 0)
        out[:, column[side + "Shoulder"]] += share
        out[:, upper] -= share
        _limb(out, column, side, leg * half, y, z)
        _arm(out, column, side, arm * (x * sign > 0), points * np.array([sign, 1.0, 1.0]))
    whole: Doubles = out / out.sum(axis=1, keepdims=True)
    return whole


_SPINE = (
    ("hips", 0.0, 0.0),
    ("spine", 0.935, 1.02),
    ("chest", 1.03, 1.12),
    ("upperChest", 1.13, 1.22),
    ("neck", 1.295, 1.345),
    ("head", 1.365, 1.42),
)


def arm_share(points: Doubles) -> Doubles:
    """How far a point belongs to an arm (0 trunk, 1 arm); the border slants from the shoulder's top to the armpit."""
    x, y = np.abs(points[:, 0]), points[:, 1]
    return ramp(0.100, 0.190, x + 0.42 * (y - 1.285)) * ramp(1.02, 1.10, y)


def _chain(out: Doubles, column: dict[str, int], amount: Doubles, t: Doubles, rows: tuple[tuple[str, float, float], ...]) -> None:
    steps = [np.ones_like(t)] + [ramp(low, high, t) for _, low, high in rows[1:]] + [np.zeros_like(t)]
    for i, (name, _, _) in enumerate(rows):
        out[:, column[name]] += amount * (steps[i] - steps[i + 1]).clip(0.0)


def _limb(out: Doubles, column: dict[str, int], side: str, amount: Doubles, y: Doubles, z: Doubles) -> None:
    knee = 1.0 - ramp(0.430, 0.520, y)
    ankle = 1.0 - ramp(0.05, 0.10, y)
    toes = ankle * ramp(0.055, 0.095, z)
    for name, share in (
        ("UpperLeg", 1.0 - knee),
        ("LowerLeg", knee - ankle),
        ("Foot", ankle - toes),
        ("Toes", toes),
    ):
        out[:, column[side + name]] += amount * share.clip(0.0)


def _arm(out: Doubles, column: dict[str, int], side: str, amount: Doubles, points: Doubles) -> None:
    x = points[:, 0]
    elbow, wrist = ramp(0.325, 0.405, x), ramp(0.560, 0.606, x)
    out[:, column[side + "UpperArm"]] += amount * (1.0 - elbow)
    out[:, column[side + "LowerArm"]] += amount * (elbow - wrist).clip(0.0)
    hand = amount * wrist
    at = np.flatnonzero(hand > 1e-6)
    if len(at):
        names, shares = _fingers(points[at])
        for name, share in zip(names, shares.T, strict=True):
            out[at, column[side + name]] += hand[at] * share


def _fingers(points: Doubles) -> tuple[list[str], Doubles]:
    """Shares of the hand and the finger bones for points on the left hand."""
    distances, stages = [], []
    for finger in FINGERS:
        d, s = _along(points, np.asarray(finger.points))
        distances.append(d)
        stages.append(s)
    d = np.stack(distances, axis=1)
    near = np.exp(-(d - d.min(axis=1, keepdims=True)) / _SOFT)
    near /= near.sum(axis=1, keepdims=True)
    names, shares = ["Hand"], [np.zeros(len(points))]
    for i, finger in enumerate(FINGERS):
        s = stages[i]
        # The first joint blends over the knuckle, wider than the others; a thumb's ball moves with its first bone.
        first = ramp(-0.05, 0.45, s) if finger.name == "Thumb" else ramp(-0.30, 0.22, s)
        second, third = ramp(1 - _KNUCKLE, 1 + _KNUCKLE, s), ramp(2 - _KNUCKLE, 2 + _KNUCKLE, s)
        shares[0] = shares[0] + near[:, i] * (1 - first)
        for bone, share in zip(finger.bones, (first - second, second - third, third), strict=True):
            names.append(bone)
            shares.append(near[:, i] * share.clip(0.0))
    return names, np.stack(shares, axis=1)


def _along(points: Doubles, chain: Doubles) -> tuple[Doubles, Doubles]:
    """Distance to a chain of four points, and the place along it (0 root, 3 tip; below 0 before the root)."""
    best = np.full(len(points), np.inf)
    stage = np.zeros(len(points))
    for i in range(3):
        a, b = chain[i], chain[i + 1]
        u = (points - a) @ (b - a) / ((b - a) @ (b - a))
        held = np.clip(u, 0.0, 1.0)
        d = np.linalg.norm(points - a - held[:, None] * (b - a), axis=1)
        nearer = d < best - 1e-12
        best = np.where(nearer, d, best)
        free = u if i == 0 else held
        stage = np.where(nearer, i + np.minimum(free, 1.0), stage)
    return best, stage
