"""Her own words are told from the user's in what a recogniser makes of both."""

from __future__ import annotations

import random

import pytest

from voice.echo.measure.speech import HERS
from voice.echo.sound_units import units
from voice.echo.spoken_words import SpokenWords

EN = ("Good morning, my friend. What would you like to do today?", "We meet at 3:30 with Dr. Smith, it costs $5.")
ZH = ("今天想先聊聊什么？", "外面风挺大的，三点半以前给她打个电话。")
JA = ("おはようございます。今日は何から始めましょうか。", "三時半までに電話をしてください。")


def spoken(lang: str, *texts: str) -> SpokenWords:
    words = SpokenWords(lang)
    for number, text in enumerate(texts):
        words.say(text, 100 + 3 * number)
    return words


@pytest.mark.parametrize(
    ("lang", "said", "heard"),
    [
        ("en", EN, "good morning my friend"),
        ("en", EN, "good mourning my fiend what wood you like"),
        ("en", EN, "ning my friend what would you li"),
        ("en", EN, "like to do to day we meet at three thirty with doctor smith"),
        ("en", EN, "today"),
        ("zh", ZH, "今天像先聊聊什么外面"),
        ("zh", ZH, "外面风听大的"),
        ("zh", ZH, "3点半以前给他打个电话"),
        ("ja", JA, "きょうはなにからはじめ"),
        ("ja", JA, "今日は何から始めましょう"),
        ("ja", JA, "3時半までに電話"),
    ],
)
def test_an_echo_is_hers_though_it_is_misheard_cut_joined_or_written_otherwise(lang, said, heard):
    assert spoken(lang, *said).new_words(heard, 106) == ()


@pytest.mark.parametrize(
    ("lang", "said", "heard", "new"),
    [
        ("en", EN, "stop", "stop"),
        ("en", EN, "good morning my friend stop", "stop"),
        ("en", EN, "good morning my friend what is your name", "is your name"),
        ("en", EN, "what is the weather today", "what is the weather today"),
        ("en", EN, "please stop talking my friend what would you", "please stop talking"),
        ("zh", ZH, "停", "停"),
        ("zh", ZH, "外面风挺大的停一下", "停一下"),
        ("zh", ZH, "今天天气怎么样", "今天天气怎么样"),
        ("ja", JA, "ストップ", "ストップ"),
        ("ja", JA, "何から始めましょうかちょっと待って", "ちょっと待って"),
        ("ja", JA, "今日は天気がいいですね", "今日は天気がいいですね"),
    ],
)
def test_the_users_words_are_told_from_hers_though_both_use_common_ones(lang, said, heard, new):
    assert " ".join(spoken(lang, *said).new_words(heard, 106)) == new


def test_every_stretch_of_all_her_sentences_is_hers_while_it_grows():
    draw = random.Random(7)
    for lang, texts in HERS.items():
        for text in texts:
            words = spoken(lang, text)
            bare = text.translate(dict.fromkeys(map(ord, ",.?!;，。？！、")))
            parts = bare.split() if lang == "en" else list(bare)
            first = draw.randrange(len(parts) // 2)
            for last in range(first + 1, len(parts) + 1):
                heard = (" " if lang == "en" else "").join(parts[first:last])
                # A stretch that begins within a Chinese or Japanese word may be read otherwise: less than a word is left of it.
                left = units("".join(words.new_words(heard, 103)), lang)
                assert len(left) <= (0 if lang == "en" else 2), (heard, left)


def test_what_was_said_long_ago_is_no_longer_hers():
    words = spoken("en", "Good morning, my friend.")
    assert words.new_words("good morning my friend", 108) == ()
    assert words.new_words("good morning my friend", 130) == ("good", "morning", "my", "friend")
    assert SpokenWords("en").new_words("good morning", 100) == ("good", "morning")
