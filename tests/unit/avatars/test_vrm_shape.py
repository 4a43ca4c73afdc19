"""Sliders in a file: read, and refused where they point nowhere."""

import json
import struct

import pytest

from avatars.errors import AvatarRefused
from avatars.forge.gltf_writer.binary import container
from avatars.forge.gltf_writer.writer import vrm
from avatars.vrm.load import load_bytes
from tests.support import forge_sample as sample


@pytest.fixture(scope="module")
def data():
    import numpy as np

    face = sample.part("face", shapes={"face.width": np.float32([[0.01, 0, 0]] * 3)})
    return vrm("Ada", [sample.made(face)], sample.joints(), sample.OUTFITS, "abc", {"face.width": 0.5, "body.height": -1.0})


def changed(data, change):
    document = sample.chunks(data)[0]
    document = json.loads(json.dumps(document))
    change(document["extras"]["hearth"])
    start = 20 + struct.unpack("<I", data[12:16])[0] + 8
    return container(document, data[start:])


def test_a_file_tells_where_its_sliders_stand(data):
    model = load_bytes(data, "ada.vrm")
    assert model.shape == {"face.width": 0.5, "body.height": -1.0}
    ((node, morph),) = model.shape_morphs["face.width"]
    assert model.nodes[node].name == "face"
    moved = model.meshes[model.nodes[node].mesh].primitives[0].morphs[morph]
    assert moved.positions[:, 0] == pytest.approx(0.01)


def test_a_slider_is_no_expression(data):
    assert not any("width" in name for name in load_bytes(data, "ada.vrm").expressions)


@pytest.mark.parametrize(
    "change",
    [
        lambda block: block["shapeMorphs"].update({"face.width": [[0, 0]]}),
        lambda block: block["shapeMorphs"].update({"face.width": [[9999, 0]]}),
        lambda block: block["shapeMorphs"].update({"face.width": [["a", 0]]}),
        lambda block: block.update(shape={"face.width": "wide"}),
    ],
)
def test_sliders_that_point_nowhere_are_refused_by_name(data, change):
    with pytest.raises(AvatarRefused, match=r"ada.vrm.*face.width"):
        load_bytes(changed(data, change), "ada.vrm")
