"""Her bones: the VRM 1.0 humanoid of an adult of 1.61 m in T-pose. Metres, Y up, facing +Z; her left is +X."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from avatars.forge.part import Joint, Made

Point = tuple[float, float, float]

_TRUNK: tuple[tuple[str, str | None, Point], ...] = (
    ("hips", None, (0.0, 0.90, 0.0)),
    ("spine", "hips", (0.0, 0.98, 0.0)),
    ("chest", "spine", (0.0, 1.08, 0.0)),
    ("upperChest", "chest", (0.0, 1.19, 0.0)),
    ("neck", "upperChest", (0.0, 1.325, -0.025)),
    ("head", "neck", (0.0, 1.40, -0.012)),
)
_LIMBS: tuple[tuple[str, str, Point], ...] = (
    ("Shoulder", "upperChest", (0.025, 1.285, -0.02)),
    ("UpperArm", "Shoulder", (0.135, 1.285, -0.02)),
    ("LowerArm", "UpperArm", (0.365, 1.285, -0.02)),
    ("Hand", "LowerArm", (0.583, 1.285, -0.02)),
    ("UpperLeg", "hips", (0.086, 0.865, 0.0)),
    ("LowerLeg", "UpperLeg", (0.094, 0.475, 0.0)),
    ("Foot", "LowerLeg", (0.098, 0.075, -0.022)),
    ("Toes", "Foot", (0.102, 0.02, 0.075)),
)
SEGMENTS = (0.44, 0.31, 0.25)
"""Shares of a finger's length, root to tip."""
FINGER_BONES = ("Proximal", "Intermediate", "Distal")
THUMB_BONES = ("Metacarpal", "Proximal", "Distal")


@dataclass(frozen=True, slots=True)
class Finger:
    """A finger of the left hand: its three bones, and four points from the root joint to the tip."""

    name: str
    bones: tuple[str, str, str]
    points: tuple[Point, Point, Point, Point]


def _finger(name: str, x: float, z: float, length: float, spread: float) -> Finger:
    # Fingers fan out a little and sag towards the palm, as a hand held level does.
    along = np.array([np.cos(spread), -0.03, np.sin(spread)])
    reach = np.concatenate([[0.0], np.cumsum(SEGMENTS)]) * length
    points = [np.array([x, 1.2865, z]) + along * r - np.array([0.0, 0.09 * r * r / length, 0.0]) for r in reach]
    bones = tuple(f"{name}{bone}" for bone in FINGER_BONES)
    return Finger(name, bones, tuple(tuple(float(v) for v in p) for p in points))  # type: ignore[arg-type]


FINGERS: tuple[Finger, ...] = (
    _finger("Index", 0.668, 0.0045, 0.074, 0.11),
    _finger("Middle", 0.671, -0.0145, 0.082, 0.025),
    _finger("Ring", 0.667, -0.0325, 0.076, -0.065),
    _finger("Little", 0.658, -0.0485, 0.060, -0.16),
    Finger(
        "Thumb",
        ("ThumbMetacarpal", "ThumbProximal", "ThumbDistal"),
        ((0.600, 1.279, 0.002), (0.6325, 1.2725, 0.0265), (0.658, 1.2695, 0.0440), (0.6805, 1.268, 0.0560)),
    ),
)


def _side(side: str, point: Point) -> Point:
    return point if side == "left" else (-point[0], point[1], point[2])


def joints() -> tuple[Joint, ...]:
    """All bones, parents first. The eyes come with the head."""
    made = [Joint(name, parent, at) for name, parent, at in _TRUNK]
    for side in ("left", "right"):
        for name, parent, at in _LIMBS:
            above = parent if parent in ("upperChest", "hips") else side + parent
            made.append(Joint(side + name, above, _side(side, at)))
        for finger in FINGERS:
            above = side + "Hand"
            for bone, at in zip(finger.bones, finger.points, strict=False):
                made.append(Joint(side + bone, above, _side(side, at)))
                above = side + bone
    return tuple(made)


def all_joints(made: Sequence[Made]) -> list[Joint]:
    """The skeleton and what the makers added, parents first. Raises ValueError if a parent is missing."""
    found = {joint.name: joint for joint in joints()}
    for one in made:
        for joint in one.joints:
            found.setdefault(joint.name, joint)
    ordered: dict[str, Joint] = {}
    while len(ordered) < len(found):
        ready = [j for j in found.values() if j.name not in ordered and (j.parent is None or j.parent in ordered)]
        if not ready:
            raise ValueError(f"joints without a parent: {sorted(set(found) - set(ordered))}")
        ordered |= {joint.name: joint for joint in ready}
    return list(ordered.values())


NAMES: tuple[str, ...] = tuple(joint.name for joint in joints())
"""The order of the columns of every weight table of body and garments."""
