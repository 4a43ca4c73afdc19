"""Her diary: one sheet a day, the days around it, and the margin at its side (below it where there is little room)."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from datetime import date, datetime, time
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from desktop.diary_page.day_rows import DayRows
from desktop.diary_page.margin import Margin
from desktop.diary_page.sheet import DiarySheet
from desktop.diary_page.week_card import WeekCard
from desktop.theme.dates import heading
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.banner import announce
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push
from desktop.widgets.round_button import RoundButton
from desktop.window.house import House
from mind.domain import Note
from mind.memory.consolidation.days import DAWN, day_of
from mind.turn.diary_book import DayMark, DiaryPage

SHEET: Final = 600
SIDE: Final = 280
SIDE_LEAST: Final = 220
BESIDE_FROM: Final = 1100
LEAST_SHEET: Final = 420
GAP: Final = 28
LEFT: Final = 16
RIGHT: Final = 24
LISTED: Final = 7


class DiaryPageView(QWidget):
    """`told` carries what was done and how to undo it; `memory_wanted` and `turn_wanted` a source to open."""

    told = Signal(str, object)
    memory_wanted = Signal(int)
    turn_wanted = Signal(int)

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self._asked = 0
        self._days: tuple[str, ...] = ()
        self.day = ""
        self._wanted = ""
        self._title = Paragraph("title", "ink1", wrap=False)
        words().bind(self._title, self._title.setText, "diary.title")
        self.earlier = RoundButton("left", "diary.earlier", 36, ground="raised", icon_size=16, pressed=lambda: self.step(-1))
        self.later = RoundButton("right", "diary.later", 36, ground="raised", icon_size=16, pressed=lambda: self.step(1))
        self._when = Paragraph("button", "ink1", align=Qt.AlignmentFlag.AlignHCenter)
        self.today = Push("day.today", "secondary", self.go_today, small=True)
        self.sheet = DiarySheet()
        self.margin = Margin()
        self.rows = DayRows()
        self.week = WeekCard()
        self._empty = EmptyState()
        self.lay_out()
        self.connect_parts()

    def lay_out(self) -> None:
        """Head over a page that scrolls."""
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(8)
        walk = QHBoxLayout()
        walk.setSpacing(6)
        for part in (self.earlier, self._when, self.later):
            walk.addWidget(part)
        walk.addSpacing(6)
        walk.addWidget(self.today)
        walk.addStretch(1)
        self._head.addWidget(self._title, 1)
        self._head.addLayout(walk)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(24)
        column.addWidget(self.margin)
        column.addWidget(self.rows)
        column.addWidget(self.week)
        column.addStretch(1)
        self._side = side
        inner = QWidget()
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._across.setSpacing(GAP)
        self._across.addWidget(self.sheet, 1)
        self._across.addWidget(side)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._area.setWidget(inner)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self._area)
        self._stack.addWidget(self._empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(self._head)
        outer.addWidget(holder, 1)

    def connect_parts(self) -> None:
        """Wire the parts."""
        self.sheet.memory_wanted.connect(self.memory_wanted)
        self.sheet.turn_wanted.connect(self.turn_wanted)
        self.rows.chosen.connect(self.open_day)
        self.week.memory_wanted.connect(self.memory_wanted)
        self.week.turn_wanted.connect(self.turn_wanted)
        self.margin.written.connect(self.write)
        self.margin.dropped.connect(self.drop)
        words().changed.connect(self.refresh)
        for sequence, days in (("PgUp", -1), ("PgDown", 1)):
            key = QShortcut(QKeySequence(sequence), self)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(lambda days=days: self.step(days))

    # --- which day

    def showEvent(self, event: QShowEvent) -> None:
        """The day may have brought a page."""
        self.refresh()

    def refresh(self) -> None:
        """Read the days, then the one to show: the wanted one, else the one that was open, else the newest."""
        if self.isVisible():
            self.ask(self._house.mind.book.diary.days(), self.show_days)

    def show_days(self, days: Sequence[str]) -> None:
        """The days that have something; without any, why there are none."""
        self._days = tuple(days)
        if not days and not self._wanted:
            self._empty.tell(words()("diary.none"), words()("diary.none_text"))
            self.place_head(None)
            self._stack.setCurrentWidget(self._empty)
            return
        self._stack.setCurrentWidget(self._area)
        self.open_day(self._wanted or self.day or self._days[0])

    def open_day(self, day: str) -> None:
        """Show one day."""
        self._wanted = day
        if not self.isVisible():
            return
        self._wanted = ""
        self._asked += 1
        asked, book = self._asked, self._house.mind.book.diary

        def show(found: tuple[DiaryPage, tuple[DayMark, ...], Note | None]) -> None:
            if asked == self._asked:
                self.show_page(*found)

        async def read() -> tuple[DiaryPage, tuple[DayMark, ...], Note | None]:
            return await book.page(day), await book.around(day, LISTED), await book.week(day)

        self.ask(read(), show)

    def show_page(self, page: DiaryPage, marks: Sequence[DayMark], week: Note | None) -> None:
        """The sheet, its margin, the days around, and the week they are in."""
        now = datetime.now().astimezone()
        other = page.day != self.day
        self.day = page.day
        self._stack.setCurrentWidget(self._area)
        self.sheet.tell(page, now)
        self.margin.tell(page.margins, now)
        self.rows.tell(marks, page.day, now - DAWN)
        self.week.tell(week)
        self.place_head(page.day)
        if other:
            self._area.verticalScrollBar().setValue(0)
            announce(self.sheet, self.sheet.accessibleName())

    def place_head(self, day: str | None) -> None:
        """Arrows and date for the open day."""
        shown = day is not None
        for part in (self.earlier, self.later, self._when, self.today):
            part.setVisible(shown)
        if day is None:
            return
        at = datetime.combine(date.fromisoformat(day), time(12)).astimezone()
        self._when.setText(heading(at, datetime.now().astimezone() - DAWN))
        self.earlier.setEnabled(any(one < day for one in self._days))
        self.later.setEnabled(any(one > day for one in self._days) or day < self.this_day())
        self.today.setEnabled(day != self.this_day())
        self.arrange()

    def this_day(self) -> str:
        """The day it is, as the diary counts."""
        return day_of(datetime.now().astimezone())

    def step(self, days: int) -> None:
        """The next day with something in it, earlier or later; after the newest comes today."""
        if days < 0:
            found = next((one for one in self._days if one < self.day), "")
        else:
            found = next((one for one in reversed(self._days) if one > self.day), "")
            if not found and self.day < self.this_day():
                found = self.this_day()
        if found:
            self.open_day(found)

    def go_today(self) -> None:
        """Today, written or not."""
        self.open_day(self.this_day())

    # --- the user's hand

    def write(self, text: str) -> None:
        """Keep a note beside the open day."""
        self.do(self._house.mind.book.diary.write_margin(self.day, text, words().lang))

    def drop(self, note: Note) -> None:
        """Take a note away; it can be brought back."""
        text, day = note.sentences[0].text, note.day
        book = self._house.mind.book.diary

        def back() -> None:
            self.do(book.write_margin(day, text, note.lang))

        self.do(book.drop_margin(note.id), lambda: self.told.emit(words()("diary.dropped"), back))

    def do(self, work: Coroutine[Any, Any, Any], then: Callable[[], object] | None = None) -> None:
        """Change something, then read anew."""

        def done(_: object) -> None:
            if then is not None:
                then()
            self.refresh()

        self.ask(work, done)

    def ask(self, work: Coroutine[Any, Any, Any], done: Callable[[Any], object]) -> None:
        """Run something on the mind's loop."""
        self._house.bridge.submit(work, done, self._house.conversation.fail)

    # --- places

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside or below."""
        self.arrange()

    def restyle(self) -> None:
        """The text's size changed."""
        self.sheet.restyle()
        self.arrange()

    def arrange(self) -> None:
        """The margin stands beside the sheet where both have room, else under it."""
        spare = max(0, (self.width() - LEFT - RIGHT - GAP - theme().px(SHEET + SIDE)) // 2)
        self._head.setContentsMargins(LEFT + spare, 10, RIGHT + spare, 10)
        # A card's ground stands one pixel inside it.
        self._across.setContentsMargins(LEFT - 2 + spare, 4, RIGHT - 8 + spare, 20)
        room = self.width() - LEFT - RIGHT - 2 * spare - GAP
        side = min(theme().px(SIDE), max(theme().px(SIDE_LEAST), room - theme().px(SHEET)))
        beside = self.window().width() >= BESIDE_FROM and room - side >= LEAST_SHEET
        self._across.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._side.setFixedWidth(side) if beside else self._side.setMaximumWidth(theme().px(SHEET))
        if not beside:
            self._side.setMinimumWidth(0)
        self.sheet.setMaximumWidth(theme().px(SHEET))
        top = Qt.AlignmentFlag.AlignTop
        self._across.setAlignment(self._side, top if beside else Qt.AlignmentFlag(0))
        self._across.setStretch(0, 1 if beside else 0)
        walk = sum(part.sizeHint().width() for part in (self.earlier, self._when, self.later, self.today)) + 24
        one_row = self._title.sizeHint().width() + walk + 56 <= self.width()
        self._head.setDirection(QBoxLayout.Direction.LeftToRight if one_row else QBoxLayout.Direction.TopToBottom)

    def first_focus(self) -> None:
        """Where the keyboard begins."""
        self._area.setFocus(Qt.FocusReason.OtherFocusReason)
