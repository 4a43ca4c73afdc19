"""Every key of the window, in one table: what it is, what it does, how it reads."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

KEYS: Final[dict[str, tuple[str, ...]]] = {
    "talk": ("Ctrl+1",),
    "memory": ("Ctrl+2",),
    "bond": ("Ctrl+3",),
    "diary": ("Ctrl+4",),
    "wardrobe": ("Ctrl+5",),
    "photo": ("Ctrl+6",),
    "play": ("Ctrl+7",),
    "settings": ("Ctrl+,",),
    "find": ("Ctrl+F",),
    "mic": ("Ctrl+Shift+M",) if sys.platform == "darwin" else ("Ctrl+M",),
    "stop": ("Esc",),
    "again": ("Ctrl+R",),
    "undo": ("Ctrl+Z",),
    "captions": ("Ctrl+Shift+C",),
    "transcript": ("Ctrl+Shift+R",),
    "mate": ("Ctrl+Shift+D",),
    "larger": ("Ctrl++", "Ctrl+="),
    "smaller": ("Ctrl+-",),
    "normal": ("Ctrl+0",),
    "regions": ("F6",),
    "describe": ("F7",),
    "list": ("F1",),
}
"""Name to sequences, as Qt writes them (Ctrl is Cmd on macOS)."""

SHOWN: Final = (
    "send", "newline", "edit_last", "stop", "again", "transcript", "hear_row", "mic", "hold", "talk", "memory", "bond", "diary",
    "wardrobe", "photo", "play", "settings", "find", "undo", "captions", "mate", "larger", "regions", "rows", "describe", "list",
)
"""The order of the list under F1; those not in `KEYS` are keys of one part."""
FIXED: Final[dict[str, str]] = {
    "send": "Enter", "newline": "Shift+Enter", "edit_last": "Up", "hold": "Space, F8", "rows": "Up, Down, Menu",
    "hear_row": "H", "larger": "Ctrl++, Ctrl+-, Ctrl+0",
}


def reading(name: str) -> str:
    """A key as this system writes it."""
    written = FIXED[name] if name in FIXED else KEYS[name][0]
    parts = [QKeySequence(part.strip()).toString(QKeySequence.SequenceFormat.NativeText) for part in written.split(", ")]
    return ", ".join(part or written for part in parts)


def bind_keys(window: QWidget, deeds: Mapping[str, Callable[[], object]]) -> list[QShortcut]:
    """Make the shortcuts of a window. KeyError names a deed without a key."""
    made: list[QShortcut] = []
    for name, deed in deeds.items():
        for sequence in KEYS[name]:
            shortcut = QShortcut(QKeySequence(sequence), window)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(deed)
            made.append(shortcut)
    return made
