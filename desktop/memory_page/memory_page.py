"""What she keeps of the user, to look through and to steer: list, search, and the receipt of whatever is chosen."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop.memory_page import lines
from desktop.memory_page.gathering_sheet import GatheringSheet
from desktop.memory_page.line_list import LineList
from desktop.memory_page.line_model import LineModel
from desktop.memory_page.lines import Line, Row
from desktop.memory_page.note_sheet import NoteSheet
from desktop.memory_page.page_head import PageHead
from desktop.memory_page.receipt_sheet import ReceiptSheet
from desktop.memory_page.sheet import WIDE, Sheet
from desktop.memory_page.steering import Steering
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.empty_state import EmptyState
from desktop.window.house import House
from mind.domain import Memory, Note, Turn
from mind.memory.people import KnownPerson
from mind.memory.places import KnownPlace
from mind.turn.memory_book import MemoryCard

PAGE: Final = 200
BESIDE_FROM: Final = 1100
LEAST_LIST: Final = 360
WIDEST: Final = 1150
"""The page's content, its side margins included."""
EMPTY: Final = {"timeline": "timeline", "people": "people", "places": "places", "loops": "loops", "never": "never"}


class MemoryPage(QWidget):
    """`told` carries what was done and how to undo it; `turn_wanted` a turn to show in the talk."""

    told = Signal(str, object)
    turn_wanted = Signal(int)
    looked_at = Signal(object)
    """A memory whose receipt was opened."""
    day_wanted = Signal(str)
    """A day of the diary, as ISO date."""

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self._asked = 0
        self._last: int | None = None
        self._all = False
        self._growing = False
        self.head = PageHead()
        self.model = LineModel(self)
        self.list = LineList(self.model)
        self._empty = EmptyState()
        self.sheet = Sheet(self)
        self.steering = Steering(house, self)
        self.lay_out()
        self.connect_parts()

    def lay_out(self) -> None:
        """Head over list; the sheet lies on top and is placed by hand."""
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        self._body = QVBoxLayout()
        self._body.setContentsMargins(2, 0, 10, 12)
        self._body.addWidget(holder, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._top = QVBoxLayout()
        self._top.addWidget(self.head)
        column.addLayout(self._top)
        column.addLayout(self._body, 1)

    def connect_parts(self) -> None:
        """Wire the parts."""
        self.head.viewed.connect(lambda _: self.refresh(anew=True))
        self.head.sought.connect(lambda _: self.refresh(anew=True))
        self.list.opened.connect(lambda line: self.open_line(line, entered=True))
        self.list.moved.connect(self.follow)
        self.list.more_wanted.connect(self.grow)
        self.sheet.closed.connect(self.close_sheet)
        self.steering.told.connect(self.told)
        self.steering.changed.connect(self.changed)
        self.steering.gone.connect(self.gone)
        words().changed.connect(self.retell)

    # --- the list

    @property
    def view(self) -> str:
        """Which way of looking is open; "search" while there are words in the search."""
        return "search" if self.head.search.text().strip() else self.head.view

    def showEvent(self, event: QShowEvent) -> None:
        """The talk may have brought something."""
        self.refresh()

    def refresh(self, *, anew: bool = False) -> None:
        """Read what the view shows; `anew` begins at its top with nothing open."""
        if anew:
            self.close_sheet()
        if not self.isVisible():
            return
        self._asked += 1
        book, now = self._house.mind.book, datetime.now().astimezone()
        view = self.view
        if view in ("timeline", "never"):
            read = book.timeline if view == "timeline" else book.muted
            many = PAGE if anew else max(PAGE, min(len(self.model.rows), 5 * PAGE))
            self.ask(read(many), lambda entries: self.show_page(lines.timeline(entries, now), entries, many, anew=anew))
        elif view == "people":
            self.ask(book.people(), lambda known: self.show_rows(lines.people_rows(known, now), anew=anew))
        elif view == "places":
            self.ask(book.places(), lambda known: self.show_rows(lines.places_rows(known, now), anew=anew))
        elif view == "loops":
            self.ask(book.open_loops(), lambda loops: self.show_rows(lines.loop_rows(loops, now), anew=anew))
        else:
            name = self._house.her_name(words().lang)
            seeking = book.search(self.head.search.text().strip(), 40)
            self.ask(seeking, lambda found: self.show_rows(lines.found_rows(found, name, now), anew=anew))

    def retell(self) -> None:
        """The language changed."""
        self.refresh(anew=True)

    def ask(self, work: Coroutine[Any, Any, Any], show: Callable[[Any], None]) -> None:
        """Read something; an answer that something newer was asked after is dropped."""
        asked = self._asked
        self._house.bridge.submit(
            work, lambda found: show(found) if asked == self._asked else None, self._house.conversation.fail
        )

    def show_page(self, rows: Sequence[Row], entries: Sequence[Any], many: int, *, anew: bool) -> None:
        """The first page of what comes by the page."""
        self._last = entries[-1].memory.id if entries else None
        self._all = len(entries) < many
        self._growing = False
        self.show_rows(rows, anew=anew)

    def show_rows(self, rows: Sequence[Row], *, anew: bool) -> None:
        """These rows, or the words for there being none; what was chosen stays chosen."""
        chosen = None if anew else self.chosen_key()
        scrolled = 0 if anew else self.list.verticalScrollBar().value()
        self.list.show_rows(rows)
        view = self.view
        key = "found" if view == "search" else EMPTY[view]
        self._empty.tell(words()(f"memory.no_{key}"), words()(f"memory.no_{key}_text"))
        self._stack.setCurrentWidget(self.list if rows else self._empty)
        self.list.choose(self.model.place_of(chosen))
        self.list.verticalScrollBar().setValue(scrolled)
        self.list.look_ahead()

    def grow(self) -> None:
        """The next page, under what is there."""
        view = self.view
        if self._all or self._growing or self._last is None or view not in ("timeline", "never"):
            return
        self._growing = True
        book, now = self._house.mind.book, datetime.now().astimezone()

        def grown(entries: Sequence[Any]) -> None:
            self._growing = False
            self._all = len(entries) < PAGE
            self._last = entries[-1].memory.id if entries else None
            self.model.append(lines.timeline(entries, now, self.model.last_heading()))

        self.ask((book.timeline if view == "timeline" else book.muted)(PAGE, self._last), grown)

    def chosen_key(self) -> tuple[str, object] | None:
        """What is chosen."""
        line = self.list.line_at(self.list.currentIndex())
        return line.key if line is not None else None

    # --- the sheet

    def open_line(self, line: Line, *, entered: bool) -> None:
        """Show what a line stands for."""
        source = line.source
        now = datetime.now().astimezone()
        if isinstance(source, Memory):
            self.open_memory(source.id, entered=entered)
        elif isinstance(source, Turn):
            self.turn_wanted.emit(source.id)
        elif isinstance(source, Note) and source.kind in ("diary", "margin"):
            self.day_wanted.emit(source.day)
        elif isinstance(source, Note):
            sheet = NoteSheet(source, now)
            sheet.turn_wanted.connect(self.turn_wanted)
            sheet.memory_wanted.connect(self.open_memory)
            self.show_sheet(words()("receipt.rests_on"), sheet, entered=entered)
        elif isinstance(source, KnownPerson | KnownPlace):
            gathering = GatheringSheet(source, now)
            gathering.memory_wanted.connect(self.open_memory)
            key = "memory.people" if isinstance(source, KnownPerson) else "memory.places"
            self.show_sheet(words()(key), gathering, entered=entered)

    def open_memory(self, memory_id: int, *, entered: bool = True) -> None:
        """Show the receipt of a memory."""
        self._house.bridge.submit(
            self._house.mind.book.card(memory_id), lambda card: self.show_card(card, entered=entered),
            self._house.conversation.fail,
        )

    def show_card(self, card: MemoryCard | None, *, entered: bool) -> None:
        """The receipt, read; it may be gone meanwhile."""
        if card is None:
            self.told.emit(words()("memory.gone"), None)
            self.refresh()
            return
        sheet = ReceiptSheet(card, self._house.her_name(words().lang), datetime.now().astimezone())
        self.steering.connect_sheet(sheet)
        sheet.turn_wanted.connect(self.turn_wanted)
        sheet.memory_wanted.connect(self.open_memory)
        self.show_sheet(words()("receipt.why"), sheet, entered=entered)
        self.list.bring(self.model.place_of(("Memory", card.memory.id)))
        self.looked_at.emit(card.memory)

    def show_sheet(self, label: str, body: QWidget, *, entered: bool) -> None:
        """Open the sheet; over the list it takes the keyboard."""
        self.sheet.show_body(label, body)
        self.place_sheet()
        if entered and not self.sheet.beside:
            self.sheet.cross.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self, line: Line) -> None:
        """Arrows came to another line: an open sheet beside the list follows."""
        if self.sheet.isVisible() and self.sheet.beside and isinstance(line.source, Memory | KnownPerson | KnownPlace):
            self.open_line(line, entered=False)

    def close_sheet(self) -> bool:
        """Stop writing, else close the sheet; True if there was either."""
        if self.sheet.isHidden():
            return False
        body = self.sheet.body
        if isinstance(body, ReceiptSheet) and body.leave():
            return True
        held = self.sheet.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self.sheet.hide()
        self.place_sheet()
        if held:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def place_sheet(self) -> None:
        """Beside the list, under the head; over all of the page where there is little room."""
        wide = min(theme().px(WIDE), self.width() // 2)
        beside = self.window().width() >= BESIDE_FROM and self.width() - wide >= LEAST_LIST
        shown = not self.sheet.isHidden()
        self.sheet.lie(beside=beside)
        if beside:
            top = self.head.geometry().bottom() + 1
            self.sheet.setGeometry(self.width() - wide, top, wide, self.height() - top)
        else:
            self.sheet.setGeometry(self.rect())
        spare = max(0, self.width() - theme().px(WIDEST))
        self._top.setContentsMargins(0, 0, spare, 0)
        self._body.setContentsMargins(2, 0, max(spare, wide if beside and shown else 0) + 10, 12)
        self.layout().activate()  # type: ignore[union-attr]
        self.sheet.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sheet follows."""
        self.layout().activate()  # type: ignore[union-attr]
        self.place_sheet()

    def restyle(self) -> None:
        """The text's size changed."""
        self.place_sheet()

    # --- what was changed

    def changed(self, memory_id: int) -> None:
        """A memory reads otherwise: list and sheet follow."""
        self.refresh()
        if not self.sheet.isHidden():
            self.open_memory(memory_id, entered=False)

    def gone(self, memory_id: int) -> None:
        """A memory is forgotten."""
        self.close_sheet()
        at = self.model.place_of(("Memory", memory_id))
        if at >= 0:
            self.model.remove(at)
        self.refresh()

    def undo(self) -> bool:
        """Take back what was done last here; True if there was something."""
        return self.steering.undo()

    def seek(self) -> None:
        """Begin a search."""
        self.head.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.head.search.selectAll()

    def first_focus(self) -> None:
        """Where the keyboard begins."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
