"""Everything the two can do together, a card each, and what waits for its time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.play_page.card_grid import CardGrid
from desktop.play_page.offered import GROUPS
from desktop.play_page.play_card import PlayCard
from desktop.play_page.waiting_card import WaitingCard
from desktop.play_page.waiting_row import called
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.banner import announce
from desktop.widgets.content_area import Content, ContentArea
from desktop.widgets.paragraph import Paragraph
from desktop.window.house import House
from mind.reminders.kept import Kept

WIDEST: Final = 1120


class PlayPage(QWidget):
    """`told` carries what was done and how to undo it; `started` the words that begin something, to be said in the talk."""

    told = Signal(str, object)
    started = Signal(str)

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self._waiting: tuple[Kept, ...] = ()
        self.grids = {group: CardGrid(names) for group, names in GROUPS.items()}
        self.waiting = WaitingCard()
        self.waiting.cancelled.connect(self.cancel)
        self.lay_out()
        house.conversation.busy_changed.connect(lambda busy: None if busy else self.refresh())
        words().changed.connect(self.show_waiting)

    @property
    def cards(self) -> dict[str, PlayCard]:
        """All cards by the name of their activity."""
        return {name: card for grid in self.grids.values() for name, card in grid.cards.items()}

    def lay_out(self) -> None:
        """Title and what the page is, what waits, the groups."""
        title, lead = Paragraph("title", "ink1", wrap=False), Paragraph("lead", "ink2")
        words().bind(title, title.setText, "play.title")
        words().bind(lead, lead.setText, "play.lead")
        inner = Content()
        self._column = QVBoxLayout(inner)
        self._column.setSpacing(8)
        for part in (title, lead):
            self._column.addWidget(part)
        self._column.addSpacing(4)
        for group, grid in self.grids.items():
            grid.chosen.connect(self.start)
            head = Paragraph("section", "ink1")
            words().bind(head, head.setText, f"play.{group}")
            self._column.addSpacing(14)
            self._column.addWidget(head)
            self._column.addWidget(grid)
        self._column.addSpacing(18)
        self._column.addWidget(self.waiting)
        self._column.addStretch(1)
        self.area = ContentArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inner)
        words().bind(self.area, self.area.setAccessibleName, "play.title")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Margins for the width there is."""
        narrow = self.width() <= 480
        spare = max(0, (self.width() - 40 - theme().px(WIDEST)) // 2)
        self._column.setContentsMargins((0 if narrow else 16) + spare, 10, (6 if narrow else 24) + spare, 20)

    def showEvent(self, event: QShowEvent) -> None:
        """The talk may have set something."""
        self.refresh()

    def first_focus(self) -> None:
        """Where the keyboard begins: at the first card."""
        next(iter(self.cards.values())).setFocus(Qt.FocusReason.TabFocusReason)

    # --- what waits

    def refresh(self) -> None:
        """Read what waits anew."""
        if self.isVisible():
            self._house.bridge.submit(self._house.mind.reminders.waiting(), self.take, self._house.conversation.fail)

    def take(self, waiting: tuple[Kept, ...]) -> None:
        """Show what was read."""
        self._waiting = waiting
        self.show_waiting()

    def show_waiting(self) -> None:
        """All of it, in the language there is. What waits stands on top, an empty list at the foot."""
        self.waiting.tell(self._waiting, datetime.now().astimezone())
        self._column.removeWidget(self.waiting)
        self._column.insertWidget(3 if self._waiting else self._column.count() - 1, self.waiting)
        # All that grew takes its place before anything of it is painted.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def cancel(self, one: Kept) -> None:
        """Take one down; it can be put back."""
        book = self._house.mind.reminders

        def done(gone: bool) -> None:
            text = words()("play.cancelled", name=called(one))
            announce(self, text)
            self.told.emit(text, self.put_back(one) if gone else None)
            self.refresh()

        self._house.bridge.submit(book.cancel(one.id), done, self._house.conversation.fail)

    def put_back(self, one: Kept) -> Callable[[], None]:
        """A way to hang it up again."""

        def back() -> None:
            work = self._house.mind.reminders.restore(one.id)
            self._house.bridge.submit(work, lambda _: self.refresh(), self._house.conversation.fail)

        return back

    # --- beginning

    def start(self, name: str) -> None:
        """Begin it: the words that do are said in the talk, as the user's own."""
        self.started.emit(words()(f"play.{name}.say"))
