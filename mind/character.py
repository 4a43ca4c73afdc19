"""Who lives here."""

from __future__ import annotations

from typing import Final

from mind.domain import Character

MIRA: Final = Character("mira", {"en": "Mira", "zh": "米拉", "ja": "ミラ"})

EVERYONE: Final = (MIRA,)


def born(character: Character) -> Character:
    """The character by the names she came with, whatever the user calls her."""
    return next((one for one in EVERYONE if one.id == character.id), character)


def all_names(character: Character) -> tuple[str, ...]:
    """Every name she goes by or went by: the given one, and her own in all languages."""
    return tuple(dict.fromkeys((*character.names.values(), *born(character).names.values())))
