"""What listening costs: seconds of a core for each second, of this process."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from mind.events import Sentence

if TYPE_CHECKING:
    from desktop.turn_measure.room import Room

SECONDS: Final = 6.0
"""How long each is looked at."""

STILL: Final = 4.0
"""Seconds of silence before it: what her last words still ask of the ears is over."""


@dataclass(frozen=True, slots=True)
class Effort:
    """Shares of a core, the measuring itself left out: while the microphone is open in a quiet room; and while she speaks and
    a voice is understood over hers."""

    listening: float
    both: float


def measure_effort(room: Room, sentences: tuple[str, ...]) -> Effort:
    """In the quiet, then while both speak; the microphone is open before and after."""
    room.settle()
    hearing = room.house.hearing
    hearing.off()
    room.wait(1.0)
    nothing = share(room)
    room.listen()
    room.wait(STILL)
    listening = share(room)
    return Effort(max(0.0, listening - nothing), max(0.0, speaking_and_listening(room, sentences) - nothing))


def speaking_and_listening(room: Room, sentences: tuple[str, ...]) -> float:
    """She says what nobody stops, and the user talks all the while; what their voice costs is part of it."""
    from desktop.turn_measure.interrupts import LONG

    speech = room.house.speech
    speech.begin()
    for number in range(4):
        speech.say(Sentence(number, LONG[room.lang], room.lang))
    room.run(lambda: speech.speaking, 5.0)
    for sentence in sentences[:6]:
        room.say(sentence)
    took = share(room)
    speech.stop()
    room.user.stop()
    room.house.conversation.stop()
    return took


def share(room: Room) -> float:
    """Of a core, in the next seconds."""
    began, spent = time.monotonic(), time.process_time()
    room.wait(SECONDS)
    return (time.process_time() - spent) / (time.monotonic() - began)
