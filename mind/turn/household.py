"""What does not change from turn to turn."""

from __future__ import annotations

from dataclasses import dataclass

from mind.domain import Character, Outfit
from mind.languages import Lang
from mind.wardrobe.garment import NO_CLOTHES, Closet


@dataclass(frozen=True, slots=True)
class Household:
    """Who she is, what her body can wear, and how she lives here."""

    character: Character
    outfits: tuple[Outfit, ...]
    lang: Lang
    """The language of a person who has not chosen one."""
    seed: int
    asked: Lang | None = None
    """The language asked for in this sitting, stronger than the one they chose."""
    place: str = ""
    """The shell they talk in ("window", "terminal")."""
    scene: str = ""
    """What stands around her ("room evening")."""
    dresses: bool = False
    """Whether she puts on what she likes on a new day."""
    closet: Closet = NO_CLOTHES
    """Garments and ready looks; empty for a body that has outfits alone."""
    all_clothes: bool = False
    """Whether every garment may be worn, whoever it came from or not."""
    country: str | None = None
    """ISO 3166; orders the seasons."""
