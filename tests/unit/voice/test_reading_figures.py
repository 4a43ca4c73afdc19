"""Kanji and characters of several readings: hand-made lists of everyday sentences."""

import pytest

from tests.support.reading_figures import chinese_misses, heard, japanese_misses


def test_every_japanese_sentence_that_our_own_words_were_listed_for_is_read_right():
    missed, count = japanese_misses("japanese.tsv")
    assert count >= 150 and missed == []


def test_of_japanese_sentences_never_used_before_nineteen_in_twenty_are_read_right():
    missed, count = japanese_misses("japanese_unseen.tsv")
    assert count >= 60 and len(missed) <= 0.05 * count, missed


def test_every_chinese_character_that_the_table_was_made_for_is_read_right():
    missed, count = chinese_misses("chinese.tsv")
    assert count >= 200 and missed == []


def test_of_chinese_characters_never_used_before_seven_in_eight_are_read_right():
    missed, count = chinese_misses("chinese_unseen.tsv")
    assert count >= 80 and len(missed) <= 0.125 * count, missed


@pytest.mark.parametrize(("one", "other"), [("とうきょう", "トーキョー"), ("せんせい", "センセー"), ("つづき", "ツズキ")])
def test_kana_that_sound_alike_count_alike(one, other):
    assert heard(one) == heard(other)


def test_a_long_vowel_counts_as_another_sound_than_a_short_one():
    assert heard("おばあさん") != heard("おばさん")
