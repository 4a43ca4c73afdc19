"""The page of poses and pictures: she does what is chosen, and a picture is kept or its fault is told."""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage

from avatars.errors import AvatarRefused
from avatars.forge.head.pose import EXPRESSIONS
from avatars.life.poses import POSES
from avatars.vrm.expressions import BLINKS, LOOKS, VISEMES
from desktop.photo import album as album_module
from desktop.photo import choices
from desktop.photo.album import AlbumFault, keep
from desktop.photo.picture import Wish, cells, composed
from desktop.settings_page.look_section import LookSection
from tests.support.gui_body import ScriptedBody


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    place = tmp_path / "pictures"
    monkeypatch.setattr("desktop.photo.photo_page.album", lambda data: place)
    return place


@pytest.fixture
def page(home, folder):
    home.window.open_page("photo")
    return home.window.pages["photo"]


def asked(home, what):
    return [each[1:] for each in home.house.player.body.asked if each[0] == what]


def test_only_what_she_knows_is_offered(page):
    offered = {value for value, choice in page.poses.choices.items() if not choice.isHidden()}
    assert offered == {"stand", "sit", "dance", "hug"}
    assert not page.gestures.choices["wave"].isHidden() and page.gestures.choices["laugh"].isHidden()
    assert not page.faces.choices["shy"].isHidden() and page.faces.choices["pout"].isHidden()


def test_every_pose_and_every_face_there_is_can_be_chosen():
    voiced_and_looking = {*VISEMES, *BLINKS, *LOOKS}
    assert {value for value, _ in choices.POSES} == set(POSES)
    assert {value for value, _ in choices.FACES} == {"neutral", *EXPRESSIONS} - voiced_and_looking


def test_a_face_takes_the_place_of_the_one_before_and_of_its_tears(home, page):
    page.faces.choices["tears"].click()
    page.faces.choices["happy"].click()
    assert asked(home, "express")[-5:] == [("neutral",), ("sad",), ("tears",), ("neutral",), ("happy",)]


def test_a_pose_is_kept_until_she_stands(home, page):
    page.poses.choices["sit"].click()
    home.window.open_page("talk")
    home.window.open_page("photo")
    assert page.poses.value == "sit"
    page.poses.choices["stand"].click()
    assert asked(home, "pose") == [("sit",), (None,)]


def test_sitting_shows_all_of_her(home, page):
    page.poses.choices["sit"].click()
    assert home.window.stage.framing.value == "full"


def test_place_and_light_are_kept_and_clear_is_not(home, page):
    page.scenes.choices["garden"].click()
    page.lights.choices["golden"].click()
    page.scenes.choices["none"].click()
    look = home.house.settings.look
    assert (look.scene, look.light) == ("garden", "golden")
    assert home.window.stage.scene == "none"
    home.window.open_page("talk")
    assert home.window.stage.scene == "garden"
    assert asked(home, "light")[-1] == ("golden",)


def test_leaving_brings_the_camera_back(home, page):
    page.turn.put(90)
    home.window.open_page("talk")
    assert asked(home, "turn")[-1] == (0.0,)
    assert asked(home, "zoom")[-1] == (1.0,)


def test_drawing_on_the_stage_walks_around_her_and_the_wheel_comes_nearer(home, page, qtbot):
    stage = home.window.stage
    y = stage.height() // 2
    qtbot.mousePress(stage, Qt.MouseButton.LeftButton, pos=QPoint(300, y))
    qtbot.mouseMove(stage, QPoint(200, y))
    qtbot.mouseRelease(stage, Qt.MouseButton.LeftButton, pos=QPoint(200, y))
    stage.wheeled.emit(2.0)
    assert page.near.factor > 1.1
    stage.dragged.emit(-0.5)
    assert asked(home, "turn")[-1][0] > 80


def test_a_drag_does_nothing_on_other_pages(home, page):
    home.window.open_page("talk")
    before = len(home.house.player.body.asked)
    home.window.stage.dragged.emit(0.3)
    home.window.stage.wheeled.emit(1.0)
    assert len(home.house.player.body.asked) == before


def test_a_picture_at_four_times_is_kept_under_her_name(home, page, folder):
    page.scale.value = "4"
    page.shape.value = "square"
    page.button.click()
    (kept,) = folder.glob("*.png")
    assert kept.name.startswith("Mira ")
    assert QImage(str(kept)).size() == QSize(2880, 2880)
    assert asked(home, "photo") == [(2880, 2880)]


