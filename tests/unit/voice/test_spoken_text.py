"""What of a written sentence is said aloud."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voice.reading.scripts import language_of
from voice.reading.spoken_text import spoken_runs


def said(text: str, lang: str = "en") -> str:
    return " | ".join(run.text for run in spoken_runs(text, lang))


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("Hello **dear** friend.", "Hello dear friend."),
        ("# A title\n\nand a line", "A title, and a line"),
        ("- bread\n- milk", "bread, milk"),
        ("Look at [this page](https://example.org/a_b?c=1).", "Look at this page."),
        ("Look at https://example.org/a_b?c=1.", "Look at a link."),
        ("Use `run it` now.", "Use  run it  now."),
        ("Before ```python\nprint('x')\n``` after", "Before, after"),
        ("That is *really* good.", "That is really good."),
        ("*smiles softly* Hello.", "Hello."),
        ("Hello. *waves*", "Hello."),
        ("Well, *looks away* maybe.", "Well,  maybe."),
        ("So happy 😊🎉❤️!", "So happy!"),
        ("Nice :) see you ^_^", "Nice  see you"),
        ("Really?!?!", "Really?"),
        ("[happy] Hi there~", "Hi there"),
        ("Wait... what", "Wait,  what"),
        ("3 apples cost $4.50", "three apples cost four dollars fifty"),
    ],
)
def test_markup_addresses_pictures_and_stage_directions_are_left_out(written, spoken):
    assert said(written).split() == spoken.split()


@pytest.mark.parametrize("nothing", ["", "   ", "😊", "...", "*smiles*", "```\ncode\n```", "—", "。！？", ":)"])
def test_what_holds_no_word_gives_nothing_to_say(nothing):
    assert spoken_runs(nothing, "en") == []


@pytest.mark.parametrize(
    ("text", "lang", "runs"),
    [
        ("Hello 小明, how are you?", "en", [("Hello,", "en"), ("xiao3 ming2,", "zh"), ("how are you?", "en")]),
        ("我叫Mira。", "zh", [("wo3 jiao4 Mira.", "zh")]),
        ("ミラです。", "ja", [("ミラデス.", "ja")]),
        ("你有3个苹果", "zh", [("ni3 you3 san1 ge5 ping2guo3", "zh")]),
        ("2024", "ja", [("ニセンニジューヨン", "ja")]),
        ("Привет and 안녕", "en", [("Привет,", "ru"), ("and,", "en"), ("안녕", "ko")]),
    ],
)
def test_a_sentence_of_several_languages_is_cut_into_runs(text, lang, runs):
    assert [(run.text, run.lang) for run in spoken_runs(text, lang)] == runs


def test_han_characters_are_kanji_beside_kana_and_chinese_elsewhere():
    assert [run.lang for run in spoken_runs("これは本です", "en")] == ["ja"]
    assert [run.lang for run in spoken_runs("这是书", "en")] == ["zh"]


def test_the_language_of_a_text_is_told_by_its_script():
    assert [language_of(text) for text in ("hello", "你好", "こんにちは", "日本です")] == ["en", "zh", "ja", "ja"]


@given(st.text(max_size=200), st.sampled_from(["en", "zh", "ja"]))
def test_any_text_at_all_can_be_prepared_and_knows_where_it_came_from(text, lang):
    for run in spoken_runs(text, lang):
        assert len(run.text) == len(run.source.origin)
        assert all(0 <= place < len(text) for place in run.source.origin)
        assert list(run.source.origin) == sorted(run.source.origin)


def test_characters_that_were_not_touched_know_their_place_in_the_caption():
    text = "*smiles* Hello **dear** friend."
    (run,) = spoken_runs(text, "en")
    for index, char in enumerate(run.text):
        if char.isalpha():
            assert text[run.source.origin[index]] == char
