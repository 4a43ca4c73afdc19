"""Chips in the talk: what she used, from memory and from earlier talk; what she just kept, and how to undo it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.receipt.quote import Quote
from desktop.talk.chat_model import used_chips
from desktop.talk.passage import Passage
from desktop.talk.rows import Row
from desktop.widgets.ask import Question
from desktop.widgets.paragraph import Paragraph
from tests.support.gui_house import settled
from tests.support.memory_life import lived
from tests.support.store_samples import store_in

QUICK = 8000


@pytest.fixture
def kept(tmp_path):
    return lived(tmp_path / "data")


@pytest.fixture
def talk(kept, home, qtbot):
    """The talk with its past, chips included."""
    home.talk.open(greet=False)
    qtbot.waitUntil(lambda: reply(home, kept).chips != [], timeout=QUICK)
    return home


def reply(home, kept) -> Row:
    return home.talk.model.find(kept["reply"]) or Row("hers", "", None)


def press(home, row: Row, index: int) -> None:
    """Press the chip at a place, as a click on the painted row does."""
    panel = home.window.talk.list
    layout = panel.bubbles.layout_of(row, panel.bubbles.width())
    assert panel.bubbles.press(row, layout.chips[index].box.center())


def test_under_a_reply_of_the_past_stand_at_most_three_chips_and_how_many_more(talk, kept):
    row = reply(talk, kept)
    assert len(row.chips) == 4 + 1, "four memories and an earlier turn"
    layout = talk.window.talk.list.bubbles.layout_of(row, 400)
    assert [placed.chip.kind for placed in layout.chips] == ["used", "used", "used", "more"]
    assert layout.chips[-1].text == f"+{len(row.chips) - 3}"
    assert layout.chips[0].box.height() == 26
    press(talk, row, 3)
    assert [placed.chip.kind for placed in talk.window.talk.list.bubbles.layout_of(row, 400).chips] == ["used"] * len(row.chips)


def test_an_earlier_turn_is_a_chip_that_leads_to_it(talk, kept, qtbot):
    row = reply(talk, kept)
    press(talk, row, 3)
    at = next(index for index, chip in enumerate(row.chips) if chip.turn is not None)
    assert row.chips[at].text.startswith("From ") and "“" in row.chips[at].text
    press(talk, row, at)
    shown = talk.window.talk.list
    qtbot.waitUntil(lambda: shown.row(shown.currentIndex()) is not None, timeout=QUICK)
    assert shown.row(shown.currentIndex()).turn_id == row.chips[at].turn.id


def test_a_memory_and_the_turn_that_told_it_are_one_chip(talk, kept, qtbot):
    card = talk.house.bridge.wait(talk.house.mind.book.card(kept["proud"]))
    turn = card.receipts[0].turn
    assert len(used_chips([card.memory], turn.at, [turn])) == 1


def test_a_chip_opens_the_same_receipt_as_the_page(talk, kept, qtbot):
    press(talk, reply(talk, kept), 0)
    panel = talk.window.talk
    qtbot.waitUntil(lambda: panel._receipt is not None, timeout=QUICK)
    card = panel._receipt
    assert "“I ran the harbour thing" in card.findChild(Quote).findChild(Paragraph).text()
    assert panel.list.geometry().contains(card.geometry())
    assert card.cross.hasFocus()
    card.memory_wanted.emit(kept["proud"])
    page = talk.window.pages["memory"]
    qtbot.waitUntil(lambda: page.sheet.isVisible(), timeout=QUICK)
    assert talk.window.page == "memory"
    assert page.sheet.body.card.memory.id == kept["proud"]


def test_a_screen_reader_hears_what_was_used(talk, kept):
    spoken = talk.talk.model.spoken_name(reply(talk, kept))
    assert "Used memory: From" in spoken and "harbour project" in spoken


def said(home, qtbot, text: str) -> Row:
    home.talk.say(text)
    mine = [row for row in home.talk.model.rows if row.kind == "mine"]
    qtbot.waitUntil(lambda: not home.talk.busy and any(row.chips for row in mine), timeout=QUICK)
    return next(row for row in reversed(home.talk.model.rows) if row.kind == "mine")


def test_what_was_kept_has_its_undo_until_it_rests_and_from_the_mark_again(home, qtbot):
    row = said(home, qtbot, "I have a cat called Momo.")
    (chip,) = row.chips
    bubbles = home.window.talk.list.bubbles
    placed = bubbles.layout_of(row, bubbles.width()).chips[0]
    assert placed.text.startswith("Remembered: ") and placed.undo is not None
    ((_, _, timer),) = home.talk.chips._open
    assert timer.isActive() and timer.interval() == 12_000
    timer.timeout.emit()
    assert chip.resting
    assert bubbles.layout_of(row, bubbles.width()).chips[0].box.width() == 18
    press(home, row, 0)
    assert not chip.resting
    placed = bubbles.layout_of(row, bubbles.width()).chips[0]
    assert bubbles.press(row, placed.undo.center())
    qtbot.waitUntil(lambda: row.chips == [], timeout=QUICK)
    assert row.text == "I have a cat called Momo."
    assert home.house.bridge.wait(home.house.mind.book.timeline()) == ()
    assert home.house.bridge.wait(home.house.mind.history(9))[0].text == "I have a cat called Momo."


def test_under_pointer_or_focus_the_time_of_a_chip_stands_still(home, qtbot):
    row = said(home, qtbot, "I have a cat called Momo.")
    ((_, _, timer),) = home.talk.chips._open
    panel = home.window.talk.list
    index = home.talk.model.index(home.talk.model.rows.index(row))
    panel.to_end()
    QTest.qWait(30)
    QTest.mouseMove(panel.viewport(), panel.visualRect(index).center())
    panel.rested.emit(row)
    assert not timer.isActive()
    panel.rested.emit(None)
    assert timer.isActive()
    panel.setFocus(Qt.FocusReason.TabFocusReason)
    panel.setCurrentIndex(index)
    assert not timer.isActive()


def test_after_a_restart_what_was_kept_is_a_mark(home_in, qtbot):
    first = home_in()
    said(first, qtbot, "I have a cat called Momo.")
    first.close()
    second = home_in()
    second.talk.open(greet=False)
    qtbot.waitUntil(lambda: any(row.chips for row in second.talk.model.rows), timeout=QUICK)
    row = next(row for row in second.talk.model.rows if row.chips)
    assert row.text == "I have a cat called Momo."
    assert [(chip.kind, chip.resting) for chip in row.chips] == [("kept", True)]


@pytest.mark.parametrize("lang", ["en", "zh", "ja"])
def test_no_chip_is_wider_than_the_list_and_undo_is_never_cut(tmp_path, home_in, qtbot, lang):
    ids = lived(tmp_path / "data", lang)
    home = home_in(settled(lang, text_scale=200), size=(420, 800))
    home.talk.open(greet=False)
    qtbot.waitUntil(lambda: reply(home, ids).chips != [], timeout=QUICK)
    bubbles = home.window.talk.list.bubbles
    for row in home.talk.model.rows:
        for placed in bubbles.layout_of(row, bubbles.width()).chips:
            assert placed.box.left() >= 0
            assert placed.box.right() <= bubbles.width() + 1
            assert placed.undo is None or placed.box.contains(placed.undo)
            assert not bubbles.hot(row, QPointF(-5, -5))


def test_forgetting_from_the_card_in_the_talk_asks_and_takes_the_words(talk, kept, qtbot):
    press(talk, reply(talk, kept), 0)
    panel = talk.window.talk
    qtbot.waitUntil(lambda: panel._receipt is not None, timeout=QUICK)
    seen: list[str] = []

    def yes() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Question)
        seen.append("\n".join(each.text() for each in dialog.findChildren(Paragraph)))
        dialog.deed.click()

    QTimer.singleShot(150, yes)
    panel.forget(talk.house.bridge.wait(talk.house.mind.book.card(kept["proud"])).memory)
    qtbot.waitUntil(lambda: panel._receipt is None, timeout=QUICK)
    assert "harbour" in seen[0]
    qtbot.waitUntil(lambda: not any("from the first sketch" in row.text for row in talk.talk.model.rows), timeout=QUICK)
    assert not any("harbour project" in chip.text for row in talk.talk.model.rows for chip in row.chips)


def test_words_from_long_ago_are_shown_as_a_passage(tmp_path, home_in, qtbot):
    at = datetime.now().astimezone() - timedelta(days=30)
    with store_in(tmp_path / "data") as store:
        def fill(unit):
            for number in range(1500):
                unit.turns.add("user", f"Words {number}", at + timedelta(minutes=number), "en", "typed")
            unit.commit()

        store.call(fill)
    home = home_in()
    home.talk.open(greet=False)
    qtbot.waitUntil(lambda: len(home.talk.model.rows) > 100, timeout=QUICK)
    home.window.show_turn(3)
    qtbot.waitUntil(lambda: bool(home.window.findChildren(Passage)), timeout=QUICK)
    (passage,) = home.window.findChildren(Passage)
    qtbot.waitUntil(lambda: marked(passage.list) == "Words 2", timeout=QUICK)
    passage.accept()
    home.window.show_turn(900)
    qtbot.waitUntil(lambda: marked(home.window.talk.list) == "Words 899", timeout=QUICK)


def marked(bubbles) -> str:
    row = bubbles.row(bubbles.currentIndex())
    return row.text if row is not None else ""
