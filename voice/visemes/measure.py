"""How true the lips are, in figures: closures that are seen, how far the mouth leads, how early it opens, how often it changes.

What is measured is what a picture shows: frames of a film at some phase, through whatever stands between this track and the face.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from voice.espeak.synthesiser import BREATH, take
from voice.ports import Delivery
from voice.reading.spoken_text import spoken_runs
from voice.take import joined
from voice.utterance import Utterance
from voice.visemes.alignment import chained
from voice.visemes.lip_track import LipTrack
from voice.visemes.mouths import LIPS_MEET, is_pause, mouths_of
from voice.visemes.targets import MOST
from voice.visemes.timeline import Phone, loudness

Shown = tuple[float, float]
"""How far the mouth is open, and how far the lips are pressed, 0..1 each."""

Face = Callable[[dict[str, float], float, float], Shown]
"""What a face makes of the weights, the gate and the seconds since its last frame."""

Times = npt.NDArray[np.float64]

FPS: Final = 30
PHASES: Final = 4
"""At how many moments of a frame a sentence may begin."""

SHUT: Final = (0.95, 0.03)
"""A frame shows a closed mouth: pressed at least so far, open at most so far."""

EARLY, LATE = 0.06, 0.0
"""Seconds before a closure's start and after its end in which it has to be seen."""

SILENCE: Final = 0.3
"""Seconds of silence after which the mouth has to open early."""

OPEN: Final = 0.05
"""Open: more than lips rest apart."""

OPENNESS: Final = {"aa": 1.0, "ih": 0.35, "ou": 0.35, "ee": 0.5, "oh": 0.7}
LAGS: Final = np.arange(-0.14, 0.141, 0.01)


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence and the true times of its sounds."""

    utterance: Utterance
    phones: Sequence[Phone]


@dataclass(frozen=True, slots=True)
class LipFigures:
    """`closures` seen of `asked`; `lead` and `opens` in ms (the mouth before the sound); `targets` in the fullest second."""

    closures: int
    asked: int
    lead: float
    opens: float
    targets: int

    @property
    def seen(self) -> float:
        """Per cent of closures that a frame shows."""
        return 100.0 * self.closures / self.asked if self.asked else 100.0


def said(text: str, delivery: Delivery) -> Said:
    """The sentence in her own voice; without sounds where it holds nothing to say. Raises `SynthesisFault`."""
    runs = spoken_runs(text, delivery.lang)
    pauses = [run.rest for run in runs[:-1]] + [BREATH * delivery.pause]
    takes = [take(run, delivery, lambda: False, pause) for run, pause in zip(runs, pauses, strict=False)]
    return Said(joined(text, takes), chained(takes).phones if takes else ())


def bare_face(weights: dict[str, float], gate: float, dt: float) -> Shown:
    """A face that shows what it is told."""
    return min(1.0, sum(OPENNESS[name] * weight for name, weight in weights.items())), gate


def measure(sentences: Iterable[Said], face: Callable[[], Face] = lambda: bare_face, fps: int = FPS) -> LipFigures:
    """All sentences, each at several phases of its frames; `face` makes a face at rest."""
    closures = asked = most = 0
    leads: list[float] = []
    opens: list[float] = []
    for one in sentences:
        track = LipTrack(one.utterance.visemes)
        most = max(most, fullest_second(track))
        for phase in range(PHASES):
            begin = -0.5 + phase / PHASES / fps
            times, shown = film(track, begin, one.utterance.seconds + 0.5, face(), fps)
            hits = [closed_in(times, shown, start, end, fps) for start, end in meetings(one.phones)]
            closures, asked = closures + sum(hits), asked + len(hits)
            leads.append(lead(times, shown, one.utterance, fps))
            opens += openings(times, shown, one.phones)
    return LipFigures(closures, asked, middle(leads), middle(opens), most)


def middle(values: Sequence[float]) -> float:
    """The median of those that are known; not a number where none is."""
    known = [value for value in values if not np.isnan(value)]
    return float(np.median(known)) if known else float("nan")


def film(track: LipTrack, begin: float, end: float, face: Face, fps: int) -> tuple[Times, list[Shown]]:
    """Times from which frames are seen, and what they show."""
    times = np.arange(begin, end, 1 / fps)
    return times, [face(*track.at(at + 0.5 / fps, 1 / fps), 1 / fps) for at in times]


def meetings(phones: Sequence[Phone]) -> list[tuple[float, float]]:
    """When lips have to meet: every p, b and m."""
    return [(phone.start, phone.end) for phone in phones if mouths_of(phone.name)[0] == LIPS_MEET and not is_pause(phone.name)]


def closed_in(times: Times, shown: Sequence[Shown], start: float, end: float, fps: int) -> bool:
    """Whether a frame that is seen around this time shows a closed mouth."""
    near = np.flatnonzero((times + 1 / fps > start - EARLY) & (times < end + LATE))
    return any(shown[index][1] >= SHUT[0] and shown[index][0] <= SHUT[1] for index in near.tolist())


def lead(times: Times, shown: Sequence[Shown], utterance: Utterance, fps: int) -> float:
    """How far the mouth goes before the sound, ms: where opening and loudness agree best. A frame stands in its middle."""
    mouth, middle = np.array([opening for opening, _ in shown]), times + 0.5 / fps
    if mouth.std() < 1e-9:
        return float("nan")
    matches = []
    for lag in LAGS:
        around = [(max(0.0, t - lag - 0.02), max(0.0, t - lag + 0.02)) for t in middle]
        sound = np.array([loudness(utterance.pcm, utterance.rate, start, end) for start, end in around])
        matches.append(float(np.corrcoef(mouth, sound)[0, 1]) if sound.std() > 0 else 0.0)
    top = int(np.clip(np.argmax(matches), 1, len(LAGS) - 2))
    before, here, after = matches[top - 1 : top + 2]
    bend = before - 2 * here + after
    between = 0.5 * (before - after) / bend if abs(bend) > 1e-12 else 0.0
    return -1000 * float(LAGS[top] + between * (LAGS[1] - LAGS[0]))


def openings(times: Times, shown: Sequence[Shown], phones: Sequence[Phone]) -> list[float]:
    """How early the mouth opened for every phrase after silence, ms; phrases that begin with closed lips as others."""
    found = []
    last = -1.0
    for phone in phones:
        if is_pause(phone.name):
            continue
        if phone.start - last >= SILENCE:
            rest = max(last + 0.15, phone.start - 0.45)
            before = [at for at, (opening, _) in zip(times, shown, strict=True) if rest < at < phone.start and opening > OPEN]
            found.append(1000 * (phone.start - before[0]) if before else 0.0)
        last = phone.end
    return found


def fullest_second(track: LipTrack) -> int:
    """The most shapes that the lips aim at within a second."""
    middles = np.array([target.middle for target in track.targets])
    return max((int(((middles >= at) & (middles < at + 1.0)).sum()) for at in middles), default=0)


def within(figures: LipFigures) -> bool:
    """Whether all are as they should be."""
    timely = 0 <= figures.lead <= 60 and 120 <= figures.opens <= 180
    return figures.seen >= 97 and timely and figures.targets <= MOST
