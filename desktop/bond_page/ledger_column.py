"""The ledger with its heading and filters, the words for there being none, and the button for earlier lines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop.bond_page.ledger_list import LedgerList
from desktop.bond_page.ledger_model import LedgerModel
from desktop.bond_page.lines import FILTERS, Line
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.pills import Pills
from desktop.widgets.push import Push

EMPTY = 250
"""What the words for an empty ledger need in the narrowest page."""


class LedgerColumn(QWidget):
    """`filtered` tells another filter, `earlier_wanted` a press on the button."""

    filtered = Signal()
    earlier_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Paragraph("section", "ink1", wrap=False)
        words().bind(self.title, self.title.setText, "bond.why")
        self.filters = Pills([(each, f"bond.{each}") for each in FILTERS], "bond.filters")
        self.filters.value = FILTERS[0]
        self.filters.chosen.connect(lambda _: self.filtered.emit())
        self.model = LedgerModel(self)
        self.list = LedgerList(self.model)
        self.earlier = Push("bond.earlier", "secondary", self.earlier_wanted.emit, small=True)
        self.none = Paragraph("body", "ink3")
        words().bind(self.none, self.none.setText, "bond.none_of")
        self.empty = EmptyState()
        self._over = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._over.setSpacing(8)
        self._over.addWidget(self.title, 1)
        self._over.addWidget(self.filters)
        self._head = QVBoxLayout()
        # Words of the list stand under the knit; the ground of a chosen line reaches beyond them.
        self._head.setContentsMargins(12, 0, 12, 4)
        self._head.addLayout(self._over)
        self._head.addWidget(self.none)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._head)
        column.addWidget(self.empty)
        column.addWidget(self.list)
        column.addWidget(self.earlier, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        for hidden in (self.earlier, self.none, self.empty):
            hidden.hide()

    def show_lines(self, shown: Sequence[Line], *, empty: bool, none: bool, more: bool) -> None:
        """These lines. `empty`: there is no ledger yet; `none`: none of this kind; `more`: earlier ones can be had."""
        self.list.show_lines(shown)
        self.list.setVisible(bool(shown))
        self.empty.tell(words()("bond.empty"), words()("bond.empty_text"))
        self.empty.setVisible(empty)
        self.title.setVisible(not empty)
        self.filters.setVisible(not empty)
        self.none.setVisible(none)
        self.earlier.setVisible(more)

    def arrange(self, wide: int) -> None:
        """The filters stand beside the heading where both have room."""
        self.empty.setMinimumHeight(theme().px(EMPTY))
        one_row = self.title.sizeHint().width() + self.filters.sizeHint().width() + 16 <= wide
        self._over.setDirection(QBoxLayout.Direction.LeftToRight if one_row else QBoxLayout.Direction.TopToBottom)
