"""A microphone in a room in which she speaks, and the user at times: through the real way of sound, faster than real time."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from voice.echo.measure.rooms import Room, echo, ground, voice_level
from voice.echo.measure.speech import REST, Talk
from voice.echo.measure.way import RAMP, Way
from voice.echo.reference import Reference
from voice.echo.spoken_words import SpokenWords
from voice.echo.suppressor import Suppressor
from voice.listen_plan import ListenPlan
from voice.ports import Heard
from voice.recognise.pipeline import Pipeline
from voice.recognise.reports import Voiced
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

DUCKED: Final = 0.2
"""How loud she is while the user may be speaking; as in the window."""

TOLD, AUDIBLE = 0.04, 0.05
"""Seconds after which another loudness of hers is believed to be heard, and is."""

STEPS: Final = 3
"""In which it changes, as often as the window is drawn."""

BEGAN: Final = 1000.0
"""The virtual second at which a scene begins."""


@dataclass(frozen=True, slots=True, eq=False)
class Mix:
    """What a microphone hears, her echo apart from all the rest, and her talk that it comes from.

    `seed` and `scale` are what made the echo of a room, and how much louder it is than as it was sent.
    """

    rest: Samples
    echo: Samples
    her: Talk
    room: Room
    seed: int = 0
    scale: float = 1.0


@dataclass(slots=True)
class Outcome:
    """What came of a scene."""

    seconds: float = 0.0
    cpu: float = 0.0
    suppressing: float = 0.0
    """Seconds of CPU that the suppressor took of it."""
    turns: list[tuple[float, str]] = field(default_factory=list)
    stops: list[float] = field(default_factory=list)
    ducks: list[float] = field(default_factory=list)
    words: list[tuple[float, str]] = field(default_factory=list)
    """All texts that were understood, so far or whole, and when."""
    left: list[Pcm] = field(default_factory=list, repr=False)
    came: list[Samples] = field(default_factory=list, repr=False)
    """Her echo, as it was with what was done to her voice."""


def mixed(her: Talk, room: Room, above: float, seed: int, user: tuple[tuple[float, Pcm], ...] = (), softer: float = 0.0) -> Mix:
    """She is heard `above` dB louder than the user, whose voice lies at each second given, `softer` dB below its usual level."""
    back = echo(her.pcm, room, seed)
    scale = USER * 10 ** (above / 20) / max(voice_level(back), 1e-9)
    sound = ground(len(back), room, seed + 1)
    for at, pcm in user:
        first = round(at * RATE)
        piece = pcm[: max(0, len(sound) - first)]
        sound[first : first + len(piece)] += piece * (USER * 10 ** (-softer / 20) / voice_level(pcm))
    return Mix(sound, back * scale, her, room, seed, scale)


def play(
    mix: Mix, recogniser: Any, make: Callable[[Reference], Suppressor], yields: bool = False, keep: bool = False, lang: str = "en"
) -> Outcome:
    """Let the microphone hear it, piece by piece, late and unevenly.

    She goes on as loud as before whatever happens or, where she `yields`, is ducked and stopped as she would be.
    """
    reference, out = Reference(), Outcome(len(mix.rest) / RATE)
    timed = _Timed(make(reference), keep)
    pipeline = Pipeline(recogniser, ListenPlan("open", lang=lang, barge_in=True), timed)
    now = [BEGAN]
    spoken = SpokenWords(lang)
    barge = BargeIn(lang, spoken, lambda: now[0])
    her = _Her(mix, reference, spoken)
    jitter = np.random.default_rng(5)
    began = time.process_time()
    for first in range(0, len(mix.rest) - PIECE + 1, PIECE):
        at = BEGAN + (first + PIECE) / RATE / (1 + mix.room.drift)
        now[0] = at + LATE + float(jitter.exponential(UNEVEN))
        second = at - BEGAN
        barge.speaking(her.speaks(second))
        came = her.echo(first)
        heard = np.clip(np.rint(mix.rest[first : first + PIECE] + came), -32768, 32767).astype(np.int16)
        if keep:
            out.came.append(came)
        actions = [*_tell(pipeline.hear(heard, RATE, now[0]), barge, second, out), barge.tick()]
        for action in filter(None, actions):
            _note(action, second, out)
            if yields:
                her.obey(action, second)
    _tell(pipeline.finish(now[0]), barge, now[0] - BEGAN, out)
    out.cpu, out.suppressing, out.left = time.process_time() - began, timed.took, timed.left
    return out


class _Her:
    """She speaks into the room: as loud as she is told to, and what comes back of it."""

    def __init__(self, mix: Mix, reference: Reference, spoken: SpokenWords) -> None:
        self._mix, self._reference, self._spoken = mix, reference, spoken
        self._lines = list(mix.her.lines)
        self._written = 0
        self._loud, self._silent_until = 1.0, 0.0
        self._way = Way(mix.her.pcm, mix.room, mix.seed, mix.scale)

    def speaks(self, second: float) -> bool:
        """Let her go on to this second; whether she speaks then."""
        until = round((second + BUFFER) * RATE)
        self._reference.put(self._mix.her.pcm[self._written : until], RATE, BEGAN + self._written / RATE)
        self._written = max(self._written, until)
        while self._lines and self._lines[0].at <= second:
            line = self._lines.pop(0)
            self._spoken.say(line.text, BEGAN + line.at, line.lang)
        if self._silent_until and second >= self._silent_until:
            self._silent_until = 0.0
            self._set(1.0, second)
        speaks = any(line.at <= second < line.at + line.seconds + REST for line in self._mix.her.lines)
        return speaks and not self._silent_until

    def echo(self, first: int) -> Samples:
        """What comes back of her in the piece from this sample on; a room rings on for a while after she became quiet."""
        return self._way.piece(first, PIECE)

    def obey(self, action: str, second: float) -> None:
        """Quieter, as before, or silent until her next reply."""
        if action == "stop":
            pairs = pairwise(self._mix.her.lines)
            begins = (line.at for last, line in pairs if line.at - last.at - last.seconds > 2 * REST)
            self._silent_until = next((at for at in begins if at > second), float("inf"))
            self._set(0.0, second)
        elif not self._silent_until:
            self._set(DUCKED if action == "duck" else 1.0, second)

    def _set(self, loud: float, second: float) -> None:
        if loud != self._loud:
            self._way.set(loud, second + AUDIBLE)
            for step in range(1, STEPS + 1):
                share = float(1 - np.cos(np.pi * step / STEPS)) / 2
                at = BEGAN + second + TOLD + step * RAMP / RATE / STEPS
                self._reference.volume(self._loud + (loud - self._loud) * share, at)
            self._loud = loud


def _tell(reports: list[Any], barge: BargeIn, second: float, out: Outcome) -> list[str]:
    """What the turn taking makes of what the ears tell: what is to be done with her voice."""
    actions: list[str] = []
    for report in reports:
        if isinstance(report, Voiced):
            actions.append(barge.voice(report.on))
        elif isinstance(report, Heard):
            action, turn = barge.heard(report)
            actions.append(action)
            if report.text:
                out.words.append((second, report.text))
            if turn is not None and turn.text:
                out.turns.append((second, turn.text))
    return actions


def _note(action: str, second: float, out: Outcome) -> None:
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
            self.left.append(near.pcm)
        return near

    def reset(self) -> None:
        """See `Suppressor`."""
        self._inner.reset()
