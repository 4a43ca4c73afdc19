"""The people among espeak-ng's voices: who they are in each language, and how they sound."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support import voice_figures
from tests.support.voice_figures import figures
from tests.support.voice_model import SENTENCES, heard_in
from voice.delivery import delivery
from voice.errors import SynthesisFault
from voice.espeak.listing import chosen, espeak_voices, gender_of
from voice.espeak.synthesiser import EspeakSynthesiser
from voice.espeak.voices import MAN, counterpart, settings_for
from voice.ports import Delivery

TALK = {
    "en": "I was just thinking about what you said yesterday, and I am glad you told me.",
    "zh": "我刚才在想你昨天说的话，很高兴你告诉我。",
    "ja": "きのう言ってくれたことを考えていました。話してくれて、うれしいです。",
}


@pytest.fixture
def low_voices(monkeypatch):
    monkeypatch.setattr(voice_figures, "LOW", 65.0)


@pytest.mark.parametrize("voice", list(chosen()), ids=lambda voice: voice.id)
def test_every_chosen_voice_talks_at_the_height_of_its_gender_and_as_loud_as_the_others(low_voices, voice):
    (lang,) = voice.langs
    said = EspeakSynthesiser().speak(TALK[lang], delivery(lang, voice=voice.id))
    found = figures(said)
    low, high = {"woman": (170, 240), "man": (90, 135)}[voice.note]
    assert low < found.f0 < high
    assert -22.5 < found.level < -15.5 and np.abs(said.pcm.astype(int)).max() < 32000
    assert found.span > {"en": 1.8, "zh": 1.5, "ja": 0.7}[lang]


def test_the_mans_voice_is_understood_word_for_word():
    voice = EspeakSynthesiser()
    said = {text: voice.speak(text, delivery("en", voice=f"en-us+{MAN}")) for text in SENTENCES}
    heard = {text: heard_in(sound.pcm, sound.rate) for text, sound in said.items()}
    assert {text: other for text, other in heard.items() if text != other} == {}


def test_a_person_stays_the_same_in_every_language():
    assert counterpart("en-us+Nguyen", "zh") == "cmn+Nguyen" and counterpart("ja+f1", "en") == "en-us+f1"
    assert counterpart("en-gb-scotland+rob", "en") == "en-gb-scotland+rob" and counterpart("yue+rob", "zh") == "yue+rob"
    assert [counterpart("alder", lang) for lang in ("en", "zh", "ja")] == ["en-us+Nguyen", "cmn+Nguyen", "ja+Nguyen"]
    assert counterpart("", "ja") == "ja+Annie" and counterpart("", "de") == "de+Annie"
    for lang in ("en", "zh", "ja"):
        assert settings_for(lang, Delivery("en", "en-us+Nguyen")).voice.endswith("+Nguyen")


def test_in_mixed_text_one_person_speaks_all_of_it(low_voices):
    text = "我昨天说：I am very glad that you told me about your day."
    said = EspeakSynthesiser().speak(text, delivery("zh", voice="cmn+Nguyen"))
    assert figures(said).f0 < 140


def test_voices_are_listed_once_with_the_chosen_ones_first_and_can_all_be_spoken_with():
    voices = espeak_voices()
    assert len({voice.id for voice in voices}) == len(voices) > 200
    assert [voice.note for voice in voices if voice.langs == ("zh",)][:7] == ["woman"] * 3 + ["man"] * 4
    engine = EspeakSynthesiser()
    for voice in [voice for voice in voices if voice.langs == ("en",)][::4]:
        assert np.any(engine.speak("Hello.", delivery("en", voice=voice.id)).pcm)


def test_a_variant_the_library_does_not_have_is_a_fault_and_not_somebody_else():
    with pytest.raises(SynthesisFault, match=r"no voice en-us\+nobody") as told:
        EspeakSynthesiser().speak("Hello.", delivery("en", voice="en-us+nobody"))
    assert told.value.kind == "no-voice"


def test_the_gender_of_a_voice_is_known_where_its_file_tells_it():
    assert [gender_of(id) for id in ("", "ja+Annie", "alder", "en-us+m3", "en-us+steph", "en-us", "en-us+Mike")] == [
        "woman", "woman", "man", "man", "woman", "", "",
    ]  # fmt: skip


ANY = st.floats(allow_nan=True, allow_infinity=True)


@given(ANY, ANY, ANY, ANY, st.sampled_from(["en", "zh", "ja", "de", ""]), st.text(max_size=12))
def test_whatever_is_asked_for_stays_within_what_the_library_takes(rate, pitch, volume, melody, lang, voice):
    asked = replace(Delivery(lang, voice), rate=rate, pitch=pitch, volume=volume, melody=melody)
    made = settings_for(lang, asked)
    assert 80 <= made.rate <= 450 and 0 <= made.pitch <= 99 and 0 <= made.range <= 99 and 0 <= made.volume <= 200


def test_a_voice_at_no_volume_is_silent_and_no_fault():
    said = EspeakSynthesiser().speak("Hello.", replace(delivery("en"), volume=0.0))
    assert said.seconds > 0.3 and not np.any(said.pcm)
