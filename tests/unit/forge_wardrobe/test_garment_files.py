"""What the forge writes of a garment: read back whole, the same each time, in its own dyes the painted texture again."""

from dataclasses import replace

import numpy as np
import pytest

from avatars.forge.part import Joint, Made, Material, Part, Spring
from avatars.forge.wardrobe.garment import Tailored
from avatars.forge.wardrobe.writer import garment_file
from avatars.forge.wardrobe.zoning import PRIMARIES, by_colour, by_primaries
from avatars.wardrobe.dyes import colour, painted
from avatars.wardrobe.garment import GarmentInfo, Zone
from avatars.wardrobe.garment_file import read_garment_bytes

WOOL, BAND = "#c87a50", "#2a7a7d"
NAMES = {"en": "Kilt", "zh": "短裙", "ja": "キルト"}
INFO = GarmentInfo("kilt", "bottom", NAMES, {}, (Zone("wool", NAMES, WOOL), Zone("band", NAMES, BAND)), layer=3)


def cloth(height=96, width=160):
    """Folds of wool with a band across, a grey buckle that takes no dye, and the masks it was painted by."""
    y, x = np.mgrid[0:height, 0:width]
    band = ((y > 40) & (y < 60)).astype(np.float32)
    buckle = (np.hypot(y - 20, x - 80) < 9).astype(np.float32)
    shade = (0.85 + 0.2 * np.sin(x / 7.0))[..., None]
    dyed = shade * (np.array(colour(WOOL)) * (1 - band[..., None]) + np.array(colour(BAND)) * band[..., None])
    picture = dyed * (1 - buckle[..., None]) + 0.6 * buckle[..., None]
    masks = {"wool": (1 - band) * (1 - buckle), "band": band * (1 - buckle)}
    return np.round(np.clip(picture, 0, 1) * 255).astype(np.uint8), masks


def kilt():
    picture, masks = cloth()
    around = np.linspace(0, 2 * np.pi, 24)
    rows = [np.stack([0.2 * np.sin(around), np.full(24, y), 0.2 * np.cos(around)], axis=1) for y in (0.95, 0.7)]
    points = np.concatenate(rows).astype(np.float32)
    outwards = points * np.array([5.0, 0.0, 5.0], np.float32)
    a = np.arange(23)
    triangles = np.concatenate([np.stack([a, a + 24, a + 1], 1), np.stack([a + 1, a + 24, a + 25], 1)]).astype(np.uint32)
    weights = np.zeros((48, 3), np.float32)
    weights[:24, 0], weights[24:, 1] = 1.0, 1.0
    uvs = np.stack([np.tile(np.linspace(0, 1, 24), 2), np.repeat([0.0, 1.0], 24)], axis=1).astype(np.float32)
    part = Part("kilt", points, outwards, uvs, triangles, "kilt", ("hips", "kilt_0", "head"), weights)
    places = (("kilt_0", "hips", 0.9), ("kilt_1", "kilt_0", 0.7))
    joints = tuple(Joint(name, above, (0.0, y, 0.2), humanoid=False) for name, above, y in places)
    springs = (Spring(("kilt_0", "kilt_1"), 0.5, 0.4, 0.1, 0.01),)
    return Tailored(Made((part,), (Material("kilt", picture),), joints, springs), {"kilt": masks}, {"kilt": 640.0})


@pytest.fixture(scope="module")
def data():
    return garment_file(INFO, kilt())


@pytest.fixture(scope="module")
def read(data):
    return read_garment_bytes(data, "kilt.glb")


def test_it_reads_back_whole(read):
    assert (read.id, read.slot, read.layer, read.zones) == ("kilt", "bottom", 3, ("wool", "band"))
    piece = read.pieces[0].primitive
    made = kilt().made.parts[0]
    assert np.abs(piece.positions - made.positions).max() < 1e-5
    assert np.abs(piece.normals - made.normals).max() < 0.02
    assert np.abs(piece.uvs - made.uvs).max() < 1e-4
    assert (piece.indices.reshape(-1, 3) == made.triangles).all()
    assert np.allclose(piece.weights.sum(axis=1), 1.0, atol=1e-6)


def test_it_has_the_bones_it_needs_and_no_others(read):
    names = {node.name for node in read.nodes}
    assert {"hips", "kilt_0", "kilt_1", "leftLowerLeg"} <= names, "the legs are minded by what swings"
    assert not names & {"head", "leftHand"}, "the head has no weight here"


def test_in_its_own_dyes_it_is_the_painted_texture_again(read):
    picture, _ = cloth()
    told = read.cloths["kilt"]
    assert told.dyes == (WOOL, BAND) and told.metre == 640.0
    again = painted(read.images[told.shade], read.images[told.zones], told.dyes)[..., :3].astype(int)
    assert np.abs(again - picture).mean() < 3.0


def test_another_dye_leaves_band_and_buckle_alone(read):
    told = read.cloths["kilt"]
    own, blue = (painted(read.images[told.shade], read.images[told.zones], dyes)[..., :3].astype(int)
                 for dyes in (told.dyes, ("#3050c0", BAND)))
    changed = np.abs(own - blue).max(axis=2)
    _, masks = cloth()
    assert changed[masks["wool"] == 1].min() > 20
    assert np.percentile(changed[masks["wool"] == 0], 90) == 0


def test_the_same_garment_gives_the_same_bytes(data):
    assert garment_file(INFO, kilt()) == data


def test_it_tells_how_deep_the_body_lies_below_it(read):
    assert read.cover is not None
    covered = read.cover.steps > -128
    assert covered.any() and not covered.all()


def test_a_zone_nobody_declared_is_refused():
    with pytest.raises(ValueError, match="no zone hem"):
        garment_file(INFO, replace(kilt(), masks={"kilt": {"hem": np.ones((96, 160), np.float32)}}))


def test_zones_on_a_material_without_a_texture_are_refused():
    plain = kilt()
    bare = replace(plain.made, materials=(Material("kilt"),))
    with pytest.raises(ValueError, match="no texture"):
        garment_file(INFO, replace(plain, made=bare))


def test_shares_painted_in_primaries_are_found_under_any_shade():
    red, green, _ = (np.array(one) for one in PRIMARIES)
    shade = np.linspace(0.3, 1.0, 64)[None, :, None]
    half = (np.arange(32) < 16)[:, None, None]
    picture = np.round(np.where(half, red, green) * shade * 255).astype(np.uint8)
    masks = by_primaries(picture, ("warp", "weft"))
    assert (masks["warp"][:16] == 1).all() and (masks["warp"][16:] == 0).all() and (masks["weft"][16:] == 1).all()


def test_zones_are_found_by_the_colours_they_were_painted_in():
    picture, masks = cloth()
    found = by_colour(picture, {"wool": [colour(WOOL)], "band": [colour(BAND)]}, [(0.6, 0.6, 0.6)])
    for name, mask in masks.items():
        assert np.abs(found[name] - mask).mean() < 0.03
