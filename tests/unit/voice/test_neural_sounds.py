"""What a neural voice is given for a text: clauses, sounds in its notation, letters, all in pieces it can hold."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.small_voice import NAME, write_pack
from voice.espeak.library import library
from voice.espeak.synthesiser import EspeakSynthesiser
from voice.neural.clauses import LONGEST, clauses
from voice.neural.kana_sounds import kana_sounds
from voice.neural.requests import requests
from voice.neural.sounds import sounds
from voice.neural.stand_in import sex_of
from voice.ports import Delivery
from voice.spoken_text import spoken_runs
from voice.voice_packs.layout import Layout, laid_out


@pytest.fixture
def piper(tmp_path) -> Layout:
    return laid_out(write_pack(tmp_path))


def said(text: str, lang: str, layout: Layout) -> list[str]:
    return ["".join(map(chr, sentence)) for sentence in sounds(text, lang, layout)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hello, you! Who?", [("Hello", ","), ("you", "!"), ("Who", "?")]),
        ("At 3.5 or 10:30, www.a.b", [("At 3.5 or 10:30", ","), ("www.a.b", "")]),
        ("你好，世界！真的吗？", [("你好", ","), ("世界", "!"), ("真的吗", "?")]),
        ("What?! (No.) “Yes.”", [("What", "?"), ("(No", "."), (") “Yes", ".")]),
        ("...", []),
        ("", []),
    ],
)
def test_a_text_is_cut_where_a_voice_breathes(text, found):
    assert list(clauses(text)) == found


def test_no_clause_is_longer_than_a_voice_can_hold_and_nothing_is_lost():
    text = "word " * 500 + "unbroken" * 200
    parts = [words for words, _ in clauses(text)]
    assert max(map(len, parts)) <= LONGEST and "".join(parts).replace(" ", "") == text.replace(" ", "")


def test_pipers_sounds_are_ipa_with_stress_and_marks(piper):
    assert said("Hello, my dear. Really?", "en", piper) == ["həlˈoʊ, maɪ dˈɪɹ.", "ɹˈiəli?"]


def test_long_sentences_are_given_in_parts(piper):
    assert all(len(part) < 700 for part in said("and so on, " * 300, "en", piper))


def test_kokoro_is_given_its_own_signs(piper):
    kokoro = replace(piper, family="kokoro", version=2)
    (made,) = said("They joke and choose my house now", "en", kokoro)
    assert {"A", "ʤ", "O", "ʧ", "I", "W"} <= set(made) and not {"ː", "ɐ"} & set(made)
    assert said("They joke", "en", replace(kokoro, version=1)) == ["ðeɪ dʒˈoʊk"]


@pytest.mark.parametrize(
    ("kana", "found"),
    [
        ("こんにちわ", "koɲɲiʨiβa"),
        ("サンポ ホンヤ ハンカチ", "sampo hoɴja haŋkaʨi"),
        ("センセイ キレイ", "seɴseː kʲiɾeː"),
        ("オモウ していい しています", "omoɯ ɕiteii ɕiteimasɨ"),
        ("ガッコー", "ɡaʔkoː"),
        ("しゃしん", "ɕaɕiɴ"),
        ("すずつづ", "sɨzɨʦɨzɨ"),
        ("ファ ティ", "ɸa tʲi"),
        ("ぢじぎゅ", "ʥiʥiɡʲɯ"),
        ("ABC漢", ""),
    ],
)
def test_kana_become_the_sounds_that_kokoro_was_taught(kana, found):
    assert kana_sounds(kana) == found


def test_letters_are_given_as_they_are_in_pieces(piper):
    chinese = replace(piper, ways={"zh": "letters"})
    (run,) = spoken_runs("你好，世界！3点见。", "zh")
    assert requests(run, chinese) == ["你好,世界!三点见."]
    (run,) = spoken_runs("你好，" * 200, "zh")
    pieces = requests(run, chinese)
    assert len(pieces) > 3 and "".join(map(str, pieces)) == ("你好," * 200).rstrip(",")


@pytest.mark.parametrize(
    ("pack", "speaker", "names", "sex"),
    [
        ("vits-piper-en_US-norman-medium", 0, (), "man"),
        ("vits-piper-en_US-kristin-medium", 0, (), "woman"),
        ("vits-piper-en_GB-northern_english_male-medium", 0, (), "man"),
        ("vits-piper-en_US-hfc_female-medium", 0, (), "woman"),
        ("some-pack", 1, ("af_heart", "zm_yunxi"), "man"),
        ("kokoro-multi-lang-v1_0", 41, (), "man"),
        ("unheard-of", 7, (), "woman"),
    ],
)
def test_a_man_is_stood_in_for_by_a_man(pack, speaker, names, sex):
    assert sex_of(pack, speaker, names) == sex


def test_the_layout_tells_what_is_missing(tmp_path):
    folder = write_pack(tmp_path)
    layout = laid_out(folder)
    assert (layout.family, layout.langs, layout.accent, layout.rate) == ("piper", ("en",), "en-us", 16000)
    assert layout.folder == Path(tmp_path / NAME) and layout.names == ("af_wool", "am_ember")


def test_asking_for_sounds_takes_no_word_from_what_is_spoken_next():
    for _ in range(120):
        library().sounds("Good morning", "en-us")
    said = EspeakSynthesiser().speak("Hello there.", Delivery())
    assert [said.text[word.begin : word.end] for word in said.words] == ["Hello", "there"]
