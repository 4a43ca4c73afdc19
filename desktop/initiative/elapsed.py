"""Real seconds that nobody can set, with the time the computer slept and without it."""

from __future__ import annotations

import sys
import time


def with_sleep() -> float:
    """Seconds that go on while the computer sleeps, where the system counts them; else as `time.monotonic`."""
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.clock_gettime(boot) if boot is not None else time.monotonic()


def without_sleep() -> float:
    """Seconds that stand still while the computer sleeps, where the system counts them so."""
    return time.clock_gettime(time.CLOCK_UPTIME_RAW) if sys.platform == "darwin" else time.monotonic()
