"""The listener with a microphone made of arrays."""

from __future__ import annotations

import threading
import time

import numpy as np
import pytest

from tests.support.voice_model import FOLDER, SENTENCES, model
from voice.delivery import delivery
from voice.devices.faults import NamedInputFault
from voice.echo.suppressor import Near, Passing
from voice.errors import InputFault, ModelFault, TranscriptionFault
from voice.espeak.synthesiser import EspeakSynthesiser
from voice.listen_plan import ListenPlan
from voice.listener import Listener
from voice.loudness import decibels, on_meter
from voice.recognise.soundness import check_files
from voice.recognise.vosk_recogniser import VoskRecogniser


class Microphone:
    """Hands on what a test says."""

    def __init__(self, device, hear, tell) -> None:
        self.device, self.hear, self.tell, self.open = device, hear, tell, True

    def check(self) -> None: ...

    def close(self) -> None:
        self.open = False


class Room:
    """A listener, its microphone, a clock moved by hand, and what was told."""

    def __init__(self, make=lambda: VoskRecogniser(model(), own_ends=False), opens=None, **rest) -> None:
        self.now = 50.0
        self.microphones: list[Microphone] = []
        self.partials: list[str] = []
        self.finals: list[str] = []
        self.levels: list[float] = []
        self.states: list[str] = []
        self.faults: list[str] = []
        self.voices: list[bool] = []
        self.well = 0
        self.listener = Listener(
            make,
            "desk",
            on_partial=self.partials.append,
            on_final=lambda heard: self.finals.append(heard.text),
            on_level=self.levels.append,
            on_state=self.states.append,
            on_fault=lambda fault: self.faults.append(fault.kind),
            on_voice=self.voices.append,
            on_well=self.recover,
            microphone=opens or self.take,
            clock=lambda: self.now,
            **rest,
        )

    def recover(self) -> None:
        self.well += 1

    def take(self, device, hear, tell) -> Microphone:
        self.microphones.append(Microphone(device, hear, tell))
        return self.microphones[-1]

    def until(self, done, speaking: bool = False) -> None:
        end = time.monotonic() + 20
        while not done():
            assert time.monotonic() < end, (self.states, self.faults)
            self.listener.tick(speaking)
            time.sleep(0.002)

    def begin(self) -> None:
        assert self.listener.start()
        self.until(lambda: self.listener.state == "listening")

    def say(self, text: str, speaking: bool = False) -> None:
        said = EspeakSynthesiser().speak(text, delivery("en"))
        sound = np.concatenate((said.pcm, np.zeros(said.rate, np.int16)))
        for at in range(0, len(sound), 2205):
            self.listener.tick(speaking)
            self.microphones[-1].hear(sound[at : at + 2205], said.rate)


@pytest.fixture
def room():
    made = Room()
    yield made
    made.listener.close()


def test_what_is_said_comes_as_partial_and_final_text_with_levels(room):
    room.begin()
    room.say(SENTENCES[5])
    room.until(lambda: bool(room.finals))
    assert room.finals == [SENTENCES[5]]
    assert any(room.partials) and room.partials[-1] == ""
    assert 0.3 < max(room.levels) <= 1 and min(room.levels) == 0
    assert room.states == ["loading", "listening"] and room.faults == []


def test_what_is_said_while_the_model_loads_is_heard_once_it_has():
    gate = threading.Event()

    def slowly():
        gate.wait(20)
        return VoskRecogniser(model())

    room = Room(make=slowly)
    room.listener.start()
    room.say(SENTENCES[5])
    assert room.listener.state == "loading"
    gate.set()
    room.until(lambda: bool(room.finals))
    assert room.finals == [SENTENCES[5]] and room.faults == []
    room.listener.close()


