"""The user speaks over her: how soon she is quieter, and how soon silent, as an ear hears it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from mind.events import Sentence
from mind.languages import Lang
from voice.output.measure.figures import FRAME, find, first_loud, lag, last_loud, loudness
from voice.output.measure.monitor import RATE, Heard
from voice.resample import resampled
from voice.speech_handle import SpeechHandle

if TYPE_CHECKING:
    from desktop.turn_measure.room import Room

LONG: Final[dict[Lang, str]] = {
    "en": "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen.",
    "zh": "一，二，三，四，五，六，七，八，九，十，十一，十二，十三，十四，十五，十六，十七。",
    "ja": "いち、に、さん、よん、ご、ろく、なな、はち、きゅう、じゅう、じゅういち、じゅうに、じゅうさん。",
}
"""What she says while she is spoken over."""

STOP: Final[dict[Lang, str]] = {"en": "stop", "zh": "停", "ja": "止めて"}
"""What the user says over her."""

QUIETER: Final = 0.6
"""Of its own loudness: below it her voice has become quieter."""

BEFORE: Final = 5
"""Frames before the user's first sound that tell how loud she was until then."""

AUDIBLE: Final = 100.0
"""Root mean square of a frame of hers in which one can hear how loud she is: nothing else sounds there."""

STARTING: Final = 0.6
"""Seconds that the user's voice may take to be heard."""

ALIKE: Final = 0.3
"""Likeness of a recording with hers in it to what the user said."""

WAITED: Final = 3.0
"""Seconds after the user's word in which she has to be silent."""


@dataclass(frozen=True, slots=True)
class Interrupt:
    """Seconds; None where it did not come. `duck` from the user's first sound to her being quieter, `silence` from the end of
    their word to her last sound (less than 0: before they had finished it), `all` from their first sound to it."""

    duck: float | None = None
    silence: float | None = None
    all: float | None = None


def interrupt(room: Room, after: float) -> Interrupt:
    """She counts; `after` seconds of that the user tells her to stop."""
    room.settle()
    handles: list[SpeechHandle] = []
    room.house.speech.sounded.connect(handles.append)
    room.house.conversation.aside(Sentence(0, LONG[room.lang], room.lang))
    room.run(lambda: bool(handles) and handles[0].played >= after, 10.0)
    room.house.speech.sounded.disconnect(handles.append)
    asked = time.monotonic()
    word = room.say(STOP[room.lang])
    room.run(lambda: word.over, 5.0)
    stopped = room.run(lambda: not room.house.speech.busy, WAITED) and bool(handles) and handles[0].state == "interrupted"
    room.wait(0.15)
    room.house.conversation.stop()
    return measured(room.room_ear.heard(), word, room.her_ear.heard(), handles[0], asked, stopped) if handles else Interrupt()


def measured(
    user: Heard, word: SpeechHandle, her: Heard, handle: SpeechHandle, asked: float, stopped: bool
) -> Interrupt:  # fmt: skip
    """What two recordings tell of it; her voice may be in the user's as well."""
    span = place_of(user, word, asked)
    last = last_loud(her.pcm, her.place(asked))
    if span is None or last is None:
        return Interrupt()
    onset, over, silent = user.moment(span[0]), user.moment(span[1]), her.moment(last)
    quieter = first_quieter(her, handle, onset)
    if not stopped:
        return Interrupt(quieter and quieter - onset)
    return Interrupt(quieter and quieter - onset, silent - over, silent - onset)


def place_of(user: Heard, word: SpeechHandle, asked: float) -> tuple[int, int] | None:
    """The first and the last audible sample of what the user said."""
    if word.utterance is None:
        return None
    said = resampled(word.utterance.pcm, word.utterance.rate, RATE)
    first, last = first_loud(said, 0), last_loud(said, 0)
    found = find(word.utterance.pcm, word.utterance.rate, user.pcm, RATE, user.place(asked + STARTING / 2), STARTING / 2)
    if first is None or last is None or found.likeness < ALIKE:
        return None
    return found.place + first, found.place + last


def first_quieter(her: Heard, handle: SpeechHandle, onset: float) -> float | None:
    """When her voice was first below its own loudness, and stayed there; None where it never was, or was before as well."""
    if handle.utterance is None:
        return None
    said = resampled(handle.utterance.pcm, handle.utterance.rate, RATE).astype(np.float64)
    begin = her.place(onset - handle.played - 1.0)
    recorded = her.pcm[max(0, begin) :].astype(np.float64)
    sure = said[: max(RATE // 4, int((her.place(onset) - max(0, begin)) * 0.5))]
    place, _ = lag(sure, recorded)
    heard, meant = loudness(recorded[place:], RATE), loudness(said, RATE)
    count = min(len(heard), len(meant))
    loud = np.flatnonzero(meant[:count] > AUDIBLE)
    before = (max(0, begin) + place + loud * FRAME * RATE) <= her.place(onset)
    was = loud[before][-BEFORE:]
    if len(was) and (heard[was] < QUIETER * meant[was]).all():
        return None
    loud = loud[~before]
    below = heard[loud] < QUIETER * meant[loud]
    for at in range(len(below)):
        if below[at : at + 3].all():
            return her.moment(max(0, begin) + place + int(loud[at] * FRAME * RATE))
    return None


def measure_interrupts(room: Room, count: int, seed: int = 1) -> list[Interrupt]:
    """So many, at random moments of her speech."""
    return [interrupt(room, float(after)) for after in np.random.default_rng(seed).uniform(0.6, 2.2, count)]
