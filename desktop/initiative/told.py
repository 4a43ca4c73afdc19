"""Why she has been quiet, in words. Knows no Qt: doors read it too."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from typing import Any

from assets import asset
from mind.initiative import Begin, Decision
from mind.languages import Lang


@lru_cache(maxsize=3)
def texts(lang: Lang) -> dict[str, Any]:
    """All words about it."""
    return tomllib.loads(asset("texts", "initiative", f"{lang}.toml").read_text("utf-8"))


def why_quiet(decision: Decision, lang: Lang) -> str:
    """The reason as a sentence."""
    reasons: dict[str, str] = texts(lang)["reason"]
    if isinstance(decision, Begin):
        return reasons["begin"]
    until = f"{decision.until:%H:%M}" if decision.until is not None else ""
    return reasons[decision.reason].format(until=until)
