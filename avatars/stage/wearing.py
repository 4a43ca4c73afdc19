"""What the figure on the stage is made of: the person's own file, her shape, and the look she wears over it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from assets import asset
from avatars.shape.reshape import Unbent
from avatars.vrm.model import Model
from avatars.wardrobe.catalogue import Catalogue
from avatars.wardrobe.layering import put_on, worn_in

if TYPE_CHECKING:
    from avatars.wardrobe.dressing import Dresser
    from avatars.wardrobe.look import Look, Worn


class Wearing:
    """Models of one person in her outfits or in a look, at any position of her sliders."""

    def __init__(self, person: Model, wardrobe: Catalogue | Path | None = None) -> None:
        self.person = person
        self.look: Look | None = None
        """The look worn; None while she wears an outfit of her own file."""
        self._wardrobe = wardrobe
        self._dresser: Dresser | None = None
        self._unbent: Unbent | None = None
        self._hair: Worn | None = None
        """The hair of a person who has none of their own."""
        self._stale = False
        """Whether the dresser still knows another painting of her."""

    @property
    def dresser(self) -> Dresser:
        """Who dresses her. ValueError for an avatar that has her own clothes only, `GarmentRefused` for a broken catalogue."""
        if self._dresser is None:
            from avatars.wardrobe.dressing import Dresser

            wardrobe = self._wardrobe or asset("wardrobe")
            found = wardrobe if isinstance(wardrobe, Catalogue) else Catalogue.load(wardrobe)
            self._dresser = Dresser(self.person, found)
        elif self._stale:
            self._dresser.become(self.person)
        self._stale = False
        return self._dresser

    def become(self, person: Model, look: Look | None = None) -> None:
        """Another painting of the same body is dressed from now on. The hair of `look` is hers: she keeps it on in any look that
        has none."""
        self.person, self._unbent = person, None
        if look is not None:
            self._hair = worn_in(look, "hair", self.dresser.catalogue.garments)
        self._stale = True

    def close(self) -> None:
        """Let go of the dresser's threads."""
        if self._dresser is not None:
            self._dresser.house.close()

    def renew(self, wardrobe: Catalogue | Path) -> None:
        """Take garments from this wardrobe from now on; what is worn stays until it is changed."""
        self.close()
        self._wardrobe, self._dresser = wardrobe, None

    def in_look(self, look: Look, values: Mapping[str, float]) -> Model:
        """Her in a look. ValueError names an unknown garment or slider."""
        garments = self.dresser.catalogue.garments
        if self._hair is not None and worn_in(look, "hair", garments) is None and self._hair.garment in garments:
            look = put_on(look, self._hair, garments)
        return self.dresser.dressed(look, values)

    def in_outfits(self, values: Mapping[str, float]) -> Model:
        """Her with the outfits of her own file."""
        if not values and not self.person.shape:
            return self.person
        if dict(values) == dict(self.person.shape):
            return self.person
        if self._unbent is None:
            self._unbent = Unbent(self.person)
        return self._unbent.shaped(values)

    def shaped(self, values: Mapping[str, float]) -> Model:
        """Her as she is dressed now, at these values. ValueError names what is wrong."""
        if self.look is not None:
            return self.in_look(self.look, values)
        if self._unbent is None:
            self._unbent = Unbent(self.person)
        return self._unbent.shaped(values)


def alike(one: Model, other: Model) -> bool:
    """Whether two models are the same surfaces on the same bones, in the same order: only their colours differ."""
    if len(one.meshes) != len(other.meshes) or len(one.materials) != len(other.materials) or one.nodes != other.nodes:
        return False
    pairs = [
        (p, q) for m, n in zip(one.meshes, other.meshes, strict=True)
        if len(m.primitives) == len(n.primitives) for p, q in zip(m.primitives, n.primitives, strict=True)
    ]  # fmt: skip
    return len(pairs) == sum(len(m.primitives) for m in one.meshes) and all(
        p.positions is q.positions and p.indices is q.indices and p.material == q.material for p, q in pairs
    )
