"""A garment somebody made: a poncho as a plain glTF binary, and its manifest."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from avatars.vrm.write.binary import Binary, container

RINGS = ((1.34, 0.09), (1.28, 0.19), (1.18, 0.30), (1.04, 0.37), (0.88, 0.42), (0.78, 0.44))
MANIFEST = {
    "slot": "outer", "names": {"en": "My poncho", "zh": "我的斗篷", "ja": "わたしのポンチョ"}, "author": "Ada",
    "licence": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/", "change": "with-credit",
}


def poncho(scale: float = 1.0, lift: float = 0.0, bone: str = "", at: tuple[float, float, float] = (0.0, 1.08, 0.0)) -> bytes:
    """A cone of cloth; `scale` 100 for centimetres, `bone` rigs all of it to that bone standing `at`."""
    turn = np.linspace(0, 2 * np.pi, 33)
    across, ahead = 1.25 * np.cos(turn), -0.75 * np.sin(turn)
    rings = [np.stack([r * across, np.full_like(turn, y + lift), r * ahead - 0.01], axis=1) for y, r in RINGS]
    grid = np.array(rings) * scale
    rows, columns = grid.shape[:2]
    faces = []
    for i in range(rows - 1):
        for j in range(columns - 1):
            a, b, c, d = i * columns + j, i * columns + j + 1, (i + 1) * columns + j, (i + 1) * columns + j + 1
            faces += [a, c, b, b, c, d]
    uv = np.stack(np.meshgrid(np.linspace(0, 1, columns), np.linspace(0, 1, rows)), axis=-1).reshape(-1, 2)
    binary = Binary()
    points = grid.reshape(-1, 3).astype(np.float32)
    attributes = {
        "POSITION": binary.accessor(points, "VEC3", bounds=True), "TEXCOORD_0": binary.accessor(uv.astype(np.float32), "VEC2"),
    }
    node = {"mesh": 0, "name": "poncho"}
    document = {"asset": {"version": "2.0"}, "scene": 0, "scenes": [{"nodes": [0]}], "nodes": [node]}
    if bone:
        joints = np.zeros((len(points), 4), np.uint8)
        weights = np.tile(np.array([1, 0, 0, 0], np.float32), (len(points), 1))
        attributes |= {"JOINTS_0": binary.accessor(joints, "VEC4"), "WEIGHTS_0": binary.accessor(weights, "VEC4")}
        bind = np.eye(4, dtype=np.float32)
        bind[3, :3] = [-place * scale for place in at]
        document["skins"] = [{"joints": [1], "inverseBindMatrices": binary.accessor(bind.reshape(1, 16), "MAT4")}]
        node["skin"] = 0
        document["nodes"].append({"name": bone, "translation": [place * scale for place in at]})
        document["scenes"] = [{"nodes": [0, 1]}]
    primitive = {"attributes": attributes, "indices": binary.accessor(np.array(faces, np.uint16).reshape(-1, 1), "SCALAR")}
    document["meshes"] = [{"primitives": [{**primitive, "material": 0}]}]
    document["materials"] = [{"pbrMetallicRoughness": {"baseColorFactor": [0.35, 0.1, 0.08, 1.0]}, "doubleSided": True}]
    chunk = binary.bytes()
    document |= {"accessors": binary.accessors, "bufferViews": binary.views, "buffers": [{"byteLength": len(chunk)}]}
    return container(document, chunk)


def laid_out(folder: Path, data: bytes | None = None, **manifest: object) -> Path:
    """The two files in a folder; the garment's path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "poncho.glb"
    path.write_bytes(poncho() if data is None else data)
    (folder / "poncho.garment.json").write_text(json.dumps(MANIFEST | manifest), encoding="utf-8")
    return path
