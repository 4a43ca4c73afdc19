"""Checks of a GLB that come from the glTF 2.0 specification, not from our reader or writer."""

from __future__ import annotations

from typing import Any

import numpy as np

_TYPES = {5121: np.uint8, 5123: np.uint16, 5125: np.uint32, 5126: np.float32}
_SIZES = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT4": 16}


def array(document: dict[str, Any], binary: bytes, number: int) -> np.ndarray:
    """The values of an accessor, sparse ones filled in."""
    accessor = document["accessors"][number]
    wide, kind = _SIZES[accessor["type"]], _TYPES[accessor["componentType"]]
    values = np.zeros((accessor["count"], wide), dtype=kind)
    if "bufferView" in accessor:
        values = _view(document, binary, accessor["bufferView"], kind)[: accessor["count"] * wide].reshape(-1, wide)
    if "sparse" in accessor:
        sparse = accessor["sparse"]
        rows = _view(document, binary, sparse["indices"]["bufferView"], _TYPES[sparse["indices"]["componentType"]])
        assert len(rows) >= sparse["count"] > 0
        rows = rows[: sparse["count"]].astype(int)
        assert (np.diff(rows) > 0).all() and rows.max() < accessor["count"]
        values = values.copy()
        values[rows] = _view(document, binary, sparse["values"]["bufferView"], kind)[: sparse["count"] * wide].reshape(-1, wide)
    assert len(values) == accessor["count"]
    return values


def _view(document: dict[str, Any], binary: bytes, number: int, kind: type) -> np.ndarray:
    view = document["bufferViews"][number]
    start, size = view.get("byteOffset", 0), view["byteLength"]
    assert start % 4 == 0 and start + size <= document["buffers"][0]["byteLength"] <= len(binary)
    return np.frombuffer(binary[start : start + size], dtype=np.dtype(kind).newbyteorder("<"))


def check(document: dict[str, Any], binary: bytes) -> None:
    """Every index in range, every bound as told, unit normals, weights that sum to 1."""
    nodes, meshes = document["nodes"], document["meshes"]
    children = [child for node in nodes for child in node.get("children", [])]
    assert len(children) == len(set(children)) and all(0 <= c < len(nodes) for c in children)
    assert all(0 <= root < len(nodes) for root in document["scenes"][document["scene"]]["nodes"])
    for number, accessor in enumerate(document["accessors"]):
        values = array(document, binary, number)
        assert np.isfinite(values.astype(float)).all()
        if "min" in accessor:
            np.testing.assert_allclose(values.min(axis=0), accessor["min"], atol=1e-7)
            np.testing.assert_allclose(values.max(axis=0), accessor["max"], atol=1e-7)
    for mesh in meshes:
        for primitive in mesh["primitives"]:
            _check_primitive(document, binary, primitive)


def _check_primitive(document: dict[str, Any], binary: bytes, primitive: dict[str, Any]) -> None:
    attributes = {name: array(document, binary, number) for name, number in primitive["attributes"].items()}
    count = len(attributes["POSITION"])
    assert {len(values) for values in attributes.values()} == {count}
    assert "min" in document["accessors"][primitive["attributes"]["POSITION"]]
    np.testing.assert_allclose(np.linalg.norm(attributes["NORMAL"], axis=1), 1.0, atol=1e-4)
    assert (attributes["WEIGHTS_0"].astype(int).sum(axis=1) == 255).all()
    assert attributes["JOINTS_0"].max() < len(document["skins"][0]["joints"])
    assert (attributes["JOINTS_0"][attributes["WEIGHTS_0"] == 0] == 0).all()
    assert array(document, binary, primitive["indices"]).max() < count
    assert 0 <= primitive["material"] < len(document["materials"])
    for target in primitive.get("targets", []):
        assert len(array(document, binary, target["POSITION"])) == count
