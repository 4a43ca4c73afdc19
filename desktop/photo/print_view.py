"""The last picture, small, as a print on the page."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.theme.theme import theme
from desktop.theme.words import words

HIGH = 200


class PrintView(QAbstractButton):
    """A press opens the picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        words().bind(self, self.setAccessibleName, "photo.open")
        words().bind(self, self.setToolTip, "photo.open")

    def show_picture(self, image: QImage) -> None:
        """Put another picture on the page."""
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        self._image = image.scaled(QSize(760, 2 * HIGH), keep, smooth)
        self.updateGeometry()
        self.show()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the page gives."""
        return QSize(200, HIGH + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture at the left, with a soft edge."""
        if self._image is None:
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        scale = min(HIGH / self._image.height(), (self.width() - 4) / self._image.width())
        box = QRectF(2, 2, self._image.width() * scale, self._image.height() * scale)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("shadow"))
        painter.drawRect(box.translated(0, 2).adjusted(-1, 0, 1, 1))
        painter.drawImage(box, self._image)
