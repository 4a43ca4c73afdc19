"""Asks now and then whether she may begin a talk, and lets her: quietly, in the talk, without taking the keyboard."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from desktop.initiative.budget_of import budget_of
from desktop.initiative.elapsed import with_sleep
from desktop.initiative.hidden_mark import HiddenMark
from desktop.initiative.notice import Notice
from desktop.initiative.watch import PresenceWatch, Watch
from desktop.theme.words import words
from desktop.window.house import House
from mind.initiative import Begin, Decision, Presence
from mind.initiative.decision import not_this_moment

if TYPE_CHECKING:
    from desktop.window.main_window import MainWindow

log = logging.getLogger("hearth.initiative")

LOOK: Final = 30_000
"""Milliseconds between looks."""
REST: Final = 300.0
"""Seconds until the store is asked again, where the answer was no."""


class InitiativeTime(QObject):
    """The moment is looked at first, and the store is asked only in a moment that would do."""

    def __init__(
        self, house: House, window: MainWindow, parent: QObject | None = None, *, watch: Watch | None = None
    ) -> None:
        super().__init__(parent)
        self._house, self._window = house, window
        self.watch: Watch = watch or PresenceWatch(house, window, self)
        self.mark = HiddenMark(window)
        self.notice = Notice(self)
        self._asking = False
        self._rests_until = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def typed(self) -> None:
        """A key in the composer."""
        typed = getattr(self.watch, "typed", None)
        if callable(typed):
            typed()

    def look(self) -> None:
        """Ask the mind, if she may begin at all and the moment would do."""
        budget = budget_of(self._house.settings.initiative)
        resting = with_sleep() < self._rests_until
        if self._asking or resting or not budget.allows or not self._house.settings.first_run_done:
            return
        presence = self.watch.presence()
        if not_this_moment(presence) is not None:
            return
        self._asking = True
        self._house.bridge.submit(
            self._house.mind.may_begin(budget, presence), lambda decision: self.decided(decision, presence), self.failed
        )

    def decided(self, decision: Decision, presence: Presence) -> None:
        """Begin, where nothing speaks against it."""
        self._asking = False
        if not isinstance(decision, Begin):
            log.debug("quiet=%s", decision.reason)
            self._rests_until = with_sleep() + REST
            return
        budget = budget_of(self._house.settings.initiative)
        aloud = self._house.settings.initiative.aloud and presence.window != "hidden" and presence.call is not True
        began = self._house.conversation.begin(lambda: self._house.mind.begin(budget, presence), aloud=aloud)
        if began:
            log.info("begun=%s", decision.hook.kind)
            self.tell_outside(decision, presence)

    def tell_outside(self, begun: Begin, presence: Presence) -> None:
        """Another page says it once, a window that is not in front in its title; a hidden one may give one notice."""
        name = self._house.her_name(words().lang)
        if presence.window == "active":
            if self._window.page != "talk":
                self._window.toast.tell(words()("initiative.mark", name=name))
            return
        self.mark.put(name)
        if presence.window == "hidden" and self._house.settings.initiative.notify and begun.hook.kind == "loop":
            self.notice.show(name)

    def failed(self, fault: Exception) -> None:
        """What is wrong with the store is told where the next word meets it; here nobody waits."""
        self._asking = False
        self._timer.stop()
        log.warning("initiative ended: %s", type(fault).__name__)
