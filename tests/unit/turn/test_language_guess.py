"""Which language the words are in."""

from __future__ import annotations

import pytest

from mind.turn.language_guess import spoken_language


@pytest.mark.parametrize(
    ("text", "default", "expected"),
    [
        ("Hello there", "en", "en"),
        ("Hello there", "zh", "en"),
        ("ok", "zh", "zh"),
        ("lol", "ja", "ja"),
        ("你好", "en", "zh"),
        ("我在用 Python", "en", "zh"),
        ("こんにちは", "en", "ja"),
        ("今日は寒い", "en", "ja"),
        ("了解", "ja", "ja"),
        ("123", "ja", "ja"),
        ("😊", "zh", "zh"),
        ("مرحبا", "en", "en"),
        ("I love the word 米 a lot", "en", "en"),
    ],
)
def test_the_script_tells_the_language(text: str, default: str, expected: str) -> None:
    assert spoken_language(text, default) == expected
