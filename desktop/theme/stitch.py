"""The signature: one knit stitch, a small V of two leaves."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

Kind = Literal["filled", "hollow"]

LEAF: Final = ((0.05, 0.0), (0.45, 0.58), (0.45, 1.0), (0.05, 0.42))
JOIN: Final = 0.12
"""Pen width over the stitch's width: it rounds the corners."""
OUTLINE: Final = 1.4
THIN: Final = 0.145
"""Of the stitch's width, so that small ones stay hollow."""


@lru_cache(maxsize=64)
def stitch_path(width: float, height: float) -> QPainterPath:
    """Both leaves in a box from (0, 0)."""
    path = QPainterPath()
    for mirrored in (False, True):
        points = [QPointF((1 - x if mirrored else x) * width, y * height) for x, y in LEAF]
        path.addPolygon(QPolygonF(points))
        path.closeSubpath()
    return path


def paint_stitch(painter: QPainter, box: QRectF, colour: QColor, kind: Kind = "filled") -> None:
    """Paint one stitch. Filled: it happened. Hollow: dropped or hurt."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    path = stitch_path(box.width(), box.height())
    if kind == "filled":
        pen = QPen(colour, box.width() * JOIN)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(colour)
    else:
        pen = QPen(colour, min(OUTLINE, box.width() * THIN))
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.restore()


def paint_row(painter: QPainter, at: QPointF, size: tuple[float, float], gap: float, colours: list[QColor]) -> None:
    """Stitches side by side from `at`."""
    for index, colour in enumerate(colours):
        box = QRectF(at.x() + index * (size[0] + gap), at.y(), size[0], size[1])
        paint_stitch(painter, box, colour)
