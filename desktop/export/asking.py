"""Saving from the window: which file, then writing it while the talk goes on, then a word that it is done."""

from __future__ import annotations

import asyncio
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.export.saving import Saved, save_all, save_talk
from desktop.export.talk_file import DAY_BEGINS, FORMATS, Format, format_of
from desktop.theme.words import words
from desktop.window.house import House
from mind.errors import StoreFault
from mind.store.talks import Stretch

SPANS: Final = ("sitting", "day", "week", "month", "always")
DAYS: Final = {"day": 1, "week": 7, "month": 30}


class Saving(QObject):
    """Asks where, writes, and tells: `told` in words, `failed` with the fault's own."""

    told = Signal(str)
    failed = Signal(str)

    def __init__(self, house: House, window: QWidget) -> None:
        super().__init__(window)
        self._house, self._window = house, window

    def talk(self, span: str = "sitting", kind: Format = "txt") -> None:
        """A part of the talk, in the kind of file chosen or as the name's ending says."""
        target = self.ask_file(f"{words().her} {today().isoformat()}.{kind}", kind)
        if target is not None:
            chosen = format_of(target.suffix) or kind
            self.write(save_talk, target, chosen, words().lang, stretch_of(span, today()))

    def everything(self) -> None:
        """All that is kept."""
        target = self.ask_file(f"{words().her} {today().isoformat()} {words()('terms.everything')}.txt", "txt")
        if target is not None:
            self.write(save_all, target)

    def ask_file(self, name: str, kind: Format) -> Path | None:
        """A place for the file; None where the user thought better of it. The system's dialog asks before it replaces."""
        places = QStandardPaths.standardLocations(QStandardPaths.StandardLocation.DocumentsLocation)
        start = Path(places[0] if places else Path.home()) / name
        first = [kind, *(one for one in FORMATS if one != kind)]
        filters = ";;".join(f"{words()(f'terms.{one}')} (*.{one})" for one in first)
        chosen, _ = QFileDialog.getSaveFileName(self._window, words()("terms.saving"), str(start), filters)
        return Path(chosen) if chosen else None

    def write(self, save: Any, target: Path, *values: Any) -> None:
        """Off Qt's thread, by a reader of its own: her talk does not wait for a disk."""
        work = asyncio.to_thread(save, self._house.folder, target, *values, replace=True)
        self._house.bridge.submit(work, self.done, self.broke)

    def done(self, saved: Saved) -> None:
        """It is written, or there was nothing to write."""
        if saved.file.exists():
            self.told.emit(words()("terms.saved", name=saved.file.name))
        else:
            self.failed.emit(words()("terms.nothing_said"))

    def broke(self, fault: Exception) -> None:
        """What the user can do something about is told; anything else is a bug, and told as one."""
        if isinstance(fault, StoreFault):
            self.failed.emit(f"{fault.message} {fault.remedy}".strip())
        else:
            self._house.conversation.fail(fault)


def today() -> date:
    """The day that words of now belong to."""
    return (datetime.now().astimezone() - timedelta(hours=DAY_BEGINS)).date()


def stretch_of(span: str, day: date) -> Stretch | None:
    """The days of a span that ends today; None is the latest sitting."""
    if span == "sitting":
        return None
    return Stretch() if span == "always" else Stretch(first=day - timedelta(days=DAYS[span] - 1))
