"""Which microphone, and right under it whether you are heard through it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.hearing_page.device_lists import DeviceLists, offered
from desktop.hearing_page.try_card import TryCard
from desktop.theme.words import table, words
from desktop.widgets.select import Select
from desktop.window.house import House


class MicrophoneRow(QWidget):
    """A change counts at once."""

    def __init__(self, house: House, lists: DeviceLists, test: TryCard | None = None) -> None:
        super().__init__()
        self._house, self._lists, self._test = house, lists, test
        self.select = Select("hearing.device.microphone")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.select)
        self.select.currentIndexChanged.connect(lambda _: self.choose())
        lists.changed.connect(self.refresh)
        words().changed.connect(self.refresh)

    def refresh(self) -> None:
        """Those there are, and the one that is set."""
        say = table(words().lang)
        chosen = self._house.settings.hearing.device
        rows = offered(
            self._lists.microphones, chosen, say["voice.follow_system"], say["voice.follow_named"],
            say["hearing.device.gone"],
        )  # fmt: skip
        self.select.offer(rows, chosen)

    def choose(self) -> None:
        """Another microphone, from now on."""
        self._house.settings.hearing.device = self.select.value
        self._house.keep()
        self._house.changes.ears.emit()
        if self._test is not None:
            self._test.again()
