"""What Mira and Kai own from the start: the garments of their outfits."""

from __future__ import annotations

from avatars.forge.wardrobe.garment import Garment

GARMENTS: tuple[Garment, ...] = ()
