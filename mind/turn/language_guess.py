"""Which of her languages a text is written in, by its script."""

from __future__ import annotations

import re
from typing import Final

from mind.languages import Lang

KANA: Final = re.compile(r"[\u3041-\u30ff\uff66-\uff9f]")
HAN: Final = re.compile(r"[\u3400-\u9fff]")
LATIN: Final = re.compile(r"[A-Za-z]+")
ENOUGH_WORDS: Final = 2
"""Latin words that make a text English for someone who otherwise writes Chinese or Japanese ("ok", "lol" do not)."""


def spoken_language(text: str, default: Lang) -> Lang:
    """The language of `text`, or `default` where its script does not tell."""
    sample = text[:2000]
    kana, han = len(KANA.findall(sample)), len(HAN.findall(sample))
    words = [word for word in LATIN.findall(sample) if len(word) > 1 or word in "Ia"]
    if kana and kana * 8 >= han:
        return "ja"
    if han:
        if len(words) > 4 * (han + kana):
            return "en"
        return default if default == "ja" and han <= 4 else "zh"
    if default == "en" or len(words) >= ENOUGH_WORDS:
        return "en" if words else default
    return default
