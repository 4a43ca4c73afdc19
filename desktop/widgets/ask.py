"""A question before something that cannot be undone. The safe answer is the default."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push

WIDE = 420


class Question(QDialog):
    """Two buttons: Cancel, which Enter and Esc press, and the deed in rose."""

    def __init__(self, title_key: str, text_key: str, deed_key: str, parent: QWidget, **values: object) -> None:
        super().__init__(parent)
        self.setWindowTitle(words()(title_key))
        self.setModal(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 20, 18)
        column.setSpacing(10)
        title = Paragraph("section", "ink1")
        title.setText(words()(title_key))
        text = Paragraph("body", "ink2")
        text.setText(words()(text_key, **values))
        column.addWidget(title)
        column.addWidget(text)
        column.addSpacing(6)
        row = QHBoxLayout()
        row.addStretch(1)
        self.deed = Push(deed_key, "danger", self.accept)
        self.stay = Push("common.cancel", "secondary", self.reject)
        self.stay.setDefault(True)
        row.addWidget(self.deed)
        row.addWidget(self.stay)
        column.addLayout(row)
        # As high as the words are in that width: a dialog does not ask its layout for it.
        wide = max(WIDE, min(theme().px(WIDE), parent.window().width() - 24))
        self.setFixedSize(wide, column.heightForWidth(wide))
        self.stay.setFocus(Qt.FocusReason.OtherFocusReason)


def ask(parent: QWidget, title_key: str, text_key: str, deed_key: str, **values: object) -> bool:
    """Ask, and wait for the answer; `values` are filled into the text."""
    question = Question(title_key, text_key, deed_key, parent, **values)
    try:
        return question.exec() == QDialog.DialogCode.Accepted
    finally:
        question.deleteLater()
