"""Where a picture of her is not clear: what takes the pointer, while all around it goes to what lies behind."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QRegion

CELL: Final = 4
"""Logical pixels of a side: fine enough for a pointer, and soon counted."""
OPAQUE: Final = 10
"""Alpha, of 255, from which a pixel is hers."""


def shape_of(image: QImage, size: QSize) -> QRegion:
    """Her outline in a picture drawn at `size`, a cell wider all round so that her soft edge is not cut."""
    wide, high = max(1, size.width() // CELL), max(1, size.height() // CELL)
    small = image.scaled(wide, high, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    alpha = small.convertToFormat(QImage.Format.Format_Alpha8)
    data, step = bytes(alpha.constBits()), alpha.bytesPerLine()
    region = QRegion()
    for row in range(high):
        for begin, end in runs(data[row * step : row * step + wide]):
            region += QRect((begin - 1) * CELL, (row - 1) * CELL, (end - begin + 2) * CELL, 3 * CELL)
    return region.intersected(QRect(0, 0, size.width(), size.height()))


def runs(row: bytes) -> list[tuple[int, int]]:
    """Stretches of a row that are hers."""
    found: list[tuple[int, int]] = []
    begin = -1
    for at, value in enumerate((*row, 0)):
        if value >= OPAQUE and begin < 0:
            begin = at
        elif value < OPAQUE and begin >= 0:
            found.append((begin, at))
            begin = -1
    return found
