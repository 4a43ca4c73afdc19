"""Where what is said goes: an icon and one plain line, in rose where others could listen on the way."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.settings_page.where_it_goes import WhereItGoes, where_it_goes
from desktop.theme.icons import paint_icon
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.paragraph import Paragraph


class WhereLine(QWidget):
    """Follows the address as it is being written; nothing for one that is none yet. `family`: the texts its words stand in."""

    def __init__(self, family: str) -> None:
        super().__init__()
        self._family = family
        self.where: WhereItGoes | None = None
        self.text = Paragraph("body", "ink2")
        row = QHBoxLayout(self)
        row.setContentsMargins(26, 2, 0, 2)
        row.addWidget(self.text)

    def tell(self, url: str) -> None:
        """For another address."""
        self.where = where = where_it_goes(url)
        self.setVisible(where is not None)
        if where is not None:
            self.text.setText(words()(f"{self._family}.server.{where.key}", host=where.host))
            self.text.tint("rose" if where.warns else "ink2")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The icon."""
        if self.where is not None:
            line = theme().line("body")
            box = QRectF(2, 2 + (line - 16) / 2, 16, 16)
            paint_icon(QPainter(self), self.where.icon, box, theme().colour("rose" if self.where.warns else "ink2"))
