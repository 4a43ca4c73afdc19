"""Her on the desktop: a clear window with her and her words, and the way back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desktop.mate.mate_window import HIGH, LARGEST, SMALLEST, WIDE
from desktop.mate.shape import shape_of
from desktop.theme.words import words
from mind.events import Sentence
from tests.support.gui_house import settled

QUICK = 8000


@pytest.fixture
def out(home):
    home.lead.mate.toggle()
    mate = home.lead.mate.mate
    yield home, mate
    home.lead.mate.drop()


def turn(mate, notches):
    wheel = QWheelEvent(
        QPointF(100, 100), QPointF(100, 100), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )
    QApplication.sendEvent(mate, wheel)


def test_she_comes_out_and_the_window_goes_and_comes_back(out):
    home, mate = out
    assert mate.isVisible()
    assert not home.window.isVisible()
    flags = mate.windowFlags()
    assert flags & Qt.WindowType.FramelessWindowHint
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert ("frame", "full") in home.house.player.body.asked
    assert (home.house.player.body.width, home.house.player.body.height) == (WIDE, HIGH)
    QTest.keyClick(mate, Qt.Key.Key_Escape)
    assert home.window.isVisible()
    assert not mate.isVisible()
    assert home.house.player.body.asked[-2:] != [("frame", "full")]


def test_what_is_around_her_is_clear_and_her_words_have_a_plate(out, qtbot):
    home, mate = out
    home.voice.at_once = False
    home.house.speech.begin()
    home.house.speech.say(Sentence(0, "Tea after?", "en"))
    qtbot.waitUntil(lambda: mate.caption.isVisible() and mate.caption._shade == 1.0, timeout=QUICK)
    picture = mate.grab().toImage()
    assert picture.pixelColor(3, mate.height() - 30).alpha() == 0
    assert picture.pixelColor(mate.her_box().center()).alpha() == 255
    plate = mate.caption.geometry()
    assert mate.rect().contains(plate)
    assert not plate.intersects(mate.her_box().adjusted(0, 0, 0, -round(0.06 * HIGH)))
    assert picture.pixelColor(plate.center().x(), plate.top() + 5).alpha() > 150
    qtbot.waitUntil(lambda: mate.mask().contains(plate.center()), timeout=QUICK)


def test_the_pointer_goes_through_where_she_is_not():
    image = QImage(200, 400, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.fillRect(80, 40, 40, 300, QColor("red"))
    painter.fillRect(150, 100, 10, 100, QColor("red"))
    painter.end()
    shape = shape_of(image, QSize(200, 400))
    assert shape.contains(QPoint(100, 200))
    assert shape.contains(QPoint(154, 150))
    assert not shape.contains(QPoint(20, 200))
    assert not shape.contains(QPoint(135, 150))
    assert not shape.contains(QPoint(100, 20))


def test_the_wheel_changes_her_size_within_bounds_and_her_feet_stay(out):
    _, mate = out
    mate.move(300, 100)
    foot = mate.y() + 0.93 * mate.her_size().height()
    turn(mate, 2)
    assert mate.percent == 110
    assert mate.y() + 0.93 * mate.her_size().height() == pytest.approx(foot, abs=2)
    turn(mate, 40)
    assert mate.percent == LARGEST
    turn(mate, -80)
    assert mate.percent == SMALLEST
    assert mate.her_size() == QSize(WIDE // 2, HIGH // 2)


def test_she_is_taken_by_her_body(out):
    _, mate = out
    mate.move(200, 100)
    before = mate.pos()
    QTest.mousePress(mate, Qt.MouseButton.LeftButton, pos=QPoint(170, 300))
    QTest.mouseMove(mate, QPoint(190, 320))
    QTest.mouseRelease(mate, Qt.MouseButton.LeftButton, pos=QPoint(190, 320))
    assert mate.pos() != before
    QTest.keyClick(mate, Qt.Key.Key_Left)
    QTest.keyClick(mate, Qt.Key.Key_Minus)
    assert mate.percent == 95


def test_the_menu_has_the_way_back_and_the_switches(out, qtbot):
    home, mate = out
    mate.menu_wanted.emit(QPoint(10, 10))
    menu = mate.findChild(QMenu)
    texts = [action.text() for action in menu.actions()]
    assert words()("captions.mate_back") in texts
    next(action for action in menu.actions() if action.text() == words()("stage.captions")).trigger()
    assert not home.house.settings.voice.captions
    assert not mate.captions_on
    menu.close()


def test_closing_her_window_leads_back_and_loses_nothing(out):
    home, mate = out
    mate.close()
    assert home.window.isVisible()


def test_the_users_words_are_read_there_as_well(out):
    home, mate = out
    home.house.hearing.partial.emit("I keep going")
    assert mate.caption.text == "You: I keep going"
    home.house.hearing.partial.emit("")
    assert mate.caption.text == ""


@pytest.mark.parametrize("lang", ["zh", "ja"])
def test_she_is_named_in_every_language(home_in, lang):
    home = home_in(settled(lang))
    home.lead.mate.toggle()
    assert home.house.her_name(lang) in home.lead.mate.mate.accessibleName()
    home.lead.mate.drop()
