"""A few turns from long ago, in a window of their own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.talk.chat_list import ChatList
from desktop.talk.chat_model import ChatModel
from desktop.theme.words import words
from desktop.widgets.push import Push
from mind.domain import Turn


class Passage(QDialog):
    """To read, not to change; the turn that was sought is marked."""

    def __init__(self, turns: Sequence[Turn], turn_id: int, her_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(words()("receipt.passage"))
        self.resize(460, min(600, parent.height() - 40))
        self._turn = turn_id
        self._model = ChatModel(her_name, self)
        self._model.load(turns, datetime.now().astimezone())
        self.list = ChatList(self._model)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(Push("common.close", "secondary", self.accept))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        QTimer.singleShot(0, self, self.show_turn)

    def show_turn(self) -> None:
        """Bring the turn that was sought into view."""
        row = self._model.find(self._turn)
        if row is not None:
            self.list.reveal(row)
