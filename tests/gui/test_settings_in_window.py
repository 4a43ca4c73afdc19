"""Settings apply at once, and their results are words."""

from __future__ import annotations

from PySide6.QtGui import QColor

from desktop.settings import load_settings
from desktop.theme.theme import theme
from desktop.theme.words import words
from mind.events import Sentence
from tests.support.gui_house import settled
from tests.support.openai_server import OpenAIServer, says, serving

QUICK = 8000


def section(home, name):
    home.window.open_page("settings")
    home.window.pages["settings"].show_section(name)
    return home.window.pages["settings"].sections[name]


def test_a_server_that_answers_is_used_from_the_next_turn(home, qtbot):
    with serving(says("From the server.")) as server:
        brain = section(home, "brain")
        brain.address.setText(server.url)
        brain.check()
        qtbot.waitUntil(lambda: home.house.settings.brain.url == server.url, timeout=QUICK)
        assert "127.0.0.1" in brain.result.title.text()
        assert brain.model.currentText() == "tiny"
        home.talk.say("Hello.")
        qtbot.waitUntil(lambda: home.texts("hers") == ["From the server."], timeout=QUICK)
        assert load_settings(home.house.folder).brain.url == server.url


def test_a_server_that_is_not_there_changes_nothing_and_says_so(home, qtbot):
    server = OpenAIServer()
    gone = server.url
    server._http.server_close()
    brain = section(home, "brain")
    brain.address.setText(gone)
    brain.check()
    qtbot.waitUntil(lambda: brain.test.isEnabled() and brain.result.isVisible(), timeout=QUICK)
    assert home.house.settings.brain.url == ""
    assert "127.0.0.1" in brain.result.title.text()


def test_going_back_to_the_built_in_brain_takes_one_click(home_in, qtbot):
    settings = settled()
    settings.brain.url, settings.brain.model = "http://127.0.0.1:9", "tiny"
    home = home_in(settings)
    section(home, "brain").offline.click()
    assert home.house.settings.brain.url == ""
    home.talk.say("Hello.")
    qtbot.waitUntil(lambda: bool(home.texts("hers")), timeout=QUICK)


def test_the_ai_line_names_who_hears(home_in):
    settings = settled()
    settings.brain.url = "https://brain.example.org/v1"
    assert "brain.example.org" in home_in(settings).window.talk.ai_line.text
    settings.brain.url = "http://127.0.0.1:11434/v1"


def test_night_and_day_change_the_window_that_is_open(home):
    look = section(home, "look")
    look.theme.choices["night"].click()
    assert theme().night
    night = QColor(home.window.grab().toImage().pixel(5, 795))
    look.theme.choices["day"].click()
    day = QColor(home.window.grab().toImage().pixel(5, 795))
    assert day.lightness() > 200 > 60 > night.lightness()


def test_the_language_changes_in_the_window_that_is_open(home):
    look = section(home, "look")
    look.language.choices["zh"].click()
    assert words().lang == "zh"
    assert home.window.rail.items["talk"].text() == "聊天"
    assert home.window.talk.composer.pen.placeholderText() == "写给米拉…"
    look.language.choices["ja"].click()
    assert home.window.rail.items["talk"].text() == "会話"
    assert load_settings(home.house.folder).lang == "ja"


def test_another_voice_is_chosen_and_heard(home, qtbot):
    page = section(home, "voice")
    wren = page.shelf.cards[1]
    wren.click()
    assert wren.isChecked() and not page.shelf.cards[0].isChecked()
    assert load_settings(home.house.folder).voice.of("mira").voice == wren.choice.voice
    qtbot.waitUntil(lambda: home.voice.said == [words()("voice.sample")], timeout=QUICK)


def test_pace_counts_from_the_next_sentence_and_is_a_word(home):
    voice = section(home, "voice")
    voice.pace.setValue(0)
    assert voice.pace.word() == words()("voice.very_slow")
    home.house.speech.begin()
    home.house.speech.say(Sentence(0, "Slowly now.", "en"))
    assert home.voice.waiting[-1].delivery.rate < 0.7


def test_muting_leaves_the_captions(home, qtbot):
    home.window.stage.mute.click()
    assert home.voice.muted
    assert home.house.settings.voice.muted
    home.house.speech.begin()
    home.voice.at_once = False
    home.house.speech.say(Sentence(0, "You can still read me.", "en"))
    qtbot.waitUntil(lambda: home.window.stage.caption.text == "You can still read me.", timeout=QUICK)


def test_captions_can_be_switched_off(home, qtbot):
    home.lead.set_captions(False)
    home.voice.at_once = False
    home.house.speech.begin()
    home.house.speech.say(Sentence(0, "Only heard.", "en"))
    qtbot.waitUntil(lambda: home.voice.now is not None, timeout=QUICK)
    assert not home.window.stage.caption.isVisible()


def test_a_wheel_in_passing_changes_no_setting(home, qapp):
    from PySide6.QtCore import QPoint, QPointF, Qt
    from PySide6.QtGui import QWheelEvent

    look = section(home, "look")
    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )
    qapp.sendEvent(look.text, wheel)
    assert home.house.settings.look.text_scale == 100
