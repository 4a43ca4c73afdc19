"""Which of the ways to look at the screen this machine has."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace

from desktop.initiative.screen.microphone import captured
from desktop.initiative.screen.seen import Screen, Seen, UnknownScreen

log = logging.getLogger("hearth.initiative")


def screen_here(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Screen:
    """The best there is; one that knows nothing where nothing is told."""
    try:
        if platform == "win32":
            from desktop.initiative.screen.windows import WindowsScreen

            return WindowsScreen()
        if platform == "darwin":
            from desktop.initiative.screen.macos import MacScreen

            return MacScreen()
        return _linux(environment)
    except (OSError, ImportError) as fault:
        log.info("screen_unknown=%s", type(fault).__name__)
        return UnknownScreen()


def _linux(environment: Mapping[str, str]) -> Screen:
    """The X server's own word; on Wayland, where X windows are a part of the screen only, the session bus."""
    wayland = environment.get("XDG_SESSION_TYPE") == "wayland" or bool(environment.get("WAYLAND_DISPLAY"))
    if environment.get("DISPLAY") and not wayland:
        from desktop.initiative.screen.xcb import XScreen

        return WithMicrophone(XScreen())
    if environment.get("DBUS_SESSION_BUS_ADDRESS"):
        from desktop.initiative.screen.session_bus import BusScreen

        return WithMicrophone(BusScreen())
    return WithMicrophone(UnknownScreen())


class WithMicrophone:
    """A screen, and whether somebody listens to the microphone."""

    def __init__(self, screen: Screen, listened: Callable[[], bool | None] = captured) -> None:
        self._screen, self._listened = screen, listened

    def look(self) -> Seen:
        """Both."""
        return replace(self._screen.look(), call=self._listened())
