"""Paints the knit: wool up to the bond of each column, its cause on top, the lines of the stages, months under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from PySide6.QtCore import QDate, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from desktop.bond_page.causes import hollow, token
from desktop.bond_page.columns import Column, highest, month_starts
from desktop.theme.dates import LOCALES
from desktop.theme.dates import day as day_words
from desktop.theme.stitch import paint_stitch
from desktop.theme.theme import theme
from desktop.theme.words import words
from mind.bond.stages import STEPS, stage_entry
from mind.bond.words import stage_name

ROW: Final = 9.0
ROWS: Final = 19
WIDEST, NARROWEST = 13.5, 6.4
"""Of a column, in logical pixels."""
NAME_GAP: Final = 12
MOTIF: Final = (6, 3, 4)
"""The wool: every sixth row is dark, and halfway between every fourth stitch."""
MARK_AIR: Final = 20


@dataclass(frozen=True, slots=True)
class Mark:
    """Words at a column: what it was, and what became of it."""

    at: int
    what: str
    ended: str
    token: str = "rose"


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the knit stands in a picture of so many logical pixels: head room above, names at the right, months below."""

    width: float
    height: float
    names: float
    head: float
    foot: float
    top: float
    """The bond at the upper edge."""
    wide: float
    """Of a column."""

    @property
    def right(self) -> float:
        """Where the knit ends."""
        return self.width - self.names

    def rows(self, bond: float) -> int:
        """Rows for a height of the bond; there is always one."""
        return max(1, min(ROWS, round(bond / self.top * ROWS)))

    def upper(self, bond: float) -> float:
        """Where the wool of a bond ends."""
        return self.foot - self.rows(bond) * ROW


def stage_words(stage: int, *, figures: bool) -> str:
    """The word for a stage, and the bond it takes."""
    name = stage_name(stage, words().lang)
    return f"{name} {stage_entry(stage):.0f}" if figures else name


def names_wide() -> float:
    """Room for the names of the stages, with their figures: the knit keeps its place when those are switched on."""
    metrics = QFontMetricsF(theme().font("caption"))
    widest = max(metrics.horizontalAdvance(stage_words(stage, figures=True)) for stage in range(1, 5))
    return widest + NAME_GAP + 2


def most_columns(width: float) -> int:
    """How many columns have room."""
    return max(8, int((width - names_wide()) / NARROWEST))


def frame(width: float, height: float, shown: Sequence[Column]) -> Frame:
    """The frame for these columns."""
    names = names_wide()
    wide = min(WIDEST, (width - names) / max(1, len(shown)))
    foot = height - theme().line("caption") - 8
    return Frame(width, height, names, foot - ROWS * ROW, foot, highest(shown), wide)


