"""Engines behind one another and under watch, with scripted engines and a clock of ours."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import numpy as np
import pytest

from voice import fallback, watched
from voice.delivery import delivery
from voice.engines import BEHIND, ENGINES, EngineSetup, engine, open_engine, voices_of
from voice.errors import EngineHangs, SynthesisFault
from voice.espeak.synthesiser import EspeakSynthesiser
from voice.fallback import AGAIN, FallbackSynthesiser
from voice.ports import Delivery
from voice.utterance import Utterance
from voice.watched import Watched

RATE = 8000


class Scripted:
    """An engine that speaks two seconds of a tone, or fails as long as `broken` is set."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.broken: SynthesisFault | None = None
        self.heard: list[tuple[str, Delivery]] = []
        self.opened = self.closed = 0

    def make(self) -> Scripted:
        self.opened += 1
        return self

    def speak(self, text: str, how: Delivery) -> Utterance:
        self.heard.append((text, how))
        if self.broken is not None:
            raise self.broken
        return Utterance(text, np.full(2 * RATE, 9, np.int16), RATE, (), ())

    def cancel(self) -> None: ...

    def close(self) -> None:
        self.closed += 1


class Line:
    """A server's voice before her own, in virtual time."""

    def __init__(self, own_voice: str | None = "") -> None:
        self.now = 1000.0
        self.wanted, self.own = Scripted("server"), Scripted("espeak")
        self.chain = FallbackSynthesiser([self.wanted.make, self.own.make], own_voice, lambda: self.now)

    def say(self, text: str = "So.", voice: str = "") -> tuple[str, SynthesisFault | None]:
        """Who spoke, and the fault that came with it."""
        before = len(self.wanted.heard), len(self.own.heard)
        said = self.chain.speak(text, delivery("en", voice=voice))
        assert np.any(said.pcm) and len(self.wanted.heard) + len(self.own.heard) > sum(before)
        return self.chain.name, said.fault

    def settle(self) -> None:
        """Until no trial runs."""
        until = time.monotonic() + 5
        while any(place.trying for place in self.chain._line) and time.monotonic() < until:
            time.sleep(0.002)


@pytest.fixture
def line():
    return Line()


def down() -> SynthesisFault:
    return SynthesisFault("The speech server cannot be reached.", "Start it.")


def test_a_failed_engine_is_told_once_and_the_same_sentence_is_spoken_by_the_next(line):
    line.wanted.broken = fault = down()
    assert line.say("One.") == ("espeak", fault)
    assert line.say("Two.") == ("espeak", None)
    assert [text for text, _ in line.own.heard] == ["One.", "Two."]
    assert line.wanted.closed == 1


def test_the_wanted_voice_comes_back_between_two_replies_and_never_within_one(line):
    line.wanted.broken = down()
    line.say("One.")
    line.wanted.broken = None
    who = []
    for _ in range(60):  # a reply without a pause: each sentence is asked for before the one before has been heard
        line.now += 1.9
        who.append(line.say()[0])
        line.settle()
    assert set(who) == {"espeak"} and line.wanted.opened == 2
    line.now += 120 + 3
    assert line.say() == ("server", None)


def test_after_a_stop_the_next_sentence_is_a_new_reply(line):
    line.wanted.broken = down()
    line.say()
    line.wanted.broken = None
    line.now += AGAIN[0]
    line.say()
    line.settle()
    assert line.say()[0] == "espeak"
    line.chain.cancel()
    assert line.say()[0] == "server"


def test_an_engine_that_stays_away_is_tried_a_few_times_and_the_words_of_the_talk_are_not_sent_to_it(line):
    line.wanted.broken = down()
    faults = []
    for _ in range(600):
        faults.append(line.say("A secret.")[1])
        line.settle()
        line.now += 10
    assert [text for text, _ in line.wanted.heard] == ["A secret."] + ["Hello."] * len(AGAIN)
    assert [fault for fault in faults if fault] == [line.wanted.broken]


