"""What is worn on the upper body: sound meshes that hang from her bones, dyes that can be changed, three languages."""

from functools import cache

import numpy as np
import pytest

from avatars.forge import anatomy
from avatars.forge.garments.block import STRAIGHT, Block, crew, cuffs, hem_at, sleeve_rows
from avatars.forge.garments.crossed import crossed
from avatars.forge.garments.shell import rim, shell
from avatars.forge.garments.wide_sleeves import sleeve_rig, sleeve_weights
from avatars.forge.hanging import coat_weights, hung, lap_weights
from avatars.forge.wardrobe import dresses, outers, tops
from avatars.wardrobe.dyes import colour
from avatars.wardrobe.look import PATTERN_KINDS

_LISTS = (tops.GARMENTS, dresses.GARMENTS, outers.GARMENTS)
_ALL = {garment.info.id: garment for one in _LISTS for garment in one}
_SOME = ("vest-and-shirt", "ruqun", "blazer")
_SLEEVE = sleeve_rows(((0.15, 0.008), (0.30, 0.010), (0.50, 0.012), (0.60, 0.012)))
_BLOCK = Block(STRAIGHT, _SLEEVE, 0.87, 0.50, over=False)


@cache
def tailored(name):
    return _ALL[name].make()


def test_every_entry_speaks_three_languages_and_offers_dyes():
    for garment in _ALL.values():
        info = garment.info
        for texts in (info.names, info.stories, *(zone.names for zone in info.zones)):
            assert set(texts) == {"en", "zh", "ja"} and all(texts.values()), info.id
        assert all(info.words[language] for language in ("en", "zh", "ja")), info.id
        assert 1 <= len(info.zones) <= 4 and info.tags, info.id
        for zone in info.zones:
            assert len(zone.palette) >= 4 and all(len(colour(dye)) == 3 for dye in (zone.dye, *zone.palette)), (info.id, zone.id)
            assert set(zone.patterns) <= set(PATTERN_KINDS), (info.id, zone.id)
        if info.slot == "dress":
            assert info.replaces == ("top", "bottom"), info.id
        assert (info.origin == "hers") == (info.unlock == ""), info.id


@pytest.mark.parametrize("name", _SOME)
def test_a_garment_is_whole_and_every_vertex_hangs_from_bones(name):
    made = tailored(name).made
    known = {joint.name for joint in made.joints}
    for part in made.parts:
        assert len(part.triangles) and part.triangles.max() < len(part.positions)
        assert np.isfinite(part.positions).all() and np.isfinite(part.uvs).all()
        assert np.allclose(np.linalg.norm(part.normals, axis=1), 1.0, atol=0.02)
        assert np.allclose(part.weights.sum(axis=1), 1.0, atol=1e-4) and part.weights.min() >= -1e-6
        own = {bone for bone in part.joints if bone.startswith(("hem_", "sleeve_"))}
        assert own <= known


@pytest.mark.parametrize("name", _SOME)
def test_every_zone_has_cloth_and_no_texel_is_dyed_twice(name):
    garment = tailored(name)
    zones = {zone.id for zone in _ALL[name].info.zones}
    found = {zone for masks in garment.masks.values() for zone, weights in masks.items() if weights.max() > 0.9}
    assert found == zones
    for material in garment.made.materials:
        total = sum(garment.masks[material.name].values())
        assert total.max() <= 1.0 + 1e-3 and material.texture.shape[:2] == total.shape
        assert garment.metre[material.name] > 300


def test_a_block_keeps_its_room_from_the_body_below_the_collar():
    cut = shell(_BLOCK.field(), _BLOCK.layout(), (crew(), cuffs(0.50), hem_at(0.87)), 0.004)
    off = anatomy.torso()(cut.outside.positions)
    trunk = (np.abs(cut.outside.positions[:, 0]) < 0.10) & (cut.outside.positions[:, 1] < 1.29)
    assert off[trunk].min() > 0.004


def test_a_rim_runs_from_the_front_round_her_left_to_the_front_again():
    neck = crew(0.07, 0.066)
    cut = shell(_BLOCK.field(), _BLOCK.layout(), (neck, cuffs(0.50), hem_at(0.87)), 0.004)
    line = rim(cut.outside, neck, 33)
    assert np.abs(neck(line)).max() < 0.004
    quarter, half = line[8], line[16]
    assert quarter[0] > 0.05 and half[2] < -0.07 and abs(half[0]) < 0.01
    assert np.linalg.norm(np.diff(line, axis=0), axis=1).max() < 0.03


def test_the_left_front_lies_over_the_right_one():
    left, right = crossed(1.10, 0.06)
    assert left[:, 0].max() > 0.05 and left[-1, 0] < -0.05
    assert right[:, 0].min() < -0.05 and abs(right[-1, 0]) < 0.02 and right[-1, 1] > left[-1, 1] + 0.05


def test_long_cloth_hangs_on_the_same_bones_in_every_layer():
    chance = np.random.default_rng(5)
    points = np.column_stack([chance.uniform(-0.2, 0.2, 400), chance.uniform(0.1, 1.3, 400), chance.uniform(-0.2, 0.2, 400)])
    names, table = hung(points)
    wide, sleeves = sleeve_weights(points, 0.2)
    assert np.allclose(table.sum(axis=1), 1.0) and np.allclose(sleeves.sum(axis=1), 1.0)
    assert np.allclose(sleeves[points[:, 1] < 0.9][:, : len(names)], table[points[:, 1] < 0.9])
    assert not any(name.startswith("hem_") for name in lap_weights(points)[0])
    joints, springs = sleeve_rig(0.2)
    assert {name for name in wide if name.startswith("sleeve_")} <= {joint.name for joint in joints}
    assert all(spring.gravity > 10 * spring.stiffness for spring in springs)


def test_a_coat_stays_above_the_dress_on_the_lap():
    front = np.column_stack([np.full(20, 0.05), np.linspace(0.52, 0.80, 20), np.linspace(0.18, 0.13, 20)])
    names, dress = hung(front - np.array([0.0, 0.0, 0.05]))
    _, coat = coat_weights(front)
    _, sunk = hung(front)
    assert np.allclose(coat.sum(axis=1), 1.0) and coat.min() >= 0.0
    hips = names.index("hips")
    assert (coat[:, hips] < sunk[:, hips]).all()
    down = 0.865 - front[:, 1]
    rises = [front[:, 2] * (1 - coat[:, hips]) - down * coat[:, hips],
             (front[:, 2] - 0.05) * (1 - dress[:, hips]) - down * dress[:, hips]]
    assert (rises[0] > rises[1] + 0.008).all()


def test_a_wide_sleeve_leaves_the_arm_where_it_hangs():
    hanging = np.array([(0.42, 1.10, -0.02), (0.42, 1.285, 0.03)])
    names, table = sleeve_weights(hanging, 0.2)
    free = np.array([name.startswith("sleeve_") for name in names])
    assert table[0, free].sum() > 0.99 and table[1, free].sum() < 0.01