def paint_knit(
    painter: QPainter, shown: Sequence[Column], box: Frame, mark: Mark | None, now: datetime, *, figures: bool
) -> None:
    """All that stays as it is until the bond or the window changes; with `figures` the stages tell where they begin."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_lines(painter, box, figures=figures)
    _paint_cast_on(painter, len(shown), box)
    for at, column in enumerate(shown):
        _paint_column(painter, column, at, box)
    _paint_months(painter, shown, box, now)
    if mark is not None:
        _paint_mark(painter, shown, box, mark)


def _paint_lines(painter: QPainter, box: Frame, *, figures: bool) -> None:
    """A dotted line where each stage begins, with its word."""
    painter.setFont(theme().font("caption"))
    high = theme().line("caption")
    for stage in range(1, len(STEPS) + 1):
        if stage_entry(stage) > box.top:
            continue
        y = box.foot - stage_entry(stage) / box.top * ROWS * ROW
        pen = QPen(theme().colour("edge", 0.6), 1.6, Qt.PenStyle.CustomDashLine)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.1, 4.0])
        painter.setPen(pen)
        painter.drawLine(QPointF(1, y), QPointF(box.right, y))
        painter.setPen(theme().colour("ink2"))
        name = QRectF(box.right + NAME_GAP, y - high / 2, box.names - NAME_GAP, high)
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, stage_words(stage, figures=figures))


def _paint_cast_on(painter: QPainter, begun: int, box: Frame) -> None:
    """The stitches that wait for the days to come, one row of them."""
    x = begun * box.wide
    while x + box.wide <= box.right + 0.5:
        paint_stitch(painter, QRectF(x + 0.5, box.foot - ROW, box.wide - 1, ROW + 2.5), theme().colour("track", 0.75))
        x += box.wide


def _paint_column(painter: QPainter, column: Column, at: int, box: Frame) -> None:
    """Wool, then the cause on top."""
    rows = box.rows(column.bond)
    cause, coloured = column.cause, column.stitches
    for row in range(rows):
        stitch = QRectF(at * box.wide + 0.5, box.foot - (row + 1) * ROW, box.wide - 1, ROW + 2.5)
        if cause is not None and row >= rows - coloured:
            kind = "hollow" if hollow(cause) else "filled"
            paint_stitch(painter, stitch, theme().colour(token(cause)), kind)  # type: ignore[arg-type]
        else:
            paint_stitch(painter, stitch, theme().colour(_wool(row, at)))


def _wool(row: int, at: int) -> str:
    period, half, every = MOTIF
    if row % period == period - 1:
        return "wool_b"
    return "wool_b" if row % period == half - 1 and (at + row // period * 2) % every == 1 else "wool_a"


def _paint_months(painter: QPainter, shown: Sequence[Column], box: Frame, now: datetime) -> None:
    """The first day, months that have room, and today at the last column."""
    painter.setFont(theme().font("caption"))
    painter.setPen(theme().colour("ink3"))
    metrics = QFontMetricsF(painter.font())
    y, high = box.foot + 6, theme().line("caption")
    today = words()("bond.today")
    end = min(box.right, max(len(shown) * box.wide, metrics.horizontalAdvance(today)))
    last = end - metrics.horizontalAdvance(today)
    middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    begin = day_words(datetime.combine(shown[0].first, time(12)).astimezone(), now) if shown else ""
    taken = [(last, box.width)]
    painter.drawText(QRectF(last, y, 200, high), middle, today)
    months = month_starts(shown)
    step = _months_each(metrics, [at * box.wide for at in months])
    years = [at for at, month in months.items() if month.month == 1]
    others = [at for at, month in months.items() if month.month > 1 and (month.month - 1) % step == 0]
    names = [(at * box.wide, month_name(months[at])) for at in (*years, *others)]
    # The first day comes before all, then the years: months stand where there is room left.
    for x, name in [(0.0, begin), *names] if len(shown) > 1 else []:
        end = x + metrics.horizontalAdvance(name)
        if all(end + 16 < left or x - 16 > right for left, right in taken):
            painter.drawText(QRectF(x, y, 400, high), middle, name)
            taken.append((x, end))


def month_name(month: date) -> str:
    """A month's name, the year where one begins."""
    locale = LOCALES[words().lang]
    at = QDate(month.year, month.month, 1)
    if month.month == 1:
        return locale.toString(at, "yyyy" if words().lang == "en" else "yyyy年")
    return locale.standaloneMonthName(month.month)


def _months_each(metrics: QFontMetricsF, places: Sequence[float]) -> int:
    """How many months lie between two names that have room."""
    if len(places) < 2:
        return 1
    gap = (places[-1] - places[0]) / (len(places) - 1)
    widest = metrics.horizontalAdvance(LOCALES[words().lang].standaloneMonthName(9)) + 20
    return next((step for step in (1, 2, 3, 6) if step * gap >= widest), 12)


def _paint_mark(painter: QPainter, shown: Sequence[Column], box: Frame, mark: Mark) -> None:
    """Two lines over the column, above its neighbours' wool, and a stroke down to it."""
    bold, plain = theme().font("label"), theme().font("caption")
    wide = max(QFontMetricsF(bold).horizontalAdvance(mark.what), QFontMetricsF(plain).horizontalAdvance(mark.ended)) + 12
    line = theme().line("caption")
    high = 2 * line if mark.ended else line
    middle = (mark.at + 0.5) * box.wide
    left = max(-6.0, min(box.right - wide, middle - wide / 2))
    under = shown[max(0, int(left / box.wide)) : int((left + wide) / box.wide) + 1]
    tops = [box.upper(column.bond) for column in under] or [box.foot]
    text = QRectF(left, max(0.0, min(tops) - MARK_AIR - high), wide, high)
    painter.fillRect(text, theme().colour("room"))
    painter.setPen(QPen(theme().colour(mark.token), 1.5))
    painter.drawLine(QPointF(middle, text.bottom() + 2), QPointF(middle, box.upper(shown[mark.at].bond) - 3))
    painter.setFont(bold)
    painter.drawText(QRectF(left, text.top(), wide, line), Qt.AlignmentFlag.AlignCenter, mark.what)
    painter.setFont(plain)
    painter.setPen(theme().colour("ink2"))
    painter.drawText(QRectF(left, text.top() + line, wide, line), Qt.AlignmentFlag.AlignCenter, mark.ended)
