"""What a look makes of a person: layers that make room for each other, one skeleton, and cloth in any dye."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from assets import asset
from avatars.shape.body_shape import BodyShape
from avatars.shape.reshape import world_places
from avatars.vrm.load import load_avatar, load_bytes
from avatars.wardrobe.beneath import covered, stored, unpacked
from avatars.wardrobe.catalogue import Catalogue
from avatars.wardrobe.dressing import Dresser
from avatars.wardrobe.fitting import ROOM
from avatars.wardrobe.look import Look, Worn
from tests.support.avatar_small import small_vrm
from tests.support.wardrobe_of_tubes import BLUE, SWUNG, TRUNK, skin, tube, write_wardrobe


@pytest.fixture(scope="module")
def wardrobe(tmp_path_factory):
    return Catalogue.load(write_wardrobe(tmp_path_factory.mktemp("wardrobe")))


@pytest.fixture(scope="module")
def mira():
    return load_avatar(asset("avatars", "mira.vrm"), clothes=False)


@pytest.fixture(scope="module")
def dresser(mira, wardrobe):
    return Dresser(mira, wardrobe)


def look(*garments, **dyes):
    return Look(tuple(Worn(name, {"cloth": dyes[name]} if name in dyes else {}) for name in garments))


def drawn(model):
    """Primitives by node's name."""
    return {node.name: model.meshes[node.mesh].primitives[0] for node in model.nodes if node.mesh is not None}


def plain(dresser, *garments):
    """Dressed on the plain body."""
    return drawn(dresser.dressed(look(*garments), {}))


def heights(primitive):
    """From where to where triangles are drawn."""
    y = primitive.positions[primitive.indices, 1]
    return float(y.min()), float(y.max())


# --- how deep one lies beneath the other ---


def test_depth_is_the_gap_below_cloth_and_nothing_past_its_edge():
    places, normals, _, faces = tube(0.11, 1.0, 1.2, rings=30)
    skin, out, _, _ = tube(0.10, 0.9, 1.3, rings=41)
    depth = covered(skin, out, places, normals, faces)
    under = (skin[:, 1] > 1.005) & (skin[:, 1] < 1.195)
    past = (skin[:, 1] < 0.985) | (skin[:, 1] > 1.215)
    assert np.allclose(depth[under], 0.01, atol=0.001)
    assert np.isnan(depth[past]).all()


def test_what_stands_out_of_cloth_is_above_it_and_a_lining_covers_nothing():
    places, normals, _, faces = tube(0.11, 1.0, 1.2, rings=30)
    skin, out, _, _ = tube(0.118, 1.02, 1.18, rings=20)
    assert np.allclose(covered(skin, out, places, normals, faces), -0.008, atol=0.001)
    assert np.isnan(covered(skin, out, places, -normals, faces[:, ::-1])).all()


def test_a_leg_far_beneath_a_wide_skirt_is_covered():
    places, normals, _, faces = tube(0.24, 0.4, 0.9, rings=30)
    skin, out, _, _ = tube(0.05, 0.45, 0.85, x=0.09, rings=20)
    depth = covered(skin, out, places, normals, faces)
    assert (depth > 0.05).mean() > 0.9


def test_depths_are_kept_to_a_quarter_of_a_millimetre():
    depth = np.array([0.0, 0.0123, -0.004, np.nan, 0.5], np.float32)
    back = unpacked(stored(depth))
    assert np.isnan(back[3])
    assert np.allclose(back[:3], depth[:3], atol=0.00026)
    assert back[4] > 0.06


# --- making room ---


def test_skin_is_left_out_beneath_cloth_but_not_where_one_looks_in(dresser):
    under = plain(dresser, "loose-top")
    assert len(under["skin_trunk"].indices) < 0.35 * skin().made.parts[2].triangles.size
    low, high = heights(under["skin_trunk"])
    assert low < 0.921
    assert high > 1.29, "at hem and collar it stays"
    middle = under["skin_trunk"].positions[under["skin_trunk"].indices, 1]
    assert not ((middle > 0.98) & (middle < 1.24)).any()


