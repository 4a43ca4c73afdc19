"""Why did you say that? Asked from a bubble, told in the sheet, corrected, followed to its receipt and its request."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop.settings import load_settings
from desktop.settings_page.price_rows import price_text, read_price
from desktop.why.remembered_row import RememberedRow
from desktop.window.arrangement import arrange
from tests.support.gui_clipping import clipped
from tests.support.gui_house import settled
from tests.support.openai_server import says, serving

QUICK = 8000
LINES = {
    "en": ("I have a cat called Momo.", "What do you remember about me?"),
    "zh": ("我养了一只猫，叫毛毛。", "你都记得我什么？"),
    "ja": ("モモという猫がいます。", "私のことで何を覚えていますか。"),
}


def said(home, qtbot, *lines):
    """Say them; her last row, answered and kept."""
    for line in lines:
        before = len(home.texts("hers"))
        home.window.talk.send(line, None)
        qtbot.waitUntil(lambda before=before: len(home.texts("hers")) > before and not home.talk.busy, timeout=QUICK)
    return [row for row in home.talk.model.rows if row.kind == "hers"][-1]


def opened(home, qtbot, row):
    home.window.talk.list.ask("why", row)
    qtbot.waitUntil(lambda: home.lead.why.sheet is not None, timeout=QUICK)
    QTest.qWait(1)
    return home.lead.why.sheet


def words_of(sheet):
    return " ".join(label.text() for label in sheet.findChildren(QLabel) if label.isVisibleTo(sheet))


def test_a_bubble_of_hers_can_be_asked_by_tool_menu_and_key(home, qtbot):
    row = said(home, qtbot, "I passed my welding exam.")
    mine = next(each for each in home.talk.model.rows if each.kind == "mine")
    chat = home.window.talk.list
    layout = chat.bubbles.layout_of(row, chat.bubbles.width())
    assert [name for name, _ in layout.actions] == ["hear", "copy", "why", "delete"]
    asked = []
    home.window.talk.why_wanted.connect(asked.append)
    place = next(box for name, box in layout.actions if name == "why")
    assert chat.bubbles.press(row, place.center())
    chat.setCurrentIndex(home.talk.model.index(home.talk.model.rows.index(row)))
    qtbot.keyClick(chat, Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier)
    menu = chat.menu_for(row)
    next(action for action in menu.actions() if "Why did you say that" in action.text()).trigger()
    assert asked == [row.turn_id] * 3
    chat.ask("why", mine)
    assert len(asked) == 3
    assert not any("Why did you say" in action.text() for action in chat.menu_for(mine).actions())


def test_a_press_that_is_held_opens_the_menu(home, qtbot, monkeypatch):
    row = said(home, qtbot, "Hello there.")
    chat = home.window.talk.list
    chat.scrollToBottom()
    QTest.qWait(1)
    shown = []
    monkeypatch.setattr(chat, "open_menu", lambda of, at: shown.append(of))
    rect = chat.visualRect(home.talk.model.index(home.talk.model.rows.index(row)))
    qtbot.mousePress(chat.viewport(), Qt.MouseButton.LeftButton, pos=rect.topLeft() + QPoint(30, 24))
    chat._hold.timeout.emit()
    assert shown == [row]
    qtbot.mouseRelease(chat.viewport(), Qt.MouseButton.LeftButton, pos=rect.topLeft() + QPoint(30, 24))


def test_the_sheet_tells_what_was_kept_and_opens_the_receipt(home, qtbot):
    sheet = opened(home, qtbot, said(home, qtbot, *LINES["en"]))
    told = words_of(sheet)
    assert "I took it that you wanted an answer." in told
    assert "Tell you what I keep of you." in told
    assert "Your cat is called Momo." in told
    assert "My own rules, on this computer." in told
    assert "The exact request" not in told
    sheet.findChildren(RememberedRow)[0].click()
    qtbot.waitUntil(lambda: home.window.talk._receipt is not None, timeout=QUICK)
    home.lead.escape()
    assert home.window.talk._receipt is None and home.lead.why.sheet is not None
    home.lead.escape()
    assert home.lead.why.sheet is None and not home.window.sheet_open


def test_what_is_forgotten_while_the_sheet_is_open_is_told_as_forgotten(home, qtbot):
    sheet = opened(home, qtbot, said(home, qtbot, *LINES["en"]))
    memory = sheet._found.memories[0]
    home.house.bridge.wait(home.house.mind.book.forget(memory.id))
    home.window.talk.forgotten(memory.id)
    qtbot.waitUntil(lambda: "Something you let me forget." in words_of(home.lead.why.sheet), timeout=QUICK)
    assert "Momo" not in words_of(home.lead.why.sheet)


def test_that_was_not_it_is_kept_with_the_reply_and_can_be_taken_back(home, qtbot):
    row = said(home, qtbot, "I passed my welding exam.")
    sheet = opened(home, qtbot, row)
    assert sheet.need.choices.isHidden()
    sheet.need.wrong.click()
    assert "celebrate" not in [value for value, choice in sheet.need.choices.choices.items() if not choice.isHidden()]
    sheet.need.choices.choices["listen"].click()
    assert "someone to listen" in sheet.need.said.text()

    def kept():
        return home.house.bridge.wait(home.house.mind.book.why(row.turn_id)).corrected

    qtbot.waitUntil(lambda: kept() == "listen", timeout=QUICK)
    sheet.need.back.click()
    qtbot.waitUntil(lambda: kept() == "", timeout=QUICK)
    assert not sheet.need.said.isVisible()


def test_a_servers_reply_shows_the_exact_request_folded_and_copies_it(home_in, qtbot, qapp):
    settings = settled()
    with serving(says("[nod] Sleep on it.")) as server:
        settings.brain.url, settings.brain.model = server.url, "tiny"
        home = home_in(settings)
        sheet = opened(home, qtbot, said(home, qtbot, "Should I move to Leeds?"))
        sent = server.chats[0].body["messages"]
    told = words_of(sheet)
    assert "127.0.0.1" in told and "estimated" in told and "It costs nothing but power" in told
    assert "300 replies" in told and "I nodded." in told
    request = sheet.request
    request.fold.click()
    assert [fold.head.isChecked() for fold in request.messages] == [False] * (len(sent) - 1) + [True]
    last = request.messages[-1]
    if last.more is not None:
        last.more.click()
    assert last.text.toPlainText() == sent[-1]["content"]
    system = request.messages[0]
    system.head.click()
    assert system.text.toPlainText() != sent[0]["content"] and sent[0]["content"].startswith(system.text.toPlainText()[:400])
    system.more.click()
    assert system.text.toPlainText() == sent[0]["content"]
    assert system.text.font().families()[0] != home.window.font().family()
    request.copy()
    assert all(message["content"] in qapp.clipboard().text() for message in sent)


def test_without_a_price_the_sheet_leads_to_the_settings_and_then_tells_the_cost(home_in, qtbot):
    settings = settled()
    with serving(says("Sleep on it.")) as server:
        settings.brain.url, settings.brain.model = server.url, "tiny"
        home = home_in(settings)
        home.house.mind.brain.host = "brain.example.org"
        row = said(home, qtbot, "Should I move to Leeds?")
    settings.brain.url = "https://brain.example.org/v1"
    sheet = opened(home, qtbot, row)
    assert sheet.request.cost.text() == "No price set"
    sheet.request.price_wanted.emit()
    assert home.window.page == "settings" and home.lead.why.sheet is None
    prices = home.window.pages["settings"].sections["brain"].prices
    for pen, text in ((prices.asked.pen, "2,5"), (prices.said.pen, "10"), (prices.currency, "EUR")):
        pen.setText(text)
        pen.editingFinished.emit()
    kept = load_settings(home.house.folder).brain
    assert (kept.price_in, kept.price_out, kept.currency) == (2.5, 10.0, "EUR")
    home.window.open_page("talk")
    assert "EUR" in opened(home, qtbot, row).request.cost.text()


def test_what_is_no_price_is_said_and_changes_nothing(home):
    home.window.open_page("settings")
    home.window.pages["settings"].show_section("brain")
    field = home.window.pages["settings"].sections["brain"].prices.asked
    field.pen.setText("a lot")
    field.pen.editingFinished.emit()
    assert field.wrong.isVisible() and home.house.settings.brain.price_in is None
    field.pen.setText("")
    field.pen.editingFinished.emit()
    assert not field.wrong.isVisible()


@pytest.mark.parametrize(("text", "price"), [("", None), (" 0,60 ", 0.6), ("1.25", 1.25), ("0", 0.0)])
def test_a_price_reads_as_people_write_it(text, price):
    assert read_price(text) == price
    assert read_price(price_text(price)) == price


@pytest.mark.parametrize("text", ["-1", "nan", "inf", "1e9", "1.2.3", "free"])
def test_what_is_no_price_is_refused(text):
    with pytest.raises(ValueError):
        read_price(text)


def test_a_wide_window_gives_the_sheet_room_and_a_narrow_one_lays_it_over_the_list(home_in, qtbot):
    home = home_in(size=(1720, 1000))
    row = said(home, qtbot, "Good evening.")
    talk = home.window.talk.geometry()
    sheet = opened(home, qtbot, row)
    assert sheet.width() == 352 and sheet.geometry().right() < talk.left()
    assert home.window.talk.geometry() == talk
    assert home.window.stage.geometry().right() < sheet.geometry().left()
    home.window.resize(1000, 700)
    QApplication.processEvents()
    assert sheet.parentWidget() is home.window.talk and sheet.isVisible()
    assert sheet.geometry().bottom() < home.window.talk.composer.geometry().top()
    assert home.window.talk.ai_line.isVisible()
    home.window.open_page("bond")
    assert home.lead.why.sheet is None
    assert home.window.stage.isVisible()


def test_the_stage_keeps_its_least_width_beside_a_sheet():
    assert arrange(1720, 1000, "talk", sheet=True).stage.width >= 480
    assert arrange(1600, 900, "talk", 2.0, sheet=True).side.width == 0
    assert arrange(1720, 1000, "bond", sheet=True).side.width == 0


def test_a_reply_that_is_deleted_takes_its_sheet_with_it(home, qtbot):
    row = said(home, qtbot, "Good evening.")
    opened(home, qtbot, row)
    home.talk.back.delete(row.turn_id)
    qtbot.waitUntil(lambda: home.lead.why.sheet is None, timeout=QUICK)


def test_the_keyboard_reaches_the_sheet_and_comes_back_to_the_list(home, qtbot):
    row = said(home, qtbot, "Good evening.")
    sheet = opened(home, qtbot, row)
    assert sheet.isAncestorOf(QApplication.focusWidget())
    home.window.talk.composer.pen.setFocus()
    home.lead.walk_regions()
    home.lead.walk_regions()
    home.lead.walk_regions()
    assert sheet.isAncestorOf(QApplication.focusWidget())
    home.lead.escape()
    assert home.window.talk.list.hasFocus()


@pytest.mark.parametrize("lang", ["en", "zh", "ja"])
@pytest.mark.parametrize(("width", "height", "scale"), [(1720, 1000, 100), (420, 800, 100), (1280, 800, 200)])
def test_no_word_of_the_sheet_is_clipped(home_in, qtbot, lang, width, height, scale):
    settings = settled(lang, text_scale=scale)
    with serving(says("[happy] Momo.")) as server:
        settings.brain.url, settings.brain.model = server.url, "tiny"
        home = home_in(settings, size=(width, height))
        sheet = opened(home, qtbot, said(home, qtbot, LINES[lang][0]))
    sheet.need.ask()
    sheet.request.toggle()
    sheet.request.messages[0].head.click()
    QTest.qWait(1)
    assert clipped(home.window) == []
    sheet.need.say("other")
    QTest.qWait(1)
    assert clipped(home.window) == []
