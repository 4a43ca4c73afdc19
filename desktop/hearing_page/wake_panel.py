"""The names she is called by, and while they are written, whether the speech model can hear them."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.hearing_page.name_verdict import judge, told
from desktop.theme.icons import paint_icon
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.banner import announce
from desktop.widgets.flow import Flow
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push
from desktop.window.house import House
from voice.wake.verdict import NameVerdict

COMMA: Final = re.compile(r"[,，、;；]+")
MOST: Final = 3
CALM: Final = 350
"""Milliseconds after the last letter until the model is asked."""
INSET: Final = 24


def names_in(text: str) -> list[str]:
    """Written with any comma between them; each once."""
    return list(dict.fromkeys(" ".join(part.split()) for part in COMMA.split(text) if part.strip()))


class VerdictLine(QWidget):
    """One name: whether it is heard, and what is close to it where it is not. `wanted` is another name to take instead."""

    wanted = Signal(str, str)

    def __init__(self, verdict: NameVerdict) -> None:
        super().__init__()
        self.verdict = verdict
        name = verdict.name
        self.text = Paragraph("caption", "ink2")
        self.text.setText(told(verdict))
        column = QVBoxLayout(self)
        column.setContentsMargins(INSET, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.text)
        if verdict.closest:
            ways = Flow(gap=4)
            for other in verdict.closest:
                push = Push("hearing.wake.try_one", "text", None, small=True, flush=True, name=other)
                push.clicked.connect(lambda _=False, other=other: self.wanted.emit(name, other))
                ways.addWidget(push)
            column.addLayout(ways)

    @property
    def fine(self) -> bool:
        """Nothing to worry about."""
        return self.verdict.heard and not self.verdict.often

    def paintEvent(self, event: QPaintEvent) -> None:
        """A check, or a sign that something is to be read."""
        side = 14 * min(1.5, theme().scale)
        box = QRectF(1, (theme().line("caption") - side) / 2, side, side)
        paint_icon(QPainter(self), "check" if self.fine else "info", box, theme().colour("pine" if self.fine else "honey"))


class WakePanel(QWidget):
    """Kept as it is written. `changed` when she is called otherwise from now on."""

    changed = Signal()

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self._asked = 0
        self.lines: list[VerdictLine] = []
        self.pen = QLineEdit()
        self.pen.setMaxLength(120)
        words().bind(self.pen, self.pen.setAccessibleName, "hearing.wake.field")
        self.note = Paragraph("caption", "ink3")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self.pen)
        self._column.addWidget(self.note)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM)
        self._calm.timeout.connect(self.keep)
        self.pen.textEdited.connect(lambda _: self._calm.start())
        self.pen.editingFinished.connect(self.keep)
        words().changed.connect(self.refresh)
        self.note.hide()

    @property
    def names(self) -> list[str]:
        """Those that count: what is written, else her own."""
        return names_in(self.pen.text())[:MOST] or [words().her]

    def refresh(self) -> None:
        """What is set, and what the model says of it."""
        if not self.pen.hasFocus():
            self.pen.setText(words()("hearing.wake.comma").join(self._house.settings.hearing.wake_names))
        self.pen.setPlaceholderText(words()("hearing.wake.hint"))
        self.ask()

    def keep(self) -> None:
        """From now on these."""
        self._calm.stop()
        written = names_in(self.pen.text())
        hearing = self._house.settings.hearing
        if written[:MOST] != hearing.wake_names:
            hearing.wake_names = written[:MOST]
            self._house.keep()
            self._house.changes.ears.emit()
            self.changed.emit()
            self.ask()
        if len(written) > MOST:
            self.tell(words()("hearing.wake.too_many"))

    def ask(self) -> None:
        """Have them looked up, in another thread."""
        if not self.isVisible():
            return
        self._asked += 1
        mine, names = self._asked, self.names
        house, settings, lang = self._house, self._house.settings.model_copy(deep=True), words().lang

        async def look_up() -> list[NameVerdict] | None:
            person = await house.mind.person()
            return await asyncio.to_thread(judge, house.folder, settings, lang, names, (person.name,) if person.name else ())

        house.bridge.submit(look_up(), lambda found: self.show_verdicts(mine, found), house.conversation.fail)

    def show_verdicts(self, mine: int, found: Sequence[NameVerdict] | None) -> None:
        """A line for each name; None where there is no model to ask."""
        if mine != self._asked:
            return
        for line in self.lines:
            line.hide()
            line.deleteLater()
        self.lines = []
        if found is None:
            self.tell(words()("hearing.wake.no_model"))
            return
        for verdict in found:
            line = VerdictLine(verdict)
            line.wanted.connect(self.swap)
            self.lines.append(line)
            self._column.insertWidget(self._column.count() - 1, line)
        if found and not any(verdict.heard for verdict in found):
            self.tell(words()("hearing.wake.none_known"))
        elif len(names_in(self.pen.text())) <= MOST:
            self.note.hide()
        announce(self.pen, " ".join(line.text.text() for line in self.lines))

    def tell(self, text: str) -> None:
        """A line under them."""
        self.note.setText(text)
        self.note.show()

    def swap(self, name: str, other: str) -> None:
        """Another word in a name's place."""
        written = [other if each == name else each for each in (names_in(self.pen.text()) or [name])]
        self.pen.setText(words()("hearing.wake.comma").join(dict.fromkeys(written)))
        self.keep()

    def showEvent(self, event: object) -> None:
        """Ask when it is first seen, and again: a model may have come."""
        self.ask()
