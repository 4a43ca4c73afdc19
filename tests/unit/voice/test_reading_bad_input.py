"""Whatever is written: bounded work, bounded words, and nothing that an engine could take for a command."""

# ruff: noqa: E501 - rows of odd characters
from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voice.delivery import delivery
from voice.espeak.synthesiser import EspeakSynthesiser
from voice.reading.spoken_text import spoken_runs

FORBIDDEN = re.compile(r"[<>\[\]{}()&*_#|\\^~`\"@=+/$%\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\ud800-\udfff]")
LONGEST = 30
"""Characters said for one that is written, at most: ``√`` is *the root of*, ``1‰`` *one per mille*."""

SIGNS = "0123456789.,:;-+*/x×÷=<>()[]{}|_~^`'\"#@$€£¥%°²½√&!? \n\tAaIVXpmkgst年月日点時分本人万円个两第一二三はがのーっ、。"
PATTERNS = st.lists(
    st.sampled_from(
        ["**", "```", "<b>", "[[", "]]", "](", "http://a", "@", "1,000", "3.5", "18:30", "2026-11-23", "$", "km/h", "3本", "3点", "Dr.", "e.g.", " ", "\n", "|", "*", "_", "&amp;", "(^_^)", "今日は", "你好", "hello", "😊", "́", "\u202e", "\x01", "�"]
    ),
    max_size=40,
).map("".join)  # fmt: skip


@settings(max_examples=250, deadline=None)
@given(
    st.one_of(st.text(max_size=120), st.text(alphabet=SIGNS, max_size=60), PATTERNS),
    st.sampled_from(["en", "zh", "ja", "de"]),
)
def test_every_run_lies_in_the_text_and_holds_nothing_but_words_and_pauses(text, lang):
    runs = spoken_runs(text, lang)
    for run in runs:
        for form in (run.source, run.written):
            assert len(form.text) == len(form.origin) == len(form.until)
            assert all(0 <= begin < end <= len(text) for begin, end in zip(form.origin, form.until, strict=True))
            assert list(form.origin) == sorted(form.origin)
            assert not FORBIDDEN.search(form.text)
    assert sum(len(run.text) for run in runs) <= LONGEST * len(text) + LONGEST


MARKS = (
    *("😀", "* ", "```", "<", "[", "(", "\u0301", "\ud800", "\x00", "\u202e", " ", "\n", "-", "~", "'", "[a](", "<a", "`a", "*a", "_a", "#a"),
    *("@a.", "a.b@", "a/", "/a", "|a", "| - |\n", "http://", "www.", "(^", "\n> ", "- a\n", "^_^", "ʕ", "&amp", "<!--", "<script>", "[[a"),
    *("$$", "\\(", "==a", "~~", "A", "A.", "Mr. ", "e.g. ", "IV ", "Henry I"),
)  # fmt: skip
FIGURES = (
    *("a", "好", "の", "1", "一", "1,", "1.1", "1-", "1/", "1:", "12:3", "$1", "x^2", "2 + ", "1万", "年1", "3月", "第1", "私は", "ー", "っ"),
    *("1日", "1 1/2", "-1", "√", "½", "1km", "1m²", "得", "地", "ば"),
)  # fmt: skip
SHORT, LONG = 600, 4_800
ALLOWED = 3 * LONG / SHORT
"""Eight times the text may take 24 times as long, so that a busy machine is no failure; quadratic work takes 64 times."""


@pytest.mark.parametrize("lang", ["en", "zh", "ja"])
def test_time_grows_no_faster_than_the_text(lang):
    spoken_runs("1本 好的 word", lang)
    slow = [unit for unit in (*FIGURES, *(MARKS if lang == "en" else ())) if grows(unit, lang) > ALLOWED]
    assert [unit for unit in slow if min(grows(unit, lang) for _ in range(3)) > ALLOWED] == []


def grows(unit: str, lang: str) -> float:
    """How many times as long the longer text takes; times below 5 ms are not told apart."""
    took = []
    for length in (SHORT, LONG):
        text = unit * (length // len(unit))
        begun = time.process_time()
        spoken_runs(text, lang)
        took.append(time.process_time() - begun)
    return took[1] / max(took[0], 0.005)


@pytest.mark.parametrize("lang", ["en", "zh", "ja"])
@pytest.mark.parametrize("text", ["Again and again. " * 6_000, "[" * 100_000, "😀" * 100_000, "\ud800\x00" * 50_000])
def test_a_hundred_thousand_characters_are_read(text, lang):
    said = sum(len(run.text) for run in spoken_runs(text, lang))
    assert said == 0 if not text[0].isalpha() else said > 90_000


@pytest.mark.parametrize(
    "text",
    ["<speak><prosody rate='x-slow'>Hi</prosody></speak>", "[[h@'loU w'3:ld]]", "\x01100S fast", "&lt;b&gt; &#27;", "hi \x00 there", "\ud83d", "̴̢̛z̷̧a̸l̵g̴o̶"],
)  # fmt: skip
def test_nothing_is_taken_for_a_command_by_the_engine(text):
    spoken = EspeakSynthesiser().speak(text, delivery("en"))
    assert spoken.text == text and spoken.seconds < 3


@pytest.mark.parametrize(
    "text",
    [
        "😊🎉❤️",
        "(´▽｀)",
        "¯\\_(ツ)_/¯",
        "\u200b\u202e\ufeff",
        "*** --- ===",
        "()[]{}<>",
        "https://",
        "。、！",
        "\x00\x01",
    ],
)
@pytest.mark.parametrize("lang", ["en", "zh", "ja"])
def test_what_holds_no_word_is_not_spoken(text, lang):
    assert [
        run.text for run in spoken_runs(text, lang) if run.text not in ("https", "エイチティーティーピーエス")
    ] == []