def test_her_own_voice_is_not_heard_nor_its_echo(room):
    room.begin()
    room.listener.tick(speaking=True)
    assert room.listener.state == "held"
    room.say(SENTENCES[5], speaking=True)
    room.now += 0.2
    room.say(SENTENCES[6])
    room.now += 0.2
    room.listener.tick()
    assert room.listener.state == "listening"
    room.say(SENTENCES[7])
    room.until(lambda: bool(room.finals))
    assert room.finals == [SENTENCES[7]]


def test_stopped_it_forgets_and_can_begin_again(room):
    room.begin()
    said = EspeakSynthesiser().speak(SENTENCES[5], delivery("en"))
    room.microphones[-1].hear(said.pcm, said.rate)
    room.listener.stop()
    assert not room.microphones[-1].open and room.listener.state == "off"
    room.begin()
    room.say(SENTENCES[9])
    room.until(lambda: bool(room.finals))
    assert room.finals == [SENTENCES[9]] and len(room.microphones) == 2


def test_finish_gives_the_text_without_waiting_for_silence(room):
    room.begin()
    said = EspeakSynthesiser().speak(SENTENCES[5], delivery("en"))
    room.microphones[-1].hear(said.pcm, said.rate)
    room.listener.finish()
    room.until(lambda: bool(room.finals))
    assert room.finals == [SENTENCES[5]]


def test_two_seconds_of_zeros_from_the_start_mean_muted_and_are_told_once(room):
    room.begin()
    for _ in range(60):
        room.microphones[-1].hear(np.zeros(1600, np.int16), 16000)
    room.until(lambda: bool(room.faults))
    room.say(SENTENCES[1])
    room.until(lambda: bool(room.finals))
    assert room.faults == ["audio-in-muted"] and room.finals == [SENTENCES[1]]


def test_a_microphone_that_goes_turns_it_off_and_it_can_come_back(room):
    room.begin()
    room.microphones[-1].tell(InputFault("gone", kind="audio-in-lost"))
    assert room.faults == ["audio-in-lost"] and room.listener.state == "off"
    room.begin()
    room.say(SENTENCES[1])
    room.until(lambda: bool(room.finals))


def test_without_a_microphone_it_stays_off():
    def nothing(*_):
        raise InputFault("No microphone was found.")

    room = Room(opens=nothing)
    assert room.listener.start() is False
    assert room.faults == ["audio-in"] and room.listener.state == "off"
    room.listener.close()


def test_without_a_model_the_microphone_is_closed_again(tmp_path):
    def make():
        check_files(tmp_path / "none")
        raise AssertionError

    room = Room(make=make)
    room.listener.start()
    room.until(lambda: bool(room.faults))
    assert room.faults == ["speech-model-missing"] and room.listener.state == "off"
    assert not room.microphones[-1].open
    with pytest.raises(ModelFault):
        check_files(FOLDER.parent)
    room.listener.close()


def test_another_microphone_is_taken_at_once(room):
    room.begin()
    room.listener.use("headset")
    assert [microphone.device for microphone in room.microphones] == ["desk", "headset"]
    assert [microphone.open for microphone in room.microphones] == [False, True]


def test_levels_span_sixty_decibels():
    assert on_meter(decibels(np.zeros(100, np.int16))) == 0
    assert on_meter(decibels(np.full(100, 32767, np.int16))) == pytest.approx(1, abs=0.01)
    assert on_meter(decibels(np.full(100, 1036, np.int16))) == pytest.approx(0.5, abs=0.01)


def test_with_a_suppressor_the_user_is_heard_while_she_speaks():
    room = Room(plan=ListenPlan(barge_in=True), suppressor=Passing)
    room.begin()
    room.say(SENTENCES[5], speaking=True)
    room.until(lambda: bool(room.finals), speaking=True)
    assert room.finals == [SENTENCES[5]] and room.states == ["loading", "listening"]
    assert room.voices == [True, False]
    room.listener.follow(ListenPlan(barge_in=False))
    room.listener.tick(speaking=True)
    assert room.listener.state == "held"
    room.listener.follow(ListenPlan(barge_in=True))
    room.listener.tick(speaking=True)
    assert room.listener.state == "listening"
    room.listener.close()


