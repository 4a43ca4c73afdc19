"""The words a language model is given, from assets/prompts, one file a language."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any, Final

from assets import asset
from mind.languages import Lang

CUES: Final = (
    *("happy", "sad", "angry", "relaxed", "surprised", "shy", "worried", "thinking"),
    *("nod", "shake", "wave", "laugh", "shrug", "hug", "heart"),
    *("dance", "sit", "stand"),
)


@cache
def prompt_texts(lang: Lang) -> dict[str, Any]:
    """Persona, rules and the frames of the notes, in a language."""
    return tomllib.loads(asset("prompts", f"{lang}.toml").read_text("utf-8"))


@cache
def system_text(lang: Lang, name: str) -> str:
    """The system message: the same bytes for the whole talk, so that servers keep their prefix cache."""
    cues = " ".join(f"[{cue}]" for cue in CUES)
    return str(prompt_texts(lang)["system"]).format(name=name, cues=cues).strip()
