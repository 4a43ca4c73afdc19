"""Her room is furnished beside her: seen at once, kept, taken back, by keyboard too."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from desktop.settings import load_settings
from desktop.settings.model import PlacedPiece
from desktop.stage_view.furniture import BASE, pieces
from desktop.stage_view.room_picture import room_picture
from desktop.theme.words import words


@pytest.fixture
def room(home_in):
    home = home_in()
    home.house.changes.room.emit()
    return home, home.window.pages["room"]


def pixels(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)[..., :3].astype(int)


def at(piece, x=0.5):
    return PlacedPiece(piece=piece, x=x, y=BASE[pieces()[piece].stands])


def test_a_press_puts_a_piece_into_the_room_and_another_takes_it_out(room):
    home, page = room
    page.first_focus()
    QTest.keyClick(page.tiles[0], Qt.Key.Key_Return)
    kept = load_settings(home.house.folder).look.room
    assert [one.piece for one in kept] == [page.tiles[0].piece.id] and page.tiles[0].worn
    assert tuple(home.window.stage.furniture) == tuple(kept)
    page.tiles[0].click()
    assert load_settings(home.house.folder).look.room == [] and not page.tiles[0].worn


def test_a_slider_moves_it_and_undo_brings_it_back(room):
    home, page = room
    page.toggle("armchair")
    before = home.house.settings.look.room[0].x
    for value in (20, 10, 0):
        page._cards[0].across.setValue(value)
    assert home.house.settings.look.room[0].x == pytest.approx(0.08, abs=0.01)
    page.undo()
    assert home.house.settings.look.room[0].x == before
    page.undo()
    assert home.house.settings.look.room == []


def test_every_piece_is_seen_in_the_room_and_none_in_the_garden():
    size = QSize(640, 480)
    empty, garden = pixels(room_picture("room-day", size)), pixels(room_picture("garden-day", size))
    for piece in pieces():
        assert (np.abs(pixels(room_picture("room-day", size, [at(piece)])) - empty).max(axis=2) > 20).mean() > 0.001, piece
        assert (pixels(room_picture("garden-day", size, [at(piece)])) == garden).all()


def test_furniture_is_darker_at_night_and_what_shines_lights_it():
    size, chair, lights = QSize(640, 480), [at("armchair")], [at("string-lights")]
    day, night = (pixels(room_picture(name, size, chair)) for name in ("room-day", "room-night"))
    moved = np.abs(day - pixels(room_picture("room-day", size))).max(axis=2) > 40
    assert night[moved].mean() < 0.6 * day[moved].mean()
    glow = pixels(room_picture("room-night", size, lights)) - pixels(room_picture("room-night", size))
    assert glow.max() > 80


def test_a_piece_nobody_knows_is_left_out_of_the_picture():
    size = QSize(320, 240)
    with_ghost = room_picture("room-day", size, [PlacedPiece(piece="ghost-sofa")])
    assert (pixels(with_ghost) == pixels(room_picture("room-day", size))).all()


@pytest.mark.parametrize("lang", ["en", "zh", "ja"])
def test_every_piece_has_a_name_in_every_language(room, lang):
    _, page = room
    words().speak(lang)
    names = [tile.accessibleName() for tile in page.tiles]
    assert len(set(names)) == len(pieces()) == 12
