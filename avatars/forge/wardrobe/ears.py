"""Earrings and what else is worn at the ears."""

from __future__ import annotations

from avatars.forge.wardrobe.garment import Garment

GARMENTS: tuple[Garment, ...] = ()
