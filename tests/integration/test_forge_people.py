"""The people as they are kept in the assets: each file is whole, theirs, and nothing shows that should not."""

import json
from pathlib import Path

import numpy as np
import pytest

import assets
from avatars.forge import anatomy
from avatars.forge.build import all_joints, fingerprint, main
from avatars.forge.outfits import outfits_of
from avatars.forge.part import Joint, Made
from avatars.forge.people import PEOPLE
from avatars.shape.body_shape import BodyShape
from avatars.shape.sliders import FACE_SLIDERS
from avatars.vrm.load import load_avatar
from tests.support.forge_sample import chunks
from tests.support.gltf_check import array, check

FOLDER = Path(assets.__file__).parent / "avatars"
COVERING = {"jumper", "cardigan", "raincoat", "jeans", "slim_trousers", "chinos", "overshirt", "trousers", "hoodie", "joggers"}


@pytest.fixture(scope="module", params=sorted(PEOPLE))
def name(request):
    return request.param


@pytest.fixture(scope="module")
def parts(name):
    return chunks((FOLDER / f"{name}.vrm").read_bytes())


def test_the_file_obeys_the_letter_of_gltf(parts):
    check(*parts)


def test_it_was_built_from_the_parameters_in_the_code(name, parts):
    told = parts[0]["extras"]["hearth"]["parameters"]
    assert told == fingerprint(PEOPLE[name], outfits_of(name)), "run python -m avatars.forge.build"


def test_the_outfit_list_beside_it_tells_the_same(name, parts):
    listed = json.loads((FOLDER / f"{name}.outfits.json").read_text(encoding="utf-8"))
    inside = parts[0]["extras"]["hearth"]
    assert listed["default"] == inside["default"] == outfits_of(name)[0].id
    assert listed["outfits"] == [{k: v for k, v in row.items() if k != "nodes"} for row in inside["outfits"]]


def test_they_load_with_every_preset_and_outfit(name):
    model = load_avatar(FOLDER / f"{name}.vrm")
    wanted = {"happy", "angry", "sad", "relaxed", "surprised", "aa", "ih", "ou", "ee", "oh", "blink", "blinkLeft", "blinkRight"}
    wanted |= {"neutral", "lookUp", "lookDown", "lookLeft", "lookRight", "smirk", "pout", "worried", "shy", "laugh", "tears"}
    wanted |= {"sleepy", "wink"}
    assert wanted <= set(model.expressions)
    assert [outfit.id for outfit in model.outfits] == [outfit.id for outfit in outfits_of(name)]
    assert set(model.shape_morphs) == {slider.id for slider in FACE_SLIDERS}
    assert {"leftEye", "rightEye", "leftIndexDistal", "rightToes"} <= set(model.humanoid)


def test_every_outfit_dresses_trunk_legs_and_feet(parts):
    document, binary = parts
    for outfit in document["extras"]["hearth"]["outfits"]:
        spans = np.concatenate([_spans(document, binary, node) for node in outfit["nodes"]])
        assert spans[:, 1].max() > 1.30 and spans[:, 0].min() < 0.01
        for height in np.arange(0.05, 1.25, 0.05):
            crossed = (spans[:, 0] <= height) & (spans[:, 1] >= height)
            assert crossed.sum() > 20, f"{outfit['id']} leaves a gap at {height:.2f} m"


def test_tops_and_trousers_lie_outside_the_body(name, parts):
    document, binary = parts
    plain, body = BodyShape(PEOPLE[name].shape), anatomy.body()
    checked = 0
    for node, entry in enumerate(document["nodes"]):
        if entry["name"] not in COVERING or "mesh" not in entry:
            continue
        checked += 1
        points, normals = (_attribute(document, binary, node, attribute).astype(float) for attribute in ("POSITION", "NORMAL"))
        points, ahead = plain.restored(points), plain.restored(points + 0.01 * normals)
        outside = body(ahead) > body(points) + 0.002
        covered = points[outside & (points[:, 1] > 0.12) & (points[:, 1] < 1.30) & (np.abs(points[:, 0]) < 0.55)]
        assert np.quantile(body(covered), 0.01) > 0.0005, f"skin would come through the {entry['name']}"
    assert checked >= 2


def test_they_are_light_enough_to_load_quickly(name, parts):
    assert (FOLDER / f"{name}.vrm").stat().st_size <= 5_000_000
    document, _ = parts
    assert len(document["skins"][0]["joints"]) < 160
    for outfit in document["extras"]["hearth"]["outfits"]:
        hidden = {n for row in document["extras"]["hearth"]["outfits"] if row["id"] != outfit["id"] for n in row["nodes"]}
        drawn = [n for i, n in enumerate(document["nodes"]) if "mesh" in n and (i not in hidden or i in outfit["nodes"])]
        accessors = [document["meshes"][n["mesh"]]["primitives"][0]["indices"] for n in drawn]
        assert sum(document["accessors"][a]["count"] // 3 for a in accessors) <= 30_000


def test_a_joint_without_its_parent_is_a_named_fault():
    with pytest.raises(ValueError, match="kite"):
        all_joints([Made((), (), (Joint("kite", "string", (0.0, 0.0, 0.0), humanoid=False),))])


def test_an_unknown_person_is_refused(capsys):
    with pytest.raises(SystemExit) as stop:
        main(["--person", "nobody"])
    assert stop.value.code == 2
    assert "mira" in capsys.readouterr().err


def _attribute(document, binary, node, name):
    primitive = document["meshes"][document["nodes"][node]["mesh"]]["primitives"][0]
    return array(document, binary, primitive["attributes"][name])


def _spans(document, binary, node):
    """The lowest and the highest point of every triangle."""
    primitive = document["meshes"][document["nodes"][node]["mesh"]]["primitives"][0]
    corners = array(document, binary, primitive["indices"]).reshape(-1, 3).astype(int)
    heights = _attribute(document, binary, node, "POSITION")[:, 1][corners]
    return np.stack([heights.min(axis=1), heights.max(axis=1)], axis=1)
