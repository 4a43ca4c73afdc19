"""Pictures to keep, the seat, sliders on the stage: with real graphics."""

from __future__ import annotations

import numpy as np
import pytest

from avatars.stage import open_stage, photo
from tests.support.avatar_small import small_vrm
from tests.support.stage_pictures import live, pixels


@pytest.fixture(scope="module")
def avatar(tmp_path_factory):
    path = tmp_path_factory.mktemp("avatar") / "small.vrm"
    path.write_bytes(small_vrm())
    return path


@pytest.fixture
def stage(avatar):
    opened = open_stage(avatar, 120, 136, background="plain-day")
    opened.hold_still(True)
    settle(opened)
    yield opened
    opened.close()


def settle(stage, seconds=1.0):
    for _ in range(round(seconds * 30)):
        stage.update(1 / 30)


def test_a_photo_is_larger_and_leaves_the_live_picture_as_it_was(stage):
    before = live(stage)
    taken = stage.photo(120, 136, 4)
    assert (taken.width, taken.height) == (480, 544)
    assert (pixels(taken)[..., 3] == 255).all()
    small = pixels(taken).reshape(136, 4, 120, 4, 4).mean(axis=(1, 3))
    assert np.abs(small - before).mean() < 4, "it shows the same"
    assert np.abs(live(stage) - before).max() <= 2
    assert not stage.update(1 / 30)


def test_a_photo_may_have_another_shape_and_no_ground(stage):
    taken = pixels(stage.photo(200, 90, transparent=True))
    assert taken[0, 0, 3] == 0
    assert taken[..., 3].max() == 255
    assert (taken[..., :3] <= taken[..., 3:]).all()
    assert (live(stage)[..., 3] == 255).all(), "the place behind her is back"


def test_tiles_join_without_a_seam(stage, monkeypatch):
    stage.frame("full", 0)
    settle(stage, 0.2)
    whole = pixels(stage.photo(150, 170))
    monkeypatch.setattr(photo, "TILE", 64)
    tiled = pixels(stage.photo(150, 170))
    assert np.abs(whole - tiled).max() <= 40, "an edge may fall a quarter pixel elsewhere"
    assert (np.abs(whole - tiled).max(axis=2) > 6).mean() < 0.01


def test_too_large_a_photo_is_refused_by_number(stage):
    with pytest.raises(ValueError, match="50000000"):
        stage.photo(9000, 9000)


def test_she_sits_on_a_pouf_that_comes_and_goes(stage):
    stage.set_background(None)
    stage.frame("full", 0)
    settle(stage)
    standing = live(stage)[..., 3].astype(bool)
    assert stage.pose("sit")
    settle(stage, 4.0)
    assert stage.body.seat is not None
    sitting = live(stage)
    # wool of ember and oat: red over blue, unlike the blue coat and the empty ground
    low = sitting[70:125]
    assert ((low[..., 2] > low[..., 0] + 25) & (low[..., 3] == 255)).sum() > 60
    stage.pose(None)
    settle(stage, 5.0)
    assert stage.body.seat is None
    again = live(stage)[..., 3].astype(bool)
    assert (again != standing).mean() < 0.02


def test_zoom_shift_and_turn_move_the_view_and_a_framing_takes_them_back(stage):
    before = live(stage)
    for move in (lambda: stage.zoom(1.7, 0), lambda: stage.shift(0.1, 0.0, 0), lambda: stage.turn(70, 0)):
        picture = live(stage)
        move()
        stage.update(1 / 30)
        assert np.abs(live(stage) - picture).max() > 30
    stage.turn(0, 0)
    stage.frame("bust", 0)
    settle(stage, 0.2)
    assert np.abs(live(stage) - before).max() <= 2


def test_sliders_that_cannot_be_leave_her_as_she_is(stage):
    before = live(stage)
    for wrong in ({"moustache": 0.5}, {"body.height": 7.0}):
        with pytest.raises(ValueError, match=next(iter(wrong))):
            stage.shape(wrong)
    assert np.array_equal(live(stage), before)


def test_a_taller_body_keeps_pose_clothes_and_place_in_the_picture(stage):
    stage.wear("coat")
    stage.pose("sit")
    settle(stage, 3.0)
    seat = stage.body.seat
    stage.shape({"body.height": 1.0})
    settle(stage, 0.5)
    assert stage.outfit == "coat"
    assert stage.body.seat is not None
    assert stage.body.seat[1] > seat[1]
    assert live(stage)[..., 3].max() == 255
