"""Rounded shapes and soft shadows."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from desktop.theme.theme import theme


def bubble_path(box: QRectF, radius: float, corner: str = "", tight: float = 6.0) -> QPainterPath:
    """A rounded box; `corner` ("tl", "br") gets the tight radius of a bubble's origin."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    radius = min(radius, box.width() / 2, box.height() / 2)
    radii = {name: (min(tight, radius) if name == corner else radius) for name in ("tl", "tr", "br", "bl")}
    path.moveTo(box.left() + radii["tl"], box.top())
    path.lineTo(box.right() - radii["tr"], box.top())
    path.arcTo(box.right() - 2 * radii["tr"], box.top(), 2 * radii["tr"], 2 * radii["tr"], 90, -90)
    path.lineTo(box.right(), box.bottom() - radii["br"])
    path.arcTo(
        box.right() - 2 * radii["br"], box.bottom() - 2 * radii["br"], 2 * radii["br"], 2 * radii["br"], 0, -90
    )
    path.lineTo(box.left() + radii["bl"], box.bottom())
    path.arcTo(box.left(), box.bottom() - 2 * radii["bl"], 2 * radii["bl"], 2 * radii["bl"], 270, -90)
    path.lineTo(box.left(), box.top() + radii["tl"])
    path.arcTo(box.left(), box.top(), 2 * radii["tl"], 2 * radii["tl"], 180, -90)
    path.closeSubpath()
    return path


def paint_raised(painter: QPainter, box: QRectF, radius: float, *, ground: str = "raised", level: int = 1) -> None:
    """A raised card: by day with a soft shadow (level 1 or 2), by night with a hairline."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if not theme().night:
        painter.setBrush(theme().colour("shadow"))
        painter.drawRoundedRect(box.translated(0, 1), radius, radius)
        if level > 1:
            painter.setBrush(theme().colour("shadow_far", 0.45))
            for spread in (1.0, 2.5, 4.5, 7.0):
                grown = box.adjusted(-spread * 0.6, 0, spread * 0.6, spread).translated(0, 2)
                painter.drawRoundedRect(grown, radius + spread, radius + spread)
    painter.setBrush(theme().colour(ground))
    if theme().night and level >= 1:
        painter.setPen(QPen(theme().colour("line"), 1))
        box = box.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(box, radius, radius)
    painter.restore()


def paint_pill(painter: QPainter, box: QRectF, ground: QColor, outline: QColor | None = None) -> None:
    """A pill of the box's height."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(outline, 1) if outline is not None else Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    if outline is not None:
        box = box.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.restore()
