"""Looks every few seconds whether something that she keeps is due, and lets her say so once nobody speaks."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from desktop.initiative.budget_of import budget_of
from desktop.initiative.initiative_time import InitiativeTime
from desktop.theme.words import words
from desktop.window.house import House
from mind.initiative import Presence
from mind.initiative.presence import AWAY
from mind.reminders.kept import TO_THE_MINUTE, Kept

if TYPE_CHECKING:
    from desktop.window.main_window import MainWindow

log = logging.getLogger("hearth.reminders")

LOOK: Final = 5_000
"""Milliseconds between looks."""


class RingTime(QObject):
    """What was asked for to the minute is told in whatever page or window; on a call it is written, not said."""

    def __init__(self, house: House, window: MainWindow, beside: InitiativeTime, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._house, self._window, self._beside = house, window, beside
        self._asking = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Ask the mind, unless somebody speaks."""
        if self._asking or not self._house.settings.first_run_done or self._house.conversation.busy:
            return
        presence = self._beside.watch.presence()
        if presence.talking:
            return
        self._asking = True
        quiet = budget_of(self._house.settings.initiative).quiet
        asked = self._house.mind.due(quiet, here=is_here(presence))
        self._house.bridge.submit(asked, lambda found: self.found(found, presence), self.failed)

    def found(self, one: Kept | None, presence: Presence) -> None:
        """Let her tell it."""
        self._asking = False
        if one is None:
            return
        quiet = budget_of(self._house.settings.initiative).quiet
        here = is_here(presence)
        if self._house.conversation.begin(lambda: self._house.mind.ring(quiet, here=here), aloud=presence.call is not True):
            log.info("rung=%s", one.kind)
            self.tell_outside(one, presence)

    def tell_outside(self, one: Kept, presence: Presence) -> None:
        """Another page says it once, a window that is not in front in its title, a hidden one by a notice of the system."""
        told = outside(one)
        if presence.window == "active":
            if self._window.page != "talk":
                self._window.toast.tell(told)
            return
        name = self._house.her_name(words().lang)
        self._beside.mark.put(name)
        # What it is about stands on no locked screen.
        self._beside.notice.show(name, words()("play.rung_plain") if presence.locked is not False else told)

    def failed(self, fault: Exception) -> None:
        """What is wrong with the store is told where the next word meets it; here nobody waits."""
        self._asking = False
        self._timer.stop()
        log.warning("reminders ended: %s", type(fault).__name__)


def is_here(presence: Presence) -> bool:
    """Whether the user sits there, as far as is known."""
    return presence.locked is not True and (presence.idle is None or presence.idle < AWAY)


def outside(one: Kept) -> str:
    """What is told where her words do not stand: a letter and a worry keep theirs."""
    if one.kind not in TO_THE_MINUTE:
        return words()("play.rung_closed")
    return words()("play.rung", text=one.text) if one.text else words()("play.rung_plain")
