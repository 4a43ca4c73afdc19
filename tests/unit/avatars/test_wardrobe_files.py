"""Garments' files and the catalogue: read whole, or refused by file and place."""

from __future__ import annotations

import copy
import json

import numpy as np
import pytest

from avatars.errors import GarmentRefused
from avatars.wardrobe.catalogue import Catalogue, info_to_json, read_list
from avatars.wardrobe.garment_file import read_garment, read_garment_bytes
from tests.support.avatar_small import pack, unpack
from tests.support.wardrobe_of_tubes import RED, SWUNG, garments, write_wardrobe


@pytest.fixture(scope="module")
def wardrobe(tmp_path_factory):
    return write_wardrobe(tmp_path_factory.mktemp("wardrobe"))


@pytest.fixture(scope="module")
def coat(wardrobe):
    return (wardrobe / "outer" / "ribbon-coat.glb").read_bytes()


def test_a_garment_is_read_as_it_was_made(wardrobe):
    file = read_garment(wardrobe / "bottom" / "ribbon-skirt.glb")
    made = garments()["ribbon-skirt"][1].made.parts[0]
    (piece,) = file.pieces
    assert (file.id, file.slot, file.layer, file.zones) == ("ribbon-skirt", "bottom", 3, ("cloth",))
    assert np.allclose(piece.primitive.positions, made.positions, atol=1e-5)
    assert np.allclose(piece.primitive.normals, made.normals, atol=0.02)
    assert np.array_equal(piece.primitive.indices.reshape(-1, 3), made.triangles)
    names = [file.nodes[joint].name for joint in np.unique(piece.primitive.joints[piece.primitive.weights > 0])]
    assert sorted(names) == ["hips", "ribbon_0"]
    assert [file.nodes[joint.node].name for joint in file.springs[0].joints] == list(SWUNG)
    assert file.cloths["ribbon-skirt"].dyes == (RED,)
    assert file.cloths["ribbon-skirt"].metre == 100.0


def changed(data: bytes, change) -> bytes:
    document, binary = unpack(data)
    document = copy.deepcopy(document)
    change(document)
    return pack(document, binary)


def told(document):
    return document["extras"]["hearth"]["garment"]


def turned(document):
    document["nodes"][0]["rotation"] = [0.0, 0.7071, 0.0, 0.7071]


def adrift(document):
    for node in document["nodes"]:
        if node["name"] == "hips":
            node["name"] = "hip bone"


def moved(document):
    next(node for node in document["nodes"] if node["name"] == SWUNG[1])["translation"][0] += 0.01


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda d: d.pop("extras"), "is no garment"),
        (lambda d: told(d).update(slot="tail"), "slot"),
        (lambda d: told(d)["materials"]["ribbon-coat"].update(dyes=["red"]), "dye 0"),
        (lambda d: told(d)["materials"]["ribbon-coat"].update(dyes=[]), "dyes"),
        (lambda d: told(d)["materials"]["ribbon-coat"].update(shade=99), "shade"),
        (lambda d: told(d).update(press={"rim": [1, 2]}), "press"),
        (lambda d: d["accessors"][d["meshes"][0]["primitives"][0]["indices"]].update(count=10**6), "accessor"),
        (lambda d: d["meshes"][0]["primitives"][0]["attributes"].pop("JOINTS_0"), "hangs on no joints"),
        (lambda d: d["scenes"][0].update(nodes=[0]), "nothing to wear"),
        (lambda d: d.update(extensionsRequired=["EXT_other"]), "EXT_other"),
        (lambda d: d["images"][0].update(mimeType="image/png", bufferView=0), "image 0"),
        (turned, "node 0"),
        (adrift, "is no bone of the body"),
        (moved, "is bound in another place"),
    ],
)  # fmt: skip
def test_a_broken_garment_is_refused_by_file_and_place(coat, change, place):
    with pytest.raises(GarmentRefused) as refused:
        read_garment_bytes(changed(coat, change), "coat.glb")
    assert refused.value.message.startswith("coat.glb: ")
    assert place in refused.value.message
    assert refused.value.remedy


def test_a_damaged_file_is_read_or_refused_and_never_worse(coat):
    draws = np.random.default_rng(11)
    for _ in range(120):
        data = bytearray(coat)
        for at in draws.integers(0, len(data), draws.integers(1, 12)):
            data[at] = draws.integers(0, 256)
        if draws.random() < 0.2:
            del data[draws.integers(0, len(data)) :]
        try:
            file = read_garment_bytes(bytes(data), "coat.glb")
        except GarmentRefused as refused:
            assert "coat.glb" in refused.message
        else:
            for piece in file.pieces:
                assert int(piece.primitive.indices.max()) < len(piece.primitive.positions)
                assert int(piece.primitive.joints.max()) < len(file.nodes)


def test_a_missing_file_says_which(tmp_path):
    with pytest.raises(GarmentRefused, match=r"scarf\.glb"):
        read_garment(tmp_path / "scarf.glb")


def test_the_catalogue_lists_what_was_written(wardrobe):
    catalogue = Catalogue.load(wardrobe)
    assert catalogue.garments == {name: entry for name, (entry, _) in garments().items()}
    assert [entry.id for entry in catalogue.of("top")] == ["loose-top", "tight-top"]
    assert read_garment(catalogue.file("coat")).id == "coat"


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"slot": "tail"}, "slot"), ({"id": "a b"}, "id"), ({"file": "../secret.glb"}, "file"), ({"file": "/etc/passwd"}, "file"),
        ({"made_for": {"warmth": 3}}, "warmth"), ({"origin": "bought"}, "origin"), ({"layer": -4}, "layer"),
        ({"zones": [{"id": "a", "dye": "blue"}]}, "zone 0, dye"), ({"words": {"en": "warm"}}, "words, en"),
        ({"replaces": ["tail"]}, "slot 0"),
    ],
)  # fmt: skip
def test_a_wrong_entry_is_refused_by_its_place(change, place):
    entry = info_to_json(garments()["coat"][0]) | change
    with pytest.raises(GarmentRefused) as refused:
        read_list(json.dumps([entry]), "catalogue.json")
    assert refused.value.message.startswith("catalogue.json: garment 0")
    assert place in refused.value.message


@pytest.mark.parametrize("text", ["", "[", "3", '{"garments": 4}', "[" * 100_000])
def test_a_catalogue_that_is_none_is_refused(text):
    with pytest.raises(GarmentRefused, match=r"catalogue\.json"):
        read_list(text, "catalogue.json")


def test_a_garment_is_listed_once():
    entry = info_to_json(garments()["coat"][0])
    with pytest.raises(GarmentRefused, match="coat is listed twice"):
        read_list(json.dumps([entry, entry]), "catalogue.json")
