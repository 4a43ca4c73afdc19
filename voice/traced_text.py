"""Text that remembers where each of its characters came from, through any number of replacements."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TracedText:
    """`origin[i]` is the place of character i in the text it was made from."""

    text: str
    origin: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> TracedText:
        """The text as it stands."""
        return cls(text, tuple(range(len(text))))

    def sub(self, pattern: re.Pattern[str], put: str | Callable[[re.Match[str]], str | tuple[int, int]]) -> TracedText:
        """Replace every match. `put` is the new text, or chooses it: a text, or a span of the match to keep as it is."""
        pieces: list[str] = []
        origin: list[int] = []
        last = 0
        for match in pattern.finditer(self.text):
            pieces.append(self.text[last : match.start()])
            origin += self.origin[last : match.start()]
            new = put if isinstance(put, str) else put(match)
            if isinstance(new, str):
                pieces.append(new)
                origin += [self.origin[match.start()]] * len(new) if match.group() else [0] * len(new)
            else:
                pieces.append(self.text[new[0] : new[1]])
                origin += self.origin[new[0] : new[1]]
            last = match.end()
        pieces.append(self.text[last:])
        origin += self.origin[last:]
        return TracedText("".join(pieces), tuple(origin))

    def cut(self, begin: int, end: int) -> TracedText:
        """A stretch of it."""
        return TracedText(self.text[begin:end], self.origin[begin:end])

    def strip(self) -> TracedText:
        """Without white space at its ends."""
        begin = len(self.text) - len(self.text.lstrip())
        return self.cut(begin, max(begin, len(self.text.rstrip())))

    def span(self, begin: int, end: int) -> tuple[int, int]:
        """Where characters `begin` to `end` lay in the first text; an empty span at its end if there are none."""
        inside = self.origin[begin:end]
        if not inside:
            where = self.origin[-1] + 1 if self.origin else 0
            return where, where
        return min(inside), max(inside) + 1
