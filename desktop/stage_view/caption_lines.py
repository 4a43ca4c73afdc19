"""One page of a caption as Qt lays it out: a layout a line, centred, with the places of its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from desktop.stage_view.caption_pages import Page


def units16(text: str) -> int:
    """How many places Qt counts for it: characters beyond the basic plane are two."""
    return len(text) + sum(1 for char in text if ord(char) > 0xFFFF)


def cursor_x(line: QTextLine, at: int) -> float:
    """The x of a place of Qt's; PySide may give it with the place it settled on."""
    found: Any = line.cursorToX(at)
    return float(found[0] if isinstance(found, tuple) else found)


@dataclass(slots=True)
class Line:
    """`begin` to `end` of the caption's text."""

    text: str
    begin: int
    end: int
    layout: QTextLayout
    y: float

    @property
    def only(self) -> QTextLine:
        """The one line of its layout."""
        return self.layout.lineAt(0)

    def x(self, at: int) -> float:
        """Where a character of the caption's text begins."""
        inside = max(self.begin, min(at, self.end)) - self.begin
        return cursor_x(self.only, units16(self.text[:inside]))


class Lines:
    """The lines of a page, `high` from baseline to baseline, in as little width as they need."""

    def __init__(self, text: str, page: Page, font: QFont, high: float) -> None:
        self.high = high
        option = QTextOption(Qt.AlignmentFlag.AlignHCenter)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        self.lines: list[Line] = []
        for row, (begin, end) in enumerate(page.lines):
            words = text[begin:end]
            layout = QTextLayout(words, font)
            layout.setTextOption(option)
            layout.beginLayout()
            first = layout.createLine()
            layout.endLayout()
            y = row * high + (high - first.height()) / 2
            self.lines.append(Line(words, begin, end, layout, y))
        self.width = max((line.only.naturalTextWidth() for line in self.lines), default=0.0) + 2
        for line in self.lines:
            line.layout.beginLayout()
            made = line.layout.createLine()
            made.setLineWidth(self.width)
            line.layout.endLayout()

    @property
    def height(self) -> float:
        """Of all lines."""
        return len(self.lines) * self.high

    def draw(self, painter: QPainter, at: QPointF, from_here: int | None = None, dim: QColor | None = None) -> None:
        """With the painter's pen; what stands at `from_here` and after it in `dim`."""
        for line in self.lines:
            ranges: list[QTextLayout.FormatRange] = []
            if from_here is not None and dim is not None and from_here < line.end:
                start = units16(line.text[: max(0, from_here - line.begin)])
                style = QTextCharFormat()
                style.setForeground(dim)
                made = QTextLayout.FormatRange()
                made.start, made.length, made.format = start, units16(line.text) - start, style
                ranges.append(made)
            line.layout.draw(painter, at + QPointF(0, line.y), ranges)

    def under(self, begin: int, end: int) -> QRectF:
        """The box under the letters from `begin` to `end`, on the line where they begin; empty where they are not."""
        for line in self.lines:
            if line.begin <= begin < line.end:
                left, right = line.x(begin), line.x(min(end, line.end))
                base = line.y + line.only.ascent()
                return QRectF(min(left, right), base, abs(right - left), line.only.descent())
        return QRectF()


class Measured:
    """Widths of stretches of a text in a font, each asked once."""

    def __init__(self, text: str, font: QFont) -> None:
        self._text = text
        self._metrics = QFontMetricsF(font)
        self._known: dict[str, float] = {}

    def __call__(self, begin: int, end: int) -> float:
        """Logical pixels."""
        part = self._text[begin:end]
        wide = self._known.get(part)
        if wide is None:
            wide = self._known[part] = self._metrics.horizontalAdvance(part)
        return wide


def page_at(pages: Sequence[Page], at: int) -> int:
    """Which page a character stands on; the last one for what lies behind all."""
    return next((index for index, page in enumerate(pages) if page.begin <= at < page.end), max(0, len(pages) - 1))
