"""The session bus of a Linux desktop: idle time and lock where no X server tells them. Needs QtDBus."""

from __future__ import annotations

from typing import Any, Final

from desktop.initiative.screen.seen import Seen

PATIENCE: Final = 150
"""Milliseconds for an answer."""
IDLE: Final = (
    ("org.gnome.Mutter.IdleMonitor", "/org/gnome/Mutter/IdleMonitor/Core", "GetIdletime", 1000.0),
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "GetSessionIdleTime", 1000.0),
)
LOCKS: Final = (
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver", "GetActive"),
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "GetActive"),
)


class BusScreen:
    """OSError where there is no session bus. A service that does not answer is not asked again."""

    def __init__(self) -> None:
        from PySide6.QtDBus import QDBusConnection

        self._bus = QDBusConnection.sessionBus()
        if not self._bus.isConnected():
            raise OSError("no session bus")
        self._mute: set[tuple[str, str]] = set()

    def look(self) -> Seen:
        """Idle time and lock; a Wayland session tells nothing of other programs' windows."""
        return Seen(idle=self.idle(), locked=self.locked())

    def idle(self) -> float | None:
        """Seconds since a key or the pointer."""
        for service, path, method, unit in IDLE:
            told = self._ask(service, path, method)
            if isinstance(told, int):
                return told / unit
        return None

    def locked(self) -> bool | None:
        """Whether the screen is locked or saved."""
        for service, path, method in LOCKS:
            told = self._ask(service, path, method)
            if isinstance(told, bool):
                return told
        return None

    def _ask(self, service: str, path: str, method: str) -> Any:
        from PySide6.QtDBus import QDBus, QDBusMessage

        if (service, method) in self._mute:
            return None
        call = QDBusMessage.createMethodCall(service, path, service, method)
        # A service that does not run shall not be started for our sake.
        call.setAutoStartService(False)
        answer = self._bus.call(call, QDBus.CallMode.Block, PATIENCE)
        if answer.type() != QDBusMessage.MessageType.ReplyMessage or not answer.arguments():
            self._mute.add((service, method))
            return None
        return answer.arguments()[0]