def test_skin_too_near_is_pushed_beneath(dresser):
    shape = plain(dresser, "tight-top")["skin_trunk"]
    radius = np.hypot(shape.positions[:, 0], shape.positions[:, 2])
    under = (shape.positions[:, 1] > 0.94) & (shape.positions[:, 1] < 1.28)
    assert radius[under].max() < TRUNK - 0.004 - ROOM + 0.0007
    past = shape.positions[:, 1] < 0.905
    assert np.allclose(radius[past], TRUNK, atol=1e-4)


def test_a_garment_makes_room_for_the_one_over_it_and_is_hidden_by_it(dresser):
    alone, under = plain(dresser, "loose-top")["loose-top"], plain(dresser, "loose-top", "coat")["loose-top"]
    assert len(under.indices) < 0.4 * len(alone.indices)
    radius, y = np.hypot(under.positions[:, 0], under.positions[:, 2]), under.positions[:, 1]
    assert radius[(y > 0.95) & (y < 1.25)].max() < TRUNK + 0.013 - ROOM + 0.0007


def widened(layer, by, slot):
    """The layer, every point this far farther out, in another slot."""
    shapes = [(piece, piece.primitive) for piece in layer.pieces]
    pieces = tuple(replace(p, primitive=replace(s, positions=s.positions + by * s.normals)) for p, s in shapes)
    return replace(layer, id=f"{layer.id} {slot}", slot=slot, pieces=pieces)


def test_a_sleeve_gives_beneath_cloth_and_a_stiff_shoe_stands_before_it(dresser):
    skin_layer, *_, top, coat = dresser.layers(look("loose-top", "coat"))
    for slot, gives in (("top", True), ("shoes", False)):
        full = widened(top, np.float32(0.021), slot)
        _, under, _ = dresser.fitting.fit([skin_layer, full, coat])
        moved = np.linalg.norm(under[0].positions - full.pieces[0].primitive.positions, axis=1)
        assert bool(moved.max() > 0.02) is gives
        assert (len(under[0].indices) < len(full.pieces[0].primitive.indices)) is gives


def test_a_dress_hangs_over_boots_that_are_worn_over_trousers(dresser):
    skin_layer, *_, top, coat = dresser.layers(look("loose-top", "coat"))
    boots = replace(coat, id="boots", slot="shoes", layer=4)
    for slot, narrows in (("bottom", True), ("dress", False)):
        lower = replace(top, id=f"lower {slot}", slot=slot, layer=3)
        _, under, over = dresser.fitting.fit([skin_layer, lower, boots])
        assert np.array_equal(under[0].positions, top.pieces[0].primitive.positions) is not narrows
        assert np.array_equal(over[0].positions, coat.pieces[0].primitive.positions) is narrows


def test_a_tie_hides_nothing_of_the_shirt_beneath_it(dresser):
    skin_layer, *_, top, coat = dresser.layers(look("loose-top", "coat"))
    for slot, hides in (("outer", True), ("neck", False)):
        over = widened(coat, np.float32(0.010), slot)
        _, under, _ = dresser.fitting.fit([skin_layer, top, over])
        assert (len(under[0].indices) < len(top.pieces[0].primitive.indices)) is hides


def test_a_top_that_hangs_over_the_waistband_is_over_it(dresser):
    worn = plain(dresser, "loose-top", "ribbon-skirt")
    assert np.hypot(*worn["loose-top"].positions[:, [0, 2]].T).max() < 0.13, "here the skirt is wider and lies over the top"
    assert len(worn["loose-top"].indices) <= len(plain(dresser, "loose-top")["loose-top"].indices)
    assert len(worn["ribbon-skirt"].indices) == len(plain(dresser, "ribbon-skirt")["ribbon-skirt"].indices)


def test_nobody_is_ever_bare(dresser):
    assert {"underlayer-vest", "underlayer-shorts"} <= plain(dresser).keys()
    assert "underlayer-vest" not in plain(dresser, "loose-top")
    assert "underlayer-shorts" in plain(dresser, "loose-top")
    assert not {"underlayer-vest", "underlayer-shorts"} & plain(dresser, "loose-top", "trousers").keys()


