"""What every section of the settings is made of: a question as title, rows with a label, help and a control."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.paragraph import Paragraph
from desktop.window.house import House

LABEL = 190
STACKED_BELOW = 520
"""A section narrower than this sets the control under its label."""


class SettingRow(QWidget):
    """Label and help on the left, the control on the right; a hairline under both.

    `top`: the label stands beside the first line of a control that grows downwards.
    """

    def __init__(
        self, key: str, control: QWidget, *, help_key: str = "", stretch: bool = True, line: bool = True, top: bool = False
    ) -> None:
        super().__init__()
        self._control = control
        self._line = line
        self._label = Paragraph("button", "ink1")
        words().bind(self._label, self._label.setText, key)
        left = self._words = QVBoxLayout()
        left.setSpacing(1)
        if top:
            left.addSpacing(8)
        else:
            left.addStretch(1)
        left.addWidget(self._label)
        self.help = Paragraph("caption", "ink3")
        if help_key:
            words().bind(self.help, self.help.setText, help_key)
        else:
            # Hiding only: a widget without a parent that is told to show would open as a window.
            self.help.hide()
        left.addWidget(self.help)
        left.addStretch(1)
        self._left = QWidget()
        self._left.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        self._stretch = stretch
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 10, 0, 12)
        self._row.setSpacing(16)
        self._row.addWidget(self._left)
        self._row.addWidget(control, 1 if stretch else 0)
        if not stretch:
            self._row.setAlignment(control, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.restyle()

    def restyle(self) -> None:
        """The label's column grows with the text; a narrow section stacks."""
        narrow = 0 < self.width() < theme().px(STACKED_BELOW) and self._stretch
        self._row.setDirection(QHBoxLayout.Direction.TopToBottom if narrow else QHBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(6 if narrow else 16)
        if narrow or not self._stretch:
            self._left.setMinimumWidth(0)
            self._left.setMaximumWidth(16777215)
            self._left.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        else:
            self._left.setFixedWidth(theme().px(LABEL))

    def minimumSizeHint(self) -> QSize:
        """As narrow as it is stacked: beside each other label and control would keep a narrow section wide."""
        hint = super().minimumSizeHint()
        if not self._stretch:
            return hint
        return QSize(max(self._words.minimumSize().width(), self._control.minimumSizeHint().width()), hint.height())

    def resizeEvent(self, event: object) -> None:
        """Narrow or wide."""
        self.restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The hairline, where the row has one."""
        if self._line:
            QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, theme().colour("line"))


class Section(QWidget):
    """One page of the settings."""

    name = ""

    def __init__(self, house: House, title_key: str, lead_key: str = "") -> None:
        super().__init__()
        self.house = house
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(2, 0, 18, 24)
        self.column.setSpacing(6)
        self.title = Paragraph("title", "ink1")
        words().bind(self.title, self.title.setText, title_key)
        self.column.addWidget(self.title)
        self.lead = Paragraph("lead", "ink2")
        if lead_key:
            words().bind(self.lead, self.lead.setText, lead_key)
            self.column.addWidget(self.lead)
        self.column.addSpacing(8)

    def label(self, key: str) -> Paragraph:
        """A small heading."""
        made = Paragraph("label", "ink2", wrap=False)
        words().bind(made, made.setText, key)
        self.column.addSpacing(8)
        self.column.addWidget(made)
        return made

    def row(
        self, key: str, control: QWidget, *, help_key: str = "", stretch: bool = True, top: bool = False
    ) -> SettingRow:
        """Add a row."""
        made = SettingRow(key, control, help_key=help_key, stretch=stretch, top=top)
        self.column.addWidget(made)
        return made

    def refresh(self) -> None:
        """Show the settings as they are now."""


def named_field(name_key: str, hint_key: str = "") -> QLineEdit:
    """A field to write in, with its accessible name and what stands in it while it is empty."""
    made = QLineEdit()
    words().bind(made, made.setAccessibleName, name_key)
    if hint_key:
        words().bind(made, made.setPlaceholderText, hint_key)
    return made


def side_by_side(*widgets: QWidget) -> QWidget:
    """Controls in a row, the first one wide."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for index, widget in enumerate(widgets):
        row.addWidget(widget, 1 if index == 0 else 0)
    return holder
