"""Synthesised ahead of its turn, by an engine that may be slow, hang, or be told to stop at the wrong moment."""

from __future__ import annotations

import threading
import time

import pytest

from tests.support.voice_device import Hands
from tests.support.voice_engines import Gated, Speller
from voice import synthesis_queue
from voice.delivery import delivery
from voice.errors import SynthesisFault
from voice.output.silent import SilentOut
from voice.speaker import Speaker
from voice.speech_handle import Piece, SpeechHandle
from voice.synthesis_queue import SynthesisQueue


@pytest.fixture
def clock() -> Hands:
    return Hands()


def given(queue: SynthesisQueue, *texts: str) -> list[SpeechHandle]:
    handles = [SpeechHandle(text, delivery("en")) for text in texts]
    for handle in handles:
        queue.put(handle)
    return handles


def taken(queue: SynthesisQueue, seconds: float = 5.0) -> Piece:
    until = time.monotonic() + seconds
    while (piece := queue.get()) is None:
        assert time.monotonic() < until, "nothing was ready"
        time.sleep(0.001)
    return piece


def settled(queue: SynthesisQueue, engine: Speller) -> int:
    """How many sentences were spoken, once no more are."""
    count = -1
    while count != len(engine.said):
        count = len(engine.said)
        time.sleep(0.05)
    return count


def test_so_much_is_spoken_ahead_and_no_more(clock):
    engine = Speller()
    queue = SynthesisQueue(engine, clock=clock)
    given(queue, *(["One two three four five six seven eight nine ten eleven twelve thirteen."] * 5))
    assert settled(queue, engine) == 1
    first = taken(queue)
    assert settled(queue, engine) == 1, "the first has not begun to sound"
    queue.begun(first)
    assert settled(queue, engine) == 2
    queue.close()


def test_of_short_sentences_several_are_ahead(clock):
    engine = Speller()
    queue = SynthesisQueue(engine, clock=clock)
    given(queue, *(["Ah."] * 9))
    assert settled(queue, engine) == synthesis_queue.MOST
    for _ in range(9):
        queue.begun(taken(queue))
    assert settled(queue, engine) == 9
    queue.close()


def test_an_engine_that_hangs_costs_its_sentence_the_sound_and_the_others_nothing(clock, caplog):
    engine = Gated(deaf=True)
    queue = SynthesisQueue(engine, clock=clock)
    given(queue, "Hangs.", "Goes on.")
    assert engine.entered.acquire(timeout=5)
    assert queue.get() is None
    clock.now += synthesis_queue.PATIENCE + 2
    stuck = taken(queue)
    assert stuck.fault is not None and stuck.fault.kind == "hung" and stuck.utterance.seconds >= 1.2
    assert not stuck.utterance.pcm.any()
    queue.begun(stuck)
    queue.get()
    assert engine.entered.acquire(timeout=5), "another thread goes on"
    engine.open()
    following = taken(queue)
    assert (following.text, following.fault) == ("Goes on.", None) and "Hangs" not in caplog.text
    queue.close()


def test_one_that_hangs_again_and_again_is_given_up_and_nothing_waits(clock):
    engine = Gated(deaf=True)
    queue = SynthesisQueue(engine, clock=clock)
    given(queue, *("Word." for _ in range(12)))
    pieces: list[Piece] = []
    for _ in range(2000):
        clock.now += 1.0
        if (piece := queue.get()) is not None:
            pieces.append(piece)
            queue.begun(piece)
        if len(pieces) == 12:
            break
        time.sleep(0.001)
    assert len(pieces) == 12 and all(piece.fault.kind == "hung" for piece in pieces)
    assert engine.inside == synthesis_queue.HANGING
    begun = time.monotonic()
    queue.close()
    assert time.monotonic() - begun < 2
    engine.open()


def test_when_a_hanging_engine_comes_to_itself_it_is_used_again(clock):
    engine = Gated(deaf=True)
    queue = SynthesisQueue(engine, clock=clock)
    given(queue, *("Word." for _ in range(5)))
    for _ in range(synthesis_queue.HANGING):
        assert engine.entered.acquire(timeout=5)
        clock.now += synthesis_queue.PATIENCE + 2
        queue.begun(taken(queue))
        queue.get()
    engine.open()
    until = time.monotonic() + 5
    spoken = False
    while not spoken and time.monotonic() < until:  # its threads end by themselves, a moment after the engine came back
        given(queue, "At last.")
        while (piece := taken(queue)).text != "At last.":
            queue.begun(piece)
        queue.begun(piece)
        spoken = piece.fault is None and bool(piece.utterance.pcm.any())
    assert spoken
    queue.close()


def test_a_cancel_that_hits_the_next_sentence_does_not_lose_it(clock):
    class Nervous(Speller):
        def __init__(self) -> None:
            super().__init__()
            self.left = 2

        def speak(self, text, delivery):
            self.left -= 1
            if self.left >= 0:
                raise SynthesisFault("stopped", kind="cancelled")
            return super().speak(text, delivery)

    queue = SynthesisQueue(Nervous(), clock=clock)
    given(queue, "Wanted.")
    piece = taken(queue)
    assert piece.fault is None and piece.utterance.pcm.any()
    queue.close()


@pytest.mark.parametrize("where", ["stop", "use", "close"])
def test_an_engine_that_hangs_in_everything_it_does_holds_up_no_window(where, caplog):
    class Stone(Gated):
        def cancel(self) -> None:
            self.gate.acquire()

        def close(self) -> None:
            self.gate.acquire()

    engine = Stone(deaf=True)
    speaker = Speaker(engine, SilentOut(Hands()))
    handle = speaker.say("Never said.", "en")
    assert engine.entered.acquire(timeout=5)
    begun = time.monotonic()
    if where == "stop":
        speaker.stop()
    elif where == "use":
        speaker.use(synthesiser=Speller())
    else:
        speaker.close()
    assert time.monotonic() - begun < 1.5 and handle.state == "interrupted"
    if where == "use":
        said = speaker.say("Said.", "en")
        until = time.monotonic() + 5
        while said.state != "speaking" and time.monotonic() < until:
            speaker.tick()
            time.sleep(0.002)
        assert said.state == "speaking"
    engine.open()
    if where != "close":
        speaker.close()
    assert "Never said" not in caplog.text


def test_after_close_no_thread_is_left_and_nobody_is_called(clock):
    called: list[bool] = []
    before, engine = set(threading.enumerate()), Gated()
    queue = SynthesisQueue(engine, lambda: called.append(True), clock)
    given(queue, "One.", "Two.")
    assert engine.entered.acquire(timeout=5)
    queue.close()
    assert called == [] and set(threading.enumerate()) <= before
