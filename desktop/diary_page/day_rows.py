"""The days around the open one, each by its title."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.bond_page.causes import hollow, token
from desktop.theme.dates import day as day_words
from desktop.theme.stitch import Kind, paint_stitch
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.paragraph import Paragraph
from mind.bond.words import Cause
from mind.turn.diary_book import DayMark

HIGH: Final = 36


class DayRow(QAbstractButton):
    """A stitch, the title of the page, and its day at the right."""

    def __init__(
        self, day: str, title: str, cause: Cause | None, now: datetime, *, here: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.day = day
        self._cause, self._here = cause, here
        at = datetime.combine(date.fromisoformat(day), time(12)).astimezone()
        self._when = day_words(at, now)
        self.setText(title)
        self.setToolTip(title)
        self.setAccessibleName(f"{self._when}: {title}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(200, max(HIGH, theme().px(34)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The row; the open day on a soft ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._here or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("panel" if self._here else "ink1", 1.0 if self._here else 0.04))
            painter.drawRoundedRect(QRectF(self.rect()), 10, 10)
        colour = theme().colour(token(self._cause) if self._cause else "wool_b")
        kind: Kind = "hollow" if self._cause is not None and hollow(self._cause) else "filled"
        paint_stitch(painter, QRectF(10, self.height() / 2 - 6.5, 13, 13), colour, kind)
        caption = theme().font("caption")
        wide = QFontMetrics(caption).horizontalAdvance(self._when)
        painter.setFont(caption)
        painter.setPen(theme().colour("ink3"))
        middle = Qt.AlignmentFlag.AlignVCenter
        right = QRectF(self.width() - wide - 12, 0, wide + 2, self.height())
        painter.drawText(right, middle | Qt.AlignmentFlag.AlignRight, self._when)
        font = theme().font("button" if self._here else "body")
        painter.setFont(font)
        painter.setPen(theme().colour("ink1"))
        room = self.width() - 34 - wide - 24
        text = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(34, 0, room, self.height()), middle | Qt.AlignmentFlag.AlignLeft, text)


class DayRows(QWidget):
    """`chosen` carries a day."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = Paragraph("label", "ink2", wrap=False)
        words().bind(self._head, self._head.setText, "diary.days")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._head)
        column.addLayout(self._rows)

    def tell(self, marks: Sequence[DayMark], here: str, now: datetime) -> None:
        """Show these days, newest first; the one that is `here` stands out."""
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for mark in marks:
            title = mark.title or words()("diary.only_yours")
            row = DayRow(mark.day, title, mark.cause, now, here=mark.day == here)
            row.clicked.connect(lambda _=False, at=mark.day: self.chosen.emit(at))
            self._rows.addWidget(row)
        self.setVisible(bool(marks))

    def rows(self) -> list[DayRow]:
        """The rows, newest first."""
        found = (self._rows.itemAt(index) for index in range(self._rows.count()))
        return [row for item in found if item is not None and isinstance(row := item.widget(), DayRow)]
