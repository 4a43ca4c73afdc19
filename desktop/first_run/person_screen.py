"""Your name, your age, and what she is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from desktop.theme.icons import paint_icon
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.banner import announce
from desktop.widgets.card import Card
from desktop.widgets.paragraph import Paragraph
from mind.domain import Person


class Notice(Card):
    """I am an AI."""

    def __init__(self) -> None:
        super().__init__()
        self.body.setContentsMargins(52, 16, 20, 20)
        self.body.setSpacing(4)
        title = Paragraph("button", "ink1")
        words().bind(title, title.setText, "first.ai")
        text = Paragraph("body", "ink2")
        words().bind(text, text.setText, "first.ai_text")
        self.body.addWidget(title)
        self.body.addWidget(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A shield beside it."""
        super().paintEvent(event)
        paint_icon(QPainter(self), "shield", QRectF(19, 17, 20, 20), theme().colour("pine"))


class Tick(QCheckBox):
    """A check box with our own check."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        words().bind(self, self.setText, key)
        words().bind(self, self.setAccessibleName, key)
        self.restyle()

    def restyle(self) -> None:
        """Take the font again."""
        self.setFont(theme().font("lead"))
        self.setMinimumHeight(theme().px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box, then the check."""
        super().paintEvent(event)
        if self.isChecked():
            painter = QPainter(self)
            paint_icon(painter, "check", QRectF(5, self.height() / 2 - 7.5, 15, 15), theme().colour("on_pine"))


class PersonScreen(QWidget):
    """Continue stays enabled and says what is missing."""

    def __init__(self) -> None:
        super().__init__()
        title = Paragraph("title", "ink1")
        words().bind(title, title.setText, "first.between")
        label = Paragraph("label", "ink2")
        words().bind(label, label.setText, "first.your_name")
        self.name = QLineEdit()
        self.name.setMaxLength(60)
        words().bind(self.name, self.name.setAccessibleName, "first.your_name")
        words().bind(self.name, self.name.setPlaceholderText, "first.name_hint")
        self.adult = Tick("first.adult")
        self.missing = Paragraph("caption", "rose")
        self.missing.hide()
        stays = Paragraph("body", "ink2")
        words().bind(stays, stays.setText, "first.stays")
        stays.setContentsMargins(34, 0, 0, 0)
        stays.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(6)
        column.addWidget(title)
        column.addSpacing(10)
        column.addWidget(label)
        column.addWidget(self.name)
        column.addSpacing(12)
        column.addWidget(Notice())
        column.addSpacing(8)
        column.addWidget(self.adult)
        column.addWidget(self.missing)
        column.addWidget(stays)
        column.addStretch(1)
        self.adult.toggled.connect(lambda _: self.missing.hide())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A lock beside the line about what stays here."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, Paragraph):
            watched.paintEvent(event)  # type: ignore[arg-type]
            paint_icon(QPainter(watched), "lock", QRectF(4, 1, 18, 18), theme().colour("ink2"))
            return True
        return False

    def tell(self, person: Person) -> None:
        """What is known already."""
        self.name.setText(person.name or "")
        self.adult.setChecked(bool(person.adult))

    def answer(self) -> tuple[str, bool]:
        """Name (may be empty) and age."""
        return " ".join(self.name.text().split()), self.adult.isChecked()

    def complete(self) -> bool:
        """Whether one may go on; says what is missing."""
        if self.adult.isChecked():
            return True
        self.missing.setText(words()("first.adult_missing"))
        self.missing.show()
        self.adult.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.missing.text(), urgent=True)
        return False

    def first_focus(self) -> None:
        """The name."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
