"""The bond: the word for it, the knit over the whole width, why it changed, and what is open between the two."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.bond_page.aloud import LineVoice
from desktop.bond_page.column_words import Open, ended
from desktop.bond_page.knit_chart import KnitChart
from desktop.bond_page.ledger_column import LedgerColumn
from desktop.bond_page.line_sheet import LineSheet
from desktop.bond_page.lines import Known, Line, chosen, gathered, lines, whole_events
from desktop.bond_page.mend_card import MendCard
from desktop.bond_page.milestones_card import MilestonesCard
from desktop.bond_page.page_head import PageHead
from desktop.bond_page.promises_card import PromisesCard
from desktop.bond_page.reading import LINES, Seen, read
from desktop.bond_page.steering import BondSteering
from desktop.memory_page.sheet import Sheet
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.window.house import House
from mind.domain import BondChange, DayCause, OpenHurt

LEFT: Final = 16
RIGHT: Final = 24
SIDE: Final = 308
GAP: Final = 28
WIDEST: Final = 1120
LEAST_LEDGER: Final = 380
BESIDE_FROM: Final = 1100
SHORT: Final = 12
"""Lines that stand there at first where the cards come below them."""
AHEAD: Final = 2
"""More is read when so many screens or fewer are left below."""
LEAST_SHEET: Final = 380


class BondPage(QWidget):
    """`told` carries what was done and how to undo it; `turn_wanted` a turn to show in the talk."""

    told = Signal(str, object)
    turn_wanted = Signal(int)

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self._asked = 0
        self._growing = False
        self._seen: Seen | None = None
        self._changes: list[BondChange] = []
        self._before: int | None = None
        self._many = SHORT
        self._beside = True
        self.head = PageHead()
        self.chart = KnitChart()
        self.ledger = LedgerColumn()
        self.filters, self.list, self.model = self.ledger.filters, self.ledger.list, self.ledger.model
        self.mend = MendCard()
        self.promises = PromisesCard()
        self.milestones = MilestonesCard()
        self.sheet = Sheet(self)
        self.steering = BondSteering(house, self)
        self.voice = LineVoice(house)
        self.lay_out()
        self.connect_parts()

    def lay_out(self) -> None:
        """Head and knit over two columns, in one page that scrolls; the sheet lies on top and is placed by hand."""
        self._side = QWidget()
        policy = self._side.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._side.setSizePolicy(policy)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(8)
        for card in (self.mend, self.promises, self.milestones):
            side.addWidget(card)
        side.addStretch(1)
        self._inner = QWidget()
        self._page = QVBoxLayout(self._inner)
        self._page.setSpacing(0)
        self._top = QVBoxLayout()
        self._top.addWidget(self.head)
        self._top.addSpacing(4)
        self._top.addWidget(self.chart)
        self._page.addLayout(self._top)
        self._mend_place = QVBoxLayout()
        self._page.addLayout(self._mend_place)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.addWidget(self.ledger, 1)
        self._across.addWidget(self._side)
        self._page.addLayout(self._across)
        self._page.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self._inner)
        words().bind(self.area, self.area.setAccessibleName, "rail.bond")
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)

    def connect_parts(self) -> None:
        """Wire the parts."""
        self.head.figures_wanted.connect(lambda _: self.show_seen())
        self.head.go_on.connect(self.steering.go_on)
        self.ledger.filtered.connect(self.choose_filter)
        self.ledger.earlier_wanted.connect(self.show_more)
        self.list.opened.connect(lambda line: self.open_line(line, entered=True))
        self.list.moved.connect(self.follow)
        self.list.shown_at.connect(self.bring)
        self.area.verticalScrollBar().valueChanged.connect(lambda _: self.scrolled())
        self.mend.misunderstood.connect(self.misunderstood)
        self.promises.settled.connect(self.steering.settle)
        self.milestones.turn_wanted.connect(self.turn_wanted)
        self.sheet.closed.connect(self.close_sheet)
        self.steering.told.connect(self.told)
        self.steering.changed.connect(self.refresh)
        words().changed.connect(self.show_seen)

    # --- reading

    def showEvent(self, event: QShowEvent) -> None:
        """The talk may have moved something."""
        self.refresh()

    def refresh(self) -> None:
        """Read it all anew; what is chosen stays chosen."""
        if not self.isVisible():
            return
        self._asked += 1
        self.ask(read(self._house.mind.bonds), self.show_read)

    def ask(self, work: Coroutine[Any, Any, Any], show: Callable[[Any], None]) -> None:
        """Read something; an answer that something newer was asked after is dropped."""
        asked = self._asked
        self._house.bridge.submit(
            work, lambda found: show(found) if asked == self._asked else None, self._house.conversation.fail
        )

    def show_read(self, seen: Seen) -> None:
        """Show what was read; of the ledger its newest page."""
        self._seen = seen
        changes, self._before = whole_events(seen.view.changes, LINES)
        self._changes = list(changes)
        self._growing = False
        self.show_seen()

    def grow(self) -> None:
        """Read the next page of the ledger."""
        if self._before is None or self._growing:
            return
        self._growing = True

        def grown(changes: Sequence[BondChange]) -> None:
            self._growing = False
            kept, self._before = whole_events(changes, LINES)
            self._changes += kept
            self.show_lines()

        self.ask(self._house.mind.bonds.changes(LINES, self._before), grown)

    # --- showing

    def show_seen(self) -> None:
        """All of it, in the language there is."""
        seen = self._seen
        if seen is None:
            return
        now = datetime.now().astimezone()
        self.head.tell(seen.view, now, figures=self.figures)
        self.chart.tell(seen.days, seen.hurts, now, figures=self.figures)
        self.mend.tell(seen.view.hurts, now)
        self.promises.tell(seen.view.loops, self._house.her_name(words().lang), now)
        self.milestones.tell(seen.view.milestones, now)
        self.arrange()
        self.show_lines()
        self.follow_sheet()
        # All that grew takes its place before anything of it is painted.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    @property
    def figures(self) -> bool:
        """Whether values and rules are shown."""
        return self.head.switch.isChecked()

    def known(self) -> Known:
        """What lines are told with."""
        assert self._seen is not None
        return Known(self._seen.gone, self._seen.stages, datetime.now().astimezone(), self.figures)

    def show_lines(self) -> None:
        """The ledger as far as it was read, by the filter."""
        if self._seen is None:
            return
        told = lines(gathered(self._changes), self.known())
        found = chosen(told, self.filters.value)
        shown = found if self._beside else found[: self._many]
        more = not self._beside and (len(found) > len(shown) or (self._before is not None and bool(found)))
        none = bool(told) and not found and self._before is None
        self.ledger.show_lines(shown, empty=not told, none=none, more=more)
        if self._beside:
            self.scrolled()
        elif len(found) < self._many:
            self.grow()

    def choose_filter(self) -> None:
        """Other lines, none of them chosen."""
        self.close_sheet()
        self.list.choose(-1)
        self._many = SHORT
        self.show_lines()

    def show_more(self) -> None:
        """Earlier lines, where the cards stand below them."""
        self._many += 4 * SHORT
        self.show_lines()

    def scrolled(self) -> None:
        """The sheet keeps its place; near the end more is read."""
        if self.sheet.isVisible():
            self.place_sheet()
        bar = self.area.verticalScrollBar()
        if self._beside and bar.maximum() - bar.value() <= AHEAD * self.area.viewport().height():
            self.grow()

    def bring(self, where: QRect) -> None:
        """Show a line of the list."""
        top = self.list.mapTo(self._inner, where.topLeft())
        self.area.ensureVisible(top.x(), top.y() + where.height() // 2, 0, where.height() // 2 + 24)

    # --- the sheet

    def open_line(self, line: Line, *, entered: bool) -> None:
        """Show what stands behind a line."""
        if self._seen is None:
            return
        now = datetime.now().astimezone()
        cause = self.day_cause(line)
        end = ended(cause, Open(self._seen.hurts, now)) if cause is not None else ""
        body = LineSheet(line, as_sentence(end), now, with_figures=self.figures)
        body.turn_wanted.connect(self.turn_wanted)
        body.undo_wanted.connect(lambda one: self.steering.take_back(one.event))
        body.misunderstood.connect(lambda one: self.steering.misunderstood(one.event, one.cause.quote))
        body.again_wanted.connect(lambda one: self.steering.count_again(one.event))
        self.sheet.show_body(words()("bond.sheet"), body)
        self.place_sheet()
        if entered:
            self.voice.tell(line, mended=cause is not None and cause.mended is not None)
            if not self.sheet.beside:
                self.sheet.cross.setFocus(Qt.FocusReason.OtherFocusReason)

    def day_cause(self, line: Line) -> DayCause | None:
        """How the days know the hurt of a line; None for all else."""
        assert self._seen is not None
        told = (cause for day in self._seen.days for cause in day.causes)
        return next((one for one in told if one.event_id == line.event and one.cause == line.cause.cause and one.hurt > 0), None)

    def follow(self, line: Line) -> None:
        """Arrows came to another line: an open sheet beside the list follows."""
        if self.sheet.isVisible() and self.sheet.beside:
            self.open_line(line, entered=False)

    def follow_sheet(self) -> None:
        """What is open reads otherwise, or is gone."""
        body = self.sheet.body
        if self.sheet.isHidden() or not isinstance(body, LineSheet):
            return
        at = self.model.place_of(body.line.key)
        if at < 0:
            self.close_sheet()
        else:
            self.open_line(self.model.lines[at], entered=False)

    def close_sheet(self) -> bool:
        """Close the sheet; True if there was one."""
        if self.sheet.isHidden():
            return False
        focus = self.focusWidget()
        held = focus is not None and self.sheet.isAncestorOf(focus)
        self.sheet.hide()
        self._side.setVisible(True)
        if held:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def place_sheet(self) -> None:
        """In the place of the cards, from the knit to the foot; over all of the page where there is little room."""
        shown = not self.sheet.isHidden()
        self.sheet.lie(beside=self._beside)
        if self._beside:
            left = self.ledger.mapTo(self, self.ledger.rect().topRight()).x() + GAP - LEFT + 4
            knit = self.chart.mapTo(self, self.chart.rect().bottomLeft()).y() + 10
            top = max(0, min(knit, self.height() - theme().px(LEAST_SHEET)))
            self.sheet.setGeometry(left, top, self.width() - left, self.height() - top)
        else:
            self.sheet.setGeometry(self.rect())
        self._side.setVisible(not (shown and self._beside))
        self.sheet.raise_()

    def misunderstood(self, hurt: OpenHurt) -> None:
        """The hurt of the card was none."""
        if hurt.event_id is not None:
            self.steering.misunderstood(hurt.event_id, hurt.quote)

    def undo(self) -> bool:
        """Take back what was done last here; True if there was something."""
        return self.steering.undo()

    # --- places

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside or below."""
        self.arrange()

    def restyle(self) -> None:
        """The text's size changed."""
        self.arrange()

    def arrange(self) -> None:
        """The cards stand beside the ledger where both have room, else under it."""
        spare = max(0, (self.width() - LEFT - RIGHT - theme().px(WIDEST)) // 2)
        room = self.width() - LEFT - RIGHT - 2 * spare
        side = theme().px(SIDE)
        beside = self.window().width() >= BESIDE_FROM and room - side - GAP >= theme().px(LEAST_LEDGER)
        self._page.setContentsMargins(0, 10, 0, 20)
        self._top.setContentsMargins(LEFT + spare, 0, RIGHT + spare, 0)
        # Words of the list stand under the knit; the ground of a chosen line reaches beyond them.
        self._across.setContentsMargins(LEFT - 12 + spare, 14, RIGHT - 2 + spare, 0)
        self._across.setSpacing(GAP - 12 if beside else 16)
        self._across.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._side.setMinimumWidth(side if beside else 0)
        self._side.setMaximumWidth(side if beside else 16_777_215)
        self._side.layout().setContentsMargins(0 if beside else 11, 0, 0, 0)  # type: ignore[union-attr]
        self.place_mend(beside=beside)
        self.ledger.arrange(room - (side + GAP if beside else 0))
        if beside != self._beside:
            self._beside = beside
            self.show_lines()
        if self.sheet.isVisible():
            self.place_sheet()

    def place_mend(self, *, beside: bool) -> None:
        """An open hurt comes before the ledger where the cards stand below it."""
        spare = self._top.contentsMargins().left()
        if beside and self._mend_place.count():
            self._mend_place.removeWidget(self.mend)
            self._side.layout().insertWidget(0, self.mend)  # type: ignore[union-attr]
        elif not beside and not self._mend_place.count():
            self._mend_place.addWidget(self.mend)
        self._mend_place.setContentsMargins(spare - 1, 0 if beside else 12, spare + RIGHT - LEFT - 1, 0)

    def first_focus(self) -> None:
        """Where the keyboard begins."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)


def as_sentence(text: str) -> str:
    """A few words as a sentence of their own; empty stays empty."""
    if not text:
        return ""
    return text[:1].upper() + text[1:] + words()("bond.stop")
