"""The plate beside a column: its day, and what happened, each with its stitch."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QTextLayout

from desktop.bond_page.causes import HURTS, hollow, token
from desktop.bond_page.column_words import MOST, Open, ended, title, told_causes
from desktop.bond_page.columns import Column
from desktop.bond_page.spans import told_range
from desktop.theme.stitch import paint_stitch
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.shapes import paint_raised
from mind.domain import DayCause

WIDEST = 260
SIDE, PAD = 14, 11
STITCH = 12
GAP = 9


@dataclass(frozen=True, slots=True)
class Row:
    """A cause and its words; None for a plain line."""

    cause: DayCause | None
    text: str


def plate_rows(column: Column, open_ones: Open, *, figures: bool) -> tuple[str, tuple[Row, ...]]:
    """The day, and the lines under it."""
    told = list(told_causes(column))
    rows: list[Row] = []
    for cause in told[:MOST]:
        end = ended(cause, open_ones) if cause.cause in HURTS else ""
        name = title(cause.cause, cause.rule)
        rows.append(Row(cause, f"{name}{words()('bond.comma')}{end}" if end else name))
    if len(told) > MOST:
        rows.append(Row(None, words()("bond.more_told", count=len(told) - MOST)))
    if not told:
        rows.append(Row(None, words()("bond.quiet_note")))
    if figures:
        rows.append(Row(None, words()("bond.figures_now", bond=f"{column.bond:.0f}")))
    return told_range(column.first, column.last, open_ones.now), tuple(rows)


class DayPlate:
    """Measures and paints one column's plate."""

    def __init__(self, column: Column, open_ones: Open, *, figures: bool) -> None:
        self.day, self.rows = plate_rows(column, open_ones, figures=figures)
        self._layouts = [(row, laid_out(row.text, self._room(row))) for row in self.rows]

    def _room(self, row: Row) -> float:
        return theme().px(WIDEST) - 2 * SIDE - (STITCH + GAP if row.cause is not None else 0)

    def size(self) -> QSizeF:
        """What it needs."""
        metrics = QFontMetricsF(theme().font("label"))
        wide = metrics.horizontalAdvance(self.day)
        line = theme().line("caption")
        high = line + 3
        for row, layout in self._layouts:
            widest = max(layout.lineAt(at).naturalTextWidth() for at in range(layout.lineCount()))
            wide = max(wide, widest + (STITCH + GAP if row.cause is not None else 0))
            high += layout.lineCount() * line + 3
        return QSizeF(wide + 2 * SIDE + 2, high + 2 * PAD - 3)

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Paint it with its upper left corner there."""
        box = QRectF(at, self.size())
        paint_raised(painter, box, 12, level=2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().colour("line"), 1))
        painter.drawRoundedRect(box, 12, 12)
        line = theme().line("caption")
        painter.setFont(theme().font("label"))
        painter.setPen(theme().colour("ink1"))
        y = box.top() + PAD
        head = QRectF(box.left() + SIDE, y, box.width() - 2 * SIDE + 2, line)
        painter.drawText(head, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.day)
        y += line + 3
        for row, layout in self._layouts:
            x = box.left() + SIDE
            if row.cause is not None:
                kind = "hollow" if hollow(row.cause) else "filled"
                stitch = QRectF(x, y + (line - STITCH) / 2 + 1, STITCH, STITCH)
                paint_stitch(painter, stitch, theme().colour(token(row.cause)), kind)  # type: ignore[arg-type]
                x += STITCH + GAP
            painter.setPen(theme().colour("ink2"))
            layout.draw(painter, QPointF(x, y))
            y += layout.lineCount() * line + 3


def laid_out(text: str, width: float) -> QTextLayout:
    """A caption in lines of a width."""
    layout = QTextLayout(text, theme().font("caption"))
    step = theme().line("caption")
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y + (step - line.height()) / 2))
        y += step
    layout.endLayout()
    return layout
