"""Neural voices by the real engine: words, sounds, speed, loudness, other languages, stops, and children that fail."""

from __future__ import annotations

import os
import signal
import threading
import time

import numpy as np
import psutil
import pytest

pytest.importorskip("sherpa_onnx")

from tests.support import neural_children
from tests.support.small_voice import NAME, RATE, write_pack
from tests.support.spawned import spawned_children
from voice.engines import EngineSetup, engine, open_engine, voices_of
from voice.errors import SynthesisFault
from voice.neural.synthesiser import NeuralSynthesiser, at_volume
from voice.ports import Delivery

HELLO = "Hello there, my dear. How are you?"


@pytest.fixture(autouse=True)
def no_child_is_left():
    yield
    assert psutil.wait_procs(spawned_children(), 3.0)[1] == []


@pytest.fixture(scope="module")
def packs(tmp_path_factory):
    folder = tmp_path_factory.mktemp("voices")
    write_pack(folder)
    return folder


@pytest.fixture
def voice(packs):
    made = NeuralSynthesiser(packs)
    yield made
    made.close()


def with_child(packs, work) -> NeuralSynthesiser:
    return NeuralSynthesiser(packs, work=work)


def pitch_of(pcm: np.ndarray) -> float:
    """The fundamental in the middle of the loudest tenth of a second, by autocorrelation."""
    size = RATE // 10
    pieces = pcm[: len(pcm) // size * size].reshape(-1, size).astype(float)
    loud = pieces[int(np.argmax((pieces**2).sum(1)))]
    lags = np.correlate(loud, loud, "full")[size - 1 :]
    return RATE / (int(np.argmax(lags[RATE // 400 : RATE // 70])) + RATE // 400)


def test_a_sentence_sounds_with_its_words_and_lips(voice):
    said = voice.speak(HELLO, Delivery(voice=NAME))
    assert said.rate == RATE and 1.5 < said.seconds < 5 and np.abs(said.pcm).max() > 5000
    assert [said.text[word.begin : word.end] for word in said.words][:2] == ["Hello", "there"]
    assert said.visemes[0].start == 0 and said.visemes[-1].end == pytest.approx(said.seconds, abs=0.02)
    assert {"closed", "sil"} & {viseme.shape for viseme in said.visemes} and len({v.shape for v in said.visemes}) > 4


def test_speakers_differ_and_one_that_is_not_there_is_the_last(voice):
    woman, man, last = (voice.speak(HELLO, Delivery(voice=f"{NAME}{number}")).pcm for number in ("", "#1", "#99"))
    assert pitch_of(woman) > 160 > 140 > pitch_of(man) and len(last) == pytest.approx(len(man), rel=0.02)


def test_the_rate_is_the_voices_own_and_loudness_a_gain(voice):
    usual, quick, soft = (voice.speak(HELLO, Delivery(voice=NAME, **more)) for more in ({}, {"rate": 1.5}, {"volume": 0.5}))
    assert quick.seconds == pytest.approx(usual.seconds / 1.5, rel=0.12)
    assert np.abs(soft.pcm).max() == pytest.approx(np.abs(usual.pcm).max() / 2, rel=0.1)


def test_rests_within_a_sentence_grow_with_the_delivery(voice):
    usual, long = (voice.speak("Well. Yes. No.", Delivery(voice=NAME, pause=pause)).seconds for pause in (1.0, 2.0))
    assert long > usual + 0.15


def test_louder_than_full_scale_is_never_asked_for():
    loud = np.array([0, 30000, -30000], np.int16)
    assert np.abs(at_volume(loud, 3.0).astype(int)).max() <= 32767 * 0.99 and not at_volume(loud, 0.0).any()
    assert np.abs(at_volume(np.array([1000], np.int16), 2.0)).max() == 2000


def test_what_it_cannot_speak_is_spoken_by_espeak_within_the_sentence(voice):
    said = voice.speak("Say 你好 to them.", Delivery(voice=NAME))
    alone = voice.speak("Say to them.", Delivery(voice=NAME))
    assert said.seconds > alone.seconds + 0.2 and "你" in {said.text[word.begin] for word in said.words}
    assert voice.speak("こんにちは", Delivery(lang="ja", voice=NAME)).seconds > 0.5


@pytest.mark.parametrize("text", ["", "😀🎉", "...", "\x00\x01", "<speak></speak>", "— —"])
def test_what_holds_no_words_is_silence(voice, text):
    assert voice.speak(text, Delivery(voice=NAME)).seconds < 1.0


def test_a_very_long_sentence_is_spoken_in_pieces(voice):
    words = "and so on " * 60
    said = voice.speak(words, Delivery(voice=NAME))
    assert said.seconds > 20 and said.words[-1].end > len(words) - 12


def test_a_stop_is_heeded_while_the_child_works_and_the_model_stays_loaded(packs):
    voice = with_child(packs, neural_children.waits)
    told: list[SynthesisFault] = []
    try:
        for _ in range(3):
            assert voice.speak("One.", Delivery(voice=NAME)).seconds > 0.3
            child = voice._held
            thread = threading.Thread(target=lambda: told.append(_fault_of(voice, "Two.")), daemon=True)
            thread.start()
            while not voice._speaking.locked():
                time.sleep(0.001)
            time.sleep(0.02)
            voice.cancel()
            thread.join(10)
            assert not thread.is_alive() and voice._held is child
        assert [fault.kind for fault in told] == ["cancelled"] * 3
    finally:
        voice.close()


def _fault_of(voice: NeuralSynthesiser, text: str) -> SynthesisFault:
    with pytest.raises(SynthesisFault) as told:
        voice.speak(text, Delivery(voice=NAME))
    return told.value


def test_a_stop_while_it_loads_lets_it_go_on_loading(packs):
    voice = NeuralSynthesiser(packs)
    try:
        thread = threading.Thread(target=lambda: _fault_of(voice, HELLO), daemon=True)
        thread.start()
        while voice._held is None:
            time.sleep(0.005)
        child = voice._held
        voice.cancel()
        thread.join(5)
        assert not thread.is_alive() and voice.speak(HELLO, Delivery(voice=NAME)).seconds > 1 and voice._held is child
    finally:
        voice.close()


@pytest.mark.parametrize(
    ("work", "why"),
    [
        (neural_children.dies_loading, "cannot be loaded"),
        (neural_children.says_why, "no such model"),
        (neural_children.hangs, "did not answer within"),
        (neural_children.dies_speaking, "ended unexpectedly"),
        (neural_children.is_silent, "gave no sound"),
        (neural_children.fails, "failed .RuntimeError."),
    ],
)
def test_a_child_that_fails_is_told_with_a_remedy_and_the_next_one_is_new(packs, monkeypatch, work, why):
    monkeypatch.setattr("voice.neural.synthesiser.PATIENCE", 0.3)
    monkeypatch.setattr("voice.neural.synthesiser.PER_SOUND", 0.0)
    voice = with_child(packs, work)
    try:
        for _ in range(2):
            with pytest.raises(SynthesisFault, match=why) as told:
                voice.speak(HELLO, Delivery(voice=NAME))
            assert told.value.remedy
    finally:
        voice.close()


def test_a_voice_whose_child_was_killed_speaks_again(voice):
    voice.speak(HELLO, Delivery(voice=NAME))
    assert voice._held is not None
    os.kill(voice._held._child.pid or 0, signal.SIGKILL)
    while voice._held.alive:
        time.sleep(0.005)
    assert voice.speak(HELLO, Delivery(voice=NAME)).seconds > 1


def test_without_the_package_the_remedy_says_how_to_install_it(packs, monkeypatch):
    monkeypatch.setattr("voice.neural.packages.find_spec", lambda _: None)
    with pytest.raises(SynthesisFault, match="sherpa-onnx") as told:
        NeuralSynthesiser(packs).speak(HELLO, Delivery(voice=NAME))
    assert "pip install sherpa-onnx" in told.value.remedy


def test_without_a_voice_it_says_so(tmp_path):
    with pytest.raises(SynthesisFault, match="No neural voice is installed") as told:
        NeuralSynthesiser(tmp_path).speak(HELLO, Delivery())
    assert told.value.remedy


@pytest.mark.parametrize("name", ["gone", "../secret", "a/b", ".hidden", "..", "a\\b#2"])
def test_a_voice_that_is_not_there_and_a_name_that_leads_away_are_told(voice, name):
    with pytest.raises(SynthesisFault) as told:
        voice.speak(HELLO, Delivery(voice=name))
    assert told.value.kind == "no-voice" and told.value.remedy


def test_an_empty_voice_is_the_first_pack_there_is(voice):
    assert voice.speak(HELLO, Delivery()).seconds > 1


def test_what_loading_took_is_told(voice):
    loaded = voice.prepare(NAME)
    assert 0 < loaded.seconds < 30 and loaded.rate == RATE and loaded.speakers == 2


def test_engines_list_and_open_it(packs):
    setup = EngineSetup(packs=packs)
    assert [(voice.id, voice.note, voice.langs) for voice in voices_of("neural", setup)] == [
        (NAME, "woman", ("en",)), (f"{NAME}#1", "man", ("en",)),
    ]  # fmt: skip
    opened = open_engine("neural", setup)
    try:
        assert opened.speak(HELLO, Delivery(voice=NAME)).rate == RATE
    finally:
        opened.close()


def test_a_voice_that_fails_is_left_for_espeak_which_says_the_same_sentence(packs, tmp_path):
    chosen = engine("neural", EngineSetup(packs=tmp_path))
    try:
        said = chosen.speak(HELLO, Delivery(voice=NAME))
        assert said.seconds > 1 and said.fault is not None and said.fault.remedy
    finally:
        chosen.close()
