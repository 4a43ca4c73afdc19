"""A sentence in the pieces that a caption keeps whole: words, with the marks that may not begin or end a line.

Chinese is read with a list of everyday words, longest first; Japanese by its script: a word is a stem with the kana that
follow it. Neither is a dictionary: what is not known stands alone, which is where such text may break anyway.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from assets import asset

NOT_FIRST: Final = frozenset(
    "、。，．,.!?！？：；:;)）]］}」』】〉》”’…‥・ー～〜%％℃ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々ゝゞヽヾ゛゜"
)
"""What may not begin a line."""
NOT_LAST: Final = frozenset("(（[［{「『【〈《“‘￥$＄£€#")
"""What may not end one."""
ENDS, STOPS = frozenset(".!?。！？…"), frozenset(",;:、，；：—–")
TOKEN: Final = re.compile(
    r"\s+|[\u3040-\u30fa\u30fc-\u30ff\u3400-\u9fff\uff66-\uff9f々〆]+|[、。，．！？：；）］」』】〉》”’…‥・〜～（［「『【〈《“‘]"
    r"|[^\s\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f々〆、。，．！？：；）］」』】〉》…‥・〜～（［「『【〈《]+"
)
CJK: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f々〆]")
KANA: Final = re.compile(r"[\u3040-\u30ff]")
KANA_ROW: Final = re.compile(r"[\u3040-\u309f]+")
"""Hiragana, which Japanese words end in."""
STEM: Final = re.compile(r"[\u3400-\u9fff々〆]+|[\u30a0-\u30ff\uff66-\uff9f]+|[\u3040-\u309f]+")
PARTICLES: Final = (
    *("ながら", "ように", "けれど", "から", "まで", "ので", "のに", "には", "では", "とは", "けど", "って"),
    *("を", "は", "が", "に", "へ", "も"),
)
"""After one of these a Japanese phrase may end."""
SURE: Final = ("ながら", "ように", "けれど", "から", "まで", "ので", "のに", "には", "では", "けど", "を")
"""After one of these a longer row of kana may be divided wherever it stands; the short ones only right behind a stem."""
INFLECTED: Final = frozenset("っるりられろんさしすせげぎなまみむめ")
"""What follows a kana that looks like a particle and is part of a verb: 上が-る."""
JOINS: Final = re.compile(
    r"an?|the|my|your|his|her|its|our|their|this|that|of|to|in|on|at|for|with|from|by|as|is|are|was|very|so|i|[\d.,]+"
)
"""English words that lean on the next one."""
OPENS: Final = re.compile(
    r"and|but|or|nor|so|because|that|which|who|when|while|if|then|than|though|although|unless|until|where|since|before"
    r"|after|with|without|into|about|like"
)
"""English words that a phrase begins with."""
LEANS: Final = frozenset("のな")
"""A Japanese word that ends so belongs to the one after it."""
LONG_TAIL, LONG_STEM = 6, 8
HONOURS: Final = "おご"
LONG_TOKEN: Final = 24
INSIDE: Final = re.compile(r"[^/\-_.?&=#]*[/\-_.?&=#]+|[^/\-_.?&=#]+")
"""Where a long address may be divided."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Characters `begin` to `end`, of which those from `ink` on are white space.

    `after`: how bad a break behind it is, from 0 at the end of a sentence to 1 between words that belong together.
    """

    begin: int
    ink: int
    end: int
    after: float


def units(text: str) -> list[Unit]:
    """The pieces of `text`, without gaps, in order."""
    spans = joined(text, list(pieces(text)))
    following = [text[begin:end].strip().lower() for begin, end in spans[1:]] + [""]
    found = []
    for (begin, end), after in zip(spans, following, strict=True):
        word = text[begin:end]
        found.append(Unit(begin, begin + len(word.rstrip()), end, cost_after(word, after)))
    return found


def words_in(text: str) -> list[tuple[int, int]]:
    """Where the words stand, without marks and white space around them."""
    found = []
    for unit in units(text):
        begin, end = bare(text, unit.begin, unit.ink)
        if end > begin:
            found.append((begin, end))
    return found


def bare(text: str, begin: int, end: int) -> tuple[int, int]:
    """A stretch without the marks and white space at its ends; empty where nothing else is in it."""
    while begin < end and not text[begin].isalnum() and text[begin] not in "$£€￥#":
        begin += 1
    while end > begin and not text[end - 1].isalnum() and text[end - 1] not in "%％℃ー々":
        end -= 1
    return begin, end


def whole_word(text: str, begin: int, end: int, known: list[tuple[int, int]] | None = None) -> tuple[int, int]:
    """The whole words that a mark from `begin` to `end` touches, no mark at their ends: never half a word is underlined."""
    if end <= begin:
        return begin, end
    touched = [span for span in (words_in(text) if known is None else known) if span[0] < end and span[1] > begin]
    if not touched:
        return bare(text, begin, end)
    return touched[0][0], touched[-1][1]


# --- inside


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Words and single marks, white space with the word before it."""
    for match in TOKEN.finditer(text):
        begin, token = match.start(), match.group()
        if token.isspace() or not CJK.match(token):
            yield from divided(begin, token)
        elif KANA.search(text):
            yield from japanese(begin, token)
        else:
            yield from chinese(begin, token)


