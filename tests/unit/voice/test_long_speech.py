"""A hundred thousand characters in one sentence: heard at once, held in pieces, shown in pages, and known to the word."""

from __future__ import annotations

import tracemalloc

import pytest

from tests.support.voice_device import Hands
from tests.support.voice_engines import Speller
from voice.errors import SynthesisFault
from voice.espeak.synthesiser import EspeakSynthesiser
from voice.output.silent import SilentOut
from voice.speaker import Speaker

LONG = " ".join(f"This is sentence number {number}, and it goes on." for number in range(2200))


class Scene:
    """A speaker in virtual time."""

    def __init__(self, engine=None) -> None:
        self.clock = Hands()
        self.engine = engine or Speller()
        self.told: list[str] = []
        self.faults: list[str] = []
        self.speaker = Speaker(
            self.engine, SilentOut(self.clock), threaded=False,
            on_started=lambda handle: self.told.append("started"), on_ended=lambda handle: self.told.append(handle.state),
            on_fault=lambda fault: self.faults.append(fault.kind),
        )

    def run(self, seconds: float, step: float = 0.1) -> None:
        for _ in range(round(seconds / step)):
            self.clock.now += step
            self.speaker.tick()


def test_it_is_spoken_piece_by_piece_and_is_still_one_sentence():
    scene = Scene()
    handle = scene.speaker.say(LONG, "en")
    assert len(LONG) > 100_000
    scene.speaker.tick()
    assert sum(map(len, scene.engine.said)) < 1000 and scene.told == ["started"]
    pages, last = [], 0.0
    while not handle.over:
        scene.run(1.0)
        caption = scene.speaker.caption()
        assert handle.played >= last
        last = handle.played
        if caption is None:
            continue
        if not pages or pages[-1] != caption.text:
            pages.append(caption.text)
        word = handle.word()
        assert LONG[word.begin : word.end] == caption.text[caption.begin : caption.end]
        assert len(caption.text) <= 400
    assert "".join(pages) == LONG and scene.told == ["started", "done"]
    assert handle.heard_text() == LONG and scene.engine.said == pages


def test_stopped_in_the_midst_of_it_the_words_heard_are_known():
    scene = Scene()
    handle = scene.speaker.say(LONG, "en")
    scene.run(2000.0, step=1.0)
    heard = scene.speaker.stop()
    # a quarter of a second for each word; a tenth of rest after each piece
    assert LONG.startswith(heard) and 0.97 * 8000 < len(heard.split()) <= 8000
    assert heard == handle.heard_text() and scene.told == ["started", "interrupted"]
    said = len(scene.engine.said)
    scene.run(60)
    assert len(scene.engine.said) == said


def test_it_needs_the_memory_of_a_few_pieces():
    scene = Scene()
    handle = scene.speaker.say(LONG, "en")
    scene.run(20)
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        scene.run(1500, step=1.0)
        grown = tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()
    assert not handle.over and grown < 3_000_000


def test_with_her_own_voice_the_first_piece_is_small_and_sounds():
    scene = Scene(EspeakSynthesiser())
    handle = scene.speaker.say(LONG, "en")
    scene.run(0.2)
    assert handle.state == "speaking" and 0.5 < handle.utterance.seconds < 20 and handle.utterance.pcm.any()


@pytest.mark.parametrize("text", ["😊", "😂😂😂!!!", "***", "```\nx = 1\n```", "…", "\u200b\x07"])
def test_what_cannot_be_said_is_shown_for_a_moment(text):
    scene = Scene(EspeakSynthesiser())
    handle = scene.speaker.say(text, "en")
    scene.run(0.3)
    assert scene.speaker.caption().text == text
    scene.run(3.0)
    assert handle.state == "done" and handle.heard_text() == text and scene.faults == []


def test_nothing_but_space_takes_no_time():
    scene = Scene()
    handle = scene.speaker.say(" \n", "en")
    scene.run(0.1)
    assert handle.state == "done" and scene.told == ["started", "done"]


def test_a_hundred_thousand_emoji_pass_as_one_short_caption():
    scene = Scene(EspeakSynthesiser())
    handle = scene.speaker.say("😀" * 100_000, "en")
    scene.run(1.0, step=1 / 60)
    assert not handle.over
    for _ in range(1200):
        scene.run(1 / 60, step=1 / 60)
        if handle.over:
            break
    assert handle.state == "done" and scene.faults == [] and scene.clock.now < 100 + 15


def test_an_engine_that_fails_on_one_piece_goes_on_with_the_next_and_says_so_once():
    class Choosy(Speller):
        def speak(self, text, delivery):
            if "number 3," in text or "number 40," in text:
                raise SynthesisFault("It cannot say that.")
            return super().speak(text, delivery)

    scene = Scene(Choosy())
    handle = scene.speaker.say(LONG[:6000], "en")
    scene.run(400)
    assert handle.state == "done" and scene.faults == ["synthesis"]
