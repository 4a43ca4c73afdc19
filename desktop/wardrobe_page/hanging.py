"""Clothes for a picture: dressed on the person in the resting pose, and all of her left out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from avatars.stage.still_life import Hung, hung
from avatars.vrm.load import load_avatar
from avatars.wardrobe.catalogue import Catalogue
from avatars.wardrobe.dressing import Dresser
from avatars.wardrobe.garment_file import read_garment
from avatars.wardrobe.look import Look, Worn

HEAD: Final = frozenset({"face", "lips", "details", "strokes", "iris", "lights"})
"""Nodes of her file that hair is shown on, with all of her below: without a head it is hard to tell what it would look like."""


class Hanger:
    """Works in a thread of its own. Reads the person's file when first asked."""

    def __init__(self, person: Path, catalogue: Catalogue) -> None:
        self._person, self._catalogue = person, catalogue
        self._dresser: Dresser | None = None

    def hang(self, worn: Sequence[Worn]) -> Hung:
        """These clothes, hung. Raises `avatars.errors.AvatarError` or ValueError where they cannot be."""
        names = {piece.name for one in worn for piece in read_garment(self._catalogue.file(one.garment)).pieces}
        if self._dresser is None:
            self._dresser = Dresser(load_avatar(self._person), self._catalogue)
        model = self._dresser.dressed(Look(tuple(worn)))
        there = [(index, node.name) for index, node in enumerate(model.nodes) if node.mesh is not None]
        if any(self._catalogue.garments[one.garment].slot == "hair" for one in worn):
            seen = [index for index, name in there if name in names | HEAD]
            return hung(model, seen, [index for index, _ in there if index not in seen])
        return hung(model, [index for index, name in there if name in names])
