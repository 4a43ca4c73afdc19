"""The living body: everything that moves her, in one order, from commands and passing time to a stance.

Layers: standing at ease, weight and sway, breath, mood and activity in the posture, gestures, speech, the look-at chain,
then eyes, then the face. No graphics; the same seed and the same calls give the same life.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from avatars.life.attention import Attention
from avatars.life.bearing import Carriage
from avatars.life.blink import Blinks
from avatars.life.breath import Breath
from avatars.life.channels import AT, LENGTHS, RELAXED, Channels, blank, mask
from avatars.life.clip_file import ClipFile
from avatars.life.ease import ease
from avatars.life.easing import Follower
from avatars.life.face import Face
from avatars.life.gaze import Gaze
from avatars.life.gestures import Gestures
from avatars.life.holding import Holding
from avatars.life.idling import Idling
from avatars.life.lips import Lips
from avatars.life.mood import Mood, affect, posture
from avatars.life.pose import Pose
from avatars.life.posing import Poser
from avatars.life.reach import Reach
from avatars.life.resting_hands import RestingHands
from avatars.life.sway import Standing
from avatars.life.talk import Talk
from avatars.ports import Accent, Activity, Bearing
from avatars.rig.puppet import Puppet, Stance

CHAIN: Final = (("chest", 0.1), ("upperChest", 0.1), ("neck", 0.3), ("head", 0.5))
"""How the trunk shares a turn of the head."""
TRUNK: Final = ("hips", "spine", "chest", "upperChest", "neck", "head")
BALANCE: Final = mask("hips", "spine", "chest", "upperChest")
"""Channels of weight and balance."""
HIPS: Final = mask("hips")
FREE_HANDS: Final = ("stand", "relaxed")
"""Poses in which idle hands may do something."""
GLAD: Final = ("happy", "relaxed", "laughing")
"""What a hurt leaves less of on her face."""
UPSET: Final = ("sad", "angry", "worried")
AWAY: Final = 3.0
"""Metres to what she looks at when it is not the user."""
SEEN: Final = 0.012
"""Degrees (or hundredths of a weight) below which nobody sees a change."""


class Body:
    """Holds the life of one avatar. `update` moves its puppet; True if anything visible changed."""

    def __init__(self, puppet: Puppet, seed: int) -> None:
        draws = np.random.default_rng(seed).spawn(10)
        self._poser = Poser(puppet.humanoid.positions, puppet.surface)
        self._ease = ease(self._poser, puppet)
        self._seat = self._poser.seat(puppet.surface)
        self._standing, self._breath = Standing(draws[0]), Breath(draws[1])
        self._blinks, self._gaze = Blinks(draws[2]), Gaze(draws[3])
        self._talk, self._mood = Talk(draws[4]), Mood(draws[5])
        self._attention = Attention(draws[6])
        self._face = Face(puppet.zoned, draws[7], puppet.openings)
        self._gestures, self._lips = Gestures(), Lips()
        self._holding = Holding(self._poser.sitting, self._ease)
        self._idling = Idling(draws[8])
        self._carriage, self._hands = Carriage(), RestingHands(draws[9])
        self._posed = False
        self._posture = Follower(blank(), 5.0)
        self._camera: npt.NDArray[Any] = np.array([0.0, 1.4, 2.0])
        self._last: tuple[Channels, dict[str, float], npt.NDArray[Any]] | None = None
        self._former: Puppet | None = None
        """Who stood here before the clothes were changed."""
        self.stance: Stance | None = None
        """What the body was last told to take."""
        self.still = False
        """Stand in the neutral phase of all idle motion."""
        self._arousal = 0.0
        self.state: Activity = "idle"
        self.channels = RELAXED + self._ease

    def inhabit(self, puppet: Puppet, former: Puppet | None = None, *, same: bool = False) -> None:
        """Live on in a body of another shape: mood, pose and clocks stay, hair and cloth hang anew. `former`: the body so far,
        if only its clothes differ, or its shape by a little: what both have swings on. `same`: only the face is another."""
        if not same:
            self._poser = Poser(puppet.humanoid.positions, puppet.surface)
            self._ease = ease(self._poser, puppet)
            self._seat = self._poser.seat(puppet.surface)
            self._holding.refit(self._poser.sitting, self._ease)
        self._last, self._former = None, former

    # --- commands ---

    @property
    def gestures(self) -> tuple[str, ...]:
        """What she can be asked for."""
        return self._gestures.names

    @property
    def busy(self) -> bool:
        """Whether something quick goes on: then frames should come often."""
        if self._gestures.moving or self._holding.moving or self._mood.busy or self._lips.busy:
            return True
        return not self.still and (self._blinks.busy or self._gaze.busy)

    @property
    def playing(self) -> str:
        """The gesture that plays, or empty."""
        return self._gestures.name

    @property
    def stroked(self) -> bool:
        """Whether a stroke of a talking hand ended in the last step."""
        return self._talk.stroked

    @property
    def full_blinks(self) -> int:
        """How many blinks so far were meant to close the eyes wholly."""
        return self._blinks.full

    @property
    def fullness(self) -> float:
        """How full the chest is: 0 empty, 1 a usual breath."""
        return float(self._breath.fullness)

    @property
    def opening(self) -> float:
        """How far the mouth is open, 0..1."""
        return self._lips.opening

    @property
    def gate(self) -> float:
        """How firmly the lips are pressed together, 0..1."""
        return self._lips.gate

    def look_from(self, eye: npt.NDArray[Any]) -> None:
        """Where the user is: the camera, in the world."""
        self._camera = np.asarray(eye, np.float64)

    def express(self, name: str, weight: float, hold: float = 4.0, *, alone: bool = True) -> None:
        """Ease into an expression for `hold` seconds; `neutral` lets go of all."""
        name = name.casefold()
        self._face.open(name)
        if self._face.is_emotion(name):
            if name in GLAD:
                weight *= min(1.0, self._carriage.signs.smiles)
            self._mood.express(name, weight, hold, alone=alone)
        else:
            self._face.hold(name, weight, hold)

    def _breathe(self) -> None:
        """Breathe as she feels; asleep, slowly and deep."""
        self._breath.mood("sleepy" if self._holding.name == "sleep" else self._mood.leading)

    def gesture(self, name: str) -> bool:
        """Play a gesture; False if she knows none of that name."""
        if name not in self._gestures.names:
            return False
        self._gestures.play(name)
        return True

    @property
    def poses(self) -> tuple[str, ...]:
        """What she can hold; ``stand`` is how she stands by herself."""
        return self._holding.names

    def pose(self, name: str | None) -> bool:
        """Take a pose and hold it; None stands at ease again. Idle life goes on. False if she knows none of that name."""
        known = self._holding.take(name)
        if known:
            self._posed = name is not None
            if not self._posed:
                self._rest_hands()
        return known

    def bear(self, bearing: Bearing, seconds: float = 8.0) -> None:
        """Carry herself so; there after about `seconds`, at once for 0."""
        self._carriage.bear(bearing, seconds)
        self._hands.suit(self._carriage.goal, now=seconds <= 0)
        if seconds <= 0:
            self._suit()
            self._rest_hands()

    @property
    def apart(self) -> float:
        """How many times as far from the camera as a friend she stands."""
        return self._carriage.signs.apart

    @property
    def seat(self) -> tuple[float, float, float] | None:
        """The middle of the top of what she sits on (metres), from when she begins to sit until she stands; else None."""
        return (float(self._seat[0]), float(self._seat[1]), float(self._seat[2])) if self._holding.seated else None

    @property
    def seat_height(self) -> float | None:
        """How high her seat is above the floor, metres; None while she stands."""
        return float(self._seat[1]) if self._holding.seated else None

    def learn(self, clip: ClipFile) -> None:
        """Know a gesture or a pose from a file under its name, from now on."""
        if isinstance(clip.content, Pose):
            self._holding.own[clip.name] = clip.content
        else:
            self._gestures.own[clip.name] = clip.content

    def mouth(self, visemes: Mapping[str, float], closed: float = 0.0) -> None:
        """The lips now."""
        self._lips.say(visemes, closed)

    def accents(self, at: float, marks: Sequence[Accent]) -> None:
        """The second of the sentence that sounds now, and its stresses."""
        self._talk.prosody.hear(at, marks)

    def activity(self, state: Activity) -> None:
        """What she is doing."""
        if state == self.state:
            return
        self.state = state
        self._idling.disturb()
        self._attention.begin(state, self._gaze, self._breath, self._gestures)

    # --- time ---

    def update(self, dt: float, puppet: Puppet) -> bool:
        """Live for `dt` seconds."""
        channels = RELAXED + self._ease
        self._carriage.update(dt)
        self._suit()
        moods = self._mood.update(dt)
        self._arousal = affect(moods)[1]
        self._breathe()
        self._gestures.tempo = self._carriage.signs.tempo * (1.0 + 0.3 * self._arousal)
        smile = self._face.smile(moods)
        visemes = self._lips.update(dt, smile)
        self._holding.update(dt, channels)
        if not self.still:
            self._sway(dt, channels)
            self._breath.update(dt, channels)
        self._carry(dt, moods, channels)
        brow = self._perform(dt, channels)
        self._turn_head(channels, puppet)
        closure = max(0.0 if self.still else self._blink(dt), self._holding.asleep)
        weights = self._face.update(dt, moods, self._lips, visemes, closure, brow, self._glance(puppet), self.still)
        gaze = self._target(puppet)
        if self._unchanged(channels, weights, gaze) and puppet.springs.still:
            return False
        self._apply(channels, weights, gaze, closure, puppet, dt)
        return True

    def _suit(self) -> None:
        """Every part of her life follows how she carries herself."""
        signs = self._carriage.signs
        self._gaze.suit(signs.looks, signs.away, signs.down)
        self._attention.late, self._attention.greets = signs.late, signs.greets
        self._face.rest, self._face.smiles = signs.rest, signs.smiles
        self._talk.vigour, self._idling.restless = signs.motion, signs.fidgets

    def _rest_hands(self) -> None:
        """Her hands go where they rest now, unless she was asked for a pose."""
        if not self._posed:
            self._holding.take(self._hands.name, self._hands.pose)

    def _sway(self, dt: float, channels: Channels) -> None:
        """Weight, balance and idle hands; a pose leaves as much of it as fits."""
        if self.state != "speaking" and not self._gestures.busy and self._hands.update(dt):
            self._rest_hands()
        added = blank()
        self._standing.update(dt, self.state, added, self._carriage.signs.motion)
        added[BALANCE] *= self._holding.sway
        channels += added

    def _carry(self, dt: float, moods: dict[str, tuple[float, float]], channels: Channels) -> None:
        """Mood, activity and what the two are to each other in how she holds herself."""
        bearing = self._carriage.stance(1.0 if self.still else self._standing.weight)
        bearing[HIPS] *= self._holding.sway
        channels += (1.0 - self._holding.asleep) * bearing
        wanted = blank()
        for name, degrees in posture(moods).items():
            wanted[AT[name]] += degrees
        if not self.still:
            for name, degrees in self._attention.posture(self.state).items():
                wanted[AT[name]] += degrees
        channels += self._posture.step(wanted, dt)

    def _perform(self, dt: float, channels: Channels) -> float:
        """Attention, gestures and what goes with speech; the brow raise of an accent."""
        brow = 0.0
        if not self.still:
            self._attention.update(dt, self.state, self._gaze, self._gestures, self._face)
            wish = self._gestures.gaze or self._holding.gaze
            if wish:
                self._attention.direct(wish, self._gaze, self.state)
            self._gaze.update(dt, self.state)
            free = self._holding.name in FREE_HANDS and not self._holding.moving
            self._idling.update(dt, self.state, self._gestures, free=free, upset=self._mood.leading in UPSET)
        self._gestures.update(dt, channels)
        for face in (*self._holding.faces, *self._gestures.faces()):
            self._face.with_gesture(face)
        if not self.still:
            self._talk.prosody.arousal = self._arousal
            accents = self._talk.update(dt, self._lips.opening, self._lips.quiet, channels, self._gestures)
            brow = accents.brow
            if accents.pause:
                self._attention.phrase_ended(self._blinks)
        return brow

    def _blink(self, dt: float) -> float:
        if self._gaze.shifted is not None:
            self._blinks.shift(*self._gaze.shifted)
        if self._standing.shifted:
            self._attention.maybe_blink(self._blinks)
        return self._blinks.update(dt, self.state, 1.0 + 0.4 * self._arousal)

    def _turn_head(self, channels: Channels, puppet: Puppet) -> None:
        """Point the head to the user, moved by its share of the gaze; the rest of the trunk keeps most of its turn."""
        way = self._camera - puppet.eyes.origin()
        # the eyes alone make up for the sway from foot to foot
        way[0] += self._poser.size * (channels[AT["hips.x"]] - RELAXED[AT["hips.x"]])
        yaw = float(np.degrees(np.arctan2(way[0], way[2])))
        pitch = float(-np.degrees(np.arctan2(way[1], np.hypot(way[0], way[2]))))
        neck_down = TRUNK[:4]
        turned = sum(channels[AT[f"{bone}.yaw"]] for bone in neck_down)
        bent = sum(RELAXED[AT[f"{bone}.pitch"]] for bone in neck_down)
        head = np.zeros(2) if self.still else self._gaze.head
        awake = 1.0 - self._holding.asleep
        for bone, share in CHAIN:
            share *= awake
            channels[AT[f"{bone}.yaw"]] += share * (yaw + head[0] - 0.9 * turned)
            channels[AT[f"{bone}.pitch"]] += share * (0.75 * pitch + head[1] - 0.5 * bent)

    def _target(self, puppet: Puppet) -> npt.NDArray[Any]:
        """The point in the world her eyes are on."""
        eyes = np.zeros(2) if self.still else self._gaze.eyes
        origin = puppet.eyes.origin()
        way = self._camera - origin
        distance = float(np.linalg.norm(way))
        if float(np.abs(eyes).max()) < 1e-9 or distance < 1e-6:
            return self._camera
        yaw = np.arctan2(way[0], way[2]) + np.radians(eyes[0])
        pitch = np.arcsin(np.clip(way[1] / distance, -1, 1)) - np.radians(eyes[1])
        far = distance if self._gaze.on_user else AWAY
        return np.asarray(origin + far * np.array([np.sin(yaw) * np.cos(pitch), np.sin(pitch), np.cos(yaw) * np.cos(pitch)]))

    def _glance(self, puppet: Puppet) -> float:
        """How far down the eyes look from the head, degrees."""
        return 0.0 if self.still else puppet.eyes.angles(self._target(puppet))[1]

    def _unchanged(self, channels: Channels, weights: dict[str, float], gaze: npt.NDArray[Any]) -> bool:
        if self._last is None:
            return False
        before, faces, at = self._last
        scale = np.where(LENGTHS, 2000.0, 1.0)
        if float(np.abs((channels - before) * scale).max()) > SEEN or float(np.abs(gaze - at).max()) > 2e-4:
            return False
        names = weights.keys() | faces.keys()
        return all(abs(weights.get(name, 0.0) - faces.get(name, 0.0)) < SEEN / 5 for name in names)

    def _grips(self) -> list[tuple[Reach, float]]:
        """What the hands touch: the gesture's before the pose's."""
        held = [(reach, weight * (1.0 - self._gestures.engaged(reach.side))) for reach, weight in self._holding.grips]
        return held + self._gestures.grips

    def _apply(
        self, channels: Channels, weights: dict[str, float], gaze: npt.NDArray[Any], closure: float, puppet: Puppet,
        dt: float,
    ) -> None:
        pose, hips = self._poser.pose(channels, self._grips(), clear=True)
        stance = self.stance = Stance(pose, hips, gaze, weights, (0.0, 2.0 * closure))
        if self._last is None and self._former is not None:
            puppet.take_over(stance, self._former)
        elif self._last is None:
            puppet.settle(stance)
        else:
            puppet.update(stance, dt)
        self._last, self._former = (channels, weights, gaze), None
        self.channels = channels
