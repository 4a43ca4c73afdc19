"""The knit over the whole width of the page: painted once, with the day under the pointer or the keys on top."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.bond_page.column_words import Open, annotation, column_text
from desktop.bond_page.columns import MOST, Column, columns, days_each, deepest
from desktop.bond_page.day_plate import DayPlate
from desktop.bond_page.knit_picture import ROW, ROWS, Frame, Mark, frame, most_columns, paint_knit
from desktop.bond_page.spans import counted
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.banner import announce
from mind.domain import BondDay

HEAD: Final = 12
"""Room above the highest row, beside that for the words at a hurt."""
PAGE: Final = 7
SPARE: Final = 6
YOUNG: Final = 28
"""Days."""


class KnitChart(QWidget):
    """Newest column at the right. Arrows walk the columns, Home and End lead to the first and last; each tells its day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: tuple[BondDay, ...] = ()
        self._open = Open((), datetime.now().astimezone())
        self._figures = False
        self.shown: tuple[Column, ...] = ()
        self._at = -1
        self._over = -1
        self._most = MOST
        self._picture: tuple[object, QPixmap] | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    # --- what it shows

    def tell(self, days: Sequence[BondDay], hurts: Collection[int], now: datetime, *, figures: bool) -> None:
        """Show every day from the first to today; `hurts` are ids of events whose hurt is open."""
        self._days, self._open, self._figures = tuple(days), Open(frozenset(hurts), now), figures
        self._picture = None
        self.count_columns()
        self._at = len(self.shown) - 1
        self.describe()

    def count_columns(self) -> None:
        """As many columns as have room."""
        self._most = min(MOST, most_columns(self.width()))
        before = self.current()
        if days_each(len(self._days), self._most) > PAGE:
            # Some columns more spare three years of two weeks each from becoming three.
            self._most = min(MOST + SPARE, most_columns(self.width()))
        self.shown = columns(self._days, self._most) if self._days else ()
        self._picture = None
        if before is not None:
            self._at = max((at for at, one in enumerate(self.shown) if one.first <= before.last), default=-1)
            self.describe()
        self.update()

    def current(self) -> Column | None:
        """The column that the keys are at."""
        return self.shown[self._at] if 0 <= self._at < len(self.shown) else None

    def describe(self) -> None:
        """What a screen reader says of it: what a column is, then the one that the keys are at."""
        each = days_each(len(self._days), self._most)
        time = counted("week", each // PAGE) if each % PAGE == 0 else counted("day", each)
        self.setAccessibleName(words()("bond.knit") if each == 1 else words()("bond.knit_weeks", time=time))
        self.setAccessibleDescription(self.text_at(self._at))

    def text_at(self, at: int) -> str:
        """A column in words."""
        return column_text(self.shown[at], self._open) if 0 <= at < len(self.shown) else ""

    def mark(self) -> Mark | None:
        """The words at the deepest hurt in view; without one, in the first weeks, at the day they met."""
        found = deepest(self.shown)
        if found is not None:
            return Mark(found[0], *annotation(found[1], self._open))
        return Mark(0, words()("bond.mark_met"), "", "ink2") if 0 < len(self._days) <= YOUNG else None

    # --- places

    def sizeHint(self) -> QSize:
        """Nineteen rows, the words over them, and a line of months: 250 at 100 %."""
        return QSize(320, round(ROWS * ROW + 3 * theme().line("caption") + 8 + HEAD + 8))

    def minimumSizeHint(self) -> QSize:
        """It takes fewer columns where it is narrow."""
        return QSize(160, self.sizeHint().height())

    def frame(self) -> Frame:
        """Where everything stands."""
        return frame(self.width(), self.height(), self.shown)

    def column_at(self, x: float) -> int:
        """The column at a place; -1 beside them."""
        at = int(x // self.frame().wide) if self.shown else -1
        return at if 0 <= at < len(self.shown) else -1

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, then the day that is asked for."""
        if not self.shown:
            return
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self.picture())
        at = self._over if self._over >= 0 else self._at if self.hasFocus() else -1
        if 0 <= at < len(self.shown):
            self.paint_day(painter, at)

    def picture(self) -> QPixmap:
        """The knit as it stands, painted once for a size and a look."""
        ratio = self.devicePixelRatioF()
        key = (self.size(), ratio, theme().night, theme().scale, words().lang)
        if self._picture is None or self._picture[0] != key:
            made = QPixmap(self.size() * ratio)
            made.setDevicePixelRatio(ratio)
            made.fill(Qt.GlobalColor.transparent)
            painter = QPainter(made)
            paint_knit(painter, self.shown, self.frame(), self.mark(), self._open.now, figures=self._figures)
            painter.end()
            self._picture = (key, made)
        return self._picture[1]

    def paint_day(self, painter: QPainter, at: int) -> None:
        """A ring round the column and its plate beside it."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, column = self.frame(), self.shown[at]
        upper = box.upper(column.bond)
        ring = QRectF(at * box.wide - 2.5, upper - 5, box.wide + 5, box.foot - upper + 10)
        painter.setPen(QPen(theme().colour("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(ring, 6, 6)
        plate = DayPlate(column, self._open, figures=self._figures)
        size = plate.size()
        left = ring.right() + 8
        if left + size.width() > self.width() - 2:
            left = max(2.0, ring.left() - 8 - size.width())
        top = max(3.0, min(upper - 6, self.height() - size.height() - 6))
        plate.paint(painter, QPointF(left, top))

    # --- hands

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the columns."""
        last = len(self.shown) - 1
        to = {
            Qt.Key.Key_Left: self._at - 1, Qt.Key.Key_Right: self._at + 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: last,
            Qt.Key.Key_PageUp: self._at - PAGE, Qt.Key.Key_PageDown: self._at + PAGE,
        }.get(Qt.Key(event.key()))  # fmt: skip
        if to is None or not self.shown:
            super().keyPressEvent(event)
            return
        self._at, self._over = max(0, min(last, to)), -1
        text = self.text_at(self._at)
        self.setAccessibleDescription(text)
        announce(self, text)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The day under the pointer."""
        over = self.column_at(event.position().x())
        if over != self._over:
            self._over = over
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """No day any more."""
        self._over = -1
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The plate goes with the focus."""
        super().focusOutEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other columns."""
        self.count_columns()

    def restyle(self) -> None:
        """The theme or the text's size changed."""
        self._picture = None
        self.updateGeometry()