def test_a_second_outage_is_told_again(line):
    line.wanted.broken = down()
    line.say()
    line.wanted.broken = None
    line.now += 100
    line.say()
    line.settle()
    line.now += 100
    assert line.say() == ("server", None)
    line.wanted.broken = down()
    assert line.say() == ("espeak", line.wanted.broken)


def test_where_every_engine_fails_the_sentence_is_at_fault_and_the_engines_stay(line):
    line.wanted.broken, line.own.broken = down(), SynthesisFault("No sound.")
    with pytest.raises(SynthesisFault, match="server"):
        line.say("\u2060odd")
    line.wanted.broken = line.own.broken = None
    assert line.say() == ("server", None)


def test_engines_that_all_hang_are_not_waited_for_again_and_again(line):
    line.wanted.broken, line.own.broken = EngineHangs("Hangs."), EngineHangs("Hangs too.")
    for _ in range(20):
        with pytest.raises(SynthesisFault, match="Hangs"):
            line.say()
    assert (len(line.wanted.heard), len(line.own.heard)) == (1, 1)
    line.own.broken = None
    line.now += AGAIN[0]
    assert line.say()[0] == "espeak"


def test_the_chosen_voice_is_for_the_chosen_engine_and_her_own_for_the_others():
    line = Line(own_voice="en-us+Nguyen")
    line.say(voice="af_sky")
    line.wanted.broken = down()
    line.say(voice="af_sky")
    assert [how.voice for _, how in line.wanted.heard] == ["af_sky", "af_sky"]
    assert [how.voice for _, how in line.own.heard] == ["en-us+Nguyen"]


def test_a_voice_that_is_gone_is_told_once_and_the_engine_goes_on_with_its_usual_one():
    chain = FallbackSynthesiser([EspeakSynthesiser, EspeakSynthesiser])
    said = [chain.speak("Hello.", delivery("en", voice="en-us+nobody")) for _ in range(2)]
    chain.close()
    assert said[0].fault is not None and "en-us+nobody" in said[0].fault.message and said[1].fault is None
    assert all(np.any(one.pcm) for one in said)


def test_a_stop_while_one_engine_fails_keeps_the_next_from_speaking(line):
    class Stopping(Scripted):
        def speak(self, text: str, how: Delivery) -> Utterance:
            chain.cancel()
            raise down()

    chain = FallbackSynthesiser([Stopping("server").make, line.own.make])
    with pytest.raises(SynthesisFault) as told:
        chain.speak("Never heard.", Delivery())
    assert told.value.kind == "cancelled" and line.own.heard == []


# --- under watch


class Stuck:
    """An engine that never answers until it is let go; deaf to `cancel`."""

    name = "stuck"

    def __init__(self) -> None:
        self.go = threading.Event()
        self.asked = 0

    def speak(self, text: str, how: Delivery) -> Utterance:
        self.asked += 1
        self.go.wait(30)
        return Utterance(text, np.ones(RATE, np.int16), RATE, (), ())

    def cancel(self) -> None: ...

    def close(self) -> None:
        self.go.wait(30)


@pytest.fixture
def stuck(monkeypatch):
    monkeypatch.setattr(watched, "GRACE", 0.05)
    monkeypatch.setattr(watched, "CLOSING", 0.05)
    made = Stuck()
    yield made
    made.go.set()


def test_an_engine_that_hangs_is_left_behind_and_asked_nothing_until_it_is_free_again(stuck):
    watch = Watched(stuck, lambda text: 0.1)
    for _ in range(3):
        with pytest.raises(EngineHangs):
            watch.speak("Hello.", Delivery())
    assert stuck.asked == 1
    stuck.go.set()
    assert watch.speak("Hello.", Delivery()).seconds == 1
    assert stuck.asked == 2


def test_the_next_engine_says_the_sentence_of_one_that_hangs(stuck):
    chain = FallbackSynthesiser([lambda: Watched(stuck, lambda text: 0.1), EspeakSynthesiser])
    said = chain.speak("Hello.", delivery("en"))
    assert isinstance(said.fault, EngineHangs) and np.any(said.pcm) and chain.name == "espeak"
    chain.close()


