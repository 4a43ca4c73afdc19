"""The figures of her voice beside what they have to be."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any, Final

import numpy as np

from voice.output.measure.figures import Found, find, first_loud, last_loud, lead, opening
from voice.output.measure.monitor import RATE, Heard
from voice.output.measure.session import Session, Spoken
from voice.visemes.lip_track import LEAD, LipTrack

Told = Callable[[str], None]

LINES: Final = (
    "Good morning, did you sleep well?", "I made us some tea.", "The kettle took for ever, as always.",
    "Mum called, by the way.", "She found your blue umbrella.", "It was behind the piano all the time.",
    "Maybe we could walk down to the river.", "Bring a warm coat, it is windy.", "Or we stay in and paint the bathroom.",
    "What do you think about a pale green?",
)  # fmt: skip
"""What she says while she is measured, again and again."""

COUNTING: Final = "One two three four five six seven eight nine ten eleven twelve."
PAUSE: Final = 0.35
"""Seconds of quiet after a sentence, so that the next one's beginning is its own."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A median (or a count) and the worst of `count` measurements; `ok` if the median is within `low` to `high`."""

    name: str
    unit: str
    value: float
    worst: float
    count: int
    low: float
    high: float

    @property
    def ok(self) -> bool:
        """Whether it is as it has to be."""
        return self.count > 0 and self.low <= self.value <= self.high

    def as_json(self) -> dict[str, Any]:
        """Plain values."""
        plain = {key: round(value, 3) if isinstance(value, float) else value for key, value in asdict(self).items()}
        return plain | {"ok": self.ok}


def first_sounds(session: Session, times: int, *, awake: bool) -> list[float]:
    """Milliseconds from a sentence's text to its first audible sample; `awake`: with the device open from the one before."""
    found = []
    for number in range(times):
        if not awake:
            session.speaker.stop()
        session.wait(PAUSE)
        given = time.monotonic()
        handle = session.speaker.say(LINES[number % len(LINES)], "en")
        session.run(lambda handle=handle: handle.over)  # type: ignore[misc]
        heard = session.ear.heard()
        place = first_loud(heard.pcm, heard.place(given))
        if place is not None:
            found.append(1000 * (heard.moment(place) - given))
    return found


def stops(session: Session, times: int, seed: int = 1) -> list[float]:
    """Milliseconds from `stop`, at random moments of a sentence, to the last audible sample; less than 0 where she was in a
    pause, or where the last was heard before the server took the rest back."""
    found = []
    for moment in np.random.default_rng(seed).uniform(0.2, 2.4, times):
        handle = session.speaker.say(COUNTING, "en")
        session.run(lambda handle=handle, moment=moment: handle.played >= moment)  # type: ignore[misc]
        asked = time.monotonic()
        session.speaker.stop()
        session.wait(PAUSE)
        heard = session.ear.heard()
        place = last_loud(heard.pcm, heard.place(asked - moment))
        if place is not None:
            found.append(1000 * (heard.moment(place) - asked))
    return found


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply as it was heard: each sentence, and where it lies in the recording."""

    spoken: Sequence[Spoken]
    found: Sequence[Found]
    heard: Heard

    def gap_errors(self) -> list[float]:
        """Milliseconds by which each sentence came later (or earlier) than the last sample of the one before it."""
        errors = []
        for (one, at), (_, following) in zip(self._pairs(), self._pairs()[1:], strict=False):
            errors.append(1000 * ((following.place - at.place) / RATE - one.said.seconds))
        return errors

    def starts(self) -> list[float]:
        """Milliseconds by which `on_started` came after the sentence's first sample was heard."""
        return [1000 * (one.started - self.heard.moment(at.place)) for one, at in self._pairs()]

    def _pairs(self) -> list[tuple[Spoken, Found]]:
        return list(zip(self.spoken, self.found, strict=True))


