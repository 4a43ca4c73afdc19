"""Very long texts cut where a reader takes breath."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voice.clauses import FIRST, WHOLE, clauses, weight


def cut(text: str) -> list[str]:
    return [text[begin:end] for begin, end in clauses(text)]


def test_a_sentence_stays_whole():
    for text in ("", "Hello.", "A word, and another; and so on. " * 12, "你好，今天想聊些什么呢？" * 10):
        assert cut(text) == [text]


def test_a_long_one_is_cut_at_the_ends_of_sentences_before_those_of_clauses_before_words():
    sentences = cut("This is a sentence, and not a short one. " * 60)
    assert len(sentences) > 5 and all(piece.endswith(". ") for piece in sentences)
    listing = cut("apples, pears and many other fruits, " * 60)
    assert all(piece.endswith(", ") for piece in listing)
    words = cut("word " * 500)
    assert all(piece.endswith(" ") and len(piece) <= WHOLE for piece in words)
    chinese = cut("今天天气很好，我们一起去公园散步吧。" * 60)
    assert all(piece.endswith("。") for piece in chinese)
    solid = cut("x" * 3000)
    assert max(map(len, solid)) <= WHOLE and len(solid) < 12


def test_the_first_piece_is_short_for_its_sound_is_waited_for():
    assert len(cut("This is a sentence, and not a short one. " * 60)[0]) <= FIRST


def test_numbers_addresses_code_and_actions_are_never_cut():
    for atom in ("https://example.org/" + "a/" * 300, "```\n" + "x = 1, 2\n" * 90 + "```", "*waves, and smiles softly*",
                 "[a link, to there](https://example.org/x)", "3.14159", "1,000,000", "`a, b`"):  # fmt: skip
        text = f"{'So it goes on, and on. ' * 9}{atom} {'And then, some more. ' * 30}"
        begin = text.index(atom)
        borders = [end for _, end in clauses(text)][:-1]
        assert not [place for place in borders if begin < place < begin + len(atom)], atom


@given(st.text(min_size=0, max_size=3000))
@settings(max_examples=60, deadline=None)
def test_pieces_follow_each_other_and_are_all_of_the_text(text):
    spans = list(clauses(text))
    assert "".join(text[begin:end] for begin, end in spans) == text
    assert all(begin < end for begin, end in spans) or not text


@pytest.mark.parametrize("text", ["a" * 100_000, "I say so, again. " * 6_000, "好" * 100_000, "😀" * 100_000, "* " * 50_000,
                                  "```" * 33_333, "<" * 100_000, "[" * 100_000, "\u0301" * 100_000])  # fmt: skip
def test_the_first_of_a_hundred_thousand_characters_is_there_at_once_and_all_in_a_moment(text):
    begun = time.process_time()
    first = next(clauses(text))
    assert time.process_time() - begun < 0.3
    assert first[0] == 0 and (weight(text[: first[1]]) <= WHOLE or text.startswith("```"))
    assert sum(end - begin for begin, end in clauses(text)) == len(text)
    assert time.process_time() - begun < 6


def test_an_emoji_of_several_characters_is_not_taken_apart():
    family = "👩‍👩‍👧‍👦"
    assert all(piece.count("👩") == 2 * piece.count("👦") for piece in cut(family * 400))
