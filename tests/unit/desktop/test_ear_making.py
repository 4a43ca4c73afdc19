"""Her ears out of the settings: which model, language, server and names, and how they change while they listen."""

from __future__ import annotations

import shutil
import threading
import time
from pathlib import Path

import numpy as np
import pytest

from desktop.conversation.ear_making import EarMaker, EarPlan, ear_maker, ear_plan, recogniser_of
from desktop.conversation.heard_language import HeardLanguage
from desktop.conversation.hearing import Hearing
from desktop.settings import Settings
from tests.support.transcription_server import TranscriptionServer
from tests.support.voice_model import FOLDER, model
from tests.support.wake_room import in_noise, voice_of
from voice.echo.reference import Reference
from voice.errors import ModelFault
from voice.ports import Heard
from voice.recognise.changing import ChangingRecogniser
from voice.recognise.reports import LateRecogniser
from voice.recognise.vosk_recogniser import load_model
from voice.transcription_server.recogniser import ServerRecogniser
from voice.wake.attention import Attention
from voice.wake.called_listener import CalledListener, Calls
from voice.wake.wake_word import WakeRecogniser


@pytest.fixture
def folder(tmp_path) -> Path:
    """A data folder with a model for each of two languages."""
    for name in ("vosk-model-small-en-us-0.15", "vosk-model-small-ja-0.22"):
        (tmp_path / "models").mkdir(exist_ok=True)
        (tmp_path / "models" / name).symlink_to(FOLDER)
    return tmp_path


@pytest.fixture(autouse=True)
def tried(monkeypatch) -> None:
    """The model of the tests has been tried and loaded, in other tests: that would take most of the time of these."""
    monkeypatch.setattr("voice.recognise.soundness.try_model", lambda folder: None)
    monkeypatch.setattr(
        "voice.recognise.vosk_recogniser.load_model",
        lambda folder: model() if folder.resolve() == FOLDER.resolve() else load_model(folder),
    )


def settings(**hearing) -> Settings:
    made = Settings()
    for name, value in hearing.items():
        setattr(made.hearing, name, value)
    return made


def test_the_model_follows_the_language_and_what_was_chosen_for_it(folder, tmp_path):
    assert ear_plan(folder, settings(), "en").model.name == "vosk-model-small-en-us-0.15"
    japanese = ear_plan(folder, settings(), "ja")
    assert (japanese.model.name, japanese.lang) == ("vosk-model-small-ja-0.22", "ja")
    assert ear_plan(folder, settings(), "zh") is None, "no model understands Chinese"
    own = shutil.copytree(FOLDER, tmp_path / "my own")
    assert ear_plan(folder, settings(models={"zh": str(own)}), "zh") == EarPlan(own, "zh")
    gone = settings(models={"en": str(tmp_path / "gone")})
    assert ear_plan(folder, gone, "en").model.name == "vosk-model-small-en-us-0.15"


def test_what_is_wrong_with_the_only_model_is_told_when_she_is_to_listen(tmp_path):
    broken = shutil.copytree(FOLDER, tmp_path / "models" / "mine")
    (broken / "am/final.mdl").unlink()
    maker = ear_maker(tmp_path, settings(models={"en": "mine"}), "en")
    assert maker is not None
    with pytest.raises(ModelFault, match=r"am/final\.mdl"):
        recogniser_of(maker.plan, Calls())
    assert ear_maker(tmp_path, settings(), "en") is None
    with_server = settings(models={"en": "mine"}, engine="server", server_url="http://127.0.0.1:9/v1")
    assert isinstance(recogniser_of(ear_maker(tmp_path, with_server, "en").plan, Calls()), ServerRecogniser)


def test_a_server_is_asked_only_where_the_user_chose_it(folder, tmp_path):
    url = "http://127.0.0.1:9/v1"
    assert ear_plan(folder, settings(server_url=url), "en").server == ""
    chosen = settings(server_url=url, engine="server", server_model="small")
    assert (ear_plan(folder, chosen, "en").server, ear_plan(folder, chosen, "en").server_model) == (url, "small")
    nowhere = tmp_path / "empty"
    assert ear_plan(nowhere, settings(), "en") is None
    assert ear_plan(nowhere, chosen, "zh") == EarPlan(None, "zh", server=url, server_model="small")
    chosen.hearing.mode = "wake"
    assert ear_plan(nowhere, chosen, "en") is None, "waiting for a name happens on this computer"


