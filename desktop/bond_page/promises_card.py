"""What the two expect of each other: what she will ask about once, her promises, and the user's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.bond_page.side_card import Chip, SideCard
from desktop.theme.dates import day, heading
from desktop.theme.icons import icon
from desktop.theme.words import words
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push
from desktop.widgets.round_button import RoundButton
from mind.domain import OpenLoop

SHOWN: Final = 5


class PromiseRow(QWidget):
    """Whose, what, until when, and what can be said of it. `settled` carries how it ended."""

    settled = Signal(object, str)

    def __init__(self, loop: OpenLoop, name: str, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.loop = loop
        mine = loop.side == "promise"
        who = words()("bond.you") if mine else name
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(Chip(who, "pine_soft" if mine else "honey_soft", "pine" if mine else "honey"), 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setContentsMargins(0, 2, 0, 0)
        lines.setSpacing(1)
        self.text = Paragraph("body", "ink1")
        self.text.setText(" ".join(loop.text.split()))
        lines.addWidget(self.text)
        when = when_words(loop, now)
        if when:
            note = Paragraph("caption", "ink3")
            note.setText(when)
            lines.addWidget(note)
        self.cancel: Push | None = None
        if loop.side == "plan":
            self.cancel = Push("bond.stop_asking", "text", lambda: self.settled.emit(loop, "cancel"), small=True, flush=True)
            lines.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(lines, 1)
        self.more: RoundButton | None = None
        if loop.side != "plan":
            self.more = RoundButton("more", "bond.open_menu", 32, icon_size=16, ink="ink2", pressed=self.open_menu)
            self.more.call(words()("bond.promise_menu", text=self.text.text()))
            row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(words()("bond.promise_name", who=who, text=self.text.text(), when=when).strip())

    def menu(self) -> QMenu:
        """What can be said of it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        mine = self.loop.side == "promise"
        kept = words()("bond.kept_mine" if mine else "bond.kept_hers")
        menu.addAction(icon("check"), kept, lambda: self.settled.emit(self.loop, "kept"))
        if mine:
            menu.addAction(icon("close"), words()("bond.broke_mine"), lambda: self.settled.emit(self.loop, "broken"))
        menu.addAction(icon("undo"), words()("bond.let_go"), lambda: self.settled.emit(self.loop, "cancel"))
        return menu

    def open_menu(self) -> None:
        """Under its button."""
        menu = self.menu()
        button = self.more
        assert button is not None
        menu.popup(button.mapToGlobal(QPoint(button.width() - menu.sizeHint().width(), button.height() + 2)))


class PromisesCard(SideCard):
    """`settled` carries a loop and how it ended: "kept", "broken" or "cancel"."""

    settled = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("bond.promises", parent)
        self._all = False
        self._told: tuple[Sequence[OpenLoop], str, datetime] | None = None

    def tell(self, loops: Sequence[OpenLoop], name: str, now: datetime) -> None:
        """Those that are open, the next ones first."""
        self._told = (loops, name, now)
        self.clear()
        if not loops:
            self.say("body", "ink3", words()("bond.no_promises"))
        shown = loops if self._all else loops[:SHOWN]
        for loop in shown:
            row = PromiseRow(loop, name, now)
            row.settled.connect(self.settled)
            self.rows.addWidget(row)
        if len(loops) > SHOWN:
            key = "bond.fewer_milestones" if self._all else "bond.all_milestones"
            more = Push(key, "text", self.unfold, small=True, flush=True, count=len(loops))
            self.rows.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def unfold(self) -> None:
        """All of them, or the first again."""
        self._all = not self._all
        if self._told is not None:
            self.tell(*self._told)

    def told(self) -> list[PromiseRow]:
        """The rows, in order."""
        found = (self.rows.itemAt(at) for at in range(self.rows.count()))
        return [row for item in found if item is not None and isinstance(row := item.widget(), PromiseRow)]


def when_words(loop: OpenLoop, now: datetime) -> str:
    """Until when, or when she asks."""
    if loop.asked_at is not None:
        return words()("bond.asked", day=day(loop.asked_at, now))
    if loop.side == "plan":
        if loop.due is None or loop.due < now:
            return words()("bond.ask_caption_open")
        return words()("bond.ask_caption", day=heading(loop.due, now))
    if loop.due is None:
        return day(loop.said_at, now)
    if loop.due >= now:
        return words()("bond.due", day=heading(loop.due, now))
    return words()("bond.due_past", day=day(loop.due, now))
