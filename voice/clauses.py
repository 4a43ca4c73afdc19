"""A very long text cut where a reader would take breath, so that its first words need not wait for its last."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

WHOLE: Final = 400
"""A text up to this weight is left in one piece: some 25 seconds of speech."""

FIRST: Final = 160
"""The weight of the first piece of a longer one, whose sound is waited for."""

EARLY: Final = 0.3
"""Share of a piece's room before which a cut is only taken for want of any other."""

BORDERS: Final = (
    re.compile(r"(?:[.!?…]+[\"'”’)\]]*\s+|[。！？…]+[」』”’）]*\s*|\n+)"),
    re.compile(r"(?:[,;:]\s+|[，、；：]\s*|\s*[—–]+\s*)"),
    re.compile(r"\s+"),
)
"""Ends of sentences, of clauses, of words."""

ATOM: Final = re.compile(
    r"```.*?(?:```|\Z)|`[^`\n]{1,200}`|(?:https?://|www\.)\S+|!?\[[^\]\n]{0,200}\]\([^)\s]{0,2000}\)|<[^<>\n]{1,200}>"
    r"|\*{1,2}[^*\n]{1,200}\*{1,2}",
    re.DOTALL,
)
"""What means something else when it is cut: code, addresses, links, tags, *actions*."""

LONGEST_SIGN: Final = 16
"""Characters that one sign may be made of: an emoji of a family, a letter with its accents."""

JOINED: Final = "\u200d\ufe0e\ufe0f"


def clauses(text: str) -> Iterator[tuple[int, int]]:
    """Where to cut `text`: spans that follow each other and cover all of it. Lazy: the first costs nothing of the rest."""
    if len(text) <= WHOLE and weight(text) <= WHOLE:
        yield 0, len(text)
        return
    atoms = ATOM.finditer(text)
    atom = next(atoms, None)
    begin, room = 0, FIRST
    while begin < len(text):
        end = cut(text, begin, reach(text, begin, room))
        while atom is not None and atom.end() <= end:
            atom = next(atoms, None)
        if atom is not None and atom.start() < end:
            end = atom.start() if atom.start() > begin else atom.end()
        yield begin, end
        begin, room = end, WHOLE


def weight(text: str) -> int:
    """How long it takes to say, in letters of the alphabet: a character of Chinese takes as long as three."""
    return sum(1 if char < "\u0800" else 3 for char in text)


def reach(text: str, begin: int, room: int) -> int:
    """How far from `begin` the text weighs no more than `room`; at least one character."""
    end = begin
    while end < len(text) and room > 0:
        room -= 1 if text[end] < "\u0800" else 3
        end += 1
    return end


def cut(text: str, begin: int, limit: int) -> int:
    """The best place for a cut in `begin` to `limit`."""
    if limit >= len(text):
        return len(text)
    early = begin + int(EARLY * (limit - begin))
    found = [[match.end() for match in border.finditer(text, begin, limit)] for border in BORDERS]
    for least in (early, begin):
        for places in found:
            if places and places[-1] > least:
                return places[-1]
    for place in range(limit, max(begin, limit - LONGEST_SIGN), -1):
        if text[place] not in JOINED and text[place - 1] not in JOINED and not unicodedata.combining(text[place]):
            return place
    return limit

