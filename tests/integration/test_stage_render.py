"""The stage with real graphics: what is drawn, what it costs to draw nothing new, and the door ``render``."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
from PIL import Image

from avatars.errors import StageFault
from avatars.stage import graphics, open_stage
from tests.support.avatar_small import small_vrm
from tests.support.stage_pictures import live


@pytest.fixture(scope="module")
def avatar(tmp_path_factory):
    path = tmp_path_factory.mktemp("avatar") / "small.vrm"
    path.write_bytes(small_vrm())
    return path


@pytest.fixture
def stage(avatar):
    opened = open_stage(avatar, 160, 180, transparent=True)
    opened.hold_still(True)
    yield opened
    opened.close()


def settle(stage, seconds=2.0):
    for _ in range(round(seconds * 30)):
        stage.update(1 / 30)


def test_she_is_drawn_upright_in_her_colours_with_clear_surroundings(stage):
    stage.frame("full", 0)
    settle(stage)
    picture = live(stage)
    rows = np.flatnonzero(picture[..., 3].max(axis=1))
    assert picture[0, 0, 3] == 0
    assert (picture[..., :3] <= picture[..., 3:]).all(), "colour is premultiplied"
    face, coat = picture[rows[0] + 8, 80], picture[(rows[0] + rows[-1]) // 2, 80]
    assert face[2] > face[0] + 15, "skin is warm: red over blue, and B G R A in this order"
    assert coat[0] > coat[2] + 25, "cloth is blue"


def test_framings_show_more_and_more_of_her(stage):
    sizes = []
    for framing in ("face", "bust", "full"):
        stage.frame(framing, 0)
        settle(stage, 0.2)
        picture = live(stage)[..., 3] > 0
        skin = live(stage)
        sizes.append(((skin[..., 2] > skin[..., 0] + 15) & picture).sum())
    assert sizes[0] > sizes[1] > sizes[2] > 0


def test_the_same_still_phase_gives_the_same_picture(avatar):
    pictures = []
    for _ in range(2):
        stage = open_stage(avatar, 96, 108, background="room-day", quality="best")
        stage.hold_still(True)
        settle(stage, 1.0)
        pictures.append(live(stage))
        stage.close()
    assert np.array_equal(*pictures)


def test_an_unchanged_picture_says_so_and_a_changed_one_too(stage):
    settle(stage, 4.0)
    stage.render()
    assert not stage.update(1 / 30)
    stage.mouth({"aa": 1.0})
    assert stage.update(1 / 30)
    stage.render()
    stage.hold_still(False)
    assert any(stage.update(1 / 30) for _ in range(3))


def test_an_expression_changes_the_face_and_neutral_gives_it_back(stage):
    stage.frame("face", 0)
    settle(stage)
    before = live(stage)
    stage.express("happy", 1.0, hold=60)
    settle(stage)
    changed = (np.abs(live(stage) - before).max(axis=2) > 20).sum()
    stage.express("neutral", 1.0)
    settle(stage, 4)
    left = (np.abs(live(stage) - before).max(axis=2) > 20).sum()
    assert changed > 40
    assert left < changed / 10


def test_an_outfit_changes_what_is_drawn_and_an_unknown_one_is_named(stage):
    stage.frame("full", 0)
    settle(stage)
    plain = live(stage)
    stage.wear("coat")
    assert stage.outfit == "coat"
    assert np.abs(live(stage) - plain).max() > 20
    with pytest.raises(KeyError, match="ballgown"):
        stage.wear("ballgown")


def test_rooms_and_lights_change_the_picture_and_unknown_ones_are_named(stage):
    clear = live(stage)
    stage.set_background("room-night")
    room = live(stage)
    assert (room[..., 3] == 255).all()
    assert room[:5, :5].mean() < 200
    stage.set_light("night")
    assert live(stage)[..., :3].mean() < room[..., :3].mean()
    stage.set_background(None)
    stage.set_light("day")
    assert np.array_equal(live(stage), clear)
    with pytest.raises(KeyError):
        stage.set_light("disco")
    with pytest.raises(KeyError):
        stage.set_background("moon")


def test_resizing_keeps_her_in_the_picture(stage):
    for width, height in ((90, 200), (300, 120), (160, 180)):
        stage.resize(width, height)
        stage.update(1 / 30)
        picture = live(stage)
        assert picture.shape == (height, width, 4)
        assert picture[..., 3].max() == 255


def test_the_camera_eases_and_asks_for_quick_frames(stage):
    settle(stage, 3)
    stage.frame("face", 1.0)
    assert stage.eager
    changed = sum(stage.update(1 / 30) for _ in range(30))
    assert changed == 30
    stage.render()
    stage.update(1 / 30)
    assert not stage._camera.moving


def test_opening_and_closing_many_times_is_fine(avatar):
    for _ in range(4):
        stage = open_stage(avatar, 64, 72)
        stage.update(1 / 30)
        stage.render()
        stage.close()
        stage.close()


def test_no_graphics_is_a_fault_with_the_packages_named(monkeypatch):
    monkeypatch.setattr(graphics, "_pipe", None)
    monkeypatch.setattr(graphics, "PIPES", ())
    with pytest.raises(StageFault) as fault:
        graphics.pipe()
    assert "libgl1" in fault.value.remedy


def door(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "desktop", "render", *map(str, arguments)], capture_output=True, text=True, check=False,
    )


def test_the_door_draws_a_picture(tmp_path, avatar):
    out = tmp_path / "她 a.png"
    done = door("--out", out, "--avatar", avatar, "--size", "120x140", "--camera", "face", "--expression", "HAPPY=.7",
                "--viseme", "aa=.8", "--transparent", "--outfit", "Coat")
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == f"{out} 120x140"
    with Image.open(out) as picture:
        assert picture.size == (120, 140)
        assert picture.mode == "RGBA"


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("--outfit", "ballgown"), "plain, coat"),
        (("--expression", "glee=1"), "happy"),
        (("--light", "disco"), "golden"),
        (("--background", "moon"), "room-day"),
        (("--viseme", "zz=1"), "oh"),
        (("--size", "9x9"), "4096"),
        (("--turn", "sideways"), "360"),
        (("--pose", "moonwalk"), "wave"),
        (("--sheet", "y.png"), "--out"),
        (("--camera", "behind"), "bust"),
        (("--expression", "happy=3"), "from 0 to 1"),
    ],
)
def test_the_door_names_what_is_valid(tmp_path, avatar, arguments, named):
    done = door("--out", tmp_path / "x.png", "--avatar", avatar, *arguments)
    assert done.returncode == 2
    assert named in done.stderr
    assert not done.stdout
    assert not (tmp_path / "x.png").exists()


def test_the_door_refuses_a_broken_avatar_by_name_and_place(tmp_path):
    broken = tmp_path / "broken.vrm"
    broken.write_bytes(small_vrm()[:3000])
    done = door("--out", tmp_path / "x.png", "--avatar", broken)
    assert done.returncode == 2
    assert "broken.vrm" in done.stderr
