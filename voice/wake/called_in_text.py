"""Her name in text that a recogniser or a server wrote, however it spells it; and the text without it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from voice.wake.grammar import Call
from voice.wake.likeness import likeness
from voice.wake.names import GREETINGS, TITLES, folded, is_unspaced

ALIKE: Final = 0.75
"""How like a name (`likeness`) a word must be to be taken for it where nothing else says that she was called."""

ALIKE_CALLED: Final = 0.5
"""The same where the sound has already told that she was."""

BETWEEN: Final = re.compile(r"^[\s,.!?:;…，。！？、：；～~—-]+")
WORD: Final = re.compile(r"[\u3005-\u30ff\u3400-\u9fff]|[^\W_]+(?:['’][^\W_]+)*")


def called_in(words: Sequence[str], names: Sequence[str], lang: str, alike: float = ALIKE) -> list[Call]:
    """The calls among words, each by the name it is likest to."""
    found: list[Call] = []
    at = 0
    while at < len(words):
        alikeness, call = call_at(words, at, names, lang, alike)
        if call is None:
            at += 1
            continue
        better = (call_at(words, later, names, lang, alike) for later in range(at + 1, call.last))
        if not call.greeted and any(other[0] > alikeness for other in better):
            at += 1  # what stands before it was taken into the name
            continue
        found.append(call)
        at = call.last
    return found


def call_at(words: Sequence[str], at: int, names: Sequence[str], lang: str, alike: float) -> tuple[float, Call | None]:
    """How alike, and the call that begins at this word, with its greeting."""
    begins = [(at + many, True) for many in greeting_lengths(words, at, lang)]
    best: tuple[float, Call | None] = (0.0, None)
    for begin, greeted in [*begins, (at, False)]:
        for name in names:
            for many in lengths_of(name):
                said = words[begin : begin + many]
                if len(said) < many:
                    continue
                alikeness = likeness(joined(said), name.replace(" ", ""))
                if alikeness >= alike and (best[1] is None or (greeted, alikeness) > (best[1].greeted, best[0])):
                    best = (alikeness, Call(name, at, begin + many, greeted))
    return best


def lengths_of(name: str) -> range:
    """How many words a recogniser may make of a name: one more or less than it has; of scripts without blanks up to all signs."""
    if is_unspaced(name.replace(" ", "")):
        return range(len(name), 0, -1)
    count = len(name.split())
    return range(count + 1, max(0, count - 2), -1)


def greeting_lengths(words: Sequence[str], at: int, lang: str) -> list[int]:
    """How many words the greetings that begin here have."""
    found = []
    for greeting in GREETINGS.get(lang, ()):
        signs = folded(greeting).split()
        for many in {len(signs), len(signs[0]) if len(signs) == 1 and is_unspaced(signs[0]) else len(signs)}:
            if joined(words[at : at + many]) == "".join(signs) and at + many < len(words):
                found.append(many)
    return found


def joined(words: Sequence[str]) -> str:
    """Words in one, folded."""
    return folded("".join(words)).replace(" ", "")


def without_call(text: str, names: Sequence[str], lang: str, *, behind: bool = False, alike: float = ALIKE_CALLED) -> str:
    """The text without the call it begins with (`behind`: ends with); as it is where it holds none there."""
    found = list(WORD.finditer(text))
    words = [match[0] for match in found]
    calls = called_in(words, names, lang, alike)
    if not calls:
        return text
    if behind:
        last = calls[-1]
        return text[: found[last.first].start()].rstrip(" ,，、-–—") if last.last == len(words) else text
    first = calls[0]
    if first.first > 0:
        return text
    end = found[first.last - 1].end()
    for title in TITLES.get(lang, ()):
        end += len(title) if text[end:].startswith(title) else 0
    return BETWEEN.sub("", text[end:])
