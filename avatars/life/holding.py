"""Held poses: she takes one with her whole body, keeps it while life goes on, and leaves it without a pop."""

from __future__ import annotations

from typing import Final

import numpy as np

from avatars.life.channels import AT, NAMES, RELAXED, Channels, blank
from avatars.life.clip import Face
from avatars.life.dance import BEAT
from avatars.life.easing import Follower, smooth
from avatars.life.gestures import delay
from avatars.life.pose import Pose
from avatars.life.poses import POSES
from avatars.life.reach import Reach

TAKE_OVER: Final = 9.0
"""How fast (1/s) what was left of an interrupted way dies away."""
STAND: Final = Pose()
LATE: Final = np.array([delay(name) + (0.10 if name[:2] in ("l.", "r.") else 0.0) for name in NAMES])
"""Seconds each channel comes after the hips."""


class Holding:
    """One pose at a time. `update` adds to the channels of standing at ease."""

    def __init__(self, sit: tuple[float, float], ease: Channels) -> None:
        self._sit = sit
        """`hips.y` and `hips.z` of sitting, for this body."""
        self._ease = ease
        """What standing at ease already has besides `RELAXED`."""
        self.own: dict[str, Pose] = {}
        """Poses learnt from files."""
        self._pose, self._waiting = STAND, STAND
        self.name = self._waiting_name = "stand"
        self._t = 100.0
        self._from, self._to = blank(), blank()
        self._now, self._speed = blank(), blank()
        self._rest = Follower(blank(), TAKE_OVER)
        self._grips: dict[Reach, Follower] = {}
        self._sway, self._asleep = Follower(1.0, 3.0), Follower(0.0, 2.6)
        self._seated = Follower(0.0, 4.0)
        self._motion = Follower(0.0, 4.0)

    @property
    def names(self) -> tuple[str, ...]:
        """The poses she knows."""
        return tuple(POSES | self.own)

    def refit(self, sit: tuple[float, float], ease: Channels) -> None:
        """Keep the pose with a body of another shape; see `__init__`."""
        self._sit, self._ease = sit, ease
        self._to = self._goal(self._pose)

    def take(self, name: str | None, pose: Pose | None = None) -> bool:
        """Go to a pose by name, or to the one given; None stands at ease again. False if she knows none of that name."""
        found = pose or self.own.get(name or "") or POSES.get(name or "stand")
        if found is None:
            return False
        self._waiting, self._waiting_name = found, name or "stand"
        if self._pose.motion is None:
            self._begin()
        return True

    def _begin(self) -> None:
        self._pose, self.name = self._waiting, self._waiting_name
        self._from, self._to = self._now.copy(), self._goal(self._pose)
        self._rest.jump(blank())
        self._rest.speed = np.clip(self._speed, -500.0, 500.0)
        self._t = 0.0
        self._motion.jump(0.0)

    def _goal(self, pose: Pose) -> Channels:
        goal = blank()
        for name, value in pose.channels.items():
            goal[AT[name]] = value - RELAXED[AT[name]] - self._ease[AT[name]]
        if pose.seated:
            for name, value in zip(("hips.y", "hips.z"), self._sit, strict=True):
                goal[AT[name]] += value - RELAXED[AT[name]]
        return goal

    @property
    def moving(self) -> bool:
        """Whether she is on her way, or dances."""
        return self._t < self._pose.seconds + 0.8 or self._pose.motion is not None

    @property
    def gaze(self) -> str:
        """Where the pose wants her to look while she takes it."""
        return self._pose.gaze if self._t < self._pose.seconds else ""

    @property
    def faces(self) -> tuple[Face, ...]:
        """Expressions of the pose."""
        return tuple(face for face in self._pose.faces if self._t >= face.begin)

    @property
    def sway(self) -> float:
        """How much of the sway of standing is left, 0..1."""
        return float(self._sway.value)

    @property
    def asleep(self) -> float:
        """0 awake, 1 asleep."""
        return float(np.clip(self._asleep.value, 0.0, 1.0))

    @property
    def seated(self) -> bool:
        """Whether she sits, or is on her way to or from the seat."""
        return self._pose.seated or float(self._seated.value) > 0.05

    @property
    def grips(self) -> list[tuple[Reach, float]]:
        """What the pose's hands touch, and how far."""
        return [(reach, float(np.clip(weight.value, 0.0, 1.0))) for reach, weight in self._grips.items()]

    def update(self, dt: float, into: Channels) -> None:
        """Advance and add."""
        before, self._t = self._t, self._t + dt
        if self._waiting is not self._pose and int(before / BEAT) != int(self._t / BEAT):
            self._begin()  # a dance ends on its beat
        pose = self._pose
        self._sway.step(pose.sway, dt)
        self._asleep.step(float(pose.asleep), dt)
        self._seated.step(float(pose.seated), dt)
        share = np.array([smooth((self._t - late) / pose.seconds) for late in LATE]) if self._t < pose.seconds + 1 else 1.0
        value = self._from + (self._to - self._from) * share + self._lean() + self._rest.step(blank(), dt)
        if pose.motion is not None:
            value = value + float(self._motion.step(1.0, dt)) * pose.motion(self._t)
        if dt > 0:
            self._speed = (value - self._now) / dt
        self._now = value
        self._grip(dt)
        into += value

    def _lean(self) -> Channels:
        added = blank()
        u = self._t / self._pose.seconds
        if 0.0 < u < 1.0:
            bump = (4.0 * smooth(u) * (1.0 - smooth(u))) ** 1.5
            for name, most in self._pose.lean.items():
                added[AT[name]] += most * bump
        return added

    def _grip(self, dt: float) -> None:
        wanted = self._pose.reaches if self._t > 0.2 * self._pose.seconds else ()
        for reach in wanted:
            self._grips.setdefault(reach, Follower(0.0, 7.0))
        for reach, weight in list(self._grips.items()):
            weight.step(1.0 if reach in wanted else 0.0, dt)
            if reach not in wanted and float(weight.value) < 1e-3:
                del self._grips[reach]
