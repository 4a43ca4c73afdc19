"""Everything by keyboard, and everything has a name."""

from __future__ import annotations

from typing import ClassVar

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)

from desktop.window.keys import FIXED, KEYS, SHOWN, reading
from mind.events import FaultShown
from voice.ports import Heard

CONTROLS = (QAbstractButton, QAbstractItemView, QAbstractSlider, QComboBox, QLineEdit, QPlainTextEdit)


class FakeEar:
    """A microphone that hears what the test says."""

    log: ClassVar[list[str]] = []
    last: FakeEar

    def __init__(self, on_state, on_partial, on_final, **_):
        self.tell, self.partial, self.final = on_state, on_partial, on_final
        FakeEar.last = self

    def start(self):
        self.log.append("start")
        self.tell("listening")
        return True

    def stop(self):
        self.tell("off")

    def finish(self):
        self.log.append("finish")

    def close(self):
        """Nothing is open."""

    def tick(self, speaking=False):
        """No time passes."""


def every_page(window):
    for page in ("talk", "memory", "bond", "wardrobe", "photo", "settings", "first_run"):
        window.open_page(page)
        if page == "settings":
            for section in ("brain", "voice", "hearing", "devices", "memory", "look"):
                window.pages[page].show_section(section)
        yield page


def test_every_control_has_a_name_for_screen_readers(home):
    for _ in every_page(home.window):
        pass
    nameless = [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in home.window.findChildren(QWidget)
        if isinstance(widget, CONTROLS) and not isinstance(widget, QScrollBar)
        and not (widget.accessibleName() or getattr(widget, "text", lambda: "")())
        and widget.window() is home.window
    ]
    assert nameless == []


@pytest.mark.parametrize("page", ["talk", "memory", "settings", "wardrobe", "bond", "photo"])
def test_tab_reaches_every_control_of_a_page_and_comes_round(home, qtbot, page):
    home.window.open_page(page)
    QTest.qWait(1)
    wanted = {
        widget for widget in home.window.findChildren(QWidget)
        if isinstance(widget, CONTROLS) and widget.isVisible() and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.focusProxy()
    }
    seen: set[QWidget | None] = set()
    for _ in range(80):
        QTest.keyClick(QApplication.focusWidget() or home.window, Qt.Key.Key_Tab)
        seen.add(QApplication.focusWidget())
    exclusive = {each for each in wanted if isinstance(each, QAbstractButton) and each.group() and not each.isChecked()}
    assert {type(each).__name__ for each in wanted - seen - exclusive} == set()


def test_the_ring_shows_for_keys_and_hides_for_the_mouse(home, qtbot):
    home.window.activateWindow()
    home.window.talk.composer.pen.setFocus()
    QTest.keyClick(home.window.talk.composer.pen, Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget() or home.window, Qt.Key.Key_Tab)
    assert home.window.ring.isVisible()
    QTest.mousePress(home.window.stage, Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    assert not home.window.ring.isVisible()


def test_no_part_opens_as_a_window_of_its_own(home, qapp):
    class Watch(QObject):
        def __init__(self):
            super().__init__()
            self.strays = []

        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                self.strays.append(type(watched).__name__)
            return False

    watch = Watch()
    qapp.installEventFilter(watch)
    for _ in every_page(home.window):
        QTest.qWait(1)
    home.window.talk.show_fault(FaultShown("brain", "It is not there.", "Look."), 3)
    qapp.removeEventFilter(watch)
    assert watch.strays == []


def test_keys_lead_to_pages_and_escape_leads_back(home):
    deeds = home.lead.deeds()
    for page in ("memory", "bond", "wardrobe", "photo", "settings"):
        deeds[page]()
        assert home.window.page == page
        home.lead.escape()
        assert home.window.page == "talk"


def test_every_key_is_bound_once_and_listed(home):
    bound = [shortcut.key().toString() for shortcut in home.lead.keys]
    assert len(bound) == len(set(bound))
    assert set(KEYS) - {"smaller", "normal"} <= set(SHOWN)
    assert all(reading(name) for name in SHOWN)
    assert all(not QKeySequence(each).isEmpty() for keys in KEYS.values() for each in keys)
    assert set(FIXED) <= set(SHOWN)


def test_the_list_of_keys_opens(home, qtbot):
    home.window.show_keys()
    dialog = QApplication.activeModalWidget() or home.window.findChild(QWidget, "")
    assert dialog is not None


def test_space_talks_only_outside_of_text(home_in, qtbot):
    home = home_in(ear=FakeEar)
    heard: list[str] = []
    FakeEar.log = heard
    home.window.talk.composer.pen.setFocus()
    QTest.keyPress(home.window.talk.composer.pen, Qt.Key.Key_Space)
    QTest.keyRelease(home.window.talk.composer.pen, Qt.Key.Key_Space)
    assert heard == []
    assert home.window.talk.composer.pen.toPlainText() == " "
    home.window.talk.list.setFocus()
    QTest.keyPress(home.window.talk.list, Qt.Key.Key_Space)
    assert heard == ["start"]
    assert home.window.stage.pill.state == "listening"
    QTest.keyRelease(home.window.talk.list, Qt.Key.Key_Space)
    assert heard == ["start", "finish"]


def test_text_grows_by_key_and_stays_within_bounds(home):
    deeds = home.lead.deeds()
    for _ in range(10):
        deeds["larger"]()
    assert home.house.settings.look.text_scale == 200
    deeds["normal"]()
    assert home.house.settings.look.text_scale == 100
    for _ in range(5):
        deeds["smaller"]()
    assert home.house.settings.look.text_scale == 90


def test_a_tap_on_the_microphone_leaves_it_open_and_a_second_closes_it(home_in):
    home = home_in(ear=FakeEar)
    home.window.stage.mic.click()
    assert home.house.hearing.on
    home.window.stage.mic.click()
    assert not home.house.hearing.on


def test_words_being_heard_show_in_a_hollow_bubble_that_fills_when_final(home_in, qtbot):
    home = home_in(ear=FakeEar)
    home.window.stage.mic.click()
    ear = FakeEar.last
    ear.partial("good eve")
    assert [(row.text, row.streaming) for row in home.talk.model.rows if row.kind == "mine"] == [("good eve", True)]
    assert home.window.stage.caption.text == "You: good eve"
    ear.partial("")
    ear.final(Heard("good evening", True))
    qtbot.waitUntil(lambda: any(row.turn_id for row in home.talk.model.rows), timeout=8000)
    assert home.texts("mine") == ["good evening"]
    kept = home.house.bridge.wait(home.house.mind.history(5))
    assert (kept[0].text, kept[0].channel) == ("good evening", "voice")


def test_without_a_speech_model_the_microphone_leads_to_one(home):
    home.window.stage.mic.click()
    banner = home.window.talk.banner
    assert banner.isVisible()
    banner.buttons()[0].click()
    assert home.window.page == "settings"
    assert home.window.pages["settings"].current == "hearing"
