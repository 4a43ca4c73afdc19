"""The bond as knitting: one column a day, its height the bond, its top stitches the cause of the day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.bond_page.causes import HURTS, hollow, token
from desktop.theme.dates import day
from desktop.theme.stitch import paint_stitch
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.banner import announce
from mind.bond.stages import stage_entry
from mind.bond.state import BondState
from mind.bond.words import Cause, cause_sentence, stage_name
from mind.domain import BondSummary

COLUMN: Final = 13.0
ROW: Final = 9.0
ROWS: Final = 16
COLOURED: Final = 3
MOVED: Final = ("warmth", "familiarity", "commitment", "trust", "hurt")
MOST: Final = 78


@dataclass(frozen=True, slots=True)
class Day:
    """A column: where the bond stood that evening, and what moved it."""

    date: date
    bond: float
    causes: tuple[Cause, ...]


def days_of(causes: Sequence[Cause], summary: BondSummary, now: datetime) -> tuple[Day, ...]:
    """Columns from the first cause to today, oldest first: each evening's bond by walking the ledger backwards."""
    today = now.astimezone().date()
    by_day: dict[date, list[Cause]] = {}
    for cause in causes:
        by_day.setdefault(cause.at.astimezone().date(), []).append(cause)
    first = max(min(by_day, default=today), today - timedelta(days=MOST - 1))
    levels = {field: float(getattr(summary, field)) for field in MOVED}
    made: list[Day] = []
    at = today
    while at >= first:
        here = tuple(by_day.get(at, ()))
        made.append(Day(at, bond_of(levels), here))
        for cause in here:
            for change in cause.changes:
                if change.field in levels:
                    levels[change.field] -= change.delta
        at -= timedelta(days=1)
    return tuple(reversed(made))


def bond_of(levels: Mapping[str, float]) -> float:
    """The bond in 0..100 for these sides of it, by the mind's own formula."""
    trust = min(1.0, max(0.0, levels["trust"]))
    warmth, familiarity, commitment, hurt = (
        max(0.0, levels[field]) for field in ("warmth", "familiarity", "commitment", "hurt")
    )
    return BondState(
        0.0, 0.0, 0.0, warmth=warmth, familiarity=familiarity, commitment=commitment, hurt=hurt, good=trust, bad=1.0 - trust
    ).bond


class Knit(QWidget):
    """Newest day at the right. Left and Right walk the days; a tooltip tells each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: tuple[Day, ...] = ()
        self._now = datetime.now().astimezone()
        self._at = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words().bind(self, self.setAccessibleName, "bond.knit")

    def tell(self, days: Sequence[Day], now: datetime) -> None:
        """Show these days."""
        self._days, self._now = tuple(days), now
        self._at = len(self._days) - 1
        self.setAccessibleDescription(self.day_text(self._at))
        self.update()

    def sizeHint(self) -> QSize:
        """Rows, and a line of dates under them."""
        return QSize(280, round(ROWS * ROW + theme().line("caption") + 18))

    def columns(self) -> tuple[Day, ...]:
        """The newest days that fit."""
        fit = max(1, int((self.width() - self.label_wide()) / COLUMN))
        return self._days[-fit:]

    def label_wide(self) -> float:
        """Room for the names of the stages."""
        metrics = self.fontMetrics()
        return max(metrics.horizontalAdvance(stage_name(stage, words().lang)) for stage in range(5)) + 14.0

    def left(self, shown: Sequence[Day]) -> float:
        """Where the first column begins: few days stand at the left."""
        return 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Stage lines, columns, dates."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        foot = 10 + ROWS * ROW
        right = self.width() - self.label_wide()
        self.paint_stages(painter, foot, right)
        shown = self.columns()
        for index, each in enumerate(shown):
            self.paint_day(painter, each, self.left(shown) + index * COLUMN, foot)
        self.paint_dates(painter, shown, foot)
        if self.hasFocus() and self._days:
            at = self._at - (len(self._days) - len(shown))
            if at >= 0:
                painter.setPen(QPen(theme().colour("focus"), 2))
                box = QRectF(self.left(shown) + at * COLUMN - 2, 6, COLUMN + 3, ROWS * ROW + 6)
                painter.drawRoundedRect(box, 6, 6)

    def paint_stages(self, painter: QPainter, foot: float, right: float) -> None:
        """A dotted line for each stage, with its word."""
        painter.setFont(theme().font("caption"))
        for stage in range(1, 5):
            y = foot - self.rows_for(stage_entry(stage)) * ROW
            pen = QPen(theme().colour("edge", 0.55), 1.5, Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([1.0, 4.0])
            painter.setPen(pen)
            painter.drawLine(QPointF(0, y), QPointF(right, y))
            painter.setPen(theme().colour("ink3"))
            box = QRectF(right + 10, y - 10, self.width() - right - 10, 20)
            name = stage_name(stage, words().lang)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)

    def rows_for(self, bond: float) -> int:
        """Rows for a height of the bond; there is always one."""
        return max(1, round(bond / 100 * ROWS))

    def paint_day(self, painter: QPainter, each: Day, x: float, foot: float) -> None:
        """Wool, then the cause of the day on top."""
        rows = self.rows_for(each.bond)
        cause = self.cause_of_day(each)
        for row in range(rows):
            top = foot - (row + 1) * ROW
            box = QRectF(x + 1, top, COLUMN - 2, ROW + 2)
            if cause is not None and row >= rows - COLOURED:
                paint_stitch(painter, box, theme().colour(token(cause)), "hollow" if hollow(cause) else "filled")
            else:
                wool = "wool_b" if (row * 7 + each.date.toordinal() * 3) % 11 == 0 else "wool_a"
                paint_stitch(painter, box, theme().colour(wool))

    def cause_of_day(self, each: Day) -> Cause | None:
        """A hurt before all else, then the cause that moved most."""
        told = [cause for cause in each.causes if cause.cause != "time"]
        if not told:
            return None
        return max(told, key=lambda cause: (cause.cause in HURTS, sum(abs(change.delta) for change in cause.changes)))

    def paint_dates(self, painter: QPainter, shown: Sequence[Day], foot: float) -> None:
        """The first day and today."""
        if not shown:
            return
        painter.setFont(theme().font("caption"))
        painter.setPen(theme().colour("ink3"))
        y = foot + 6
        high = theme().line("caption")
        first = datetime.combine(shown[0].date, self._now.timetz())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(0, y, 160, high), flags, day(first, self._now))
        last = len(shown) * COLUMN
        if last > 150:
            box = QRectF(last - 120, y, 120, high)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words()("day.today"))

    def day_text(self, at: int) -> str:
        """One day in words."""
        if not 0 <= at < len(self._days):
            return ""
        each = self._days[at]
        told = [cause_sentence(cause, words().lang) for cause in each.causes if cause.cause != "time"]
        date_words = day(datetime.combine(each.date, self._now.timetz()), self._now)
        return f"{date_words}: " + (" ".join(told) if told else words()("bond.quiet_day"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the days."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self._at = max(0, min(len(self._days) - 1, self._at + step))
        text = self.day_text(self._at)
        self.setAccessibleDescription(text)
        announce(self, text)
        self.update()

    def event(self, event: QEvent) -> bool:
        """The day under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            shown = self.columns()
            index = int((event.pos().x() - self.left(shown)) / COLUMN)
            at = index + len(self._days) - len(shown)
            text = self.day_text(at) if 0 <= index < len(shown) else ""
            QToolTip.showText(event.globalPos(), text.replace("<", "‹"), self)
            return True
        return super().event(event)
