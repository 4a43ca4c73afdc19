"""The mouth at any moment of a sentence: shapes blended as lips blend, with closures that are always seen.

Shapes melt into each other by dominance functions (Cohen and Massaro 1993): each pulls on the lips, the harder the nearer in
time, and rounding pulls from farther ahead than anything else. Two dials lie over them (after JALI, Edwards et al. 2016): how
far the jaw opens comes from the loudness, how far the lips go from the stress of the word. Closures do not melt; see `closures`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from voice.utterance import VRM_VISEMES, Viseme
from voice.visemes.closures import closures, gates, smooth
from voice.visemes.targets import Target, targets

Array = npt.NDArray[np.float32]

STEP: Final = 0.01
"""Seconds between two points of the track."""

LEAD: Final = 0.03
"""Seconds by which the lips go before the sound: eyes forgive early lips and mind late ones (ITU-R BT.1359)."""

AHEAD: Final = 0.004
"""Seconds more that vowels go before theirs: they open slower than the voice swells, so that the mouth seems to come with it."""

FRAME: Final = 1 / 30
MARGIN: Final = 0.4
"""Seconds of track before and after the sound: the mouth opens before the first word and closes after the last."""

FALL: Final = 0.012
"""How fast the pull of a shape falls, per millisecond: half of it is gone after 58 ms."""

FALL_FIRM: Final = 0.02
"""The same of a consonant that has its own shape of lips."""

ROUND_FALL: Final = 0.006
"""The same of rounding before its sound, at least."""

CORE: Final = 0.3
"""Share of a shape at either end that already belongs to the passage."""

UP, DOWN = 45.0, 30.0
"""1/s: lips follow as a critically damped spring would, quicker to a shape than back from it."""

OPENNESS: Final = np.array([1.0, 0.4, 0.4, 0.45, 0.75], np.float32)
"""How far each viseme at full weight opens the jaw, relative to `aa`."""

JAW_SHARE: Final = np.array([1.0, 0.9, 0.7, 0.9, 0.9], np.float32)
"""How much of each viseme is the jaw's work, so that it grows with the voice; the rest is the lips'."""

DIAL: Final = 0.03
"""Seconds over which the jaw follows the loudness."""

PAUSE: Final = 0.12
"""Seconds of silence in which the mouth comes to rest; over less it talks on."""

OPENS: Final = 0.13
"""Seconds before the first sound after silence at which the mouth begins to open, besides `LEAD`."""

RELEASE: Final = 0.15
"""Seconds in which the last shape before silence is let go."""

INHALE: Final = 0.12
"""How far (`aa`) lips part for the breath before a phrase, whatever its first sound."""

EASE: Final = 0.05
"""Seconds beside a hiss in which the jaw comes and goes."""

MEETING: Final = 0.7
SEEN: Final = 0.02
"""A gate so far closed for so many seconds of a frame is what the frame shows; the shortest closure is twice as long."""

SHUT: Final = 0.02
"""Below this a weight is no movement but noise."""


class LipTrack:
    """A sentence's lips. Built once in two or three milliseconds; `at` costs microseconds."""

    def __init__(self, visemes: Sequence[Viseme]) -> None:
        self.seconds = visemes[-1].end if visemes else 0.0
        self.targets = targets(visemes)
        """What the lips aim at, in order."""
        self.closures = closures(visemes)
        """When they meet."""
        self.phrases = phrases(visemes)
        """Stretches (start, end) in which she speaks."""
        times = np.arange(-MARGIN, self.seconds + MARGIN, STEP, dtype=np.float32)
        gate = gates(self.closures, times)
        early = times + np.float32(AHEAD)
        vowels = eased(blended(self.targets, early)) * dialled(visemes, early)
        vowels = narrowed(vowels * spoken(self, early)[:, None], visemes, early)
        vowels[:, 0] = np.maximum(vowels[:, 0], INHALE * inhaling(self.phrases, early))
        self._vowels = vowels * (1 - gate)[:, None]
        self._gate = gate

    def at(self, seconds: float, frame: float = FRAME) -> tuple[dict[str, float], float]:
        """Weights of aa, ih, ou, ee, oh and how far the lips are pressed, both 0..1, in a frame of `frame` seconds whose middle
        is seen at `seconds` of played sound.

        A frame shows the mean of its vowels, and closed lips if they meet for a good part of it, so that no p, b or m falls
        between two frames and no vowel between two closures. Less
        than zero is before the sentence: the mouth already opens. In silence all are 0: the mouth rests.
        """
        window = self._window(seconds, frame)
        if window is None:
            return dict.fromkeys(VRM_VISEMES, 0.0), 0.0
        mean = self._vowels[window].mean(axis=0)
        weights = {name: float(value) if value > SHUT else 0.0 for name, value in zip(VRM_VISEMES, mean, strict=True)}
        return weights, pressed(self._gate[window])

    def jaw(self, seconds: float, frame: float = FRAME) -> float:
        """How far the jaw is open in a frame, 0..1: the two dials and the closures included."""
        window = self._window(seconds, frame)
        return 0.0 if window is None else float(min(1.0, opened(self._vowels[window]).mean()))

    def _window(self, seconds: float, frame: float) -> slice | None:
        """The points of the track in a frame."""
        middle = seconds + LEAD + MARGIN
        begin = round((middle - frame / 2) / STEP)
        end = max(begin + 1, round((middle + frame / 2) / STEP))
        if end <= 0 or begin >= len(self._gate):
            return None
        return slice(max(0, begin), end)


