"""Kanji into kana by a dictionary: everything of her own talk, and honest silence for the rest."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from voice.delivery import delivery
from voice.espeak.synthesiser import EspeakSynthesiser
from voice.reading.japanese.kana import KANJI, overrides, readable_japanese, unmistaken, unread
from voice.reading.traced_text import TracedText

ASSETS = Path(__file__).parents[3] / "assets"
KANA_ONLY = re.compile(r"[ァ-ヴー\s,.!?;'A-Za-z0-9-]*")


def kana(text: str) -> str:
    return readable_japanese(TracedText.of(text)).text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("今日はいい天気ですね。", "キョーワ イイ テンキデスネ."),
        ("話は聞きました。", "ハナシワ キキマシタ."),
        ("時々海へ行って、静かに波の音を聞きます。", "トキドキ ウミエ イッテ, シズカニ ナミノ オトヲ キキマス."),
        ("こんにちは、三十一歳です。", "コンニチワ, サンジューイッサイデス."),
        ("ミラは部屋にいます。", "ミラワ ヘヤニ イマス."),
        ("はい、はじめまして。", "ハイ, ハジメマシテ."),
    ],
)
def test_words_and_particles_are_read_as_they_are_spoken(written, read):
    assert kana(written) == read


def test_a_character_without_a_reading_is_passed_over():
    assert kana("それは齉です").replace(" ", "") == "ソレワデス"


def test_only_kana_reaches_the_engine_whatever_is_written():
    assert KANA_ONLY.fullmatch(kana("齉齉東京齉大学 ㇰゎヶ ァーー ゛々〆ヽ𠮷"))
    assert all(KANA_ONLY.fullmatch(said) for _, said in overrides())


def lines_of_hers(folder: str) -> list[str]:
    """What she says or shows in Japanese: spoken lines of the talk, values of the texts; patterns of what she hears are not."""
    files = [*(ASSETS / folder).rglob("*.talk"), *(ASSETS / folder).rglob("ja.toml")]
    lines = [line.strip() for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    talk = [line for line in lines if line.startswith("|")] if folder == "talk/ja" else lines
    return [line for line in talk if KANJI.search(line) and not line.startswith(("#", "sample_zh"))]


@pytest.mark.parametrize("folder", ["talk/ja", "talk/diary", "texts"])
def test_every_japanese_line_of_hers_is_read_whole(folder):
    lines = lines_of_hers(folder)
    assert len(lines) > 20
    assert {line: missed for line in lines if (missed := unread(unmistaken(line)))} == {}


def test_the_caption_keeps_its_kanji_while_the_voice_reads_kana():
    text = "今日は友だちと映画を見ました。"
    said = EspeakSynthesiser().speak(text, delivery("ja"))
    assert said.text == text and 2.0 < said.seconds < 4.0
    assert [text[mark.begin : mark.end] for mark in said.words] == ["今日は", "友だちと", "映画を", "見ました"]
