"""How she listens: microphone, test, speech model, and whether you hold a key."""

from __future__ import annotations

from typing import Final

from desktop.conversation.devices import microphone_names
from desktop.settings_page.mic_test import MicTest
from desktop.settings_page.model_card import ModelCard
from desktop.settings_page.section import Section
from desktop.theme.words import words
from desktop.widgets.select import Select
from desktop.window.house import House

MODES: Final = (("push", "hear.push"), ("open", "hear.open"))


class HearingSection(Section):
    """What is said becomes text on this computer; no sound leaves it and none is kept."""

    name = "hearing"

    def __init__(self, house: House) -> None:
        super().__init__(house, "hear.title", "hear.lead")
        self.test = MicTest(house)
        self.column.addWidget(self.test)
        self.device = Select("hear.device")
        self.mode = Select("hear.mode")
        self.row("hear.device", self.device)
        self.row("hear.mode", self.mode, help_key="hear.mode_help")
        self.label("hear.model_label")
        self.model = ModelCard(house)
        self.column.addWidget(self.model)
        self.column.addStretch(1)
        self.device.currentIndexChanged.connect(lambda _: self.set_device())
        self.mode.currentIndexChanged.connect(lambda _: self.set_mode(self.mode.value))
        words().changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what is set."""
        self.mode.offer([(mode, words()(key)) for mode, key in MODES], self.house.settings.hearing.mode)
        self.model.refresh()

    def showEvent(self, event: object) -> None:
        """Microphones may have come or gone."""
        options = [("", words()("voice.follow_system")), *microphone_names()]
        self.device.offer(options, self.house.settings.hearing.device)
        self.refresh()

    def set_device(self) -> None:
        """Another microphone."""
        self.house.settings.hearing.device = self.device.value
        self.house.keep()
        self.house.changes.ears.emit()
        self.test.again()

    def set_mode(self, mode: str) -> None:
        """Hold a key, or open."""
        self.house.settings.hearing.mode = mode  # type: ignore[assignment]
        self.house.keep()
        self.house.changes.ears.emit()
