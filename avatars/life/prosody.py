"""What head and brows do with the stressed syllables of a sentence: planned when it begins, for they move before the word.

Nods start on a stressed syllable and reach their depth a little after the middle of its vowel, brows rise before it (Kim, Cvejic
and Davis 2014; Krahmer and Swerts 2007). Neither goes with every stress: both are drawn, rest in between and are counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from avatars.life.easing import Random
from avatars.life.gestures import keyed
from avatars.ports import Accent

Keys = tuple[tuple[float, float], ...]

NOD: Final = (0.55, 0.45, 0.9, 11.0)
"""Of a nod: the strength it takes, its chance, seconds between two at least, and how many a minute."""

BROW: Final = (0.6, 0.25, 1.6, 8.0)
SHAKE: Final = (0.0, 0.7, 4.0, 6.0)
"""Of a raised brow, and of a head shaken at a "no"."""

DEPTH: Final = (2.0, 4.0)
"""Degrees of a nod."""

OVERSHOOT: Final = 0.5
"""Degrees a nod comes back too far."""

RAISE: Final = (0.15, 0.35)
ASKING: Final = 0.25
"""How far brows rise on an accent, and at the end of a question."""

TILT: Final = 3.0
"""Degrees the head tilts at the end of a question."""

TURN: Final = 3.0
CYCLES: Final = 1.5
SHAKEN: Final = 0.78
"""Degrees to either side, times to and fro, and seconds, of a shaken head."""

NOD_EARLY, NOD_LATE, BROW_EARLY = 0.03, 0.08, 0.12
"""Seconds: a nod's start before its syllable and its depth after the vowel's middle; a brow's start before that middle."""

SPARE: Final = 2.0
"""How many nods or raises may follow each other quickly after a while without."""


@dataclass(slots=True)
class _Move:
    """A value on its keyed way, begun at `onset` seconds of the sentence."""

    channel: str
    onset: float
    keys: Keys
    size: float
    t: float = -1.0
    """Seconds since it began; below zero before."""

    @property
    def over(self) -> bool:
        return self.t >= self.keys[-1][0]


class _Ration:
    """How often something may happen: a rest after each, and so many a minute in the long run."""

    def __init__(self, rest: float, rate: float) -> None:
        self._rest, self._rate = rest, rate / 60
        self._saved, self._since = 1.0, rest

    def pass_(self, seconds: float) -> None:
        """Time goes by in which it might have happened."""
        self._since += seconds
        self._saved = min(SPARE, self._saved + self._rate * seconds)

    def take(self, chance: float, random: Random) -> bool:
        """Whether it happens now."""
        if self._since < self._rest or self._saved < 1.0 or float(random.random()) >= chance:
            return False
        self._since, self._saved = 0.0, self._saved - 1.0
        return True


class Prosody:
    """`hear` on every frame of speech, then `step`; what it comes to stands in `pitch`, `yaw`, `roll` (degrees) and `brow`."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._marks: Sequence[Accent] = ()
        self._at = 0.0
        self._heard_until = 0.0
        self._plan: list[_Move] = []
        self._moves: list[_Move] = []
        self._nod, self._brow, self._shake = (_Ration(kind[2], kind[3]) for kind in (NOD, BROW, SHAKE))
        self.arousal = 0.0
        """Of her mood, -1..1: what is said with feeling moves her more."""
        self.nods = 0
        self.pitch = self.yaw = self.roll = self.brow = 0.0

    @property
    def knows(self) -> bool:
        """Whether the stresses of what is being said are known."""
        return bool(self._marks)

    def hear(self, at: float, marks: Sequence[Accent]) -> None:
        """The second of the sentence that sounds, and its stresses; none in silence. The same marks are the same sentence."""
        if marks is not self._marks or at < self._at - 0.2:
            self._marks, self._heard_until = marks, 0.0
            self._plan = self._planned(marks)
        self._at = at

    def next_stroke(self, soonest: float, latest: float) -> float | None:
        """The sentence's next strong vowel, as seconds from now, if it is between these."""
        for start, end, strength, question, _ in self._marks:
            away = (start + end) / 2 - self._at
            if soonest <= away <= latest and strength >= 0.5 and not question:
                return away
        return None

    def step(self, dt: float) -> None:
        """Advance."""
        due = [move for move in self._plan if move.onset <= self._at + dt / 2]
        if due:
            self._plan = [move for move in self._plan if move.onset > self._at + dt / 2]
            self._moves += due
        total = dict.fromkeys(("pitch", "yaw", "roll", "brow"), 0.0)
        for move in self._moves:
            move.t = max(0.0, self._at - move.onset) if move.t < 0 else move.t + dt
            total[move.channel] += move.size * keyed(move.keys, move.t)
        self._moves = [move for move in self._moves if not move.over]
        self.pitch, self.yaw, self.roll, self.brow = total["pitch"], total["yaw"], total["roll"], min(0.6, total["brow"])

    def _planned(self, marks: Sequence[Accent]) -> list[_Move]:
        plan: list[_Move] = []
        for start, end, strength, question, denial in marks:
            self._pass(start)
            strong, moved = strength * (1.0 + 0.3 * self.arousal), 1.0 + 0.3 * self.arousal
            if question:
                plan += self._asking(start, end)
            elif denial and self._shake.take(SHAKE[1], self._random):
                plan.append(self._shaken(start, moved))
            else:
                plan += self._accented(start, end, strong, moved)
        return sorted(plan, key=lambda move: move.onset)

    def _pass(self, at: float) -> None:
        """Time goes by from stress to stress, and between sentences about a second."""
        seconds = at - self._heard_until if self._heard_until or at else 1.0
        self._heard_until = at
        for ration in (self._nod, self._brow, self._shake):
            ration.pass_(max(0.0, seconds))

    def _accented(self, start: float, end: float, strong: float, moved: float) -> list[_Move]:
        made = []
        middle = (start + end) / 2
        if strong > NOD[0] and self._nod.take(NOD[1], self._random):
            onset = start - NOD_EARLY
            low = max(0.12, middle + NOD_LATE - onset)
            depth = moved * float(self._random.uniform(*DEPTH))
            made.append(_Move("pitch", onset, ((low, 1.0), (low + 0.3, -OVERSHOOT / depth), (low + 0.55, 0.0)), depth))
            self.nods += 1
        if strong > BROW[0] and self._brow.take(BROW[1], self._random):
            keys = ((0.09, 1.0), (0.23, 1.0), (0.49, 0.0))
            made.append(_Move("brow", middle - BROW_EARLY, keys, min(0.5, moved * float(self._random.uniform(*RAISE)))))
        return made

    def _asking(self, start: float, end: float) -> list[_Move]:
        """Brows up and the head aside until the question has been put."""
        long = end - start
        keys = ((0.25, 1.0), (max(0.3, long) + 0.15, 1.0), (max(0.3, long) + 0.65, 0.0))
        side = float(self._random.choice((-1.0, 1.0)))
        return [_Move("brow", start, keys, ASKING), _Move("roll", start, keys, side * TILT)]

    def _shaken(self, start: float, moved: float) -> _Move:
        """To and fro, less each time."""
        side = float(self._random.choice((-1.0, 1.0)))
        half = SHAKEN / (2 * CYCLES + 1)
        keys = tuple((half * (i + 1), float((-0.8) ** i)) for i in range(round(2 * CYCLES)))
        return _Move("yaw", start - 0.05, (*keys, (SHAKEN, 0.0)), side * moved * TURN)
