"""Whether the speech model in use can hear a name."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.settings import Settings


@dataclass(frozen=True, slots=True)
class NameVerdict:
    """`missing` words of the name are unknown; `closest` are known names like it; `often`: it is heard where nobody calls."""

    name: str
    known: bool
    missing: tuple[str, ...] = ()
    closest: tuple[str, ...] = ()
    often: bool = False


def judge(folder: Path, settings: Settings, lang: str, names: list[str]) -> list[NameVerdict] | None:
    """One verdict for each name; None without a speech model. Loads the model's words: blocks up to seconds."""
    return None
