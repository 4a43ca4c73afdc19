"""The rail: the pages there are, and settings at its foot."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from desktop.theme.icons import paint_icon
from desktop.theme.stitch import paint_stitch
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.shapes import paint_raised

PAGES: Final = (
    ("talk", "talk"), ("memory", "wool"), ("bond", "bond"), ("diary", "diary"), ("wardrobe", "wardrobe"), ("photo", "camera"),
    ("play", "dice"),
)  # fmt: skip
ROOMS: Final = {"creator": "wardrobe", "room": "wardrobe", "taste": "bond"}
"""Pages that are reached from another, whose item they keep."""
BADGE: Final = 44


class Badge(QWidget):
    """The mark of the house: three stitches on a dark tile."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(BADGE, BADGE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tile and stitches."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_badge(painter, QRectF(self.rect()))


def paint_badge(painter: QPainter, box: QRectF) -> None:
    """The mark in any size."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour("badge"))
    painter.drawRoundedRect(box, box.width() * 0.26, box.width() * 0.26)
    unit = box.width() / BADGE
    for token, top in (("badge_ember", 18.0), ("badge_glow", 13.0), ("badge_cream", 8.0)):
        place = QRectF(box.left() + 13 * unit, box.top() + top * unit, 18 * unit, 16.5 * unit)
        paint_stitch(painter, place, theme().colour(token))
    painter.restore()


class RailItem(QAbstractButton):
    """An icon over a word, or the icon alone."""

    def __init__(self, page: str, icon_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.page = page
        self._icon = icon_name
        self.labelled = True
        self._hover = False
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        words().bind(self, self.call, f"rail.{page}")

    def call(self, name: str) -> None:
        """Give it its words."""
        self.setText(name)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def sizeHint(self) -> QSize:
        """56 x 54, wider for longer words."""
        if not self.labelled:
            return QSize(44, 44)
        metrics = QFontMetrics(theme().font("rail"))
        return QSize(max(56, metrics.horizontalAdvance(self.text()) + 10), max(54, theme().px(54)))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Hover begins."""
        self._hover = True
        self.update()

    def leaveEvent(self, event: object) -> None:
        """Hover ends."""
        self._hover = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Panel ground where it is chosen; pine and heavier."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -2)
        if self.isChecked():
            paint_raised(painter, box, 14, ground="panel")
        elif self._hover:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("ink1", 0.05))
            painter.drawRoundedRect(box, 14, 14)
        ink = theme().colour("pine" if self.isChecked() else "ink2")
        middle = QPointF(self.width() / 2, self.height() / 2 - (10 if self.labelled else 0))
        half = 10 * min(1.5, theme().scale)
        paint_icon(painter, self._icon, QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half), ink)
        if self.labelled:
            font = theme().font("rail")
            if self.isChecked():
                font.setWeight(font.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(ink)
            under = QRectF(-8, middle.y() + half + 2, self.width() + 16, theme().line("rail") + 2)
            painter.drawText(under, Qt.AlignmentFlag.AlignCenter, self.text())


class Rail(QWidget):
    """`chosen` carries the page."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._badge = Badge(self)
        self._group = QButtonGroup(self)
        self.items: dict[str, RailItem] = {}
        for page, icon_name in (*PAGES, ("settings", "settings")):
            item = RailItem(page, icon_name, self)
            item.clicked.connect(lambda _=False, page=page: self.chosen.emit(page))
            self._group.addButton(item)
            self.items[page] = item
        words().bind(self, self.setAccessibleName, "rail.name")

    def show_page(self, page: str) -> None:
        """Mark the page that is open."""
        page = ROOMS.get(page, page)
        if page in self.items:
            self.items[page].setChecked(True)

    def label(self, labelled: bool) -> None:
        """Icons with words, or icons alone."""
        for item in self.items.values():
            item.labelled = labelled
        self.arrange()

    def restyle(self) -> None:
        """Sizes changed."""
        self.arrange()

    def resizeEvent(self, event: object) -> None:
        """Place the items."""
        self.arrange()

    def arrange(self) -> None:
        """The badge, the pages under it, settings at the foot; closer together where larger words leave little height."""
        wide = self.width()
        badge = BADGE if wide >= 64 else 34
        self._badge.setFixedSize(badge, badge)
        self._badge.move((wide - badge) // 2, 14)
        y = 14 + badge + 14
        most = (self.height() - y - 12) // max(1, len(self.items)) - 4
        for page, item in self.items.items():
            size = item.sizeHint()
            width, high = min(size.width(), wide - 4), min(size.height(), most)
            if page == "settings":
                item.setGeometry((wide - width) // 2, self.height() - high - 12, width, high)
                continue
            item.setGeometry((wide - width) // 2, y, width, high)
            y += high + 4