# --- one skeleton ---


def test_bones_and_chains_are_added_once(dresser):
    model = dresser.dressed(look("ribbon-skirt", "ribbon-coat"))
    names = [node.name for node in model.nodes if node.mesh is None]
    assert len(set(names)) == len(names)
    assert sum(name in SWUNG for name in names) == 3
    swung = [[model.nodes[joint.node].name for joint in spring.joints] for spring in model.springs]
    assert swung.count(list(SWUNG)) == 1
    assert len(model.skins) == 1
    for primitive in drawn(model).values():
        assert int(primitive.joints.max()) < len(model.skins[0].joints)


def test_everything_is_bound_where_it_stands(dresser):
    model = dresser.dressed(look("ribbon-coat", "wig"), {"body.height": 0.7, "body.build": -0.4})
    places = world_places(model.nodes)[list(model.skins[0].joints)]
    assert np.allclose(model.skins[0].inverse_bind[:, :3, 3], -places, atol=1e-5)


def test_clothes_follow_every_body(dresser, wardrobe):
    values = {"body.height": 0.7, "body.build": 0.8, "body.hips": 0.5}
    before, after = plain(dresser, "coat")["coat"], drawn(dresser.dressed(look("coat"), values))["coat"]
    assert np.allclose(BodyShape(values).moved(before.positions), after.positions, atol=1e-5)


def test_her_face_keeps_its_expressions_and_her_own_hair_goes_when_another_is_worn(dresser, mira):
    model = dresser.dressed(look("wig"))
    assert "hair" not in drawn(model)
    assert "hair" in drawn(dresser.dressed(look()))
    assert not any(joint.startswith("hair_") for joint in (node.name for node in model.nodes))
    for name, face in mira.expressions.items():
        assert len(model.expressions[name].morphs) == len(face.morphs)
        for node, morph, _ in model.expressions[name].morphs:
            assert morph < len(model.meshes[model.nodes[node].mesh].weights)


def test_at_her_own_shape_her_head_is_that_of_her_file(dresser, mira):
    before, after = drawn(mira)["face"], drawn(dresser.dressed(look("coat")))["face"]
    assert before.positions is after.positions


# --- dyes ---


def texture(model, name):
    material = model.materials[drawn(model)[name].material]
    return np.asarray(model.images[material.texture.image])


def test_cloth_takes_the_dye_of_the_look_and_nothing_else_is_made_anew(dresser):
    one, other = dresser.dressed(look("coat")), dresser.dressed(look("coat", coat=BLUE))
    assert np.allclose(texture(one, "coat")[4, 4, :3], (0xC0, 0x30, 0x28), atol=4)
    assert np.allclose(texture(other, "coat")[4, 4, :3], (0x28, 0x40, 0xA0), atol=4)
    assert drawn(one)["coat"].positions is drawn(other)["coat"].positions


def test_an_outline_goes_with_the_dye_and_is_never_black(dresser):
    def ink(dye):
        model = dresser.dressed(look("coat", coat=dye))
        return np.array(model.materials[drawn(model)["coat"].material].outline_colour)

    own, white, black = ink("#c03028"), ink("#f6f6f6"), ink("#101010")
    assert black.mean() > white.mean() > 0.05
    assert not np.allclose(own, black)


# --- what cannot be ---


def test_a_garment_nobody_has_is_named(dresser):
    with pytest.raises(ValueError, match="moon-boots"):
        dresser.dressed(look("coat", "moon-boots"))


def test_a_slider_out_of_range_is_named(dresser):
    with pytest.raises(ValueError, match=r"body\.height"):
        dresser.dressed(look("coat"), {"body.height": 2.0})


def test_an_avatar_of_other_making_keeps_its_own_clothes(wardrobe):
    with pytest.raises(ValueError, match="small"):
        Dresser(load_bytes(small_vrm(), "small.vrm"), wardrobe)
