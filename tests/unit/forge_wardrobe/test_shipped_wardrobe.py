"""The wardrobe as shipped: every garment of the makers' lists is there, readable, within its size, told in all languages."""

import json
from collections import Counter

import numpy as np
import pytest

from assets import asset
from avatars.forge.wardrobe.looks import LOOKS, unknown
from avatars.forge.wardrobe.wardrobe import ALL
from avatars.wardrobe.catalogue import LANGUAGES, Catalogue
from avatars.wardrobe.dyes import MOST_ZONES, colour
from avatars.wardrobe.garment_file import read_garment
from avatars.wardrobe.look import SLOTS

FOLDER = asset("wardrobe")
LARGE, ALL_OF_IT = 480_000, 24_000_000


@pytest.fixture(scope="module")
def catalogue():
    return Catalogue.load(FOLDER)


@pytest.fixture(scope="module")
def files(catalogue):
    return {name: read_garment(catalogue.file(name)) for name in catalogue.garments}


def test_all_that_the_makers_list_is_shipped(catalogue):
    assert list(catalogue.garments) == [garment.info.id for garment in ALL]
    for garment in ALL:
        shipped = catalogue.garments[garment.info.id]
        assert (shipped.slot, shipped.layer, shipped.zones) == (garment.info.slot, garment.info.layer, garment.info.zones)


def test_there_is_something_for_every_slot(catalogue):
    count = Counter(info.slot for info in catalogue.garments.values())
    assert sum(count.values()) >= 60
    assert all(count[slot] >= 4 for slot in SLOTS if slot != "background"), count


def test_every_garment_is_told_in_all_languages(catalogue):
    for info in catalogue.garments.values():
        for lang in LANGUAGES:
            assert info.names.get(lang) and info.words.get(lang) and info.stories.get(lang), f"{info.id}: {lang}"
            assert all(word == word.lower() and word.strip() == word for word in info.words[lang]), info.id
            assert all(zone.names.get(lang) for zone in info.zones), info.id


def test_every_garment_can_be_dyed(catalogue):
    for info in catalogue.garments.values():
        assert 1 <= len(info.zones) <= MOST_ZONES, info.id
        for zone in info.zones:
            assert len(zone.palette) >= 3, f"{info.id}: {zone.id}"
            assert all(colour(dye) for dye in (zone.dye, *zone.palette))


def test_files_agree_with_the_list(catalogue, files):
    for name, file in files.items():
        info = catalogue.garments[name]
        assert (file.id, file.slot, file.layer) == (name, info.slot, info.layer)
        assert file.zones == tuple(zone.id for zone in info.zones)
        assert sum(len(piece.primitive.indices) // 3 for piece in file.pieces) == info.triangles
        dyed = {tuple(cloth.dyes) for cloth in file.cloths.values() if cloth.zones is not None}
        assert dyed == {tuple(zone.dye for zone in info.zones)}, name


def test_every_zone_reaches_some_cloth(files):
    for name, file in files.items():
        reached = np.zeros(len(file.zones), bool)
        for cloth in file.cloths.values():
            if cloth.zones is not None:
                weights = file.images[cloth.zones][..., : len(file.zones)]
                reached |= (weights > 128).any(axis=(0, 1))
        assert reached.all(), f"{name}: {[zone for zone, found in zip(file.zones, reached, strict=True) if not found]}"


def test_weights_sum_to_one_on_the_bones_of_a_body(files):
    for name, file in files.items():
        for piece in file.pieces:
            assert np.allclose(piece.primitive.weights.sum(axis=1), 1.0, atol=0.01), name
            length = np.linalg.norm(piece.primitive.normals, axis=1)
            assert np.abs(length - 1).max() < 0.02, name


def test_files_stay_small(catalogue):
    sizes = {name: catalogue.file(name).stat().st_size for name in catalogue.garments}
    assert max(sizes.values()) <= LARGE, max(sizes, key=sizes.get)
    assert sum(sizes.values()) <= ALL_OF_IT


def test_the_skin_and_what_is_worn_at_the_least_are_there(catalogue):
    skin = read_garment(catalogue.skin)
    names = {piece.name for piece in skin.pieces}
    assert {"hands", "neck", "skin_trunk", "skin_arms", "skin_legs", "underlayer-vest", "underlayer-shorts"} <= names


def test_looks_wear_what_there_is(catalogue):
    assert not unknown({name: tuple(zone.id for zone in info.zones) for name, info in catalogue.garments.items()})
    told = json.loads((FOLDER / "looks.json").read_text("utf-8"))["looks"]
    assert [one["id"] for one in told] == [ready.id for ready in LOOKS]
    for ready in LOOKS:
        slots = [catalogue.garments[worn.garment].slot for worn in ready.look.worn]
        assert len(set(slots)) == len(slots), f"{ready.id} wears two garments in one slot"
        assert set(ready.names) == set(ready.words) == set(LANGUAGES)
