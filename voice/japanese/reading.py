"""Kanji into kana, as far as our own tables of readings go, and particles as they are spoken.

Some 530 words and 1,200 characters: everyday talk, not a dictionary. A character that is in neither is passed over in silence,
which is better than to hear "Chinese letter" in English, as the engine would say.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from voice.traced_text import TracedText

HERE: Final = Path(__file__).parent
KANJI: Final = re.compile(r"[\u3400-\u9fff\uf900-\ufaff々〆]")
TOPIC: Final = re.compile(
    r"(?:(?<=[\u3400-\u9fff\u30a1-\u30faーA-Za-z])|(?<=[」』）)])"
    r"|(?<=これ)|(?<=それ)|(?<=あれ)|(?<=どれ)|(?<=ここ)|(?<=そこ)|(?<=こんにち)|(?<=こんばん)|(?<=わたし)|(?<=あなた)|(?<=ぼく)"
    r"|(?<=きょう)|(?<=こと)|(?<=もの)|(?<=ほう)|(?<=さん)|(?<=ちゃん)|(?<=では)|(?<=に)(?=、)|(?<=で)(?![いじ])|(?<=て)(?=[い、])"
    r"|(?<=と)(?=[、限思])|(?<=に)(?=[な何])|(?<=の)(?=、))は(?!ず)"
)
"""The particle は, said "wa": after a noun in kanji or katakana, and after the commonest words in kana."""

TOWARDS: Final = re.compile(r"(?<=[\u3400-\u9fff\u30a1-\u30faー])へ(?![\u3041-\u3096]{0,1}ん)")
"""The particle へ, said "e"."""


@dataclass(frozen=True, slots=True)
class Character:
    """A kanji's reading within compounds, its stem before one of the kana in `after`, and its reading alone."""

    compound: str
    stem: str
    after: str
    alone: str


def rows(name: str) -> list[list[str]]:
    """The lines of a table beside this file."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@functools.cache
def words() -> dict[str, str]:
    """Written words and their readings."""
    return {row[0]: row[1] for row in rows("words.tsv")}


@functools.cache
def characters() -> dict[str, Character]:
    """Single kanji."""
    found = {}
    for char, compound, kun, alone in rows("characters.tsv"):
        stem, _, after = kun.partition(":")
        found[char] = Character(compound, stem if after else "", after, alone)
    return found


@functools.cache
def longest_word() -> int:
    """Characters of the longest word."""
    return max(map(len, words()))


def readable_japanese(text: TracedText) -> TracedText:
    """The text in kana; what has no known reading is left out. Every kana knows the kanji it came from."""
    text = text.sub(TOPIC, "わ").sub(TOWARDS, "え")
    pieces: list[str] = []
    origin: list[int] = []
    at, within = 0, False
    while at < len(text.text):
        length, read = reading_at(text.text, at, within)
        within = length == 1 and bool(KANJI.match(text.text[at]))
        pieces.append(read)
        places = text.origin[at : at + length]
        origin += [places[min(index, length - 1)] for index in range(len(read))]
        at += length
    return TracedText("".join(pieces), tuple(origin), tuple(place + 1 for place in origin))


def reading_at(text: str, at: int, within: bool) -> tuple[int, str]:
    """How many characters are read from `at`, and how; `within` a compound whose characters are read one by one."""
    if not KANJI.match(text[at]):
        return written_word(text, at) or (1, text[at])
    if text[at] == "々":
        return 1, character_reading(text, at - 1, within) if within and text[at - 1] != "々" else ""
    return written_word(text, at) or (1, character_reading(text, at, within))


def written_word(text: str, at: int) -> tuple[int, str] | None:
    """The longest word of the table that begins here, unless it is one character of a longer compound."""
    for length in range(min(longest_word(), len(text) - at), 0, -1):
        read = words().get(text[at : at + length])
        if read is not None and (length > 1 or not KANJI.match(text[at + 1 : at + 2])):
            return length, read
    return None


def character_reading(text: str, at: int, within: bool) -> str:
    """The reading of a single kanji by what stands around it."""
    character = characters().get(text[at])
    if character is None:
        return ""
    following = text[at + 1 : at + 2]
    if character.stem and following and following in character.after:
        return character.stem
    return character.compound if within or KANJI.match(following) else character.alone
