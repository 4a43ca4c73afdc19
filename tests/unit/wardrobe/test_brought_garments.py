"""Garments people bring: fitted to the body, dyeable, kept; a bad one is told by name and leaves all as it was."""

from __future__ import annotations

import json
import random
from functools import cache

import numpy as np
import pytest
from PIL import Image

from assets import asset
from avatars.errors import GarmentRefused
from avatars.vrm.model import Meta
from avatars.vrm.write.licence import combined
from avatars.wardrobe.brought.bringing import bring
from avatars.wardrobe.brought.shelf import Shelf
from avatars.wardrobe.catalogue import Catalogue
from avatars.wardrobe.dyes import painted
from avatars.wardrobe.garment_file import read_garment, read_garment_bytes
from tests.support.brought_garment import laid_out, poncho


@cache
def skin():
    return read_garment(asset("wardrobe", "skin", "skin.glb"))


def steps(brought):
    return {step.kind: step.values for step in brought.steps}


def weights_by_bone(file):
    piece = file.pieces[0].primitive
    felt = {}
    for k in range(4):
        for joint in np.unique(piece.joints[:, k]):
            rows = piece.joints[:, k] == joint
            name = file.nodes[int(joint)].name
            felt[name] = felt.get(name, 0.0) + np.where(rows, piece.weights[:, k], 0.0)
    return piece.positions, {name: weights for name, weights in felt.items() if weights.max() > 0}


def test_cloth_without_a_rig_takes_the_bodys_weights_where_it_lies(tmp_path):
    brought = bring(laid_out(tmp_path), skin())
    points, felt = weights_by_bone(read_garment_bytes(brought.data, "poncho"))
    assert "weights" in steps(brought) and np.allclose(sum(felt.values()), 1.0, atol=1e-4)
    over_arm = (points[:, 0] > 0.3) & (points[:, 1] > 1.1)
    assert felt["leftUpperArm"][over_arm].mean() + felt["leftLowerArm"][over_arm].mean() > 0.5
    assert felt.get("rightUpperArm", np.zeros(len(points)))[over_arm].max() < 0.05


def test_centimetres_are_understood_and_said(tmp_path):
    metres = read_garment_bytes(bring(laid_out(tmp_path / "m"), skin()).data, "a").pieces[0].primitive.positions
    brought = bring(laid_out(tmp_path / "cm", poncho(100.0)), skin())
    assert "scaled" in steps(brought)
    assert np.allclose(read_garment_bytes(brought.data, "b").pieces[0].primitive.positions, metres, atol=1e-4)


def test_points_in_the_flesh_come_out_of_it_and_are_counted(tmp_path):
    brought = bring(laid_out(tmp_path), skin())
    told = steps(brought).get("pushed")
    assert told is not None and told["points"] > 0


def test_a_rig_on_this_very_body_is_kept_and_one_for_another_body_is_not(tmp_path):
    chest = next(tuple(skin().places[i]) for i, node in enumerate(skin().nodes) if node.name == "chest")
    kept = bring(laid_out(tmp_path / "own", poncho(bone="chest", at=chest)), skin())
    other = bring(laid_out(tmp_path / "other", poncho(bone="chest", at=(0.0, 0.7, 0.0))), skin())
    nothing = bring(laid_out(tmp_path / "none", poncho(bone="tail", at=chest)), skin())
    assert "kept_rig" in steps(kept) and "weights" in steps(other) and "weights" in steps(nothing)
    _, felt = weights_by_bone(read_garment_bytes(kept.data, "own"))
    assert set(felt) == {"chest"}


def test_what_is_worn_on_the_head_goes_with_the_head(tmp_path):
    _, felt = weights_by_bone(read_garment_bytes(bring(laid_out(tmp_path, slot="headwear"), skin()).data, "hat"))
    assert set(felt) == {"head"}


