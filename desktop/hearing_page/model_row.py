"""A speech model: to download, on its way, or here."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.conversation.model_fetch import ModelFetch
from desktop.hearing_page.model_words import ModelTold, told_of_installed
from desktop.hearing_page.told import cause_of, sentences
from desktop.settings_page.on_disk import MILLION, drop_part, part_of
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.banner import announce
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push
from desktop.widgets.shapes import paint_raised
from desktop.widgets.stitch_bar import StitchBar
from voice.errors import VoiceError
from voice.models import InstalledModel

RowState = Literal["absent", "asking", "running", "checking", "paused", "here"]
UNDER_WAY: Final = ("asking", "running", "checking")
STACKED_BELOW: Final = 420
AGAIN: Final = 50
"""Milliseconds until a download that was paused may have ended."""


class ModelRow(QWidget):
    """Nothing is fetched before the button with its size is pressed."""

    chosen = Signal(object)
    removing = Signal(object)
    moved = Signal()

    def __init__(self, told: ModelTold, fetch: ModelFetch) -> None:
        super().__init__()
        self.told, self.fetch = told, fetch
        self.state: RowState = "absent"
        self.used = False
        self._here = self._whole = 0
        self._title = Paragraph("button", "ink1")
        self.note = Paragraph("caption", "ink2")
        self.bar = StitchBar()
        self.fault = Paragraph("caption", "rose")
        self.deed = Push("", "secondary", self.press, small=True)
        self.drop = Push("hearing.model.drop", "text", self.give_up, small=True)
        self.use = Push("hearing.model.use", "secondary", lambda: self.chosen.emit(self.told), small=True)
        self.remove = Push("hearing.model.remove", "danger", lambda: self.removing.emit(self.told), small=True)
        self.lay_out()
        self.fault.hide()
        fetch.progress.connect(self.show_progress)
        fetch.done.connect(self.take)
        fetch.failed.connect(self.fail)
        words().changed.connect(self.show_state)
        if fetch.running and not fetch.cancelled():
            self.become("asking")
        else:
            self.become("here" if told.path else "paused" if part_of(fetch.folder, f"{told.name}.zip") else "absent")

    def lay_out(self) -> None:
        """Words at the left, deeds at the right or under them, the bar under the words."""
        lines = QVBoxLayout()
        lines.setSpacing(3)
        for part in (self._title, self.bar, self.note, self.fault):
            lines.addWidget(part)
        self._holder = QWidget()
        deeds = QHBoxLayout(self._holder)
        deeds.setContentsMargins(0, 0, 0, 0)
        deeds.setSpacing(4)
        for button in (self.use, self.deed, self.drop, self.remove):
            deeds.addWidget(button)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(18, 12, 12, 14)
        self._row.setSpacing(12)
        self._row.addLayout(lines, 1)
        self._row.addWidget(self._holder)

    def resizeEvent(self, event: object) -> None:
        """Deeds beside the words, or under them."""
        narrow = self.width() < theme().px(STACKED_BELOW)
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._row.setAlignment(self._holder, Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignVCenter)
        self._row.setSpacing(6 if narrow else 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground."""
        paint_raised(QPainter(self), self.rect().toRectF().adjusted(1, 1, -1, -2), 14, level=1)

    # --- how it stands

    def become(self, state: RowState) -> None:
        """Another state."""
        self.state = state
        self.show_state()
        self.moved.emit()

    def mark(self, used: bool) -> None:
        """Whether she listens with it."""
        self.used = used
        self.show_state()

    def show_state(self) -> None:
        """Words, bar and deeds for the state."""
        told, state, say = self.told, self.state, words()
        name = told.title()
        self._title.setText(name)
        self.note.setText(self.note_now())
        self.bar.setVisible(state in UNDER_WAY or (state == "paused" and self._whole > 0))
        self.bar.put(self._here / self._whole if self._whole and state in ("running", "paused") else None)
        percent = round(100 * self._here / self._whole) if self._whole else 0
        key = "hearing.model.bar" if self._whole else "hearing.model.bar_unknown"
        self.bar.setAccessibleName(say(key, name=name, percent=percent))
        keys = {"paused": "hearing.model.resume", "absent": "hearing.model.get"}
        self.deed.become("text" if state in UNDER_WAY else "secondary")
        self.deed.setText(say(keys.get(state, "hearing.model.pause"), size=told.megabytes))
        self.deed.setVisible(state != "here")
        self.drop.setVisible(state == "paused")
        self.use.setVisible(state == "here" and not self.used)
        self.remove.setVisible(state == "here")
        self.remove.setText(say("hearing.model.let_go" if told.by_hand else "hearing.model.remove"))
        for button in (self.deed, self.drop, self.use, self.remove):
            button.setAccessibleName(f"{name}: {button.text().strip()}")
        self.updateGeometry()

    def note_now(self) -> str:
        """Where it stands, in words."""
        say, here, whole = words(), self._here // MILLION, max(1, round(self._whole / MILLION))
        if self.state == "running":
            return say("hearing.model.progress", here=here, whole=whole)
        if self.state == "paused":
            whole = whole if self._whole else self.told.megabytes
            here = here if self._whole else part_of(self.fetch.folder, f"{self.told.name}.zip") // MILLION
            return say("hearing.model.paused", here=here, whole=whole)
        if self.state == "here":
            parts = [say("hearing.model.in_use")] if self.used else []
            parts.append(say("hearing.model.here", size=self.told.megabytes))
            parts.append(say("hearing.model.verified_hand" if self.told.by_hand else "hearing.model.verified"))
            return " · ".join(parts)
        return say(f"hearing.model.{self.state}") if self.state in ("asking", "checking") else say("hearing.model.source")

    # --- what is done

    def press(self) -> None:
        """Begin, go on, or pause."""
        if self.state in UNDER_WAY:
            self.fetch.cancel()
            self.become("paused" if self._here else "absent")
            return
        if self.fetch.running:
            # The one that was paused is about to end.
            QTimer.singleShot(AGAIN, self, self.press)
            return
        self.fault.hide()
        self.become("asking")
        self.fetch.start(self.told.lang, self.told.name)

    def give_up(self) -> None:
        """What came of it goes."""
        if self.fetch.running:
            QTimer.singleShot(AGAIN, self, self.give_up)
            return
        try:
            drop_part(self.fetch.folder, f"{self.told.name}.zip")
        except OSError as fault:
            self.blame(str(fault.strerror or fault))
            return
        self._here = self._whole = 0
        self.become("absent")

    def show_progress(self, here: int, whole: int) -> None:
        """So far."""
        self._here, self._whole = here, whole
        if not self.fetch.cancelled():
            self.become("checking" if whole and here >= whole else "running")

    def take(self, model: InstalledModel) -> None:
        """It is here and works."""
        self.told = told_of_installed(model)
        self.become("here")
        announce(self, words()("hearing.model.ready", name=self.told.title()))

    def fail(self, fault: VoiceError) -> None:
        """Why it does not come; a pause is no failure."""
        self.become("paused" if part_of(self.fetch.folder, f"{self.told.name}.zip") else "absent")
        if fault.kind != "cancelled":
            self.blame(sentences(*cause_of(fault)))

    def blame(self, text: str) -> None:
        """What went wrong, in rose and for screen readers."""
        self.fault.setText(text)
        self.fault.show()
        announce(self, text, urgent=True)
        self.updateGeometry()
