"""What can be done on the page: taking back, letting count again, and saying how a promise ended. Each can be undone."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.bond_page.lines import short
from desktop.theme.words import words
from desktop.widgets.ask import ask
from desktop.window.house import House
from mind.domain import HeldEvent, OpenLoop

TAKING_BACK: Final = ("undo", "misunderstanding")
EVENTS: Final = 400
SETTLED: Final = {"kept": "bond.told_kept", "broken": "bond.told_let_go", "cancel": "bond.told_let_go"}


class BondSteering(QObject):
    """`told` carries what was done and how to undo it; `changed` follows every change."""

    told = Signal(str, object)
    changed = Signal()

    def __init__(self, house: House, page: QWidget) -> None:
        super().__init__(page)
        self._house, self._page = house, page
        self._back: Callable[[], object] | None = None

    # --- events of the ledger

    def misunderstood(self, event_id: int, quote: str) -> None:
        """Asked once: it was none."""
        values = {"quote": short(quote) or "…"}
        title, text = "bond.ask_misunderstanding", "bond.ask_misunderstanding_text"
        if ask(self._page, title, text, "bond.ask_misunderstanding_deed", **values):
            self.annul(self._house.mind.bonds.misunderstanding(event_id), event_id, "bond.told_misunderstanding")

    def take_back(self, event_id: int) -> None:
        """It shall not count."""
        self.annul(self._house.mind.bonds.undo(event_id), event_id, "bond.told_undo")

    def annul(self, work: Coroutine[Any, Any, Any], event_id: int, key: str) -> None:
        """Take an event back; the toast lets it count again."""
        self.do(work, key, lambda: self.count_again(event_id, quiet=True))

    def count_again(self, event_id: int, *, quiet: bool = False) -> None:
        """Take back what took it back."""
        bonds = self._house.mind.bonds

        async def work() -> None:
            taken = taken_back(await bonds.events(EVENTS))
            if event_id not in taken:
                raise ValueError("nothing took it back")
            await bonds.undo(taken[event_id][0])

        back = None if quiet else (lambda: self.take_back(event_id))
        self.do(work(), "bond.told_again", back)

    # --- what the two expect

    def settle(self, loop: OpenLoop, how: str) -> None:
        """How a promise ended, or that she shall not ask."""
        bonds = self._house.mind.bonds
        work = bonds.cancel(loop.id) if how == "cancel" else bonds.settle(loop.id, how == "kept")
        key = "bond.told_cancelled" if loop.side == "plan" else SETTLED[how]
        self.do(work, key, lambda: self.do(bonds.reopen(loop.id), "", None))

    def go_on(self) -> None:
        """End a pause."""
        bonds = self._house.mind.bonds
        self.do(bonds.resume(), "", lambda: self.do(bonds.pause(), "", None))

    # --- inside

    def do(self, work: Coroutine[Any, Any, Any], key: str, back: Callable[[], object] | None) -> None:
        """Do it, tell it with its way back, and let the page follow."""

        def done(_: object) -> None:
            self._back = back
            if key:
                self.told.emit(words()(key), self.undo if back is not None else None)
            self.changed.emit()

        self._house.bridge.submit(work, done, self.failed)

    def failed(self, fault: Exception) -> None:
        """What cannot be taken back any more is said; all else is a fault of the house."""
        if isinstance(fault, KeyError | ValueError):
            self.told.emit(words()("bond.told_cannot"), None)
            self.changed.emit()
            return
        self._house.conversation.fail(fault)

    def undo(self) -> bool:
        """Take back what was done last; True if there was something."""
        back, self._back = self._back, None
        if back is None:
            return False
        back()
        return True


def taken_back(events: tuple[HeldEvent, ...]) -> dict[int, tuple[int, bool]]:
    """For events that count no longer: the id of what took them back, and whether as a misunderstanding. Newest first."""
    gone: set[int] = set()
    found: dict[int, tuple[int, bool]] = {}
    for event in events:
        if event.kind in TAKING_BACK and event.about is not None and event.id not in gone:
            gone.add(event.about)
            found.setdefault(event.about, (event.id, event.kind == "misunderstanding"))
    return found
