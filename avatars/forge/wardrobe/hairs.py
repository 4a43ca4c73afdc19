"""The hair styles, each on the plain head."""

from __future__ import annotations

from avatars.forge.wardrobe.garment import Garment

GARMENTS: tuple[Garment, ...] = ()
