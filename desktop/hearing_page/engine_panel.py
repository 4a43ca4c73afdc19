"""What understands the words: this computer, or a server."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.hearing_page.model_shelf import ModelShelf
from desktop.hearing_page.server_panel import ServerPanel
from desktop.hearing_page.told import sentences
from desktop.theme.words import words
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.segment import Segment
from desktop.window.house import House
from voice.errors import VoiceError
from voice.models import find_model

CHOICES: Final = (("vosk", "hearing.engine.vosk"), ("server", "hearing.engine.server"))


class EnginePanel(QWidget):
    """Choosing the server only shows its fields: it listens once it was asked and answered. The models stay for when it fails."""

    changed = Signal()

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self.choice = Segment(CHOICES)
        words().bind(self.choice, self.choice.setAccessibleName, "hearing.engine.label")
        self.note = Paragraph("caption", "ink2")
        self.server = ServerPanel(house)
        self.lead = Paragraph("caption", "ink3")
        words().bind(self.lead, self.lead.setText, "hearing.model.lead")
        self.models = ModelShelf(house)
        row = QHBoxLayout()
        row.addWidget(self.choice)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.note)
        column.addWidget(self.server)
        label = Paragraph("label", "ink2", wrap=False)
        words().bind(label, label.setText, "hearing.model.label")
        column.addSpacing(8)
        column.addWidget(label)
        column.addWidget(self.lead)
        column.addWidget(self.models)
        self.choice.chosen.connect(self.choose)
        self.server.changed.connect(self.came)
        self.models.changed.connect(self.came)
        words().changed.connect(self.show_note)
        self._open = house.settings.hearing.engine == "server"
        self.refresh()

    def refresh(self) -> None:
        """What is set."""
        self.choice.value = "server" if self._open else "vosk"
        self.server.setVisible(self._open)
        self.server.refresh()
        self.models.refresh()
        self.show_note()

    def show_note(self) -> None:
        """What the choice means, and who listens where the server does not."""
        hearing = self._house.settings.hearing
        if not self._open:
            self.note.setText(words()("hearing.engine.vosk_note"))
            return
        key = "not_yet" if hearing.engine != "server" else "fallback" if self.model_here() else "no_fallback"
        self.note.setText(sentences(words()("hearing.engine.server_note"), words()(f"hearing.engine.{key}")))

    def model_here(self) -> bool:
        """Whether this computer could listen in the window's language."""
        try:
            find_model(self._house.folder / "models", words().lang, self._house.settings.hearing.model_for(words().lang))
        except VoiceError:
            # None: that is the answer.
            return False
        return True

    def choose(self, engine: str) -> None:
        """This computer at once; a server once it is known to understand."""
        self._open = engine == "server"
        hearing = self._house.settings.hearing
        wanted: Literal["vosk", "server"] = "server" if self._open and hearing.server_url else "vosk"
        if wanted != hearing.engine:
            hearing.engine = wanted
            self._house.keep()
            self._house.changes.ears.emit()
            self.changed.emit()
        self.refresh()

    def came(self) -> None:
        """A model or a server came or went."""
        self._open = self._open or self._house.settings.hearing.engine == "server"
        self.refresh()
        self.changed.emit()
