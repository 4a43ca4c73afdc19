"""Emotions on the face: each comes and goes in its own time, the eyes before the mouth, and leaves a trace.

Onset and decay are not mirror images, and a smile comes slowly: that is what reads as meant.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from avatars.life.easing import Random, smooth

ON: Final = {"happy": 0.60, "relaxed": 0.70, "shy": 0.60, "surprised": 0.17, "angry": 0.35, "sad": 0.50}
OFF: Final = {"happy": 1.2, "relaxed": 1.3, "surprised": 0.7, "angry": 1.0, "sad": 1.2}
MOUTH_AFTER: Final = 0.08
"""Seconds the mouth follows the eyes."""
TRACE: Final = 0.12
TRACE_SECONDS: Final = 25.0
"""What is left of an emotion, and for how long."""
REST: Final = {"relaxed": (0.0, 0.06, 0.16)}
"""The face at rest, brows, lids and mouth: never quite blank."""
POSTURE: Final[dict[str, dict[str, float]]] = {
    "happy": {"head.roll": 2.5, "chest.pitch": -2.0, "l.up": 0.8, "r.up": 0.8},
    "relaxed": {"head.roll": 2.0, "spine.pitch": 1.0},
    "surprised": {"head.pitch": -3.0, "neck.pitch": -1.5, "chest.pitch": -1.5, "l.up": 2.0, "r.up": 2.0},
    "sad": {"head.pitch": 5.0, "neck.pitch": 2.0, "chest.pitch": 4.0, "l.up": -1.5, "r.up": -1.5},
    "angry": {"head.pitch": 2.0, "chest.pitch": -1.0},
    "shy": {"head.pitch": 4.0, "head.roll": 4.0, "head.yaw": 3.0, "l.up": 2.5, "r.up": 2.0},
    "worried": {"head.roll": 4.0, "head.pitch": 1.5, "spine.pitch": 2.5},
    "thinking": {"head.roll": 3.5, "head.pitch": -1.0},
    "sleepy": {"head.pitch": 6.0, "head.roll": 3.0},
}
"""Degrees of the body that go with a full emotion."""


PAD: Final = {
    "happy": (0.4, 0.35, 0.15), "laughing": (0.5, 0.6, 0.2), "relaxed": (0.3, -0.3, 0.2), "surprised": (0.1, 0.6, -0.2),
    "sad": (-0.4, -0.3, -0.4), "angry": (-0.5, 0.6, 0.25), "shy": (0.0, 0.15, -0.5), "worried": (-0.4, 0.2, -0.4),
    "sleepy": (0.1, -0.7, -0.2), "thinking": (0.0, 0.05, 0.1), "smirk": (0.3, 0.1, 0.3), "pout": (-0.2, 0.1, -0.1),
}
"""Pleasure, arousal and dominance of a full emotion, -1..1 (after the tables of ALMA, Gebhard 2005)."""


@dataclass(slots=True)
class _Way:
    """A value on its minimum-jerk way to a goal."""

    value: float = 0.0
    start: float = 0.0
    goal: float = 0.0
    at: float = 1.0
    span: float = 1.0
    wait: float = 0.0

    def to(self, goal: float, span: float, wait: float) -> None:
        """Set out."""
        self.start, self.goal, self.at, self.span, self.wait = self.value, goal, 0.0, max(span, 1e-3), wait

    def step(self, dt: float) -> float:
        """Advance."""
        late = min(self.wait, dt)
        self.wait -= late
        self.at = min(1.0, self.at + (dt - late) / self.span)
        self.value = self.start + (self.goal - self.start) * smooth(self.at)
        return self.value


class _Emotion:
    def __init__(self, name: str, random: Random) -> None:
        self.name = name
        self.eyes, self.mouth = _Way(), _Way()
        self.left = 0.0
        self.trace_left = 0.0
        self._span = float(random.uniform(0.9, 1.15))

    def to(self, goal: float) -> None:
        rising = goal > self.eyes.value
        span = (ON if rising else OFF).get(self.name, 0.4 if rising else 0.9) * self._span
        self.eyes.to(goal, span, 0.0)
        self.mouth.to(goal, span * (1.0 if rising else 1.1), MOUTH_AFTER)

    @property
    def moving(self) -> bool:
        return self.eyes.at < 1.0 or self.mouth.at < 1.0


BESIDE: Final = frozenset({"tears", "blush"})
"""What shows beside any emotion: it takes no share of the face, and no other emotion ends it."""


class Mood:
    """What she feels, as weights of the upper and the lower face."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._emotions: dict[str, _Emotion] = {}
        self._rest_share = 1.0

    @property
    def busy(self) -> bool:
        """Whether an emotion comes or goes."""
        return any(emotion.moving for emotion in self._emotions.values())

    @property
    def leading(self) -> str | None:
        """The strongest emotion, if one is clearly there."""
        strongest = max(self._emotions.values(), key=lambda e: e.eyes.goal, default=None)
        return strongest.name if strongest is not None and strongest.eyes.goal > 0.25 else None

    def express(self, name: str, weight: float, hold: float, *, alone: bool = True) -> None:
        """Ease into an emotion for `hold` seconds; others go. `neutral`, or weight 0, lets go."""
        weight = min(max(weight, 0.0), 1.0)
        if (alone and name not in BESIDE) or name == "neutral":
            for emotion in self._emotions.values():
                beside = name != "neutral" and emotion.name in BESIDE
                if emotion.name != name and emotion.eyes.goal > 0.0 and not beside:
                    emotion.to(0.0)
                    emotion.left = emotion.trace_left = 0.0
        if name == "neutral":
            return
        emotion = self._emotions.setdefault(name, _Emotion(name, self._random))
        emotion.to(weight)
        emotion.left = hold

    def update(self, dt: float) -> dict[str, tuple[float, float]]:
        """Advance: (upper, lower) weight by name, the sum of each at most one."""
        weights: dict[str, tuple[float, float]] = {}
        for emotion in self._emotions.values():
            self._pass_time(emotion, dt)
            weights[emotion.name] = (emotion.eyes.step(dt), emotion.mouth.step(dt))
        for part in (0, 1):
            total = sum(pair[part] for name, pair in weights.items() if name not in BESIDE)
            if total > 1.0:
                weights = {
                    name: tuple(v / total if i == part and name not in BESIDE else v for i, v in enumerate(pair))  # type: ignore[misc]
                    for name, pair in weights.items()
                }
        return {name: pair for name, pair in weights.items() if max(pair) > 1e-4}

    @staticmethod
    def _pass_time(emotion: _Emotion, dt: float) -> None:
        if emotion.left > 0.0:
            emotion.left -= dt
            if emotion.left <= 0.0:
                emotion.to(TRACE * emotion.eyes.goal if emotion.name != "surprised" else 0.0)
                emotion.trace_left = TRACE_SECONDS
        elif emotion.trace_left > 0.0:
            emotion.trace_left -= dt
            if emotion.trace_left <= 0.0:
                emotion.to(0.0)


