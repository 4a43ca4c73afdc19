"""The microphone: which one, and whether it is heard, in stitches and in words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.conversation.mic_meter import GOOD, QUIET, MicMeter
from desktop.theme.words import words
from desktop.widgets.card import Card
from desktop.widgets.mic_button import MicButton
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.stitch_bar import StitchBar
from desktop.window.house import House
from voice.errors import VoiceError


class MicTest(Card):
    """Press the microphone and speak. Nothing is recorded."""

    heard = Signal()

    def __init__(self, house: House, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._house = house
        self._loudest = 0.0
        self.meter = MicMeter(self)
        self.mic = MicButton(64, on_stage=False)
        self._title = Paragraph("button", "ink1")
        self._note = Paragraph("caption", "ink3")
        self.bar = StitchBar("glow", stitch=(13, 11))
        lines = QVBoxLayout()
        lines.setSpacing(6)
        lines.addStretch(1)
        lines.addWidget(self._title)
        lines.addWidget(self.bar)
        lines.addWidget(self._note)
        lines.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.mic, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(lines, 1)
        self.body.addLayout(row)
        self.mic.clicked.connect(self.toggle)
        self.meter.level.connect(self.show_level)
        self.meter.silent.connect(self.show_silence)
        self.meter.failed.connect(self.show_fault)
        words().changed.connect(self.rest)
        self.rest()

    def rest(self) -> None:
        """Not listening."""
        self.meter.stop()
        self.mic.become("off")
        self.bar.put(0.0)
        self._title.setText(words()("mic_test.rest"))
        self._note.setText(words()("mic_test.rest_note"))

    def toggle(self) -> None:
        """Begin or end."""
        if self.meter.running:
            self.rest()
            return
        self._loudest = 0.0
        if self.meter.start(self._house.settings.hearing.device):
            self.mic.become("listening")
            self._title.setText(words()("mic_test.listening"))
            self._note.setText(words()("mic_test.listening_note"))

    def again(self) -> None:
        """Another microphone was chosen."""
        if self.meter.running:
            self.rest()
            self.toggle()

    def show_level(self, level: float) -> None:
        """Stitches, then words."""
        self.mic.hear(level)
        self.bar.put(min(1.0, level * 1.3))
        self._loudest = max(level, self._loudest * 0.995)
        if self._loudest > QUIET:
            if self.mic.state != "hearing":
                self.mic.become("hearing")
                self._title.setText(words()("mic_test.hear"))
                self.heard.emit()
            self._note.setText(words()("mic_test.good" if self._loudest > GOOD else "mic_test.soft"))

    def show_silence(self) -> None:
        """Only zeros come."""
        self.mic.become("muted")
        self._title.setText(words()("mic_test.silent"))
        self._note.setText(words()("mic_test.silent_note"))

    def show_fault(self, fault: VoiceError) -> None:
        """No microphone, or not for us."""
        self.meter.stop()
        self.mic.become("off")
        self.bar.put(0.0)
        self._title.setText(fault.message)
        self._note.setText(fault.remedy)

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight, the microphone is closed."""
        if self.meter.running:
            self.rest()
