"""What the recogniser listens for until she is called: the names, with greetings in front, and everything else as one."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Final

from voice.wake.names import GREETINGS, TITLES, Phrase, callable_names, folded, phrase_of

UNKNOWN: Final = "[unk]"
"""Stands for all other words: without it nearly everything that is said sounds like one of the names."""


@dataclass(frozen=True, slots=True)
class Call:
    """A name among words: it, and with its greeting and title the words `first` to before `last`."""

    name: str
    first: int
    last: int
    greeted: bool


@dataclass(frozen=True, slots=True)
class Spoken:
    """A way to call."""

    name: str
    words: Phrase
    greeted: bool


class WakeGrammar:
    """The ways to call her, in words that the vocabulary has. `unheard` are the names it lacks words for.

    Names in `only_greeted` call her with a greeting in front alone: they are common words, or sound like many.
    """

    def __init__(
        self, names: Sequence[str], lang: str, knows: Callable[[str], bool], only_greeted: Collection[str] = ()
    ) -> None:
        heard = {name: phrase_of(name, knows) for name in callable_names(names)}
        self.unheard: tuple[str, ...] = tuple(name for name, phrase in heard.items() if phrase is None)
        known = {name: phrase for name, phrase in heard.items() if phrase is not None}
        self.names: tuple[str, ...] = tuple(known)
        before = [found for greeting in GREETINGS.get(lang, ()) if (found := phrase_of(folded(greeting), knows))]
        behind: list[Phrase] = [(), *(found for title in TITLES.get(lang, ()) if (found := phrase_of(title, knows)))]
        bare: Phrase = ()
        ways = [
            Spoken(name, (*greeting, *phrase, *title), bool(greeting))
            for name, phrase in known.items()
            for greeting in (*(() if name in only_greeted and before else (bare,)), *before)
            for title in behind
        ]
        self.ways: tuple[Spoken, ...] = tuple(sorted(ways, key=lambda way: -len(way.words)))

    @property
    def json(self) -> str:
        """As Vosk takes it."""
        return json.dumps([*dict.fromkeys(" ".join(way.words) for way in self.ways), UNKNOWN], ensure_ascii=False)

    def find(self, words: Sequence[str], start: int = 0) -> Call | None:
        """The first call among words as the recogniser gives them, from `start` on."""
        for at in range(start, len(words)):
            for way in self.ways:
                if tuple(words[at : at + len(way.words)]) == way.words:
                    return Call(way.name, at, at + len(way.words), way.greeted)
        return None
