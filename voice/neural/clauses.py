"""A text cut where a voice breathes: clauses with the mark that ends them, never longer than a voice can hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

MARKS: Final = {"，": ",", "、": ",", "；": ";", "：": ":", "。": ".", "？": "?", "！": "!", "…": ",", "．": ".", "｡": "."}
"""Marks of Chinese and Japanese as the voices know them."""

ENDING: Final = re.compile(r"([,;:.!?]+)(?=\s|$|[\"'”’)\]])|([，、；：。？！…．｡]+)")
"""A mark between digits or letters is a part of the word."""

LONGEST: Final = 240
"""Characters of a clause: what a voice is given at once grows with the square of its length."""


def clauses(text: str) -> Iterator[tuple[str, str]]:
    """The clauses of `text` in order, each with its mark in ASCII: one of , ; : . ! ? or none."""
    begin = 0
    for match in ENDING.finditer(text):
        yield from pieces(text[begin : match.start()], mark_of(match.group()))
        begin = match.end()
    yield from pieces(text[begin:], "")


def mark_of(found: str) -> str:
    """One mark for several: a question wins, then an exclamation."""
    signs = {MARKS.get(sign, sign) for sign in found}
    return next((sign for sign in "?!.;:," if sign in signs), ",")


def pieces(words: str, mark: str) -> Iterator[tuple[str, str]]:
    """A clause, cut at spaces or anywhere where it is too long."""
    words = words.strip()
    while len(words) > LONGEST:
        at = words.rfind(" ", LONGEST // 2, LONGEST)
        at = LONGEST if at < 0 else at
        yield words[:at].strip(), ""
        words = words[at:].strip()
    if any(sign.isalnum() for sign in words):
        yield words, mark
