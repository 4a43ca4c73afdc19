"""Whether she hears you."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.conversation.devices import microphone_names
from desktop.settings_page.mic_test import MicTest
from desktop.settings_page.model_card import ModelCard
from desktop.theme.words import words
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.select import Select
from desktop.window.house import House


class EarsScreen(QWidget):
    """Microphone test, microphone, speech model. All of it can be skipped."""

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        title = Paragraph("title", "ink1")
        words().bind(title, title.setText, "first.say")
        lead = Paragraph("lead", "ink2")
        words().bind(lead, lead.setText, "first.say_lead")
        self.test = MicTest(house)
        label = Paragraph("label", "ink2")
        words().bind(label, label.setText, "hear.device")
        self.device = Select("hear.device")
        self.model = ModelCard(house)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(6)
        column.addWidget(title)
        column.addWidget(lead)
        column.addSpacing(8)
        column.addWidget(self.test)
        column.addSpacing(8)
        column.addWidget(label)
        column.addWidget(self.device)
        column.addSpacing(6)
        column.addWidget(self.model)
        column.addStretch(1)
        self.device.currentIndexChanged.connect(lambda _: self.set_device())

    def showEvent(self, event: object) -> None:
        """The microphones there are."""
        options = [("", words()("voice.follow_system")), *microphone_names()]
        self.device.offer(options, self._house.settings.hearing.device)
        self.model.refresh()

    def set_device(self) -> None:
        """Another microphone."""
        self._house.settings.hearing.device = self.device.value
        self._house.keep()
        self.test.again()

    def first_focus(self) -> None:
        """The microphone."""
        self.test.mic.setFocus(Qt.FocusReason.OtherFocusReason)
