"""Listening in the talk: what is heard is looked over, trouble is told with ways out, and the last turn's waits are shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.conversation.turn_times import TurnTimes
from desktop.latency_card.stage_bar import shared
from desktop.talk.review import joined
from desktop.theme.words import words
from desktop.window.shown_state import EarsNow, shown_state
from tests.support.gui_ear import ScriptedEar
from tests.support.gui_house import settled
from voice.devices.faults import NamedInputFault

QUICK = 30_000


def listening(home_in, **hearing):
    settings = settled()
    for name, value in hearing.items():
        setattr(settings.hearing, name, value)
    home = home_in(settings, ear=ScriptedEar)
    home.house.hearing.start()
    return home, ScriptedEar.last


# --- looking over


def test_what_was_heard_waits_in_the_field_grows_and_is_sent_as_spoken(home_in, qtbot):
    home, ear = listening(home_in, mode="open", review=True)
    composer = home.window.talk.composer
    ear.says("I had tea")
    ear.says("with my sister")
    assert composer.pen.toPlainText() == "I had tea with my sister"
    assert composer.review.strip.isVisible() and home.texts("mine") == []
    QTest.keyClick(composer.pen, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: home.texts("mine") == ["I had tea with my sister"], timeout=QUICK)
    assert composer.channel == "voice" and not composer.review.strip.isVisible()


def test_esc_drops_what_was_heard_and_leaves_what_was_written(home_in):
    home, ear = listening(home_in, mode="open", review=True)
    composer = home.window.talk.composer
    composer.pen.setPlainText("Written before.")
    ear.says("heard after")
    assert composer.pen.toPlainText() == "Written before. heard after"
    home.lead.escape()
    assert composer.pen.toPlainText() == "Written before."
    assert not composer.review.strip.isVisible()


@pytest.mark.parametrize(
    ("before", "after", "together"),
    [("Hi.", "there", "Hi. there"), ("今天很好。", "明天呢", "今天很好。明天呢"), ("", "a", "a"), ("a ", "b", "a b")],
)
def test_sentences_are_joined_as_their_script_has_it(before, after, together):
    assert joined(before, after) == together


# --- the key


def test_from_press_to_press_one_key_opens_and_sends(home_in):
    settings = settled()
    settings.hearing.hold = False
    home = home_in(settings, ear=ScriptedEar)
    at = home.window.talk.list
    at.setFocus()
    QTest.keyPress(at, Qt.Key.Key_F8)
    QTest.keyRelease(at, Qt.Key.Key_F8)
    assert home.house.hearing.on and ScriptedEar.last.finished == 0
    QTest.keyPress(at, Qt.Key.Key_F8)
    assert ScriptedEar.last.finished == 1
    ScriptedEar.last.says("that is all")
    assert not home.house.hearing.on


def test_the_key_works_at_her_on_the_desktop(home_in):
    home = home_in(ear=ScriptedEar)
    home.lead.mate.out()
    mate = home.lead.mate.mate
    QTest.keyPress(mate, Qt.Key.Key_Space)
    assert ScriptedEar.last.open and mate.mic.state == "listening" and mate.pill.isVisible()
    QTest.keyRelease(mate, Qt.Key.Key_Space)
    assert ScriptedEar.last.finished == 1
    home.lead.mate.back()


@pytest.mark.parametrize("left_open", [True, False])
def test_a_microphone_left_open_for_a_name_opens_again_with_the_window_and_a_closed_one_does_not(home_in, qtbot, left_open):
    settings = settled()
    settings.hearing.mode, settings.hearing.left_open = "wake", left_open
    home = home_in(settings, ear=ScriptedEar)
    qtbot.wait(50)
    assert home.house.hearing.on is left_open


def test_closing_the_microphone_by_hand_ends_its_waiting_for_a_name(home_in, qtbot):
    home, _ = listening(home_in, mode="wake")
    assert home.house.settings.hearing.left_open
    home.window.stage.mic.click()
    assert not (home.house.hearing.on or home.house.settings.hearing.left_open)


def test_where_a_name_is_waited_for_a_press_is_as_good_and_the_next_one_closes(home_in, qtbot):
    home, ear = listening(home_in, mode="wake")
    ear.calls.attention.always = False
    hearing, mic = home.house.hearing, home.window.stage.mic
    hearing.tick()
    assert mic.state == "wake"
    mic.click()
    assert (mic.state, hearing.on, hearing.addressed) == ("listening", True, True)
    mic.click()
    assert not hearing.on
    mic.click()
    assert hearing.on and mic.state == "listening", "opened by hand she listens at once"
    ear.calls.attention.end()
    hearing.tick()
    at = home.window.talk.list
    at.setFocus()
    QTest.keyPress(at, Qt.Key.Key_Space)
    assert mic.state == "listening" and ear.calls.attention.presses == 3
    QTest.keyRelease(at, Qt.Key.Key_Space)
    assert ear.finished == 1 and hearing.on, "the key ends what is said, and the microphone stays as it was"
    ear.calls.attention.end()
    home.house.conversation.say("Good evening")
    qtbot.waitUntil(lambda: home.house.conversation.mood == "speaking", timeout=QUICK)
    assert not hearing.addressed
    mic.click()
    assert hearing.on and hearing.addressed, "who stops her by hand has the floor"
    hearing.off()
    assert not ear.calls.attention.open


# --- trouble


def test_a_microphone_in_trouble_says_its_cause_until_all_is_well(home_in):
    home, ear = listening(home_in, mode="open")
    ear.tell.on_fault(NamedInputFault("zeros", "USB Audio"))
    banner, mic = home.window.talk.banner, home.window.stage.mic
    assert mic.state == "muted" and banner.isVisible() and "USB Audio" in banner.title.text()
    banner.clear()
    mic.click()
    assert banner.isVisible() and ear.open, "a press tells it again and closes nothing"
    assert [button.text() for button in banner.buttons()] == [words()("hearing.device.settings"), words()("hearing.device.again")]
    ear.tell.on_well()
    assert mic.state == "listening" and not banner.isVisible()
    ear.tell.on_fault(NamedInputFault("lost", "USB Audio"))
    assert mic.state == "lost" and home.window.stage.pill.word == words()("hearing.state.lost")
    banner.buttons()[0].click()
    assert home.window.pages["settings"].current == "devices"


def test_whoever_is_heard_over_her_voice_sees_it_and_whoever_is_not_sees_that():
    hearing = settled().hearing
    hearing.mode = "open"
    assert shown_state("speaking", EarsNow("hearing", can=True), hearing, typing=False).mic == "hearing"
    assert shown_state("speaking", EarsNow("held", can=True), hearing, typing=False).pill == "held"
    assert shown_state("speaking", EarsNow("listening", can=True), hearing, typing=False).mic == "speaking"
    assert shown_state("idle", EarsNow("off", can=False), hearing, typing=True).pill == "reading"


# --- the last turn


def test_the_card_shows_the_waits_of_the_last_turn_and_goes_when_it_is_closed(home_in):
    settings = settled()
    settings.hearing.latency = True
    home = home_in(settings)
    card = home.lead.latency.card
    assert card.isVisible() and not card.bar.isVisible()
    marks = {"speech_ended": 0.0, "endpoint": 0.4, "text": 0.5, "asked": 0.52, "first_token": 1.0, "first_sentence": 1.2,
             "synthesised": 1.3, "first_sample": 1.4}
    home.house.watch.changed.emit(TurnTimes(marks={"speech_ended": 0.0, "endpoint": 0.4}))
    assert not card.bar.isVisible(), "a turn that has no sound yet is not shown"
    home.house.watch.changed.emit(TurnTimes(marks=marks))
    assert card.bar.isVisible() and "1.4" in card.title.text()
    assert words()("hearing.stage.endpoint") in card.bar.accessibleName()
    card.cross.click()
    assert not card.isVisible() and not home.house.settings.hearing.latency


def test_stitches_are_shared_out_by_time_and_come_out_even():
    assert shared([0.4, 0.1, 0.5, 0.0], 20) == [8, 2, 10, 0]
    assert sum(shared([0.9, 0.001, 0.001], 12)) == 12 and min(shared([0.9, 0.001, 0.001], 12)) == 1
    assert shared([], 5) == [] and shared([0.0], 5) == [0]


def test_the_key_to_hold_is_the_one_that_talks_from_where_the_focus_is(home_in, qtbot):
    settings = settled()
    settings.hearing.mode = "push"
    home = home_in(settings, ear=ScriptedEar)
    pill = home.window.stage.pill
    home.window.talk.list.setFocus()
    home.lead.show_state()
    assert words()("hearing.key.space") in pill.word
    home.window.talk.composer.pen.setFocus()
    qtbot.waitUntil(lambda: "F8" in pill.word, timeout=QUICK)
