"""The moments one looks back to, each with the way to where it stands in the talk."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.bond_page.column_words import title
from desktop.bond_page.side_card import SideCard
from desktop.theme.dates import day
from desktop.theme.stitch import paint_stitch
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push
from mind.bond.milestones import Milestone

SHOWN: Final = 4
TOKENS: Final = {
    "met": "wool_b", "stage": "glow", "apart": "wool_b", "joke": "honey_mark", "promise": "pine", "mended": "rose_mark",
}  # fmt: skip
STITCH: Final = 14
TEXT: Final = 25
GAP: Final = 12


class MilestoneRow(QAbstractButton):
    """A stitch, what it was, and its day: at the right, or under it where there is little room."""

    def __init__(self, mark: Milestone, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mark = mark
        self._when = day(mark.at, now)
        self.setText(mark_words(mark))
        self.setToolTip(mark.quote.replace("<", "‹"))
        self.setAccessibleName(f"{self._when}: {self.text()}")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if mark.turn_id is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._line = Paragraph("body", "ink1", parent=self)
        self._line.setText(self.text())
        self._line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _day_wide(self) -> float:
        return QFontMetricsF(theme().font("caption")).horizontalAdvance(self._when)

    def _left(self) -> int:
        return round(TEXT * min(1.5, theme().scale))

    def sizeHint(self) -> QSize:
        """One line where there is room."""
        wide = self._left() + self._line.sizeHint().width() + GAP + round(self._day_wide())
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """A few words a line."""
        return QSize(theme().px(120), round(theme().line("body")))

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As its words, at least a comfortable target."""
        return max(26, self._line.heightForWidth(self._room(width)) + 4)

    def _room(self, width: int) -> int:
        return max(40, round(width - self._left() - GAP - self._day_wide()))

    def resizeEvent(self, event: object) -> None:
        """The words beside the stitch."""
        self._line.setGeometry(self._left(), 2, self._room(self.width()), self.height() - 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Stitch and day; a line under the words for the pointer."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, line = STITCH * min(1.5, theme().scale), theme().line("body")
        hollow = "hollow" if self.mark.kind == "apart" else "filled"
        stitch = QRectF(0, 2 + (line - side) / 2 + 1, side, side)
        paint_stitch(painter, stitch, theme().colour(TOKENS.get(self.mark.kind, "wool_b")), hollow)  # type: ignore[arg-type]
        painter.setFont(theme().font("caption"))
        painter.setPen(theme().colour("ink3"))
        box = QRectF(0, 2, self.width(), line)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._when)
        if self.underMouse() and self.mark.turn_id is not None:
            wide = min(self._line.width(), self._line.sizeHint().width())
            painter.fillRect(QRectF(self._left(), self.height() - 2, wide, 1), theme().colour("ink3"))


class MilestonesCard(SideCard):
    """`turn_wanted` carries the turn of one."""

    turn_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("bond.milestones", parent)
        self.rows.setSpacing(5)
        self._all = False
        self._told: tuple[Sequence[Milestone], datetime] | None = None

    def tell(self, marks: Sequence[Milestone], now: datetime) -> None:
        """Newest first."""
        self._told = (marks, now)
        self.clear()
        if not marks:
            self.say("body", "ink3", words()("bond.no_milestones"))
        for mark in marks if self._all or len(marks) == SHOWN + 1 else marks[:SHOWN]:
            row = MilestoneRow(mark, now)
            if mark.turn_id is not None:
                row.clicked.connect(lambda _=False, turn=mark.turn_id: self.turn_wanted.emit(turn))
            self.rows.addWidget(row)
        if len(marks) > SHOWN + 1:
            key = "bond.fewer_milestones" if self._all else "bond.all_milestones"
            more = Push(key, "text", self.unfold, small=True, flush=True, count=len(marks))
            self.rows.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def unfold(self) -> None:
        """All of them, or the newest again."""
        self._all = not self._all
        if self._told is not None:
            self.tell(*self._told)

    def told(self) -> list[MilestoneRow]:
        """The rows, in order."""
        found = (self.rows.itemAt(at) for at in range(self.rows.count()))
        return [row for item in found if item is not None and isinstance(row := item.widget(), MilestoneRow)]


def mark_words(mark: Milestone) -> str:
    """A milestone in a few words."""
    if mark.kind == "stage":
        return title("milestone", "stage_up", mark.stage)
    return words()(f"bond.mark_{mark.kind}")
