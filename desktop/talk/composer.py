"""Where you write. While an input method composes, Enter, Esc and Space belong to it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QTextOption
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop.talk.review import Review
from desktop.talk.strip import Strip
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.mic_button import MicButton
from desktop.widgets.round_button import RoundButton
from desktop.widgets.shapes import paint_raised
from mind.domain import Channel

MOST_LINES: Final = 6
OPEN_MIC: Final = ("loading", "wake", "listening", "hearing", "muted", "lost")
LONG: Final = 8000
"""Longer texts are held beside the field: laying out one endless word would stall the window for seconds."""


class Pen(QPlainTextEdit):
    """The field itself: Enter sends, Shift+Enter breaks the line, Up in an empty field edits your last words."""

    sent = Signal()
    last_wanted = Signal()
    left = Signal()
    focused = Signal(bool)
    too_long = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        self.textChanged.connect(self.updateGeometry)
        self.restyle()

    def restyle(self) -> None:
        """Take the font again."""
        self.setFont(theme().font("talk"))
        air = max(0, round(theme().line("talk")) + 6 - self.fontMetrics().lineSpacing())
        self.setViewportMargins(0, air // 2, 0, 0)
        self.updateGeometry()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text; a long one is handed to the composer."""
        text = source.text()
        if len(text) > LONG:
            self.too_long.emit(text)
        else:
            self.insertPlainText(text)

    def composing(self) -> bool:
        """Whether an input method has unfinished text here."""
        layout = self.textCursor().block().layout()
        return layout is not None and bool(layout.preeditAreaText())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the composer."""
        key = Qt.Key(event.key())
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self.composing():
            super().keyPressEvent(event)
        elif enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.sent.emit()
        elif key == Qt.Key.Key_Up and not self.toPlainText():
            self.last_wanted.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As high as its lines, up to six."""
        step = max(theme().line("talk"), self.fontMetrics().lineSpacing())
        lines = min(MOST_LINES, max(1, int(self.document().size().height())))
        return QSize(200, round(lines * step) + 6)

    def minimumSizeHint(self) -> QSize:
        """The same height."""
        return QSize(80, self.sizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the frame."""
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell the frame."""
        super().focusOutEvent(event)
        self.focused.emit(False)


class Composer(QWidget):
    """`written` carries the words and the turn they replace (None for new ones)."""

    written = Signal(str, object)
    stopped = Signal()
    last_wanted = Signal()
    typing = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editing: int | None = None
        self.held = ""
        self.channel: Channel = "typed"
        """How the words came that were written last."""
        self.busy = False
        self._live = False
        self.pen = Pen(self)
        self._state = ""
        self.alone = False
        """Whether no other place tells how the microphone stands."""
        words().bind(self.pen, self.pen.setAccessibleName, "talk.composer_name")
        self.mic = MicButton(36, on_stage=False, parent=self)
        self.mic.hide()
        self.send = RoundButton("send", "talk.send", 36, ground="pine", ink="on_pine", icon_size=18, parent=self)
        self.send.clicked.connect(self.send_or_stop)
        self.review = Review(self)
        self._strip = Strip("common.cancel", self.let_be, self)
        words().bind(self._strip, self._strip.line.setText, "talk.editing")
        self._pasted = Strip("talk.drop_pasted", self.drop_held, self)
        field = QHBoxLayout()
        field.setContentsMargins(0, 0, 0, 0)
        field.setSpacing(6)
        field.addWidget(self.pen, 1, Qt.AlignmentFlag.AlignVCenter)
        field.addWidget(self.mic, 0, Qt.AlignmentFlag.AlignVCenter)
        field.addWidget(self.send, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(17, 9, 9, 9)
        column.setSpacing(4)
        column.addWidget(self._strip)
        column.addWidget(self._pasted)
        column.addWidget(self.review.strip)
        column.addLayout(field)
        self.pen.sent.connect(self.send_words)
        self.pen.last_wanted.connect(self.last_wanted)
        self.pen.left.connect(self.let_be)
        self.pen.too_long.connect(self.hold)
        self.pen.focused.connect(self.focus_moved)
        self.pen.textChanged.connect(self.text_changed)
        self.setFocusProxy(self.pen)
        words().changed.connect(self.show_hint)
        self.show_hint()

    def text_changed(self) -> None:
        """She watches you write."""
        self.updateGeometry()
        self.show_button()
        self.typing.emit(bool(self.pen.toPlainText()))

    def send_or_stop(self) -> None:
        """The round button."""
        if self.busy and not self.text().strip():
            self.stopped.emit()
        else:
            self.send_words()

    def send_words(self) -> None:
        """Hand the words over; an empty field sends nothing."""
        text = self.text()
        if not text.strip():
            return
        self.drop_held()
        editing, self.editing = self.editing, None
        self.channel = "voice" if self.review.spoken else "typed"
        self._strip.hide()
        self.pen.clear()
        self.review.end()
        self.written.emit(text, editing)

    def text(self) -> str:
        """All that would be sent: what stands in the field, then what is held beside it."""
        typed = self.pen.toPlainText()
        if not self.held:
            return typed
        return f"{typed}\n\n{self.held}" if typed.strip() else self.held

    def put(self, text: str) -> None:
        """Put a text into the field, or beside it where it is long."""
        if len(text) > LONG:
            self.pen.clear()
            self.hold(text)
        else:
            self.pen.setPlainText(text)

    def hold(self, text: str) -> None:
        """Keep a long text beside the field, whole."""
        self.held = f"{self.held}\n\n{text}" if self.held else text
        self._pasted.line.setText(words()("talk.pasted", count=f"{len(self.held):,}"))
        self._pasted.show()
        self.show_button()

    def drop_held(self) -> None:
        """Let go of it."""
        self.held = ""
        self._pasted.hide()
        self.show_button()

    def edit(self, turn_id: int, text: str) -> None:
        """Take earlier words back into the field."""
        self.editing = turn_id
        self._strip.show()
        self.drop_held()
        self.put(text)
        self.pen.moveCursor(self.pen.textCursor().MoveOperation.End)
        self.pen.setFocus()

    def let_be(self) -> None:
        """Stop editing and leave the words as they were; drop what was only heard."""
        self.review.drop()
        if self.editing is not None:
            self.editing = None
            self._strip.hide()
            self.pen.clear()
            self.drop_held()

    def restore(self, text: str) -> None:
        """Put words back that could not be kept."""
        self.put(text)

    def occupy(self, busy: bool) -> None:
        """While she answers the button stops her."""
        self.busy = busy
        self.show_button()

    def show_button(self) -> None:
        """Send, or stop."""
        # Where the microphone stands beside it, that is the one to stop her with.
        stop = self.busy and not self.text().strip() and self.mic.isHidden()
        if stop:
            self.send.dress("stop", "ember_soft", "ember")
        else:
            self.send.dress("send", "pine", "on_pine")
        self.send.call(words()("talk.stop" if stop else "talk.send"))

    def tell_state(self, mic: str, word: str) -> None:
        """While the microphone is open and only here, the empty field says what it does."""
        self._state = word if mic in OPEN_MIC else ""
        self.show_hint()

    def show_hint(self) -> None:
        """What stands in an empty field."""
        told = self._state if self._state and self.alone else words()("talk.composer")
        self.pen.setPlaceholderText(told)

    def focus_moved(self, live: bool) -> None:
        """Draw the frame."""
        self._live = live
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A raised field of radius 18."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -2)
        paint_raised(painter, box, min(27.0, box.height() / 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(theme().colour("pine"), 2) if self._live else QPen(theme().colour("line"), 1.5)
        painter.setPen(pen)
        painter.drawRoundedRect(box, min(27.0, box.height() / 2), min(27.0, box.height() / 2))
