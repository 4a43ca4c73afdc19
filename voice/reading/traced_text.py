"""Text that remembers where each of its characters came from, through any number of replacements."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

Put = str | tuple[int, int] | None
"""What a match becomes: a new text, a span of the match to keep as it is, or None to leave it."""


@dataclass(frozen=True, slots=True)
class TracedText:
    """Character i stands for characters `origin[i]` to `until[i]` of the text it was made from."""

    text: str
    origin: tuple[int, ...]
    until: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> TracedText:
        """The text as it stands."""
        return cls(text, tuple(range(len(text))), tuple(range(1, len(text) + 1)))

    @classmethod
    def joined(cls, parts: Iterable[TracedText]) -> TracedText:
        """Several, one after another."""
        parts = list(parts)
        return cls(
            "".join(part.text for part in parts),
            tuple(place for part in parts for place in part.origin),
            tuple(place for part in parts for place in part.until),
        )

    def sub(self, pattern: re.Pattern[str], put: str | Callable[[re.Match[str]], Put]) -> TracedText:
        """Replace every match by what `put` is or says. New text stands for the whole of what it replaces."""
        found = (
            (match.start(), match.end(), put if isinstance(put, str) else put(match)) for match in pattern.finditer(self.text)
        )
        return self.replaced((begin, end, new) for begin, end, new in found if new is not None)

    def replaced(self, changes: Iterable[tuple[int, int, str | tuple[int, int]]]) -> TracedText:
        """With other text, or a span of its own, in place of stretches (begin, end), which come in order."""
        parts: list[TracedText] = []
        last = 0
        for begin, end, new in changes:
            parts.append(self.cut(last, begin))
            parts.append(self.saying(new, begin, end) if isinstance(new, str) else self.cut(*new))
            last = end
        if not last and not parts:
            return self
        parts.append(self.cut(last, len(self.text)))
        return TracedText.joined(parts)

    def saying(self, new: str, begin: int, end: int) -> TracedText:
        """`new`, every character of which stands for characters `begin` to `end` of this text."""
        first, last = self.span(begin, end) if end > begin or not self.text else self.span(max(0, begin - 1), max(1, begin))
        return TracedText(new, (first,) * len(new), (last,) * len(new))

    def cut(self, begin: int, end: int) -> TracedText:
        """A stretch of it."""
        return TracedText(self.text[begin:end], self.origin[begin:end], self.until[begin:end])

    def strip(self, marks: str | None = None) -> TracedText:
        """Without white space, or `marks`, at its ends."""
        begin = len(self.text) - len(self.text.lstrip(marks))
        return self.cut(begin, max(begin, len(self.text.rstrip(marks))))

    def span(self, begin: int, end: int) -> tuple[int, int]:
        """Where characters `begin` to `end` lay in the first text; an empty span at its end if there are none."""
        if begin >= end or begin >= len(self.text):
            where = self.until[-1] if self.until else 0
            return where, where
        return min(self.origin[begin:end]), max(self.until[begin:end])
