"""A text cut where its language changes as a whole: figures are read in the language of the sentence around them."""

from __future__ import annotations

import re
from typing import Final

from voice.reading.scripts import has_kana, script
from voice.reading.traced_text import TracedText

EDGE: Final = re.compile(r"[.!?]+(?=\s|[\"”』」])|[。！？\n\"“”「」『』《》()（）]+")
LATIN_WORD: Final = re.compile(r"[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f']{2,}")
WORD: Final = re.compile("[A-Za-z]+")
OFTEN_CHINESE: Final = frozenset("的了吗呢吧们这那是我你说没还很都")
NOT_JAPANESE: Final = frozenset(
    "你您们吗呢吧这说谢么还让给对见马边过时间样东车书爱听话谁哪啊呀吃她个苹认识钱买卖觉长门问题员关开电视飞机头发现实习难欢风"
    "气妈爸爷奶岁点写读讲经错办紧张乐红绿蓝饭汤鱼鸡鸟树叶阳阴处几么着"
)
"""Characters that no Japanese sentence is written with."""

FEW: Final = 2
"""English words that do not make a section of their own within Chinese or Japanese."""

OWN: Final = {"en": 2.0, "zh": 4.0, "ja": 4.0}
"""How much more a word counts that is in the language of the conversation. Chinese and Japanese take in English words, English
takes in whole phrases."""


def sections(text: TracedText, lang: str) -> list[tuple[TracedText, str]]:
    """Stretches of the text with the language of each; neighbours differ."""
    found: list[tuple[int, str]] = []
    begin = 0
    japanese = lang == "ja" or (lang != "zh" and has_kana(text.text))
    taken_in = lang in ("zh", "ja") and any(script(char) in ("han", "kana") for char in text.text)
    for edge in (*(match.end() for match in EDGE.finditer(text.text)), len(text.text)):
        name = section_language(text.text[begin:edge], lang, japanese) if edge > begin else ""
        name = lang if name == "en" and taken_in and len(WORD.findall(text.text[begin:edge])) <= FEW else name
        if name and (not found or found[-1][1] != name):
            found.append((begin if found else 0, name))
        begin = edge
    if not found:
        return [(text, lang)] if text.text else []
    ends = [start for start, _ in found[1:]] + [len(text.text)]
    return [(text.cut(start, end), name) for (start, name), end in zip(found, ends, strict=True)]


def section_language(text: str, lang: str, japanese: bool) -> str:
    """The language most of its words are in, the conversation's in doubt; empty where it has no letter."""
    weights: dict[str, float] = {}
    if words := len(LATIN_WORD.findall(text)):
        weights["en"] = float(words)
    han = kana = 0
    for char in text:
        name = script(char)
        if name == "han":
            han += 1
        elif name == "kana":
            kana += 1
        elif name not in (None, "latin"):
            weights[str(name)] = weights.get(str(name), 0.0) + 0.25
    if han or kana:
        eastern = eastern_language(text, han, kana, lang, japanese)
        weights[eastern] = (han + kana) / 1.7
    if not weights:
        return ""
    return max(weights, key=lambda name: weights[name] * (OWN.get(lang, 2.0) if name == lang else 1.0))


def eastern_language(text: str, han: int, kana: int, lang: str, japanese: bool) -> str:
    """Chinese or Japanese. In a Chinese conversation a few kana do not make a sentence Japanese."""
    if not han or (japanese and (kana or not any(char in NOT_JAPANESE for char in text))):
        return "ja"
    if not kana:
        return "zh"
    return "ja" if lang != "zh" or kana > sum(char in OFTEN_CHINESE for char in text) * 2 else "zh"
