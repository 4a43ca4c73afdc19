"""Her words as they sound: said ones white, the one that sounds underlined, the rest dimmed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from desktop.theme import type_scale
from desktop.theme.theme import theme

PAD_X, PAD_Y = 20, 12
WIDEST: Final = 600
SHARE: Final = 0.8
LINES: Final = 2
BASE: Final = 20
UNDERLINE: Final = 3
SMALL: Final = 0.85
"""On a small stage: 17 instead of 20."""


class CaptionPlate(QWidget):
    """A dark plate over the stage; clicks go through. Repaints only when the word changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.size_px = BASE
        self.small = False
        self.lines = LINES
        self._text = ""
        self._begin = self._end = 0
        self._dimmed = False
        self._page: list[tuple[int, int]] = []
        self._inner = 0.0
        self.hide()

    @property
    def text(self) -> str:
        """What stands on it; empty when hidden."""
        return self._text

    def tell(self, text: str, begin: int = 0, end: int = 0, *, dimmed: bool = False) -> bool:
        """Show a sentence with the word from `begin` to `end` sounding; True if its size may have changed.

        `dimmed`: words still being heard from the user.
        """
        text = " ".join(text.split("\n"))
        if (text, begin, end, dimmed) == (self._text, self._begin, self._end, self._dimmed):
            return False
        changed = text != self._text or self._page_of(begin) != self._page_of(self._begin)
        self._text, self._begin, self._end, self._dimmed = text, begin, end, dimmed
        self.update()
        return changed

    def clear(self) -> None:
        """Nothing is said."""
        self._text = ""
        self.hide()

    def font_now(self) -> QFont:
        """The caption's own font: its size is a setting of its own."""
        font = theme().font("stage_caption")
        font.setPixelSize(max(type_scale.SMALLEST, round(self.shown_size())))
        return font

    def shown_size(self) -> float:
        """The setting, the text scale and the room there is."""
        return self.size_px * theme().scale * (SMALL if self.small else 1.0)

    def line_high(self) -> float:
        """Baseline to baseline."""
        return round(self.shown_size() * 1.45)

    def lay_out(self, width: float, start: int = 0, stop: int | None = None) -> QTextLayout:
        """The text from `start` to `stop` in lines of at most `width`."""
        layout = QTextLayout(self._text[start:stop], self.font_now())
        option = QTextOption(Qt.AlignmentFlag.AlignHCenter)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y + (self.line_high() - line.height()) / 2))
            y += self.line_high()
        layout.endLayout()
        return layout

    def paginate(self, width: float) -> None:
        """Two lines at a time, where a sentence is longer."""
        whole = self.lay_out(width)
        lines = [whole.lineAt(i) for i in range(whole.lineCount())]
        self._page = []
        for first in range(0, len(lines), self.lines):
            chunk = lines[first : first + self.lines]
            self._page.append((chunk[0].textStart(), chunk[-1].textStart() + chunk[-1].textLength()))
        if not self._page:
            self._page = [(0, len(self._text))]

    def _page_of(self, at: int) -> int:
        for index, (start, stop) in enumerate(self._page):
            if start <= at < stop:
                return index
        return max(0, len(self._page) - 1)

    def place(self, stage: QRect, bottom: int) -> None:
        """Lie centred in the stage with the lower edge `bottom` above its foot."""
        if not self._text:
            self.hide()
            return
        widest = min(theme().px(WIDEST), stage.width() * SHARE if stage.width() > 420 else stage.width() - 32)
        inner = max(80.0, widest - 2 * PAD_X)
        self.paginate(inner)
        start, stop = self._page[self._page_of(self._begin)]
        self._inner = self.balanced(inner, start, stop)
        lines = self.lay_out(self._inner, start, stop).lineCount()
        width = round(self._inner) + 2 * PAD_X
        height = round(lines * self.line_high()) + 2 * PAD_Y
        x = stage.left() + (stage.width() - width) // 2
        self.setGeometry(x, stage.bottom() + 1 - bottom - height, width, height)
        self.show()

    def balanced(self, inner: float, start: int, stop: int) -> float:
        """The narrowest width that needs no more lines."""
        layout = self.lay_out(inner, start, stop)
        lines = layout.lineCount()
        widest = max((layout.lineAt(i).naturalTextWidth() for i in range(lines)), default=inner)
        if lines <= 1:
            return min(inner, widest + 2)
        low, high = widest / 2, inner
        for _ in range(7):
            middle = (low + high) / 2
            if self.lay_out(middle, start, stop).lineCount() <= lines:
                high = middle
            else:
                low = middle
        return high

    def paintEvent(self, event: QPaintEvent) -> None:
        """Plate, words, underline."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("caption_plate"))
        painter.drawRoundedRect(QRectF(self.rect()), 16, 16)
        start, stop = self._page[self._page_of(self._begin)] if self._page else (0, len(self._text))
        layout = self.lay_out(self._inner, start, stop)
        at = QPointF(PAD_X, PAD_Y)
        painter.setPen(theme().colour("caption_text"))
        layout.draw(painter, at, self.to_come(start, stop))
        self.underline(painter, layout, start, at)

    def to_come(self, start: int, stop: int) -> list[QTextLayout.FormatRange]:
        """What is still to come, dimmed."""
        if self._end == 0 and not self._dimmed:
            return []
        from_here = 0 if self._dimmed else max(0, self._end - start)
        dim = QTextLayout.FormatRange()
        style = QTextCharFormat()
        style.setForeground(theme().colour("caption_next"))
        dim.start, dim.length, dim.format = from_here, max(0, stop - start - from_here), style
        return [dim]

    def underline(self, painter: QPainter, layout: QTextLayout, start: int, at: QPointF) -> None:
        """The word that sounds."""
        if self._end <= self._begin or self._dimmed:
            return
        first, last = self._begin - start, self._end - start
        line = layout.lineForTextPosition(max(0, first))
        if not line.isValid() or first < 0:
            return
        last = min(last, line.textStart() + line.textLength())
        left, right = cursor_x(line, first), cursor_x(line, last)
        y = at.y() + line.y() + line.ascent() + 4
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("caption_mark"))
        painter.drawRoundedRect(QRectF(at.x() + min(left, right), y, abs(right - left), UNDERLINE), 1.5, 1.5)


def cursor_x(line: object, position: int) -> float:
    """The x of a text position; PySide returns it with the position it settled on."""
    found = line.cursorToX(position)  # type: ignore[attr-defined]
    return float(found[0] if isinstance(found, tuple) else found)
