"""Living for some minutes without a picture: what a body did, frame by frame, as arrays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from avatars.life.body import Body
from avatars.life.posing import Poser
from avatars.rig.face_zones import split_faces
from avatars.rig.humanoid import INDEX
from avatars.rig.puppet import Puppet
from avatars.rig.rotation import inverse, multiply, rotate, to_vector
from avatars.rig.surface import Surface
from avatars.vrm.load import load_bytes
from avatars.vrm.model import Model
from tests.support.avatar_small import small_vrm

CAMERA = np.array([0.0, 1.46, 2.0])
FPS = 30


@dataclass
class Log:
    """One entry a frame: `lids` closure, `aim` degrees between gaze and camera, `turns` of every node, and so on."""

    lids: list[float] = field(default_factory=list)
    aim: list[float] = field(default_factory=list)
    eyes: list[Any] = field(default_factory=list)
    head: list[Any] = field(default_factory=list)
    turns: list[Any] = field(default_factory=list)
    feet: list[Any] = field(default_factory=list)
    hips: list[Any] = field(default_factory=list)
    weights: list[dict[str, float]] = field(default_factory=list)
    breath: list[float] = field(default_factory=list)
    busy: list[bool] = field(default_factory=list)


class Life:
    """A body and its puppet."""

    def __init__(self, seed: int = 1, model: Model | None = None) -> None:
        self.model = split_faces(model or load_bytes(small_vrm(), "small.vrm"))
        self.puppet = Puppet(self.model)
        self.body = Body(self.puppet, seed)
        self.body.look_from(CAMERA)
        self.body.update(0.0, self.puppet)

    def live(self, seconds: float, each: Callable[[float], None] | None = None, fps: int = FPS) -> Log:
        """Live on; `each` is called before every frame with the seconds since the start."""
        log = Log()
        for frame in range(round(seconds * fps)):
            if each is not None:
                each(frame / fps)
            self.body.update(1 / fps, self.puppet)
            self._note(log)
        return log

    def _note(self, log: Log) -> None:
        puppet = self.puppet
        shown = puppet.shown
        log.lids.append(float(shown.get("blink", 0.0)))
        log.weights.append(dict(shown))
        log.aim.append(self.aim_error())
        log.eyes.append(self.body._gaze.eyes.copy())
        head = puppet.eyes.head_turn()
        log.head.append(np.degrees(to_vector(head)))
        log.turns.append(puppet.skeleton.rotation.copy())
        log.feet.append([puppet.bone("leftFoot"), puppet.bone("rightFoot")])
        log.hips.append(puppet.bone("hips"))
        log.breath.append(float(self.body._breath._value.value))
        log.busy.append(self.body.busy)

    def aim_error(self) -> float:
        """Degrees between where the mean eye points and the camera."""
        skeleton, bones = self.puppet.skeleton, self.puppet.humanoid.bones
        ahead = np.zeros(3)
        for eye in ("leftEye", "rightEye"):
            turn = multiply(skeleton.turn[bones[eye]], inverse(skeleton.rest_turn[bones[eye]]))
            ahead += rotate(turn, np.array([0.0, 0.0, 1.0]))
        way = CAMERA - self.puppet.eyes.origin()
        cosine = ahead @ way / np.linalg.norm(ahead) / np.linalg.norm(way)
        return float(np.degrees(np.arccos(np.clip(cosine, -1, 1))))


def blinks(lids: list[float]) -> list[int]:
    """Frames in which a blink is deepest."""
    found, at = [], 0
    while at < len(lids):
        if lids[at] > 0.45:
            end = at
            while end < len(lids) and lids[end] > 0.3:
                end += 1
            found.append(at + int(np.argmax(lids[at:end])) if end > at else at)
            at = end
        at += 1
    return found


def speeds(turns: list[Any], fps: int = FPS) -> np.ndarray:
    """Degrees a second of every node, (frames - 1, nodes)."""
    q = np.array(turns)
    steps = multiply(inverse(q[:-1]), q[1:])
    return np.degrees(np.linalg.norm(to_vector(steps), axis=-1)) * fps


def speech(seconds: float) -> Callable[[float], dict[str, float]]:
    """A mouth that talks: syllables at 4 Hz in phrases of about 2.4 s."""

    def at(t: float) -> dict[str, float]:
        if t > seconds or (t % 3.0) > 2.4:
            return {}
        size = max(0.0, np.sin(np.pi * 4.0 * t)) * (0.5 + 0.4 * np.sin(1.7 * t + 1.0))
        return {"aa": float(size * 0.8), "ih": float(0.2 * size)}

    return at


HEAD = INDEX["head"]


def scaled_body(size: float) -> Poser:
    """The poser of a plain body of another size, without a mesh: as any avatar may come."""
    model = split_faces(load_bytes(small_vrm(), "small.vrm"))
    puppet = Puppet(model)
    rest = {name: place * size for name, place in puppet.humanoid.positions.items()}
    world = puppet.skeleton.rest_world.copy()
    world[:, :3, 3] *= size
    return Poser(rest, Surface(replace(model, meshes=(), nodes=tuple(replace(n, mesh=None) for n in model.nodes)), rest, world))
