"""A conversation in the window: said, answered, stopped, tried again, taken back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.support.gui_house import settled
from tests.support.openai_server import OpenAIServer, cuts, refuses, says, serving, silent

QUICK = 8000


def said(home, qtbot, text: str) -> None:
    home.window.talk.composer.pen.setPlainText(text)
    qtbot.keyClick(home.window.talk.composer.pen, Qt.Key.Key_Return)


def answered(home, qtbot, replies: int) -> None:
    qtbot.waitUntil(lambda: len(home.texts("hers")) >= replies and not home.talk.busy, timeout=QUICK)


def with_server(server: OpenAIServer):
    settings = settled()
    settings.brain.url, settings.brain.model = server.url, "tiny"
    return settings


def test_a_message_is_shown_kept_answered_and_spoken(home, qtbot):
    said(home, qtbot, "Hi, I'm Alex.")
    answered(home, qtbot, 1)
    mine = next(row for row in home.talk.model.rows if row.kind == "mine")
    assert mine.text == "Hi, I'm Alex."
    assert mine.turn_id is not None
    assert home.voice.said
    assert "".join(home.texts("hers")).startswith(home.voice.said[0])
    assert home.window.talk.composer.pen.toPlainText() == ""


def test_what_was_remembered_can_be_undone_at_the_bubble(home, qtbot):
    said(home, qtbot, "I have a cat called Momo.")
    answered(home, qtbot, 1)
    row = next(row for row in home.talk.model.rows if row.kind == "mine")
    assert [chip.kind for chip in row.chips] == ["kept"]
    home.window.talk.list.undo_pressed.emit(row, row.chips[0])
    qtbot.waitUntil(lambda: not row.chips, timeout=QUICK)


def test_control_z_undoes_what_was_remembered_last(home, qtbot):
    said(home, qtbot, "I have a cat called Momo.")
    answered(home, qtbot, 1)
    home.lead.undo()
    qtbot.waitUntil(lambda: not any(row.chips for row in home.talk.model.rows), timeout=QUICK)


def test_history_comes_back_after_a_restart(home_in, qtbot):
    first = home_in()
    said(first, qtbot, "Hello there.")
    answered(first, qtbot, 1)
    before = first.texts("mine") + first.texts("hers")
    first.close()
    second = home_in()
    second.talk.open(greet=False)
    qtbot.waitUntil(lambda: second.texts("mine") == ["Hello there."], timeout=QUICK)
    assert second.texts("mine") + second.texts("hers") == before


def test_escape_silences_her_and_keeps_only_what_was_heard(home_in, qtbot):
    with serving(says("One two three four. ", "Five six seven.")) as server:
        home = home_in(with_server(server), at_once=False)
        said(home, qtbot, "Count for me.")
        qtbot.waitUntil(lambda: home.voice.now is not None and not home.talk._running, timeout=QUICK)
        home.voice.play_to(0.9)
        home.lead.escape()
        assert home.voice.now is None
        qtbot.waitUntil(lambda: home.texts("hers") == ["One two three"], timeout=QUICK)
        row = next(row for row in home.talk.model.rows if row.kind == "hers")
        assert row.ended == "interrupted"
        qtbot.waitUntil(lambda: not home.talk._stopping, timeout=QUICK)
        kept = home.house.bridge.wait(home.house.mind.history(10))
        assert kept[-1].text == "One two three"
        assert kept[-1].ended == "interrupted"


def test_escape_ends_a_brain_that_never_answers(home_in, qtbot):
    with serving(silent()) as server:
        home = home_in(with_server(server))
        said(home, qtbot, "Are you there?")
        qtbot.waitUntil(lambda: server.asked.is_set(), timeout=QUICK)
        assert home.talk.mood == "thinking"
        home.lead.escape()
        qtbot.waitUntil(lambda: not home.talk.busy, timeout=QUICK)
        assert home.texts("mine") == ["Are you there?"]
        assert home.voice.said == []


def test_a_fault_is_shown_never_spoken_and_can_be_tried_again(home_in, qtbot):
    with serving(refuses(401), says("Here I am.")) as server:
        home = home_in(with_server(server))
        said(home, qtbot, "Hello?")
        banner = home.window.talk.banner
        qtbot.waitUntil(lambda: banner.isVisible(), timeout=QUICK)
        assert "127.0.0.1" in banner.title.text()
        assert "401" in banner.title.text()
        qtbot.waitUntil(lambda: not home.talk.busy, timeout=QUICK)
        assert home.texts("mine") == ["Hello?"]
        (finished,) = home.texts("hers")
        assert finished, "the rules say what they meant"
        assert not [one for one in (finished, *map(str, home.voice.said)) if "401" in one or "127.0.0.1" in one]
        banner.buttons()[0].click()
        qtbot.waitUntil(lambda: home.texts("hers") == ["Here I am."], timeout=QUICK)
        assert not banner.isVisible()


def test_after_a_fault_she_can_answer_offline(home_in, qtbot):
    with serving(refuses(500)) as server:
        home = home_in(with_server(server))
        said(home, qtbot, "Hello?")
        qtbot.waitUntil(lambda: home.window.talk.banner.isVisible(), timeout=QUICK)
        home.window.talk.banner.buttons()[1].click()
        answered(home, qtbot, 1)
        assert home.texts("hers")[0]


def test_a_reply_that_breaks_off_keeps_its_words_and_says_so(home_in, qtbot):
    with serving(cuts("First part. ", "Second")) as server:
        home = home_in(with_server(server))
        said(home, qtbot, "Tell me.")
        qtbot.waitUntil(lambda: home.window.talk.banner.isVisible(), timeout=QUICK)
        qtbot.waitUntil(lambda: not home.talk.busy, timeout=QUICK)
        (reply,) = home.texts("hers")
        assert reply.startswith("First part.") and "Second" not in reply


def test_new_words_end_what_she_was_saying(home_in, qtbot):
    home = home_in(at_once=False)
    said(home, qtbot, "Hello.")
    qtbot.waitUntil(lambda: home.voice.now is not None, timeout=QUICK)
    said(home, qtbot, "Wait, listen.")
    qtbot.waitUntil(lambda: home.texts("mine") == ["Hello.", "Wait, listen."], timeout=QUICK)
    assert home.voice.stopped >= 1
    qtbot.waitUntil(lambda: len(home.texts("hers")) == 2, timeout=QUICK)
    first = next(row for row in home.talk.model.rows if row.kind == "hers")
    assert (first.ended, bool(first.text)) == ("complete", True)


def test_editing_replaces_the_words_and_their_answer(home, qtbot):
    said(home, qtbot, "I live in Porto.")
    answered(home, qtbot, 1)
    qtbot.keyClick(home.window.talk.composer.pen, Qt.Key.Key_Up)
    assert home.window.talk.composer.pen.toPlainText() == "I live in Porto."
    said(home, qtbot, "I live in Lisbon.")
    qtbot.waitUntil(lambda: home.texts("mine") == ["I live in Lisbon."], timeout=QUICK)
    answered(home, qtbot, 1)
    kept = home.house.bridge.wait(home.house.mind.history(10))
    assert [turn.text for turn in kept if turn.speaker == "user"] == ["I live in Lisbon."]


def test_deleting_asks_first_and_then_forgets(home, qtbot, monkeypatch):
    said(home, qtbot, "Hello.")
    answered(home, qtbot, 1)
    row = next(row for row in home.talk.model.rows if row.kind == "mine")
    asked: list[str] = []

    def refuse(_parent, title, *_):
        asked.append(title)
        return len(asked) > 1

    monkeypatch.setattr("desktop.talk.talk_panel.ask", refuse)
    home.window.talk.act("delete", row)
    assert home.texts("mine") == ["Hello."]
    home.window.talk.act("delete", row)
    qtbot.waitUntil(lambda: home.texts("mine") == [], timeout=QUICK)
    assert home.house.bridge.wait(home.house.mind.history(10)) == ()


def test_copying_puts_the_words_on_the_clipboard(home, qtbot, qapp):
    said(home, qtbot, "Hello <b>there</b>.")
    answered(home, qtbot, 1)
    row = next(row for row in home.talk.model.rows if row.kind == "mine")
    home.window.talk.act("copy", row)
    assert qapp.clipboard().text() == "Hello <b>there</b>."


def test_shift_enter_breaks_the_line_and_enter_sends_nothing_empty(home, qtbot):
    pen = home.window.talk.composer.pen
    qtbot.keyClick(pen, Qt.Key.Key_Return)
    pen.setPlainText("One")
    pen.moveCursor(pen.textCursor().MoveOperation.End)
    qtbot.keyClick(pen, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert pen.toPlainText() == "One\n"
    assert home.talk.model.rows == []


def test_enter_belongs_to_the_input_method_while_it_composes(home, qtbot, qapp):
    from PySide6.QtGui import QInputMethodEvent

    pen = home.window.talk.composer.pen
    pen.setFocus()
    qapp.sendEvent(pen, QInputMethodEvent("にほ", []))
    qtbot.keyClick(pen, Qt.Key.Key_Return)
    assert home.talk.model.rows == []


def test_two_hundred_kilobytes_are_kept_whole_and_shown_in_part(home, qtbot):
    text = "All work and no play. " * 9100
    home.window.talk.send(text, None)
    qtbot.waitUntil(lambda: any(row.turn_id for row in home.talk.model.rows), timeout=QUICK)
    row = next(row for row in home.talk.model.rows if row.kind == "mine")
    layout = home.window.talk.list.bubbles.layout_of(row, 390.0)
    assert layout.more is not None
    assert layout.height < 1400
    kept = home.house.bridge.wait(home.house.mind.history(10))
    assert len(kept[0].text) >= len(text.strip())


def test_a_long_paste_is_held_beside_the_field_and_sent_whole(home, qtbot):
    from PySide6.QtCore import QMimeData

    composer = home.window.talk.composer
    paste = QMimeData()
    paste.setText("x" * 200_000)
    composer.pen.insertFromMimeData(paste)
    assert composer.pen.toPlainText() == ""
    said(home, qtbot, "Read this:")
    qtbot.waitUntil(lambda: any(row.turn_id for row in home.talk.model.rows), timeout=QUICK)
    row = next(row for row in home.talk.model.rows if row.kind == "mine")
    assert row.text == "Read this:\n\n" + "x" * 200_000
    assert composer.held == ""


def test_odd_characters_are_shown_without_harm(home, qtbot):
    said(home, qtbot, "Bell \x07, שלום, 👩‍👩‍👧, <img src=x>")
    answered(home, qtbot, 1)
    assert "\x07" not in home.texts("mine")[0]
    assert "שלום" in home.texts("mine")[0]
    home.window.grab()


def test_an_outfit_asked_for_is_put_on(home_in, tmp_path):
    home = home_in(wardrobe=tmp_path / "no garments")
    wanted = next(outfit for outfit in home.house.outfits if outfit.id != home.house.bridge.wait(home.house.mind.outfit()))
    home.talk.outfit_chosen.emit(wanted.id)
    assert ("wear", wanted.id) in home.house.player.body.asked


def test_a_fault_without_a_button_has_the_width_of_the_talk(home):
    home.window.talk.banner.tell("No loudspeaker was found.", "Connect one; until then she speaks in captions.")
    QApplication.processEvents()
    banner = home.window.talk.banner
    assert banner.title.width() > banner.width() / 2
