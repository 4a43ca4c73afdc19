"""Lips and sound measured by tapping, tried on her mouth, kept or left."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.calibration.beats import Beats
from desktop.calibration.calibration_page import CalibrationPage
from desktop.calibration.clicks import PERIOD, beat_times
from desktop.settings import load_settings
from desktop.theme.words import words
from tests.support.gui_clipping import clipped
from tests.support.gui_house import settled
from voice.errors import OutputFault


class ScriptedOut:
    """A loudspeaker whose played time is told."""

    def __init__(self, fault=None):
        self.fault = fault
        self.at = 0.0
        self.sounds, self.closed = [], False

    def opened(self, told):
        self.told = told
        return self

    def add(self, sound, heard=0.0):
        self.sounds.append(sound)
        if self.fault:
            self.told(self.fault)

    def played(self):
        return self.at

    def stop(self):
        self.sounds.clear()

    def volume(self, factor):
        """Clicks have their own."""

    def close(self):
        self.closed = True


@pytest.fixture
def opened(home, monkeypatch):
    return open_page(home, monkeypatch, ScriptedOut())


def open_page(home, monkeypatch, out):
    monkeypatch.setattr("desktop.calibration.calibration_page.loudspeaker_of", lambda house, fault: out.opened(fault))
    home.house.changes.calibration.emit()
    page = home.window.pages["calibration"]
    assert isinstance(page, CalibrationPage)
    return home, page, out


def tap_along(page, late):
    """Taps `late` seconds after each beat, in the beats' own time, until the step is over."""
    beats = page._beats
    assert isinstance(beats, Beats)
    beats._timer.stop()
    step = page.step
    for beat in beat_times():
        beats.seen = [each for each in beat_times() if each <= beat + 0.001]
        beats.now = lambda at=beat + late: at  # type: ignore[method-assign]
        QTest.keyClick(page.pad, Qt.Key.Key_Space)
        if page.step != step or page.note.text():
            return


def test_tapping_twice_proposes_an_offset_and_keeping_sets_it(opened):
    home, page, out = opened
    page.main.click()
    assert page.step == "sound"
    assert out.sounds
    tap_along(page, 0.20)
    assert page.step == "light"
    tap_along(page, 0.08)
    assert page.step == "mouth"
    assert page.mouth.slider.milliseconds == 120
    assert home.voice.lip_offset == pytest.approx(0.12)
    page.main.click()
    assert home.window.page == "talk"
    assert load_settings(home.house.folder).voice.lip_offset_ms == 120
    assert home.voice.lip_offset == pytest.approx(0.12)
    assert out.closed


def test_cancel_leaves_all_as_it_was(opened):
    home, page, _ = opened
    page.skip.click()
    page.mouth.slider.setValue(90)
    assert home.voice.lip_offset > 0.1
    page.cancel.click()
    assert home.voice.lip_offset == 0
    assert home.house.settings.voice.lip_offset_ms == 0
    assert home.window.page == "talk"


def test_escape_leaves_it_and_so_does_another_page(opened, monkeypatch):
    home, page, out = opened
    page.main.click()
    home.lead.escape()
    assert home.lead.calibration.page is None
    assert out.closed
    home.house.changes.calibration.emit()
    home.window.open_page("settings")
    assert home.lead.calibration.page is None
    assert home.window.page == "settings"


def test_she_says_her_syllables_again_and_again_aloud_and_is_muted_afterwards(opened, qtbot):
    home, page, _ = opened
    home.house.settings.voice.muted = True
    home.house.speech.mute(True)
    page.mouth._pause.setInterval(1)
    page.skip.click()
    assert not home.voice.muted
    qtbot.waitUntil(lambda: home.voice.said.count(words()("captions.lips_says")) >= 2, timeout=5000)
    page.cancel.click()
    assert home.voice.muted
    assert not home.talk.busy


