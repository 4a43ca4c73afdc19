"""One sentence of hers in the list: heard again with its button, copied with the other, its words marked as they sound."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.stage_view.caption_lines import cursor_x, units16
from desktop.stage_view.caption_units import whole_word, words_in
from desktop.talk.bubble_layout import text_layout
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.transcript.lines import Line
from desktop.widgets.round_button import RoundButton

BUTTON: Final = 32
GAP: Final = 8
PAD: Final = 8


class SaidLine(QWidget):
    """`wanted`: to hear it, or, while it is heard, to stop. `moved` carries -1 or 1 for the line above or below."""

    wanted = Signal()
    copied = Signal()
    moved = Signal(int)

    def __init__(self, line: Line, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self.sounding = False
        self._known = words_in(line.text)
        self._word = (0, 0)
        self._hover = False
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hear = RoundButton("voice", "captions.hear", BUTTON, icon_size=16, ink="ink2", pressed=self.wanted.emit, parent=self)
        self.copy = RoundButton("copy", "talk.copy", BUTTON, icon_size=14, ink="ink2", pressed=self.put_down, parent=self)
        for button in (self.hear, self.copy):
            button.installEventFilter(self)
        self._layout: QTextLayout | None = None
        self.copy.setVisible(False)
        self.name()

    def name(self) -> None:
        """What a screen reader says of its buttons."""
        self.hear.call(words()("captions.hush" if self.sounding else "captions.hear"))
        self.hear.setAccessibleName(words()("captions.hear_name", text=self.line.text))
        self.hear.setAccessibleDescription(words()("captions.sounding") if self.sounding else "")
        self.copy.setAccessibleName(words()("captions.copy_name", text=self.line.text))

    def mark(self, begin: int, end: int) -> None:
        """The word that sounds."""
        word = whole_word(self.line.text, begin, end, self._known)
        if word != self._word:
            self._word = word
            self.update()

    def sound(self, sounding: bool) -> None:
        """It is heard now, or is no longer."""
        if sounding != self.sounding:
            self.sounding = sounding
            self._word = (0, 0)
            self.hear.dress("stop" if sounding else "voice", "", "ember" if sounding else "ink2")
            self.name()
            self.update()

    def put_down(self) -> None:
        """Onto the clipboard."""
        QGuiApplication.clipboard().setText(self.line.text)
        self.copied.emit()

    # --- measures

    def text_width(self, width: int) -> float:
        """What is left between the buttons."""
        return max(60.0, width - 2 * (BUTTON + GAP) - PAD)

    def hasHeightForWidth(self) -> bool:
        """Narrow is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its words."""
        lines = text_layout(self.line.text, "talk", self.text_width(width)).lineCount()
        return max(BUTTON + 8, round(lines * theme().line("talk")) + 2 * PAD)

    def sizeHint(self) -> QSize:
        """At the width it has."""
        wide = self.width() if self.width() > 100 else 300
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """The buttons and a word."""
        return QSize(160, BUTTON + 8)

    def restyle(self) -> None:
        """The text's size or the theme changed."""
        self._layout = None
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Buttons at both ends, on the first line."""
        self._layout = None
        top = round(PAD + (theme().line("talk") - BUTTON) / 2)
        self.hear.setGeometry(0, top, BUTTON, BUTTON)
        self.copy.setGeometry(self.width() - BUTTON, top, BUTTON, BUTTON)

    # --- pointer and keys

    def enterEvent(self, event: QEnterEvent) -> None:
        """Hover begins."""
        self._hover = True
        self.show_copy()

    def leaveEvent(self, event: QEvent) -> None:
        """Hover ends."""
        self._hover = False
        self.show_copy()

    def show_copy(self) -> None:
        """The second button comes with pointer or focus."""
        self.copy.setVisible(self._hover or self.hear.hasFocus() or self.copy.hasFocus())
        self.update()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Up and Down go from line to line; C copies."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.show_copy()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
                return True
            if key == Qt.Key.Key_C:
                self.put_down()
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and watched is self.hear:
                self.wanted.emit()
                return True
        return False

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """A quiet ground for pointer and voice, the words, the mark under the one that sounds."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.sounding or self._hover:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("ember_soft") if self.sounding else theme().colour("ink1", 0.05))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(-1, 0, 0, 0), 12, 12)
        if self._layout is None:
            self._layout = text_layout(self.line.text, "talk", self.text_width(self.width()))
        at = QPointF(BUTTON + GAP, PAD)
        painter.setPen(theme().colour("ink1"))
        self._layout.draw(painter, at)
        if self.sounding and self._word[1] > self._word[0]:
            self.paint_mark(painter, self._layout, at)

    def paint_mark(self, painter: QPainter, layout: QTextLayout, at: QPointF) -> None:
        """Under the word."""
        begin, end = (units16(self.line.text[:place]) for place in self._word)
        line = layout.lineForTextPosition(begin)
        if not line.isValid():
            return
        last = min(end, line.textStart() + line.textLength())
        left, right = cursor_x(line, begin), cursor_x(line, last)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("glow"))
        y = at.y() + line.y() + line.ascent() + 3
        painter.drawRoundedRect(QRectF(at.x() + min(left, right), y, abs(right - left), 2.5), 1.25, 1.25)
