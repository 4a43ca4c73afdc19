"""Every word of the interface exists in every language, and none of it shouts."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from desktop.theme.words import table
from mind.languages import LANGS

ROOT = Path(__file__).resolve().parents[3]
OTHERS = pytest.mark.parametrize("lang", [lang for lang in LANGS if lang != "en"])


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@OTHERS
def test_all_languages_have_all_words(lang):
    assert table(lang).keys() == table("en").keys()


@OTHERS
def test_the_same_values_are_filled_in(lang):
    assert {key: places(text) for key, text in table(lang).items()} == {key: places(text) for key, text in table("en").items()}


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_is_empty_and_nothing_shouts(lang):
    assert [key for key, text in table(lang).items() if not text.strip() or "!" in text or "！" in text] == []


SPEECH_HINTS = ("voice.server.address_hint", "voice.server.voice_hint")
"""An address and a voice's name are the same in every language."""


@OTHERS
def test_words_are_translated(lang):
    same = {key for key, text in table(lang).items() if text == table("en")[key]}
    names = {"app.title", "language.en", "language.zh", "language.ja", "receipt.quote"}
    assert same <= names | {"brain.address_hint", *SPEECH_HINTS}


def test_every_key_the_window_asks_for_exists():
    tables = "|".join(sorted({key.split(".")[0] for key in table("en")}))
    written = re.compile(rf'"((?:{tables})\.[a-z_]+)"')
    asked = {key for path in (ROOT / "desktop").rglob("*.py") for key in written.findall(path.read_text("utf-8"))}
    assert asked - table("en").keys() == {"settings.toml"}
    assert len(asked) > 150
