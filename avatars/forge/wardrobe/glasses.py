"""Glasses."""

from __future__ import annotations

from avatars.forge.wardrobe.garment import Garment

GARMENTS: tuple[Garment, ...] = ()
