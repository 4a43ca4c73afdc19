"""Arms of two bones that bring a hand to what it touches, starting from where their joints already are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from avatars.life.anchors import Anchors
from avatars.life.bones import Bones
from avatars.life.frames import frame, turn_between, unit3
from avatars.life.reach import Reach
from avatars.rig.humanoid import INDEX
from avatars.rig.rotation import Array, about, cross, inverse, mix, multiply, rotate, to_vector

Grips = Sequence[tuple[Reach, float]]
LONGEST: Final = 0.992
SOFT: Final = 0.03
"""Part of the arm's length at most, and over which it stretches ever more slowly."""
TWIST: Final = 105.0
"""Degrees a forearm rolls at most."""
WRIST: Final = 80.0
"""Degrees a wrist bends at most."""
UP: Final = np.array([0.0, 1.0, 0.0])


class Arms:
    """Both arms of one body."""

    def __init__(self, rest: Mapping[str, Array], anchors: Anchors, size: float) -> None:
        self._rest, self._anchors = rest, anchors
        self._arms = {side[0]: _Arm(side, rest, size) for side in ("left", "right")}
        self._size = size

    def bring(self, pose: Array, hips: Array, grips: Grips) -> None:
        """Write both arms of `pose`."""
        bones = Bones(pose, hips, self._rest)
        sides = [side for side in ("r", "l") if any(reach.side == side and weight > 1e-4 for reach, weight in grips)]
        if self._leans_on(grips, "r", "l"):
            sides.reverse()
        for side in sides:
            held = [(reach, weight * reach.weight) for reach, weight in grips if reach.side == side and weight > 1e-4]
            self._arms[side].bring(pose, bones, held, self._anchors, self._size)
            bones.forget("left" if side == "l" else "right")

    def _leans_on(self, grips: Grips, side: str, other: str) -> bool:
        """Whether what `side` touches is on the other arm."""
        long = "left" if other == "l" else "right"
        bones = [self._anchors.find(reach.anchor, side)[0] for reach, _ in grips if reach.side == side]
        return any(bone.startswith(long) and "Leg" not in bone for bone in bones)


class _Arm:
    def __init__(self, side: str, rest: Mapping[str, Array], size: float) -> None:
        self._side, self._key = side, side[0]
        self._sign = 1.0 if side == "left" else -1.0
        self._rows = {bone: INDEX[f"{side}{bone}"] for bone in ("UpperArm", "LowerArm", "Hand")}
        shoulder, elbow, wrist = (rest[f"{side}{bone}"] for bone in ("UpperArm", "LowerArm", "Hand"))
        self._upper, self._lower = elbow - shoulder, wrist - elbow
        self._a, self._b = float(np.linalg.norm(self._upper)), float(np.linalg.norm(self._lower))
        self._upper_frame, self._lower_frame = frame(self._upper, UP), frame(self._lower, UP)
        self._axis = unit3(self._lower)
        self._hand = _Hand(side, rest, size)
        self._hand_frame = frame(np.array([self._sign, 0.0, 0.0]), -UP)

    def bring(
        self, pose: Array, bones: Bones, held: list[tuple[Reach, float]], anchors: Anchors, size: float
    ) -> None:
        """Turn the joints toward those of each touch, one after the other, by its weight: arcs, and no singular places."""
        for reach, weight in held:
            touching = self._touching(reach, pose, bones, anchors, size)
            for name, row in self._rows.items():
                mixed = self._mixed_roll if name == "LowerArm" else mix
                pose[row] = mixed(pose[row], touching[name], min(weight, 1.0))
            bones.forget(self._side)

    def _mixed_roll(self, a: Array, b: Array, t: float) -> Array:
        """Forearms: bend and roll apart, for a roll may go more than half round."""
        first, second = _twist(a, self._axis), _twist(b, self._axis)
        swing = mix(multiply(a, _about(self._axis, -first)), multiply(b, _about(self._axis, -second)), t)
        return multiply(swing, _about(self._axis, first + t * (second - first)))

    def _touching(self, reach: Reach, pose: Array, bones: Bones, anchors: Anchors, size: float) -> dict[str, Array]:
        """The arm's joints with the hand wholly there."""
        side = self._side
        shoulder, elbow = bones.place(f"{side}UpperArm"), bones.place(f"{side}LowerArm")
        goal, hand = self._wanted(reach, bones.turn(f"{side}Hand"), bones, anchors, pose, size)
        pole = elbow - shoulder
        if reach.elbow is not None:
            pole = rotate(bones.turn("upperChest"), self._mirrored(reach.elbow))
        return self._solve(pose, bones, shoulder, goal, pole, hand)

    def _mirrored(self, v: tuple[float, float, float]) -> Array:
        return np.array([self._sign * v[0], v[1], v[2]])

    def _wanted(
        self, reach: Reach, before: Array, bones: Bones, anchors: Anchors, pose: Array, size: float
    ) -> tuple[Array, Array]:
        """Where the wrist goes and how the hand is turned."""
        place, turn = anchors.place(reach.anchor, self._key, bones)
        hand = before
        if reach.fingers is not None and reach.palm is not None:
            now = frame(self._mirrored(reach.fingers), self._mirrored(reach.palm))
            hand = multiply(turn, turn_between(self._hand_frame, now))
        contact = place + rotate(turn, size * self._mirrored(reach.offset))
        return contact - rotate(hand, self._hand.touch(reach.touch, pose)), hand

    def _solve(
        self, pose: Array, bones: Bones, shoulder: Array, goal: Array, pole: Array, hand: Array
    ) -> dict[str, Array]:
        way = goal - shoulder
        direction = unit3(way)
        distance = _softly(float(np.linalg.norm(way)), self._a + self._b, abs(self._a - self._b))
        cosine = (self._a**2 + distance**2 - self._b**2) / (2 * self._a * distance)
        bend = float(np.arccos(np.clip(cosine, -1.0, 1.0)))
        out = unit3(pole - direction * float(pole @ direction))
        upper = direction * np.cos(bend) + out * np.sin(bend)
        fore = unit3(direction * distance - upper * self._a)
        hinge = -self._sign * cross(upper, fore)
        above = bones.turn(f"{self._side}Shoulder")
        upper_turn = turn_between(self._upper_frame, frame(upper, hinge))
        lower_turn = turn_between(self._lower_frame, frame(fore, hinge))
        # the hand's roll belongs to the forearm, the rest of its turn to the wrist
        had = _twist(pose[self._rows["LowerArm"]], self._axis)
        wanted = _twist(multiply(inverse(lower_turn), hand), self._axis)
        wanted = had + (wanted - had + 180.0) % 360.0 - 180.0
        rolled = multiply(lower_turn, _about(self._axis, float(np.clip(wanted, -TWIST, TWIST))))
        return {
            "UpperArm": multiply(inverse(above), upper_turn), "LowerArm": multiply(inverse(upper_turn), rolled),
            "Hand": _at_most(multiply(inverse(rolled), hand), WRIST),
        }


