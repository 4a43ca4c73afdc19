"""Markup that one sentence of a reply opens and a later one closes: code blocks, and stage directions of several sentences.

A reply is spoken sentence by sentence, so that no sentence alone tells whether it stands within them.
"""

from __future__ import annotations

import re
from typing import Final

FENCE: Final = re.compile(r"(?:^|(?<=\n))[ \t]*```|```[ \t]*(?=$|\n)")
OPENING: Final = re.compile(r"(?:^|(?<=[\s(（「“\"]))\*(?=[^\s*])")
CLOSING: Final = re.compile(r"(?<=[^\s*])\*(?=[^A-Za-z0-9_*]|$)")
MOST: Final = 3
"""Sentences that a stage direction may go on for: a star that nobody closes was a footnote."""


class Carried:
    """One reply's open markup. Ask for each of its sentences, in order."""

    def __init__(self) -> None:
        self._open = ""
        self._since = 0

    def spoken(self, text: str) -> str:
        """The sentence, as long as it was, with blanks for what earlier or later sentences make part of a block."""
        begin = 0
        if self._open:
            begin = self._end_of_open(text)
            if begin < 0:
                return " " * len(text)
        end = self._beginning_of_open(text, begin)
        return " " * begin + text[begin:end] + " " * (len(text) - end)

    def _end_of_open(self, text: str) -> int:
        """Where what was open ends; -1 where all of the sentence stands within."""
        found = (FENCE if self._open == "```" else CLOSING).search(text)
        if found is None:
            self._since += 1
            if self._open == "*" and self._since > MOST:
                self._open = ""
                return 0
            return -1
        self._open = ""
        return found.end()

    def _beginning_of_open(self, text: str, begin: int) -> int:
        """Where something begins that this sentence does not close; the text's length where nothing does."""
        fences = list(FENCE.finditer(text, begin))
        if len(fences) % 2:
            self._open, self._since = "```", 0
            return fences[-1].start()
        at = begin
        while (star := OPENING.search(text, at)) is not None:
            closed = CLOSING.search(text, star.end())
            if closed is None:
                self._open, self._since = "*", 0
                return star.start()
            at = closed.end()
        return len(text)
