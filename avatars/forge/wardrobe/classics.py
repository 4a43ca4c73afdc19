"""What Mira and Kai own from the start: the garments of their outfits."""

from __future__ import annotations

from avatars.forge.wardrobe import kai_classics, mira_classics
from avatars.forge.wardrobe.garment import Garment

GARMENTS: tuple[Garment, ...] = (*mira_classics.GARMENTS, *kai_classics.GARMENTS)
