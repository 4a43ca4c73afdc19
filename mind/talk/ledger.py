"""What she has said lately, so that she does not say it again. Measures are those of the repetition targets:
sentences within 30 replies, openers (first three words, five characters) within 60, 4-grams (7 characters) within 20."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable

from mind.languages import Lang
from mind.talk.said import short_key

REPLIES = 32
"""Replies of the talk itself that are read again, as they were shown."""
_CUE = re.compile(r"\[[a-z]+(?:=[0-9.]+)?\]\s*")
_SENTENCE = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+|(?<=[。！？])[”」』）]*")
_ABBREVIATED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|No)\.$")


def split_sentences(text: str) -> list[str]:
    """Sentences of one of her wordings, cues kept with the sentence they stand before."""
    out: list[str] = []
    start = 0
    for match in _SENTENCE.finditer(text):
        piece = text[start:match.end()].strip()
        if _ABBREVIATED.search(piece):
            continue
        if piece:
            out.append(piece)
        start = match.end()
    rest = text[start:].strip()
    return [*out, rest] if rest else out


def without_cues(text: str) -> str:
    """The words alone."""
    return _CUE.sub("", text).strip()


def sentence_key(sentence: str) -> int:
    """A hash that ignores case, spacing, quotes and the end mark."""
    words = re.sub(r"[\s\"'“”‘’「」.,!?。，！？…]+", " ", without_cues(sentence).lower()).strip()
    return zlib.crc32(words.encode())


def sentence_mark(sentence: str) -> str:
    """The hash as the state keeps it."""
    return short_key(sentence_key(sentence))


def opener_key(text: str, lang: Lang) -> int:
    """A hash of how a reply begins."""
    plain = without_cues(text).lower()
    head = " ".join(re.findall(r"[\w']+", plain)[:3]) if lang == "en" else re.sub(r"[\W_]+", "", plain)[:5]
    return zlib.crc32(head.encode())


def grams(text: str, lang: Lang) -> set[int]:
    """Hashes of the word 4-grams, or of the 7-character runs in Chinese and Japanese."""
    plain = without_cues(text).lower()
    if lang == "en":
        words = re.findall(r"[\w']+", plain)
        return {hash_words(words[i:i + 4]) for i in range(len(words) - 3)}
    chars = re.sub(r"[\W_]+", "", plain)
    return {zlib.crc32(chars[i:i + 7].encode()) for i in range(len(chars) - 6)}


def hash_words(words: Iterable[str]) -> int:
    """A stable hash of a few words."""
    return zlib.crc32(" ".join(words).encode())
