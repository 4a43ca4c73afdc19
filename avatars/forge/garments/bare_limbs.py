"""Forearms and calves for outfits with short sleeves and skirts, in the skin of whoever wears them."""

from __future__ import annotations

from avatars.forge.bare_skin import make_skin_part
from avatars.forge.part import Made


def make_bare_limbs(outfits: tuple[str, ...]) -> Made:
    """Both forearms and both legs from the knees down for these outfits."""
    arms, legs = make_skin_part("arms_skin", outfits), make_skin_part("legs_skin", outfits)
    return Made((*arms.parts, *legs.parts), ())
