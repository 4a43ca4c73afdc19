"""Real seconds that nobody can set, with the time the computer slept and without it."""

from __future__ import annotations

import time


def with_sleep() -> float:
    """Seconds that go on while the computer sleeps, where the system counts them; else as `time.monotonic`.

    macOS has no clock of the first name, and its CLOCK_MONOTONIC goes on in sleep; Python's `monotonic` there does not.
    """
    return _clock("CLOCK_BOOTTIME", "CLOCK_MONOTONIC")


def without_sleep() -> float:
    """Seconds that stand still while the computer sleeps, where the system counts them so."""
    return _clock("CLOCK_UPTIME_RAW", "CLOCK_MONOTONIC")


def _clock(*names: str) -> float:
    """The first of these clocks that this system has. Windows has none, and its own counts sleep."""
    found = next((getattr(time, name) for name in names if hasattr(time, name)), None)
    return time.monotonic() if found is None else time.clock_gettime(found)
