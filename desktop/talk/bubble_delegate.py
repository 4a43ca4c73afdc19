"""Paints the rows of the talk and knows what was pressed on them."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from desktop.talk.bubble_layout import STITCH, STITCH_GAP, PlacedChip, RowLayout, measure
from desktop.talk.chat_model import ROW_ROLE
from desktop.talk.rows import Chip, Row
from desktop.theme.icons import paint_icon
from desktop.theme.stitch import paint_stitch
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.shapes import bubble_path, paint_pill, paint_raised

Index = QModelIndex | QPersistentModelIndex
ACTION_ICONS = {"hear": "voice", "copy": "copy", "edit": "edit", "why": "why", "delete": "trash"}
ACTION_WORDS = {"hear": "captions.hear", "copy": "talk.copy", "edit": "talk.edit", "why": "why.ask", "delete": "talk.delete"}


class BubbleDelegate(QStyledItemDelegate):
    """Layouts are cached per row, width, scale and theme."""

    action = Signal(str, object)
    """A hover button: its name and the row."""
    chip_pressed = Signal(object, object)
    undo_pressed = Signal(object, object)
    whole_wanted = Signal(object)

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._cache: dict[int, tuple[tuple[object, ...], RowLayout]] = {}
        self.pointer = QPointF(-1, -1)
        self.marked: int | None = None
        """The turn that a sheet beside the talk speaks of."""
        self.heard: Row | None = None
        """What is being heard again."""

    def layout_of(self, row: Row, width: float) -> RowLayout:
        """The row's layout, measured again only when something changed."""
        key = (row, row.version, width, theme().scale, theme().night, words().lang)
        known = self._cache.get(id(row))
        if known is not None and known[0] == key:
            return known[1]
        made = measure(row, width)
        if len(self._cache) > 4000:
            self._cache.clear()
        self._cache[id(row)] = (key, made)
        return made

    def width(self) -> float:
        """The width rows have."""
        return float(self._view.viewport().width())

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its layout."""
        row = index.data(ROW_ROLE)
        return QSize(round(self.width()), round(self.layout_of(row, self.width()).height + 0.49))

    # --- painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        row: Row = index.data(ROW_ROLE)
        layout = self.layout_of(row, self.width())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(QPointF(option.rect.topLeft()))
        if row.kind == "day":
            self.paint_day(painter, layout)
        elif row.kind == "notice":
            self.paint_notice(painter, layout)
        else:
            state = option.state
            focused = bool(state & QStyle.StateFlag.State_HasFocus) and self._view.hasFocus()
            self.paint_bubble(painter, row, layout, focused)
            hovered = bool(state & QStyle.StateFlag.State_MouseOver)
            if hovered or focused or row is self.heard:
                self.paint_actions(painter, layout, self.pointer - QPointF(option.rect.topLeft()), heard=row is self.heard)
        painter.restore()

    def paint_day(self, painter: QPainter, layout: RowLayout) -> None:
        """A quiet line."""
        painter.setPen(theme().colour("ink3"))
        if layout.text is not None:
            layout.text.draw(painter, layout.text_at)

    def paint_notice(self, painter: QPainter, layout: RowLayout) -> None:
        """A card with a shield."""
        if layout.bubble is None or layout.title is None or layout.text is None:
            return
        paint_raised(painter, layout.bubble, 14)
        icon = QRectF(layout.bubble.left() + 17, layout.title_at.y() + 1, 20, 20)
        paint_icon(painter, "shield", icon, theme().colour("ink1"))
        painter.setPen(theme().colour("ink1"))
        layout.title.draw(painter, layout.title_at)
        painter.setPen(theme().colour("ink2"))
        layout.text.draw(painter, layout.text_at)

    def paint_bubble(self, painter: QPainter, row: Row, layout: RowLayout, focused: bool) -> None:
        """Ground, text, stitches, chips."""
        if layout.bubble is None:
            return
        mine = row.kind == "mine"
        path = bubble_path(layout.bubble, 18, "br" if mine else "tl")
        if not mine and not theme().night:
            painter.fillPath(path.translated(0, 1), theme().colour("shadow"))
        if mine and row.streaming:
            painter.strokePath(path, QPen(theme().colour("glow"), 1.5))
        else:
            painter.fillPath(path, theme().colour("me" if mine else "raised"))
        if focused:
            painter.strokePath(path, QPen(theme().colour("focus"), 2))
        elif row.turn_id is not None and row.turn_id == self.marked:
            painter.strokePath(path, QPen(theme().colour("pine"), 1.5))
        painter.setPen(theme().colour("ink1"))
        if layout.text is not None:
            layout.text.draw(painter, layout.text_at)
        if layout.stitches is not None:
            for index, strength in enumerate((1.0, 0.6, 0.3)):
                box = QRectF(layout.stitches + QPointF(index * (STITCH[0] + STITCH_GAP), 0), QSize(*map(int, STITCH)))
                paint_stitch(painter, box, theme().colour("glow", strength))
        if layout.more is not None:
            painter.setFont(theme().font("label"))
            painter.setPen(theme().colour("pine"))
            label = words()("talk.show_all", count=f"{len(row.text):,}")
            painter.drawText(layout.more, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, label)
        for placed in layout.chips:
            self.paint_chip(painter, placed)

    def paint_chip(self, painter: QPainter, placed: PlacedChip) -> None:
        """A pill with a ball of wool; Undo at its end where something was kept."""
        kept = placed.chip.kind == "kept"
        middle = placed.box.center().y()
        if placed.chip.resting:
            paint_icon(painter, "wool", QRectF(placed.box.center().x() - 7, middle - 7, 14, 14), theme().colour("ink3"))
            return
        paint_pill(painter, placed.box, theme().colour("ember_soft" if kept else "sunken"))
        painter.setFont(theme().font("caption"))
        ink = theme().colour("ink1" if kept else "ink2")
        text_left = placed.box.left() + (12 if placed.chip.kind == "more" else 34)
        if placed.chip.kind != "more":
            name = "talk" if placed.chip.turn is not None else "wool"
            paint_icon(painter, name, QRectF(placed.box.left() + 12, middle - 7, 14, 14), ink)
        painter.setPen(ink)
        box = QRectF(text_left, placed.box.top(), placed.box.right() - text_left, placed.box.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, placed.text)
        if placed.undo is not None:
            painter.setFont(theme().font("label"))
            painter.setPen(theme().colour("ember"))
            painter.drawText(placed.undo, Qt.AlignmentFlag.AlignCenter, words()("common.undo"))

    def paint_actions(self, painter: QPainter, layout: RowLayout, pointer: QPointF, *, heard: bool = False) -> None:
        """The hover buttons on their plate."""
        if not layout.actions:
            return
        whole = layout.actions[0][1].united(layout.actions[-1][1]).adjusted(-3, 1, 3, -1)
        paint_raised(painter, whole, whole.height() / 2, level=1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().colour("line"), 1))
        painter.drawRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), whole.height() / 2, whole.height() / 2)
        for name, box in layout.actions:
            if box.contains(pointer):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme().colour("sunken"))
                painter.drawEllipse(box.adjusted(3, 3, -3, -3))
            ink = theme().colour("rose" if name == "delete" and box.contains(pointer) else "ink2")
            shown = ACTION_ICONS[name]
            if heard and name == "hear":
                shown, ink = "stop", theme().colour("ember")
            paint_icon(painter, shown, box.adjusted(7, 7, -7, -7), ink)

    # --- pressing

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Send a click to what lies under it."""
        if event.type() != QEvent.Type.MouseButtonRelease or not isinstance(event, QMouseEvent):
            return False
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        row: Row = index.data(ROW_ROLE)
        at = event.position() - QPointF(option.rect.topLeft())
        return self.press(row, at)

    def press(self, row: Row, at: QPointF) -> bool:
        """A click at a place of the row; True if something was there."""
        layout = self.layout_of(row, self.width())
        for name, box in layout.actions:
            if box.contains(at):
                self.action.emit(name, row)
                return True
        for placed in layout.chips:
            if placed.undo is not None and placed.undo.contains(at):
                self.undo_pressed.emit(row, placed.chip)
                return True
            if placed.box.contains(at):
                self.chip_pressed.emit(row, placed.chip)
                return True
        if layout.more is not None and layout.more.contains(at):
            self.whole_wanted.emit(row)
            return True
        return False

    def hot(self, row: Row, at: QPointF) -> bool:
        """Whether something can be pressed there."""
        layout = self.layout_of(row, self.width())
        places = [box for _, box in layout.actions] + [placed.box for placed in layout.chips]
        if layout.more is not None:
            places.append(layout.more)
        return any(box.contains(at) for box in places)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Tell what a hover button does, or a chip in full."""
        row = index.data(ROW_ROLE)
        if row is None:
            return False
        at = QPointF(event.pos()) - QPointF(option.rect.topLeft())
        layout = self.layout_of(row, self.width())
        called = ACTION_WORDS | ({"hear": "captions.hush"} if row is self.heard else {})
        tip = next((words()(called[name]) for name, box in layout.actions if box.contains(at)), "")
        tip = tip or next((plain_tip(each.chip) for each in layout.chips if each.box.contains(at)), "")
        QToolTip.showText(event.globalPos(), tip, view)
        return True


def plain_tip(chip: Chip) -> str:
    """A chip's words as a tooltip that cannot be taken for markup."""
    if chip.kind == "more":
        return words()("talk.more_used", count=chip.text.lstrip("+"))
    return chip.text.replace("<", "‹")[:400]

