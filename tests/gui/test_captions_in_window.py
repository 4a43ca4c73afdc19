"""Captions over the stage: where, how large, what is marked, and that they are there when the voice is not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.settings import load_settings
from desktop.stage_view.caption import PAD_Y, CaptionPlate
from desktop.theme.theme import theme
from mind.events import Sentence
from tests.support.gui_house import settled
from voice.errors import SynthesisFault

QUICK = 8000
LONG = (
    "Then let's put it down for an hour, because you know the harbour story by heart, and tell it once, slowly, while I sit "
    "with you and listen until the kettle is done."
)


def section(home):
    home.window.open_page("settings")
    home.window.pages["settings"].show_section("captions")
    return home.window.pages["settings"].sections["captions"]


def tell(home, text, word=""):
    begin = text.index(word) if word else 0
    home.window.stage.tell_caption(text, begin, begin + len(word))
    return home.window.stage.caption


@pytest.mark.parametrize("size", [(1280, 800), (900, 600), (420, 800)])
@pytest.mark.parametrize("place", ["bottom", "top"])
@pytest.mark.parametrize("pixels", [15, 20, 32])
def test_the_plate_lies_within_the_stage_and_where_the_camera_knows_of_it(home_in, size, place, pixels):
    settings = settled()
    settings.voice.caption_size, settings.voice.caption_place = pixels, place
    home = home_in(settings, size=size)
    stage, plate = home.window.stage, tell(home, LONG, "harbour")
    assert stage.rect().contains(plate.geometry())
    top, foot = stage.covered()
    free = QRect(0, round(top * stage.height()), stage.width(), round((1 - top - foot) * stage.height()))
    assert not plate.geometry().adjusted(0, 1, 0, -1).intersects(free)
    assert ("leave_free", top, foot) in home.house.player.body.asked
    assert "harbour" in plate.page
    assert len(plate.page.split("\n")) <= plate.lines


def test_without_captions_the_camera_leaves_nothing_free(home):
    home.lead.set_captions(False)
    assert home.house.player.body.asked[-1] == ("leave_free", 0.0, 0.0)


def test_what_is_set_is_seen_and_kept(home):
    page = section(home)
    page.sizes.choices["28"].click()
    page.places.choices["top"].click()
    page.plate.setValue(100)
    voice = load_settings(home.house.folder).voice
    assert (voice.caption_size, voice.caption_place, voice.caption_opacity) == (28, "top", 100)
    assert home.window.stage.caption.size_px == 28
    assert home.window.stage.caption_top
    assert page.sample.plate.size_px == 28
    page.fine.setValue(0)
    assert load_settings(home.house.folder).voice.caption_size == 15
    assert page.sizes.value == ""
    page.on.click()
    assert not home.window.stage.captions_on
    assert not page.sample.plate.isVisible()


def test_pages_turn_with_the_word_that_sounds(home):
    plate = tell(home, LONG, "Then")
    first = plate.page
    assert "Then" in first
    tell(home, LONG, "kettle")
    assert "kettle" in plate.page
    assert "Then" not in plate.page


def test_the_word_that_sounds_never_jumps_back(home, qtbot):
    home.voice.at_once = False
    home.house.speech.begin()
    home.house.speech.say(Sentence(0, "Tea first, one lamp.", "en"))
    qtbot.waitUntil(lambda: home.voice.now is not None, timeout=QUICK)
    marks = []
    home.house.speech.captioned.connect(lambda _, begin, end: marks.append(begin))
    for at in (0.0, 0.5, 0.4, 1.2, 1.0, 1.6):
        home.voice.play_to(at)
        home.house.speech.tick()
    assert marks == sorted(marks)
    assert marks[-1] > 0


def test_the_same_sentence_again_begins_at_its_begin(home, qtbot):
    home.voice.at_once = False
    for _ in range(2):
        home.house.speech.begin()
        home.house.speech.say(Sentence(0, "One lamp.", "en"))
        qtbot.waitUntil(lambda: home.voice.now is not None, timeout=QUICK)
        home.house.speech.tick()
        assert home.window.stage.caption._begin == 0
        home.voice.play_to(0.6)
        home.house.speech.tick()
        assert home.window.stage.caption._begin == 4
        home.voice.finish()


def test_the_users_words_are_named_and_of_many_the_newest_are_shown(home):
    heard = "I keep going over tomorrow's interview in my head " * 6
    home.window.stage.tell_heard(heard + "and again")
    plate = home.window.stage.caption
    assert plate.text.startswith("You: … ")
    assert plate.page.endswith("and again")
    assert len(plate.page.split("\n")) <= 2
    home.window.stage.tell_heard("I keep")
    assert plate.text == "You: I keep"


@pytest.mark.parametrize(("lang", "shown"), [("zh", "你：好的"), ("ja", "あなた：好的")])
def test_the_user_is_named_in_their_language(home_in, lang, shown):
    home = home_in(settled(lang))
    home.window.stage.tell_heard("好的")
    assert home.window.stage.caption.text == shown


def test_sounds_stand_in_brackets(home):
    assert tell(home, "*laughs softly* Well then.", "Well").text == "(laughs softly) Well then."


def test_captions_go_on_where_there_is_no_voice_and_turn_their_pages(home, qtbot, monkeypatch):
    from desktop.conversation import said

    home.house.speech.close_voice()
    monkeypatch.setitem(said.READING, "en", 400.0)
    monkeypatch.setattr(said, "SHORTEST", 0.05)
    seen = []
    home.house.speech.captioned.connect(lambda *_: seen.append(home.window.stage.caption.page))
    home.house.speech.begin()
    home.house.speech.say(Sentence(0, LONG, "en"))
    qtbot.waitUntil(lambda: not home.house.speech.busy, timeout=QUICK)
    assert any("Then" in page for page in seen)
    assert any("kettle" in page for page in seen)


def test_a_sentence_that_no_engine_speaks_is_read(home, qtbot):
    home.voice.at_once = False
    home.house.speech.begin()
    home.house.speech.say(Sentence(0, "Only read.", "en"))
    qtbot.waitUntil(lambda: home.voice.now is not None, timeout=QUICK)
    handle, home.voice.now = home.voice.now, None
    handle.state = "failed"
    home.voice.on_fault(SynthesisFault("espeak-ng does not start.", "Install it."))
    home.voice._ended(handle)
    qtbot.waitUntil(lambda: home.window.stage.caption.text == "Only read.", timeout=QUICK)
    assert "espeak" not in home.window.stage.caption.text


def test_emoji_before_a_word_do_not_move_its_mark(home):
    plain = tell(home, "Well then, tea.", "tea")
    wide = plain._mark.width()
    marked = tell(home, "😀😀 then, tea.", "tea")
    assert marked._mark.width() == pytest.approx(wide, abs=0.5)


def test_it_fades_in_and_out_shorter_where_motion_is_unwelcome(home, qtbot):
    theme().reduced = True
    plate = tell(home, "One lamp.", "One")
    assert plate._fade.duration() <= 120
    qtbot.waitUntil(lambda: plate._shade == 1.0, timeout=QUICK)
    home.window.stage.tell_caption("")
    assert plate.text == ""
    assert plate.isVisible()
    qtbot.waitUntil(lambda: not plate.isVisible(), timeout=QUICK)


class Ground(QWidget):
    """Any colour behind a plate."""

    def __init__(self, colour):
        super().__init__()
        self.colour = QColor(colour)
        self.resize(500, 160)

    def paintEvent(self, event):
        QPainter(self).fillRect(self.rect(), self.colour)


def painted_over(ground, share):
    """A plate over a colour, cut out of what is behind it, and the plate."""
    parent = Ground(ground)
    plate = CaptionPlate(parent)
    plate.share = share
    plate.tell("One lamp and tea.", 4, 8)
    plate.place(parent.rect(), 10)
    plate._fade.stop()
    plate._shade = 1.0
    picture = parent.grab().toImage().copy(plate.geometry())
    wide = plate.width()
    parent.deleteLater()
    return picture, wide


@pytest.mark.parametrize("ground", ["white", "black"])
@pytest.mark.parametrize("share", [0.6, 0.82, 1.0])
def test_over_any_ground_the_plate_is_darker_than_its_words(qapp, ground, share):
    picture, wide = painted_over(ground, share)
    edge = picture.pixelColor(wide // 2, PAD_Y // 2)
    brightest = max(picture.pixelColor(x, y).lightness() for x in range(picture.width()) for y in range(8, picture.height() - 8))
    assert brightest > 230
    assert edge.lightness() < 125
    corner = picture.pixelColor(0, 0)
    assert corner == QColor(ground)


def test_high_contrast_has_an_opaque_plate_with_an_outline(qapp, monkeypatch):
    monkeypatch.setattr("desktop.stage_view.caption.system_wants_more_contrast", lambda: True)
    picture, wide = painted_over("white", 0.6)
    assert picture.pixelColor(wide // 2, PAD_Y // 2 + 1).lightness() < 40
    assert picture.pixelColor(wide // 2, 1).lightness() > 200


def test_the_button_of_captions_leads_to_the_list_and_to_their_settings(home):
    home.window.stage.transcript_wanted.emit()
    assert home.lead.transcript.sheet is not None
    home.window.stage.caption_settings_wanted.emit()
    assert home.window.page == "settings"
    assert home.window.pages["settings"].current == "captions"


def test_the_sample_goes_from_word_to_word(home):
    page = section(home)
    before = page.sample.plate._begin
    page.sample.step()
    assert page.sample.plate._begin > before
    QTest.qWait(1)
    assert page.sample.rect().contains(page.sample.plate.geometry())
