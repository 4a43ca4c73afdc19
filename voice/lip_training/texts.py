"""What the training voices say: sentences of everyday talk in `lines`, a file for each of espeak-ng's languages (Japanese in
kana, which is what that voice reads), and English words for made-up lines, every vowel about equally often.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

LINES: Final = Path(__file__).with_name("lines")
LANGUAGES: Final = ("en", "de", "es", "it", "fr", "nl", "pt", "fi", "cmn", "ja")
SENTENCES: Final = {lang: tuple((LINES / f"{lang}.txt").read_text("utf-8").splitlines()) for lang in LANGUAGES}
WORDS: Final = tuple((LINES / "words.txt").read_text("utf-8").split())

ACCENTS: Final = {
    "en": ("en-us", "en-us", "en-us", "en", "en-gb-scotland", "en-gb-x-rp", "en-us-nyc", "en-029"),
    "es": ("es", "es-419"),
    "pt": ("pt", "pt-br"),
}
"""Voices that read a language's sentences; the language itself where none is named."""