class _Hand:
    """Where the parts of a hand are, from its wrist, in the axes of the T-pose."""

    def __init__(self, side: str, rest: Mapping[str, Array], size: float) -> None:
        wrist = rest[f"{side}Hand"]
        sign = 1.0 if side == "left" else -1.0
        middle = rest[f"{side}MiddleProximal"] - wrist
        if float(np.linalg.norm(middle)) < 0.02 * size:
            middle = np.array([sign * 0.085 * size, 0.0, 0.0])
        thick = 0.014 * size
        self._fixed = {
            "palm": 0.62 * middle - thick * UP, "knuckles": middle + 0.8 * thick * UP, "wrist": np.zeros(3),
            "heel": 0.15 * middle - thick * UP,
        }
        self._fingers = {name.casefold(): _finger(side, name, rest, wrist, middle) for name in ("Thumb", "Index", "Middle")}

    def touch(self, part: str, pose: Array) -> Array:
        """A part of the hand, with the fingers as `pose` bends them."""
        if part in self._fixed:
            return self._fixed[part]
        rows, offsets = self._fingers["index" if part == "bent" else part]
        if part == "bent":
            rows, offsets = rows[:1], offsets[:2]
        place, turn = offsets[0], np.array([0.0, 0.0, 0.0, 1.0])
        for row, offset in zip(rows, offsets[1:], strict=True):
            turn = multiply(turn, pose[row])
            place = place + rotate(turn, offset)
        return np.asarray(place)


def _finger(
    side: str, name: str, rest: Mapping[str, Array], wrist: Array, middle: Array
) -> tuple[list[int], list[Array]]:
    parts = ("Metacarpal", "Proximal", "Distal") if name == "Thumb" else ("Proximal", "Intermediate", "Distal")
    places = [rest[f"{side}{name}{part}"] for part in parts]
    last = places[2] - places[1]
    if float(np.linalg.norm(places[0] - wrist)) < 1e-4 or float(np.linalg.norm(last)) < 1e-4:
        step = 0.28 * middle  # a hand without fingers: where they would be
        return [INDEX[f"{side}{name}{part}"] for part in parts], [middle, step, step, step]
    offsets = [places[0] - wrist, places[1] - places[0], last, 0.85 * last]
    return [INDEX[f"{side}{name}{part}"] for part in parts], offsets


def _softly(distance: float, most: float, least: float) -> float:
    """A distance an arm can bridge, eased near its end."""
    most *= LONGEST
    edge = (1.0 - SOFT) * most
    if distance > edge:
        span = most - edge
        return edge + span * (1.0 - float(np.exp(-(distance - edge) / span)))
    return max(distance, least + 0.02)


def _twist(q: npt.NDArray[Any], axis: Array) -> float:
    """Degrees q turns about an axis (swing-twist)."""
    angle = float(np.degrees(2.0 * np.arctan2(float(q[:3] @ axis), float(q[3]))))
    return (angle + 180.0) % 360.0 - 180.0


def _about(axis: Array, degrees: float) -> Array:
    half = np.radians(degrees) / 2
    return np.concatenate((np.sin(half) * axis, [np.cos(half)]))


def _at_most(q: Array, degrees: float) -> Array:
    """A turn shortened to so many degrees."""
    size = float(np.degrees(np.linalg.norm(to_vector(q))))
    if size <= degrees:
        return q
    return mix(about("x", 0.0), q, degrees / size)
