"""Her room as it is furnished: pieces laid into the painted room, toned for the hour, lit where they shine."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QRadialGradient

from assets import asset

Stands = Literal["floor", "wall", "rug"]
ROOM: Final = "room"
"""The place that is hers to furnish."""
BASE: Final[Mapping[str, float]] = {"floor": 0.895, "wall": 0.36, "rug": 0.965}
"""Where the foot of a piece stands at first, in parts of the room's height from its top."""
TONES: Final = {"day": QColor(255, 255, 255), "evening": QColor(244, 220, 206), "night": QColor(98, 82, 104)}
"""What a part of the day multiplies the colours of a piece with."""
SHINES: Final = {"day": 0.10, "evening": 0.55, "night": 1.0}
MARGIN: Final = 24
"""Pixels around a piece in its picture."""


class Placed(Protocol):
    """A piece in the room: `x` and `y` are the middle of its foot, in parts of the room's width and height."""

    @property
    def piece(self) -> str: ...
    @property
    def x(self) -> float: ...
    @property
    def y(self) -> float: ...


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing to furnish with."""

    id: str
    stands: Stands
    names: Mapping[str, str]
    light: bool


@lru_cache(maxsize=1)
def pieces() -> dict[str, Piece]:
    """All there is, by id; none where the list is missing."""
    path = asset("scenes", "pieces", "pieces.json")
    if not path.is_file():
        return {}
    listed = json.loads(path.read_text("utf-8"))
    return {one["id"]: Piece(one["id"], one["stands"], one["names"], one["light"]) for one in listed}


@lru_cache(maxsize=32)
def picture(piece: str) -> QImage:
    """A piece by plain daylight."""
    return QImage(str(asset("scenes", "pieces", f"{piece}.png"))).convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def furnish(room: QImage, name: str, placed: Sequence[Placed]) -> QImage:
    """The painted room of a scene's name (``room-evening``) with its furniture; other places stay as they are."""
    place, _, part = name.partition("-")
    known = [one for one in placed if one.piece in pieces()]
    if place != ROOM or not known:
        return room
    made = room.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    # Rugs lie under all, what hangs is behind what stands, and what stands nearer is in front.
    order = {"rug": 0, "wall": 1, "floor": 2}
    for one in sorted(known, key=lambda p: (order[pieces()[p.piece].stands], p.y)):
        if pieces()[one.piece].stands == "floor":
            paint_shadow(painter, box_of(made, one))
        painter.drawImage(box_of(made, one), toned(one.piece, part))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Screen)
    painter.setOpacity(SHINES.get(part, 0.1))
    for one in known:
        if pieces()[one.piece].light:
            light = QImage(str(asset("scenes", "pieces", f"{one.piece}-light.jpg")))
            painter.drawImage(box_of(made, one), light)
    painter.end()
    return made


def box_of(room: QImage, placed: Placed) -> QRectF:
    """Where a piece lies in the room's picture."""
    image = picture(placed.piece)
    left = placed.x * room.width() - image.width() / 2
    return QRectF(left, placed.y * room.height() - image.height() + MARGIN, image.width(), image.height())


@lru_cache(maxsize=32)
def toned(piece: str, part: str) -> QImage:
    """A piece at this part of the day."""
    plain = picture(piece)
    made = plain.copy()
    painter = QPainter(made)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.fillRect(made.rect(), TONES.get(part, TONES["day"]))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.drawImage(0, 0, plain)
    painter.end()
    return made


def paint_shadow(painter: QPainter, box: QRectF) -> None:
    """What a piece on the floor throws around its foot."""
    foot = QPointF(box.center().x(), box.bottom() - MARGIN)
    painter.save()
    painter.translate(foot)
    painter.scale(1.0, 0.16)
    radius = box.width() * 0.52
    shade = QRadialGradient(QPointF(0, 0), radius)
    shade.setColorAt(0.0, QColor(60, 36, 40, 96))
    shade.setColorAt(0.7, QColor(60, 36, 40, 50))
    shade.setColorAt(1.0, QColor(60, 36, 40, 0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade)
    painter.drawEllipse(QPointF(0, 0), radius, radius)
    painter.restore()