def reply(session: Session, sentences: int, rate: float = 1.0) -> Reply:
    """She says so many sentences on end, at `rate` times her pace."""
    session.speaker.stop()
    session.wait(PAUSE)
    before = len(session.log.spoken)
    handles = [session.speaker.say(LINES[number % len(LINES)], "en", rate=rate) for number in range(sentences)]
    session.run(lambda: handles[-1].over, 6.0 * sentences)
    session.wait(PAUSE)
    spoken, heard = session.log.spoken[before:], session.ear.heard()
    found = [find(one.said.pcm, one.said.rate, heard.pcm, RATE, heard.place(one.started)) for one in spoken]
    return Reply(spoken, found, heard)


def leads(session: Session, said: Reply, fps: int = 60) -> list[float]:
    """Milliseconds by which the mouth goes before the sound of each sentence, as heard, at so many frames a second."""
    every = max(1, round(60 / fps))
    mouth = session.log.mouth[::every]
    moments = np.array([when for when, _, _ in mouth])
    opened = [opening(weights, closed) for _, weights, closed in mouth]
    found = []
    for one, at in zip(said.spoken, said.found, strict=True):
        track, began = LipTrack(one.said.visemes), said.heard.moment(at.place)
        begin, end = np.searchsorted(moments, (began + 0.1, began + one.said.seconds - 0.2))
        if end - begin < 10:
            continue
        times = [float(when) - began for when in moments[begin:end]]

        def meant(seconds: float, track: LipTrack = track) -> float:
            return opening(*track.at(seconds - LEAD))

        found.append(1000 * lead(times, opened[begin:end], meant))
    return found


def measure(session: Session, times: int, sentences: int, told: Told) -> list[Figure]:
    """The whole table."""
    session.speaker.say("Hello.", "en")
    session.run(lambda: not session.speaker.busy)
    told(f"first sound, {times} times")
    awake = first_sounds(session, times, awake=True)
    asleep = first_sounds(session, times, awake=False)
    told(f"stop, {times} times")
    ends = stops(session, times)
    told(f"a reply of {sentences} sentences")
    said = reply(session, sentences)
    told("her lips")
    gaps = said.gap_errors()
    broken = sum(one.missing + one.jumps for one in said.found) + abs(sentences - len(said.spoken))
    at60, at30 = leads(session, said, 60), leads(session, said, 30)
    worst = max((abs(gap) for gap in gaps), default=0.0)
    return [
        figure("text complete to first sound", "ms", awake, 0, 60),
        figure("the same, device asleep", "ms", asleep, 0, 60),
        figure("stop to silence", "ms", ends, -150, 150),
        figure("next sentence off its natural pause", "ms", gaps, -2, 2),
        Figure("gaps and dropouts in the reply", "", float(broken), worst, len(said.found), 0, 0),
        figure("started told after the first sample", "ms", said.starts(), -40, 60),
        figure("mouth before sound, 60 fps", "ms", at60, 0, 40),
        figure("mouth before sound, 30 fps", "ms", at30, 0, 40),
    ]


def figure(name: str, unit: str, values: Sequence[float], low: float, high: float) -> Figure:
    """The median of some measurements and the one farthest from where it has to be."""
    if not values:
        return Figure(name, unit, 0.0, 0.0, 0, low, high)
    centre = (low + high) / 2
    return Figure(name, unit, median(values), max(values, key=lambda value: abs(value - centre)), len(values), low, high)


def lines(figures: Sequence[Figure]) -> list[str]:
    """The table as text."""
    rows = [f"{'figure':38} {'median':>9} {'worst':>9} {'of':>4}   has to be"]
    for one in figures:
        bounds = f"{one.low:g} to {one.high:g} {one.unit}".rstrip()
        verdict = "" if one.ok else "   NOT"
        rows.append(f"{one.name:38} {one.value:9.2f} {one.worst:9.2f} {one.count:4}   {bounds}{verdict}")
    return rows
