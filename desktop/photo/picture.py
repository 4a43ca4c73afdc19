"""Putting a picture together: what is behind her, her, and the frame around both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

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
STITCHES: Final = 34
"""Along the shorter side."""


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
    """Two rows of stitches all around, ember on cream."""
    wide = min(whole.width(), whole.height()) / STITCHES
    high = wide * 0.92
    for inset, token in ((margin * 0.22, "badge_ember"), (margin * 0.56, "badge_glow")):
        count = max(1, round((whole.width() - 2 * inset) / wide))
        step = (whole.width() - 2 * inset) / count
        for index in range(count):
            for top in (inset, whole.height() - inset - high * 0.9):
                box = QRectF(whole.left() + inset + index * step, whole.top() + top - high * 0.1, step * 0.9, high)
                paint_stitch(painter, box, theme().colour(token))
        rows = max(1, round((whole.height() - 2 * inset - 2 * high) / high))
        step = (whole.height() - 2 * inset - 2 * high) / rows
        for index in range(rows):
            for left in (inset, whole.width() - inset - wide * 0.9):
                box = QRectF(whole.left() + left, whole.top() + inset + high * 0.85 + index * step, wide * 0.9, high)
                paint_stitch(painter, box, theme().colour(token))
