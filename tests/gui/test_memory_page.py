"""What she keeps, on its page: seen, explained, corrected, hushed, forgotten; by mouse and by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from desktop.memory_page.gathering_sheet import GatheringSheet
from desktop.memory_page.line_delegate import LineDelegate
from desktop.memory_page.lines import Heading, Line
from desktop.memory_page.receipt_sheet import ReceiptSheet
from desktop.receipt.details import Link, Sureness
from desktop.receipt.quote import Quote
from desktop.widgets.ask import Question
from desktop.widgets.paragraph import Paragraph
from tests.support.gui_clipping import clipped
from tests.support.gui_house import settled
from tests.support.memory_life import lived

QUICK = 8000
SIZES = [(1280, 800, 100), (900, 600, 100), (420, 800, 100), (1280, 800, 200), (420, 800, 200)]


@pytest.fixture
def kept(tmp_path):
    """The ids of an invented life in the data folder the window opens."""
    return lived(tmp_path / "data")


@pytest.fixture
def book(kept, home, qtbot):
    """The page, open, with its lines there."""
    home.talk.open(greet=False)
    return opened(home, qtbot)


def opened(home, qtbot):
    home.window.open_page("memory")
    page = home.window.pages["memory"]
    qtbot.waitUntil(lambda: bool(page.model.rows), timeout=QUICK)
    return page


def lines(page) -> list[Line]:
    return [row for row in page.model.rows if isinstance(row, Line)]


def line(page, words: str) -> Line:
    return next(row for row in lines(page) if words in row.title)


def view(page, qtbot, name: str, first: str) -> None:
    """Go to a view and wait for its first line."""
    page.head.views.choices[name].click()
    qtbot.waitUntil(lambda: [row.title for row in lines(page)][:1] == [first], timeout=QUICK)


def receipt(page, qtbot, words: str) -> ReceiptSheet:
    """Click a line and wait for its receipt."""
    at = page.model.rows.index(line(page, words))
    box = page.list.visualRect(page.model.index(at, 0))
    if not page.list.viewport().rect().contains(box):
        page.list.bring(at)
        box = page.list.visualRect(page.model.index(at, 0))
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    qtbot.waitUntil(
        lambda: isinstance(page.sheet.body, ReceiptSheet) and words in page.sheet.body.card.memory.text, timeout=QUICK
    )
    return page.sheet.body


def said(widget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(Paragraph))


# --- seeing


def test_every_line_says_how_it_is_known(book):
    notes = {row.title: row.note for row in lines(book)}
    assert notes["Momo walks over you at night."] == "You said so, 00:44"
    assert notes["You led the harbour project and are proud of it."] == "You said so, 21:10. Used twice"
    assert notes["You drink tea without milk now."].startswith("Replaces: You take your tea with milk")
    assert notes["You take your tea with milk."].startswith("No longer so. Now: You drink tea without milk")
    assert notes["You have an interview."].startswith("Open loop, from your words")
    assert "Never mentioned" in notes["You earn forty thousand a year."]
    headings = [row.text for row in book.model.rows if isinstance(row, Heading)]
    assert headings[0].startswith("Today, ") and headings[1].startswith("Yesterday, ")
    assert len(headings) == len(set(headings))


def test_a_receipt_tells_quote_time_place_certainty_and_use(book, home, qtbot, kept):
    sheet = receipt(book, qtbot, "harbour")
    (quote,) = sheet.findChildren(Quote)
    assert "“I ran the harbour thing" in said(quote)
    assert "21:10" in said(quote) and "By voice, in the window" in said(quote)
    assert sheet.findChild(Sureness).label.text() == "Your own words"
    uses = [link for link in sheet.findChildren(Link) if ":" in link.text()]
    assert len(uses) == 2
    uses[0].click()
    qtbot.waitUntil(lambda: home.window.page == "talk", timeout=QUICK)
    qtbot.waitUntil(lambda: home.window.talk.list.row(home.window.talk.list.currentIndex()) is not None, timeout=QUICK)
    assert home.window.talk.list.row(home.window.talk.list.currentIndex()).turn_id == kept["reply"]


def test_what_replaced_it_is_one_press_away(book, qtbot):
    sheet = receipt(book, qtbot, "without milk")
    next(link for link in sheet.findChildren(Link) if "with milk" in link.text()).click()
    qtbot.waitUntil(lambda: book.sheet.body.card.memory.text == "You take your tea with milk.", timeout=QUICK)
    assert book.sheet.body.correct.isHidden()
    assert any("without milk" in link.text() for link in book.sheet.body.findChildren(Link))


def test_people_places_and_open_loops(book, qtbot):
    view(book, qtbot, "people", "Momo")
    assert {(row.title, row.face) for row in lines(book)} == {("Momo", "M"), ("Ines", "I")}
    assert line(book, "Ines").note.startswith("Your sister · Last said: ")
    book.list.opened.emit(line(book, "Ines"))
    assert isinstance(book.sheet.body, GatheringSheet)
    book.sheet.body.findChildren(Link)[0].click()
    qtbot.waitUntil(lambda: isinstance(book.sheet.body, ReceiptSheet), timeout=QUICK)
    view(book, qtbot, "places", "Porto")
    assert {row.title for row in lines(book)} == {"Lisbon", "Porto"}
    view(book, qtbot, "loops", "You have an interview.")
    assert [row.title for row in lines(book)] == ["You have an interview.", "You had the dentist."]
    view(book, qtbot, "never", "You earn forty thousand a year.")
    assert len(lines(book)) == 1


def test_a_search_finds_memories_talks_and_hushed_lines_by_kind(book, home, qtbot):
    home.lead.deeds()["find"]()
    assert book.head.search.hasFocus()
    qtbot.keyClicks(book.head.search, "harbour")
    kinds = ["What I keep", "Words of our talks"]
    qtbot.waitUntil(lambda: [row.text for row in book.model.rows if isinstance(row, Heading)] == kinds, timeout=QUICK)
    assert book.head.views.value == ""
    book.head.search.setText("forty")
    qtbot.waitUntil(lambda: lines(book)[0].title == "You earn forty thousand a year.", timeout=QUICK)
    book.head.search.setText("xylophone")
    qtbot.waitUntil(lambda: book._stack.currentWidget() is book._empty, timeout=QUICK)
    book.head.search.clear()
    qtbot.waitUntil(lambda: len(lines(book)) == 12, timeout=QUICK)
    assert book.head.views.value == "timeline"


def test_a_found_word_opens_in_the_talk(book, home, qtbot):
    book.head.search.setText("lighthouse")
    book.head.seek_now()
    qtbot.waitUntil(lambda: any(row.icon == "talk" for row in lines(book)), timeout=QUICK)
    book.list.opened.emit(next(row for row in lines(book) if row.icon == "talk"))
    qtbot.waitUntil(lambda: home.window.page == "talk", timeout=QUICK)
    row = home.window.talk.list
    qtbot.waitUntil(lambda: row.row(row.currentIndex()) is not None, timeout=QUICK)
    assert "lighthouse" in row.row(row.currentIndex()).text


def test_with_nothing_kept_every_view_says_what_would_come(home, qtbot):
    home.window.open_page("memory")
    page = home.window.pages["memory"]
    for name in page.head.views.choices:
        page.head.views.choices[name].click()
        qtbot.waitUntil(lambda: page._stack.currentWidget() is page._empty, timeout=QUICK)
        QTest.qWait(30)
        assert page._empty.title.text() and page._empty.text.text()


def test_with_her_voice_on_she_says_once_when_it_was_told(book, home, qtbot):
    receipt(book, qtbot, "Momo")
    qtbot.waitUntil(lambda: home.voice.said == ["You told me today."], timeout=QUICK)
    receipt(book, qtbot, "harbour")
    qtbot.waitUntil(lambda: len(home.voice.said) == 2, timeout=QUICK)
    assert home.voice.said[1].startswith("You told me on ")
    receipt(book, qtbot, "Momo")
    home.lead.set_muted(True)
    receipt(book, qtbot, "sleeping")
    assert len(home.voice.said) == 2


def test_silencing_what_is_no_part_of_the_talk_changes_no_reply(kept, home_in, qtbot):
    home = home_in(at_once=False)
    home.talk.open(greet=False)
    page = opened(home, qtbot)
    home.talk.say("Hello there.")
    qtbot.waitUntil(lambda: not home.talk._running and home.voice.now is not None, timeout=QUICK)
    home.voice.at_once = True
    qtbot.waitUntil(lambda: not home.talk.busy, timeout=QUICK)
    home.voice.at_once = False
    before = home.texts("hers")
    receipt(page, qtbot, "Momo")
    qtbot.waitUntil(lambda: home.voice.said[-1] == "You told me today.", timeout=QUICK)
    home.lead.escape()
    assert home.voice.now is None
    QTest.qWait(50)
    assert home.texts("hers") == before
    assert home.house.bridge.wait(home.house.mind.history(1))[0].text == before[-1]
    receipt(page, qtbot, "sleeping")
    home.talk.say("And you?")
    qtbot.waitUntil(lambda: len(home.texts("hers")) == len(before) + 1, timeout=QUICK)


# --- steering


def test_a_correction_is_typed_kept_and_undone(book, home, qtbot):
    sheet = receipt(book, qtbot, "Momo")
    sheet.correct.click()
    field = sheet._field
    field.pen.selectAll()
    qtbot.keyClicks(field.pen, "Mimi walks over you at night.")
    qtbot.keyClick(field.pen, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(row.title.startswith("Mimi") for row in lines(book)), timeout=QUICK)
    assert line(book, "Mimi").note.startswith("In your own words")
    assert not any(row.title.startswith("Momo") for row in lines(book))
    assert home.window.toast.isVisible()
    qtbot.waitUntil(lambda: "Mimi" in book.sheet.body.card.memory.text, timeout=QUICK)
    assert book.sheet.body.card.wordings[0].text.startswith("Momo")
    home.lead.undo()
    qtbot.waitUntil(lambda: any(row.title.startswith("Momo") for row in lines(book)), timeout=QUICK)
    assert not any(row.title.startswith("Mimi") for row in lines(book))


def test_escape_leaves_the_sentence_then_the_sheet_then_the_page(book, home, qtbot):
    sheet = receipt(book, qtbot, "Momo")
    qtbot.waitUntil(lambda: not home.talk.busy, timeout=QUICK)
    sheet.correct.click()
    home.lead.escape()
    assert sheet._field is None
    assert book.sheet.isVisible()
    home.lead.escape()
    assert not book.sheet.isVisible()
    home.lead.escape()
    assert home.window.page == "talk"


def test_an_empty_or_endless_sentence_cannot_be_saved(book, qtbot):
    sheet = receipt(book, qtbot, "Momo")
    sheet.correct.click()
    for text in ("   ", "x" * 401):
        sheet._field.pen.setPlainText(text)
        assert not sheet._field.save.isEnabled()
        qtbot.keyClick(sheet._field.pen, Qt.Key.Key_Return)
        assert sheet._field is not None


def test_pin_and_never_mention_have_a_way_back_on_the_toast(book, home, qtbot):
    sheet = receipt(book, qtbot, "Momo")
    sheet.pin.click()
    qtbot.waitUntil(lambda: line(book, "Momo").pinned, timeout=QUICK)
    home.window.toast._undo.click()
    qtbot.waitUntil(lambda: not line(book, "Momo").pinned, timeout=QUICK)
    receipt(book, qtbot, "Momo").mute.click()
    qtbot.waitUntil(lambda: "Never mentioned" in line(book, "Momo").note, timeout=QUICK)
    home.window.toast._undo.click()
    qtbot.waitUntil(lambda: "Never" not in line(book, "Momo").note, timeout=QUICK)


def answer_question(accept: bool, seen: list[str]) -> None:
    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Question)
        seen.append("\n".join(each.text() for each in dialog.findChildren(Paragraph)))
        assert dialog.stay.isDefault() and not dialog.deed.isDefault()
        dialog.deed.click() if accept else dialog.stay.click()

    QTimer.singleShot(150, look)


def test_forgetting_asks_once_names_what_goes_and_takes_the_words_along(book, home, qtbot):
    seen: list[str] = []
    sheet = receipt(book, qtbot, "Momo")
    answer_question(False, seen)
    sheet.forget.click()
    qtbot.waitUntil(lambda: len(seen) == 1, timeout=QUICK)
    assert "Momo walks over you" in seen[0] and "the memory" in seen[0] and "7 days" in seen[0] and "talks" in seen[0]
    assert line(book, "Momo")
    answer_question(True, seen)
    sheet.forget.click()
    qtbot.waitUntil(lambda: not any("Momo" in row.title for row in lines(book)), timeout=QUICK)
    assert book.sheet.isHidden()
    qtbot.waitUntil(lambda: not any("Momo" in row.text for row in home.talk.model.rows), timeout=QUICK)
    assert not book.undo()


# --- by keyboard, small, and many


def fits(home, qtbot) -> None:
    """Nothing is clipped once all layouts have settled."""
    qtbot.waitUntil(lambda: clipped(home.window) == [], timeout=QUICK)


def test_by_keyboard_lines_are_walked_opened_and_left(book, home, qtbot):
    book.head.search.setFocus()
    book.list.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: book.list.line_at(book.list.currentIndex()) is not None, timeout=QUICK)
    first = book.list.line_at(book.list.currentIndex())
    qtbot.keyClick(book.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(book.sheet.body, ReceiptSheet), timeout=QUICK)
    assert book.sheet.body.card.memory.text == first.title
    qtbot.keyClick(book.list, Qt.Key.Key_Down)
    second = book.list.line_at(book.list.currentIndex())
    assert second is not first
    qtbot.waitUntil(lambda: book.sheet.body.card.memory.text == second.title, timeout=QUICK)
    qtbot.keyClick(book.list, Qt.Key.Key_Down)
    assert book.list.line_at(book.list.currentIndex()) is not None, "a heading is stepped over"


def test_tab_reaches_all_that_can_be_done_about_a_memory(book, home, qtbot):
    sheet = receipt(book, qtbot, "harbour")
    wanted = {book.head.search, book.list, book.sheet.cross, sheet.correct, sheet.pin, sheet.mute, sheet.forget}
    wanted |= set(sheet.findChildren(Link))
    seen = set()
    for _ in range(60):
        QTest.keyClick(QApplication.focusWidget() or home.window, Qt.Key.Key_Tab)
        seen.add(QApplication.focusWidget())
    assert wanted <= seen


@pytest.mark.parametrize(("size", "beside"), [((1280, 800), True), ((1000, 700), False), ((420, 800), False)])
def test_the_sheet_stands_beside_the_list_or_over_it(kept, home_in, qtbot, size, beside):
    home = home_in(size=size)
    page = opened(home, qtbot)
    page.list.setFocus()
    page.open_memory(kept["proud"])
    qtbot.waitUntil(lambda: page.sheet.isVisible(), timeout=QUICK)
    assert page.sheet.beside is beside
    if beside:
        assert page.sheet.width() == 352
        assert page.list.geometry().right() < page.sheet.geometry().left()
    else:
        assert page.sheet.geometry() == page.rect()
        assert page.sheet.cross.hasFocus()
        page.sheet.cross.click()
        assert page.list.hasFocus()


def test_a_hundred_thousand_lines_paint_only_what_is_in_view(kept, book, qtbot, monkeypatch):
    source = line(book, "Momo").source
    rows = [Heading(str(at)) if at % 11 == 0 else Line(f"Line {at}", "You said so", source) for at in range(100_000)]
    book.list.show_rows(rows)
    painted = []
    real = LineDelegate.paint_words
    monkeypatch.setattr(LineDelegate, "paint_words", lambda *args: (painted.append(1), real(*args))[1])
    bar = book.list.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 100_000 * 55, timeout=QUICK)
    for share in (0.2, 0.5, 0.9):
        painted.clear()
        bar.setValue(round(bar.maximum() * share))
        book.list.viewport().repaint()
        assert 0 < len(painted) < 40


@pytest.mark.parametrize("lang", ["en", "zh", "ja"])
@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
def test_no_word_of_the_receipt_is_clipped(tmp_path, home_in, qtbot, lang, width, height, scale):
    ids = lived(tmp_path / "data", lang)
    home = home_in(settled(lang, text_scale=scale), size=(width, height))
    page = opened(home, qtbot)
    for memory_id in (ids["proud"], ids["plan.event"]):
        page.open_memory(memory_id)
        qtbot.waitUntil(
            lambda memory_id=memory_id: isinstance(page.sheet.body, ReceiptSheet) and page.sheet.body.card.memory.id == memory_id,
            timeout=QUICK,
        )
        fits(home, qtbot)
    page.sheet.body.write()
    fits(home, qtbot)
    assert [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()] == []
