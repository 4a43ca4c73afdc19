"""The colours of a person's skin."""

from __future__ import annotations

from avatars.creator.complexion import Complexion, complexion_of
from avatars.forge.parameters import Skin


def complexion(skin: Skin) -> Complexion:
    """The colours of this skin."""
    return complexion_of(skin.tone, skin.undertone)
