"""The reader: a whole avatar loads, a damaged one is refused by file and place."""

from __future__ import annotations

import copy

import numpy as np
import pytest

from avatars.errors import AvatarRefused
from avatars.vrm.load import load_avatar, load_bytes
from tests.support.avatar_small import pack, png, small_vrm, unpack


def test_a_whole_avatar_loads_with_all_its_parts():
    model = load_bytes(small_vrm(), "small.vrm")
    assert model.meta.name == "Small"
    assert model.meta.modification == "prohibited", "what the file does not allow stays forbidden"
    assert {"happy", "aa", "blink", "wink"} <= set(model.expressions)
    assert model.expressions["wink"].binary
    assert len(model.springs) == 1
    assert len(model.springs[0].joints) == 4
    assert [outfit.id for outfit in model.outfits] == ["plain", "coat"]
    assert model.outfits[1].names["ja"] == "コート"
    assert model.materials[0].outline_mode == "worldCoordinates"
    assert model.images[0].shape == (8, 8, 4)


def test_nodes_of_outfits_are_drawn_though_the_scene_leaves_them_out():
    model = load_bytes(small_vrm(), "small.vrm")
    coat = next(outfit for outfit in model.outfits if outfit.id == "coat")
    assert all(model.nodes[node].drawn for node in coat.nodes)


def test_an_avatar_without_outfits_has_one():
    document, binary = unpack(small_vrm())
    del document["extras"]
    model = load_bytes(pack(document, binary), "small.vrm")
    assert len(model.outfits) == 1
    assert model.outfit == model.outfits[0].id


def test_sparse_accessors_are_read():
    document, binary = unpack(small_vrm())
    target = document["meshes"][0]["primitives"][0]["targets"][0]["POSITION"]
    count = document["accessors"][target]["count"]
    rows, values = np.array([2, 5], np.uint16), np.array([[0, 0.1, 0], [0, 0.2, 0]], np.float32)
    start = len(binary)
    binary += rows.tobytes() + values.tobytes()
    first = len(document["bufferViews"])
    document["bufferViews"] += [
        {"buffer": 0, "byteOffset": start, "byteLength": 4}, {"buffer": 0, "byteOffset": start + 4, "byteLength": 24},
    ]
    document["buffers"][0]["byteLength"] = len(binary)
    document["accessors"][target] = {
        "componentType": 5126, "type": "VEC3", "count": count,
        "sparse": {"count": 2, "indices": {"bufferView": first, "componentType": 5123}, "values": {"bufferView": first + 1}},
    }
    morph = load_bytes(pack(document, binary), "small.vrm").meshes[0].primitives[0].morphs[0]
    assert morph.rows.tolist() == [2, 5]
    assert morph.positions[1, 1] == pytest.approx(0.2)


def broken(change):
    document, binary = unpack(small_vrm())
    document = copy.deepcopy(document)
    change(document)
    return pack(document, binary)


def primitive(document):
    return document["meshes"][0]["primitives"][0]


def accessor_of(document, attribute):
    return document["accessors"][primitive(document)["attributes"][attribute]]


CASES = {
    "mesh 0, primitive 0, indices": lambda d: shrink(d),
    "mesh 0, primitive 0, attributes, POSITION": lambda d: primitive(d)["attributes"].update(POSITION=9999),
    "accessor": lambda d: accessor_of(d, "NORMAL").update(byteOffset=1 << 30),
    "mesh 0, primitive 0, attributes, JOINTS_0": lambda d: primitive(d)["attributes"].update(
        JOINTS_0=primitive(d)["attributes"]["POSITION"]),
    "skin 0, inverseBindMatrices": lambda d: d["skins"][0]["joints"].pop(),
    "node 0": lambda d: d["nodes"][3].setdefault("children", []).append(0),
    "bufferView 0": lambda d: d["bufferViews"][0].update(byteLength=1 << 31),
    "image 0": lambda d: d["images"][0].update(uri="http://example.invalid/a.png"),
    "buffer 0": lambda d: d["buffers"][0].update(uri="outside.bin"),
    "humanBones": lambda d: d["extensions"]["VRMC_vrm"]["humanoid"]["humanBones"].pop("hips"),
    "morph bind 0, index": lambda d: d["extensions"]["VRMC_vrm"]["expressions"]["preset"]["happy"]["morphTargetBinds"][0]
    .update(index=400),
    "spring 0": lambda d: d["extensions"]["VRMC_springBone"]["springs"][0]["joints"].reverse(),
    "required extension 0": lambda d: d.update(extensionsRequired=["KHR_draco_mesh_compression"]),
    "outfit 0": lambda d: d["extras"]["hearth"]["outfits"][0]["nodes"].append(5000),
}


def shrink(document):
    """Fewer vertices than the triangles point to."""
    for accessor in primitive(document)["attributes"].values():
        document["accessors"][accessor]["count"] = 10
    del primitive(document)["targets"]


@pytest.mark.parametrize("place", CASES)
def test_damage_is_refused_with_file_and_place(place):
    with pytest.raises(AvatarRefused) as refused:
        load_bytes(broken(CASES[place]), "small.vrm")
    assert refused.value.message.startswith("small.vrm: ")
    assert place in refused.value.message
    assert refused.value.remedy


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "too short"),
        (b"\x89PNG" + b"\0" * 40, "GLB"),
        (small_vrm()[:2000], "promises"),
        (pack({"asset": {"version": "2.0"}, "nodes": [{}]}, b""), "no VRM"),
        (pack({}, b"").replace(b"{}", b"[]"), "no object"),
    ],
    ids=["empty", "picture", "cut", "plain glTF", "list"],
)
def test_what_is_no_avatar_is_refused(data, word):
    with pytest.raises(AvatarRefused, match=word):
        load_bytes(data, "x.vrm")


def test_deep_json_is_refused_not_followed():
    document, binary = unpack(small_vrm())
    data = pack(document, binary).replace(b'"Small"', b"[" * 200_000 + b"]" * 200_000)
    size = len(data)
    text = size - 28 - len(binary) - (-len(binary) % 4)
    data = data[:8] + size.to_bytes(4, "little") + text.to_bytes(4, "little") + data[16:]
    with pytest.raises(AvatarRefused):
        load_bytes(data, "deep.vrm")


def test_a_picture_that_unfolds_too_far_is_refused_before_it_does(monkeypatch):
    monkeypatch.setattr("avatars.vrm.images.LONGEST_SIDE", 4)
    with pytest.raises(AvatarRefused, match="image 0"):
        load_bytes(small_vrm(), "small.vrm")
    assert png(), "the picture itself is fine"


def test_a_missing_file_is_refused_with_its_name(tmp_path):
    with pytest.raises(AvatarRefused, match=r"nobody\.vrm"):
        load_avatar(tmp_path / "nobody.vrm")
