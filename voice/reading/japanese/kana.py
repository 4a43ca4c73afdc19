"""Kanji in kana: janome's dictionary of 400,000 words, our own words where it errs, numbers with their counters.

The result is in katakana as it is pronounced (は as ワ, long vowels with ー), with a space between the groups of words a speaker
keeps together. What has no reading is passed over.
"""

from __future__ import annotations

import functools
import re
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from voice.errors import SynthesisFault
from voice.reading.japanese.counters import DAY_WORDS, counted, counters, how_many, written_counters
from voice.reading.japanese.numbers import cardinal, kata, value
from voice.reading.traced_text import TracedText

WORDS: Final = Path(__file__).with_name("words.tsv")
KANJI: Final = re.compile(r"[\u3400-\u9fff\uf900-\ufaff々〆\U00020000-\U0003134f]")
NUMERAL: Final = re.compile(r"[〇一二三四五六七八九十百千万億兆]{1,24}")
NO_HEAD: Final = frozenset({"接尾", "非自立", "特殊"})
HEADS: Final = frozenset({"名詞", "動詞", "形容詞", "副詞", "連体詞", "接続詞", "感動詞", "接頭詞", "フィラー"})
MARKS: Final = str.maketrans(
    {"、": ",", "，": ",", "。": ".", "！": "!", "？": "?", "；": ";", "：": ",", "・": " ", "…": ",", "—": ","}
)
SMALL: Final = dict(zip("ァィゥェォヮヵヶ", "アイウエオワカケ", strict=True))
STRAY_SMALL: Final = re.compile(r"(?<![アイウエオカ-ヂツ-モヤユヨラ-ロワ-ヴ])[ァィゥェォヮ]|[ヵヶ]")
STRAY_LENGTH: Final = re.compile(r"(?<=ー)ー+|(?<![ァ-ッツ-ヲヴ])ー|(?<=ッ)ー")
REPEATED: Final = re.compile(r"(.)([ヽヾゝゞ])")
UNSAYABLE: Final = re.compile(r"[^ァ-ヴヷ-ヺー\s,.!?;'A-Za-z0-9-]")
LONGEST_PIECE: Final = 4
LONG_U: Final = re.compile(r"(?<=[ュョ])ウ")
LONG_O: Final = frozenset("オコソトノホモヨロゴゾドボポョ")
MOST: Final = 10**16
"""Numbers from here on have no name of ours."""

LOCK: Final = threading.Lock()


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the sentence from `begin`: as written, as said, and whether a group of words begins with it."""

    begin: int
    written: str
    said: str
    heads: bool


@functools.cache
def overrides() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Words the dictionary reads otherwise than we do: patterns and katakana."""
    lines = WORDS.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple((re.compile(pattern), kata(said)) for pattern, said in rows)


@functools.cache
def dictionary() -> Any:
    """The tokenizer (0.2 s; its 50 MB are mapped from disk). Raises `SynthesisFault` where the package is missing."""
    try:
        from janome.tokenizer import Tokenizer
    except ImportError as fault:
        raise SynthesisFault("The package janome is missing.", "Run the set-up again: it brings the package janome.") from fault
    return Tokenizer(mmap=True)


def readable_japanese(text: TracedText) -> TracedText:
    """The text in katakana, every one of which knows where it came from. Raises `SynthesisFault`."""
    for pattern, said in overrides():
        text = text.sub(pattern, said)
    parts: list[TracedText] = []
    for word in words_of(text.text):
        end = word.begin + len(word.written)
        if word.heads and parts:
            parts.append(text.saying(" ", word.begin, word.begin + 1))
        same = len(word.said) == len(word.written)
        parts.append(
            TracedText(word.said, text.origin[word.begin : end], text.until[word.begin : end])
            if same
            else text.saying(word.said, word.begin, end)
        )
    return sayable(TracedText.joined(parts))


def sayable(text: TracedText) -> TracedText:
    """Only kana the engine has a sound for."""
    text = TracedText(kata(text.text).translate(MARKS), text.origin, text.until)
    text = text.sub(REPEATED, lambda match: match[1] * 2).sub(STRAY_SMALL, lambda match: SMALL[match[0]])
    return text.sub(LONG_U, "ー").sub(UNSAYABLE, "").sub(STRAY_LENGTH, "")


def unmistaken(text: str) -> str:
    """The text with our own words in kana, as the dictionary gets it."""
    for pattern, said in overrides():
        text = pattern.sub(said, text)
    return text