def test_words_over_her_come_with_how_surely_they_are_not_her_own():
    class Unsure(Passing):
        def clean(self, pcm, at):
            return Near(pcm, False, (0, 0))

    told: list[object] = []
    room = Room(plan=ListenPlan("open", barge_in=True), suppressor=Unsure, on_sure=told.append)
    room.listener._on_partial = told.append
    room.begin()
    room.say(SENTENCES[5], speaking=True)
    room.until(lambda: bool(room.finals), speaking=True)
    before = {told[place - 1] for place, what in enumerate(told) if isinstance(what, str) and what}
    assert before == {0}


def test_a_key_that_is_held_makes_one_utterance_and_is_let_go_in_the_middle_of_a_word():
    room = Room(plan=ListenPlan("push", "fast"))
    room.begin()
    for text in ("tell me a story", "about a dragon"):
        said = EspeakSynthesiser().speak(text, delivery("en"))
        room.microphones[-1].hear(np.concatenate((said.pcm, np.zeros(2 * said.rate, np.int16))), said.rate)
    assert not room.finals
    whole = EspeakSynthesiser().speak("stop the music now", delivery("en"))
    room.microphones[-1].hear(whole.pcm[: -whole.rate // 3], whole.rate)
    room.listener.finish()
    room.microphones[-1].hear(whole.pcm[-whole.rate // 3 :], whole.rate)
    room.until(lambda: bool(room.finals))
    assert room.finals == ["tell me a story about a dragon stop the music now"]
    room.listener.close()


def test_a_microphone_that_comes_back_by_itself_is_kept_and_words_with_a_hole_are_dropped(room):
    room.begin()
    said = EspeakSynthesiser().speak(SENTENCES[5], delivery("en"))
    room.microphones[-1].hear(said.pcm, said.rate)
    room.until(lambda: bool(room.voices))
    room.microphones[-1].tell(NamedInputFault("lost", "desk"))
    assert room.voices == [True, False] and room.listener.state == "listening"
    room.microphones[-1].tell(None)
    room.microphones[-1].hear(np.zeros(6400, np.int16), 16000)  # a breath: what came without one would be the rest of the first
    room.say(SENTENCES[9])
    room.until(lambda: bool(room.finals))
    assert room.finals == [SENTENCES[9]] and room.faults == ["audio-in-lost"] and room.well == 1


def test_a_recogniser_that_cannot_keep_up_is_told_once_and_listening_goes_on():
    gate = threading.Event()

    class Slow(VoskRecogniser):
        def feed(self, pcm):
            gate.wait(20)
            return super().feed(pcm)

    room = Room(make=lambda: Slow(model(), own_ends=False))
    room.begin()
    for _ in range(6):
        room.say(SENTENCES[50])
        room.say(SENTENCES[50])
        room.say(SENTENCES[50])
    gate.set()
    room.until(lambda: len(room.finals) >= 8)
    assert room.faults == ["audio-in-slow"] and set(room.finals) == {SENTENCES[50]}
    room.listener.close()


def test_a_fault_of_a_server_is_told_and_the_next_utterance_is_heard():
    class Moody(VoskRecogniser):
        failed = False

        def finish(self):
            heard = super().finish()
            if not self.failed:
                self.failed = True
                raise TranscriptionFault("The server does not answer.")
            return heard

    room = Room(make=lambda: Moody(model(), own_ends=False))
    room.begin()
    room.say(SENTENCES[5])
    room.until(lambda: bool(room.faults))
    room.say(SENTENCES[9])
    room.until(lambda: bool(room.finals))
    assert room.faults == ["transcription"] and room.finals[-1] == SENTENCES[9] and room.listener.state == "listening"
    room.listener.close()