def divided(begin: int, token: str) -> Iterator[tuple[int, int]]:
    """A word as it stands; a long address at its joints."""
    if len(token) <= LONG_TOKEN or token.isspace():
        yield begin, begin + len(token)
        return
    for match in INSIDE.finditer(token):
        yield begin + match.start(), begin + match.end()


def chinese(begin: int, run: str) -> Iterator[tuple[int, int]]:
    """The longest known words from the left; a character alone where none is known."""
    at = 0
    known, longest = everyday_chinese()
    while at < len(run):
        size = next((size for size in range(min(longest, len(run) - at), 1, -1) if run[at : at + size] in known), 1)
        yield begin + at, begin + at + size
        at += size


def japanese(begin: int, run: str) -> Iterator[tuple[int, int]]:
    """A stem and the hiragana behind it; an honorific kana goes with the stem it stands before."""
    start, before = 0, ""
    for match in STEM.finditer(run):
        at = match.start()
        kana = bool(KANA_ROW.match(match.group()))
        if not kana and before and (KANA_ROW.match(before) or at - start >= LONG_STEM):
            honoured = at - 1 > start and run[at - 1] in HONOURS and KANA_ROW.match(before) is not None
            yield from tailed(begin, run, start, at - honoured)
            start = at - honoured
        before = match.group()
    yield from tailed(begin, run, start, len(run))


def tailed(begin: int, run: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """One stem with its hiragana; a long row in two or more, each ending in a particle."""
    start = at = first
    while at < last:
        particle = particle_at(run, at, last) if last - start > LONG_TAIL and at - start >= 1 else ""
        at += len(particle) or 1
        if particle:
            yield begin + start, begin + at
            start = at
    if start < last:
        yield begin + start, begin + last


def particle_at(run: str, at: int, last: int) -> str:
    """The particle that ends a phrase here; none within the last two characters."""
    behind_stem = not KANA_ROW.match(run[at - 1])
    for each in PARTICLES:
        end = at + len(each)
        if run.startswith(each, at) and end <= last - 2 and (each in SURE or (behind_stem and run[end] not in INFLECTED)):
            return each
    return ""


def joined(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """White space and closing marks with what stands before them, opening marks with what comes."""
    found: list[tuple[int, int]] = []
    for begin, end in spans:
        if not found or not glued(text[found[-1][1] - 1], text[begin]):
            found.append((begin, end))
        else:
            found[-1] = (found[-1][0], end)
    return found


def glued(last: str, first: str) -> bool:
    """Whether a piece that begins with `first` stays with one that ends in `last`."""
    if first.isspace() or last in NOT_LAST:
        return True
    if last.isspace():
        return False
    leans = (last.isdigit() and CJK.match(first)) or (last.isalnum() and not CJK.match(last) and KANA_ROW.match(first))
    return first in NOT_FIRST or bool(leans)


def cost_after(word: str, following: str) -> float:
    """See `Unit.after`."""
    if following and word[-1] in ".-/_?&=#:":
        return 1.5
    bare_word = word.rstrip().rstrip("\"'”’」』）)]】》")
    if not bare_word or bare_word[-1] in ENDS:
        return 0.0
    if bare_word[-1] in STOPS:
        return 0.1
    if word.rstrip() != bare_word:
        return 0.3
    low = bare_word.lower()
    if not word[-1].isspace() and not CJK.search(bare_word[-1]) and following and not CJK.search(following[0]):
        return 1.5
    if bare_word[-1] in LEANS and KANA.search(bare_word):
        return 0.8
    if CJK.search(bare_word[-1]):
        return 0.35 if bare_word.endswith(PARTICLES) and KANA.search(bare_word) else 0.6
    if JOINS.fullmatch(low):
        return 0.95
    return 0.3 if OPENS.fullmatch(following) else 0.6


@cache
def everyday_chinese() -> tuple[frozenset[str], int]:
    """The list, and how long its longest word is."""
    lines = asset("texts", "captions", "words-zh.txt").read_text("utf-8").splitlines()
    known = frozenset(word for line in lines if not line.startswith("#") for word in line.split())
    return known, max(map(len, known))
