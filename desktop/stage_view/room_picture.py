"""The room behind her, from the painted scenes, cut to cover the stage."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QLinearGradient, QPainter

from assets import asset
from desktop.stage_view.furniture import Placed, furnish
from desktop.theme.theme import theme

LIGHT_OF: Final = {"rain-day": "overcast", "garden-day": "garden"}
"""Places whose light differs from that of the hour; `avatars.stage.light` describes the lights."""
LIGHTS: Final = {"day": "day", "evening": "golden", "night": "night"}
"""The stage's light for each part of the day."""
DAYLIGHT: Final = range(8, 16)
"""Hours in which the window shows a clear day; before and after it is low sun."""
CLEAR: Final = "none"
"""No place at all."""
CHECK: Final = 14
"""Side of one check, logical pixels."""


def part_of_day(night: bool, now: datetime) -> str:
    """Day, evening or night, by the theme and the hour: the hour never darkens a light window."""
    if night:
        return "night"
    return "day" if now.hour in DAYLIGHT else "evening"


def scene_now(scene: str, night: bool, now: datetime) -> str:
    """The painted scene of a place for the theme and the hour; rain has no evening, its day is dim already."""
    part = part_of_day(night, now)
    names = (f"{scene}-{part}", f"{scene}-day")
    return next((name for name in names if asset("scenes", f"{name}.jpg").is_file()), f"room-{part}")


def light_now(scene: str, light: str, night: bool, now: datetime) -> str:
    """The light on her: as chosen, or what belongs to the place and the hour."""
    if light != "auto":
        return light
    return LIGHT_OF.get(scene_now(scene, night, now), LIGHTS[part_of_day(night, now)])


def room_picture(name: str, size: QSize, placed: Sequence[Placed] = ()) -> QImage:
    """The room in `size` device pixels, furnished with what is `placed`; a plain wall where its picture is missing."""
    scene = QImage(str(asset("scenes", f"{name}.jpg")))
    if placed and not scene.isNull():
        scene = furnish(scene, name, placed)
    if scene.isNull() or size.isEmpty():
        return plain_wall(size)
    whole, smooth = Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    grown = scene.scaled(size, whole, smooth)
    left, top = (grown.width() - size.width()) // 2, (grown.height() - size.height()) // 2
    return grown.copy(left, top, size.width(), size.height()).convertToFormat(QImage.Format.Format_RGB32)


def checks(size: QSize, ratio: float) -> QImage:
    """What stands for a clear ground: quiet checks, as every painting program shows it."""
    picture = QImage(size.expandedTo(QSize(1, 1)), QImage.Format.Format_RGB32)
    picture.fill(theme().colour("raised"))
    side = max(1, round(CHECK * ratio))
    dark = theme().colour("room")
    painter = QPainter(picture)
    for row in range(-(-size.height() // side)):
        for column in range(row % 2, -(-size.width() // side), 2):
            painter.fillRect(column * side, row * side, side, side, dark)
    painter.end()
    return picture


def plain_wall(size: QSize) -> QImage:
    """A wall without a window."""
    picture = QImage(size.expandedTo(QSize(1, 1)), QImage.Format.Format_RGB32)
    box = QRectF(picture.rect())
    wall = QLinearGradient(QPointF(0, 0), box.bottomLeft())
    wall.setColorAt(0.0, theme().colour("wall_top"))
    wall.setColorAt(1.0, theme().colour("wall_low"))
    painter = QPainter(picture)
    painter.fillRect(box, wall)
    painter.end()
    return picture