def test_she_waits_for_the_names_that_are_set_else_for_her_own(folder):
    assert ear_plan(folder, settings(mode="open"), "en", "Luna").names == ()
    assert ear_plan(folder, settings(mode="wake"), "en", "Luna").names == ("luna",)
    assert ear_plan(folder, settings(mode="wake"), "ja").names == ("ミラ",)
    several = ear_plan(folder, settings(mode="wake", wake_names=["Will", " ", "Kai", "Mira", "😀"]), "en", "Luna")
    assert several.names == ("will", "kai", "mira") and several.greeted == {"will", "kai"}
    assert ear_plan(folder, settings(mode="wake", wake_names=["", "😀"]), "en", "Luna").names == ("luna",)


def test_what_listens_is_what_was_planned(folder):
    calls = Calls()
    plain = recogniser_of(ear_plan(folder, settings(), "en"), calls)
    assert not isinstance(plain, LateRecogniser)
    waits = recogniser_of(ear_plan(folder, settings(mode="wake"), "en"), calls)
    assert isinstance(waits, WakeRecogniser) and not isinstance(waits, LateRecogniser)
    asks = settings(mode="wake", engine="server", server_url="http://127.0.0.1:9/v1")
    both = recogniser_of(ear_plan(folder, asks, "en"), calls)
    assert isinstance(both, WakeRecogniser) and isinstance(both, LateRecogniser)
    asks.hearing.mode = "open"
    assert isinstance(recogniser_of(ear_plan(folder, asks, "en"), calls), ServerRecogniser)


class Microphone:
    """Hands on what a test says."""

    def __init__(self, device, hear, tell) -> None:
        self.device, self.hear = device, hear

    def check(self) -> None: ...

    def close(self) -> None: ...


class Talk:
    """Ears made as the window makes them, their microphone, and what they told."""

    def __init__(self, maker: EarMaker) -> None:
        self.microphones: list[Microphone] = []
        self.finals: list[str] = []
        self.woken: list[str] = []
        self.faults: list[str] = []
        self.ear: CalledListener = maker(
            on_final=lambda heard: self.finals.append(heard.text), on_wake=self.woken.append,
            on_fault=lambda fault: self.faults.append(fault.kind), microphone=self.open,
        )  # fmt: skip

    def open(self, *given) -> Microphone:
        self.microphones.append(Microphone(*given))
        return self.microphones[-1]

    def until(self, done) -> None:
        end = time.monotonic() + 20
        while not done():
            assert time.monotonic() < end, (self.finals, self.woken, self.faults)
            self.ear.tick()
            time.sleep(0.002)

    def say(self, text: str) -> None:
        """With two seconds of silence behind, in which its end is found."""
        sound = np.concatenate((in_noise(voice_of(text, "en-us+f2"), 30), np.zeros(32000, np.int16)))
        for at in range(0, len(sound), 480):
            self.microphones[-1].hear(sound[at : at + 480], 16000)


def test_called_by_name_she_hears_the_order_and_changes_while_she_listens(folder):
    said = settings(mode="wake", device="desk")
    reference = Reference()
    talk = Talk(ear_maker(folder, said, "en", reference))
    try:
        assert talk.ear.start()
        talk.until(lambda: talk.ear.state == "listening")
        assert not talk.ear.calls.attention.open
        talk.say("play some music for me")
        talk.say("hey mira, what time is it")
        talk.until(lambda: talk.finals)
        assert (talk.woken, talk.finals) == (["mira"], ["what time is it"])
        said.hearing.mode = "open"
        assert ear_maker(folder, said, "en", reference).adopt(talk.ear)
        assert talk.ear.calls.attention.open and len(talk.microphones) == 1
        held = talk.ear._changing
        talk.until(lambda: held._next is not None)
        talk.say("play some music for me")
        talk.until(lambda: len(talk.finals) == 2)
        assert talk.finals[1] == "play some music for me"
        said.hearing.device = "other"
        assert ear_maker(folder, said, "en", reference).adopt(talk.ear) and talk.microphones[-1].device == "other"
        said.hearing.echo = "headphones"
        assert not ear_maker(folder, said, "en", reference).adopt(talk.ear), "another way through the echo is made anew"
        assert not talk.faults
    finally:
        talk.ear.close()


