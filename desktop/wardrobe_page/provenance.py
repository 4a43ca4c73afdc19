"""Where a garment is from, in a sentence: how it came, when, with which words; and how one that is not hers yet comes."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from desktop.theme.dates import day
from desktop.theme.words import table, words
from desktop.wardrobe_page.closet import SWITCHED_ON, Piece
from mind.languages import Lang

GIVEN: Final = "gift"
"""How a garment comes that the user may give at any time."""
KEYS: Final = {"user": "gift"}
"""By whom it came, where the key of the words is another."""


def came(piece: Piece, now: datetime) -> str:
    """“A gift from you, 3 October. “For the cold platform.”” Empty for what is not hers."""
    if not piece.hers:
        return ""
    if piece.by == SWITCHED_ON or piece.came is None:
        return words()("wardrobe.came.all" if piece.by == SWITCHED_ON else "wardrobe.came.hers")
    key, when = KEYS.get(piece.by, piece.by), day(piece.came, now)
    if when in (words()("day.today"), words()("day.yesterday")):
        when = when.lower()
    if key == "gift" and piece.note:
        return words()("wardrobe.came.gift_note", day=when, note=piece.note)
    if key == "hers":
        return words()("wardrobe.came.hers")
    return words()(f"wardrobe.came.{key}", day=when)


def how(told: str) -> str:
    """How a garment comes that is not hers yet, of ``gift``, ``season:winter``, ``stage:2``, ``milestone:promise`` ..."""
    kind, _, name = told.partition(":")
    there = table(words().lang)
    keys = (f"wardrobe.how.{kind}_{name.replace('-', '_')}", f"wardrobe.how.{kind}", "wardrobe.how.moments")
    return words()(next(key for key in keys if key in there))


def story(piece: Piece, lang: Lang) -> str:
    """Where it is from, in her words; empty where she tells none."""
    return piece.info.stories.get(lang, "")
