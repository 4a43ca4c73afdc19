"""Whether the speech model in use can hear the names she is to be called by, told in words."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.conversation.wake_names import verdicts
from desktop.hearing_page.told import sentences
from desktop.settings import Settings
from desktop.theme.words import words
from voice.errors import VoiceError

if TYPE_CHECKING:
    from voice.wake.verdict import NameVerdict


def judge(
    folder: Path, settings: Settings, lang: str, names: list[str], own: Iterable[str] = ()
) -> list[NameVerdict] | None:
    """One verdict for each name; None without a sound speech model. Reads its words: blocks for a moment. `own` are the
    user's names."""
    try:
        return verdicts(folder, settings, lang, names, own)
    except VoiceError:
        # None, or a broken one: where one listens that is told.
        return None


def told(verdict: NameVerdict) -> str:
    """In a sentence or two: whether it is heard, and what is to be known of it."""
    say, name = words(), verdict.name
    call = say("hearing.wake.call", name=name)
    first = {"empty": "empty", "long": "long", "unknown": "unknown"}.get(next(iter(verdict.warnings), ""), "known")
    parts = [say(f"hearing.wake.{first}", name=name, word=say("hearing.wake.comma").join(verdict.missing) or name)]
    if verdict.often:
        parts = [say("hearing.wake.often" if "common" in verdict.warnings else "hearing.wake.short", name=name, call=call)]
    if first == "unknown" and not verdict.closest:
        parts.append(say("hearing.wake.choose"))
    if "own" in verdict.warnings:
        parts.append(say("hearing.wake.own", call=call))
    if "no-grammar" in verdict.warnings:
        parts.append(say("hearing.wake.no_grammar"))
    return sentences(*parts)
