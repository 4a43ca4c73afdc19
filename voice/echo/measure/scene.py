"""A microphone in a room in which she speaks, and the user at times: through the real way of sound, faster than real time."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from voice.echo.measure.rooms import Room, echo, ground, voice_level
from voice.echo.measure.speech import REST, Talk
from voice.echo.reference import Reference
from voice.echo.spoken_words import SpokenWords
from voice.echo.suppressor import Suppressor
from voice.listen_plan import ListenPlan
from voice.ports import Heard
from voice.recognise.pipeline import Pipeline
from voice.turn_taking.barge_in import BargeIn

Pcm = npt.NDArray[np.int16]
Samples = npt.NDArray[np.float64]

RATE: Final = 16000
PIECE: Final = 320
"""Samples a microphone gives at once."""

BUFFER: Final = 2.0
"""Seconds that her loudspeaker is ahead."""

USER: Final = 1600.0
"""The user's level, root of the mean square: someone at arm's length, 26 dB below full scale."""

LATE, UNEVEN = 0.012, 0.005
"""Seconds a piece comes late, and by how much that differs in the mean."""

BEGAN: Final = 1000.0
"""The virtual second at which a scene begins."""


@dataclass(frozen=True, slots=True, eq=False)
class Mix:
    """What a microphone hears, what of it is echo, and her talk that it comes from."""

    pcm: Pcm
    echo: Samples
    her: Talk
    room: Room


@dataclass(slots=True)
class Outcome:
    """What came of a scene."""

    seconds: float = 0.0
    cpu: float = 0.0
    suppressing: float = 0.0
    """Seconds of CPU that the suppressor took of it."""
    turns: list[Heard] = field(default_factory=list)
    stops: list[float] = field(default_factory=list)
    ducks: list[float] = field(default_factory=list)
    words: list[tuple[float, str]] = field(default_factory=list)
    """All texts that were understood, so far or whole, and when."""
    left: list[Pcm] = field(default_factory=list, repr=False)


def mixed(her: Talk, room: Room, above: float, seed: int, user: tuple[tuple[float, Pcm], ...] = (), softer: float = 0.0) -> Mix:
    """She is heard `above` dB louder than the user, whose voice lies at each second given, `softer` dB below its usual level."""
    back = echo(her.pcm, room, seed)
    back *= USER * 10 ** (above / 20) / max(voice_level(back), 1e-9)
    sound = back + ground(len(back), room, seed + 1)
    for at, pcm in user:
        first = round(at * RATE)
        piece = pcm[: max(0, len(sound) - first)]
        sound[first : first + len(piece)] += piece * (USER * 10 ** (-softer / 20) / voice_level(pcm))
    return Mix(np.clip(np.rint(sound), -32768, 32767).astype(np.int16), back, her, room)


def play(
    mix: Mix, recogniser: Any, make: Callable[[Reference], Suppressor], keep: bool = False, lang: str = "en"
) -> Outcome:
    """Let the microphone hear it, piece by piece, late and unevenly; she goes on whatever happens."""
    reference = Reference()
    timed = _Timed(make(reference), keep)
    pipeline = Pipeline(recogniser, ListenPlan("open", lang=lang, barge_in=True), timed)
    now = [BEGAN]
    spoken = SpokenWords(lang)
    barge = BargeIn(lang, spoken, lambda: now[0])
    jitter = np.random.default_rng(5)
    out = Outcome(len(mix.pcm) / RATE)
    lines = list(mix.her.lines)
    written = 0
    began = time.process_time()
    for first in range(0, len(mix.pcm) - PIECE + 1, PIECE):
        at = BEGAN + (first + PIECE) / RATE / (1 + mix.room.drift)
        now[0] = at + LATE + float(jitter.exponential(UNEVEN))
        until = round((at - BEGAN + BUFFER) * RATE)
        reference.put(mix.her.pcm[written:until], RATE, BEGAN + written / RATE)
        written = max(written, until)
        second = at - BEGAN
        while lines and lines[0].at <= second:
            spoken.say(lines[0].text, BEGAN + lines[0].at, lines[0].lang)
            lines.pop(0)
        barge.speaking(any(line.at <= second < line.at + line.seconds + REST for line in mix.her.lines))
        _tell(pipeline.hear(mix.pcm[first : first + PIECE], RATE, now[0]), barge, second, out)
        _act(barge.tick(), second, out)
    _tell(pipeline.finish(now[0]), barge, now[0] - BEGAN, out)
    out.cpu, out.suppressing, out.left = time.process_time() - began, timed.took, timed.left
    return out


def _tell(reports: list[Any], barge: BargeIn, second: float, out: Outcome) -> None:
    from voice.recognise.reports import Voiced

    for report in reports:
        if isinstance(report, Voiced):
            _act(barge.voice(report.on), second, out)
        elif isinstance(report, Heard):
            action, turn = barge.heard(report)
            _act(action, second, out)
            if report.text:
                out.words.append((second, report.text))
            if turn is not None and turn.text:
                out.turns.append(turn)


def _act(action: str, second: float, out: Outcome) -> None:
    if action == "stop":
        out.stops.append(second)
    elif action == "duck":
        out.ducks.append(second)


class _Timed:
    """A suppressor under watch."""

    def __init__(self, inner: Suppressor, keep: bool) -> None:
        self._inner, self._keep = inner, keep
        self.cancelling = inner.cancelling
        self.took = 0.0
        self.left: list[Pcm] = []

    def clean(self, pcm: Pcm, at: float) -> Any:
        """See `Suppressor`."""
        began = time.process_time()
        near = self._inner.clean(pcm, at)
        self.took += time.process_time() - began
        if self._keep:
            self.left.append(near.pcm * (not near.echo))
        return near

    def reset(self) -> None:
        """See `Suppressor`."""
        self._inner.reset()
