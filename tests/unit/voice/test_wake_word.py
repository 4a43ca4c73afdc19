"""She is called by name, in voices the model never heard: found, not found where nobody calls, and nothing is lost."""

from __future__ import annotations

import numpy as np

from tests.support.voice_model import SENTENCES
from tests.support.wake_room import RATE, STRANGERS, WakeRoom, in_noise, voice_of
from voice.echo.spoken_words import SpokenWords
from voice.ports import Heard
from voice.wake.spotting import FreeSpotter, GrammarSpotter

ORDERS = ("what time is it", "tell me a joke please", "play some music for me", "what is the weather today")
ABOUT = ("I told Mira about it", "my friend Mira is here", "the mirror is broken", "I met Maria and Myra", "a miracle happened")


def test_all_who_call_are_heard_with_what_they_say_in_the_same_breath():
    rows = []
    for place, voice in enumerate(STRANGERS):
        room, order = WakeRoom(), ORDERS[place % len(ORDERS)]
        text = room.say(f"{'hey mira' if place % 2 else 'mira'}, {order}", voice, (20, 10)[place // 2 % 2], place)
        rows.append((voice, room.woken, text == order, text, [room.partials]))
    assert [row for row in rows if row[1] != ["mira"]] == [], "12 of 12 are found"
    assert len([row for row in rows if row[2]]) >= 11, rows
    told = [text for row in rows for partials in row[4] for text in partials]
    assert told and not any("mira" in text or "hey" in text for text in told)


def test_nobody_is_heard_who_does_not_call():
    others = [line for line in SENTENCES if "computer" not in line][:49]
    room = WakeRoom()
    for place, line in enumerate(others):
        room.say(line, STRANGERS[place % len(STRANGERS)], (20, 10)[place % 2], place)
    assert (len(room.finals), room.woken, room.partials, set(room.finals)) == (49, [], [], {""})


def test_who_speaks_of_her_or_of_what_sounds_like_her_does_not_call_her():
    room = WakeRoom()
    rows = [(text, room.say(text, STRANGERS[at], (None, 20)[at % 2])) for at, text in enumerate(ABOUT)]
    assert [row for row in rows if row[1]] == []
    assert (room.woken, room.partials) == ([], [])


def test_her_name_alone_wakes_her_without_a_turn_and_then_no_name_is_needed_for_eight_seconds():
    room = WakeRoom()
    assert room.say("hey mira") == "" and room.woken == ["mira"]
    room.now += 5
    assert room.say("tell me a joke please") == "tell me a joke please"
    room.now += 9
    assert room.say("play some music for me") == "" and room.woken == ["mira"]


def test_after_her_own_last_word_no_name_is_needed_for_eight_seconds():
    room = WakeRoom()
    room.attention.she_speaks(True)
    room.now += 60
    room.attention.she_speaks(False)
    room.now += 4
    assert room.say("stop the music now") == "stop the music now"
    assert room.partials and room.woken == []
    room.now += 8.5
    assert room.say("stop the music now") == ""


def test_a_name_may_stand_behind_what_is_asked():
    room = WakeRoom()
    assert room.say("what time is it, Mira") == "what time is it"
    assert room.woken == ["mira"]


def test_her_name_from_her_own_mouth_wakes_nobody():
    own = SpokenWords("en")
    room = WakeRoom(own=own)
    own.say("You can call me, just say hey Mira.", room.now)
    assert room.say("hey mira") == "" and room.woken == []
    room.now += 20
    assert room.say("hey mira") == "" and room.woken == ["mira"]


def test_a_short_name_calls_behind_a_greeting_only():
    room = WakeRoom(("Kai",), only_greeted={"kai"})
    assert room.say("kai, what time is it") == "" and room.woken == []
    assert room.say("hey kai, what time is it") == "what time is it" and room.woken == ["kai"]


def test_several_names_are_told_apart():
    room = WakeRoom(("Mira", "Kai", "Friend"))
    for text in ("hey kai", "hey mira", "hello friend"):
        room.attention.end()
        room.say(text)
    assert room.woken == ["kai", "mira", "friend"]


def test_a_model_without_grammar_finds_the_name_in_what_it_writes():
    room = WakeRoom(grammar=False)
    assert isinstance(room.ear._spotter, FreeSpotter) and isinstance(WakeRoom().ear._spotter, GrammarSpotter)
    found = [WakeRoom(grammar=False) for _ in range(4)]
    texts = [one.say("hey mira, what time is it", voice, 10, 3) for one, voice in zip(found, STRANGERS, strict=False)]
    assert [one.woken for one in found] == [["mira"]] * 4 and texts.count("what time is it") >= 3
    for place, line in enumerate(SENTENCES[:6]):
        room.say(line, STRANGERS[place % len(STRANGERS)], 20)
    assert (room.woken, room.partials) == ([], [])


def test_a_name_the_model_cannot_hear_is_looked_for_by_its_sound():
    room = WakeRoom(("Myra",))
    assert isinstance(room.ear._spotter, FreeSpotter)
    assert room.say("hey Myra, what time is it") == "what time is it" and room.woken == ["myra"]


def test_what_was_begun_can_be_forgotten_and_noise_is_nothing():
    room = WakeRoom()
    room.ear.feed(in_noise(voice_of("hey mira", STRANGERS[0]), 20))
    room.ear.reset()
    assert room.ear.finish().text == "" and room.woken in ([], ["mira"])
    room.attention.end()
    for seed in range(5):
        noise = np.random.default_rng(seed).normal(0, 60 + 400 * seed, 2 * RATE).astype(np.int16)
        assert room.hear(noise) == ""
    assert room.hear(np.zeros(0, np.int16)) == "" and room.partials == []


class Slow:
    """A server in the place of free speech: texts come when the test lets them."""

    def __init__(self) -> None:
        self.sounds: list[int] = []
        self.size = 0
        self.answers: list[str] = []

    def feed(self, pcm):
        self.size += len(pcm)

    def finish(self):
        self.sounds.append(self.size)
        self.size = 0
        return Heard("", final=True, confidence=0.0)

    def reset(self):
        self.size = 0

    def late(self):
        return Heard(self.answers.pop(0), final=True) if self.answers else None


def test_a_server_gets_no_sound_before_she_is_called_and_its_late_texts_lose_the_name():
    server = Slow()
    room = WakeRoom(free=server)
    for text in ("play some music for me", "tell me a joke please", "hey mira, what time is it"):
        room.say(text)
    assert len(server.sounds) == 1 and room.woken == ["mira"]
    assert [room.ear.late(), room.ear.late()] == [Heard("", final=True, confidence=0.0)] * 2, "one for each end of an utterance"
    assert room.ear.late() is None
    server.answers.append("Hey, Meera, what time is it?")
    assert room.ear.late() == Heard("what time is it?", final=True)
