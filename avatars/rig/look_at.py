"""Turning the eyes to a point: by eye bones or by the look expressions (`VRMC_vrm.lookAt`)."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt

from avatars.rig.humanoid import Humanoid
from avatars.rig.rotation import about, inverse, multiply, rotate
from avatars.rig.skeleton import Skeleton
from avatars.vrm.model import LookAt

YAW: Final = 22.0
UP: Final = 14.0
DOWN: Final = 18.0
"""Degrees a stylised eye turns before the iris leaves the painted white."""
VERGENCE: Final = 0.4
CROSSED: Final = 1.5
"""Big eyes that converge fully look crossed: this part of it, at most so many degrees."""


class EyeTurner:
    """Where the eyes are and how they turn. Angles in degrees: yaw to her left, pitch down."""

    def __init__(self, look: LookAt, skeleton: Skeleton, humanoid: Humanoid) -> None:
        self._look = look
        self._skeleton = skeleton
        self._humanoid = humanoid
        self._head = humanoid.bones["head"]
        rest = humanoid.positions
        eyes = [rest[name] for name in ("leftEye", "rightEye") if name in humanoid.bones]
        self.has_bones = look.kind == "bone" and len(eyes) == 2
        place = np.mean(eyes, axis=0) if len(eyes) == 2 else rest["head"] + np.array(look.offset)
        self._half = float(abs(eyes[0][0] - eyes[1][0]) / 2) if len(eyes) == 2 else 0.03
        self._from_head = place - rest["head"]
        self._head_rest = inverse(skeleton.rest_turn[self._head])
        self.turned = (0.0, 0.0)
        """Yaw and pitch of the gaze from the head, as the eyes were last told to show them."""

    def head_turn(self) -> npt.NDArray[Any]:
        """The head's turn from rest, in the world."""
        return multiply(self._skeleton.turn[self._head], self._head_rest)

    def origin(self) -> npt.NDArray[Any]:
        """The point between the eyes, in the world."""
        return self._skeleton.world[self._head, :3, 3] + rotate(self.head_turn(), self._from_head)

    def angles(self, target: npt.NDArray[Any]) -> tuple[float, float, float]:
        """Yaw, pitch and distance of a world point, seen from the head as it is turned now."""
        local = rotate(inverse(self.head_turn()), target - self.origin())
        distance = float(np.linalg.norm(local))
        if distance < 1e-6:
            return 0.0, 0.0, 1.0
        yaw = float(np.degrees(np.arctan2(local[0], local[2])))
        pitch = float(-np.degrees(np.arcsin(np.clip(local[1] / distance, -1, 1))))
        return yaw, pitch, distance

    def turn(self, yaw: float, pitch: float, distance: float) -> dict[str, float]:
        """Turn the eye bones, or give the weights of the look expressions."""
        yaw, pitch = float(np.clip(yaw, -YAW, YAW)), float(np.clip(pitch, -UP, DOWN))
        self.turned = (yaw, pitch)
        look = self._look
        if not self.has_bones:
            sides = look.outer
            return {
                "lookLeft": sides(yaw), "lookRight": sides(-yaw), "lookDown": look.down(pitch), "lookUp": look.up(-pitch),
            }
        across = float(np.degrees(np.arctan2(self._half, max(distance, 0.2)))) * VERGENCE
        inward = min(across, CROSSED)
        down = look.down(pitch) if pitch >= 0 else -look.up(-pitch)
        for name, eye_yaw, outward in (("leftEye", yaw - inward, 1.0), ("rightEye", yaw + inward, -1.0)):
            side = look.outer if eye_yaw * outward >= 0 else look.inner
            turned = np.sign(eye_yaw) * side(abs(eye_yaw))
            self._humanoid.turn_bone(name, multiply(about("y", turned), about("x", down)))
        return {}
