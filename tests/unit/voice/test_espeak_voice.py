"""Her own voice: its sound, its times, its faults."""

from __future__ import annotations

import threading

import numpy as np
import pytest

from tests.support.voice_lip_match import lip_match
from tests.support.voice_model import SENTENCES, heard_in
from voice.delivery import SHADES, delivery
from voice.errors import SynthesisFault
from voice.espeak import data_path
from voice.espeak.library import library
from voice.espeak.synthesiser import EspeakSynthesiser
from voice.espeak.voices import settings_for
from voice.ports import Delivery


@pytest.fixture
def voice():
    return EspeakSynthesiser()


def test_every_sentence_of_the_test_model_is_understood_word_for_word(voice):
    told = {text: voice.speak(text, delivery("en")) for text in SENTENCES}
    heard = {text: heard_in(said.pcm, said.rate) for text, said in told.items()}
    assert {text: other for text, other in heard.items() if text != other} == {}


@pytest.mark.parametrize("emotion", ["happy", "sad", "angry", "shy"])
def test_a_feeling_changes_the_sound_and_not_the_words(voice, emotion):
    text = SENTENCES[28]
    plain, felt = voice.speak(text, delivery("en")), voice.speak(text, delivery("en", emotion))
    assert heard_in(felt.pcm, felt.rate) == text
    slower = SHADES[emotion][0] < 1
    assert (felt.seconds > plain.seconds) == slower


def test_words_are_marked_in_order_at_their_place_in_the_caption(voice):
    text = "*waves* Hello **dear** friend, it's 小明!"
    said = voice.speak(text, delivery("en"))
    assert [text[mark.begin : mark.end] for mark in said.words][:3] == ["Hello", "dear", "friend"]
    assert "小" in "".join(text[mark.begin : mark.end] for mark in said.words)
    times = [mark.at for mark in said.words]
    assert times == sorted(times) and times[-1] < said.seconds


def test_the_same_sentence_has_the_same_lips_twice(voice):
    one, two = (voice.speak("Good morning, my friend.", delivery("en", "happy")) for _ in range(2))
    assert [viseme.shape for viseme in one.visemes] == [viseme.shape for viseme in two.visemes]
    assert [viseme.start for viseme in one.visemes] == pytest.approx([viseme.start for viseme in two.visemes], abs=0.01)
    assert one.seconds == pytest.approx(two.seconds, abs=0.01)  # the engine is up to 8 ms longer or shorter each time


def test_chinese_characters_are_read_and_not_named(voice):
    settings = settings_for("zh", delivery("zh"))
    sounds = [event.name for event in library().synthesise("你好", settings, lambda: False).phonemes]
    assert "".join(name.strip("'") for name in sounds if name.isascii()).startswith("niXAu")
    assert voice.speak("你好，我叫米拉。", delivery("zh")).seconds < 2.5


def test_silence_at_the_end_is_short(voice):
    said = voice.speak("Hello there.", delivery("en"))
    loud = np.flatnonzero(np.abs(said.pcm.astype(int)) > 200)
    assert 0.05 < (len(said.pcm) - loud[-1]) / said.rate < 0.3


@pytest.mark.parametrize("nothing", ["", "😊", "*nods*", "..."])
def test_nothing_to_say_is_no_sound_and_no_fault(voice, nothing):
    said = voice.speak(nothing, delivery("en"))
    assert (len(said.pcm), said.visemes, said.words, said.text) == (0, (), (), nothing)


def test_an_unknown_voice_is_a_fault_that_names_it(voice):
    with pytest.raises(SynthesisFault, match="no voice xx-nobody"):
        voice.speak("Hello.", Delivery("en", voice="xx-nobody"))
    assert voice.speak("Hello.", delivery("en")).seconds > 0.3


def test_a_long_text_is_abandoned_on_cancel(voice):
    faults: list[SynthesisFault] = []

    def speak() -> None:
        try:
            voice.speak("A long story about a dragon. " * 3000, delivery("en"))
        except SynthesisFault as fault:
            faults.append(fault)

    thread = threading.Thread(target=speak)
    thread.start()
    while thread.is_alive():
        voice.cancel()
        thread.join(0.01)
    assert [fault.kind for fault in faults] == ["cancelled"]


def test_a_data_path_that_is_too_long_is_reached_by_a_short_one(tmp_path):
    deep = tmp_path / ("d" * 90) / ("e" * 90)
    deep.mkdir(parents=True)
    (deep / "phontab").write_text("x", encoding="utf-8")
    short = data_path.usable_data_path(str(deep))
    assert len(short) < data_path.LONGEST < len(str(deep))
    assert (type(tmp_path)(short) / "phontab").read_text(encoding="utf-8") == "x"
    assert data_path.usable_data_path("/usr/share/espeak-ng-data") == "/usr/share/espeak-ng-data"


def test_the_mouth_opens_with_the_sound(voice):
    texts = (
        ("Hello there, it is really good to see you again.", "en"),
        ("My mother makes marmalade in big copper pots.", "en"),
        ("你好，很高兴又见到你。", "zh"),
        ("こんにちは、またあえてうれしいです。", "ja"),
    )
    found = [lip_match(voice.speak(text, delivery(lang))) for text, lang in texts]
    assert np.mean([match.correlation for match in found]) >= 0.5
    assert max(abs(match.lag_ms) for match in found) <= 50
