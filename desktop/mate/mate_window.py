"""A frameless, clear window that stays on top: she stands in it, and under her the caption."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from desktop.mate.shape import shape_of
from desktop.stage_view.caption import CaptionPlate, heard_of_you
from desktop.stage_view.player import StagePlayer
from desktop.stage_view.state_pill import StatePill
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.mic_button import MicButton, State

WIDE, HIGH = 340, 600
"""The picture of her at 100 %: she is some 220 wide, and has room to wave."""
CAPTION_HIGH: Final = 92
SMALLEST, LARGEST, STEP = 50, 150, 5
"""Percent."""
LOOK: Final = 250
"""Milliseconds between two looks at her outline."""
SOLES: Final = 0.93
"""Where she stands, as a part of her picture's height."""


class MateWindow(QWidget):
    """`back_wanted`: back to the window. `menu_wanted` carries where a menu is to open."""

    back_wanted = Signal()
    menu_wanted = Signal(object)

    def __init__(self, player: StagePlayer) -> None:
        super().__init__(None, Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.player = player
        self.percent = 100
        self.captions_on = True
        self.caption = CaptionPlate(self)
        self.mic = MicButton(36, parent=self)
        self.pill = StatePill(self)
        self.pill.hide()
        self._grip: QPoint | None = None
        self._shape = QTimer(self)
        self._shape.setInterval(LOOK)
        self._shape.timeout.connect(self.take_shape)
        player.framed.connect(self.update)
        self.setProperty("mate", True)
        words().bind(self, self.setWindowTitle, "captions.mate_name")
        words().bind(self, self.setAccessibleName, "captions.mate_name")
        self.resize(self.sizeHint())

    # --- places

    def sizeHint(self) -> QSize:
        """Her size, with room for the caption."""
        her = self.her_size()
        return QSize(her.width(), her.height() + theme().px(CAPTION_HIGH))

    def her_size(self) -> QSize:
        """The picture of her."""
        return QSize(round(WIDE * self.percent / 100), round(HIGH * self.percent / 100))

    def her_box(self) -> QRect:
        """Where it lies."""
        return QRect(QPoint(0, 0), self.her_size())

    def grow(self, percent: int) -> None:
        """Another size; her feet stay where they stand."""
        percent = max(SMALLEST, min(LARGEST, percent))
        if percent == self.percent:
            return
        foot = QPoint(self.x() + self.width() // 2, self.y() + round(self.her_size().height() * SOLES))
        self.percent = percent
        self.resize(self.sizeHint())
        self.move(foot.x() - self.width() // 2, foot.y() - round(self.her_size().height() * SOLES))
        self.player.resize(self.her_size().width(), self.her_size().height(), self.devicePixelRatioF())
        self.place_caption()
        self.take_shape()

    def to_corner(self) -> None:
        """Stand at the lower right of the screen."""
        screen = self.screen() or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        self.move(room.right() - self.width() - 8, room.bottom() + 1 - self.height())

    def take_shape(self) -> None:
        """Only she and her words take the pointer; what is clear lets it through."""
        image = self.player.image
        if image is None or not self.isVisible():
            return
        shape = shape_of(image, self.her_size())
        for part in (self.caption, self.mic, self.pill):
            if part.isVisible():
                shape += part.geometry()
        self.setMask(shape)

    # --- what she says

    def set_captions(self, on: bool, size: int, share: float) -> None:
        """As set for the stage; here they always lie under her."""
        self.captions_on = on
        self.caption.size_px, self.caption.share = size, share
        if not on:
            self.caption.vanish()
        self.place_caption()

    def tell_caption(self, text: str, begin: int = 0, end: int = 0) -> None:
        """Show words, or none."""
        if not self.captions_on or not text:
            self.caption.clear()
        elif self.caption.say(text, begin, end) or not self.caption.isVisible():
            self.place_caption()

    def tell_heard(self, text: str) -> None:
        """The user's words so far."""
        if self.captions_on and self.caption.hear(heard_of_you, text, self.rect()):
            self.place_caption()

    def place_caption(self) -> None:
        """Under her feet."""
        self.caption.place(self.rect(), 6)
        self.place_mic()
        self.take_shape()

    def place_mic(self) -> None:
        """Beside her feet, its word under them."""
        side = self.mic.sizeHint().width()
        foot = round(self.her_size().height() * SOLES)
        self.mic.setGeometry(self.width() - side - 8, foot - side, side, side)
        self.pill.room = self.width() - 16
        self.pill.refresh()
        self.pill.move(self.width() - self.pill.width() - 8, foot + 4)

    def show_state(self, pill: str, mic: State, call: str) -> None:
        """The microphone is there while it is open or somebody is at her; its word while there is something to say."""
        self.mic.become(mic, call)
        self.pill.become(pill, call)
        self.show_mic()

    def show_mic(self) -> None:
        """See `show_state`."""
        live = self.mic.state not in ("off", "push", "toggle")
        near = self.underMouse() or self.isActiveWindow()
        self.mic.setVisible(live or near)
        self.pill.setVisible(live)
        self.place_mic()
        self.take_shape()

    def enterEvent(self, event: object) -> None:
        """Somebody comes near."""
        self.show_mic()

    def leaveEvent(self, event: object) -> None:
        """And goes."""
        self.show_mic()

    def restyle(self) -> None:
        """The text's size changed."""
        self.resize(self.sizeHint())
        self.place_caption()

    # --- pointer and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take her by her body."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        handle = self.windowHandle()
        if QGuiApplication.platformName().startswith("wayland") and handle is not None:
            handle.startSystemMove()  # there a window cannot move itself
        else:
            self._grip = event.globalPosition().toPoint() - self.pos()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """She comes along."""
        if self._grip is not None:
            self.player.liven()
            self.move(event.globalPosition().toPoint() - self._grip)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._grip = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Back to the window."""
        self.back_wanted.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Larger or smaller."""
        turned = event.angleDelta().y()
        if turned:
            notches = max(1, round(abs(turned) / 120))
            self.grow(self.percent + (STEP if turned > 0 else -STEP) * notches)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back; plus, minus and the arrows do what wheel and pointer do; the menu key opens the menu."""
        key = Qt.Key(event.key())
        moves = {Qt.Key.Key_Left: (-16, 0), Qt.Key.Key_Right: (16, 0), Qt.Key.Key_Up: (0, -16), Qt.Key.Key_Down: (0, 16)}
        if key == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.grow(self.percent + (-STEP if key == Qt.Key.Key_Minus else STEP))
        elif key in moves:
            self.move(self.pos() + QPoint(*moves[key]))
        elif key in (Qt.Key.Key_Menu, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.menu_wanted.emit(self.mapToGlobal(self.her_box().center()))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: object) -> None:
        """The microphone goes along."""
        self.place_mic()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu where it was asked for."""
        self.menu_wanted.emit(event.globalPos())

    # --- Qt

    def showEvent(self, event: QShowEvent) -> None:
        """Draw her in this size."""
        self.player.resize(self.her_size().width(), self.her_size().height(), self.devicePixelRatioF())
        self.player.run(True)
        self._shape.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        self._shape.stop()
        self.player.run(False)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closed by the system: back to the window, so that she is not lost."""
        event.ignore()
        self.back_wanted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """She, with her own soft shadow under her feet; all else is clear."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        image = self.player.image
        if image is None:
            return
        painter.drawImage(QRectF(self.her_box()), image, QRectF(image.rect()))
