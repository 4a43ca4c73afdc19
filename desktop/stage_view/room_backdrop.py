"""The room behind her, out of focus: a window, a shelf, a lamp. Painted once per size and theme."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPainterPath, QPolygonF, QRadialGradient

from desktop.theme.theme import theme

SHARP = 5
"""The room is painted this many times smaller, then softened."""
FAR = 0.20
"""How much smaller again for the blur, as a share."""


def room_backdrop(size: QSize) -> QImage:
    """A picture of `size` device pixels."""
    small = QSize(max(64, size.width() // SHARP), max(64, size.height() // SHARP))
    picture = QImage(small, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_room(painter, QRectF(0, 0, small.width(), small.height()))
    painter.end()
    return enlarged(softened(picture), size)


def softened(picture: QImage) -> QImage:
    """The picture out of focus: made smaller, then larger again in smooth steps."""
    smooth = Qt.TransformationMode.SmoothTransformation
    whole = Qt.AspectRatioMode.IgnoreAspectRatio
    small = picture.size()
    for share in (0.5, FAR + 0.16):
        picture = picture.scaled(small * share, whole, smooth)
    return picture


def enlarged(picture: QImage, size: QSize) -> QImage:
    """Up to `size`, doubling, so that no pixel edges show."""
    smooth = Qt.TransformationMode.SmoothTransformation
    while picture.width() * 2 < size.width():
        picture = picture.scaled(picture.size() * 2, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    return picture.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)


def paint_room(painter: QPainter, box: QRectF) -> None:
    """Wall, window, curtain, shelf, lamp and floor, laid out for any shape of stage."""
    wall = QLinearGradient(box.topLeft(), box.bottomLeft())
    wall.setColorAt(0.0, theme().colour("wall_top"))
    wall.setColorAt(0.82, theme().colour("wall_low"))
    wall.setColorAt(1.0, theme().colour("floor"))
    painter.fillRect(box, wall)
    unit = min(box.height() / 10.0, box.width() / 5.2)
    floor = QRectF(0, box.height() * 0.86, box.width(), box.height() * 0.14)
    painter.fillRect(floor, theme().colour("floor"))
    paint_lamp_light(painter, box, unit)
    window = QRectF(box.width() * 0.10 - unit * 0.9, unit * 1.05, unit * 3.6, unit * 4.5)
    paint_window(painter, window)
    paint_curtain(painter, window, unit)
    paint_shelf(painter, QPointF(box.width() - unit * 2.45, unit * 3.4), unit)
    paint_lamp(painter, QPointF(box.width() - unit * 1.75, unit * 5.3), unit, box.height() * 0.93)


def paint_window(painter: QPainter, box: QRectF) -> None:
    """Sky, two hills, and the frame in front of them."""
    sky = QLinearGradient(box.topLeft(), box.bottomLeft())
    sky.setColorAt(0.0, theme().colour("sky_top"))
    sky.setColorAt(0.55, theme().colour("sky_mid"))
    sky.setColorAt(1.0, theme().colour("sky_low"))
    painter.save()
    painter.setClipRect(box)
    painter.fillRect(box, sky)
    for token, height, swell in (("hill_far", 0.70, 0.10), ("hill_near", 0.82, -0.07)):
        hill = QPainterPath(QPointF(box.left(), box.bottom()))
        hill.lineTo(box.left(), box.top() + box.height() * (height + swell))
        hill.cubicTo(
            box.left() + box.width() * 0.35, box.top() + box.height() * (height - 0.12),
            box.left() + box.width() * 0.65, box.top() + box.height() * (height + swell * 1.4),
            box.right(), box.top() + box.height() * (height - swell),
        )
        hill.lineTo(box.bottomRight())
        painter.fillPath(hill, theme().colour(token))
    painter.restore()
    bar = box.width() * 0.055
    frame = theme().colour("sill")
    for piece in (
        QRectF(box.left() - bar, box.top() - bar, box.width() + 2 * bar, bar * 1.2),
        QRectF(box.left() - bar, box.top() - bar, bar * 1.2, box.height() + 2 * bar),
        QRectF(box.right() - bar * 0.2, box.top() - bar, bar * 1.2, box.height() + 2 * bar),
        QRectF(box.center().x() - bar / 2, box.top(), bar, box.height()),
        QRectF(box.left(), box.top() + box.height() * 0.46, box.width(), bar * 0.8),
        QRectF(box.left() - bar * 2.4, box.bottom(), box.width() + bar * 4.8, bar * 1.8),
    ):
        painter.fillRect(piece, frame)


def paint_curtain(painter: QPainter, window: QRectF, unit: float) -> None:
    """A soft fold at the window's right."""
    cloth = QRectF(window.right() - unit * 0.1, 0, unit * 1.05, window.bottom() + unit * 0.9)
    fold = QLinearGradient(cloth.topLeft(), cloth.topRight())
    base = theme().colour("curtain")
    fold.setColorAt(0.0, base)
    fold.setColorAt(0.45, base.lighter(106))
    fold.setColorAt(0.7, base.darker(108))
    fold.setColorAt(1.0, base)
    painter.fillRect(cloth, fold)


def paint_shelf(painter: QPainter, at: QPointF, unit: float) -> None:
    """Books and a plant on a board; `at` is where the board begins."""
    painter.fillRect(QRectF(at.x(), at.y(), unit * 3.2, unit * 0.16), theme().colour("shelf"))
    books = (("book_a", 1.15, 0.30), ("book_b", 1.05, 0.26), ("book_d", 1.2, 0.24), ("book_c", 1.0, 0.30),
             ("sill", 1.12, 0.22), ("book_c", 1.08, 0.26), ("book_b", 0.96, 0.24))
    x = at.x() + unit * 0.2
    for token, high, wide in books:
        painter.fillRect(QRectF(x, at.y() - unit * high, unit * wide, unit * high), theme().colour(token))
        x += unit * (wide + 0.04)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour("leaf"))
    for turn in (-38, -12, 14, 40):
        painter.save()
        painter.translate(x + unit * 0.3, at.y() - unit * 0.3)
        painter.rotate(turn)
        painter.drawEllipse(QRectF(-unit * 0.13, -unit * 1.25, unit * 0.26, unit * 1.1))
        painter.restore()


def paint_lamp_light(painter: QPainter, box: QRectF, unit: float) -> None:
    """The warm pool around the lamp."""
    centre = QPointF(box.width() - unit * 1.75, unit * 5.6)
    light = QRadialGradient(centre, unit * 4.6)
    glow = theme().colour("lamp_light")
    faded = QColor(glow)
    faded.setAlpha(0)
    light.setColorAt(0.0, glow)
    light.setColorAt(1.0, faded)
    painter.fillRect(box, light)


def paint_lamp(painter: QPainter, at: QPointF, unit: float, floor: float) -> None:
    """Shade and foot of a standing lamp."""
    painter.fillRect(QRectF(at.x() - unit * 0.05, at.y() + unit, unit * 0.1, floor - at.y() - unit), theme().colour("lamp_foot"))
    shade = QPolygonF([
        QPointF(at.x() - unit * 0.38, at.y()), QPointF(at.x() + unit * 0.38, at.y()),
        QPointF(at.x() + unit * 0.62, at.y() + unit * 1.15), QPointF(at.x() - unit * 0.62, at.y() + unit * 1.15),
    ])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour("lamp"))
    painter.drawPolygon(shade)
