"""The two of you: named, chosen, paused, begun anew, erased and saved from the settings, by mouse and by keyboard."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from desktop.theme.words import words
from desktop.widgets.ask import Question
from mind.domain import Terms
from tests.support.gui_clipping import clipped
from tests.support.gui_house import settled

QUICK = 8000


@pytest.fixture(autouse=True)
def her_own_name():
    from mind.character import MIRA

    yield
    words().call_her(MIRA.names)


def section(home, qtbot):
    home.window.open_page("settings")
    home.window.pages["settings"].show_section("together")
    made = home.window.pages["settings"].sections["together"]
    qtbot.waitUntil(lambda: made.known and made.cards[made.terms.relation].isChecked(), timeout=QUICK)
    return made


def kept(home):
    return home.house.bridge.wait(home.house.mind.bonds.terms())


def adult(home, is_one):
    mind = home.house.mind

    async def keep():
        await mind.set_person(replace(await mind.person(), name="Alex", adult=is_one))

    home.house.bridge.wait(keep())


def answer_with(monkeypatch, answer):
    asked = []

    def run(question):
        asked.append(question)
        return answer

    monkeypatch.setattr(Question, "exec", run)
    return asked


def test_a_name_given_by_keyboard_is_seen_in_every_place_and_can_be_taken_back(home, qtbot):
    made = section(home, qtbot)
    made.field.setFocus()
    qtbot.keyClicks(made.field, "Nora")
    qtbot.keyClick(made.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: words().her == "Nora", timeout=QUICK)
    assert kept(home).called == "Nora"
    assert "Nora" in home.window.talk.composer.pen.placeholderText()
    assert "Nora" in home.window.talk.ai_line.text
    assert home.talk.model.her_name == "Nora" and home.house.her_name("ja") == "Nora"
    qtbot.waitUntil(lambda: "Nora" in home.window.talk.name.accessibleName(), timeout=QUICK)
    assert "Mira" in made.own.text() and made.own.isVisible()
    qtbot.keyClick(made.own, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: words().her == "Mira", timeout=QUICK)
    assert kept(home).called is None and not made.own.isVisible()


def test_what_is_no_name_is_refused_in_words(home, qtbot):
    adult(home, True)
    made = section(home, qtbot)
    qtbot.waitUntil(lambda: made.person.name == "Alex", timeout=QUICK)
    for wrong in ("[happy]", "Alex", "stop", "{her}"):
        made.field.setText(wrong)
        made.call_her()
        assert made.wrong.isVisible() and made.wrong.text() == words()("terms.called_wrong")
    assert kept(home).called is None


def test_a_relation_is_chosen_and_partner_is_for_adults_who_said_so(home, qtbot):
    made = section(home, qtbot)
    assert made.cards["partner"].note.text() == words()("terms.partner_adults")
    made.cards["partner"].click()
    assert made.cards["friend"].isChecked() and not made.cards["partner"].isChecked()
    assert home.window.toast.accessibleName() == words()("terms.partner_adults")
    assert kept(home).relation == "friend"
    made.cards["rival"].setFocus()
    qtbot.keyClick(made.cards["rival"], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: kept(home).relation == "rival", timeout=QUICK)
    qtbot.waitUntil(lambda: made.cards["rival"].isChecked() and not made.cards["friend"].isChecked(), timeout=QUICK)
    adult(home, True)
    made.refresh()
    qtbot.waitUntil(lambda: made.cards["partner"].note.text() == words()("terms.partner_note"), timeout=QUICK)
    made.cards["partner"].click()
    qtbot.waitUntil(lambda: kept(home).relation == "partner", timeout=QUICK)
    adult(home, False)
    assert kept(home).relation == "friend"


def test_a_pause_is_a_switch(home, qtbot):
    made = section(home, qtbot)
    made.pause.click()
    qtbot.waitUntil(lambda: home.house.bridge.wait(home.house.mind.bond(1))[0].paused, timeout=QUICK)
    made.pause.click()
    qtbot.waitUntil(lambda: not home.house.bridge.wait(home.house.mind.bond(1))[0].paused, timeout=QUICK)


def test_erasing_asks_once_and_cancel_is_the_answer_of_enter(home, qtbot, monkeypatch):
    home.talk.open()
    qtbot.waitUntil(lambda: bool(home.texts("hers")) and not home.talk.busy, timeout=QUICK)
    home.talk.say("I have a cat called Zorblax.")
    qtbot.waitUntil(lambda: len(home.texts("hers")) > 1 and not home.talk.busy, timeout=QUICK)
    made = section(home, qtbot)
    question = Question("terms.erase_title", "terms.erase_text", "terms.erase_now", home.window)
    assert question.stay.isDefault() and not question.deed.isDefault()
    question.deleteLater()
    asked = answer_with(monkeypatch, QDialog.DialogCode.Rejected)
    made.erase.click()
    assert len(asked) == 1
    assert home.house.bridge.wait(home.house.mind.history())
    answer_with(monkeypatch, QDialog.DialogCode.Accepted)
    home.house.bridge.wait(home.house.mind.bonds.set_terms(Terms("Nora", "rival")))
    made.erase.click()
    qtbot.waitUntil(lambda: not home.house.bridge.wait(home.house.mind.history()), timeout=QUICK)
    qtbot.waitUntil(lambda: not home.texts("mine") and not home.texts("hers"), timeout=QUICK)
    assert home.texts("notice") == [words()("terms.erased_text")]
    assert kept(home) == Terms() and words().her == "Mira"


def test_erasing_in_words_clears_the_window_too(home, qtbot):
    home.talk.open()
    qtbot.waitUntil(lambda: bool(home.texts("hers")) and not home.talk.busy, timeout=QUICK)
    for line in ("Forget everything about me.", "Yes."):
        home.talk.say(line)
        qtbot.waitUntil(lambda: not home.talk.busy, timeout=QUICK)
    qtbot.waitUntil(lambda: home.texts("notice") == [words()("terms.erased_text")], timeout=QUICK)
    assert not home.texts("hers")
    home.talk.say("hello")
    qtbot.waitUntil(lambda: bool(home.texts("hers")) and not home.talk.busy, timeout=QUICK)


def test_a_talk_is_saved_as_a_file_from_the_settings_and_from_the_menu(home, qtbot, monkeypatch, tmp_path):
    home.talk.open()
    qtbot.waitUntil(lambda: bool(home.texts("hers")) and not home.talk.busy, timeout=QUICK)
    home.talk.say("I planted beans today.")
    qtbot.waitUntil(lambda: len(home.texts("hers")) > 1 and not home.talk.busy, timeout=QUICK)
    made = section(home, qtbot)
    chosen = tmp_path / "talk.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(chosen), ""))
    made.save.click()
    qtbot.waitUntil(chosen.exists, timeout=QUICK)
    assert any(turn["text"] == "I planted beans today." for turn in json.loads(chosen.read_text("utf-8"))["turns"])
    chosen = tmp_path / "talk.txt"
    home.window.save_talk()
    qtbot.waitUntil(chosen.exists, timeout=QUICK)
    assert "I planted beans today." in chosen.read_text("utf-8")
    chosen = tmp_path / "all.txt"
    made.save_all.click()
    qtbot.waitUntil(chosen.exists, timeout=QUICK)
    qtbot.waitUntil(lambda: "all.txt" in home.window.toast.accessibleName(), timeout=QUICK)


@pytest.mark.parametrize("lang", ["en", "zh", "ja"])
def test_a_long_name_and_a_refusal_are_not_clipped(home_in, qtbot, lang):
    home = home_in(settled(lang), size=(420, 800))
    home.house.bridge.wait(home.house.mind.bonds.set_terms(Terms("Persephone-Wilhelmina", "rival")))
    home.house.changes.terms.emit(Terms("Persephone-Wilhelmina", "rival"))
    made = section(home, qtbot)
    made.wrong.setText(words()("terms.called_wrong"))
    made.wrong.show()
    for _ in range(4):
        QApplication.processEvents()
    assert clipped(home.window) == []
