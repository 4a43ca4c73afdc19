"""Hanzi in pinyin with tone numbers, word by word: what espeak-ng's Mandarin reads without a mistake of its own.

pypinyin knows the words; `polyphones.tsv` decides characters that stand alone; tones of 一 and 不 change as they do in speech.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from voice.errors import SynthesisFault
from voice.reading.english.letters import readable_letter
from voice.reading.traced_text import TracedText

HANZI: Final = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003134f〇]+")
TABLE: Final = Path(__file__).with_name("polyphones.tsv")
NUMERALS: Final = "〇零一二三四五六七八九十百千万亿两幺点"
MARK: Final = re.compile("[，。！？；：、…—·・]")
MARKS: Final = {
    "，": ",",
    "。": ".",
    "！": "!",
    "？": "?",
    "；": ";",
    "：": ",",
    "、": ",",
    "…": ",",
    "—": ",",
    "·": " ",
    "・": " ",
}
WHOLE_ER: Final = frozenset("女婴幼少孤胎宠男健童")
"""Characters after which 儿 is a syllable of its own."""

CODA: Final = re.compile(r"(?:(?<=[aeiou])(?:ng|n)|(?<=[ae])i)(?=[1-5]$)")
HISSED: Final = re.compile(r"^(zh|ch|sh|r|z|c|s)i(?=[1-5]$)|^(zh)e(?=[1-5]$)")
UNKNOWN_TO_ENGINE: Final = re.compile(r"^([jqx])iong([1-5])$")
"""Syllables that espeak-ng 1.52 spells out in English, of all things."""


@functools.cache
def rules() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    """The table: patterns and the readings of the characters at the end of what they match."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple((re.compile(pattern), tuple(readings.split())) for pattern, readings in rows)


def readable_chinese(text: TracedText) -> TracedText:
    """The text in pinyin, a word at a time; what has no reading is left out. Raises `SynthesisFault`."""
    parts: list[TracedText] = []
    last = 0
    for match in HANZI.finditer(text.text):
        parts += [plain(text.cut(last, match.start())), *spelled(text, match)]
        last = match.end()
    return TracedText.joined([*parts, plain(text.cut(last, len(text.text)))])


def plain(between: TracedText) -> TracedText:
    """What stands between hanzi, with plain marks."""
    return readable_letter(between.sub(MARK, lambda match: MARKS[match[0]] + " "))


def spelled(text: TracedText, match: re.Match[str]) -> Iterator[TracedText]:
    """A row of hanzi as words of pinyin with a space around each."""
    found, words = readings(match[0])
    at = match.start()
    for word in words:
        syllables = found[at - match.start() : at - match.start() + len(word)]
        pieces = [text.saying(said, at + index, at + index + 1) for index, said in enumerate(syllables) if said]
        if pieces:
            before, after = text.saying(" ", at, at + 1), text.saying(" ", at + len(word) - 1, at + len(word))
            yield TracedText.joined([before, *pieces, after])
        at += len(word)


def readings(hanzi: str) -> tuple[list[str], list[str]]:
    """The syllable of every character (empty where it has none), and the words they make up."""
    try:
        from pypinyin import Style, pinyin
        from pypinyin.seg.mmseg import seg
    except ImportError as fault:
        raise SynthesisFault(
            "The package pypinyin is missing.", "Run the set-up again: it brings the package pypinyin."
        ) from fault
    words = list(seg.cut(hanzi))
    told = pinyin(words, style=Style.TONE3, neutral_tone_with_five=True, errors=passed_over, v_to_u=False)
    syllables = [choices[0] if choices[0][-1:].isdigit() else "" for choices in told]
    if len(syllables) != len(hanzi):
        syllables = [alone(char) for char in hanzi]
    for pattern, said in rules():
        for match in pattern.finditer(hanzi):
            for back, reading in enumerate(reversed(said), 1):
                if reading != "*":
                    syllables[match.end() - back] = reading
    return [engine_syllable(said) for said in with_r(hanzi, with_sandhi(hanzi, syllables))], words


def passed_over(chars: str) -> Any:
    """No syllable for each character that the dictionary lacks."""
    return [[""] for _ in chars]


def alone(char: str) -> str:
    """The commonest reading of a character by itself."""
    from pypinyin import Style, pinyin

    said = pinyin(char, style=Style.TONE3, neutral_tone_with_five=True, errors="ignore")
    return said[0][0] if said else ""


def with_sandhi(hanzi: str, syllables: list[str]) -> list[str]:
    """一 rises before a falling tone and falls before others, but not in numbers; 不 rises before a falling tone."""
    said = list(syllables)
    for index, char in enumerate(hanzi):
        if char not in "一不" or not said[index].startswith(("yi", "bu")):
            continue
        before = hanzi[index - 1] if index else "。"
        after = hanzi[index + 1] if index + 1 < len(hanzi) else "。"
        tone = syllables[index + 1][-1:] if index + 1 < len(hanzi) else ""
        if before == after != "。" and before not in NUMERALS:
            said[index] = said[index][:-1] + "5"
        elif char == "不":
            said[index] = ("bu2" if tone == "4" else "bu4") if said[index] != "bu5" else "bu5"
        elif not tone or stays_level(before, after, hanzi[index + 2 : index + 3]):
            said[index] = "yi1"
        else:
            said[index] = "yi2" if tone == "4" or after == "个" else "yi4"
    return said


def stays_level(before: str, after: str, then: str) -> bool:
    """Whether 一 counts in order, or is a figure of a number or sum, and keeps its tone."""
    if after == "点":
        return bool(then) and then in NUMERALS
    figure = after in NUMERALS and after not in "百千万亿两"
    return before in "第于比" + NUMERALS or figure or after in "月号楼班加减乘除比等" or before in "加减乘"


def with_r(hanzi: str, syllables: list[str]) -> list[str]:
    """A light 儿 melts into the syllable before it."""
    said = list(syllables)
    for index, char in enumerate(hanzi):
        if (
            char != "儿"
            or not index
            or hanzi[index - 1] in WHOLE_ER
            or not said[index - 1]
            or hanzi[index + 1 : index + 2] in ("子", "童", "媳", "女", "歌", "科")
        ):
            continue
        before = CODA.sub("", said[index - 1])
        if HISSED.match(before):
            said[index - 1], said[index] = (
                HISSED.sub(lambda match: (match[1] or match[2]) + "e", before)[:-1] + "r" + before[-1],
                "",
            )
        else:
            said[index - 1], said[index] = before, "er5"
    return said


def engine_syllable(syllable: str) -> str:
    """A syllable as espeak-ng can read it."""
    return UNKNOWN_TO_ENGINE.sub(r"\1i\2yong\2", syllable.replace("ü", "v"))
