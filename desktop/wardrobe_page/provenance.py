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
    key = KEYS.get(piece.by, piece.by)
    if key == "gift" and piece.note:
        return words()("wardrobe.came.gift_note", day=day(piece.came, now), note=piece.note)
    if key == "hers":
        return words()("wardrobe.came.hers")
    return words()(f"wardrobe.came.{key}", day=day(piece.came, now))


def how(told: str) -> str:
    """What it comes with: of ``season:winter`` the season, of ``milestone:friends`` that it is a milestone."""
    kind, _, name = told.partition(":")
    key = f"wardrobe.how.{name}" if f"wardrobe.how.{name}" in table(words().lang) and kind == "season" else f"wardrobe.how.{kind}"
    return words()(key) if key in table(words().lang) else told


def story(piece: Piece, lang: Lang) -> str:
    """Where it is from, in her words; empty where she tells none."""
    return piece.info.stories.get(lang, "")
