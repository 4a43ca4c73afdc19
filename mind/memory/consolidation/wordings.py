"""Her ways of putting things on a page: pools per language, the least worn first."""

from __future__ import annotations

import random
import tomllib
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from string import Formatter
from typing import Any

from assets import asset
from mind.languages import Lang

Worn = dict[str, int]
"""When a wording was last used: its key to the ordinal of the day."""


@cache
def table(lang: Lang) -> Mapping[str, Any]:
    """All pools and small words of a language, from ``assets/talk/diary``."""
    return tomllib.loads(asset("talk", "diary", f"{lang}.toml").read_text("utf-8"))


def wording_key(pool: str, line: str) -> str:
    """A short stable key of a wording, which tells nothing of what was filled into it."""
    return f"{zlib.crc32(f'{pool}:{line}'.encode()):08x}"


@dataclass
class Wordings:
    """Takes wordings for one page; `worn` is kept from page to page, `taken` is what this page used."""

    lang: Lang
    day: int
    """The page's day as an ordinal."""
    seed: int
    worn: Worn = field(default_factory=dict)
    taken: Worn = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.random = random.Random(zlib.crc32(f"{self.seed}:{self.day}:{self.lang}".encode()))

    def has(self, pool: str) -> bool:
        """Whether the language has such a pool."""
        return bool(_pool(self.lang, pool))

    def take(self, pool: str, env: Mapping[str, str]) -> str | None:
        """The least worn wording of a pool that can be filled from `env`, filled; None where none can."""
        fits = [line for line in _pool(self.lang, pool) if all(env.get(name) for name in _slots(line))]
        fits = [line for line in fits if wording_key(pool, line) not in self.taken] or fits
        if not fits:
            return None
        self.random.shuffle(fits)
        # A wording filled from this day's talk is half new: among equally worn ones it goes first.
        chosen = min(fits, key=lambda line: (self.worn.get(wording_key(pool, line), 0), not _slots(line)))
        self.taken[wording_key(pool, chosen)] = self.day
        return chosen.format(**env)

    def word(self, group: str, name: str, default: str = "") -> str:
        """A small word of the language: part of a day, name of a game."""
        return str(table(self.lang).get(group, {}).get(name, default))


@cache
def _pool(lang: Lang, pool: str) -> tuple[str, ...]:
    found = table(lang)["pools"].get(pool, ())
    return tuple(found)


@cache
def _slots(line: str) -> tuple[str, ...]:
    return tuple(name for _, name, _, _ in Formatter().parse(line) if name)