def test_the_window_tells_the_ears_what_she_says_so_that_her_own_name_calls_nobody(folder, qapp):
    microphones: list[Microphone] = []
    maker = ear_maker(folder, settings(mode="wake", wake_names=["Mira", "Kai"]), "en")
    hearing, woken = Hearing(lambda: False), []
    hearing.woken.connect(woken.append)

    def opened(*given) -> Microphone:
        microphones.append(Microphone(*given))
        return microphones[0]

    hearing.prepare(lambda **tell: maker(microphone=opened, **tell))
    try:
        assert hearing.start()
        hearing.spoken.say("Then just say hey Mira, and I listen.", time.monotonic())
        for text in ("hey mira", "hey kai"):
            sound = np.concatenate((in_noise(voice_of(text, "en-us+f2"), 30), np.zeros(32000, np.int16)))
            microphones[0].hear(sound, 16000)
        end = time.monotonic() + 20
        while not woken:
            assert time.monotonic() < end
            hearing.tick()
            time.sleep(0.002)
        assert woken == ["kai"]
    finally:
        hearing.close()


def test_a_server_behind_the_ears_writes_down_what_they_hear(folder):
    with TranscriptionServer() as server:
        talk = Talk(ear_maker(folder, settings(mode="open", engine="server", server_url=server.url), "en"))
        try:
            assert talk.ear.start()
            talk.until(lambda: talk.ear.state == "listening")
            talk.say("tell me a joke please")
            talk.until(lambda: talk.finals)
        finally:
            talk.ear.close()
    assert talk.finals == ["tell me a joke please"] and len(server.requests) == 1 and not talk.faults


class Says:
    """A recogniser that says one word at every end."""

    def __init__(self, word: str) -> None:
        self.word, self.closed = word, False

    def feed(self, pcm):
        return None

    def finish(self):
        return Heard(self.word, final=True)

    def reset(self): ...

    def close(self):
        self.closed = True


def test_the_old_recogniser_listens_until_the_new_one_is_ready_and_if_it_never_is():
    old, gate = Says("old"), threading.Event()
    changing = ChangingRecogniser(lambda: old).load()
    sound = np.zeros(160, np.int16)

    def slow():
        assert gate.wait(10)
        return Says("new")

    def broken():
        raise ModelFault("no model", "another one")

    changing.change(slow)
    changing.feed(sound)
    assert changing.finish().text == "old"
    changing.feed(sound)
    gate.set()
    end = time.monotonic() + 10
    while changing._next is None and time.monotonic() < end:
        time.sleep(0.002)
    assert changing.finish().text == "old", "an utterance ends with the recogniser it began with"
    changing.feed(sound)
    assert changing.finish().text == "new" and old.closed
    changing.change(broken)
    assert changing.faults.get(timeout=10).message == "no model"
    changing.feed(sound)
    assert changing.finish().text == "new"


def test_after_a_model_that_could_not_be_loaded_another_one_is():
    def broken():
        raise ModelFault("no model", "another one")

    changing = ChangingRecogniser(broken)
    with pytest.raises(ModelFault):
        changing.load()
    changing.change(lambda: Says("new"))
    changing.load().feed(np.zeros(160, np.int16))
    assert changing.finish().text == "new"


def test_a_talk_changes_its_language_for_good_with_the_second_message_and_only_where_she_can_hear_it():
    heard = HeardLanguage("en", lambda lang: lang != "ja")
    assert [heard.wrote(text) for text in ("你好", "ok, and now?", "你好吗", "今天怎么样")] == [False, False, False, True]
    assert heard.lang == "zh"
    assert [heard.wrote(text) for text in ("こんにちは", "元気ですか", "はい、とても")] == [False] * 3 and heard.lang == "zh"
    heard.choose("en")
    assert heard.lang == "zh", "choosing what was chosen already is no choice"
    heard.choose("ja")
    assert heard.lang == "ja"


def test_attention_is_always_there_where_nobody_has_to_call():
    now = [0.0]
    attention = Attention(clock=lambda: now[0])
    assert not attention.open
    attention.hold()
    now[0] = 7.9
    assert attention.open
    now[0] = 8.1
    assert not attention.open
    attention.always = True
    assert attention.open
