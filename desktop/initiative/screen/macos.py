"""macOS: the time since the last input. Whether another program fills the screen is not asked: it would need a permission."""

from __future__ import annotations

import ctypes
from typing import Any, Final

from desktop.initiative.screen.seen import Seen

SERVICES: Final = "/System/Library/Frameworks/ApplicationServices.framework/ApplicationServices"
HARDWARE: Final = 1
"""kCGEventSourceStateHIDSystemState."""
ANY_INPUT: Final = 0xFFFFFFFF
"""kCGAnyInputEventType."""


class MacScreen:
    """OSError on another system."""

    def __init__(self) -> None:
        library: Any = ctypes.CDLL(SERVICES)
        self._since = library.CGEventSourceSecondsSinceLastEventType
        self._since.restype = ctypes.c_double
        self._since.argtypes = (ctypes.c_int32, ctypes.c_uint32)

    def look(self) -> Seen:
        """Idle time only."""
        return Seen(idle=float(self._since(HARDWARE, ANY_INPUT)))
