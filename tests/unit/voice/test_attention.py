"""How long she listens without being called again, in virtual time."""

from __future__ import annotations

import pytest

from tests.support.wake_room import RATE, STRANGERS, WakeRoom, in_noise, voice_of
from voice.wake.attention import Attention


class Frames:
    """Lets time pass frame by frame, as the window does."""

    def __init__(self) -> None:
        self.now = 0.0
        self.attention = Attention(clock=lambda: self.now)

    def run(self, until: float, *, thinks: bool = False, speaks: bool = False) -> list[bool]:
        """Whether it was open, frame by frame."""
        seen = []
        while self.now < until - 1e-9:
            self.now += 0.05
            if thinks:
                self.attention.she_thinks()
            self.attention.she_speaks(speaks)
            seen.append(self.attention.open)
        return seen


def test_who_waits_for_a_slow_answer_need_not_call_again_and_the_seconds_begin_anew_behind_it():
    room = Frames()
    room.attention.hold()
    assert all(room.run(12.0, thinks=True)), "a wish at the tenth second needs no name"
    assert all(room.run(40.0, speaks=True))
    assert all(room.run(47.9)) and not any(room.run(60.0)[6:])


def test_who_is_answered_without_a_sound_has_the_seconds_too():
    room = Frames()
    room.attention.hold()
    room.run(12.0, thinks=True)
    assert all(room.run(19.9)) and not room.run(20.2)[-1]


def test_what_she_does_uncalled_makes_nobody_part_of_the_talk_before_her_last_word():
    room = Frames()
    assert not any(room.run(5.0, thinks=True)) and not any(room.run(10.0, speaks=True))
    assert room.run(10.05) == [True] and all(room.run(17.9)) and not room.run(18.2)[-1]
    room.run(20.0, speaks=True)
    room.attention.hold()  # called over her own voice
    assert all(room.run(50.0, speaks=True)[1:])


@pytest.mark.parametrize("before", [0.0, 1.5])
def test_a_key_calls_her_though_somebody_is_speaking_already(before):
    room = WakeRoom()
    others = in_noise(voice_of("the mirror is broken", STRANGERS[0]), 20, pad=0.1)[: int(before * RATE)]
    room.ear.feed(others) if len(others) else None
    assert room.woken == []
    room.attention.press()
    assert room.say("tell me a joke please").endswith("tell me a joke please")
    room.attention.end()
    assert room.say("tell me a joke please") == "", "one press is one call"
