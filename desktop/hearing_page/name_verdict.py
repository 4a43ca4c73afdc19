"""Whether the speech model in use can hear the names she is to be called by, told in words."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.conversation.wake_names import verdicts
from desktop.settings import Settings
from desktop.theme.words import words
from voice.errors import VoiceError

if TYPE_CHECKING:
    from voice.wake.verdict import NameVerdict

UNHEARD = ("empty", "long", "unknown")


def judge(
    folder: Path, settings: Settings, lang: str, names: list[str], own: Iterable[str] = ()
) -> list[NameVerdict] | None:
    """One verdict for each name, `own` being those of the user; None without a sound speech model. Blocks up to a second."""
    try:
        return verdicts(folder, settings, lang, names, own)
    except VoiceError:
        # No model, or a broken one: the list of models tells which.
        return None


def told(verdict: NameVerdict) -> str:
    """In a sentence or two: whether it is heard, and what is to be known of it."""
    say, name = words(), verdict.name
    call = say("hearing.wake.call", name=name)
    unheard = next((warning for warning in verdict.warnings if warning in UNHEARD), "")
    parts = [say(f"hearing.wake.{unheard or 'known'}", name=name, word=say("hearing.wake.comma").join(verdict.missing))]
    if not unheard and verdict.often:
        parts = [say("hearing.wake.often", name=name, call=call)]
    if "own" in verdict.warnings:
        parts.append(say("hearing.wake.own", call=call))
    if "no-grammar" in verdict.warnings:
        parts.append(say("hearing.wake.no_grammar"))
    return (" " if words().lang == "en" else "").join(parts)
