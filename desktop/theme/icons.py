"""Our own icons on a 20 grid: strokes of 1.6 with round ends, painted in the colour of the text."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPainterPath, QPen, QPixmap

from desktop.theme.svg_path import painter_path
from desktop.theme.theme import theme

GRID: Final = 20.0
STROKE: Final = 1.6

PATHS: Final[dict[str, str]] = {
    "talk": "M5.5 3.5 H14.5 A2.5 2.5 0 0 1 17 6 V11 A2.5 2.5 0 0 1 14.5 13.5 H9.5 L6 16.8 V13.5 H5.5 A2.5 2.5 0 0 1 3 11"
    " V6 A2.5 2.5 0 0 1 5.5 3.5 Z",
    "bond": "M7.4 5.4 A4.6 4.6 0 1 1 7.4 14.6 A4.6 4.6 0 1 1 7.4 5.4 M12.6 5.4 A4.6 4.6 0 1 1 12.6 14.6"
    " A4.6 4.6 0 1 1 12.6 5.4",
    "diary": "M6.4 2.9 H14.4 A1.5 1.5 0 0 1 15.9 4.4 V15.6 A1.5 1.5 0 0 1 14.4 17.1 H6.4 A2 2 0 0 1 4.4 15.1 V4.9"
    " A2 2 0 0 1 6.4 2.9 Z M4.5 14.6 Q5 13.6 6.4 13.6 H15.8 M7.8 6.6 H12.6 M7.8 9.4 H11.4",
    "wardrobe": "M8 5.6 A2 2 0 1 1 10.6 7.5 Q10 7.8 10 8.6 L17.2 13.3 A0.9 0.9 0 0 1 16.7 15 H3.3 A0.9 0.9 0 0 1 2.8 13.3"
    " L10 8.6",
    "settings": "M2.5 6 H9.2 M13.8 6 H17.5 M11.5 3.8 A2.2 2.2 0 1 1 11.5 8.2 A2.2 2.2 0 1 1 11.5 3.8"
    " M2.5 14 H6.2 M10.8 14 H17.5 M8.5 11.8 A2.2 2.2 0 1 1 8.5 16.2 A2.2 2.2 0 1 1 8.5 11.8",
    "mic": "M10 2.5 A2.6 2.6 0 0 1 12.6 5.1 V9.4 A2.6 2.6 0 0 1 7.4 9.4 V5.1 A2.6 2.6 0 0 1 10 2.5 Z"
    " M4.8 9.2 A5.2 5.2 0 0 0 15.2 9.2 M10 14.6 V17.5",
    "mic_off": "M12.6 8.6 V5.1 A2.6 2.6 0 0 0 7.6 4.1 M7.4 8 V9.4 A2.6 2.6 0 0 0 11.2 11.7 M4.8 9.2 A5.2 5.2 0 0 0 12.8 13.6"
    " M14.9 11 Q15.2 10.2 15.2 9.2 M10 14.6 V17.5 M3.4 3.4 L16.6 16.6",
    "headphones": "M3.4 13.4 V10.2 A6.6 6.6 0 0 1 16.6 10.2 V13.4 M3.4 11.6 H5 A1.4 1.4 0 0 1 6.4 13 V15.2 A1.4 1.4 0 0 1 5 16.6"
    " H4.8 A1.4 1.4 0 0 1 3.4 15.2 Z M16.6 11.6 H15 A1.4 1.4 0 0 0 13.6 13 V15.2 A1.4 1.4 0 0 0 15 16.6 H15.2"
    " A1.4 1.4 0 0 0 16.6 15.2 Z",
    "again": "M4.2 10 A5.8 5.8 0 1 0 6 5.8 L4.4 7.2 M4.4 3.6 V7.2 H8",
    "voice": "M3 7.8 V12.2 H5.8 L9.6 15.6 V4.4 L5.8 7.8 Z M12.6 7.6 A3.4 3.4 0 0 1 12.6 12.4 M14.8 5.2 A6.8 6.8 0 0 1 14.8 14.8",
    "voice_off": "M3 7.8 V12.2 H5.8 L9.6 15.6 V4.4 L5.8 7.8 Z M12.8 8 L16.8 12 M16.8 8 L12.8 12",
    "captions": "M4.8 4.2 H15.2 A2.3 2.3 0 0 1 17.5 6.5 V13.5 A2.3 2.3 0 0 1 15.2 15.8 H4.8 A2.3 2.3 0 0 1 2.5 13.5 V6.5"
    " A2.3 2.3 0 0 1 4.8 4.2 Z M5.6 12.4 H8.8 M11.4 12.4 H14.4",
    "send": "M10 16.2 V4 M4.8 9.2 L10 4 L15.2 9.2",
    "copy": "M8 6.4 H14.6 A1.6 1.6 0 0 1 16.2 8 V15 A1.6 1.6 0 0 1 14.6 16.6 H8 A1.6 1.6 0 0 1 6.4 15 V8 A1.6 1.6 0 0 1 8 6.4 Z"
    " M13.4 3.4 H5.2 A1.8 1.8 0 0 0 3.4 5.2 V13.2",
    "edit": "M3.6 16.4 L4.4 12.6 L13.2 3.8 A1.6 1.6 0 0 1 15.4 3.8 L16.2 4.6 A1.6 1.6 0 0 1 16.2 6.8 L7.4 15.6 Z"
    " M11.6 5.4 L14.6 8.4",
    "trash": "M3.8 5.6 H16.2 M8 5.6 V3.6 H12 V5.6 M5.4 5.6 L6.2 16.4 H13.8 L14.6 5.6 M8.4 8.8 V13.4 M11.6 8.8 V13.4",
    "check": "M4 10.6 L8.2 14.6 L16 5.8",
    "close": "M5 5 L15 15 M15 5 L5 15",
    "down": "M5 7.6 L10 12.6 L15 7.6",
    "up": "M5 12.4 L10 7.4 L15 12.4",
    "right": "M7.6 5 L12.6 10 L7.6 15",
    "left": "M12.4 5 L7.4 10 L12.4 15",
    "lock": "M5.8 9 H14.2 A1.6 1.6 0 0 1 15.8 10.6 V15 A1.6 1.6 0 0 1 14.2 16.6 H5.8 A1.6 1.6 0 0 1 4.2 15 V10.6"
    " A1.6 1.6 0 0 1 5.8 9 Z M7 9 V6.4 A3 3 0 0 1 13 6.4 V9",
    "cloud": "M6.2 15.4 A3.7 3.7 0 0 1 5.8 8 A4.6 4.6 0 0 1 14.6 7.8 A3.8 3.8 0 0 1 14.4 15.4 Z",
    "shield": "M10 2.8 L16 4.8 V9.6 Q16 14.6 10 17.4 Q4 14.6 4 9.6 V4.8 Z",
    "plug": "M7.2 2.8 V6.4 M12.8 2.8 V6.4 M4.8 6.4 H15.2 V8.6 A5.2 5.2 0 0 1 4.8 8.6 Z M10 13.8 V17.4",
    "globe": "M10 2.8 A7.2 7.2 0 1 1 10 17.2 A7.2 7.2 0 1 1 10 2.8 M2.8 10 H17.2 M10 2.8 Q6.4 6 6.4 10 Q6.4 14 10 17.2"
    " M10 2.8 Q13.6 6 13.6 10 Q13.6 14 10 17.2",
    "wool": "M10 2.8 A7.2 7.2 0 1 1 10 17.2 A7.2 7.2 0 1 1 10 2.8 M4 6.4 Q10.4 6.6 15.2 14.8 M7.2 3.6 Q13.2 5.2 16.6 11.2"
    " M2.9 10.2 Q8.6 10.4 11.8 16.8",
    "search": "M9 3.2 A5.8 5.8 0 1 1 9 14.8 A5.8 5.8 0 1 1 9 3.2 M13.3 13.3 L17 17",
    "pin": "M6.6 3.2 H13.4 M7.6 3.2 V8.4 L5.2 11.6 H14.8 L12.4 8.4 V3.2 M10 11.6 V17.2",
    "hush": "M3 10 Q5.6 5 10 5 Q11.6 5 12.9 5.7 M15.2 7.4 Q16.3 8.5 17 10 Q14.4 15 10 15 Q8.4 15 7.1 14.3"
    " M4.8 12.6 Q3.7 11.5 3 10 M4 16.4 L16 3.6",
    "people": "M7.6 4 A2.8 2.8 0 1 1 7.6 9.6 A2.8 2.8 0 1 1 7.6 4 M2.6 16.2 Q2.8 12 7.6 12 Q12.4 12 12.6 16.2"
    " M12.8 4.4 A2.6 2.6 0 0 1 12.8 9.4 M14.4 12.2 Q17.2 12.9 17.4 16.2",
    "place": "M10 17.4 Q4.6 12 4.6 8.2 A5.4 5.4 0 0 1 15.4 8.2 Q15.4 12 10 17.4 M10 6.2 A2 2 0 1 1 10 10.2 A2 2 0 1 1 10 6.2",
    "calendar": "M5 4.8 H15 A1.8 1.8 0 0 1 16.8 6.6 V15 A1.8 1.8 0 0 1 15 16.8 H5 A1.8 1.8 0 0 1 3.2 15 V6.6 A1.8 1.8 0 0 1 5 4.8"
    " Z M3.4 8.8 H16.6 M7 3 V6 M13 3 V6",
    "star": "M10 3 L12.1 7.5 L17 8.1 L13.4 11.5 L14.3 16.4 L10 14 L5.7 16.4 L6.6 11.5 L3 8.1 L7.9 7.5 Z",
    "why": "M10 2.8 A7.2 7.2 0 1 1 10 17.2 A7.2 7.2 0 1 1 10 2.8 M7.7 8 A2.3 2.3 0 1 1 10.9 10.1 Q10 10.6 10 11.6 M10 14 V14.1",
    "heart": "M10 16.6 C4.6 12.8 2.8 10.2 2.8 7.6 A3.7 3.7 0 0 1 10 6.2 A3.7 3.7 0 0 1 17.2 7.6 C17.2 10.2 15.4 12.8 10 16.6 Z",
    "dice": "M5.4 3.2 H14.6 A2.2 2.2 0 0 1 16.8 5.4 V14.6 A2.2 2.2 0 0 1 14.6 16.8 H5.4 A2.2 2.2 0 0 1 3.2 14.6 V5.4"
    " A2.2 2.2 0 0 1 5.4 3.2 Z M7.4 7.4 V7.5 M12.6 7.4 V7.5 M7.4 12.5 V12.6 M12.6 12.5 V12.6",
    "plus": "M10 4 V16 M4 10 H16",
    "gift": "M3.4 7.4 H16.6 V10.4 H3.4 Z M4.6 10.4 V16.6 H15.4 V10.4 M10 7.4 V16.6 M10 7.2 C6.4 7.2 5.6 3.4 7.6 3.2"
    " C9 3.1 10 5 10 7.2 C10 5 11 3.1 12.4 3.2 C14.4 3.4 13.6 7.2 10 7.2",
    "undo": "M7 4.4 L3.6 7.8 L7 11.2 M3.6 7.8 H11.6 A4.4 4.4 0 0 1 11.6 16.6 H8",
    "folder": "M2.8 6 A1.6 1.6 0 0 1 4.4 4.4 H7.8 L9.6 6.4 H15.6 A1.6 1.6 0 0 1 17.2 8 V14 A1.6 1.6 0 0 1 15.6 15.6 H4.4"
    " A1.6 1.6 0 0 1 2.8 14 Z",
    "download": "M10 3.2 V12.4 M6 8.6 L10 12.6 L14 8.6 M3.6 16.4 H16.4",
    "info": "M10 2.8 A7.2 7.2 0 1 1 10 17.2 A7.2 7.2 0 1 1 10 2.8 M10 9.2 V13.6 M10 6.2 V6.4",
    "look": "M10 6.4 A3.6 3.6 0 1 1 10 13.6 A3.6 3.6 0 1 1 10 6.4 M10 2.2 V3.4 M10 16.6 V17.8 M2.2 10 H3.4 M16.6 10 H17.8"
    " M4.5 4.5 L5.3 5.3 M14.7 14.7 L15.5 15.5 M15.5 4.5 L14.7 5.3 M5.3 14.7 L4.5 15.5",
    "keys": "M3.8 5 H16.2 A1.5 1.5 0 0 1 17.7 6.5 V13.5 A1.5 1.5 0 0 1 16.2 15 H3.8 A1.5 1.5 0 0 1 2.3 13.5 V6.5"
    " A1.5 1.5 0 0 1 3.8 5 Z M5.4 8.4 H5.6 M8.4 8.4 H8.6 M11.4 8.4 H11.6 M14.4 8.4 H14.6 M6.4 11.8 H13.6",
    "person": "M10 3.4 A3.2 3.2 0 1 1 10 9.8 A3.2 3.2 0 1 1 10 3.4 M3.8 16.8 Q4.2 12.2 10 12.2 Q15.8 12.2 16.2 16.8",
    "camera": "M4.6 6 H6.6 L7.8 4.2 H12.2 L13.4 6 H15.4 A1.8 1.8 0 0 1 17.2 7.8 V14 A1.8 1.8 0 0 1 15.4 15.8 H4.6"
    " A1.8 1.8 0 0 1 2.8 14 V7.8 A1.8 1.8 0 0 1 4.6 6 Z M10 7.9 A2.9 2.9 0 1 1 10 13.7 A2.9 2.9 0 1 1 10 7.9",
    "fork": "M10 17 V11.4 L4.6 6 M10 11.4 L15.4 6 M4.4 9.2 V5.8 H7.8 M15.6 9.2 V5.8 H12.2",
    "bell": "M10 3 A4.6 4.6 0 0 1 14.6 7.6 Q14.6 12 16.2 13.8 H3.8 Q5.4 12 5.4 7.6 A4.6 4.6 0 0 1 10 3 Z"
    " M8.4 16.2 Q10 17.6 11.6 16.2",
    "letter": "M4.6 4.6 H15.4 A1.8 1.8 0 0 1 17.2 6.4 V13.8 A1.8 1.8 0 0 1 15.4 15.6 H4.6 A1.8 1.8 0 0 1 2.8 13.8 V6.4"
    " A1.8 1.8 0 0 1 4.6 4.6 Z M3.4 5.6 L10 10.8 L16.6 5.6",
    "box": "M3.8 8 H16.2 V15 A1.4 1.4 0 0 1 14.8 16.4 H5.2 A1.4 1.4 0 0 1 3.8 15 Z M2.8 4.4 H17.2 V8 H2.8 Z M8.2 11.2 H11.8",
    "breath": "M2.8 7.4 H11.2 A2.1 2.1 0 1 0 9.4 4.2 M2.8 10.6 H14.6 A2.3 2.3 0 1 1 12.6 14.1 M2.8 13.8 H8.6",
    "moon": "M15.8 12.2 A6.7 6.7 0 1 1 8 3.4 A5.5 5.5 0 0 0 15.8 12.2 Z",
    "ladder": "M6 3 V17 M14 3 V17 M6 6.4 H14 M6 10 H14 M6 13.6 H14",
    "glass": "M5.2 3 H14.8 M5.2 17 H14.8 M6.4 3 V5.6 Q6.4 7.8 10 10 Q13.6 7.8 13.6 5.6 V3 M6.4 17 V14.4 Q6.4 12.2 10 10"
    " Q13.6 12.2 13.6 14.4 V17",
    "list": "M7.6 5.4 H16.4 M7.6 10 H16.4 M7.6 14.6 H16.4 M3.8 5.4 H4 M3.8 10 H4 M3.8 14.6 H4",
    "hash": "M7.6 3.4 L6.2 16.6 M13.8 3.4 L12.4 16.6 M3.8 7.6 H16.6 M3.4 12.4 H16.2",
    "chain": "M8.4 11.6 A3.2 3.2 0 0 1 8.4 7.1 L10.6 4.9 A3.2 3.2 0 0 1 15.1 9.4 L13.8 10.7 M11.6 8.4 A3.2 3.2 0 0 1 11.6 12.9"
    " L9.4 15.1 A3.2 3.2 0 0 1 4.9 10.6 L6.2 9.3",
    "picture": "M4.6 3.8 H15.4 A1.8 1.8 0 0 1 17.2 5.6 V14.4 A1.8 1.8 0 0 1 15.4 16.2 H4.6 A1.8 1.8 0 0 1 2.8 14.4 V5.6"
    " A1.8 1.8 0 0 1 4.6 3.8 Z M3 13.6 L7.4 9.4 L10.8 12.8 L13 10.8 L17 14.2 M13 7.2 V7.3",
}
DOTS: Final[dict[str, str]] = {
    "heart_full": "M10 16.9 C4.4 13 2.3 10.3 2.3 7.5 A4.2 4.2 0 0 1 10 5.4 A4.2 4.2 0 0 1 17.7 7.5 C17.7 10.3 15.6 13 10 16.9 Z",
    "more": "M2.9 10 A1.4 1.4 0 1 1 5.7 10 A1.4 1.4 0 1 1 2.9 10 Z M8.6 10 A1.4 1.4 0 1 1 11.4 10 A1.4 1.4 0 1 1 8.6 10 Z"
    " M14.3 10 A1.4 1.4 0 1 1 17.1 10 A1.4 1.4 0 1 1 14.3 10 Z",
    "stop": "M6.4 4.4 H13.6 A2 2 0 0 1 15.6 6.4 V13.6 A2 2 0 0 1 13.6 15.6 H6.4 A2 2 0 0 1 4.4 13.6 V6.4 A2 2 0 0 1 6.4 4.4 Z",
}
"""The few that are filled."""


@lru_cache(maxsize=128)
def icon_path(name: str) -> QPainterPath:
    """The path of an icon on the 20 grid. KeyError names an unknown one."""
    return painter_path(PATHS[name] if name in PATHS else DOTS[name])


def paint_icon(painter: QPainter, name: str, box: QRectF, colour: QColor) -> None:
    """Paint an icon to fill `box`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / GRID, box.height() / GRID)
    if name in DOTS:
        painter.fillPath(icon_path(name), colour)
    else:
        pen = QPen(colour, STROKE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(icon_path(name))
    painter.restore()


class PathIcon(QIconEngine):
    """An icon engine that paints in a token's colour, so that a theme change needs no new icon."""

    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name = name
        self._token = token

    def paint(self, painter: QPainter, rect: QRectF, mode: QIcon.Mode, state: QIcon.State) -> None:  # type: ignore[override]
        """Paint into `rect`; half as strong when disabled."""
        opacity = 0.45 if mode == QIcon.Mode.Disabled else 1.0
        paint_icon(painter, self._name, QRectF(rect), theme().colour(self._token, opacity))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """A transparent pixmap with the icon on it."""
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRectF(QPointF(0, 0), size.toSizeF()), mode, state)
        painter.end()
        return made

    def clone(self) -> QIconEngine:
        """The same again."""
        return PathIcon(self._name, self._token)

    def key(self) -> str:
        """The engine's name."""
        return str(QByteArray(b"hearth-path").data(), "ascii")


def icon(name: str, token: str = "ink2") -> QIcon:
    """An icon for a button or menu, in the colour of a token."""
    return QIcon(PathIcon(name, token))
