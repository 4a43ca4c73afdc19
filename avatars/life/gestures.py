"""Playing gestures: joints follow each other, a new gesture takes over from where the old one is, nothing pops."""

from __future__ import annotations

import math
from typing import Final

import numpy as np

from avatars.life.channels import AT, Channels, blank
from avatars.life.clip import Clip, Face
from avatars.life.clips import BEATS, CLIPS
from avatars.life.easing import Follower, smooth
from avatars.life.reach import Reach

DELAYS: Final = (
    (".elbow", 0.05), (".fore", 0.08), (".hand.", 0.12), (".thumb", 0.16), (".index", 0.18), (".middle", 0.19),
    (".ring", 0.20), (".little", 0.21), (".spread", 0.18),
)
"""Seconds a channel comes after the upper arm."""
LEFT_LATE: Final = 0.05
"""The left side follows the right one: both hands never move as one."""
TAKE_OVER: Final = 9.0
"""How fast (1/s) the difference to what was before dies away when a gesture begins."""

TOUCH_LATE: Final = 0.06
"""Seconds the contact of a hand comes after its arm."""


def delay(channel: str) -> float:
    """Seconds a channel comes after the upper arm."""
    late = next((seconds for part, seconds in DELAYS if part in channel), 0.0)
    return late + (LEFT_LATE if channel.startswith("l.") else 0.0)


def envelope(clip: Clip, t: float) -> float:
    """How far the pose is taken at t: a little the other way if the clip asks, in, a touch too far and back, held, out."""
    if t <= 0.0:
        return 0.0
    if t < clip.rise:
        back = clip.anticipation * math.sin(math.pi * min(max(t / (0.5 * clip.rise), 0.0), 1.0)) ** 2
        return smooth(t / clip.rise) - back
    after = t - clip.rise
    over = 0.035 * math.sin(math.pi * after / 0.4) ** 2 if after < 0.4 else 0.0
    if after < clip.hold:
        return 1.0 + over
    if clip.fall <= 0:
        return 0.0
    return (1.0 + over) * (1.0 - smooth((after - clip.hold) / clip.fall))


def keyed(keys: tuple[tuple[float, float], ...], t: float) -> float:
    """The value of a keyed channel: minimum-jerk ways between the keys, from 0 at the start."""
    before, value = 0.0, 0.0
    for at, goal in keys:
        if t < at:
            return value + (goal - value) * smooth((t - before) / max(at - before, 1e-6))
        before, value = at, goal
    return value


def difference(clip: Clip, t: float, base: Channels) -> Channels:
    """What the clip adds to `base` at t."""
    added = blank()
    for name, goal in clip.pose.items():
        added[AT[name]] += envelope(clip, t - delay(name)) * (goal - base[AT[name]])
    for name, keys in clip.keys.items():
        added[AT[name]] += keyed(keys, t)
    for swing in clip.swings:
        phase = (t - swing.begin) * swing.hz
        if 0.0 < phase < swing.cycles:
            edge = smooth(min(phase, swing.cycles - phase) / 0.5)
            added[AT[swing.channel]] += swing.degrees * edge * swing.fade**phase * math.sin(math.tau * phase)
    return added


def touching(clip: Clip, t: float) -> float:
    """How far the hands have gone to what they touch: later than the pose where the clip says so, home with it."""
    share = min(max(envelope(clip, t - TOUCH_LATE), 0.0), 1.0)
    return share * smooth((t - clip.touch_after) / 1.1) if clip.touch_after > 0 else share


