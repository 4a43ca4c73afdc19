"""Her diary in the window: read, walked through, traced to its sources, and written into by the user."""

from __future__ import annotations

import dataclasses
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.diary_page.knit_band import KnitBand
from desktop.receipt.details import Link
from desktop.window import quiet
from tests.support.diary_life import TITLE, written
from tests.support.gui_clipping import clipped
from tests.support.gui_house import settled

QUICK = 8000
SIZES = [(1280, 800, 100), (900, 600, 100), (420, 800, 100), (1280, 800, 200), (420, 800, 200)]


def opened(home, qtbot, title=TITLE["en"]):
    home.window.open_page("diary")
    page = home.window.pages["diary"]
    qtbot.waitUntil(lambda: page.sheet.title.text().startswith(title), timeout=QUICK)
    return page


@pytest.fixture
def days(tmp_path):
    """Days with a page, newest first, in the folder the window opens."""
    return written(tmp_path / "data")


@pytest.fixture
def diary(days, home, qtbot):
    return opened(home, qtbot)


def shows(page, qtbot, day):
    qtbot.waitUntil(lambda: page.day == day, timeout=QUICK)


def margins(page):
    return [card.accessibleName() for card in page.margin.cards()]


def test_the_newest_page_is_open_with_its_title_its_words_and_its_days(diary, days):
    assert diary.day == days[0]
    assert diary.sheet.title.text() == f"{TITLE['en']} 1"
    assert "the windows went dark" in diary.sheet.text()
    assert diary.sheet.text().count("\n") == 1
    assert [row.day for row in diary.rows.rows()] == days
    assert diary.sheet.findChild(KnitBand).toolTip()


def test_the_keys_walk_the_days_and_the_arrows_end_where_the_days_do(diary, days, home, qtbot):
    diary.first_focus()
    QTest.keyClick(home.window.focusWidget(), Qt.Key.Key_PageUp)
    shows(diary, qtbot, days[1])
    diary.earlier.click()
    shows(diary, qtbot, days[2])
    qtbot.waitUntil(lambda: not diary.earlier.isEnabled(), timeout=QUICK)
    QTest.keyClick(home.window.focusWidget(), Qt.Key.Key_PageDown)
    shows(diary, qtbot, days[1])
    diary.rows.rows()[0].click()
    shows(diary, qtbot, days[0])
    diary.later.click()
    shows(diary, qtbot, diary.this_day())
    assert diary.sheet.title.text() == "Nothing is written yet"
    assert not diary.today.isEnabled()


def test_a_chip_of_a_memory_opens_its_receipt_and_one_of_words_the_talk(diary, home, qtbot):
    memory = next(chip for chip in diary.sheet.chips() if "Momo1" in chip.text())
    memory.click()
    qtbot.waitUntil(lambda: home.window.page == "memory", timeout=QUICK)
    qtbot.waitUntil(lambda: not home.window.pages["memory"].sheet.isHidden(), timeout=QUICK)
    home.talk.open(greet=False)
    qtbot.waitUntil(lambda: bool(home.talk.model.rows), timeout=QUICK)
    page = opened(home, qtbot)
    words = next(chip for chip in page.sheet.chips() if "words 2" in chip.text())
    words.click()
    qtbot.waitUntil(lambda: home.window.page == "talk", timeout=QUICK)


def test_many_sources_are_folded_until_they_are_wanted(days, home, qtbot):
    page = opened(home, qtbot)
    qtbot.waitUntil(lambda: [chip.isVisible() for chip in page.sheet.chips()] == [True] * 3, timeout=QUICK)
    found = home.house.bridge.wait(home.house.mind.book.diary.page(days[0]))
    many = found.turns * 6
    page.sheet.tell(dataclasses.replace(found, turns=many), datetime.now().astimezone())
    chips = page.sheet.chips()
    qtbot.waitUntil(lambda: [chip.isVisible() for chip in chips] == [True] * 4 + [False] * 4 + [True], timeout=QUICK)
    assert chips[-1].text() == "+4"
    chips[-1].click()
    qtbot.waitUntil(lambda: [chip.isVisible() for chip in chips] == [True] * 8 + [False], timeout=QUICK)


