"""Qt's loop, run until something is so."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any


def run_until(app: Any, until: Callable[[], bool], seconds: float) -> bool:
    """Let the loop of `app` run until something is so; False when it was not in time. Something in it must tick."""
    from PySide6.QtCore import QEventLoop

    end = time.monotonic() + seconds
    while not until():
        if time.monotonic() > end:
            return False
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    return True
