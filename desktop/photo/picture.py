"""Putting a picture together: what is behind her, her, and the frame around both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from desktop.theme.stitch import paint_stitch
from desktop.theme.theme import theme

Shape = Literal["stage", "portrait", "square", "wide"]
Frame = Literal["none", "paper", "stitch"]
ASPECT: Final[dict[str, float]] = {"portrait": 3 / 4, "square": 1.0, "wide": 16 / 9}
"""Width by height."""
BASE: Final = 720
"""Height of a picture at single size, in pixels."""
LONGEST: Final = 4096
MARGIN: Final[dict[str, tuple[float, float]]] = {"none": (0.0, 0.0), "paper": (0.05, 0.13), "stitch": (0.055, 0.055)}
"""Around and below, as parts of the picture's shorter side."""
ROWS: Final = 3
"""Of stitches in the knitted band."""
OVERLAP: Final = 0.24
"""Of a stitch's height that it reaches into the rows above and below, as knitting does."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user chose."""

    shape: Shape = "stage"
    frame: Frame = "none"
    scale: int = 1

    def size(self, stage: QSize) -> QSize:
        """The picture inside the frame, in pixels; `stage` is the view's size, which gives the shape ``stage``."""
        aspect = ASPECT.get(self.shape, stage.width() / max(1, stage.height()))
        height = BASE * self.scale
        most = min(1.0, LONGEST / height, LONGEST / max(1.0, height * aspect))
        return QSize(max(16, round(height * aspect * most)), max(16, round(height * most)))


def composed(her: QImage, behind: QImage | None, frame: Frame) -> QImage:
    """`her` (premultiplied, clear around her) over `behind`, framed. Without `behind` the picture stays clear."""
    inner = her.size()
    around, below = margins(inner, frame)
    whole = QSize(inner.width() + 2 * around, inner.height() + around + below)
    made = QImage(whole, QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(0)
    painter = QPainter(made)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    if frame != "none":
        painter.fillRect(made.rect(), paper())
    place = QRect(around, around, inner.width(), inner.height())
    if behind is not None:
        painter.drawImage(place, behind)
    elif frame != "none":
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        painter.fillRect(place, QColor(0, 0, 0, 0))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.drawImage(place, her)
    if frame == "stitch":
        knit_border(painter, QRectF(made.rect()), float(around))
    painter.end()
    return made


def margins(inner: QSize, frame: Frame) -> tuple[int, int]:
    """Pixels of frame around the picture, and below it."""
    side = min(inner.width(), inner.height())
    around, below = MARGIN[frame]
    return round(side * around), round(side * below)


def paper() -> QColor:
    """The ground of a frame: cream by day and by night, as prints are."""
    return theme().colour("print")


def knit_border(painter: QPainter, whole: QRectF, margin: float) -> None:
    """A knitted band all around: ember at both edges, every other stitch between them of glow."""
    band = QPainterPath()
    band.addRect(whole)
    band.addRect(whole.adjusted(margin, margin, -margin, -margin))
    painter.save()
    painter.setClipPath(band)
    columns, rows = cells(whole.width(), margin), cells(whole.height(), margin)
    for j, (top, high) in enumerate(rows):
        for i, (left, wide) in enumerate(columns):
            ring = min(i, j, len(columns) - 1 - i, len(rows) - 1 - j)
            between = ring % 2 == 1
            if ring >= ROWS or (between and (i + j) % 2):
                continue
            token = "badge_glow" if between else "badge_ember"
            box = QRectF(whole.left() + left, whole.top() + top - OVERLAP * high, wide, (1 + 2 * OVERLAP) * high)
            paint_stitch(painter, box, theme().colour(token))
    painter.restore()


def cells(length: float, margin: float) -> list[tuple[float, float]]:
    """Where each stitch along a side begins and how long it is: `ROWS` in each margin, whole ones between."""
    side = margin / ROWS
    between = max(1, round((length - 2 * margin) / side))
    step = (length - 2 * margin) / between
    inner = [(margin + index * step, step) for index in range(between)]
    ends = [(index * side, side) for index in range(ROWS)]
    return [*ends, *inner, *((length - margin + at, size) for at, size in ends)]
