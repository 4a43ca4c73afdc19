"""Kanji into kana: everything of her own talk, and honest silence for the rest."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from voice.delivery import delivery
from voice.espeak.synthesiser import EspeakSynthesiser
from voice.japanese.reading import KANJI, characters, readable_japanese, words
from voice.traced_text import TracedText

TALK = Path(__file__).parents[3] / "assets" / "talk" / "ja"


def kana(text: str) -> str:
    return readable_japanese(TracedText.of(text)).text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("今日はいい天気ですね。", "きょうわいいてんきですね。"),
        ("日本語を話します。", "にほんごをはなします。"),
        ("話は聞きました。", "はなしわききました。"),
        ("時々海へ行って、静かに波の音を聞きます。", "ときどきうみえいって、しずかになみのおとをききます。"),
        ("こんにちは、三十一歳です。", "こんにちわ、さんじゅういっさいです。"),
        ("ミラは部屋にいます。", "ミラわへやにいます。"),
        ("はい、はじめまして。", "はい、はじめまして。"),
        ("花は春に咲く", "はなわはるにさく"),
    ],
)
def test_words_and_particles_are_read_as_they_are_spoken(written, read):
    assert kana(written) == read


def test_a_character_without_a_reading_is_passed_over():
    assert kana("それは齉です") == "それわです"


def test_no_kanji_is_left_for_the_engine_to_name():
    assert not KANJI.search(kana("齉齉東京齉大学"))
    assert not any(KANJI.search(read) for read in words().values())
    assert not any(KANJI.search(one.compound + one.stem + one.alone) for one in characters().values())


def test_every_sentence_of_her_own_talk_is_read_whole():
    said = "\n".join(file.read_text(encoding="utf-8") for file in sorted(TALK.glob("*.talk")))
    lines = [line for line in said.splitlines() if not line.startswith("#")]
    unread = {char for char in KANJI.findall("".join(lines)) if char not in characters() and char != "々"}
    assert lines
    assert {char for char in unread if not any(char in word for word in words())} == set()


def test_the_caption_keeps_its_kanji_while_the_voice_reads_kana():
    text = "今日は友だちと映画を見ました。"
    said = EspeakSynthesiser().speak(text, delivery("ja"))
    assert said.text == text and 2.0 < said.seconds < 4.0
    assert all(0 <= mark.begin < mark.end <= len(text) for mark in said.words)


def test_the_tables_are_in_order():
    assert len(words()) > 400 and len(characters()) > 800
    assert all(re.fullmatch(r"[\u3041-\u30ff]+", read) for read in words().values())
    assert all(re.fullmatch(r"[\u3041-\u30ff]+", one.compound + one.stem + one.alone) for one in characters().values())
