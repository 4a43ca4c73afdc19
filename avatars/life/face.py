"""The face of this frame: emotions by zone, vowels, lids and brows, mixed so that nothing fights."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from avatars.life.clip import Face as ClipFace
from avatars.life.easing import Follower, Occasion, Random, smooth
from avatars.life.lips import Lips
from avatars.life.mood import REST
from avatars.rig.face_zones import SPLIT, ZONES
from avatars.vrm.expressions import BLINKS, LOOKS, VISEMES

NO_EMOTION: Final = frozenset(name.casefold() for name in (*VISEMES, *BLINKS, *LOOKS))
SPEAKING_MOUTH: Final = 0.45
"""What speech leaves of an emotion on the mouth."""
SHUT_SMILE: Final = "relaxed"
"""What a smile that shows teeth becomes while lips meet: the corners stay up."""
TOGETHER: Final = 0.05
"""Up to this opening (of ``aa``) an emotion leaves the lips together."""
SMILES: Final = {"happy": 1.0, "relaxed": 0.35, "shy": 0.4, "smirk": 0.5}
MINI: Final = 4.2
"""Small smiles a minute that come by themselves, in a good mood."""
MICRO: Final = 1.6
"""Micro-expressions a minute."""
LID_FOLLOW: Final = 0.016
MOST_LID: Final = 0.22
"""Lids go down with the eyes: weight a degree, and at most."""


@dataclass(slots=True)
class _Held:
    value: Follower
    goal: float
    left: float


class Face:
    """Knows which expressions of the avatar come in zones. Weights by expression name, as the mixer takes them."""

    def __init__(self, zoned: frozenset[str], random: Random, openings: Mapping[str, float] | None = None) -> None:
        self._zoned = zoned
        self._openings = openings or {}
        self._random = random
        self._held: dict[str, _Held] = {}
        self._gesture: dict[str, Follower] = {}
        self._gesture_goal: dict[str, float] = {}
        self._mini = Occasion(random, MINI, 9.0)
        self._mini_at, self._mini_size, self._mini_span = 9.0, 0.0, 2.0
        self.rest: Mapping[str, tuple[float, float, float]] = {}
        """Added to `REST`: brows, lids and mouth by expression."""
        self.smiles = 1.0
        """How many times as often small smiles come."""
        self._micro = Occasion(random, MICRO, 15.0)
        self._micro_at, self._micro_size, self._micro_span, self._micro_name = 9.0, 0.0, 0.4, "happy"

    @staticmethod
    def is_emotion(name: str) -> bool:
        """Whether a name is a feeling, not a lid, a look or a vowel."""
        return name not in NO_EMOTION

    def open(self, name: str) -> None:
        """A new expression ends what is held by hand."""
        if name == "neutral":
            for held in self._held.values():
                held.goal = 0.0

    def hold(self, name: str, weight: float, seconds: float) -> None:
        """Keep a lid, a look or a vowel by hand."""
        held = self._held.setdefault(name, _Held(Follower(0.0, 18.0), 0.0, 0.0))
        held.goal, held.left = min(max(weight, 0.0), 1.0), seconds

    def with_gesture(self, face: ClipFace) -> None:
        """An expression that a gesture wants this frame."""
        self._gesture_goal[face.name.casefold()] = face.weight

    def mini_smile(self) -> None:
        """A small smile that comes and goes by itself."""
        self._mini_at = 0.0
        self._mini_size = float(self._random.uniform(0.3, 0.6))
        self._mini_span = float(self._random.uniform(3.2, 6.0))

    @staticmethod
    def smile(moods: dict[str, tuple[float, float]]) -> float:
        """How far the mouth smiles, 0..1."""
        return min(1.0, sum(SMILES.get(name, 0.0) * lower for name, (_, lower) in moods.items()))

    def update(
        self, dt: float, moods: dict[str, tuple[float, float]], lips: Lips, visemes: dict[str, float], closure: float,
        brow: float, down: float, still: bool,
    ) -> dict[str, float]:
        """All weights. `closure` of the lids by blinking, `brow` raise of an accent, `down`: degrees the eyes look down."""
        lids = max(closure, min(MOST_LID, LID_FOLLOW * max(down, 0.0)))
        blink_by_hand, weights = self._by_hand(dt, visemes)
        closed = max(lids, blink_by_hand)
        feelings = self._feelings(dt, moods, still)
        mouth = 1.0 + (SPEAKING_MOUTH - 1.0) * lips.talking
        corners = 0.0
        for name, (brows, lid, lower) in feelings.items():
            left = self._left(name, lips.gate)
            corners += SMILES.get(name, 0.0) * lower * mouth * (1.0 - left)
            self._add(weights, name, brows, lid * (1.0 - closed), lower * mouth * left)
        if corners > 0.0 and SHUT_SMILE in self._zoned and self._left(SHUT_SMILE, 1.0) == 1.0:
            self._add(weights, SHUT_SMILE, 0.0, 0.0, min(1.0, corners))
        if brow > 0.0:
            self._add(weights, "surprised", brow, 0.12 * brow * (1.0 - closed), 0.0)
        if closed > 0.0:
            weights["blink"] = max(weights.get("blink", 0.0), closed)
        return {name: weight for name, weight in weights.items() if weight > 1e-4}

    def _left(self, name: str, gate: float) -> float:
        """What closing lips leave of an emotion on the mouth: all of it where it keeps the lips together."""
        opens = self._openings.get(name, 1.0)
        return 1.0 if opens <= TOGETHER else 1.0 - min(1.0, 0.9 + opens) * gate

    def _by_hand(self, dt: float, visemes: dict[str, float]) -> tuple[float, dict[str, float]]:
        weights = dict(visemes)
        blink = 0.0
        for name, held in list(self._held.items()):
            held.left -= dt
            value = float(held.value.step(held.goal if held.left > 0 else 0.0, dt))
            if held.left <= 0 and value < 1e-3:
                del self._held[name]
                continue
            weights[name] = max(weights.get(name, 0.0), value)
            if name == "blink":
                blink = value
        return blink, weights

    def _feelings(
        self, dt: float, moods: dict[str, tuple[float, float]], still: bool
    ) -> dict[str, tuple[float, float, float]]:
        """Brows, lids and mouth of every feeling: mood, gestures, the resting face and its small smiles."""
        feelings = {name: (upper, upper, lower) for name, (upper, lower) in moods.items()}
        for name, value in self._gestured(dt).items():
            had = feelings.get(name, (0.0, 0.0, 0.0))
            feelings[name] = tuple(max(a, value) for a in had)  # type: ignore[assignment]
        free = max(0.0, 1.0 - sum(brows for brows, _, _ in feelings.values()))
        self._mini_at += dt
        if not still and self._mini.due(dt, self.smiles) and free > 0.8 and self._mini_at > self._mini_span + 4.0:
            self.mini_smile()
        u = self._mini_at / self._mini_span
        small = self._mini_size * (smooth(u / 0.16) * (1.0 - smooth((u - 0.7) / 0.3))) if u < 1.0 else 0.0
        self._flicker(dt, free, still, feelings)
        for name, (brows, lids, mouth) in self._resting(small).items():
            had = feelings.get(name, (0.0, 0.0, 0.0))
            feelings[name] = (had[0] + free * brows, had[1] + free * lids, had[2] + free * mouth)
        return feelings

    def _resting(self, small: float) -> dict[str, tuple[float, float, float]]:
        """The face at rest with how she is to the user, and with a small smile that comes by itself."""
        made = dict(self.rest)
        for name, own in REST.items():
            brows, lids, mouth = (max(0.0, a + b) for a, b in zip(own, made.get(name, (0.0, 0.0, 0.0)), strict=True))
            made[name] = (brows, lids + 0.35 * small, mouth + small)
        return made

    def _flicker(
        self, dt: float, free: float, still: bool, feelings: dict[str, tuple[float, float, float]]
    ) -> None:
        """A micro-expression now and then: a brow or a corner of the mouth that moves for a moment, in keeping with the mood."""
        self._micro_at += dt
        if not still and self._micro.due(dt):
            self._micro_at, self._micro_span = 0.0, float(self._random.uniform(0.3, 0.55))
            self._micro_size = float(self._random.uniform(0.08, 0.2))
            glad = free > 0.8 or "happy" in feelings
            self._micro_name = str(self._random.choice(("surprised", "happy") if glad else ("surprised", "worried")))
        if self._micro_at < self._micro_span:
            size = self._micro_size * math.sin(math.pi * self._micro_at / self._micro_span) ** 2
            had = feelings.get(self._micro_name, (0.0, 0.0, 0.0))
            brows = 0.0 if self._micro_name == "happy" else 0.5 * size
            feelings[self._micro_name] = (had[0] + brows, had[1], had[2] + (size if self._micro_name == "happy" else 0.0))

    def _gestured(self, dt: float) -> dict[str, float]:
        for name in self._gesture_goal:
            self._gesture.setdefault(name, Follower(0.0, 9.0))
        values = {}
        for name, value in list(self._gesture.items()):
            goal = self._gesture_goal.get(name, 0.0)
            now = float(value.step(goal, dt, 9.0 if goal > 0 else 4.0))
            if goal == 0.0 and now < 1e-3:
                del self._gesture[name]
            elif name == "blink":
                self.hold("blink", goal, 0.1)
            else:
                values[name] = now
        self._gesture_goal.clear()
        return values

    def _add(self, weights: dict[str, float], name: str, brows: float, lids: float, mouth: float) -> None:
        if name in self._zoned:
            for zone, value in zip(ZONES, (brows, lids, mouth), strict=True):
                key = f"{name}{SPLIT}{zone}"
                weights[key] = min(1.0, weights.get(key, 0.0) + value)
        else:
            # one morph for the whole face: it may not open the mouth of a speaker, nor the eyes of a blink
            whole = min(max(brows, mouth), 0.25 * brows + 0.75 * mouth + 0.2 * lids)
            weights[name] = min(1.0, max(weights.get(name, 0.0), whole))
