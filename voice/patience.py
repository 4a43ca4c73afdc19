"""Work that may hang, done beside the caller, who waits for it only so long."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

log = logging.getLogger("hearth.voice")


def within(seconds: float, work: Callable[[], object], name: str) -> bool:
    """Do `work` in a thread of its own and wait for it at most `seconds`; whether it came to its end.

    What takes longer goes on and is left to itself: the thread does not keep the process from ending. What it raises is logged.
    """

    def guarded() -> None:
        try:
            work()
        except Exception:
            log.exception("%s failed", name)

    thread = threading.Thread(target=guarded, name=name, daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        log.warning("%s takes longer than %.1f s and is left to itself", name, seconds)
        return False
    return True
