"""What a body did, frame by frame, as arrays; and the running of a body that is written down so."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from avatars.life.body import Body
from avatars.life.contact import Contact
from avatars.life.measure.speech import Speech
from avatars.ports import Activity
from avatars.rig.face_zones import SPLIT, split_faces
from avatars.rig.humanoid import INDEX, world_positions, world_turns
from avatars.rig.puppet import Puppet
from avatars.rig.rotation import about, multiply, rotate
from avatars.vrm.model import Model

FPS: Final = 30
CAMERA: Final = np.array([0.0, 1.46, 2.0])
"""Where the user looks from: two metres off, at the height of her eyes."""
TURN: Final = (0.4, 0.7)
"""Seconds she is ready before her first word, and listens after her last."""
SPOKEN: Final = 14.0
"""Seconds of a turn in talk."""
THOUGHT: Final = 11.0
"""Seconds of one thought."""
SMILES: Final = {"happy": 1.0, "relaxed": 0.6, "smirk": 0.6, "shy": 0.5}


@dataclass
class Log:
    """One row a frame. Degrees, metres, seconds; `pose` (n, bones, 4) normalised local turns."""

    state: str
    fps: int = FPS
    speech: Speech | None = None
    said: list[float] = field(default_factory=list)
    """Which second of the speech sounds; -1 in silence."""
    lids: list[float] = field(default_factory=list)
    full: list[int] = field(default_factory=list)
    """How many blinks so far were meant to close the eyes wholly."""
    gaze: list[Any] = field(default_factory=list)
    """Yaw and pitch between where the eyes point and the camera."""
    pose: list[Any] = field(default_factory=list)
    head: list[Any] = field(default_factory=list)
    """Yaw, pitch and roll of the head in the world."""
    balls: list[Any] = field(default_factory=list)
    """Balls of both feet, (2, 3)."""
    depth: list[float] = field(default_factory=list)
    """How deep hands or forearms are in trunk or head, metres; negative: free."""
    opening: list[float] = field(default_factory=list)
    gate: list[float] = field(default_factory=list)
    smile: list[float] = field(default_factory=list)
    brow: list[float] = field(default_factory=list)
    gesture: list[str] = field(default_factory=list)
    strokes: list[bool] = field(default_factory=list)
    fullness: list[float] = field(default_factory=list)

    def array(self, name: str) -> npt.NDArray[Any]:
        """A column."""
        return np.asarray(getattr(self, name))


class Subject:
    """A body that is watched."""

    def __init__(self, model: Model, seed: int) -> None:
        self._puppet = Puppet(split_faces(replace(model, springs=())))
        self._body = Body(self._puppet, seed)
        self._body.look_from(CAMERA)
        self._body.update(0.0, self._puppet)
        self._turns = 0
        self._contact = Contact(self._puppet.humanoid.positions, self._puppet.surface)

    def live(self, state: str, seconds: float, speech: Speech | None = None, fps: int = FPS) -> Log:
        """Live in a state: idle, listening, speaking, thinking or reading."""
        log = Log(state, fps, speech)
        plan = self._plan(state, seconds, fps, speech)
        for frame, (activity, said) in enumerate(plan):
            self._body.activity(activity)
            if state == "speaking" and frame and said >= 0.0 > plan[frame - 1][1]:
                self._feel()
            if speech is not None and said >= 0.0:
                weights, closed = speech.lips(said)
                self._body.mouth(weights, closed)
                if speech.accents is not None:
                    self._body.accents(*speech.accents(said))
            elif state == "speaking":
                self._body.mouth({}, 0.0)
                self._body.accents(0.0, ())
            self._body.update(1 / fps, self._puppet)
            log.said.append(said)
            self._note(log)
        return log

    def _feel(self) -> None:
        """Talk is about something: two turns in five make her glad for a while."""
        self._turns += 1
        if self._turns % 5 in (1, 3):
            self._body.express("happy", 0.7, 5.0)

    def _plan(self, state: str, seconds: float, fps: int, speech: Speech | None) -> list[tuple[Activity, float]]:
        """Activity and second of the speech, for every frame."""
        plan: list[tuple[Activity, float]] = []
        said, turn = 0.0, 0.0
        for _ in range(round(seconds * fps)):
            turn += 1 / fps
            if state == "speaking" and speech is not None:
                whole = TURN[0] + SPOKEN + TURN[1]
                turn %= whole
                sounds = TURN[0] <= turn < TURN[0] + SPOKEN and said < speech.seconds
                plan.append(("listening" if turn >= TURN[0] + SPOKEN else "speaking", said if sounds else -1.0))
                said += 1 / fps if sounds else 0.0
            elif state == "thinking":
                turn %= THOUGHT + 0.7
                plan.append(("thinking" if turn < THOUGHT else "listening", -1.0))
            else:
                plan.append((state, -1.0))  # type: ignore[arg-type]
        return plan

    def _note(self, log: Log) -> None:
        puppet, body, stance = self._puppet, self._body, self._body.stance
        assert stance is not None
        shown = puppet.shown
        log.lids.append(float(shown.get("blink", 0.0)))
        log.full.append(body.full_blinks)
        log.gaze.append(self._aim())
        log.pose.append(stance.pose)
        turns = world_turns(stance.pose)
        places = world_positions(stance.pose, stance.hips, puppet.humanoid.positions, turns)
        log.head.append(_angles(turns[INDEX["head"]]))
        log.balls.append(np.array([places[INDEX["leftToes"]], places[INDEX["rightToes"]]]))
        log.depth.append(self._contact.depth(turns, places))
        log.opening.append(body.opening)
        log.gate.append(body.gate)
        log.smile.append(sum(share * _mouth(shown, name) for name, share in SMILES.items()))
        log.brow.append(float(shown.get(f"surprised{SPLIT}brows", shown.get("surprised", 0.0))))
        log.gesture.append(body.playing)
        log.strokes.append(body.stroked)
        log.fullness.append(body.fullness)

    def _aim(self) -> npt.NDArray[Any]:
        """Stylised eyes turn less than they look (the file's range map), so what they were told counts."""
        eyes = self._puppet.eyes
        yaw, pitch = eyes.turned
        ahead = rotate(multiply(about("y", yaw), about("x", pitch)), np.array([0.0, 0.0, 1.0]))
        return np.asarray(_direction(rotate(eyes.head_turn(), ahead)) - _direction(CAMERA - eyes.origin()))


def _mouth(shown: Any, name: str) -> float:
    return float(shown.get(f"{name}{SPLIT}mouth", shown.get(name, 0.0)))


def _direction(v: npt.NDArray[Any]) -> npt.NDArray[Any]:
    return np.asarray(np.degrees([np.arctan2(v[0], v[2]), -np.arctan2(v[1], np.hypot(v[0], v[2]))]))


def _angles(q: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Yaw, pitch and roll (q = Ry Rx Rz) in degrees."""
    ahead, side = rotate(q, np.array([0.0, 0.0, 1.0])), rotate(q, np.array([1.0, 0.0, 0.0]))
    up = rotate(q, np.array([0.0, 1.0, 0.0]))
    angles = (np.arctan2(ahead[0], ahead[2]), -np.arcsin(np.clip(ahead[1], -1, 1)), np.arctan2(side[1], up[1]))
    return np.asarray(np.degrees(angles))
