"""Her own voice in the microphone: what keeps it out now, and the part of Hearth that does it best."""

from __future__ import annotations

import asyncio
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.echo_packages import MEGABYTES, install_packages
from desktop.hearing_page.told import cause_of, sentences
from desktop.theme.words import words
from desktop.widgets.banner import announce
from desktop.widgets.card import Card
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push
from desktop.widgets.segment import Segment
from desktop.widgets.stitch_bar import StitchBar
from desktop.window.house import House
from voice.echo.webrtc import webrtc_here
from voice.errors import VoiceError

CHOICES: Final = (
    ("auto", "hearing.echo.auto"), ("headphones", "hearing.echo.headphones"), ("none", "hearing.echo.none"),
)  # fmt: skip


class EchoRow(QWidget):
    """How she is heard; what is at work in words; and the card, where there is something to add."""

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self.choice = Segment(CHOICES)
        words().bind(self.choice, self.choice.setAccessibleName, "hearing.echo.label")
        self.now = Paragraph("caption", "ink2")
        self.more = EchoCard(house)
        row = QHBoxLayout()
        row.addWidget(self.choice)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.now)
        column.addWidget(self.more)
        self.choice.chosen.connect(self.choose)
        self.more.added.connect(self.came)
        words().changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """What is set, and what it comes to on this computer."""
        hearing = self._house.settings.hearing
        self.choice.value = hearing.echo
        here = webrtc_here()
        key = {"headphones": "all", "none": "left"}.get(hearing.echo, "cancelling" if here else "gate")
        self.now.setText(words()("hearing.echo.unused" if not hearing.barge_in else f"hearing.echo.{key}"))
        self.more.setVisible(hearing.barge_in and hearing.echo == "auto" and (not here or self.more.busy))
        self.choice.setEnabled(hearing.barge_in)

    def choose(self, echo: str) -> None:
        """From now on."""
        self._house.settings.hearing.echo = echo  # type: ignore[assignment]
        self._house.keep()
        self._house.changes.ears.emit()
        self.refresh()

    def came(self) -> None:
        """The part was added: it is used at once."""
        self._house.changes.ears.emit()
        self.refresh()
        self.now.setText(words()("hearing.echo_more.added"))
        announce(self.now, self.now.text())


class EchoCard(Card):
    """What cancellation is, how large, and the button that adds it. `added` is told once it is in place."""

    added = Signal()

    def __init__(self, house: House) -> None:
        super().__init__(level=1, radius=14)
        self._house = house
        self.busy = False
        self.title = Paragraph("button", "ink1")
        words().bind(self.title, self.title.setText, "hearing.echo_more.title")
        self.note = Paragraph("caption", "ink2")
        self.bar = StitchBar()
        self.fault = Paragraph("caption", "rose")
        self.get = Push("", "secondary", self.begin, small=True, icon_name="download")
        for part in (self.title, self.note, self.bar, self.fault):
            self.body.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self.get)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.setSpacing(6)
        self.fault.hide()
        words().changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """How it stands."""
        self.get.setText(words()("hearing.echo_more.get", size=MEGABYTES))
        self.get.setVisible(not self.busy)
        self.bar.setVisible(self.busy)
        self.bar.put(None if self.busy else 0.0)
        self.bar.setAccessibleName(words()("hearing.echo_more.adding"))
        told = [words()("hearing.echo_more.note", size=MEGABYTES), words()("hearing.echo_more.host")]
        self.note.setText(words()("hearing.echo_more.adding") if self.busy else sentences(*told))

    def begin(self) -> None:
        """Fetch it, in another thread."""
        self.busy = True
        self.fault.hide()
        self.refresh()
        log = self._house.folder / "echo-packages.log"
        self._house.bridge.submit(asyncio.to_thread(install_packages, log), lambda _: self.take(), self.fail)

    def take(self) -> None:
        """It is in place."""
        self.busy = False
        self.refresh()
        self.added.emit()

    def fail(self, fault: Exception) -> None:
        """It is not; nothing is changed."""
        self.busy = False
        self.refresh()
        told = [words()("hearing.echo_more.failed")]
        if isinstance(fault, VoiceError):
            told += cause_of(fault)
        self.fault.setText(sentences(*told))
        self.fault.show()
        announce(self, self.fault.text(), urgent=True)
