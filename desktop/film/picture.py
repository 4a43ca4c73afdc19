"""One picture of a film: the stage's frame with the caption plate, or the user's line, over it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTextCharFormat, QTextLayout, QTextOption

from avatars.ports import Frame
from desktop.theme.theme import theme
from desktop.theme.type_scale import font
from mind.languages import Lang


@dataclass(frozen=True, slots=True)
class Line:
    """A line to show: whose it is, and which characters sound now."""

    text: str
    lang: Lang
    own: bool
    begin: int = 0
    end: int = 0


def picture(frame: Frame, line: Line | None) -> npt.NDArray[np.uint8]:
    """(height, width, 4) B G R A of the frame with its line."""
    image = QImage(frame.pixels, frame.width, frame.height, QImage.Format.Format_ARGB32_Premultiplied).copy()
    if line is not None and line.text:
        paint_line(image, line)
    bits = np.frombuffer(image.constBits(), np.uint8)
    return bits.reshape(frame.height, image.bytesPerLine() // 4, 4)[:, : frame.width].copy()


def paint_line(image: QImage, line: Line) -> None:
    """The caption plate near the foot; the user's own lines on their colour."""
    scale = image.height() / 720
    layout = laid_out(line, image.width() * 0.82, scale)
    box = layout.boundingRect()
    pad_x, pad_y = 20 * scale, 12 * scale
    width, height = layout_width(layout) + 2 * pad_x, box.height() + 2 * pad_y
    plate = QRectF((image.width() - width) / 2, image.height() - height - 28 * scale, width, height)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour("caption_plate") if line.own else theme().colour("me", 0.94))
    painter.drawRoundedRect(plate, 16 * scale, 16 * scale)
    layout.draw(painter, QPointF(plate.center().x() - box.width() / 2, plate.top() + pad_y))
    painter.end()


def laid_out(line: Line, width: float, scale: float) -> QTextLayout:
    """The text in lines of at most `width`, the word that sounds now underlined."""
    layout = QTextLayout(line.text, font("stage_caption", line.lang, scale))
    option = QTextOption(Qt.AlignmentFlag.AlignHCenter)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(formats(line))
    layout.beginLayout()
    y = 0.0
    while (row := layout.createLine()).isValid():
        row.setLineWidth(width)
        row.setPosition(QPointF(0, y))
        y += row.height()
    layout.endLayout()
    return layout


def layout_width(layout: QTextLayout) -> float:
    """The widest row."""
    return max((layout.lineAt(i).naturalTextWidth() for i in range(layout.lineCount())), default=0.0)


def formats(line: Line) -> list[QTextLayout.FormatRange]:
    """Colours: words said white, those to come dimmed, the present one underlined."""
    if not line.own:
        return [piece(0, len(line.text), theme().colour("ink1"))]
    said, word = QColor(theme().colour("caption_text")), theme().colour("caption_next")
    pieces = [piece(0, line.end or len(line.text), said), piece(line.end, len(line.text), word)] if line.end else [
        piece(0, len(line.text), said)
    ]
    if line.end > line.begin:
        under = QTextLayout.FormatRange()
        under.start, under.length = line.begin, line.end - line.begin
        style = QTextCharFormat()
        style.setForeground(said)
        style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        style.setUnderlineColor(theme().colour("caption_mark"))
        under.format = style
        pieces.append(under)
    return pieces


def piece(begin: int, end: int, colour: QColor) -> QTextLayout.FormatRange:
    """A colour for some characters."""
    found = QTextLayout.FormatRange()
    found.start, found.length = begin, max(0, end - begin)
    style = QTextCharFormat()
    style.setForeground(colour)
    found.format = style
    return found
