"""What is true of a scripted user, line by line as it was said, and whether what she keeps agrees with it."""

from __future__ import annotations

import fnmatch
import re
from dataclasses import dataclass, field
from typing import Literal

from mind.domain import Memory
from mind.talk.bench.script import Line, Mark

Verdict = Literal["true", "false", "ended", "never", "open"]
"""Of a memory: by the table true, another value than the table's, ended, from words that were not to be believed; not in
the table at all."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact of the table: it holds from the exchange `since` on, and until `until` where it ended."""

    keys: tuple[str, ...]
    value: str
    since: int
    until: int | None = None


@dataclass(slots=True)
class TruthTable:
    """Filled as the user speaks."""

    entries: list[Entry] = field(default_factory=list)
    nevers: list[str] = field(default_factory=list)
    """Words in which nothing was to be believed."""

    def said(self, line: Line, number: int) -> None:
        """The user said `line` as their `number`-th turn."""
        for mark in line.marks:
            if mark.sort == "never":
                self.nevers.append(line.text)
            else:
                self._end(mark, number)
                if mark.sort == "is":
                    self.entries.append(Entry(mark.keys, mark.value, number))

    def _end(self, mark: Mark, number: int) -> None:
        """What stood under the very same key ends; under a key with ``*`` many may stand, and only ``gone`` ends them."""
        self.entries = [
            Entry(one.keys, one.value, one.since, number) if one.until is None and _ends(mark, one.keys) else one
            for one in self.entries
        ]

    def current(self) -> list[Entry]:
        """What holds at the end."""
        return [one for one in self.entries if one.until is None]

    def verdict(self, memory: Memory, before: int | None = None) -> Verdict:
        """What the table says of a memory now; with `before`, of what the user's turn of that number ended it still says true."""
        about = [one for one in self.entries if any(fnmatch.fnmatch(memory.key, key) for key in one.keys)]
        if any((one.until is None or one.until == before) and agrees(one.value, memory) for one in about):
            return "true"
        if any(stands_in(memory.quote, never) for never in self.nevers):
            return "never"
        if any(one.until is not None and agrees(one.value, memory) for one in about):
            return "ended"
        exact = [one for one in about if memory.key in one.keys]
        return "false" if exact else "open"

    def found(self, entry: Entry, memories: list[Memory]) -> bool:
        """Whether one of the memories holds the fact."""
        return any(
            any(fnmatch.fnmatch(memory.key, key) for key in entry.keys) and agrees(entry.value, memory) for memory in memories
        )


def agrees(value: str, memory: Memory) -> bool:
    """Whether a memory holds this value: ``*`` any, else the words of one (or of one of those parted by ``|``)
    in the other, case and spaces aside."""
    held = [_plain(memory.value), *(_plain(one) for one in memory.slots.values())]
    for wanted in (_plain(one) for one in value.split("|")):
        if wanted == "*" or any(one and (wanted in one or (len(one) >= 2 and one in wanted)) for one in held):
            return True
    return False


def _ends(mark: Mark, keys: tuple[str, ...]) -> bool:
    if mark.sort == "gone":
        return any(fnmatch.fnmatch(a, b) or fnmatch.fnmatch(b, a) for a in keys for b in mark.keys)
    return any("*" not in key and key in mark.keys for key in keys)


def _plain(text: str) -> str:
    return re.sub(r"[\s\"'“”.,，。]+", " ", text.lower()).strip() if text.strip() != "*" else "*"


def stands_in(quote: str, words: str) -> bool:
    """Whether a quote stands in somebody's words, marks and spaces aside."""
    bare = re.sub(r"[\W_]+", "", quote.lower())
    return bool(bare) and bare in re.sub(r"[\W_]+", "", words.lower())
