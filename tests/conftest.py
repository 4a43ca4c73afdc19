"""What every test may rely on."""

from __future__ import annotations

import os
import signal

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_configure() -> None:
    """A run started in the background ignores Ctrl-C, and its children would too: they are sent it by tests."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
