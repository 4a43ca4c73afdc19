"""Captions break where a reader would: between phrases, never inside a word, never against the rules for marks."""

from __future__ import annotations

import random

import pytest

from desktop.stage_view.caption_pages import pages
from desktop.stage_view.caption_text import place_of, shown
from desktop.stage_view.caption_units import NOT_FIRST, NOT_LAST, units, whole_word, words_in

TEXTS = [
    "Tea first, one lamp, and I'll keep watch for a while.",
    "Then let's put it down for an hour, because you know the harbour story by heart, and tell it once, slowly, while I sit "
    "with you and listen until the kettle is done.",
    "先喝杯茶，点一盏灯，我再陪你一会儿。我们明天下午三点开会，然后一起去图书馆看书，你觉得怎么样？",
    "昨天晚上你说面试让你有点紧张（大概是因为时间太短），今天感觉好一些了吗？",
    "まずはお茶を一杯、ランプをつけて、もう少しそばにいますね。「おかえりなさい」と言いたくて、ずっと待っていました。",
    "モモという12歳の猫がいて、Pythonで書いたプログラムをいっしょに見ていました。コーヒーショップへ行きたいですね。",
    "It costs $3.20 at 18:45, i.e. less than https://shop.example.org/tea/very-long-address?of=things says.",
    "こんにちは 😀 Alex さん、今日は良い天気ですね。",
]
WIDTHS = [14, 22, 30, 46, 80]


def measure(text):
    """Narrow letters one wide, Chinese and Japanese ones two."""
    return lambda begin, end: float(sum(2 if ord(char) > 0x2E80 else 1 for char in text[begin:end]))


def laid(text, width, lines=2):
    return pages(text, measure(text), width, lines)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("lines", [1, 2])
def test_every_letter_is_shown_once_in_lines_that_fit(text, width, lines):
    found = laid(text, width, lines)
    assert [page.begin for page in found] == [0, *(page.end for page in found[:-1])]
    assert found[-1].end == len(text)
    for page in found:
        assert 1 <= len(page.lines) <= lines
        assert "".join(text[a:b] for a, b in page.lines).replace(" ", "") == text[page.begin : page.end].replace(" ", "")
        assert all(measure(text)(a, b) <= width for a, b in page.lines)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("width", WIDTHS[1:])
def test_no_line_begins_or_ends_against_the_rules_and_no_word_is_cut(text, width):
    edges = {unit.begin for unit in units(text)}
    for page in laid(text, width):
        for begin, end in page.lines:
            assert text[begin] not in NOT_FIRST
            assert text[end - 1] not in NOT_LAST
            if measure(text)(begin, end) < width - 12:
                assert begin in edges


@pytest.mark.parametrize("text", TEXTS[:6])
@pytest.mark.parametrize("width", [34, 46, 60])
def test_no_page_and_no_line_is_a_lone_word(text, width):
    found = laid(text, width)
    for page in found if len(found) > 1 else ():
        assert len(words_in(text[page.begin : page.end])) > 1
        for begin, end in page.lines if len(page.lines) > 1 else ():
            assert len(words_in(text[begin:end])) > 1 or measure(text)(begin, end) > width / 4


def test_pages_turn_where_phrases_end():
    text = TEXTS[1]
    turned = [text[page.begin : page.end].strip() for page in laid(text, 46)]
    assert turned[0].endswith("by heart,")


@pytest.mark.parametrize("width", [30, 40, 52])
def test_two_lines_are_balanced(width):
    text = "I was thinking about what you told me on Sunday evening."
    for page in laid(text, width):
        if len(page.lines) == 2:
            upper, lower = (measure(text)(*line) for line in page.lines)
            assert min(upper, lower) > 0.55 * max(upper, lower)


def test_a_word_wider_than_the_line_is_cut_only_then():
    text = "Donaudampfschifffahrtsgesellschaft"
    assert all(measure(text)(a, b) <= 12 for page in laid(text, 12) for a, b in page.lines)
    assert len(laid(text, 40)) == 1


@pytest.mark.parametrize("seed", range(25))
def test_any_text_at_all_is_laid_out_whole(seed):
    rng = random.Random(seed)
    signs = "ab c,.。、「」（） あいうっャー漢字毛毛😀ｶ\u0301\u200d()$5%—… \u05d0\u05d1"
    text = "".join(rng.choice(signs) for _ in range(rng.randrange(0, 200)))
    for width in (5, 12, 33):
        found = laid(text, width)
        assert "".join(text[page.begin : page.end] for page in found) == text


def test_a_very_long_text_is_laid_out_as_well():
    text = "one lamp and then another, " * 800
    assert "".join(text[page.begin : page.end] for page in laid(text, 50)) == text


@pytest.mark.parametrize(
    ("text", "begin", "end", "word"),
    [
        ("我们再陪你一会儿。", 5, 6, "一会儿"),
        ("明天下午开会，好吗？", 1, 2, "明天"),
        ("代码，好", 1, 2, "代码"),
        ("起こさないように、小さい声で", 2, 3, "起こさないように"),
        ("起こさないように、小さい声で", 9, 10, "小さい"),
        ("モモという猫", 0, 1, "モモという"),
        ("Tea first, one lamp.", 5, 6, "first"),
        ("It costs $3.20, yes.", 9, 14, "$3.20"),
        ("at 18:45 sharp", 3, 5, "18:45"),
    ],
)
def test_the_underline_covers_whole_words_without_their_marks(text, begin, end, word):
    first, last = whole_word(text, begin, end)
    assert text[first:last] == word


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("*laughs softly* Well then.", "(laughs softly) Well then."),
        ("そうですね。*静かに笑う*", "そうですね。（静かに笑う）"),
        ("That is *really* kind.", "That is really kind."),
        ("**One** and `two`.", "One and two."),
        ("See [the map](https://example.org/map).", "See the map."),
        ("first\nsecond", "first second"),
        ("a\u202eb\x07c", "abc"),
        ("2 * 3 * 4 = 24", "2 * 3 * 4 = 24"),
    ],
)
def test_words_alone_are_shown_and_sounds_in_brackets(written, read):
    assert shown(written).text == read


def test_word_marks_find_their_words_in_what_is_shown():
    written = "*laughs softly* **Well** then."
    traced = shown(written)
    begin, end = place_of(traced, written.index("Well"), written.index("Well") + 4)
    assert traced.text[begin:end] == "Well"
    begin, end = place_of(traced, written.index("then"), written.index("then") + 4)
    assert traced.text[begin:end] == "then"


@pytest.mark.parametrize("width", range(6, 20))
def test_even_a_word_that_has_to_be_cut_leaves_no_mark_alone(width):
    text = "それなら一時間だけ置いておきましょう。港の話はもう覚えていますから、（だいじょうぶです）。"
    for page in laid(text, width):
        for begin, end in page.lines:
            assert end - begin == 1 or (text[begin] not in NOT_FIRST and text[end - 1] not in NOT_LAST)
