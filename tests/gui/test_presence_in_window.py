"""Who is there: our own window, a scripted screen and clocks that are set, that sleep, and that run."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from PySide6.QtCore import Qt

from desktop.initiative.clock_watch import ClockWatch
from desktop.initiative.screen.seen import Seen
from desktop.initiative.watch import PresenceWatch
from tests.support.gui_house import Home


@dataclass
class Scripted:
    """A screen that shows what it is told."""

    seen: Seen = field(default_factory=Seen)

    def look(self) -> Seen:
        return self.seen


@dataclass
class Clocks:
    """On the wall, in truth, and without sleep; all begin at the same second."""

    wall: float = 1_000_000.0
    real: float = 0.0
    awake: float = 0.0

    def run(self, seconds: float) -> None:
        self.wall, self.real, self.awake = self.wall + seconds, self.real + seconds, self.awake + seconds

    def sleep(self, seconds: float) -> None:
        self.wall, self.real = self.wall + seconds, self.real + seconds

    def watch(self) -> ClockWatch:
        return ClockWatch(lambda: self.wall, lambda: self.real, lambda: self.awake)


@pytest.fixture
def watched(home: Home) -> tuple[PresenceWatch, Scripted, Clocks]:
    clocks, screen = Clocks(), Scripted()
    watch = PresenceWatch(home.house, home.window, home.window, screen=screen, real=lambda: clocks.real, clocks=clocks.watch())
    watch._timer.stop()
    return watch, screen, clocks


def ran(watch: PresenceWatch, clocks: Clocks, seconds: float) -> None:
    """Time passes, looked at every ten seconds as the program does."""
    for _ in range(round(seconds / 10)):
        clocks.run(10.0)
        watch.look()


def test_in_our_own_window_the_last_input_in_it_is_the_last_there_is(watched: Any):
    watch, _, clocks = watched
    ran(watch, clocks, 60)
    here = watch.presence()
    assert (here.window, here.idle, here.away) == ("active", 60.0, False)
    ran(watch, clocks, 240)
    assert watch.presence().away is True
    watch.typed()
    now = watch.presence()
    assert (now.idle, now.typing, now.away, now.back_for) == (0.0, True, False, 0.0)
    ran(watch, clocks, 90)
    assert (watch.presence().typing, watch.presence().back_for) == (False, 90.0)


def test_what_the_system_says_counts_for_a_window_that_is_not_in_front(watched: Any, home: Home, monkeypatch: Any):
    watch, screen, _ = watched
    monkeypatch.setattr("desktop.initiative.watch.QApplication.activeWindow", lambda: None)
    assert replace(watch.presence(), opened_for=0.0).idle is None
    screen.seen = Seen(idle=3.0, fullscreen=True, locked=False, call=True)
    there = watch.presence()
    assert (there.window, there.idle, there.fullscreen, there.locked, there.call) == ("shown", 3.0, True, False, True)
    home.window.setWindowState(Qt.WindowState.WindowMinimized)
    assert watch.presence().window == "hidden"


def test_what_fills_the_screen_with_the_keyboard_in_our_window_is_ours(watched: Any):
    watch, screen, _ = watched
    screen.seen = Seen(idle=1.0, fullscreen=True)
    assert watch.presence().fullscreen is False


def test_who_unlocks_the_screen_has_come_back(watched: Any):
    watch, screen, clocks = watched
    screen.seen = Seen(idle=1.0, locked=True)
    ran(watch, clocks, 60)
    assert watch.presence().back_for is None
    screen.seen = Seen(idle=1.0, locked=False)
    watch.look()
    ran(watch, clocks, 30)
    assert watch.presence().back_for == 30.0
    ran(watch, clocks, 700)
    assert watch.presence().back_for is None


def test_a_computer_that_slept_has_only_just_woken_and_its_clock_is_right(watched: Any):
    watch, _, clocks = watched
    ran(watch, clocks, 60)
    clocks.sleep(8 * 3600)
    clocks.run(10)
    assert watch.presence().awake_for == 0.0
    ran(watch, clocks, 120)
    assert watch.presence().awake_for == 120.0
    assert watch.presence().clock_steady_for > 86_400


@pytest.mark.parametrize("years", [10, -10])
def test_a_clock_set_by_years_is_noticed_and_summer_time_is_not(watched: Any, years: int):
    watch, _, clocks = watched
    ran(watch, clocks, 60)
    assert watch.presence().clock_steady_for > 86_400
    clocks.wall += 3600
    ran(watch, clocks, 20)
    assert watch.presence().clock_steady_for > 86_400
    clocks.wall += years * 365 * 86_400
    ran(watch, clocks, 40)
    assert watch.presence().clock_steady_for == 30.0
