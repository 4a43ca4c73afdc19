"""A natural voice to download: what it is, how far it is, or that it is here."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.conversation.pack_fetch import PackFetch
from desktop.settings_page.on_disk import MILLION, part_of
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.voice_page.pack_words import PackTold
from desktop.widgets.banner import announce
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push
from desktop.widgets.shapes import paint_raised
from desktop.widgets.stitch_bar import StitchBar
from voice.errors import VoiceError
from voice.voice_packs import InstalledPack

PackState = Literal["absent", "asking", "packages", "running", "checking", "paused", "here"]
UNDER_WAY = ("asking", "packages", "running", "checking")
STACKED_BELOW = 430
AGAIN = 50
"""Milliseconds."""


class PackCard(QWidget):
    """Nothing is fetched before the button with its size is pressed. `installed` when it is in place and works."""

    installed = Signal(object)
    removing = Signal(object)
    moved = Signal()
    """It began, came further or stopped."""

    def __init__(self, told: PackTold, fetch: PackFetch) -> None:
        super().__init__()
        self.told, self.fetch = told, fetch
        fetch.setParent(self)
        self.state: PackState = "absent"
        self.figures = ""
        self._here = self._whole = 0
        self._title = Paragraph("button", "ink1")
        self._note = Paragraph("caption", "ink2")
        self._count = Paragraph("caption", "ink2", wrap=False)
        self._bar = StitchBar()
        self._fault = Paragraph("caption", "rose")
        self.deed = Push("", "secondary", self.press, small=True)
        self.remove = Push("voice.pack.remove", "danger", lambda: self.removing.emit(self.told), small=True)
        self.lay_out()
        fetch.packages.connect(lambda: self.become("packages"))
        fetch.progress.connect(self.show_progress)
        fetch.done.connect(self.take)
        fetch.failed.connect(self.fail)
        words().changed.connect(self.show_state)
        self._fault.hide()
        self.become("paused" if part_of(fetch.folder, f"{told.name}.tar.bz2") else "absent")

    def lay_out(self) -> None:
        """Words at the left, figures and the deed at the right, the bar under the words."""
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title, 1)
        head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignBottom)
        lines = QVBoxLayout()
        lines.setSpacing(3)
        for part in (head, self._note, self._bar, self._fault):
            if isinstance(part, QHBoxLayout):
                lines.addLayout(part)
            else:
                lines.addWidget(part)
                lines.addSpacing(2 if part is self._note else 0)
        deeds = QHBoxLayout()
        deeds.setSpacing(4)
        deeds.addWidget(self.deed)
        deeds.addWidget(self.remove)
        self._deeds = deeds
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(18, 12, 12, 14)
        self._row.setSpacing(12)
        self._row.addLayout(lines, 1)
        self._row.addLayout(deeds)

    def resizeEvent(self, event: object) -> None:
        """The deed beside the words, or under them."""
        narrow = self.width() < theme().px(STACKED_BELOW)
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._row.setAlignment(self._deeds, Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignVCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground."""
        painter = QPainter(self)
        paint_raised(painter, self.rect().toRectF().adjusted(1, 1, -1, -2), 14, level=1)

    # --- how it stands

    def become(self, state: PackState) -> None:
        """Another state."""
        self.state = state
        self.show_state()
        self.moved.emit()

    def show_state(self) -> None:
        """Words, figures, bar and deeds for the state."""
        told, state, say = self.told, self.state, words()
        self._title.setText(told.title())
        self._note.setText(told.note())
        self.figures = self.figures_now()
        self._count.setText(self.figures)
        self._count.setVisible(bool(self.figures))
        self._bar.setVisible(state in UNDER_WAY or (state == "paused" and self._whole > 0))
        self._bar.put(self._here / self._whole if self._whole and state in ("running", "paused") else None)
        percent = round(100 * self._here / self._whole) if self._whole else 0
        key = "voice.pack.bar" if self._whole else "voice.pack.bar_unknown"
        self._bar.setAccessibleName(say(key, name=told.called(), percent=percent))
        keys = {"paused": "voice.pack.resume", "absent": "voice.pack.get"}
        self.deed.become("text" if state in UNDER_WAY else "secondary")
        self.deed.setText(say(keys.get(state, "voice.pack.pause"), size=told.megabytes))
        self.deed.setAccessibleName(f"{told.called()}: {self.deed.text()}")
        self.deed.setVisible(state != "here")
        self.deed.setEnabled(state != "packages")
        self.remove.setVisible(state == "here")
        self.remove.setAccessibleName(f"{told.called()}: {self.remove.text()}")
        self.updateGeometry()

    def figures_now(self) -> str:
        """Bytes so far in words, or what is being done."""
        say, here, whole = words(), self._here // MILLION, max(1, round(self._whole / MILLION))
        if self.state == "running":
            return say("voice.pack.progress", here=here, whole=whole)
        if self.state == "paused" and self._whole:
            return say("voice.pack.paused", here=here, whole=whole)
        if self.state == "here":
            return say("voice.pack.here", size=self.told.megabytes)
        return say(f"voice.pack.{self.state}") if self.state in ("asking", "packages", "checking") else ""

    # --- what is done

    def press(self) -> None:
        """Begin, go on, or pause."""
        if self.state in UNDER_WAY:
            self.fetch.cancel()
            self.become("paused")
            return
        if self.fetch.running:
            # The one that was paused is about to end.
            QTimer.singleShot(AGAIN, self, self.press)
            return
        self._fault.hide()
        self.become("asking")
        self.fetch.start(self.told.name)

    def show_progress(self, here: int, whole: int) -> None:
        """So far."""
        self._here, self._whole = here, whole
        if not self.fetch.cancelled():
            self.become("checking" if whole and here >= whole else "running")

    def take(self, pack: InstalledPack) -> None:
        """It is here and works."""
        self.become("here")
        announce(self, words()("voice.pack.ready", name=self.told.called()))
        self.installed.emit(pack)

    def fail(self, fault: VoiceError) -> None:
        """Why it does not come; a pause is no failure."""
        self.become("paused" if self._here else "absent")
        if fault.kind != "cancelled":
            self._fault.setText(f"{fault.message} {fault.remedy}".strip())
            self._fault.show()
            announce(self, self._fault.text(), urgent=True)
            self.updateGeometry()
