"""She changes on the stage: another look in the same pose, with the same hair in the same swing."""

from __future__ import annotations

import numpy as np
import pytest

from assets import asset
from avatars.errors import GarmentRefused
from avatars.stage import open_stage
from avatars.wardrobe.look import Look, Worn
from tests.support.stage_pictures import live
from tests.support.wardrobe_of_tubes import write_wardrobe

COAT, TOP = Look((Worn("coat"),)), Look((Worn("loose-top", {"cloth": "#2840a0"}), Worn("trousers")))


@pytest.fixture(scope="module")
def wardrobe(tmp_path_factory):
    return write_wardrobe(tmp_path_factory.mktemp("wardrobe"))


@pytest.fixture(scope="module")
def stage(wardrobe):
    opened = open_stage(asset("avatars", "mira.vrm"), 160, 240, transparent=True, wardrobe=wardrobe, look=COAT)
    opened.frame("full", 0)
    yield opened
    opened.close()


def turns(stage):
    """How every joint is turned, by name."""
    return dict(zip(stage.puppet.names, stage.puppet.skeleton.rotation.copy(), strict=True))


def blue(stage):
    picture = live(stage)
    return int((picture[..., 0] > picture[..., 2] + 40).sum())


def test_she_opens_in_a_look_and_changes_it(stage):
    stage.dress(COAT)
    few = blue(stage)
    assert stage.look == COAT
    stage.dress(TOP)
    assert stage.look == TOP
    assert blue(stage) > few + 400


def test_pose_and_hair_go_on_where_they_were(stage):
    stage.dress(COAT)
    stage.gesture("nod")
    for _ in range(14):
        stage.update(1 / 30)
    before = turns(stage)
    stage.dress(TOP)
    after = turns(stage)
    hair = [name for name in before if name.startswith("hair_")]
    swings = [np.abs(before[name] - [0, 0, 0, 1]).max() for name in hair]
    assert max(swings) > 0.01, "or the test tells nothing"
    for name in (*hair, "head", "spine", "leftLowerArm"):
        assert np.abs(after[name] - before[name]).max() < 0.02, name


def test_what_swings_anew_hangs_at_rest_at_once(stage):
    stage.dress(Look((Worn("ribbon-skirt"),)))
    first = turns(stage)
    for _ in range(20):
        stage.update(1 / 30)
    later = turns(stage)
    assert np.abs(first["ribbon_0"] - later["ribbon_0"]).max() < 0.05


def test_a_garment_nobody_has_changes_nothing(stage):
    stage.dress(COAT)
    figure = stage._figure
    with pytest.raises(ValueError, match="moon-boots"):
        stage.dress(Look((Worn("moon-boots"),)))
    assert stage.look == COAT
    assert stage._figure is figure


def test_a_broken_garment_changes_nothing(stage, wardrobe):
    stage.dress(COAT)
    path = wardrobe / "hair" / "wig.glb"
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    try:
        with pytest.raises(GarmentRefused, match=r"wig\.glb"):
            stage.dress(Look((Worn("coat"), Worn("wig"))))
    finally:
        path.write_bytes(whole)
    assert stage.look == COAT
    stage.dress(Look((Worn("coat"), Worn("wig"))))


def test_her_look_stays_while_she_grows(stage):
    stage.dress(COAT)
    shape = dict(stage.model.shape)
    low = np.flatnonzero(live(stage)[..., 3].max(axis=1))[0]
    stage.shape({**shape, "body.height": 0.8})
    assert stage.look == COAT
    assert stage.model.shape["body.height"] == 0.8
    stage.shape(shape)
    assert np.flatnonzero(live(stage)[..., 3].max(axis=1))[0] == pytest.approx(low, abs=8)


def test_she_goes_back_to_the_outfits_of_her_own_file(stage):
    stage.dress(COAT)
    stage.wear("garden")
    assert stage.look is None
    assert stage.outfit == "garden"
    with pytest.raises(KeyError):
        stage.wear("moon")
    stage.dress(TOP)
    assert stage.look == TOP
    assert next(one.id for one in stage.outfits) == "harbour"