def test_a_folder_that_cannot_be_written_is_named(home, page, folder, tmp_path):
    folder.write_text("in the way")
    page.button.click()
    assert str(folder) in home.window.toast.accessibleName()
    assert folder.read_text() == "in the way"


def test_two_pictures_in_one_second_are_two_files(tmp_path):
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    now = datetime(2026, 3, 4, 5, 6, 7)
    assert len({keep(image, tmp_path, "Mira", now) for _ in range(3)}) == 3


def test_a_file_that_cannot_be_made_leaves_nothing_behind(tmp_path):
    with pytest.raises(AlbumFault, match=str(tmp_path)):
        keep(QImage(8, 8, QImage.Format.Format_RGB32), tmp_path, "M" * 300, datetime(2026, 3, 4))
    assert list(tmp_path.iterdir()) == []


def test_the_album_is_among_the_users_pictures(monkeypatch, tmp_path):
    monkeypatch.setattr(album_module.QStandardPaths, "writableLocation", lambda _: str(tmp_path))
    assert album_module.album(Path("/data")) == tmp_path / "Hearth"
    monkeypatch.setattr(album_module.QStandardPaths, "writableLocation", lambda _: "")
    assert album_module.album(Path("/data")) == Path("/data/pictures")


@pytest.mark.parametrize(("shape", "aspect"), [("portrait", 0.75), ("square", 1.0), ("wide", 16 / 9), ("stage", 0.5)])
def test_a_picture_has_the_chosen_shape_and_stays_within_bounds(shape, aspect):
    for scale in (1, 2, 4):
        size = Wish(shape, "none", scale).size(QSize(400, 800))
        assert size.width() / size.height() == pytest.approx(aspect, rel=0.01)
        assert max(size.width(), size.height()) <= 4096


@pytest.mark.parametrize("frame", ["none", "paper", "stitch"])
def test_she_stands_inside_the_frame(qapp, frame):
    her = QImage(60, 80, QImage.Format.Format_ARGB32_Premultiplied)
    her.fill(0xFF204060)
    made = composed(her, None, frame)
    assert (made.width() > 60) == (frame != "none")
    middle = made.pixelColor(made.width() // 2, made.height() // 2)
    assert (middle.red(), middle.green(), middle.blue()) == (0x20, 0x40, 0x60)


def test_another_body_brings_its_own_wardrobe(home, qtbot):
    page = home.window
    page.open_page("settings")
    section = page.pages["settings"]
    section.show_section("look")
    home.house.settings.look.avatar = "kai"
    home.house.changes.avatar.emit()
    assert home.house.player.body.avatar == "kai"
    assert "wardrobe" not in home.window.pages


def test_a_body_that_cannot_be_shown_leaves_the_one_there_was(home_in):
    def open_body(width, height, avatar):
        if avatar == "kai":
            raise AvatarRefused("kai.vrm is damaged.", "Install Hearth again.")
        return ScriptedBody(width, height, avatar)

    home = home_in(body=open_body)
    home.window.open_page("settings")
    home.window.pages["settings"].show_section("look")
    section = home.window.findChild(LookSection)
    section.avatar.choices["kai"].click()
    assert home.house.player.body.avatar == "mira"
    assert home.house.settings.look.avatar == section.avatar.value == "mira"
    assert "damaged" in home.window.toast.accessibleName()


def test_the_last_picture_stays_until_another_body_is_drawn(home, qtbot):
    player = home.house.player
    qtbot.waitUntil(lambda: player.image is not None)
    player.leave()
    assert player.body is None and not player.image.isNull()


def test_a_pose_goes_on_in_another_body(home, page):
    page.poses.choices["sit"].click()
    home.house.settings.look.avatar = "kai"
    home.house.changes.avatar.emit()
    assert asked(home, "pose") == [("sit",)]


def test_outfits_are_pictured_standing_and_still(home_in, tmp_path):
    home = home_in(wardrobe=tmp_path / "no garments")
    home.house.player.pose("sit")
    home.window.open_page("wardrobe")
    drawer = home.window.pages["wardrobe"]
    drawer.draw_next()
    assert home.house.player.posed == "" and not asked(home, "still")
    drawer.draw_next()
    assert asked(home, "still") == [(True,), (False,)]


def test_knitting_fills_its_band_with_whole_stitches():
    for length in (100.0, 777.5):
        stitches = cells(length, 12.0)
        assert stitches[0][0] == 0.0
        assert sum(size for _, size in stitches) == pytest.approx(length)
