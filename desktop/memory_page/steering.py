"""What the user does about a memory: correct, pin, never mention, forget; each but the last with a way back."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.memory_page.receipt_sheet import ReceiptSheet
from desktop.receipt.forget_question import ask_forget
from desktop.theme.words import words
from desktop.window.house import House
from mind.domain import Memory
from mind.turn.memory_book import ForgetCost


class Steering(QObject):
    """`told` carries a line for the toast and its undo (or None), `changed` and `gone` a memory's id."""

    told = Signal(str, object)
    changed = Signal(int)
    gone = Signal(int)

    def __init__(self, house: House, parent: QWidget) -> None:
        super().__init__(parent)
        self._house = house
        self._page = parent
        self._back: list[Callable[[], None]] = []

    def connect_sheet(self, sheet: ReceiptSheet) -> None:
        """Take a sheet's wishes."""
        sheet.corrected.connect(self.correct)
        sheet.pinned.connect(self.pin)
        sheet.muted.connect(self.mute)
        sheet.forgotten.connect(lambda _: self.forget(sheet.card.memory))

    def pin(self, memory_id: int, pinned: bool) -> None:
        """Keep it close, or no longer."""
        book = self._house.mind.book
        key = "memory.did_pin" if pinned else "memory.did_unpin"
        self.mark(memory_id, key, book.pin(memory_id, pinned), lambda: book.pin(memory_id, not pinned))

    def mute(self, memory_id: int, muted: bool) -> None:
        """Let her never mention it, or again."""
        book = self._house.mind.book
        key = "memory.did_mute" if muted else "memory.did_unmute"
        self.mark(memory_id, key, book.mute(memory_id, muted), lambda: book.mute(memory_id, not muted))

    def mark(
        self, memory_id: int, key: str, work: Coroutine[Any, Any, None], undo: Callable[[], Coroutine[Any, Any, None]]
    ) -> None:
        """Do it, tell it, and keep the way back."""

        def back() -> None:
            self.run(undo(), lambda _: self.changed.emit(memory_id))

        self.run(work, lambda _: self.done(key, memory_id, back))

    def correct(self, memory_id: int, text: str) -> None:
        """The user's sentence in place of the one that was kept."""
        book = self._house.mind.book

        def made(memory: Memory) -> None:
            def back() -> None:
                self.run(book.take_back(memory.id), lambda _: self.changed.emit(memory_id))

            self._house.conversation.model.reword(memory_id, memory)
            self.done("memory.did_correct", memory.id, back)

        self.run(book.correct(memory_id, text), made)

    def forget(self, memory: Memory) -> None:
        """Ask once, with what goes; then it goes."""

        def asked(cost: ForgetCost | None) -> None:
            if cost is None:
                self.forgotten(memory.id)
            elif ask_forget(self._page.window(), memory, cost):
                self.run(self._house.mind.book.forget(memory.id), lambda _: self.forgotten(memory.id))

        self.run(self._house.mind.book.forget_cost(memory.id), asked)

    def forgotten(self, memory_id: int) -> None:
        """It is gone; so is every way back to it."""
        self._back.clear()
        self._house.conversation.back.forgotten(memory_id)
        self.told.emit(words()("memory.did_forget"), None)
        self.gone.emit(memory_id)

    def done(self, key: str, memory_id: int, back: Callable[[], None]) -> None:
        """Tell what was done, with its undo."""
        self._back.append(back)
        self.told.emit(words()(key), lambda: self.take(back))
        self.changed.emit(memory_id)

    def take(self, back: Callable[[], None]) -> None:
        """One way back, once."""
        if back in self._back:
            self._back.remove(back)
            back()

    def undo(self) -> bool:
        """The latest way back; True if there was one."""
        if not self._back:
            return False
        self._back.pop()()
        return True

    def run(self, work: Coroutine[Any, Any, Any], done: Callable[[Any], None]) -> None:
        """Work for the mind; a memory that is gone meanwhile is told so."""

        def failed(fault: Exception) -> None:
            if isinstance(fault, KeyError):
                self.told.emit(words()("memory.gone"), None)
            else:
                self._house.conversation.fail(fault)

        self._house.bridge.submit(work, done, failed)
