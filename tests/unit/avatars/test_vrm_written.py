"""An avatar written as VRM and read again is the same avatar, in what she wears."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from assets import asset
from avatars.rig.puppet import Puppet
from avatars.shape.reshape import reshaped
from avatars.vrm.load import load_avatar, load_bytes
from avatars.vrm.model import Meta
from avatars.vrm.write.licence import combined
from avatars.vrm.write.vrm_file import vrm_bytes


@cache
def pair():
    mira = load_avatar(asset("avatars", "mira.vrm"))
    return mira, load_bytes(vrm_bytes(mira), "again.vrm")


def drawn(model):
    others = {node for outfit in model.outfits if outfit.id != model.outfit for node in outfit.nodes}
    shown = [node for i, node in enumerate(model.nodes) if node.mesh is not None and i not in others and node.drawn]
    return {model.meshes[node.mesh].name: model.meshes[node.mesh].primitives for node in shown}


def test_what_she_wears_is_written_and_other_clothes_are_not():
    before, after = pair()
    assert drawn(after).keys() == drawn(before).keys()
    assert "raincoat" not in {mesh.name for mesh in after.meshes}
    for name, primitives in drawn(before).items():
        for one, other in zip(primitives, drawn(after)[name], strict=True):
            assert np.array_equal(one.positions, other.positions) and np.array_equal(one.indices, other.indices)
            assert np.allclose(one.normals, other.normals, atol=1e-5) and np.allclose(one.weights, other.weights, atol=1e-6)
            assert len(one.morphs) == len(other.morphs)


def test_bones_face_gaze_and_swing_are_as_before():
    before, after = pair()
    assert {bone: before.nodes[node].name for bone, node in before.humanoid.items()} == {
        bone: after.nodes[node].name for bone, node in after.humanoid.items()
    }
    assert after.expressions.keys() == before.expressions.keys() and after.look_at == before.look_at
    one, other = Puppet(before), Puppet(after)
    assert np.allclose(one.skeleton.world[before.humanoid["leftHand"]], other.skeleton.world[after.humanoid["leftHand"]])
    assert [len(spring.joints) for spring in after.springs] == [len(spring.joints) for spring in before.springs]
    assert [len(spring.colliders) for spring in after.springs] == [len(spring.colliders) for spring in before.springs]


def test_her_colours_are_as_before_within_what_a_picture_loses():
    before, after = pair()
    face = {m.name: m for m in before.materials}["face"]
    again = {m.name: m for m in after.materials}["face"]
    assert again == replace(face, texture=again.texture, shade_texture=again.shade_texture)
    one, other = before.images[face.texture.image], after.images[again.texture.image]
    assert one.shape == other.shape
    assert np.abs(one[..., :3].astype(int) - other[..., :3]).mean() < 2.0


def test_her_sliders_still_move():
    before, after = pair()
    wanted = {**before.shape, "face.jaw": 0.5, "body.height": 0.6}
    one, other = reshaped(before, wanted), reshaped(after, wanted)
    assert np.allclose(drawn(one)["face"][0].positions, drawn(other)["face"][0].positions, atol=2e-5)


def test_a_look_of_many_hands_allows_what_all_of_them_allow():
    ours = Meta("Mira", authors=("Hearth",), avatar_permission="everyone", commercial="corporation",
                modification="allowModificationRedistribution", redistribution=True, copyright="GPL")  # fmt: skip
    theirs = Meta("Hat", authors=("Ada",), avatar_permission="everyone", commercial="personalNonProfit",
                  modification="allowModification", redistribution=True, copyright="CC BY-NC")  # fmt: skip
    both = combined(ours, [theirs], "Evening")
    assert (both.name, both.authors, both.copyright) == ("Evening", ("Hearth", "Ada"), "GPL CC BY-NC")
    assert (both.commercial, both.modification, both.avatar_permission) == ("personalNonProfit", "allowModification", "everyone")
    assert combined(ours, [replace(theirs, commercial="whatever I like")]).commercial == "personalNonProfit"
    assert not combined(ours, [replace(theirs, redistribution=False)]).redistribution


@pytest.mark.parametrize("name", ["mira", "kai"])
def test_writing_twice_gives_the_same_bytes(name):
    model = load_avatar(asset("avatars", f"{name}.vrm"))
    assert vrm_bytes(model) == vrm_bytes(model)
