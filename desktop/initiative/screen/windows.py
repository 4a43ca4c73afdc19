"""Windows: the last input, whether this is a moment for notices, and who holds the microphone."""

from __future__ import annotations

import ctypes
import sys
from typing import Any, Final

from desktop.initiative.screen.seen import Seen

LOCKED: Final = 1
BUSY: Final = frozenset({2, 3, 4})
"""QUNS_BUSY, QUNS_RUNNING_D3D_FULL_SCREEN, QUNS_PRESENTATION_MODE of SHQueryUserNotificationState."""
CONSENT: Final = r"Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore\microphone"


class _LastInput(ctypes.Structure):
    _fields_ = (("size", ctypes.c_uint32), ("time", ctypes.c_uint32))


class WindowsScreen:
    """OSError on another system."""

    def __init__(self) -> None:
        windll: Any = getattr(ctypes, "windll", None)
        if windll is None:
            raise OSError("this is not Windows")
        self._user, self._shell, self._kernel = windll.user32, windll.shell32, windll.kernel32

    def look(self) -> Seen:
        """All of it."""
        state = ctypes.c_int(0)
        told = self._shell.SHQueryUserNotificationState(ctypes.byref(state)) == 0
        return Seen(
            idle=self._idle(),
            fullscreen=state.value in BUSY if told else None,
            locked=state.value == LOCKED if told else None,
            call=microphone_in_use(),
        )

    def _idle(self) -> float | None:
        last = _LastInput(ctypes.sizeof(_LastInput), 0)
        if not self._user.GetLastInputInfo(ctypes.byref(last)):
            return None
        # Both count milliseconds in 32 bits and begin anew after 49 days.
        return float((self._kernel.GetTickCount() - last.time) & 0xFFFFFFFF) / 1000.0


def microphone_in_use() -> bool | None:
    """Whether another program listens: the system notes when each began and stopped. None where it does not."""
    if sys.platform != "win32":
        return None
    import winreg

    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, CONSENT) as root:
            return any(_listens(winreg, root, name) for name in _names(winreg, root))
    except OSError:
        return None


def _names(registry: Any, key: Any) -> list[str]:
    names = []
    for at in range(registry.QueryInfoKey(key)[0]):
        name = registry.EnumKey(key, at)
        if name != "NonPackaged":
            names.append(name)
            continue
        with registry.OpenKey(key, name) as own:
            names += [f"{name}\\{registry.EnumKey(own, each)}" for each in range(registry.QueryInfoKey(own)[0])]
    return names


def _listens(registry: Any, root: Any, name: str) -> bool:
    try:
        with registry.OpenKey(root, name) as key:
            stopped, _ = registry.QueryValueEx(key, "LastUsedTimeStop")
    except OSError:
        return False
    own = sys.executable.replace("\\", "#").casefold()
    return stopped == 0 and not name.casefold().endswith(own)
