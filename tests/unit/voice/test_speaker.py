"""The speaker: order, captions, lips, interruption, in virtual time."""

from __future__ import annotations

import time
from itertools import pairwise

import numpy as np
import pytest

from voice.errors import OutputFault, SynthesisFault
from voice.espeak.synthesiser import EspeakSynthesiser
from voice.output.buffer import BufferOut
from voice.output.loudspeaker import Loudspeaker
from voice.output.silent import SilentOut
from voice.ports import Delivery
from voice.speaker import Speaker
from voice.utterance import Utterance

COUNTING = "One two three four five six seven eight nine ten."


class Hands:
    """A clock moved by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Scene:
    """A speaker in virtual time, and what it told."""

    def __init__(self, out=None, synthesiser=None, **more) -> None:
        self.clock = Hands()
        self.told: list[tuple[str, str]] = []
        self.faults: list[str] = []
        self.out = out(self.clock) if out else SilentOut(self.clock)
        self.speaker = Speaker(
            synthesiser or EspeakSynthesiser(),
            self.out,
            on_started=lambda handle: self.told.append(("started", handle.text)),
            on_ended=lambda handle: self.told.append((handle.state, handle.text)),
            on_fault=lambda fault: self.faults.append(fault.kind),
            threaded=False,
            clock=self.clock,
            **more,
        )

    def run(self, seconds: float, step: float = 1 / 30) -> None:
        for _ in range(round(seconds / step)):
            self.clock.now += step
            self.speaker.tick()
            self.speaker.lips()


class Broken:
    """An engine that never speaks."""

    name = "broken"

    def speak(self, text: str, delivery: Delivery) -> Utterance:
        raise SynthesisFault("The engine is out of order.")

    def cancel(self) -> None: ...

    def close(self) -> None: ...


def test_sentences_are_spoken_in_order_each_to_its_end():
    scene = Scene()
    for text in ("Hello.", "How are you?", "😊", "Good night."):
        scene.speaker.say(text, "en")
    scene.run(8)
    texts = ["Hello.", "How are you?", "😊", "Good night."]
    assert scene.told == [pair for text in texts for pair in (("started", text), ("done", text))]
    assert not scene.speaker.busy and scene.speaker.caption() is None


def test_the_caption_follows_word_by_word():
    scene = Scene()
    handle = scene.speaker.say(COUNTING, "en")
    words = []
    while not handle.over:
        scene.run(1 / 30)
        if (caption := scene.speaker.caption()) and (word := caption.text[caption.begin : caption.end]) not in words:
            words.append(word)
    assert words == COUNTING.removesuffix(".").split()
    assert handle.heard_text() == COUNTING


class Recorded:
    """An engine that has said everything before."""

    name = "recorded"

    def __init__(self) -> None:
        self._said: dict[str, Utterance] = {}

    def speak(self, text: str, delivery: Delivery) -> Utterance:
        if text not in self._said:
            self._said[text] = EspeakSynthesiser().speak(text, delivery)
        return self._said[text]

    def cancel(self) -> None: ...

    def close(self) -> None: ...


def test_stopped_at_any_of_five_hundred_moments_she_knows_what_was_heard():
    engine, moments = Recorded(), np.random.default_rng(5).uniform(0.0, 2.7, 500)
    for at in moments:
        scene = Scene(synthesiser=engine)
        handle, waiting = scene.speaker.say(COUNTING, "en"), scene.speaker.say("Never said.", "en")
        scene.run(at)
        heard = scene.speaker.stop()
        expected = [COUNTING[mark.begin : mark.end] for mark in engine.speak(COUNTING, handle.delivery).words]
        expected = expected[: sum(mark.at <= handle.played for mark in handle.utterance.words) if handle.played else 0]
        assert heard.split() == expected and heard == handle.heard_text() and COUNTING.startswith(heard)
        assert (handle.state, waiting.state, waiting.heard_text()) == ("interrupted", "interrupted", "")
        assert scene.speaker.lips() == (dict.fromkeys(("aa", "ih", "ou", "ee", "oh"), 0.0), 0.0)
        assert scene.told[-1] == ("interrupted", "Never said.") and not scene.speaker.busy


def test_she_can_be_spoken_to_again_after_a_stop_even_from_the_callback():
    scene = Scene()
    scene.speaker._on_ended = lambda handle: handle.state == "interrupted" and scene.speaker.say("Pardon?", "en")
    scene.speaker.say(COUNTING, "en")
    scene.run(1)
    scene.speaker.stop()
    scene.run(0.1)
    assert scene.speaker.caption().text == "Pardon?"


def test_lips_move_while_she_speaks_and_rest_when_she_is_silent():
    scene = Scene()
    scene.speaker.say("What a beautiful morning, mamma mia!", "en")
    opened, pressed = [], []
    for _ in range(120):
        scene.run(1 / 30)
        weights, closed = scene.speaker.lips()
        opened.append(sum(weights.values()))
        pressed.append(closed)
    assert max(opened) > 0.5 and max(pressed) >= 0.98
    assert opened[-1] == pressed[-1] == 0


def test_an_engine_that_fails_leaves_captions_and_says_so_once():
    scene = Scene(synthesiser=Broken())
    for text in (COUNTING, "Second."):
        scene.speaker.say(text, "en")
    scene.run(1.0)
    caption = scene.speaker.caption()
    assert caption.text[caption.begin : caption.end] in COUNTING
    scene.run(8)
    assert [state for state, _ in scene.told] == ["started", "done"] * 2
    assert scene.faults == ["synthesis"]


def test_a_mistake_in_the_thread_costs_a_sentence_its_sound_and_nothing_more(caplog):
    class Mistaken(Broken):
        def speak(self, text: str, delivery: Delivery) -> Utterance:
            raise ZeroDivisionError

    faults: list[str] = []
    clock = Hands()
    speaker = Speaker(Mistaken(), SilentOut(clock), on_fault=lambda fault: faults.append(fault.kind))
    handles = [speaker.say(text, "en") for text in ("One.", "Two.")]
    until = time.monotonic() + 10
    while not handles[-1].over and time.monotonic() < until:
        speaker.tick()
        clock.now += 0.1
        time.sleep(0.002)
    speaker.close()
    assert [handle.state for handle in handles] == ["done", "done"] and faults == ["bug"]
    assert "One." not in caplog.text


def test_a_film_has_every_sentence_where_its_clock_stood():
    scene = Scene(out=lambda clock: BufferOut(lambda: clock() - 100.0, rate=24000))
    scene.run(1.0)
    scene.speaker.say("Hello there.", "en")
    scene.run(2.0)
    scene.speaker.say(COUNTING, "en")
    scene.run(1.0)
    scene.speaker.stop()
    scene.run(1.0)
    track = np.abs(scene.out.pcm(5.0).astype(int))
    loud = track.reshape(50, -1).max(axis=1) > 300
    assert not loud[:10].any() and loud[11:16].any() and not loud[22:30].any() and loud[31:39].any()
    assert not loud[41:].any()


class Dropping:
    """A loudspeaker that goes after some seconds, or cannot be opened."""

    def __init__(self, clock: Hands, lost, drop_at: float, fails: list[bool]) -> None:
        self._real, self._lost, self._drop_at, self._fails = SilentOut(clock), lost, drop_at, fails

    def add(self, sound, heard=0.0):
        if self._fails and self._fails.pop(0):
            raise OutputFault("busy", kind="audio-out-busy")
        self._real.add(sound, heard)

    def played(self):
        at = self._real.played()
        if at >= self._drop_at:
            self._drop_at = float("inf")
            self._real.stop()
            self._lost(OutputFault("gone", kind="audio-out-lost"), at)
        return at

    def stop(self):
        self._real.stop()

    def volume(self, factor):
        self.factor = factor

    def close(self):
        self.stop()


@pytest.mark.parametrize("drop", np.linspace(0.0, 2.7, 50))
def test_a_loudspeaker_that_goes_at_any_point_leaves_the_sentence_whole(drop):
    faults: list[str] = []
    back: list[bool] = []
    scene = Scene(
        out=lambda clock: Loudspeaker(
            lambda lost: Dropping(clock, lost, drop if not faults else 99.0, []),
            on_fault=lambda fault: faults.append(fault.kind),
            on_back=lambda: back.append(True),
            silent=SilentOut(clock),
            clock=clock,
        )
    )
    handle, following = scene.speaker.say(COUNTING, "en"), scene.speaker.say("Hello.", "en")
    before = scene.clock.now
    while not handle.over:
        scene.run(1 / 30)
    assert handle.state == "done" and handle.heard_text() == COUNTING
    assert scene.clock.now - before == pytest.approx(handle.utterance.seconds, abs=0.1)
    scene.run(3)
    assert following.state == "done"
    assert faults == ["audio-out-lost"] and back == [True]


def test_a_busy_loudspeaker_is_told_once_and_tried_again_with_every_sentence():
    faults: list[str] = []
    fails = [True, True, False]
    scene = Scene(
        out=lambda clock: Loudspeaker(
            lambda lost: Dropping(clock, lost, 99.0, fails),
            on_fault=lambda fault: faults.append(fault.kind),
            silent=SilentOut(clock),
            clock=clock,
        )
    )
    for text in ("One.", "Two.", "Three."):
        scene.speaker.say(text, "en")
    scene.run(6)
    assert faults == ["audio-out-busy"] and fails == [] and scene.out.sounding


def test_in_its_own_thread_the_next_sentence_is_ready_before_it_is_due():
    clock = Hands()
    speaker = Speaker(EspeakSynthesiser(), SilentOut(clock))

    def tick_until(done) -> None:
        until = time.monotonic() + 20
        while not done() and time.monotonic() < until:
            speaker.tick()
            time.sleep(0.002)

    try:
        first, second = speaker.say("Hello.", "en"), speaker.say("How are you?", "en")
        tick_until(lambda: second.utterance is not None and first.state == "speaking")
        assert (first.state, second.state) == ("speaking", "queued")
        speaker.stop()
        third = speaker.say("Once more.", "en")
        tick_until(lambda: third.state == "speaking")
        clock.now += 5
        tick_until(lambda: third.over)
        assert [handle.state for handle in (first, second, third)] == ["interrupted", "interrupted", "done"]
    finally:
        speaker.close()


class Meter(SilentOut):
    """An output that notes each loudness it is given."""

    def __init__(self, clock) -> None:
        super().__init__(clock)
        self.clock, self.levels = clock, []

    def volume(self, factor: float) -> None:
        self.levels.append((self.clock.now, factor))


def test_she_is_quieter_within_a_few_hundredths_without_a_step_and_comes_back():
    scene = Scene(out=Meter)
    scene.speaker.say(COUNTING, "en")
    scene.run(0.5)
    began = scene.clock.now
    scene.speaker.duck(0.2, 0.04)
    scene.run(0.1, 0.005)
    levels = [factor for _, factor in scene.out.levels]
    assert levels[-1] == 0.2 and levels == sorted(levels, reverse=True)
    assert max(before - after for before, after in pairwise(levels)) < 0.2
    assert scene.out.levels[-1][0] - began == pytest.approx(0.04, abs=0.006)
    scene.speaker.duck(1.0, 0.25)
    scene.run(0.1, 0.005)
    assert 0.2 < scene.speaker.volume < 1.0
    scene.speaker.mute(True)
    assert scene.out.levels[-1][1] == 0.0
    scene.speaker.mute(False)
    scene.speaker.duck(0.2)
    scene.speaker.stop()
    assert scene.speaker.volume == scene.out.levels[-1][1] == 1.0
