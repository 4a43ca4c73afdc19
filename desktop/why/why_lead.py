"""Opens the sheet "why did you say that?", keeps it in its place, and hands on what is pressed there."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.talk.rows import Chip
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.why.why_sheet import WhySheet
from desktop.widgets.banner import announce
from desktop.window.sheet_place import lay_over_talk
from mind.domain import Memory
from mind.turn.why import Why

if TYPE_CHECKING:
    from desktop.window.house import House
    from desktop.window.main_window import MainWindow


class WhyLead(QObject):
    """One sheet at a time. Beside the talk where the window is wide, else over header and list: never over the composer."""

    def __init__(self, house: House, window: MainWindow) -> None:
        super().__init__(window)
        self._house, self._window = house, window
        self.sheet: WhySheet | None = None
        self._turn = 0
        window.talk.why_wanted.connect(self.open)
        window.sheet_opened.connect(lambda who: self.close() if who is not self else None)
        window.talk.told.connect(lambda _: self.read_again())
        window.placed.connect(self.place)
        window.opened.connect(lambda page: self.close() if page != "talk" else None)
        window.talk.list.installEventFilter(self)
        house.conversation.model.rowsRemoved.connect(lambda *_: self.read_again())
        words().changed.connect(self.read_again)
        theme().changed.connect(self.read_again)

    # --- opening

    def open(self, turn_id: int) -> None:
        """Read why, and show it."""
        self._turn = turn_id
        self._house.bridge.submit(self._house.mind.book.why(turn_id), self.show, self._house.conversation.fail)

    def read_again(self) -> None:
        """Something in it may have changed, or have gone."""
        if self.sheet is not None:
            self.open(self._turn)

    def show(self, found: Why | None) -> None:
        """A sheet for this reply; a reply that is gone has none."""
        before = self.sheet
        if found is None or self._window.page != "talk":
            if self.close():
                self._window.toast.tell(words()("why.nothing"))
            return
        self._turn = found.reply.id
        value = before.area.verticalScrollBar().value() if before is not None else 0
        focused = before is None or before.isAncestorOf(QApplication.focusWidget() or self._window)
        now = datetime.now().astimezone()
        sheet = WhySheet(found, self._house.settings.brain, self._house.her_name(words().lang), now, self._window)
        sheet.closed.connect(self.close)
        sheet.memory_wanted.connect(self.show_receipt)
        sheet.turn_wanted.connect(self.show_turn)
        sheet.need_corrected.connect(self.correct)
        sheet.price_wanted.connect(self.show_prices)
        sheet.copied.connect(lambda: self._window.toast.tell(words()("why.copied")))
        self.drop()
        self.sheet = sheet
        self._window.sheet_open = True
        self._window.talk.list.mark(self._turn)
        self._window.arrange()
        sheet.show()
        sheet.raise_()
        if before is None:
            self._window.sheet_opened.emit(self)
            announce(sheet, sheet.accessibleName())
        if focused:
            sheet.first_focus()
        sheet.area.verticalScrollBar().setValue(value)

    def drop(self) -> None:
        """Take the old sheet away."""
        if self.sheet is not None:
            self.sheet.hide()
            self.sheet.deleteLater()
            self.sheet = None

    def close(self) -> bool:
        """Close it; True if one was open."""
        if self.sheet is None:
            return False
        focused = self.sheet.isAncestorOf(QApplication.focusWidget() or self._window)
        self.drop()
        self._window.sheet_open = False
        self._window.talk.list.mark(None)
        self._window.arrange()
        if focused:
            self._window.talk.list.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def regions(self) -> list[QWidget]:
        """The sheet, where it is open, for whoever walks from part to part."""
        return [self.sheet] if self.sheet is not None else []

    # --- its place

    def place(self) -> None:
        """Beside the talk, or over its header and list; where her face stands in the header, under it."""
        if self.sheet is not None:
            lay_over_talk(self._window, self.sheet)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The list grew or moved: a card under it came or went."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self.place()
        return False

    # --- what is pressed

    def show_receipt(self, memory: Memory) -> None:
        """Where a memory comes from."""
        self._window.talk.show_receipt(Chip("used", memory, memory.text))

    def show_turn(self, turn_id: int) -> None:
        """An earlier turn, in the talk: where the sheet lies over it, it goes."""
        if self._window.arrangement is None or not self._window.arrangement.side.width:
            self.close()
        self._window.talk.turn_wanted.emit(turn_id)

    def correct(self, need: str) -> None:
        """Keep what it had been instead."""
        talk = self._house.conversation
        talk.bridge.submit(self._house.mind.book.correct_need(self._turn, need), lambda _: None, talk.fail)

    def show_prices(self) -> None:
        """The settings of the server, where prices are set."""
        from desktop.settings_page.settings_page import SettingsPage

        self._window.open_page("settings")
        page = self._window.pages["settings"]
        assert isinstance(page, SettingsPage)
        page.show_section("brain")
        page.reveal(page.sections["brain"].prices.asked.pen)  # type: ignore[attr-defined]