class Gestures:
    """Plays one clip at a time."""

    def __init__(self) -> None:
        self.own: dict[str, Clip] = {}
        """Gestures learnt from files."""
        self._clip: Clip | None = None
        self._t = 0.0
        self._kept = self._let_go = False
        self._rest = Follower(blank(), TAKE_OVER)
        self._last, self._speed = blank(), blank()
        self._grips: dict[Reach, Follower] = {}
        self._short = Follower(0.0, TAKE_OVER)
        """What a pose let go before it was taken lacks of the way that its clock has jumped over; dies away."""
        self._engaged = {"l": Follower(0.0, 12.0), "r": Follower(0.0, 12.0)}
        self.name = ""
        self.tempo = 1.0
        """How quickly gestures go: an excited body is quicker than a sad one."""

    @property
    def names(self) -> tuple[str, ...]:
        """What she can be asked for."""
        return tuple(CLIPS | self.own)

    @property
    def busy(self) -> bool:
        """Whether a gesture plays."""
        return self._clip is not None

    @property
    def held(self) -> bool:
        """Whether a pose is there and kept."""
        return self._clip is not None and self._kept and self._t > self._clip.rise + 0.06

    @property
    def moving(self) -> bool:
        """Whether a gesture moves now, or the last one still rings out."""
        held = self._clip is not None and self._kept and self._t >= self._clip.rise + 0.44
        return self._clip is not None and not held

    @property
    def gaze(self) -> str:
        """Where the gesture wants her to look, or empty."""
        if self._clip is None or self._let_go or self._t >= self._clip.rise + self._clip.hold:
            return ""
        if self._kept and self._t >= self._clip.rise + 0.4:
            return ""  # a pose that is kept leaves the eyes free again
        return self._clip.gaze

    @property
    def grips(self) -> list[tuple[Reach, float]]:
        """What the hands touch, and how far."""
        return [(reach, float(np.clip(weight.value, 0.0, 1.0))) for reach, weight in self._grips.items()]

    def engaged(self, side: str) -> float:
        """How far a gesture has taken over the arm of side "l" or "r", 0..1."""
        return float(np.clip(self._engaged[side].value, 0.0, 1.0))

    def play(self, name: str, keep: bool = False, clip: Clip | None = None) -> bool:
        """Begin a gesture by name, or the one given; `keep` holds its pose until `release`. False if none has this name."""
        clip = clip or self.own.get(name) or CLIPS.get(name) or BEATS.get(name)
        if clip is None:
            return False
        self._rest.jump(self._last.copy())
        self._rest.speed = np.clip(self._speed, -600.0, 600.0)
        self._clip, self._t, self._kept, self.name = clip, 0.0, keep, name
        self._short.jump(0.0)
        self._let_go = False
        return True

    def release(self) -> None:
        """Let go of a kept pose, now."""
        self._let_go = self._kept
        self._kept = False

    def faces(self) -> tuple[Face, ...]:
        """Expressions that the gesture wants now."""
        if self._clip is None:
            return ()
        return tuple(face for face in self._clip.faces if face.begin <= self._t < face.begin + face.seconds)

    def update(self, dt: float, into: Channels) -> None:
        """Advance and add."""
        added = blank()
        pace = dt * self.tempo
        if self._clip is not None:
            held = self._clip.rise + 0.45
            self._t = min(self._t + pace, max(held, self._t)) if self._kept else self._t + pace
            if self._t >= self._clip.seconds:
                self._clip, self.name = None, ""
            else:
                added = difference(self._clip, self._t, into)
            if self._let_go and self._clip is not None:
                self._let_go = False
                before, self._t = self._t, max(self._t, self._clip.rise + self._clip.hold)
                self._short.jump(min(0.0, envelope(self._clip, before) - envelope(self._clip, self._t)))
                later = difference(self._clip, self._t, into)
                self._rest.value = self._rest.value + added - later
                added = later
        self._short.step(0.0, dt)
        self._touch(dt)
        self._rest.step(blank(), dt)
        total = added + self._rest.value
        if dt > 0:
            self._speed = (total - self._last) / dt
        self._last = total
        into += total

    def _touch(self, dt: float) -> None:
        """The weights of what is touched: as the pose is taken, and dying away softly when another gesture takes over."""
        clip = self._clip
        share = max(0.0, touching(clip, self._t) + float(self._short.value)) if clip is not None else 0.0
        wanted = clip.reaches if clip is not None else ()
        for reach in wanted:
            self._grips.setdefault(reach, Follower(0.0, TAKE_OVER))
        for reach, weight in list(self._grips.items()):
            weight.step(share if reach in wanted else 0.0, dt, 26.0 if reach in wanted else TAKE_OVER)
            if reach not in wanted and float(weight.value) < 1e-3:
                del self._grips[reach]
        for side, engaged in self._engaged.items():
            takes = clip is not None and f"{side}.z" in clip.pose
            goal = envelope(clip, self._t) + float(self._short.value) if takes and clip is not None else 0.0
            goal = min(max(goal, 0.0), 1.0)
            engaged.step(goal, dt, 26.0 if takes else TAKE_OVER)
