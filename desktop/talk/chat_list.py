"""The list of bubbles: sticks to its end, knows hover and keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

from desktop.talk.bubble_delegate import BubbleDelegate
from desktop.talk.chat_model import ROW_ROLE, ChatModel
from desktop.talk.rows import Chip, Row
from desktop.theme.icons import icon
from desktop.theme.words import words
from desktop.widgets.push import Push

KEYS = {
    Qt.Key.Key_Delete: "delete", Qt.Key.Key_F2: "edit", Qt.Key.Key_E: "edit", Qt.Key.Key_C: "copy",
    Qt.Key.Key_W: "why", Qt.Key.Key_Question: "why", Qt.Key.Key_H: "hear",
}  # fmt: skip
PLAIN = (Qt.Key.Key_E, Qt.Key.Key_W, Qt.Key.Key_H)
"""With Ctrl these belong to the window."""
HELD = 550
"""Milliseconds after which a press that stays in its place opens the menu."""
STEADY = 10
NEAR_END = 24
Index = QModelIndex | QPersistentModelIndex


class ChatList(QListView):
    """`action` carries hear, copy, edit, delete, why; chips and long messages have their own signals."""

    action = Signal(str, object)
    chip_pressed = Signal(object, object)
    undo_pressed = Signal(object, object)
    whole_wanted = Signal(object)
    earlier_wanted = Signal()
    rested = Signal(object)
    """The row that pointer or focus rests on; None for none."""

    def __init__(self, model: ChatModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.bubbles = BubbleDelegate(self)
        self.setItemDelegate(self.bubbles)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        words().bind(self, self.setAccessibleName, "talk.list")
        for name in ("action", "chip_pressed", "undo_pressed", "whole_wanted"):
            getattr(self.bubbles, name).connect(getattr(self, name))
        self._held_at: QPoint | None = None
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.timeout.connect(self.held)
        self._at_end = True
        self.new_words = Push("talk.new_words", "secondary", self.to_end, small=True, icon_name="down", parent=self)
        self.new_words.hide()
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self.range_changed)
        bar.valueChanged.connect(self.scrolled)
        model.dataChanged.connect(lambda *_: self.grew())
        model.rowsInserted.connect(self.inserted)

    # --- keeping to the end

    def inserted(self, parent: QModelIndex, first: int, last: int) -> None:
        """New words at the end, or earlier ones in front: then what was in view stays in view."""
        if first == 0 and last + 1 < self._model.rowCount():
            bar = self.verticalScrollBar()
            from_end = bar.maximum() - bar.value()
            self.doItemsLayout()
            bar.setValue(bar.maximum() - from_end)
            return
        self.grew()

    def grew(self) -> None:
        """Something was added or changed."""
        self.scheduleDelayedItemsLayout()
        if not self._at_end:
            self.new_words.adjustSize()
            self.new_words.setVisible(True)
            self.place_chip()

    def range_changed(self, low: int, high: int) -> None:
        """Stay at the end if it was there."""
        if self._at_end:
            self.verticalScrollBar().setValue(high)

    def scrolled(self, value: int) -> None:
        """Remember whether the end is in view; near the top, ask for earlier words."""
        bar = self.verticalScrollBar()
        self._at_end = value >= bar.maximum() - NEAR_END
        if self._at_end:
            self.new_words.hide()
        if value == 0 and bar.maximum() > 0 and self.isVisible():
            self.earlier_wanted.emit()

    def to_end(self) -> None:
        """Show the newest words."""
        self._at_end = True
        self.new_words.hide()
        self.scrollToBottom()

    def restyle(self) -> None:
        """Sizes changed: measure all again."""
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Bubbles wrap anew; the end stays in view."""
        at_end = self._at_end
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self.place_chip()
        if at_end:
            self._at_end = True
            self.scrollToBottom()

    def place_chip(self) -> None:
        """Centre the chip over the last line."""
        size = self.new_words.sizeHint()
        self.new_words.setGeometry(
            (self.width() - size.width()) // 2, self.height() - size.height() - 10, size.width(), size.height()
        )

    # --- pointer and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press that is held opens the menu, as a finger does it."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._held_at = event.position().toPoint()
            self._hold.start(HELD)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A short press acts on what lies under it; after a long one the menu is open."""
        held = not self._hold.isActive() and self._held_at is not None and event.button() == Qt.MouseButton.LeftButton
        self._hold.stop()
        self._held_at = None
        if not held:
            super().mouseReleaseEvent(event)

    def held(self) -> None:
        """The press stayed: the menu of its row."""
        row = self.row(self.indexAt(self._held_at)) if self._held_at is not None else None
        if row is not None and row.said and self._held_at is not None:
            self.open_menu(row, self._held_at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Hover; a press that moves is no longer held."""
        super().mouseMoveEvent(event)
        if self._held_at is not None and (event.position().toPoint() - self._held_at).manhattanLength() > STEADY:
            self._hold.stop()
        self.bubbles.pointer = event.position()
        index = self.indexAt(event.position().toPoint())
        hot = False
        self.rested.emit(self.row(index))
        if index.isValid():
            at = event.position() - QPointF(self.visualRect(index).topLeft())
            hot = self.bubbles.hot(index.data(ROW_ROLE), at)
            self.update(index)
        shape = Qt.CursorShape.PointingHandCursor if hot else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def leaveEvent(self, event: QEvent) -> None:
        """No hover."""
        self.bubbles.pointer = QPointF(-1, -1)
        super().leaveEvent(event)
        self.viewport().update()
        self.rested.emit(self.row(self.currentIndex()) if self.hasFocus() else None)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """The focus came to another row."""
        super().currentChanged(current, previous)
        if self.hasFocus():
            self.rested.emit(self.row(current))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The focus went."""
        super().focusOutEvent(event)
        self.rested.emit(None)

    def mark(self, turn_id: int | None) -> None:
        """Outline the bubble that a sheet speaks of; None: no bubble."""
        self.bubbles.marked = turn_id
        self.viewport().update()

    def hear(self, row: Row | None) -> None:
        """Show which bubble is being heard again; None: none."""
        if row is not self.bubbles.heard:
            self.bubbles.heard = row
            self.viewport().update()

    def reveal(self, row: Row) -> None:
        """Bring a row into the middle of the view and mark it."""
        index = self._model.index(self._model.rows.index(row))
        self._at_end = False
        self.doItemsLayout()
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """By keyboard one comes to the newest words first."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rows:
            self.setCurrentIndex(self._model.index(len(self._model.rows) - 1))
        self.rested.emit(self.row(self.currentIndex()))

    def row(self, index: Index) -> Row | None:
        """The row at an index."""
        return index.data(ROW_ROLE) if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, edit, delete and open by key."""
        row = self.row(self.currentIndex())
        key = Qt.Key(event.key())
        if row is not None and row.said:
            if key in KEYS and (key not in PLAIN or not event.modifiers()):
                self.ask(KEYS[key], row)
                return
            if key in (Qt.Key.Key_Menu, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.open_menu(row, self.visualRect(self.currentIndex()).center())
                return
        super().keyPressEvent(event)

    def ask(self, action: str, row: Row) -> None:
        """Ask for an action where the row allows it."""
        hers = row.kind == "hers"
        allowed = {"copy": True, "delete": True, "edit": not hers, "why": hers, "hear": hers and bool(row.text)}[action]
        if allowed and (row.turn_id is not None or action in ("copy", "hear")):
            self.action.emit(action, row)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of a row."""
        row = self.row(self.indexAt(event.pos()))
        if row is not None and row.said:
            self.open_menu(row, event.pos())

    def open_menu(self, row: Row, at: QPoint) -> None:
        """Show the menu of a row at a place of the viewport."""
        menu = self.menu_for(row)
        menu.popup(self.viewport().mapToGlobal(at))

    def menu_for(self, row: Row) -> QMenu:
        """All that can be done with a row, chips included."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if row.kind == "hers":
            heard = row is self.bubbles.heard
            name, key = ("stop", "captions.hush") if heard else ("voice", "captions.hear")
            menu.addAction(icon(name), words()(key), lambda: self.ask("hear", row))
        menu.addAction(icon("copy"), words()("talk.copy"), lambda: self.ask("copy", row))
        if row.kind == "mine" and row.turn_id is not None:
            menu.addAction(icon("edit"), words()("talk.edit"), lambda: self.ask("edit", row))
        if row.kind == "hers" and row.turn_id is not None:
            menu.addAction(icon("why"), words()("why.ask"), lambda: self.ask("why", row))
        for chip in row.chips:
            self.add_chip_actions(menu, row, chip)
        if row.turn_id is not None:
            menu.addSeparator()
            menu.addAction(icon("trash", "rose"), words()("talk.delete"), lambda: self.ask("delete", row))
        return menu

    def add_chip_actions(self, menu: QMenu, row: Row, chip: Chip) -> None:
        """Undo, and where a memory comes from; an earlier turn is opened."""
        if chip.turn is not None:
            label = words()("talk.open_turn", text=chip.turn.text[:40])
            menu.addAction(icon("talk"), label.replace("&", "&&"), lambda: self.chip_pressed.emit(row, chip))
        if chip.memory is None:
            return
        short = chip.memory.text if len(chip.memory.text) < 40 else chip.memory.text[:39] + "…"
        if chip.kind == "kept":
            label = words()("talk.undo_remembering", text=short)
            menu.addAction(icon("undo"), label.replace("&", "&&"), lambda: self.undo_pressed.emit(row, chip))
        label = words()("talk.why_chip", text=short)
        menu.addAction(icon("wool"), label.replace("&", "&&"), lambda: self.chip_pressed.emit(row, chip))
