"""The guards' own words, from assets/safety, one file a language."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from assets import asset
from mind.languages import Lang


@cache
def safety_texts(lang: Lang) -> dict[str, Any]:
    """Everything the guards say in a language."""
    return tomllib.loads(asset("safety", f"{lang}.toml").read_text("utf-8"))


@cache
def crisis_lines() -> dict[str, Any]:
    """Help lines per region."""
    return tomllib.loads(asset("safety", "crisis_lines.toml").read_text("utf-8"))


def variant(lang: Lang, key: str, seed: int) -> tuple[str, ...]:
    """One of the wordings of an answer, as sentences; the seed chooses."""
    wordings = safety_texts(lang)[key]
    chosen = wordings[seed % len(wordings)]
    return (chosen,) if isinstance(chosen, str) else tuple(chosen)


def silence_words(lang: Lang, seed: int) -> tuple[str, ...]:
    """A sign that she is there, for when a plan holds no words."""
    return variant(lang, "silence", seed)


def care_words(lang: Lang, seed: int) -> tuple[str, ...]:
    """How her first reply after a crisis begins."""
    return variant(lang, "crisis_after", seed)
