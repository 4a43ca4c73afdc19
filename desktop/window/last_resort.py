"""What happens to a mistake of ours: its trace goes to stderr, one calm line to the window, and the talk goes on."""

from __future__ import annotations

import signal
import sys
import traceback
from collections.abc import Callable
from types import FrameType, TracebackType

from PySide6.QtWidgets import QApplication

from desktop.theme.words import words
from desktop.window.main_window import MainWindow

SHOWN = 3
"""So many mistakes are shown in the window; a broken timer would otherwise repeat itself for ever."""


def catch_mistakes(window: MainWindow) -> Callable[[], None]:
    """Take uncaught errors of Qt's callbacks; what it returns puts the old hook back."""
    before = sys.excepthook
    seen: dict[str, int] = {}

    def hook(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        place = "".join(traceback.format_tb(trace)[-1:])
        seen[place] = seen.get(place, 0) + 1
        if seen[place] > SHOWN:
            return
        before(kind, fault, trace)
        window.talk.banner.tell(words()("fault.bug"), words()("fault.kept"), icon_name="info")

    def restore() -> None:
        sys.excepthook = before

    sys.excepthook = hook
    return restore


def quit_on_signals() -> None:
    """Ctrl-C and a polite kill close the window as the close button does."""

    def leave(number: int, frame: FrameType | None) -> None:
        QApplication.quit()

    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None:
            signal.signal(number, leave)
