"""What hangs in the wardrobe: the catalogue's garments beside what the mind keeps of them. No Qt."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from avatars.wardrobe.garment import GarmentInfo
from avatars.wardrobe.look import SLOTS, Look, Slot, look_from_json
from mind.languages import Lang
from mind.wardrobe.holdings import SavedLook, WardrobeView

STYLES: Final = ("casual", "cosy", "office", "sporty", "evening", "festive", "sleep", "rain")
"""What clothes are for, as the page filters by it."""
SWITCHED_ON: Final = "all"
"""How a garment came that is there because all clothes are switched on."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One garment as the page shows it. `by` says how it came; a garment that is not hers yet has none of what follows."""

    info: GarmentInfo
    hers: bool
    came: datetime | None = None
    by: str = ""
    note: str = ""
    favourite: bool = False
    how: str = ""
    """How one that is not hers yet comes: ``gift``, ``season:winter``, ``stage:2`` ..."""

    @property
    def id(self) -> str:
        """The garment's id."""
        return self.info.id

    def name(self, lang: Lang) -> str:
        """Its name in a language."""
        return self.info.names.get(lang) or self.info.names.get("en", self.info.id)


@dataclass(frozen=True, slots=True)
class Saved:
    """A look that was kept."""

    id: int
    name: str
    look: Look


@dataclass(frozen=True, slots=True)
class Closet:
    """All pieces by id in the catalogue's order, hers before those to come, and the looks that were kept."""

    pieces: Mapping[str, Piece] = field(default_factory=dict)
    looks: tuple[Saved, ...] = ()

    def of(self, slot: Slot) -> tuple[Piece, ...]:
        """What hangs in a slot."""
        return tuple(piece for piece in self.pieces.values() if piece.info.slot == slot)

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The slots there is something in."""
        there = {piece.info.slot for piece in self.pieces.values()}
        return tuple(slot for slot in SLOTS if slot in there)

    @property
    def styles(self) -> tuple[str, ...]:
        """The styles there is something for."""
        there = {tag for piece in self.pieces.values() for tag in piece.info.tags}
        return tuple(style for style in STYLES if style in there)

    @property
    def hers(self) -> frozenset[str]:
        """What she may wear."""
        return frozenset(name for name, piece in self.pieces.items() if piece.hers)

    def found(self, text: str, lang: Lang) -> tuple[Piece, ...]:
        """The pieces that every word of `text` fits, by name, by the words that ask for them, or by style."""
        wanted = text.casefold().split()
        return tuple(piece for piece in self.pieces.values() if all(fits(piece.info, word, lang) for word in wanted))


def fits(info: GarmentInfo, word: str, lang: Lang) -> bool:
    """Whether a word is part of a garment's name, its words or its styles, in a language or in English."""
    told = [info.slot, *info.tags]
    for each in {lang, "en"}:
        told += [info.names.get(each, ""), *info.words.get(each, ())]
    return any(word in one.casefold() for one in told)


def styled(pieces: Collection[Piece], style: str) -> tuple[Piece, ...]:
    """Those for a style; all where none is named."""
    return tuple(piece for piece in pieces if not style or style in piece.info.tags)


def closet_of(garments: Mapping[str, GarmentInfo], view: WardrobeView) -> Closet:
    """What the mind knows, laid over the catalogue. What only one of the two knows is left out, as is a look that is broken."""
    owned = {one.id: one for one in view.owned}
    coming = dict(view.not_yet)
    pieces: list[Piece] = []
    for name, info in garments.items():
        if name in owned:
            one = owned[name]
            pieces.append(Piece(info, True, one.came, one.by, one.note, one.favourite))
        elif name in coming:
            pieces.append(Piece(info, view.open, by=SWITCHED_ON if view.open else "", how=coming[name]))
    pieces.sort(key=lambda piece: not piece.hers)
    return Closet({piece.id: piece for piece in pieces}, tuple(found for one in view.looks if (found := saved_of(one))))


def saved_of(one: SavedLook) -> Saved | None:
    """A kept look; None for one whose data is broken."""
    try:
        return Saved(one.id, one.name, look_from_json(dict(one.look)))
    except ValueError:
        return None
