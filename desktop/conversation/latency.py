"""How long a turn takes, watched while it happens: nothing of it is written down, and the last few turns are remembered."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, Signal

from desktop.conversation.turn_times import MARKS, STAGES, Mark, Stage, TurnTimes, medians
from mind.domain import Channel
from mind.events import Event, FirstWord, Kept, ReplyStarted, Sentence
from voice.ports import Heard
from voice.speech_handle import SpeechHandle

__all__ = ["MARKS", "STAGES", "Mark", "Stage", "TurnTimes", "TurnWatch", "medians"]

REMEMBERED: Final = 20
"""Turns."""

FRESH: Final = 1.0
"""Seconds after which words that were heard are no more the turn that begins: the user has read and changed them."""

OPEN: Final = 0.08
"""Weights of a mouth, taken together, above which it is seen to move."""

Mouth = Callable[[float | None], tuple[Mapping[str, float], float]]


class TurnWatch(QObject):
    """Notes the marks of the turn under way. `changed` gives its `TurnTimes` anew with each of them.

    Each mark counts once in a turn, and only after the one that it cannot come before: what she says by herself, or says again,
    is no turn. Everything belongs to Qt's thread.
    """

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self._heard: Heard | None = None
        self._heard_at = float("-inf")
        self._now: TurnTimes | None = None
        self._moved = False
        self._past: deque[TurnTimes] = deque(maxlen=REMEMBERED)

    @property
    def turns(self) -> tuple[TurnTimes, ...]:
        """Those that came as far as a sound, the newest last."""
        return tuple(self._past)

    @property
    def now(self) -> TurnTimes | None:
        """The newest turn, however far it is."""
        return self._now

    def forget(self) -> None:
        """Begin anew."""
        self._past.clear()
        self._now = self._heard = None

    # --- what is told it

    def heard(self, heard: Heard) -> None:
        """The user's words are understood."""
        self._heard, self._heard_at = heard, self._clock()

    def began(self, channel: Channel) -> None:
        """The user's words go to the mind."""
        now, heard, self._heard = self._clock(), self._heard, None
        spoken = channel == "voice" and heard is not None and now - self._heard_at < FRESH
        marks: dict[Mark, float] = {"text": now}
        if spoken and heard is not None:
            marks = {"text": self._heard_at}
            if heard.ended:
                # The sound has a clock of its own, which may be some milliseconds ahead.
                marks["endpoint"] = min(heard.decided or self._heard_at, self._heard_at)
                marks["speech_ended"] = min(heard.ended, marks["endpoint"])
        self._moved = False
        self._now = TurnTimes(spoken, marks=marks)
        self.changed.emit(self._now)

    def told(self, event: Event) -> None:
        """The mind tells something."""
        if isinstance(event, Kept):
            self.mark("kept")
        elif isinstance(event, ReplyStarted):
            if self._now is not None and event.reply_to is not None:
                self._now = replace(self._now, brain=event.brain, model=event.model)
                self.mark("asked")
        elif isinstance(event, FirstWord):
            self.mark("first_token", after="asked")
        elif isinstance(event, Sentence):
            self.mark("first_sentence", after="asked")

    def sounds(self, handle: SpeechHandle) -> None:
        """The first sample of a sentence is heard."""
        if self._now is None or "first_sample" in self._now.marks or "first_sentence" not in self._now.marks:
            return
        self.mark("synthesised", handle.ready or None)
        self.mark("first_sample")
        self._past.append(self._now)

    def seeing(self, lips: Mouth) -> Mouth:
        """The same mouth, watched for its first movement on its way to the picture; see `framed`."""

        def watched(frame: float | None = None) -> tuple[Mapping[str, float], float]:
            weights, closed = lips(frame)
            if not self._moved and sum(weights.values()) > OPEN:
                self._moved = True
            return weights, closed

        return watched

    def framed(self) -> None:
        """A picture was drawn with the mouth that was asked for last."""
        if self._moved and self._now is not None and "first_sentence" in self._now.marks:
            self.mark("first_mouth")

    def mark(self, mark: Mark, at: float | None = None, *, after: Mark = "text") -> None:
        """It happens now, or happened `at` that second of `time.monotonic`."""
        turn = self._now
        if turn is None or mark in turn.marks or after not in turn.marks:
            return
        known = {**turn.marks, mark: self._clock() if at is None else at}
        self._now = replace(turn, marks={name: known[name] for name in MARKS if name in known})
        if self._past and self._past[-1] is turn:
            self._past[-1] = self._now
        self.changed.emit(self._now)
