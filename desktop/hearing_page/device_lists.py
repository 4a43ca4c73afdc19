"""The microphones and loudspeakers there are, looked up again while somebody looks at them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.conversation.devices import loudspeaker_names, microphone_names

LOOK: Final = 1200
"""Milliseconds between two looks: neither the sound server nor Qt tells of every change."""

Named = list[tuple[str, str]]


class DeviceLists(QObject):
    """(id, name) of each, the default one first. `changed` when something was plugged in or out; `told` names what."""

    changed = Signal()
    came = Signal(str)
    went = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.microphones: Named = []
        self.loudspeakers: Named = []
        self._looked = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self.look)

    def follow(self, on: bool) -> None:
        """Look now and from now on, or no more."""
        if on:
            self.look()
            self._timer.start()
        else:
            self._timer.stop()

    def look(self) -> None:
        """What there is now."""
        before = {*self.microphones, *self.loudspeakers}
        here = microphone_names(), loudspeaker_names()
        if self._looked and here == (self.microphones, self.loudspeakers):
            return
        self.microphones, self.loudspeakers = here
        now = {*self.microphones, *self.loudspeakers}
        if self._looked:
            for _, name in sorted(now - before):
                self.came.emit(name)
            for _, name in sorted(before - now):
                self.went.emit(name)
        self._looked = True
        self.changed.emit()


def offered(found: Named, chosen: str, follow: str, follow_named: str, gone: str) -> Named:
    """What a list of them offers: the system's own by name, each, and a chosen one that is away as such.

    `follow_named` and `gone` have a place ``{device}`` for the name.
    """
    first = ("", follow_named.format(device=found[0][1]) if found else follow)
    rows = [first, *found]
    if chosen and all(chosen not in row for row in rows):
        rows.append((chosen, gone.format(device=chosen)))
    return rows
