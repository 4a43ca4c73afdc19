"""Paints a line of the ledger: stitch, what happened, the user's words, what it did, and the day at the right."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.bond_page.ledger_model import LINE_ROLE
from desktop.bond_page.lines import Line
from desktop.theme.stitch import paint_stitch
from desktop.theme.theme import theme

SIDE: Final = 12
"""The ground of a chosen line reaches so far beyond its words."""
STITCH: Final = 15
TEXT: Final = 28
PAD: Final = 11
GAP: Final = 3
NARROW: Final = 420
"""Below this, at 100 %, the day stands under the words instead of beside them."""
KEPT: Final = 4000
Index = QModelIndex | QPersistentModelIndex
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class LedgerDelegate(QStyledItemDelegate):
    """What is cut is cached per text, width and scale: a scroll measures nothing twice."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._cut: dict[tuple[str, str, int], str] = {}
        self._look: tuple[object, ...] = ()

    @property
    def narrow(self) -> bool:
        """Whether the day has no room at the side."""
        return self._view.viewport().width() < theme().px(NARROW)

    def rows(self, line: Line) -> list[tuple[str, str, str]]:
        """What stands below the title: role, token, text."""
        quiet = "ink3" if line.gone else "ink2"
        found = [("body", quiet, line.quote)] if line.quote else []
        if line.effect and not (line.plain and not self.narrow):
            found.append(("caption", "ink3", line.effect))
        if line.figures:
            found.append(("caption", "ink3", line.figures))
        if self.narrow:
            found.append(("caption", "ink3", line.when))
        return found

    def height(self, line: Line) -> int:
        """How high a line is."""
        below = sum(theme().line(role) + GAP for role, _, _ in self.rows(line))
        pad = PAD if not line.plain else PAD - 4
        return round(theme().line("button") + below + 2 * pad + 1)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the view."""
        return QSize(self._view.viewport().width(), self.height(index.data(LINE_ROLE)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One line."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        self.paint_ground(painter, box, chosen=chosen, hovered=hovered)
        self.paint_line(painter, index.data(LINE_ROLE), box.adjusted(SIDE, 0, -SIDE, 0))
        painter.restore()

    def paint_ground(self, painter: QPainter, box: QRectF, *, chosen: bool, hovered: bool) -> None:
        """A hairline under it; a ground where it is chosen or pointed at."""
        painter.fillRect(QRectF(box.left() + SIDE, box.bottom() - 1, box.width() - 2 * SIDE, 1), theme().colour("line"))
        ground = box.adjusted(1, 1, -1, -2)
        if chosen:
            painter.setBrush(theme().colour("raised"))
            painter.setPen(QPen(theme().colour("pine"), 2))
            painter.drawRoundedRect(ground, 14, 14)
        elif hovered:
            painter.setBrush(theme().colour("ink1", 0.04))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(ground, 14, 14)

    def paint_line(self, painter: QPainter, line: Line, box: QRectF) -> None:
        """Stitch, words, day."""
        high = theme().line("button")
        y = box.top() + (PAD if not line.plain else PAD - 4)
        side = STITCH * min(1.5, theme().scale)
        kind = "hollow" if line.hollow else "filled"
        stitch = QRectF(box.left(), y + (high - side) / 2 + 1, side, side)
        paint_stitch(painter, stitch, theme().colour(line.token), kind)  # type: ignore[arg-type]
        left = box.left() + TEXT * min(1.5, theme().scale)
        room = box.right() - left
        if not self.narrow:
            room -= self.paint_day(painter, line.when, QRectF(box.left(), y, box.width(), high)) + 16
        font = title_font(line)
        painter.setFont(font)
        painter.setPen(theme().colour("ink3" if line.gone else "ink2" if line.plain else "ink1"))
        title = self.cut(line.title, "title_plain" if line.plain else "title", font, room)
        painter.drawText(QRectF(left, y, room, high), LEFT, title)
        if line.plain and not self.narrow:
            self.paint_aside(painter, line, QRectF(left, y, room, high), QFontMetricsF(font).horizontalAdvance(title))
        y += high + GAP
        for role, ink, text in self.rows(line):
            painter.setFont(theme().font(role))
            painter.setPen(theme().colour(ink))
            step, wide = theme().line(role), box.right() - left
            painter.drawText(QRectF(left, y, wide, step), LEFT, self.cut(text, role, painter.font(), wide))
            y += step + GAP

    def paint_day(self, painter: QPainter, when: str, box: QRectF) -> float:
        """The day at the right; how wide it is."""
        painter.setFont(theme().font("caption"))
        painter.setPen(theme().colour("ink3"))
        painter.drawText(box, RIGHT, when)
        return QFontMetricsF(painter.font()).horizontalAdvance(when)

    def paint_aside(self, painter: QPainter, line: Line, box: QRectF, taken: float) -> None:
        """What an ordinary day did, behind its words."""
        room = box.width() - taken - 12
        if room < 40 or not line.effect:
            return
        painter.setFont(theme().font("caption"))
        painter.setPen(theme().colour("ink3"))
        text = self.cut(line.effect, "caption", painter.font(), room)
        painter.drawText(QRectF(box.left() + taken + 12, box.top() + 1, room, box.height()), LEFT, text)

    def cut(self, text: str, role: str, font: QFont, room: float) -> str:
        """A text as far as it fits."""
        look = (theme().scale, theme().lang)
        if look != self._look or len(self._cut) > KEPT:
            self._look = look
            self._cut.clear()
        key = (text, role, int(room))
        if key not in self._cut:
            self._cut[key] = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
        return self._cut[key]


def title_font(line: Line) -> QFont:
    """Strong, but for ordinary days."""
    return theme().font("body" if line.plain else "button")