def test_her_mouth_comes_near_and_no_caption_lies_over_it(opened):
    home, page, _ = opened
    page.skip.click()
    asked = home.house.player.body.asked
    assert any(what[0] == "zoom" and what[1] > 1.5 for what in asked)
    assert asked[-1] != ("frame", "bust")
    assert not home.window.stage.captions_on
    page.cancel.click()
    assert home.window.stage.captions_on


def test_uneven_taps_are_refused_in_words_and_can_be_tried_again(opened):
    _, page, out = opened
    page.main.click()
    page._taps = [1.0, 1.3, 2.2, 2.35, 3.1, 3.75, 4.3, 5.0, 5.9, 6.3, 7.2, 7.4]
    page._beats.seen = beat_times()
    page.finish()
    assert page.note.text() in (words()("captions.lips_uneven"), words()("captions.lips_few"))
    assert not page.pad.isVisible()
    page.main.click()
    assert page.step == "sound"
    assert page.pad.isVisible()
    assert out.sounds


def test_the_clicks_that_end_without_taps_say_so(opened):
    _, page, out = opened
    page.main.click()
    out.sounds[0].ended()
    assert page.note.text() == words()("captions.lips_few")


def test_where_no_sound_comes_out_nothing_is_measured_and_that_is_said(home, monkeypatch):
    fault = OutputFault("No loudspeaker was found.", "Connect one.")
    _, page, _ = open_page(home, monkeypatch, ScriptedOut(fault))
    page.main.click()
    assert "No loudspeaker was found." in page.note.text()
    assert page._beats is None


def test_reset_goes_back_to_zero_and_the_keys_of_the_slider_move_the_lips(opened):
    home, page, _ = opened
    home.house.settings.voice.lip_offset_ms = 40
    page.skip.click()
    assert page.mouth.slider.milliseconds == 40
    assert page.mouth.slider.hasFocus()
    QTest.keyClick(page.mouth.slider, Qt.Key.Key_Right)
    assert page.mouth.slider.milliseconds == 45
    assert home.voice.lip_offset == pytest.approx(0.045)
    page.reset.click()
    assert home.voice.lip_offset == 0


def test_tab_and_escape_do_not_tap_and_a_held_key_taps_once(opened):
    _, page, _ = opened
    page.main.click()
    page._beats._timer.stop()
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Shift):
        QTest.keyClick(page.pad, key)
    assert page._taps == []
    QTest.keyClick(page.pad, Qt.Key.Key_J)
    QTest.mouseClick(page.pad, Qt.MouseButton.LeftButton)
    assert len(page._taps) == 2


def test_flashes_come_at_their_pace(home, qtbot):
    from desktop.calibration.beats import LightBeats

    now = [0.0]
    shown = []
    beats = LightBeats(shown.append, clock=lambda: now[0])
    over = []
    beats.over.connect(lambda: over.append(True))
    beats.start()
    beats._timer.stop()
    for step in range(1400):
        now[0] = step / 100
        if not over:
            beats.step()
    assert shown.count(True) == len(beat_times())
    assert all(later - one == pytest.approx(PERIOD, abs=0.011) for one, later in pairwise(beats.seen))
    assert over == [True]


@pytest.mark.parametrize("lang", ["en", "zh", "ja"])
@pytest.mark.parametrize(("width", "height", "scale"), [(1280, 800, 100), (420, 800, 100), (960, 640, 200)])
def test_no_word_of_the_page_is_clipped(home_in, monkeypatch, lang, width, height, scale):
    _, page, _ = open_page(home_in(settled(lang, text_scale=scale), size=(width, height)), monkeypatch, ScriptedOut())
    for step in ("start", "sound", "light", "mouth"):
        page.go(step)
        QTest.qWait(1)
        assert clipped(page) == [], step
    page.go("sound")
    page.refuse("captions.lips_no_sound", why="No loudspeaker was found.")
    QTest.qWait(1)
    assert clipped(page) == []
