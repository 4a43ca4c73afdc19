"""Her, as she is dressed, as a VRM 1.0 file with the licence all its makers allow."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assets import asset
from desktop.composition import BROUGHT

if TYPE_CHECKING:
    from avatars.vrm.model import Meta, Model
    from avatars.wardrobe.catalogue import Catalogue
    from avatars.wardrobe.look import Look
    from desktop.settings.model import Settings



def whole_catalogue(folder: Path, wardrobe: Path | None = None) -> Catalogue:
    """The garments that ship and those brought to this data folder. Raises `avatars.errors.GarmentRefused`."""
    from avatars.wardrobe.brought.shelf import Shelf
    from avatars.wardrobe.catalogue import Catalogue

    return Catalogue.load(wardrobe or asset("wardrobe")).joined(Shelf(folder / BROUGHT).catalogue())


def dressed(folder: Path, settings: Settings, worn: Mapping[str, Any]) -> Model:
    """Who is set to stand on the stage, in this look (plain data). Raises `avatars.errors.AvatarError`, ValueError."""
    from avatars.vrm.load import load_avatar
    from avatars.wardrobe.dressing import Dresser
    from avatars.wardrobe.layering import put_on, wearable, worn_in
    from avatars.wardrobe.look import look_from_json

    catalogue = whole_catalogue(folder)
    look, _ = wearable(look_from_json(dict(worn)), catalogue.garments)
    if not settings.look.person:
        return Dresser(load_avatar(asset("avatars", f"{settings.look.avatar}.vrm"), clothes=False), catalogue).dressed(look)
    from avatars.creator.embodied import Embodiment
    from avatars.creator.people_folder import PeopleFolder

    person = PeopleFolder(folder / "people").load(settings.look.person)
    hair = worn_in(person.look, "hair", catalogue.garments)
    if hair is not None and worn_in(look, "hair", catalogue.garments) is None:
        look = put_on(look, hair, catalogue.garments)
    return Dresser(Embodiment(asset("creator")).model(person), catalogue).dressed(look, person.shape)


def licence_of(model: Model, look: Look, folder: Path) -> Meta:
    """Her own licence, narrowed by that of every brought garment she wears."""
    from avatars.vrm.write.licence import combined
    from avatars.wardrobe.brought.shelf import Shelf

    shelf = Shelf(folder / BROUGHT)
    others = [found for worn in look.worn if (found := shelf.licence(worn.garment)) is not None]
    return combined(model.meta, others)
