"""The file the forge writes: valid glTF, whole VRM 1.0, readable by our own reader, and refused when a part is broken."""

from dataclasses import replace

import numpy as np
import pytest

from avatars.forge.gltf_writer.geometry import four_weights
from avatars.forge.gltf_writer.materials import linear
from avatars.forge.gltf_writer.writer import vrm
from avatars.vrm.load import load_bytes
from tests.support import forge_sample as sample
from tests.support.gltf_check import array, check


@pytest.fixture(scope="module")
def data():
    return vrm("Ada", [sample.made()], sample.joints(), sample.OUTFITS, "abc")


@pytest.fixture(scope="module")
def document(data):
    return sample.chunks(data)[0]


def test_the_file_obeys_the_letter_of_gltf(data):
    check(*sample.chunks(data))


def test_our_own_reader_takes_it(data):
    model = load_bytes(data, "ada.vrm")
    assert model.meta.name == "Ada"
    assert {outfit.id for outfit in model.outfits} == {"blue", "red"}
    assert "happy" in model.expressions


def test_the_same_input_gives_the_same_bytes(data):
    assert vrm("Ada", [sample.made()], sample.joints(), sample.OUTFITS, "abc") == data


def test_the_licence_is_told_openly(document):
    meta = document["extensions"]["VRMC_vrm"]["meta"]
    assert meta["authors"] == ["Hearth"]
    assert meta["licenseUrl"] == "https://vrm.dev/licenses/1.0/"
    assert meta["avatarPermission"] == "everyone" and meta["allowRedistribution"]
    assert not meta["allowExcessivelySexualUsage"] and not meta["allowExcessivelyViolentUsage"]
    assert "GPL-3.0-or-later" in meta["copyrightInformation"]


def test_the_humanoid_names_every_human_bone_and_no_other(document):
    bones = document["extensions"]["VRMC_vrm"]["humanoid"]["humanBones"]
    assert {"hips", "head", "leftThumbMetacarpal", "rightLittleDistal"} <= set(bones)
    assert not any(name.startswith("lock") for name in bones)
    assert document["nodes"][bones["head"]["node"]]["name"] == "head"


def test_other_viewers_see_only_the_first_outfit(document):
    names = {document["nodes"][n]["name"] for n in document["scenes"][0]["nodes"]}
    assert names == {"hips", "face", "blue_shirt"}
    wardrobe = document["extras"]["hearth"]
    assert wardrobe["default"] == "blue" and wardrobe["parameters"] == "abc"
    shown = {row["id"]: [document["nodes"][n]["name"] for n in row["nodes"]] for row in wardrobe["outfits"]}
    assert shown == {"blue": ["blue_shirt"], "red": ["red_shirt"]}


def test_expressions_drive_their_morphs_and_neutral_is_there(document):
    expressions = document["extensions"]["VRMC_vrm"]["expressions"]
    assert set(expressions["preset"]) == {"happy", "neutral"}
    bind = expressions["preset"]["happy"]["morphTargetBinds"][0]
    mesh = document["meshes"][document["nodes"][bind["node"]]["mesh"]]
    assert mesh["extras"]["targetNames"][bind["index"]] == "happy"
    assert expressions["preset"]["happy"]["overrideBlink"] == "blend"


def test_an_expression_of_our_own_becomes_a_custom_one():
    wink = sample.part("face", morphs={"winkLeft": np.float32([[0, 0.01, 0]] * 3)})
    document = sample.chunks(vrm("Ada", [sample.made(wink)], sample.joints(), sample.OUTFITS, ""))[0]
    assert set(document["extensions"]["VRMC_vrm"]["expressions"]["custom"]) == {"winkLeft"}


def test_morphs_store_only_the_rows_that_move(data):
    document, binary = sample.chunks(data)
    mesh = next(m for m in document["meshes"] if m["name"] == "face")
    target = mesh["primitives"][0]["targets"][0]["POSITION"]
    assert document["accessors"][target]["sparse"]["count"] == 1
    np.testing.assert_allclose(array(document, binary, target), [[0, 0, 0], [0, 0.01, 0], [0, 0, 0]], atol=1e-6)


