"""A long message in full, in a reader that lays out only what is in view."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.push import Push

BLOCK = 2000
"""Longest block in characters: one endless line is laid out at once and would stall the window."""


def in_blocks(text: str) -> str:
    """`text` with line ends set into lines longer than a block, at a space where there is one."""
    lines: list[str] = []
    for line in text.split("\n"):
        while len(line) > BLOCK:
            cut = line.rfind(" ", BLOCK // 2, BLOCK)
            cut = cut if cut > 0 else BLOCK
            lines.append(line[:cut])
            line = line[cut:].lstrip(" ")
        lines.append(line)
    return "\n".join(lines)


class WholeText(QDialog):
    """The message, to read, select and copy."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(words()("talk.whole"))
        self.resize(640, 560)
        self.reader = QPlainTextEdit(self)
        self.reader.setReadOnly(True)
        self.reader.setProperty("kind", "sheet")
        self.reader.setFont(theme().font("talk"))
        self.reader.setAccessibleName(words()("talk.whole"))
        self.reader.setPlainText(in_blocks(text))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(Push("common.close", "secondary", self.accept))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.addWidget(self.reader, 1)
        column.addLayout(row)
