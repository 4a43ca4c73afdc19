"""What she hears and speaks through: microphone and loudspeaker, each with its test, in lists that follow what is plugged in."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.hearing_page.device_lists import DeviceLists
from desktop.hearing_page.microphone_row import MicrophoneRow
from desktop.hearing_page.try_card import TryCard
from desktop.settings_page.section import Section
from desktop.theme.words import words
from desktop.voice_page.speaker_row import SpeakerRow
from desktop.widgets.banner import Banner, announce
from desktop.widgets.paragraph import Paragraph
from desktop.window.house import House


class DevicesSection(Section):
    """Nothing has to be pressed after plugging something in."""

    name = "devices"

    def __init__(self, house: House) -> None:
        super().__init__(house, "hearing.device.title", "hearing.device.lead")
        self.lists = DeviceLists(self)
        self.news = Paragraph("caption", "pine")
        self.column.addWidget(self.news)
        self.news.hide()
        self.no_microphone = Banner("mic_off", closable=False)
        self.no_speaker = Banner("voice_off", closable=False)
        self.test = TryCard(house, words_too=False)
        self.microphone = MicrophoneRow(house, self.lists, self.test)
        self.row("hearing.device.microphone", self.microphone, help_key="hearing.device.microphone_help")
        self.column.addWidget(self.no_microphone)
        self.column.addWidget(self.test)
        self.column.addSpacing(12)
        self.speakers = SpeakerRow(house)
        self.row("hearing.device.speakers", self.speakers, help_key="hearing.device.speakers_help")
        self.column.addWidget(self.no_speaker)
        self.column.addStretch(1)
        self.lists.changed.connect(self.show_lists)
        self.lists.came.connect(lambda name: self.tell("hearing.device.came", name))
        self.lists.went.connect(lambda name: self.tell("hearing.device.went", name))
        words().changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show what is set."""
        self.microphone.refresh()
        self.speakers.refresh()
        self.show_lists()

    def show_lists(self) -> None:
        """Where there is none, that is said, and what to do."""
        for banner, found, key in (
            (self.no_microphone, self.lists.microphones, "in"), (self.no_speaker, self.lists.loudspeakers, "out"),
        ):
            if found:
                banner.clear()
            else:
                banner.tell(words()(f"hearing.device.none_{key}"), words()(f"hearing.device.none_{key}_note"))
        self.test.setVisible(bool(self.lists.microphones) or self.test.running)
        self.speakers.refresh()

    def tell(self, key: str, name: str) -> None:
        """What was plugged in or out; a test goes on with what there is now."""
        self.news.setText(words()(key, device=name))
        self.news.show()
        announce(self.news, self.news.text())

    def showEvent(self, event: object) -> None:
        """Follow the devices while they are looked at."""
        self.lists.follow(True)
        self.refresh()

    def hideEvent(self, event: object) -> None:
        """And no longer; no tone goes on."""
        self.lists.follow(False)
        self.speakers.tone.stop()
        self.house.trial.stop()

    def first(self) -> QWidget:
        """The microphones."""
        return self.microphone.select