def opened(vowels: Array) -> Array:
    """How far the jaw is open in every row."""
    return np.asarray((vowels * OPENNESS).sum(axis=1))


def pressed(gate: Array) -> float:
    """What a frame shows of its stretch of the gate."""
    return float(gate.max() if np.count_nonzero(gate > MEETING) * STEP >= SEEN - 1e-6 or len(gate) < 2 else gate.mean())


def phrases(visemes: Sequence[Viseme]) -> tuple[tuple[float, float], ...]:
    """Where she speaks: from the first sound after a pause to the last before the next."""
    found: list[tuple[float, float]] = []
    for viseme in visemes:
        if viseme.shape == "sil":
            continue
        if found and viseme.start - found[-1][1] < PAUSE:
            found[-1] = (found[-1][0], viseme.end)
        else:
            found.append((viseme.start, viseme.end))
    return tuple(found)


def blended(aimed: Sequence[Target], times: Array) -> Array:
    """Vowel weights on the track's grid, a row a point of time."""
    if not aimed:
        return np.zeros((len(times), len(VRM_VISEMES)), np.float32)
    goals = np.array([target.weights for target in aimed], np.float32)
    plain, rounding = pulls(aimed, times)
    # by einsum: the kernels of a matrix product read past short rows and may warn of numbers that nobody asked for
    out = np.einsum("it,ic->tc", plain, goals) / (plain.sum(axis=0) + np.float32(1e-6))[:, None]
    for channel in (VRM_VISEMES.index("ou"), VRM_VISEMES.index("oh")):
        out[:, channel] = np.einsum("i,it->t", goals[:, channel], rounding) / (rounding.sum(axis=0) + np.float32(1e-6))
    return np.asarray(out, np.float32)


def pulls(aimed: Sequence[Target], times: Array) -> tuple[Array, Array]:
    """How hard every target pulls over time, (targets, times): full in its core, falling exponentially beside it; and how hard
    on the rounding of the lips, which begins earlier."""
    starts, ends = (np.array([getattr(target, side) for target in aimed], np.float32) for side in ("start", "end"))
    margin = CORE * (ends - starts)
    pull = np.array([target.pull for target in aimed], np.float32)[:, None]
    fall = np.array([FALL_FIRM if target.pull > 1 else FALL for target in aimed], np.float32)[:, None]
    before = 1000 * np.maximum((starts + margin)[:, None] - times, 0)
    after = 1000 * np.maximum(times - (ends - margin)[:, None], 0)
    plain = pull * np.exp(-fall * (before + after))
    lead = np.array([target.lead for target in aimed], np.float32)[:, None]
    slow = np.maximum(ROUND_FALL, np.minimum(fall, 1.4 / np.maximum(1000 * lead, 1)))
    rounded = np.array([target.rounded for target in aimed])[:, None]
    early = pull * np.exp(-np.where(rounded, slow, fall) * before - fall * after)
    barrier = np.array([target.barrier for target in aimed], np.float32)[:, None]
    passed = smooth(np.clip((times - barrier) / 0.05, 0, 1))
    return plain, np.where(barrier > 0, early * passed, early).astype(np.float32)


