"""Whether words may be her name: short, sayable, no command, no cue, not the user's own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from mind.talk.lint_words import CUES
from mind.talk.word_set import word_set

LONGEST: Final = 24
MARKS: Final = re.compile(r"[\[\]{}<>|`*#@\\/_~^=+$%&:;!?，。！？、；：…\"“”()（）【】「」『』《》〈〉]")
"""What belongs to commands, cues, templates and sentences, and to no name."""
QUOTES: Final = " \t\"'“”‘’「」『』.,"
COMMANDS: Final = word_set(
    "system assistant user human developer narrator stop help quit exit forget undo delete erase reset pause resume yes no ok "
    "okay ai null none mute"
)
"""Roles of a prompt, and words that tell her to do something."""


def clean_name(words: str, *, user: str | None = None, taken: Iterable[str] = ()) -> str | None:
    """The name in these words, tidied, or None where they are none: 1 to 24 characters with a letter in them.

    `user` is the user's own name, `taken` further names that are not hers to bear.
    """
    if any(unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") for letter in words.strip()):
        return None
    name = " ".join(unicodedata.normalize("NFKC", words).replace("’", "'").strip(QUOTES).split())
    if not 1 <= len(name) <= LONGEST or MARKS.search(name) or not any(letter.isalpha() for letter in name):
        return None
    folded = name.casefold()
    if folded in CUES or folded in COMMANDS:
        return None
    others = {one.casefold() for one in (user, *taken) if one}
    return None if folded in others else name
