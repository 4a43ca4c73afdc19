"""The talk beside the stage: header, list, cards, composer and the line that never goes away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.conversation.conversation import Conversation
from desktop.receipt.forget_question import ask_forget
from desktop.talk.ai_line import AiLine
from desktop.talk.chat_list import ChatList
from desktop.talk.composer import Composer
from desktop.talk.crisis_card import CrisisCard
from desktop.talk.name_line import NameLine
from desktop.talk.passage import Passage
from desktop.talk.receipt import Receipt
from desktop.talk.rows import Chip, Row
from desktop.talk.whole_text import WholeText
from desktop.theme.words import words
from desktop.widgets.ask import ask
from desktop.widgets.banner import Banner, announce
from desktop.widgets.round_button import RoundButton
from mind.domain import Memory, Turn
from mind.events import FaultShown, Notice
from mind.turn.memory_book import ForgetCost, MemoryCard


class TalkPanel(QWidget):
    """Connects what is pressed here with the conversation."""

    menu_wanted = Signal(object)
    bond_wanted = Signal()
    copied = Signal()
    why_wanted = Signal(int)
    """Of a reply: why she said that."""
    hear_wanted = Signal(object)
    """A row of hers to be heard again."""
    told = Signal(str)
    turn_wanted = Signal(int)
    memory_wanted = Signal(int)
    """A memory to open on its own page."""

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

    def put_under_header(self, widget: QWidget) -> None:
        """Something small between header and list."""
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(1, widget)

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
        self.list.earlier_wanted.connect(lambda: talk.past.earlier())
        self.list.rested.connect(talk.chips.hold)
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
            self.conversation.say(text, self.composer.channel)
        else:
            self.conversation.edit(editing, text)

    def edit_last(self) -> None:
        """Take the last words back into the field."""
        row = self.conversation.model.last_mine()
        if row is not None and row.turn_id is not None:
            self.composer.edit(row.turn_id, row.text)

    # --- rows

    def act(self, action: str, row: Row) -> None:
        """Hear, copy, edit or delete."""
        if action == "hear":
            self.hear_wanted.emit(row)
        elif action == "copy":
            QGuiApplication.clipboard().setText(row.text)
            self.copied.emit()
        elif action == "edit" and row.turn_id is not None:
            self.composer.edit(row.turn_id, row.text)
        elif action == "why" and row.turn_id is not None:
            self.why_wanted.emit(row.turn_id)
        elif action == "delete" and row.turn_id is not None:
            key = "delete_mine" if row.kind == "mine" else "delete_hers"
            if ask(self.window(), "talk.delete_title", f"talk.{key}", "receipt.forget_now"):
                self.conversation.back.delete(row.turn_id)

    def press_chip(self, row: Row, chip: Chip) -> None:
        """Open a resting chip, else the receipt."""
        if chip.resting:
            self.conversation.chips.open(row, chip)
        elif chip.kind == "more":
            row.all_chips = True
            self.conversation.model.touch(row)
        elif chip.turn is not None:
            self.turn_wanted.emit(chip.turn.id)
        elif chip.memory is not None:
            self.show_receipt(chip)

    def show_receipt(self, chip: Chip) -> None:
        """Where a memory comes from, as a card over the foot of the list."""
        if chip.memory is not None:
            talk = self.conversation
            talk.bridge.submit(talk.mind.book.card(chip.memory.id), self.show_card, talk.fail)

    def show_card(self, found: MemoryCard | None) -> None:
        """The receipt, read; it may be gone meanwhile."""
        self.close_receipt()
        if found is None:
            self.told.emit(words()("memory.gone"))
            return
        card = Receipt(found, self.conversation.model.her_name, datetime.now().astimezone(), self)
        card.forget_wanted.connect(self.forget)
        card.turn_wanted.connect(self.turn_wanted)
        card.memory_wanted.connect(self.memory_wanted)
        card.closed.connect(self.close_receipt)
        self._receipt = card
        self.place_receipt()
        card.show()
        card.raise_()
        card.cross.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, turn_id: int) -> None:
        """Show a turn: in the list, or, from long ago, as a passage of its own."""
        self.close_receipt()
        past = self.conversation.past
        past.reach(turn_id, lambda row: self.list.reveal(row) if row is not None else self.read_passage(turn_id))

    def read_passage(self, turn_id: int) -> None:
        """The talk around a turn that is not loaded."""
        talk = self.conversation
        talk.bridge.submit(talk.mind.book.passage(turn_id), lambda turns: self.show_passage(turns, turn_id), talk.fail)

    def show_passage(self, turns: Sequence[Turn], turn_id: int) -> None:
        """A few turns in a window of their own."""
        if not turns:
            self.told.emit(words()("memory.gone"))
            return
        passage = Passage(turns, turn_id, self.conversation.model.her_name, self.window())
        passage.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        passage.open()

    def place_receipt(self) -> None:
        """Over the foot of the list, as high as it needs."""
        if self._receipt is not None:
            width = self.list.width()
            high = min(self._receipt.wanted_height(width), self.list.height())
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

    def forget(self, memory: Memory) -> None:
        """Ask once, with what goes; then it goes."""
        talk = self.conversation

        def asked(cost: ForgetCost | None) -> None:
            if cost is None:
                self.forgotten(memory.id)
            elif ask_forget(self.window(), memory, cost):
                talk.bridge.submit(talk.mind.book.forget(memory.id), lambda _: self.forgotten(memory.id), talk.fail)

        talk.bridge.submit(talk.mind.book.forget_cost(memory.id), asked, talk.fail)

    def forgotten(self, memory_id: int) -> None:
        """It is gone."""
        self.close_receipt()
        self.conversation.back.forgotten(memory_id)
        self.told.emit(words()("memory.did_forget"))

    def undo(self, row: Row, chip: Chip) -> None:
        """Undo on a chip."""
        if chip.memory is not None:
            self.conversation.back.undo_memory(chip.memory.id)

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
        """The card follows the list."""
        if event.type() == QEvent.Type.Resize:
            self.place_receipt()
        return False
