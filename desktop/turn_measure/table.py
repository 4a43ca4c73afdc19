"""The stages of a turn beside what they have to be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

import numpy as np

from desktop.conversation.turn_times import Mark, TurnTimes
from desktop.turn_measure.effort import Effort
from desktop.turn_measure.interrupts import Interrupt
from desktop.turn_measure.turns import Measured

STEPS: Final[tuple[tuple[str, Mark, Mark], ...]] = (
    ("endpoint: the user's end is noticed", "speech_ended", "endpoint"),
    ("recogniser: their words are whole", "endpoint", "text"),
    ("their words are kept", "text", "kept"),
    ("recall and plan", "kept", "asked"),
    ("brain: first token", "asked", "first_token"),
    ("brain: first sentence", "first_token", "first_sentence"),
    ("synthesis of it", "first_sentence", "synthesised"),
    ("first sample heard", "synthesised", "first_sample"),
    ("first mouth movement", "first_sample", "first_mouth"),
)

OURS: Final = 0.150
"""Seconds between the user's end being noticed and her first sound that may pass without the brain."""

TRANSCRIPT: Final = 0.600
"""Seconds from the user's end to its text, at the quickest patience."""

DUCK, SILENCE = 0.120, 0.250
"""Seconds from the user's first sound over her to her being quieter; from the end of a stop word to silence."""

IDLE, BOTH = 0.04, 0.35
"""Shares of a core: the microphone open in the quiet; she speaks and a voice is understood over hers."""


@dataclass(frozen=True, slots=True)
class Row:
    """A figure over all turns; `most` is what the median may be, None where nothing is asked of it."""

    name: str
    unit: str
    median: float
    p95: float
    count: int
    most: float | None = None

    @property
    def ok(self) -> bool:
        """Whether it is as it has to be."""
        return self.most is None or (self.count > 0 and self.median <= self.most)

    def as_json(self) -> dict[str, Any]:
        """Plain values."""
        plain = {key: round(value, 3) if isinstance(value, float) else value for key, value in asdict(self).items()}
        return plain | {"ok": self.ok}


def row(name: str, values: Sequence[float], most: float | None = None, unit: str = "ms", scale: float = 1000.0) -> Row:
    """Seconds as a row of milliseconds, or other values as they are."""
    if not values:
        return Row(name, unit, 0.0, 0.0, 0, most)
    scaled = np.asarray(values) * scale
    return Row(name, unit, float(np.median(scaled)), float(np.percentile(scaled, 95)), len(values), most)


def stage_rows(turns: Sequence[Measured]) -> list[Row]:
    """Each stage, in order."""
    found = []
    for name, begin, end in STEPS:
        took = [one.times.took(begin, end) for one in turns if one.times is not None]
        found.append(row(name, [value for value in took if value is not None]))
    return found


def goal_rows(turns: Sequence[Measured], *, fast: bool) -> list[Row]:
    """What is asked of a whole turn."""
    missed = sum(one.times is None for one in turns)
    cut = sum(len(one.understood) > 1 for one in turns)
    return [
        row("user's end to her first sound", seconds(turns, lambda one: one.wait)),
        row("the same without patience and brain", seconds(turns, lambda one: one.ours), 1000 * OURS),
        row("user's end to their words", seconds(turns, lambda one: one.transcript), 1000 * TRANSCRIPT if fast else None),
        Row("turns missed", "", float(missed), float(missed), len(turns), 0.0),
        Row("turns cut in two", "", float(cut), float(cut), len(turns), 0.0),
        Row("sentences not understood word for word", "", wrong := float(sum(not one.exact for one in turns)), wrong, len(turns)),
    ]


def interrupt_rows(interrupts: Sequence[Interrupt]) -> list[Row]:
    """What is asked of her when the user speaks over her."""
    missed = float(sum(one.silence is None for one in interrupts))
    return [
        row("user's first sound to her being quieter", [one.duck for one in interrupts if one.duck is not None], 1000 * DUCK),
        row("end of the word “stop” to silence", [one.silence for one in interrupts if one.silence is not None], 1000 * SILENCE),
        row("user's first sound to silence", [one.all for one in interrupts if one.all is not None]),
        Row("times she was not stopped", "", missed, missed, len(interrupts), 0.0),
    ]


def effort_rows(effort: Effort) -> list[Row]:
    """What is asked of a core."""
    return [
        Row("core while listening in the quiet", "%", 100 * effort.listening, 100 * effort.listening, 1, 100 * IDLE),
        Row("core while both speak", "%", 100 * effort.both, 100 * effort.both, 1, 100 * BOTH),
    ]


def clock_rows(turns: Sequence[Measured]) -> list[Row]:
    """How far her own marks are from what the ears hear."""
    pairs = [(one.told, one.times) for one in turns if one.told is not None and one.times is not None]

    def off(mark: Mark) -> list[float]:
        return [told.marks[mark] - times.marks[mark] for told, times in pairs if mark in told.marks and mark in times.marks]

    return [
        row("her mark of the user's end, late by", off("speech_ended")),
        row("her mark of her first sound, late by", off("first_sample")),
    ]


def seconds(turns: Sequence[Measured], of: Callable[[TurnTimes], float | None]) -> list[float]:
    """A figure of each turn that has it."""
    return [value for one in turns if one.times is not None and (value := of(one.times)) is not None]


def lines(rows: Sequence[Row]) -> list[str]:
    """The table as text."""
    told = [f"{'figure':42} {'median':>9} {'p95':>9} {'of':>4}   has to be"]
    for one in rows:
        asked = "" if one.most is None else f"<= {one.most:g} {one.unit}".rstrip()
        line = f"{one.name:42} {one.median:9.1f} {one.p95:9.1f} {one.count:4}   {asked}{'' if one.ok else '   NOT'}"
        told.append(line.rstrip())
    return told
