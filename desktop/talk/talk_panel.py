"""The talk beside the stage: header, list, cards, composer and the line that never goes away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.conversation.conversation import Conversation
from desktop.talk.ai_line import AiLine
from desktop.talk.chat_list import ChatList
from desktop.talk.composer import Composer
from desktop.talk.crisis_card import CrisisCard
from desktop.talk.name_line import NameLine
from desktop.talk.receipt import Receipt
from desktop.talk.rows import Chip, Row
from desktop.talk.whole_text import WholeText
from desktop.theme.words import words
from desktop.widgets.ask import ask
from desktop.widgets.banner import Banner, announce
from desktop.widgets.round_button import RoundButton
from mind.events import FaultShown, Notice


class TalkPanel(QWidget):
    """Connects what is pressed here with the conversation."""

    menu_wanted = Signal(object)
    bond_wanted = Signal()
    copied = Signal()

    def __init__(self, conversation: Conversation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.conversation = conversation
        self.name = NameLine()
        self.name.clicked.connect(self.bond_wanted)
        self.menu = RoundButton("more", "talk.menu", 40)
        self.menu.clicked.connect(lambda: self.menu_wanted.emit(self.menu))
        self.list = ChatList(conversation.model)
        self.banner = Banner("plug")
        self.crisis = CrisisCard()
        self.composer = Composer()
        self.ai_line = AiLine()
        self._receipt: Receipt | None = None
        self.lay_out()
        self.connect_parts()

    def lay_out(self) -> None:
        """Header, list, cards, composer, line."""
        head = QHBoxLayout()
        head.setContentsMargins(4, 0, 0, 4)
        self._head = head
        head.addWidget(self.name, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        head.addWidget(self.menu, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self.crisis)
        column.addWidget(self.banner)
        column.addWidget(self.composer)
        column.addWidget(self.ai_line)

    def leave_room(self, width: int) -> None:
        """Keep the header's start free for her small face."""
        self._head.setContentsMargins(4 + width, 0, 0, 4)

    def connect_parts(self) -> None:
        """Wire the parts to the conversation."""
        talk = self.conversation
        self.list.action.connect(self.act)
        self.list.chip_pressed.connect(self.press_chip)
        self.list.undo_pressed.connect(self.undo)
        self.list.whole_wanted.connect(self.show_whole)
        self.list.earlier_wanted.connect(talk.earlier)
        self.list.installEventFilter(self)
        self.composer.written.connect(self.send)
        self.composer.stopped.connect(talk.stop)
        self.composer.last_wanted.connect(self.edit_last)
        talk.busy_changed.connect(self.composer.occupy)
        talk.fault_shown.connect(self.show_fault)
        talk.solved.connect(self.banner.clear)
        talk.crisis.connect(self.show_crisis)
        talk.lost_words.connect(self.composer.restore)

    # --- sending

    def send(self, text: str, editing: int | None) -> None:
        """New words, or new words for old ones."""
        self.list.to_end()
        if editing is None:
            self.conversation.say(text)
        else:
            self.conversation.edit(editing, text)

    def edit_last(self) -> None:
        """Take the last words back into the field."""
        row = self.conversation.model.last_mine()
        if row is not None and row.turn_id is not None:
            self.composer.edit(row.turn_id, row.text)

    # --- rows

    def act(self, action: str, row: Row) -> None:
        """Copy, edit or delete."""
        if action == "copy":
            QGuiApplication.clipboard().setText(row.text)
            self.copied.emit()
        elif action == "edit" and row.turn_id is not None:
            self.composer.edit(row.turn_id, row.text)
        elif action == "delete" and row.turn_id is not None:
            key = "delete_mine" if row.kind == "mine" else "delete_hers"
            if ask(self.window(), "talk.delete_title", f"talk.{key}", "receipt.forget"):
                self.conversation.delete(row.turn_id)

    def press_chip(self, row: Row, chip: Chip) -> None:
        """Open a resting chip, else the receipt."""
        if chip.resting:
            self.conversation.model.rest(row, chip, resting=False)
        elif chip.kind == "more":
            self.show_more(row)
        elif chip.memory is not None:
            self.show_receipt(chip)

    def show_more(self, row: Row) -> None:
        """The memories behind "+2" are in the row's menu."""
        index = self.conversation.model.index(self.conversation.model.rows.index(row))
        self.list.open_menu(row, self.list.visualRect(index).bottomLeft())

    def show_receipt(self, chip: Chip) -> None:
        """Where a memory comes from, as a card over the foot of the list."""
        self.close_receipt()
        if chip.memory is None:
            return
        card = Receipt(chip.memory, datetime.now().astimezone(), self)
        card.forgotten.connect(self.forget)
        card.closed.connect(self.close_receipt)
        self._receipt = card
        self.place_receipt()
        card.show()
        card.raise_()
        card.cross.setFocus(Qt.FocusReason.OtherFocusReason)

    def place_receipt(self) -> None:
        """Over the foot of the list, as high as it needs."""
        if self._receipt is not None:
            width = self.list.width()
            high = min(self._receipt.heightForWidth(width), self.list.height())
            high = max(high, self._receipt.sizeHint().height())
            bottom = self.list.geometry().bottom()
            self._receipt.setGeometry(self.list.x(), bottom - high, width, high)

    def close_receipt(self) -> bool:
        """Close it; True if one was open."""
        if self._receipt is None:
            return False
        self._receipt.deleteLater()
        self._receipt.hide()
        self._receipt = None
        return True

    def forget(self, memory_id: int) -> None:
        """Take a memory back."""
        self.close_receipt()
        self.conversation.undo_memory(memory_id)

    def undo(self, row: Row, chip: Chip) -> None:
        """Undo on a chip."""
        if chip.memory is not None:
            self.conversation.undo_memory(chip.memory.id)

    def show_whole(self, row: Row) -> None:
        """A long message in full."""
        reader = WholeText(row.text, self.window())
        reader.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        reader.open()

    # --- cards

    def show_fault(self, fault: FaultShown, turn_id: int | None) -> None:
        """One line naming it, one with the next step, and the two ways on."""
        actions: Sequence[tuple[str, Callable[[], object]]] = ()
        if turn_id is not None:
            actions = (
                ("fault.again", lambda: self.conversation.retry(turn_id)),
                ("fault.offline", lambda: self.conversation.retry(turn_id, offline=True)),
            )
        note = fault.remedy
        if turn_id is not None:
            note = f"{fault.remedy} {words()('fault.kept')}".strip()
        self.banner.tell(fault.message, note, actions)
        announce(self, f"{fault.message} {note}", urgent=True)

    def show_crisis(self, notice: Notice) -> None:
        """People to call."""
        self.banner.clear()
        self.crisis.tell(notice.title, notice.text, notice.lines)
        announce(self, f"{notice.title} {notice.text}", urgent=True)

    def resizeEvent(self, event: object) -> None:
        """The card follows."""
        self.place_receipt()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Focus or pointer on a row keeps its chips open."""
        if event.type() == QEvent.Type.Resize:
            self.place_receipt()
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.Enter):
            index = self.list.currentIndex()
            self.conversation.chips.hold(self.list.row(index))
        return False