def affect(weights: dict[str, tuple[float, float]]) -> tuple[float, float, float]:
    """Pleasure, arousal and dominance of these emotions together, -1..1 each."""
    total = [0.0, 0.0, 0.0]
    for name, (upper, _) in weights.items():
        for axis, value in enumerate(PAD.get(name, (0.0, 0.0, 0.0))):
            total[axis] += upper * value
    pleasure, arousal, dominance = (min(max(value, -1.0), 1.0) for value in total)
    return pleasure, arousal, dominance


def posture(weights: dict[str, tuple[float, float]]) -> dict[str, float]:
    """Degrees of the body that these emotions add: what each is known by, over what pleasure and dominance do to a trunk."""
    pleasure, arousal, dominance = affect(weights)
    up, round_ = 1.5 * max(0.0, arousal - pleasure), 4.0 * max(0.0, -dominance)
    total: dict[str, float] = {
        "chest.pitch": -(1.5 * dominance + pleasure), "head.pitch": -1.2 * dominance, "l.up": up, "r.up": up,
        "l.in": round_, "r.in": round_, "l.z": 2.5 * dominance, "r.z": 2.5 * dominance,
    }
    for name, (upper, _) in weights.items():
        for channel, degrees in POSTURE.get(name, {}).items():
            total[channel] = total.get(channel, 0.0) + degrees * upper
    return total
