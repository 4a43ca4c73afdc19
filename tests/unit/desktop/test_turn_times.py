"""How long a turn takes: which moments count, and which waits are told of them."""

from __future__ import annotations

from typing import get_args

import pytest

from desktop.conversation.latency import TurnWatch
from desktop.conversation.latency_advice import Advice, Around, Key, advise
from desktop.conversation.turn_times import STAGES, TurnTimes, medians
from desktop.theme.words import words
from mind.events import FirstWord, Kept, ReplyStarted, Sentence
from mind.languages import LANGS
from voice.ports import Delivery, Heard
from voice.speech_handle import SpeechHandle


class Time:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def handle(ready: float) -> SpeechHandle:
    return SpeechHandle("Hi.", Delivery(), ready=ready)


def lips(weight: float):
    return lambda frame=None: ({"aa": weight}, 0.0)


def spoken_turn(watch: TurnWatch, time: Time) -> None:
    """The user ends at 99; 0.5 s of patience, 0.1 s of recognising, 0.02 s to keep, the brain 1 s and 0.3 s."""
    time.now = 99.6
    watch.heard(Heard("hello", True, 1.0, began=98.0, ended=99.0, decided=99.5))
    watch.began("voice")
    for at, event in (
        (99.62, Kept(7)), (99.65, ReplyStarted(7, "openai", "small")), (100.65, FirstWord()), (100.95, Sentence(0, "Hi.", "en")),
    ):
        time.now = at
        watch.told(event)
    mouth = watch.seeing(lips(0.5))
    time.now = 101.0
    mouth(0.033)
    watch.framed()
    time.now = 101.02
    watch.sounds(handle(ready=100.97))


def test_a_spoken_turn_is_told_stage_by_stage_as_it_happens():
    time, seen = Time(), []
    watch = TurnWatch(clock=time)
    watch.changed.connect(seen.append)
    spoken_turn(watch, time)
    turn = watch.turns[-1]
    assert seen[-1] == watch.now == turn and (turn.brain, turn.model) == ("openai", "small")
    assert [(stage, round(seconds, 3)) for stage, seconds in turn.stages()] == [
        ("endpoint", 0.5), ("text", 0.1), ("brain", 1.05), ("sentence", 0.3), ("synthesis", 0.02), ("sound", 0.05),
        ("mouth", -0.02),
    ]  # fmt: skip
    assert [round(value or 0, 3) for value in (turn.wait, turn.transcript, turn.brains_own, turn.ours)] == [2.02, 0.6, 1.3, 0.22]


def test_each_mark_counts_once_and_what_is_no_turn_leaves_none():
    time = Time()
    watch = TurnWatch(clock=time)
    watch.told(ReplyStarted(None, "offline", ""))  # a greeting
    watch.told(Sentence(0, "Good morning.", "en"))
    watch.sounds(handle(99.0))
    assert watch.now is None and watch.turns == ()
    spoken_turn(watch, time)
    before = watch.now
    time.now += 5
    watch.told(Sentence(1, "More.", "en"))
    watch.sounds(handle(104.0))
    watch.seeing(lips(0.0))()
    watch.framed()
    assert watch.now == before and len(watch.turns) == 1


def test_words_that_were_typed_or_changed_before_they_were_sent_begin_with_themselves():
    time = Time()
    watch = TurnWatch(clock=time)
    watch.heard(Heard("hello", True, 1.0, began=97.0, ended=98.0, decided=99.0))
    time.now = 130.0
    watch.began("voice")  # read and changed for half a minute
    assert watch.now is not None and not watch.now.spoken and watch.now.marks == {"text": 130.0}
    watch.told(ReplyStarted(8, "offline", ""))
    time.now = 131.0
    watch.told(Sentence(0, "Hi.", "en"))
    time.now = 131.5
    watch.sounds(handle(131.2))
    assert [(stage, round(seconds, 2)) for stage, seconds in watch.now.stages()] == [
        ("sentence", 1.0), ("synthesis", 0.2), ("sound", 0.3),
    ]  # fmt: skip
    assert round(watch.now.wait or 0, 2) == 1.5


def test_medians_are_of_the_turns_that_have_the_stage():
    turns = [TurnTimes(marks={"speech_ended": 1.0, "endpoint": 1.0 + wait}) for wait in (0.3, 0.5, 0.9)]
    turns.append(TurnTimes(spoken=False, marks={"text": 2.0}))
    assert {stage: round(value, 3) for stage, value in medians(turns).items()} == {"endpoint": 0.5}


def turn(*, kept: float = 0.02, **waits: float) -> TurnTimes:
    """A spoken turn with these seconds of each stage, and little of all others."""
    usual = {"endpoint": 0.4, "text": 0.05, "brain": 0.3, "sentence": 0.1, "synthesis": 0.03, "sound": 0.04}
    at, marks = 10.0, {"speech_ended": 10.0}
    for stage, seconds in (usual | waits).items():
        at += seconds
        marks[STAGES[stage]] = at
    marks["kept"] = marks["text"] + kept
    return TurnTimes(brain="openai", marks=marks)


@pytest.mark.parametrize(
    ("turns", "where", "keys"),
    [
        ([turn()] * 3, Around(), []),
        ([turn(brain=2.5)] * 3, Around(), ["brain_away"]),
        ([turn(brain=2.5)] * 3, Around(server_here=True), ["brain_here"]),
        ([turn(brain=2.5), turn(), turn()], Around(), []),  # once is no habit
        ([TurnTimes(brain="offline", marks=turn(brain=2.5).marks)] * 2, Around(), []),
        ([turn(brain=1.2, kept=1.0)], Around(), ["kept"]),
        ([turn(endpoint=1.2, sound=0.18)], Around("patient"), ["endpoint", "sound"]),
        ([turn(endpoint=0.9)], Around("fast"), ["endpoint_habit"]),
        ([turn(text=0.6, synthesis=0.9)], Around(ears_away=True), ["synthesis", "text_server"]),
        ([turn(text=0.6)], Around(), ["text_here"]),
    ],
)
def test_advice_names_what_stands_out_longest_first(turns, where, keys):
    assert [one.key for one in advise(turns, where)] == keys


@pytest.mark.parametrize("lang", LANGS)
def test_every_advice_has_its_words(lang):
    words().speak(lang)
    try:
        for key in get_args(Key):
            told = Advice(key, 0.18).told(words())
            assert "{" not in told and ("0.18" in told)
    finally:
        words().speak("en")
