"""What she said, to read and to hear again: never a part of the talk."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from desktop.theme.words import words
from desktop.transcript.lines import lines_of, recent_lines
from mind.events import Cue, Reply, ReplyEnded, ReplyStarted, Sentence
from tests.support.gui_clipping import clipped
from tests.support.gui_house import settled

QUICK = 8000


def says(home, *texts, cues=()):
    """She says a reply, kept as the talk keeps it, and it is over."""
    talk = home.talk
    talk.speech.begin()
    talk._row = None
    talk.take(ReplyStarted(None, "offline", ""))
    for index, text in enumerate(texts):
        talk.take(Sentence(index, text, "en", cues, " " if index else ""))
    talk.take(ReplyEnded(Reply(None, None, " ".join(texts), "en", "complete", "offline", "")))


@pytest.fixture
def said(home, qtbot):
    """Two replies, heard to their end."""
    says(home, "Tea first.", "One lamp, and I keep watch.")
    says(home, "It was a long day.", cues=(Cue("expression", "happy"), Cue("gesture", "wave")))
    qtbot.waitUntil(lambda: not home.talk.busy, timeout=QUICK)
    home.voice.said.clear()
    home.voice.at_once = False
    return home


def hers(home):
    return [row for row in home.talk.model.rows if row.kind == "hers"]


def open_sheet(home):
    home.lead.transcript.open()
    return home.lead.transcript.sheet


def test_her_last_sentences_are_listed_oldest_first(said):
    sheet = open_sheet(said)
    assert [each.line.text for each in sheet.lines] == ["Tea first.", "One lamp, and I keep watch.", "It was a long day."]
    assert [label.isVisible() for label in sheet._labels.values()] == [True, False]  # in the same minute


def test_at_least_twenty_sentences_are_there_and_no_more_than_the_list_holds(home, qtbot):
    for turn in range(30):
        says(home, f"This is sentence {turn}.", f"And this one follows number {turn}.")
    sheet = open_sheet(home)
    assert 20 <= len(sheet.lines) <= 40
    assert sheet.lines[-1].line.text == "And this one follows number 29."


def test_a_bubble_is_heard_again_sentence_by_sentence_and_stops_where_it_is_pressed(said, qtbot):
    row = hers(said)[0]
    said.window.talk.list.ask("hear", row)
    assert said.voice.said == ["Tea first.", "One lamp, and I keep watch."]
    assert said.window.talk.list.bubbles.heard is row
    qtbot.waitUntil(lambda: said.voice.now is not None, timeout=QUICK)
    said.window.talk.list.ask("hear", row)
    assert said.voice.now is None
    assert not said.house.speech.replaying
    assert said.window.talk.list.bubbles.heard is None


def test_the_key_on_a_bubble_lets_it_be_heard(said):
    chat = said.window.talk.list
    chat.setCurrentIndex(said.talk.model.index(said.talk.model.rows.index(hers(said)[1])))
    QTest.keyClick(chat, Qt.Key.Key_H)
    assert said.voice.said == ["It was a long day."]


def test_the_feeling_is_heard_again_and_the_gesture_is_not(said, qtbot):
    body = said.house.player.body
    body.asked.clear()
    said.window.talk.list.ask("hear", hers(said)[1])
    qtbot.waitUntil(lambda: ("express", "happy") in body.asked, timeout=QUICK)
    assert ("gesture", "wave") not in body.asked


def test_what_is_said_again_is_no_part_of_the_talk(said, qtbot):
    before = [(row.text, row.ended) for row in said.talk.model.rows]
    turns = said.house.bridge.wait(said.house.mind.history(50))
    said.window.talk.list.ask("hear", hers(said)[0])
    qtbot.waitUntil(lambda: said.voice.now is not None, timeout=QUICK)
    said.voice.play_to(0.2)
    assert said.talk.stop()
    assert said.house.bridge.wait(said.house.mind.history(50)) == turns
    assert [(row.text, row.ended) for row in said.talk.model.rows] == before


def test_her_next_own_word_ends_it(said, qtbot):
    said.window.talk.list.ask("hear", hers(said)[0])
    qtbot.waitUntil(lambda: said.voice.now is not None, timeout=QUICK)
    says(said, "Something new.")
    assert not said.house.speech.replaying
    qtbot.waitUntil(lambda: said.voice.now is not None and said.voice.now.text == "Something new.", timeout=QUICK)


def test_while_she_speaks_nothing_is_said_again(said, qtbot):
    says(said, "I am still speaking.")
    qtbot.waitUntil(lambda: said.voice.now is not None, timeout=QUICK)
    said.window.talk.list.ask("hear", hers(said)[0])
    assert said.voice.said == ["I am still speaking."]
    assert said.window.toast.isVisible()


def test_the_last_sentence_is_said_again(said):
    said.window.stage.again.click()
    assert said.voice.said == ["It was a long day."]


def test_the_word_that_sounds_is_marked_in_the_list(said, qtbot):
    sheet = open_sheet(said)
    sheet.lines[1].hear.click()
    qtbot.waitUntil(lambda: sheet.lines[1].sounding, timeout=QUICK)
    said.voice.play_to(0.5)
    said.house.speech.tick()
    begin, end = sheet.lines[1]._word
    assert sheet.lines[1].line.text[begin:end] == "lamp"
    said.voice.finish()
    qtbot.waitUntil(lambda: not sheet.lines[1].sounding, timeout=QUICK)


def test_what_is_forgotten_leaves_the_list_and_is_heard_no_more(said, qtbot):
    sheet = open_sheet(said)
    row = hers(said)[0]
    said.window.talk.list.ask("hear", row)
    said.talk.model.remove(row)
    qtbot.waitUntil(lambda: [each.line.text for each in sheet.lines] == ["It was a long day."], timeout=QUICK)
    assert not said.house.speech.replaying
    said.talk.forget_all()
    qtbot.waitUntil(lambda: not sheet.lines and sheet.empty.isVisible(), timeout=QUICK)


def test_words_that_were_taken_out_of_a_bubble_leave_the_list(said, qtbot):
    sheet = open_sheet(said)
    row = hers(said)[0]
    row.text = "Tea first."
    said.talk.model.touch(row)
    qtbot.waitUntil(lambda: [each.line.text for each in sheet.lines] == ["Tea first.", "It was a long day."], timeout=QUICK)


def test_with_her_voice_off_it_is_read_and_the_way_to_her_voice_stands_there(said, qtbot):
    said.lead.set_muted(True)
    sheet = open_sheet(said)
    assert sheet.off.isVisible()
    sheet.lines[0].hear.click()
    qtbot.waitUntil(lambda: said.window.stage.caption.text == "Tea first.", timeout=QUICK)
    sheet.turn_on.click()
    assert not said.house.settings.voice.muted
    assert not sheet.off.isVisible()


def test_without_any_voice_a_bubble_is_read_again(said, qtbot):
    said.house.speech.close_voice()
    said.window.talk.list.ask("hear", hers(said)[1])
    assert said.window.toast.isVisible()
    qtbot.waitUntil(lambda: said.window.stage.caption.text == "It was a long day.", timeout=QUICK)


def test_the_list_works_by_keyboard(said):
    sheet = open_sheet(said)
    assert sheet.lines[-1].hear.hasFocus()
    QTest.keyClick(sheet.lines[-1].hear, Qt.Key.Key_Up)
    assert sheet.lines[-2].hear.hasFocus()
    QTest.keyClick(sheet.lines[-2].hear, Qt.Key.Key_C)
    assert QGuiApplication.clipboard().text() == "One lamp, and I keep watch."
    QTest.keyClick(sheet.lines[-2].hear, Qt.Key.Key_Return)
    assert said.voice.said == ["One lamp, and I keep watch."]
    said.lead.escape()  # first she is stopped
    assert said.lead.transcript.sheet is not None
    said.lead.escape()
    assert said.lead.transcript.sheet is None


def test_two_sheets_never_lie_over_the_talk(said):
    sheet = open_sheet(said)
    said.window.sheet_opened.emit(said.lead.why)
    assert said.lead.transcript.sheet is None
    assert not sheet.isVisible()


def test_sentences_are_those_of_the_talk(said):
    assert [line.text for line in recent_lines(said.talk.model.rows, 2)] == ["One lamp, and I keep watch.", "It was a long day."]
    assert [line.spoken is not None for line in lines_of(hers(said)[0])] == [True, True]


@pytest.mark.parametrize("lang", ["en", "zh", "ja"])
@pytest.mark.parametrize(("width", "scale"), [(1280, 100), (420, 100), (1280, 200)])
def test_no_word_of_the_sheet_is_clipped(home_in, lang, width, scale):
    home = home_in(settled(lang, text_scale=scale), size=(width, 800))
    home.lead.set_muted(True)
    says(home, "Tea first.", "One lamp, and I keep watch until the kettle is done and you are warm again.")
    sheet = open_sheet(home)
    QTest.qWait(1)
    assert clipped(sheet) == []
    assert sheet.lines[0].hear.accessibleName() == words()("captions.hear_name", text="Tea first.")
