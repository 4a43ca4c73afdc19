"""One thing to do together: its name, a line on what happens, and Start; pressed anywhere, it begins."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from desktop.play_page.offered import ICONS
from desktop.theme.icons import paint_icon
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.card import ChoiceCard
from desktop.widgets.paragraph import Paragraph

SIDE = 22
AT = 18


class PlayCard(ChoiceCard):
    """Of the activity `name`."""

    def __init__(self, name: str) -> None:
        super().__init__(radio=False)
        self.setCheckable(False)
        self.activity = name
        self.start = Paragraph("label", "pine", wrap=False)
        self.start.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.end(self.start)
        words().changed.connect(self.tell)
        theme().changed.connect(self.make_room)
        self.tell()
        self.make_room()

    @property
    def side(self) -> int:
        """Of its icon, in pixels."""
        return round(SIDE * min(1.5, theme().scale))

    def make_room(self) -> None:
        """Beside the icon there is."""
        self.row.setContentsMargins(AT + self.side + 14, 12, 16, 12)

    def tell(self) -> None:
        """In the language there is."""
        name, line = words()(f"play.{self.activity}.name"), words()(f"play.{self.activity}.line")
        self.describe(name, line)
        self.start.setText(words()("play.start"))
        self.setAccessibleName(words()("play.start_name", name=name))
        self.setAccessibleDescription(line)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card, and its icon."""
        super().paintEvent(event)
        box = QRectF(AT, (self.height() - self.side) / 2, self.side, self.side)
        paint_icon(QPainter(self), ICONS[self.activity], box, theme().colour("pine"))
