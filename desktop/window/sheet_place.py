"""Where a sheet of the talk lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from desktop.window.main_window import MainWindow


def lay_over_talk(window: MainWindow, sheet: QWidget) -> None:
    """Beside the talk, or over its header and list, never over the composer; under her face where that is in the header."""
    made, talk = window.arrangement, window.talk
    if made is None:
        return
    beside = made.side.width > 0
    parent: QWidget = window if beside else talk
    if sheet.parentWidget() is not parent:
        shown = sheet.isVisible()
        sheet.setParent(parent)
        sheet.setVisible(shown)
    if beside:
        sheet.setGeometry(made.side.x, made.side.y, made.side.width, made.side.height)
    else:
        top = talk.list.y() if made.tools == "face" else 0
        sheet.setGeometry(QRect(0, top, talk.width(), talk.list.geometry().bottom() + 1 - top))
