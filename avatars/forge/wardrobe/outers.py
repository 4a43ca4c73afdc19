"""New coats and jackets, worn over the rest."""

from __future__ import annotations

from avatars.forge.wardrobe.garment import Garment

GARMENTS: tuple[Garment, ...] = ()