def test_the_chapter_of_the_week_unfolds_and_leads_to_its_sources(diary, home, qtbot):
    assert diary.week.title.text() == TITLE["en"]
    assert diary.week._lines.isHidden()
    diary.week.unfold.click()
    line = diary.week._lines.findChild(Link)
    qtbot.waitUntil(line.isVisible, timeout=QUICK)
    home.talk.open(greet=False)
    qtbot.waitUntil(lambda: bool(home.talk.model.rows), timeout=QUICK)
    line.click()
    assert home.window.page == "talk"


def test_the_user_writes_beside_a_page_takes_it_away_and_back(diary, home, qtbot):
    diary.margin.pen.setPlainText("The line is staying.")
    QTest.keyClick(diary.margin.pen, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(diary.margin.cards()) == 1, timeout=QUICK)
    assert "The line is staying." in margins(diary)[0]
    assert diary.margin.pen.toPlainText() == ""
    diary.margin.cards()[0].cross.click()
    qtbot.waitUntil(lambda: not diary.margin.cards(), timeout=QUICK)
    home.window.toast.take_back()
    qtbot.waitUntil(lambda: len(diary.margin.cards()) == 1, timeout=QUICK)


def test_shift_and_enter_begin_a_line_and_blanks_are_no_note(diary, qtbot):
    diary.margin.pen.setFocus()
    QTest.keyClicks(diary.margin.pen, "one")
    QTest.keyClick(diary.margin.pen, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(diary.margin.pen, "two")
    assert diary.margin.pen.toPlainText() == "one\ntwo"
    diary.margin.pen.setPlainText("   ")
    QTest.keyClick(diary.margin.pen, Qt.Key.Key_Return)
    assert not diary.margin.cards()


def test_without_pages_it_says_why(home, qtbot):
    home.window.open_page("diary")
    page = home.window.pages["diary"]
    qtbot.waitUntil(lambda: page._stack.currentWidget() is page._empty, timeout=QUICK)
    assert page._empty.title.text() == "No pages yet"
    assert not page.earlier.isVisible()


def test_the_margin_stands_beside_the_sheet_or_under_it(diary, home, qtbot):
    assert diary.margin.mapTo(diary, diary.margin.rect().topLeft()).x() > diary.sheet.geometry().right()
    home.window.resize(900, 600)
    qtbot.waitUntil(lambda: diary.margin.mapTo(diary._across.parentWidget(), diary.margin.rect().topLeft()).y()
                    >= diary.sheet.geometry().bottom(), timeout=QUICK)  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "zh", "ja"])
def test_no_word_of_it_is_cut_in_any_size(tmp_path, home_in, qtbot, lang):
    written(tmp_path / "data", lang)
    home = home_in(settled(lang))
    page = opened(home, qtbot, TITLE[lang])
    page.margin.pen.setPlainText("…")
    page.week.fold(False)
    for width, height, scale in SIZES:
        home.window.resize(width, height)
        home.lead.house.settings.look.text_scale = scale
        home.lead.look()
        qtbot.wait(30)
        assert clipped(page) == [], (lang, width, scale)


def test_when_it_is_quiet_she_writes_and_an_open_diary_shows_it(home, qtbot, monkeypatch):
    home.talk.open(greet=False)
    for words in ("I have a cat called Momo.", "she sat on the keyboard all day"):
        qtbot.waitUntil(lambda: not home.talk.busy, timeout=QUICK)
        home.talk.say(words)
        qtbot.waitUntil(lambda: home.talk.busy, timeout=QUICK)
    qtbot.waitUntil(lambda: not home.talk.busy, timeout=QUICK)
    home.window.open_page("diary")
    page = home.window.pages["diary"]
    home.lead.quiet.look()
    assert "Momo" not in page.sheet.text()
    monkeypatch.setattr(quiet, "QUIET", 0)

    def shown():
        home.lead.quiet.look()
        return "Momo" in page.sheet.text()

    qtbot.waitUntil(shown, timeout=QUICK)
    assert page.day == page.this_day()