def words_of(text: str) -> Iterator[Word]:
    """The words of a text, numbers with their counters as one."""
    tokens = tokens_of(text)
    places, at = [], 0
    for token in tokens:
        at = text.find(token.surface, at)
        places.append(at)
        at += len(token.surface)
    index, last = 0, 0
    while index < len(tokens):
        begin = places[index]
        if begin > last:
            yield Word(last, text[last:begin], " ", False)
        taken, said = number_at(text, begin, tokens, index, places)
        if not taken:
            taken, said = 1, sound(text, begin, tokens, index)
        end = places[index + taken - 1] + len(tokens[index + taken - 1].surface)
        yield Word(begin, text[begin:end], said, index > 0 and begins_group(tokens, index))
        index, last = index + taken, end


def number_at(text: str, begin: int, tokens: Sequence[Any], index: int, places: Sequence[int]) -> tuple[int, str]:
    """How many tokens are a number (or 何) with its counter, and its reading; none where there is no such thing."""
    token = tokens[index]
    asks = token.surface == "何"
    if not asks and not (token.part_of_speech.startswith("名詞,数") and NUMERAL.fullmatch(token.surface)):
        return 0, ""
    match = NUMERAL.match(text, begin)
    numeral = "何" if asks else match[0] if match else ""
    end = begin + len(numeral)
    ends = {places[at] + len(tokens[at].surface): at - index + 1 for at in range(index, min(len(tokens), index + 24))}
    for counter in written_counters():
        if text.startswith(counter, end) and end + len(counter) in ends:
            said = how_many(counter) if asks else with_kanji_number(text, begin, numeral, counter)
            if said is not None:
                return ends[end + len(counter)], kata(said)
    worth = value(numeral) if end in ends and len(numeral) > 1 and not asks else None
    return (ends[end], kata(cardinal(worth))) if worth is not None and worth < MOST else (0, "")


def with_kanji_number(text: str, begin: int, numeral: str, counter: str) -> str | None:
    """A number in kanji with its counter; None for parts of a whole (三分の一) and words that only look like it."""
    worth = value(numeral)
    if worth is None or worth >= MOST:
        return None
    if counter == "分" and text.startswith("分の", begin + len(numeral)):
        return cardinal(worth) + "ぶん"
    of_month = counter in DAY_WORDS and text[:begin].endswith(("月", "ガツ"))
    return counted(worth, counter, of_month=of_month) if counter in DAY_WORDS or counter in counters() else None


def sound(text: str, begin: int, tokens: Sequence[Any], index: int) -> str:
    """A word as it is pronounced; kanji no dictionary knows are tried one by one."""
    token = tokens[index]
    surface = token.surface
    if token.phonetic != "*":
        if surface == "う" and index and kata(tokens[index - 1].surface)[-1:] and said_before(tokens, index)[-1:] in LONG_O:
            return "ー"
        return str(token.phonetic)
    if not KANJI.search(surface):
        return str(surface)
    return "".join(said for _, said in pieces(surface))


def tokens_of(text: str) -> list[Any]:
    """The words the dictionary finds."""
    with LOCK:
        return list(dictionary().tokenize(text))


def pieces(row: str) -> Iterator[tuple[str, str]]:
    """A row of kanji that is no word, as the longest pieces that are, with their readings; empty for what has none."""
    at = 0
    while at < len(row):
        length = next((size for size in range(LONGEST_PIECE, 0, -1) if at + size <= len(row) and reading(row[at : at + size])), 0)
        yield row[at : at + max(length, 1)], reading(row[at : at + length]) if length else ""
        at += max(length, 1)


@functools.lru_cache(maxsize=4096)
def reading(piece: str) -> str:
    """How a piece of a row of kanji is read; empty where any of it has no reading."""
    said = [str(token.phonetic) for token in tokens_of(piece)]
    return "" if "*" in said else "".join(said)


def unread(text: str) -> list[str]:
    """The kanji of a text that are passed over."""
    rows = [token.surface for token in tokens_of(text) if token.phonetic == "*" and KANJI.search(token.surface)]
    return [piece for row in rows for piece, said in pieces(row) if not said and KANJI.match(piece)]


def said_before(tokens: Sequence[Any], index: int) -> str:
    """How the word before was said."""
    before = tokens[index - 1]
    return kata(before.surface if before.phonetic == "*" else before.phonetic)


def begins_group(tokens: Sequence[Any], index: int) -> bool:
    """Whether a pause could stand before this word: it carries meaning, and is not the rest of a compound."""
    kind, part = tokens[index].part_of_speech.split(",")[:2]
    before, before_part = tokens[index - 1].part_of_speech.split(",")[:2]
    if (
        kind not in HEADS
        or part in NO_HEAD
        or tokens[index].surface[0] in "ーッっァィゥェォぁぃぅぇぉ"
        or before == "接頭詞"
        or before_part in ("空白",)
    ):
        return False
    if part == "副詞可能" and len(tokens[index].surface) > 1:
        return True
    if kind == "名詞" and before == "名詞" and before_part not in ("副詞可能", "代名詞"):
        return False
    return not (kind == "動詞" and before_part == "サ変接続")