def eased(vowels: Array) -> Array:
    """As critically damped lips follow, without coming late: the spring's own delay of two parts in omega is taken back."""
    return np.maximum(*(damped(vowels, omega) for omega in (UP, DOWN)))


def damped(vowels: Array, omega: float) -> Array:
    """The answer of a critically damped spring, moved back by its mean delay."""
    delay = round(2 / omega / STEP)
    taps = np.arange(round(8 / omega / STEP)) * STEP
    kernel = (taps + STEP / 2) * np.exp(-omega * (taps + STEP / 2))
    kernel /= kernel.sum()
    padded = np.pad(vowels, ((len(kernel), len(kernel)), (0, 0)), mode="edge")
    rows = slice(len(kernel) + delay, len(kernel) + delay + len(vowels))
    return np.stack([np.convolve(column, kernel)[rows] for column in padded.T], axis=1).astype(np.float32)


def dialled(visemes: Sequence[Viseme], times: Array) -> Array:
    """The jaw's dial for every channel and point of time: louder opens wider, a sound of the tongue less."""
    gain = np.ones(len(times), np.float32)
    for viseme in visemes:
        if viseme.shape not in ("sil", "closed"):
            gain[(times >= viseme.start) & (times < viseme.end)] = viseme.gain
    width = round(DIAL / STEP) | 1
    window = np.hanning(width + 2)[1:-1]
    low = np.convolve(np.pad(gain, width // 2, mode="edge"), window / window.sum(), mode="valid")
    return np.asarray(1 - JAW_SHARE * (1 - low[:, None]), np.float32)


def spoken(track: LipTrack, times: Array) -> Array:
    """0 in silence, 1 in speech: the mouth opens before the first sound and lets the last shape go slowly."""
    envelope = np.zeros(len(times), np.float32)
    for start, end in track.phrases:
        rise = smooth(np.clip((times - (start - OPENS)) / (OPENS + 0.02), 0, 1))
        last = next((one for one in track.closures if one.start < end <= one.end + 0.02 and one.depth > 0.9), None)
        # a phrase that ends on closed lips does not open them once more
        stop, span = (last.end, last.end - last.start) if last else (end + RELEASE, RELEASE + 0.02)
        envelope = np.maximum(envelope, np.minimum(rise, smooth(np.clip((stop - times) / span, 0, 1))))
    return envelope


def inhaling(spoken_phrases: Sequence[tuple[float, float]], times: Array) -> Array:
    """0..1: lips part for the breath, and the first shape takes over."""
    breath = np.zeros(len(times), np.float32)
    for start, _ in spoken_phrases:
        rise = smooth(np.clip((times - (start - OPENS)) / 0.05, 0, 1))
        breath = np.maximum(breath, np.minimum(rise, smooth(np.clip((start + 0.06 - times) / 0.09, 0, 1))))
    return breath


def narrowed(vowels: Array, visemes: Sequence[Viseme], times: Array) -> Array:
    """No wider than the sounds allow: teeth come together for a hiss."""
    cap = np.ones(len(times), np.float32)
    for viseme in visemes:
        if viseme.jaw < 1 and viseme.shape not in ("sil", "closed"):
            away = np.maximum(np.maximum(viseme.start - times, times - viseme.end), 0) / EASE
            cap = np.minimum(cap, viseme.jaw + (1 - viseme.jaw) * smooth(np.clip(away, 0, 1)))
    return np.asarray(vowels * np.minimum(1, cap / np.maximum(opened(vowels), np.float32(1e-6)))[:, None], np.float32)
