"""Whether the speech model in use can hear a name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from desktop.settings import Settings


@dataclass(frozen=True, slots=True)
class NameVerdict:
    """`missing` words of the name are unknown; `closest` are known names like it; `often`: it is heard where nobody calls.

    `common`: it is a word that people say anyway, and calls only with a greeting in front; `own`: it is the user's own name.
    `grammar` False: this model does not wait for names alone, so they are looked for in all that is said.
    """

    name: str
    known: bool
    missing: tuple[str, ...] = ()
    closest: tuple[str, ...] = ()
    often: bool = False
    common: bool = False
    own: bool = False
    grammar: bool = True
    sayable: bool = True


def judge(
    folder: Path, settings: Settings, lang: str, names: list[str], own: Iterable[str] = ()
) -> list[NameVerdict] | None:
    """One verdict for each name; None without a speech model. Reads the model's words: blocks up to a second."""
    from desktop.conversation.wake_names import verdicts
    from voice.errors import VoiceError

    try:
        found = verdicts(folder, settings, lang, names, own)
    except VoiceError:
        return None  # no model, or none that is sound: the card of the models tells which
    return [
        NameVerdict(
            one.name, one.heard, one.missing, one.closest, one.often, "common" in one.warnings, "own" in one.warnings,
            "no-grammar" not in one.warnings, not {"empty", "long"} & set(one.warnings),
        )
        for one in found
    ]  # fmt: skip