def test_the_rest_pose_is_exact(data):
    document, binary = sample.chunks(data)
    world = {}

    def walk(node, origin):
        world[node] = origin + np.array(document["nodes"][node].get("translation", (0, 0, 0)))
        for child in document["nodes"][node].get("children", []):
            walk(child, world[node])

    walk(document["scenes"][0]["nodes"][0], np.zeros(3))
    skin = document["skins"][0]
    binds = array(document, binary, skin["inverseBindMatrices"]).reshape(-1, 4, 4)
    for node, bind in zip(skin["joints"], binds, strict=True):
        np.testing.assert_allclose(world[node] + bind[3, :3], 0.0, atol=1e-6)


def test_mtoon_carries_the_terminator_and_the_outline(document):
    cloth = next(m for m in document["materials"] if m["name"] == "cloth")
    toon = cloth["extensions"]["VRMC_materials_mtoon"]
    assert toon["shadingShiftFactor"] == -0.02 and toon["shadingToonyFactor"] == 0.9
    assert toon["outlineWidthMode"] == "worldCoordinates" and toon["outlineWidthFactor"] == 0.001
    assert toon["shadeMultiplyTexture"] == cloth["pbrMetallicRoughness"]["baseColorTexture"]


def test_factors_are_linear():
    assert linear((0.0, 0.5, 1.0)) == [0.0, pytest.approx(0.214041, abs=1e-5), 1.0]


def test_hair_minds_head_and_arms_and_the_skirt_minds_the_legs():
    from avatars.forge.drape import skirt_rig

    joints, chains = skirt_rig()
    made = replace(sample.made(), springs=(*sample.made().springs, *chains))
    document = sample.chunks(vrm("Ada", [made], [*sample.joints(), *joints], sample.OUTFITS, ""))[0]
    extension = document["extensions"]["VRMC_springBone"]
    names = [group["name"] for group in extension["colliderGroups"]]
    minded = {s["name"]: {names[g] for g in s["colliderGroups"]} for s in extension["springs"]}
    assert minded["lock_0"] == {"head", "trunk", "arms"}
    assert minded["skirt_left_0_0"] == {"legs"}
    assert all(0 <= joint["dragForce"] <= 1 for spring in extension["springs"] for joint in spring["joints"])


def test_the_four_strongest_weights_sum_to_a_full_byte():
    table = np.float32([[0.2] * 5, [0.9, 0.05, 0.03, 0.02, 0.0]])
    part = sample.part(
        "x", joints=("hips", "spine", "chest", "neck", "head"), weights=table, positions=sample.TRIANGLE[:2]
    )
    joints, steps = four_weights(part, {name: i for i, name in enumerate(part.joints)})
    assert (steps.astype(int).sum(axis=1) == 255).all()
    assert joints[1].tolist()[:2] == [0, 1] and steps[1, 0] > 225


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"triangles": np.uint32([[0, 1, 3]])}, "outside"),
        ({"uvs": np.zeros((2, 2), dtype=np.float32)}, "shapes"),
        ({"positions": np.full((3, 3), np.nan, dtype=np.float32)}, "finite"),
        ({"weights": np.zeros((3, 2), dtype=np.float32)}, "weight"),
        ({"material": "silk"}, "silk"),
        ({"joints": ("head", "tail")}, "tail"),
        ({"morphs": {"happy": np.zeros((2, 3), dtype=np.float32)}}, "happy"),
    ],
)
def test_a_broken_part_is_refused_by_name(change, told):
    broken = sample.part("sleeve", **change)
    with pytest.raises(ValueError, match=f"sleeve.*{told}"):
        vrm("Ada", [sample.made(broken)], sample.joints(), sample.OUTFITS, "")