def test_it_takes_a_dye_as_a_whole_or_by_the_masks_it_came_with(tmp_path):
    plain = bring(laid_out(tmp_path / "plain"), skin())
    half = np.zeros((32, 32), np.uint8)
    half[:16] = 255
    path = laid_out(tmp_path / "zoned", zones=[
        {"id": "body", "dye": "#a05950"}, {"id": "hem", "dye": "#a05950", "mask": "hem.png", "names": {"en": "Hem"}},
    ])  # fmt: skip
    Image.fromarray(half).save(path.with_name("hem.png"))
    zoned = bring(path, skin())
    assert [zone.id for zone in plain.info.zones] == ["cloth"] and [zone.id for zone in zoned.info.zones] == ["body", "hem"]
    file = read_garment_bytes(zoned.data, "zoned")
    cloth = next(iter(file.cloths.values()))
    pixels = painted(file.images[cloth.shade], file.images[cloth.zones][..., :2], ("#a05950", "#204080"))
    high = pixels.shape[0]
    assert np.abs(pixels[high // 4, 4, :3].astype(int) - (0x20, 0x40, 0x80)).max() < 12
    assert np.abs(pixels[3 * high // 4, 4, :3].astype(int) - (0xA0, 0x59, 0x50)).max() < 12


def test_the_shelf_keeps_it_beside_the_wardrobe_and_gives_it_up(tmp_path):
    shelf = Shelf(tmp_path / "shelf")
    info = shelf.put(bring(laid_out(tmp_path / "in"), skin()))
    both = Catalogue.load(asset("wardrobe")).joined(shelf.catalogue())
    assert read_garment(both.file(info.id)).slot == "outer" and both.garments[info.id].origin == "yours"
    again = bring(laid_out(tmp_path / "in"), skin(), taken=both.garments)
    assert again.info.id == f"{info.id}-2"
    licence = shelf.licence(info.id)
    assert combined(Meta("Mira", authors=("Hearth",)), [licence]).authors == ("Hearth", "Ada")
    shelf.remove(info.id)
    assert shelf.catalogue().garments == {} and not list((tmp_path / "shelf").rglob("*.glb"))


BAD_MANIFESTS = (
    ({"slot": "wings"}, "slot"),
    ({"slot": "background"}, "slot"),
    ({"names": {}}, "names"),
    ({"author": " "}, "author"),
    ({"licence": ""}, "licence"),
    ({"change": "prohibited"}, "licensed against change"),
    ({"change": "who knows"}, "change"),
    ({"zones": [{"id": "a", "dye": "blue"}]}, "dye"),
    ({"zones": [{"id": "../a", "dye": "#112233"}]}, "id"),
    ({"zones": [{"id": "a", "dye": "#112233", "mask": "../../etc/mask.png"}]}, "mask"),
    ({"zones": [{"id": "a", "dye": "#112233", "mask": "missing.png"}]}, "missing.png"),
    ({"zones": [{"id": str(n), "dye": "#112233"} for n in range(5)]}, "zone"),
)


@pytest.mark.parametrize(("changes", "named"), BAD_MANIFESTS)
def test_a_manifest_that_cannot_be_is_told_by_its_field(tmp_path, changes, named):
    with pytest.raises(GarmentRefused, match=named) as refused:
        bring(laid_out(tmp_path, **changes), skin())
    assert refused.value.remedy


def test_a_missing_manifest_and_one_that_is_no_json_are_told(tmp_path):
    path = laid_out(tmp_path)
    path.with_name("poncho.garment.json").write_text("{")
    with pytest.raises(GarmentRefused, match="JSON"):
        bring(path, skin())
    path.with_name("poncho.garment.json").unlink()
    with pytest.raises(GarmentRefused, match="missing"):
        bring(path, skin())


def test_what_lies_beside_the_body_is_refused_with_how_to_model_it(tmp_path):
    with pytest.raises(GarmentRefused, match="beside the body") as refused:
        bring(laid_out(tmp_path, poncho(lift=3.0)), skin())
    assert "1.61 m" in refused.value.remedy


def test_files_cut_or_damaged_anywhere_are_refused_and_nothing_else_happens(tmp_path):
    whole, chance = poncho(), random.Random(8)
    for cut in [0, 3, 11, 12, 19, 20, *(chance.randrange(len(whole)) for _ in range(24))]:
        with pytest.raises(GarmentRefused):
            bring(laid_out(tmp_path / "cut", whole[:cut]), skin())
    for _ in range(40):
        damaged = bytearray(whole)
        for _ in range(6):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        try:
            bring(laid_out(tmp_path / "bad", bytes(damaged)), skin())
        except GarmentRefused:
            continue
    assert json.loads((tmp_path / "bad" / "poncho.garment.json").read_text())["author"] == "Ada"
