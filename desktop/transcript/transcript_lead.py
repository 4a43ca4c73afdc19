"""Opens the sheet "What she said", keeps it as the talk is, and lets her be heard again from it and from her bubbles."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop.talk.rows import Row
from desktop.theme.words import words
from desktop.transcript.lines import Line, lines_of, recent_lines
from desktop.transcript.transcript_sheet import TranscriptSheet
from desktop.widgets.banner import announce
from desktop.window.sheet_place import lay_over_talk
from mind.events import Sentence

if TYPE_CHECKING:
    from desktop.window.house import House
    from desktop.window.main_window import MainWindow

SOON = 40
"""Milliseconds in which several changes of the talk are read as one."""


class TranscriptLead(QObject):
    """What is said again is no part of the talk: it is neither kept nor counted, and her next own word ends it."""

    def __init__(self, house: House, window: MainWindow) -> None:
        super().__init__(window)
        self._house, self._window = house, window
        self.sheet: TranscriptSheet | None = None
        self._playing: list[Line] = []
        self._whole: Row | None = None
        self._heard: Line | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self.refresh)
        speech, model = house.speech, house.conversation.model
        speech.replayed.connect(self.follow)
        speech.started.connect(self.sounds)
        speech.captioned.connect(self.mark)
        speech.speaking_changed.connect(lambda on: None if on else self.show_heard(None))
        for change in (model.dataChanged, model.rowsInserted, model.rowsRemoved, model.modelReset):
            change.connect(lambda *_: self._soon.start())
        window.talk.hear_wanted.connect(self.hear_row)
        window.transcript_wanted.connect(self.toggle)
        house.changes.transcript.connect(self.toggle)
        window.sheet_opened.connect(lambda who: self.close() if who is not self else None)
        window.placed.connect(self.place)
        window.opened.connect(lambda page: self.close() if page != "talk" else None)
        window.talk.list.installEventFilter(self)
        words().changed.connect(self.reword)

    # --- hearing

    def again(self) -> None:
        """The last sentence once more, or an end to it."""
        if self._house.speech.replaying:
            self._house.speech.end_replay()
            return
        last = recent_lines(self._house.conversation.model.rows, 1)
        if last:
            self.play(last, None)

    def hear_row(self, row: Row) -> None:
        """A bubble, sentence by sentence; while it is heard, an end to it."""
        if self._whole is row and self._house.speech.replaying:
            self._house.speech.end_replay()
        else:
            self.play(lines_of(row), row)

    def hear_line(self, line: Line) -> None:
        """One sentence; while it is heard, an end to it."""
        if self._heard is not None and self._heard.key == line.key:
            self._house.conversation.stop()
        else:
            self.play([line], None)

    def play(self, lines: Sequence[Line], row: Row | None) -> None:
        """Say them again, unless she is speaking; without a voice they are read, and the way to her voice is told."""
        speech = self._house.speech
        speech.end_replay()
        self._playing, self._whole = list(lines), row
        if not speech.replay([line.again for line in lines]):
            if lines:
                self._window.toast.tell(words()("captions.wait"))
            return
        self._window.talk.list.hear(row)
        if self.quiet and self.sheet is None:
            self._window.toast.tell(words()("captions.voice_off"))

    @property
    def quiet(self) -> bool:
        """Whether her voice cannot be heard."""
        return self._house.settings.voice.muted or self._house.speech.voice is None

    def turn_on(self) -> None:
        """Give her voice back."""
        self._window.stage.mute_toggled.emit(False)
        if self.sheet is not None:
            self.sheet.show_off(self.quiet)
            self.sheet.first_focus()

    # --- what sounds

    def follow(self, sentence: Sentence | None) -> None:
        """A sentence is said again now, or no more."""
        if sentence is None:
            self._playing, self._whole = [], None
            self._window.talk.list.hear(None)
            self.show_heard(None)
        else:
            self.show_heard(next((line for line in self._playing if line.again is sentence), None))

    def sounds(self, sentence: Sentence) -> None:
        """She says something for the first time: its line, where it has one already."""
        if self.sheet is not None and not self._house.speech.replaying:
            self.refresh()
            shown = (each.line for each in self.sheet.lines)
            self.show_heard(next((line for line in shown if line.spoken is sentence), None))

    def show_heard(self, line: Line | None) -> None:
        """Mark its line."""
        self._heard = line
        if self.sheet is not None:
            self.sheet.sound(line)

    def mark(self, _: str, begin: int, end: int) -> None:
        """The word that sounds."""
        if self.sheet is not None and self._heard is not None:
            self.sheet.mark(begin, end)

    # --- the sheet

    def toggle(self) -> None:
        """Open it, or close it."""
        if not self.close():
            self.open()

    def open(self) -> None:
        """Over the talk."""
        window = self._window
        if window.page != "talk":
            window.open_page("talk")
        window.sheet_opened.emit(self)
        sheet = TranscriptSheet(window)
        sheet.closed.connect(self.close)
        sheet.wanted.connect(self.hear_line)
        sheet.voice_wanted.connect(self.turn_on)
        sheet.copied.connect(lambda: window.toast.tell(words()("talk.copied")))
        self.sheet = sheet
        self.refresh()
        window.sheet_open = True
        window.arrange()
        sheet.show()
        sheet.raise_()
        sheet.sound(self._heard)
        announce(sheet, sheet.accessibleName())
        sheet.first_focus()

    def refresh(self) -> None:
        """As the talk is now: what was forgotten goes, and is heard no more."""
        rows = self._house.conversation.model.rows
        if self._playing and any(line.row not in rows or line.text not in line.row.text for line in self._playing):
            self._house.speech.end_replay()
        if self.sheet is not None:
            self.sheet.show_off(self.quiet)
            self.sheet.show_lines(recent_lines(rows), datetime.now().astimezone())
            self.sheet.sound(self._heard)

    def reword(self) -> None:
        """Times and names in another language."""
        if self.sheet is not None:
            self.sheet.show_lines((), datetime.now().astimezone())
            self.refresh()

    def close(self) -> bool:
        """Close it; True if it was open."""
        if self.sheet is None:
            return False
        focused = self.sheet.isAncestorOf(QApplication.focusWidget() or self._window)
        self.sheet.hide()
        self.sheet.deleteLater()
        self.sheet = None
        self._window.sheet_open = False
        self._window.arrange()
        if focused:
            self._window.talk.list.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def regions(self) -> list[QWidget]:
        """The sheet, where it is open, for whoever walks from part to part."""
        return [self.sheet] if self.sheet is not None else []

    def place(self) -> None:
        """Beside the talk, or over it."""
        if self.sheet is not None:
            lay_over_talk(self._window, self.sheet)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The list grew or moved: a card under it came or went."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self.place()
        return False
