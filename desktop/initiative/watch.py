"""Who is there: the window, the screen, the pointer and the clocks, looked at every few seconds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final, Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QWidget

from desktop.initiative.clock_watch import ClockWatch
from desktop.initiative.elapsed import with_sleep
from desktop.initiative.screen.here import screen_here
from desktop.initiative.screen.seen import Screen, Seen, UnknownScreen
from desktop.window.house import House
from mind.initiative import Presence
from mind.initiative.presence import AWAY, Shown

TICK: Final = 10_000
"""Milliseconds between looks."""
PEN_RESTS: Final = 30.0
"""Seconds after the last key in the composer for which the user counts as writing."""
ARRIVED: Final = 600.0
"""Seconds after which somebody who came back is simply there."""


class Watch(Protocol):
    """What tells who is there; tests put a scripted one in its place."""

    def presence(self) -> Presence:
        """Now."""


class PresenceWatch(QObject):
    """Keeps what needs a memory: the last input in our window, since when the user is back, jumps of the clock."""

    def __init__(
        self, house: House, window: QWidget, parent: QObject | None = None, *, screen: Screen | None = None,
        real: Callable[[], float] = with_sleep, clocks: ClockWatch | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._house, self._window, self._real = house, window, real
        self._screen = screen if screen is not None else our_screen()
        self._clocks = clocks or ClockWatch()
        self._opened = self._input = real()
        self._pen = -PEN_RESTS
        self._pointer = QCursor.pos()
        self._was_away = False
        self._back: float | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def typed(self) -> None:
        """A key in the composer."""
        self._pen = self._input = self._real()

    def look(self) -> Seen:
        """One look: moves what is remembered on."""
        self._clocks.look()
        now, pointer = self._real(), QCursor.pos()
        if pointer != self._pointer:
            self._pointer, self._input = pointer, now
        seen = self._screen.look()
        if seen.idle is None and self._shown() == "active":
            # Whoever uses this computer uses our window then.
            seen = replace(seen, idle=now - self._input)
        away = seen.locked is True or (seen.idle is not None and seen.idle >= AWAY) or self._clocks.awake_for < TICK / 1000
        if self._was_away and not away:
            self._back = now
        self._was_away = away
        return seen

    def presence(self) -> Presence:
        """Who is there now."""
        seen, now, shown = self.look(), self._real(), self._shown()
        back = now - self._back if self._back is not None else None
        hearing = self._house.hearing
        return Presence(
            idle=seen.idle,
            back_for=back if back is not None and back < ARRIVED else None,
            window=shown,
            # With the keyboard in our window, what fills the screen is ours.
            fullscreen=False if shown == "active" else seen.fullscreen,
            locked=seen.locked,
            # While our own microphone is open nobody can tell whose it is that listens.
            call=None if hearing.on else seen.call,
            typing=now - self._pen < PEN_RESTS,
            talking=self._house.conversation.busy or hearing.user_speaks or hearing.state in ("hearing", "held"),
            opened_for=now - self._opened,
            awake_for=self._clocks.awake_for,
            clock_steady_for=self._clocks.steady_for,
        )

    def _shown(self) -> Shown:
        if self._window.isMinimized() or not self._window.isVisible():
            return "hidden"
        return "active" if QApplication.activeWindow() is not None else "shown"


def our_screen() -> Screen:
    """The screen of this machine; none where Qt itself draws on none."""
    return UnknownScreen() if QApplication.platformName() in ("offscreen", "minimal") else screen_here()
