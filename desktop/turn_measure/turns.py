"""Turns as an ear at each end of the cable hears them, joined with the marks that she makes herself."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from desktop.conversation.turn_times import Mark, TurnTimes
from voice.output.measure.figures import first_loud, last_loud

if TYPE_CHECKING:
    from desktop.turn_measure.room import Room

SPEAKING: Final = 15.0
ANSWERING: Final = 30.0
"""Seconds that the user may speak, and that she may take to answer; then the turn counts as missed."""

MOUTH: Final = 0.4
"""Seconds after her first sound in which her mouth has to move."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One turn. `told` has her own marks; `times` the same with the two that an ear can tell: the user's end and her first sound.

    `understood` are the utterances she took for whole; more than one where she cut the user off. Of a turn that she missed
    there are no times.
    """

    said: str
    understood: tuple[str, ...]
    told: TurnTimes | None = None
    times: TurnTimes | None = None

    @property
    def whole(self) -> bool:
        """Whether she heard one utterance, to its end."""
        return len(self.understood) == 1 and self.times is not None

    @property
    def exact(self) -> bool:
        """Whether she understood every word."""
        return self.understood == (self.said,)


def measure_turn(room: Room, sentence: str) -> Measured:
    """The user says a sentence in the quiet; she is stopped once she has begun to answer."""
    room.settle()
    understood: list[str] = []
    hearing, watch = room.house.hearing, room.house.watch
    before = watch.now
    hearing.said.connect(understood.append)
    began = time.monotonic()
    handle = room.say(sentence)
    room.run(lambda: handle.over, SPEAKING)

    def has(mark: Mark) -> bool:
        return watch.now is not None and watch.now is not before and mark in watch.now.marks

    answered = room.run(lambda: has("first_sample"), ANSWERING)
    room.run(lambda: has("first_mouth"), MOUTH)
    room.wait(0.1)  # what sounds now reaches the ear
    hearing.said.disconnect(understood.append)
    told = watch.now if answered else None
    room.house.conversation.stop()
    times = heard_by_ears(room, told, began) if told is not None else None
    return Measured(sentence, tuple(understood), told, times)


def heard_by_ears(room: Room, told: TurnTimes, began: float) -> TurnTimes:
    """The same turn with the user's end and her first sound as they were heard."""
    user, her = room.room_ear.heard(), room.her_ear.heard()
    end = last_loud(user.pcm, user.place(began), user.place(told.marks["text"]))
    first = first_loud(her.pcm, her.place(told.marks["first_sentence"]))
    marks = dict(told.marks)
    if end is not None:
        marks["speech_ended"] = user.moment(end)
    if first is not None:
        marks["first_sample"] = her.moment(first)
    return replace(told, marks=marks)


def measure_turns(room: Room, sentences: Sequence[str], count: int) -> list[Measured]:
    """So many turns, the sentences one after the other."""
    return [measure_turn(room, sentences[number % len(sentences)]) for number in range(count)]
