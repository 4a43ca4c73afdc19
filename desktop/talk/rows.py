"""What one row of the talk holds."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Literal

from desktop.theme.words import words
from mind.domain import Ended, Memory, Turn
from mind.events import Sentence
from mind.languages import Lang

RowKind = Literal["day", "mine", "hers", "notice"]
ChipKind = Literal["used", "kept", "more"]

SHOWN_CHARACTERS: Final = 1600
"""Of a longer message the list shows this much and opens the whole on request."""
SHOWN_LINES: Final = 40
CHIPS_SHOWN: Final = 3


@dataclass(slots=True, eq=False)
class Chip:
    """A memory or an earlier turn at a bubble: used in her words, or kept from yours. `resting`: shrunk to its mark."""

    kind: ChipKind
    memory: Memory | None
    text: str
    resting: bool = False
    turn: Turn | None = None

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        return self.text if self.kind == "kept" else words()("talk.used_name", text=self.text)


@dataclass(slots=True, eq=False)
class Row:
    """One row. `version` grows with every change, so that layouts can be cached."""

    kind: RowKind
    text: str
    at: datetime
    lang: Lang = "en"
    turn_id: int | None = None
    reply_to: int | None = None
    ended: Ended | None = None
    streaming: bool = False
    title: str = ""
    chips: list[Chip] = field(default_factory=list)
    all_chips: bool = False
    """Whether also those beyond the third are shown."""
    version: int = 0
    sentences: list[Sentence] = field(default_factory=list)
    """Of hers, as they were given to her voice since the window opened: with their languages and feelings."""

    def shown_chips(self) -> list[Chip]:
        """The chips that are painted: of those used at most three, and then how many more."""
        used = [chip for chip in self.chips if chip.kind == "used"]
        more = len(used) - CHIPS_SHOWN
        if self.all_chips or more <= 0:
            return self.chips
        others = [chip for chip in self.chips if chip.kind != "used"]
        return [*used[:CHIPS_SHOWN], Chip("more", None, f"+{more}"), *others]

    @property
    def said(self) -> bool:
        """Whether this is something one of the two said."""
        return self.kind in ("mine", "hers")


def visible(text: str) -> str:
    """`text` with control characters made visible and harmless; line ends, tabs, emoji and right-to-left text stay."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isprintable():
        return text
    return "".join(shown(character) for character in text)


def shown(character: str) -> str:
    """A character as it may be painted."""
    if character in "\n\t" or character.isprintable():
        return character
    category = unicodedata.category(character)
    if category in ("Cc", "Cs", "Cn"):
        return "\ufffd"
    return character


def shortened(text: str) -> tuple[str, bool]:
    """The part of a message that the list shows, and whether anything is left out."""
    cut = text[:SHOWN_CHARACTERS]
    lines = cut.split("\n")
    if len(lines) > SHOWN_LINES:
        cut = "\n".join(lines[:SHOWN_LINES])
    if len(cut) >= len(text):
        return text, False
    return cut.rstrip() + "…", True
