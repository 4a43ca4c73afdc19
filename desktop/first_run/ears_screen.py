"""Whether she hears you."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.hearing_page.device_lists import DeviceLists
from desktop.hearing_page.microphone_row import MicrophoneRow
from desktop.hearing_page.model_shelf import ModelShelf
from desktop.hearing_page.try_card import TryCard
from desktop.theme.words import words
from desktop.widgets.paragraph import Paragraph
from desktop.window.house import House


class EarsScreen(QWidget):
    """Microphone test, microphone, speech model. All of it can be skipped."""

    def __init__(self, house: House) -> None:
        super().__init__()
        self.lists = DeviceLists(self)
        title = Paragraph("title", "ink1")
        words().bind(title, title.setText, "hearing.ears.title")
        lead = Paragraph("lead", "ink2")
        words().bind(lead, lead.setText, "hearing.ears.lead")
        self.test = TryCard(house)
        label = Paragraph("label", "ink2")
        words().bind(label, label.setText, "hearing.device.microphone")
        self.microphone = MicrophoneRow(house, self.lists, self.test)
        self.model = ModelShelf(house, only_mine=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(6)
        column.addWidget(title)
        column.addWidget(lead)
        column.addSpacing(8)
        column.addWidget(self.test)
        column.addSpacing(8)
        column.addWidget(label)
        column.addWidget(self.microphone)
        column.addSpacing(6)
        column.addWidget(self.model)
        column.addStretch(1)
        self.model.changed.connect(self.test.again)

    def showEvent(self, event: object) -> None:
        """The microphones there are, from now on."""
        self.lists.follow(True)
        self.microphone.refresh()
        self.model.refresh()

    def hideEvent(self, event: object) -> None:
        """Nobody looks at them."""
        self.lists.follow(False)

    def first_focus(self) -> None:
        """The microphone."""
        self.test.mic.setFocus(Qt.FocusReason.OtherFocusReason)