def test_a_stop_does_not_wait_for_an_engine_that_is_deaf_to_it(stuck):
    watch = Watched(stuck, lambda text: 30.0)
    told: list[str] = []

    def speak() -> None:
        try:
            watch.speak("Hello.", Delivery())
        except SynthesisFault as fault:
            told.append(fault.kind)

    thread = threading.Thread(target=speak)
    thread.start()
    while not stuck.asked:
        time.sleep(0.002)
    watch.cancel()
    thread.join(5)
    watch.close()
    assert told == ["cancelled"]


def test_a_mistake_in_an_engine_is_a_fault_and_is_logged(caplog):
    class Mistaken(Scripted):
        def speak(self, text: str, how: Delivery) -> Utterance:
            raise ZeroDivisionError

    with pytest.raises(SynthesisFault, match="mistake of ours"):
        Watched(Mistaken("odd"), lambda text: 5.0).speak("Private words.", Delivery())
    assert "ZeroDivisionError" in caplog.text and "Private" not in caplog.text


# --- by name


def test_downloads_and_servers_are_never_fallen_back_to(monkeypatch):
    opened: list[str] = []

    def refuses(name: str) -> Callable[[EngineSetup], Scripted]:
        def make(_: EngineSetup) -> Scripted:
            opened.append(name)
            raise SynthesisFault(f"No {name}.")

        return make

    for name, entry in list(ENGINES.items()):
        monkeypatch.setitem(ENGINES, name, type(entry)(refuses(name), 1.0, 0.0))
    for name in ("auto", "neural", "pyttsx3", "unheard-of"):
        opened.clear()
        with pytest.raises(SynthesisFault):
            engine(name).speak("Hello.", Delivery())
        assert opened == {"neural": ["neural", *BEHIND], "pyttsx3": ["pyttsx3", "espeak"]}.get(name, list(BEHIND))


def test_auto_is_her_own_voice_and_it_is_heard_at_once():
    chain = engine("auto")
    assert np.any(chain.speak("Hello.", delivery("en")).pcm) and chain.name == "espeak"
    chain.close()


def test_a_server_that_is_nowhere_is_told_and_her_own_voice_speaks():
    chain = engine("server", EngineSetup(server_url="http://127.0.0.1:9/v1", own_voice="alder"))
    said = chain.speak("Hello.", delivery("en"))
    chain.close()
    assert np.any(said.pcm) and said.fault is not None and "127.0.0.1:9" in said.fault.message


def test_a_key_is_not_shown_with_the_set_up():
    assert "very-secret" not in repr(EngineSetup(server_key="very-secret"))


def test_the_watched_engine_speaks_as_quickly_as_the_engine_alone():
    plain, watch = EspeakSynthesiser(), open_engine("espeak")
    took = []
    for one in (plain, watch):
        started = time.perf_counter()
        for _ in range(5):
            one.speak("Hello there.", delivery("en"))
        took.append(time.perf_counter() - started)
    assert took[1] < took[0] + 0.5


def test_voices_of_the_system_are_listed_by_language_and_speak():
    voices = voices_of("pyttsx3")
    assert {lang for voice in voices for lang in voice.langs} == {"en", "zh", "ja"}
    system = open_engine("pyttsx3")
    try:
        for lang, word in fallback.TRIAL.items():
            chosen = next(voice for voice in voices if lang in voice.langs)
            assert np.any(system.speak(word, delivery(lang, voice=chosen.id)).pcm)
    finally:
        system.close()


def test_a_trial_that_ends_after_the_line_was_closed_leaves_nothing_open(line, monkeypatch):
    slow = threading.Event()
    line.wanted.broken = down()
    line.say()
    line.now += AGAIN[0]
    monkeypatch.setattr(line.chain._line[0], "make", lambda: (slow.wait(5), line.wanted.make())[1])
    line.say()
    line.chain.close()
    slow.set()
    line.settle()
    assert line.wanted.closed == line.wanted.opened == 2
