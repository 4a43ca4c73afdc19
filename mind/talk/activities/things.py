"""The things of twenty questions: one table for all languages, their names in each, and what is true of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from assets import asset
from mind.languages import Lang

Truth = Literal["yes", "no", "partly"]
_COLUMN: Final[dict[Lang, int]] = {"en": 1, "zh": 2, "ja": 3}


@dataclass(frozen=True, slots=True)
class Thing:
    """`names` are those of one language, the one she says first. `partly`: traits of which neither yes nor no is wrong."""

    id: str
    names: tuple[str, ...]
    traits: frozenset[str]
    partly: frozenset[str]

    def truth(self, trait: str) -> Truth:
        """Whether it has the trait."""
        return "partly" if trait in self.partly else "yes" if trait in self.traits else "no"


@lru_cache(maxsize=3)
def things(lang: Lang) -> tuple[Thing, ...]:
    """All of them, in the order of the file."""
    lines = asset("talk", "games", "things.txt").read_text("utf-8").splitlines()
    return tuple(_thing(line, _COLUMN[lang]) for line in lines if line.strip() and not line.startswith("#"))


def thing_of(word: str, lang: Lang) -> Thing | None:
    """The thing of that id."""
    return next((one for one in things(lang) if one.id == word), None)


def _thing(line: str, column: int) -> Thing:
    parts = [part.strip() for part in line.split("|")]
    marks = parts[4].split()
    return Thing(
        parts[0], tuple(name.strip() for name in parts[column].split(",")),
        frozenset(mark for mark in marks if not mark.startswith("~")),
        frozenset(mark[1:] for mark in marks if mark.startswith("~")),
    )  # fmt: skip
