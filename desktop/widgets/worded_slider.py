"""A slider and what its value means, side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.word_slider import WordSlider


class WordedSlider(QWidget):
    """A slider with its word at the right."""

    def __init__(self, slider: WordSlider) -> None:
        super().__init__()
        self.slider = slider
        self._word = Paragraph("body", "ink2", wrap=False, align=Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(slider, 1)
        row.addWidget(self._word)
        slider.valueChanged.connect(lambda _: self.show_word())
        words().changed.connect(self.show_word)
        self.show_word()

    def restyle(self) -> None:
        """Room for the longest word."""
        self._word.setFixedWidth(theme().px(92))

    def show_word(self) -> None:
        """The value as a word."""
        self.restyle()
        self._word.setText(self.slider.word())
        self.slider.setAccessibleDescription(self.slider.word())
