"""What was heard, in the field to be looked over before it is sent: Enter sends it, Esc drops it, speaking again adds to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from desktop.talk.strip import Strip
from desktop.theme.words import words
from desktop.widgets.banner import announce
from desktop.window.keys import reading
from voice.scripts import script

if TYPE_CHECKING:
    from desktop.talk.composer import Composer


class Review(QObject):
    """`spoken` while words that were heard stand in the field."""

    def __init__(self, composer: Composer) -> None:
        super().__init__(composer)
        self._composer = composer
        self._before = ""
        self.spoken = False
        self.strip = Strip("hearing.review.drop", self.drop, composer, wrap=True)
        composer.pen.textChanged.connect(self.look)
        words().changed.connect(self.say)
        self.say()

    def say(self) -> None:
        """How to send it or let go of it."""
        told = words()("hearing.review.strip", send=reading("send"), drop=reading("stop"))
        self.strip.line.setText(told)

    def hear(self, text: str) -> None:
        """Put it behind what stands there, with the keyboard on it."""
        pen = self._composer.pen
        here = pen.toPlainText()
        if not self.spoken:
            self._before, self.spoken = here, True
        pen.setPlainText(joined(here, text))
        pen.moveCursor(QTextCursor.MoveOperation.End)
        pen.setFocus()
        self.strip.show()
        announce(pen, words()("hearing.review.announce", text=text))

    def look(self) -> None:
        """An empty field holds nothing to look over."""
        if self.spoken and not self._composer.pen.toPlainText():
            self.end()

    def drop(self) -> bool:
        """Let go of what was heard; what was written before stays. True if there was any."""
        if not self.spoken:
            return False
        self._composer.pen.setPlainText(self._before)
        self._composer.pen.moveCursor(QTextCursor.MoveOperation.End)
        self.end()
        return True

    def end(self) -> None:
        """It was sent, or let go of."""
        self.spoken, self._before = False, ""
        self.strip.hide()


def joined(before: str, after: str) -> str:
    """One after the other, with a blank where the script writes blanks."""
    if not before or before[-1].isspace():
        return before + after
    close = any(script(char) in ("han", "kana") for char in (before.rstrip("。！？!?.,、，")[-1:], after[:1]) if char)
    return before + after if close else f"{before} {after}"
