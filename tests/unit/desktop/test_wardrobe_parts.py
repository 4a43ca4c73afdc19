"""Parts of the wardrobe's page by themselves: kept pictures, names of colours, tiles made of pictures, what suits a season."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from avatars.wardrobe.look import Worn
from desktop.theme.words import words
from desktop.wardrobe_page.colour_names import colour_name
from desktop.wardrobe_page.looks_bar import ChipArea
from desktop.wardrobe_page.pattern_files import SIDE, NoPattern, PatternFiles, led_on, read, tile_of
from desktop.wardrobe_page.picture_files import PictureFiles, key_of, stamp
from mind.languages import LANGS


def picture(wide=40, high=30, colour=0xFF3060A0):
    image = QImage(wide, high, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(colour)
    return image


def test_a_picture_that_was_only_half_written_is_drawn_anew(qapp, tmp_path):
    files = PictureFiles(tmp_path / "cache")
    assert files.have("jumper") is None
    files.keep("jumper", picture())
    assert files.have("jumper").size() == picture().size()
    whole = files.path("jumper").read_bytes()
    for length in (0, 8, len(whole) // 2, len(whole) - 1):
        files.path("jumper").write_bytes(whole[:length])
        assert files.have("jumper") is None
    files.keep("jumper", picture())
    assert files.have("jumper") is not None
    assert [path.name for path in (tmp_path / "cache").iterdir()] == ["jumper.png"]


def test_a_folder_that_cannot_be_written_only_costs_time(qapp, tmp_path):
    (tmp_path / "cache").write_text("in the way")
    files = PictureFiles(tmp_path / "cache")
    files.keep("jumper", picture())
    files.tidy()
    assert files.have("jumper") is None


def test_another_dye_file_person_or_size_is_another_picture(tmp_path):
    (tmp_path / "a.glb").write_bytes(b"one")
    stamps = {"jumper": stamp(tmp_path / "a.glb")}
    plain = key_of((Worn("jumper"),), stamps, "mira", 148)
    (tmp_path / "a.glb").write_bytes(b"two")
    others = {
        key_of((Worn("jumper", {"wool": "#102030"}),), stamps, "mira", 148),
        key_of((Worn("jumper"),), {"jumper": stamp(tmp_path / "a.glb")}, "mira", 148),
        key_of((Worn("jumper"),), stamps, "kai", 148),
        key_of((Worn("jumper"),), stamps, "mira", 296),
    }
    assert len(others | {plain}) == 5
    assert key_of((Worn("jumper"),), stamps, "mira", 148) == plain
    assert stamp(tmp_path / "gone.glb") == ""


@pytest.mark.parametrize(("red", "green", "blue", "name"), [
    (255, 255, 255, "White"), (10, 10, 12, "Black"), (128, 128, 128, "Grey"), (251, 238, 221, "Cream"), (30, 98, 95, "Deep teal"),
    (200, 40, 45, "Red"), (150, 90, 50, "Brown"), (220, 120, 40, "Orange"), (60, 100, 170, "Blue"), (40, 40, 48, "Charcoal"),
    (236, 190, 200, "Pale rose"), (110, 70, 140, "Violet"),
])
def test_a_colour_has_the_name_one_would_give_it(red, green, blue, name):
    words().lang = "en"
    assert colour_name(f"#{red:02x}{green:02x}{blue:02x}") == name


@pytest.mark.parametrize("lang", LANGS)
def test_every_colour_has_a_name_in_every_language(lang):
    words().lang = lang
    try:
        steps = range(0, 256, 51)
        named = {colour_name(f"#{r:02x}{g:02x}{b:02x}") for r in steps for g in steps for b in steps}
    finally:
        words().lang = "en"
    assert len(named) > 20 and all(named)


def test_a_tile_goes_on_into_itself_at_every_edge(qapp):
    ramp = np.linspace(0, 255, 300).astype(np.uint8)
    across, down = np.tile(ramp, (300, 1)), np.tile(ramp[:, None], (1, 300))
    pixels = np.dstack([across, down, np.zeros((300, 300)), np.full((300, 300), 255)])
    image = QImage(pixels.astype(np.uint8).tobytes(), 300, 300, 1200, QImage.Format.Format_RGBA8888)
    tile = tile_of(image).astype(int)
    assert tile.shape == (SIDE, SIDE, 4)
    assert np.abs(tile[:, 0] - tile[:, -1]).max() <= 8
    assert np.abs(tile[0] - tile[-1]).max() <= 8


def test_what_is_led_on_keeps_its_middle():
    rows = np.random.default_rng(1).uniform(0, 255, (SIDE + 60, 4, 4)).astype(np.float32)
    assert np.array_equal(led_on(rows)[60:], rows[60:SIDE])


def test_only_pictures_of_a_sensible_size_become_patterns(qapp, tmp_path):
    (tmp_path / "words.png").write_text("no picture at all")
    picture(8, 200).save(str(tmp_path / "thin.png"))
    picture(64, 48).save(str(tmp_path / "good.png"))
    for name in ("words.png", "thin.png", "missing.png"):
        with pytest.raises(NoPattern):
            read(tmp_path / name)
    files = PatternFiles(tmp_path / "data")
    name = files.take(tmp_path / "good.png")
    assert files.take(tmp_path / "good.png") == name
    assert files.pixels(name).shape == (SIDE, SIDE, 4)
    assert files.pixels("../good") is None and files.pixels("0" * 24) is None


def test_a_row_of_chips_brings_the_one_that_has_the_keyboard_into_sight(qtbot):
    inner = QWidget()
    row = QHBoxLayout(inner)
    chips = [QPushButton(f"Look number {number}") for number in range(12)]
    for chip in chips:
        row.addWidget(chip)
    area = ChipArea(inner)
    qtbot.addWidget(area)
    area.resize(240, 60)
    area.show()
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)
    for chip in (chips[-1], chips[5], chips[0]):
        chip.setFocus()
        left = chip.mapTo(area.viewport(), QPoint(0, 0)).x()
        assert left >= 0 and left + chip.width() <= area.viewport().width()
