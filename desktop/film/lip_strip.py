"""The painting of a lip sheet: rows of faces, and under each its words, its sounds and the curves of the mouth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from desktop.theme.tokens import DAY
from desktop.theme.type_scale import font
from mind.languages import Lang
from voice.visemes.measure import Said, meetings
from voice.visemes.mouths import bare, is_pause
from voice.visemes.stress import level

if TYPE_CHECKING:
    from desktop.film.lip_sheet import Frame

MARGIN: Final = 24
HEAD: Final = 84
WORDS, SOUNDS, CURVES, GAP = 18, 19, 62, 14
"""Heights of the words, of the sounds and of the curves under a row of faces, and the space after them."""

COLOURS: Final = {"aa": "pine", "ih": "honey_mark", "ou": "rose_mark", "ee": "ink3", "oh": "glow"}
EDGE: Final = 0.02
"""Seconds before the end of a row in which a word is written at the beginning of the next."""

QUIET: Final = -46.0
"""Decibels at the foot of the loudness curve; full scale is its top."""


@dataclass(frozen=True, slots=True)
class Row:
    """Frames of a sentence, `columns` to a full row."""

    said: Said
    frames: Sequence[Frame]
    columns: int
    tile: int
    fps: int
    lang: Lang

    @property
    def begin(self) -> float:
        """The second at its left edge."""
        return self.frames[0].at

    @property
    def end(self) -> float:
        """The second after its last frame."""
        return self.frames[-1].at + 1 / self.fps

    def x(self, seconds: float) -> float:
        """Where a moment lies."""
        return MARGIN + (seconds - self.begin) * self.fps * self.tile

    def inside(self, start: float, end: float) -> bool:
        """Whether a stretch of time shows in it."""
        return end > self.begin and start < self.end

    def cell(self, start: float, end: float, top: float, height: float) -> QRectF:
        """The box of a stretch of time."""
        left, right = self.x(max(start, self.begin)), self.x(min(end, self.end))
        return QRectF(left, top, right - left, height)


def sheet_image(rows: int, columns: int, tile: int) -> QImage:
    """An empty sheet for so many rows."""
    height = HEAD + rows * (tile + WORDS + SOUNDS + CURVES + GAP) + MARGIN - GAP
    image = QImage(2 * MARGIN + columns * tile, height, QImage.Format.Format_RGB32)
    image.fill(QColor(DAY["room"]))
    return image


def paint_head(image: QImage, text: str, lang: Lang) -> None:
    """The sentence, and what the curves are."""
    painter = pen(image)
    painter.setPen(QColor(DAY["ink1"]))
    painter.setFont(font("section", lang))
    painter.drawText(QRectF(MARGIN, 12, image.width() - 2 * MARGIN, 34), Qt.AlignmentFlag.AlignVCenter, text)
    painter.setFont(font("caption", "en"))
    x = float(MARGIN)
    names = (("loudness", "wool_b"), ("lips pressed", "ember"), ("jaw", "ink1"), *COLOURS.items())
    for name, colour in names:
        painter.fillRect(QRectF(x, 60, 14, 5), QColor(DAY[colour]))
        painter.setPen(QColor(DAY["ink2"]))
        painter.drawText(QPointF(x + 19, 67), name)
        x += 19 + painter.fontMetrics().horizontalAdvance(name) + 20
    note = "30 frames a second, each seen for the width of its picture; ▲ stressed"
    painter.drawText(QRectF(x, 52, image.width() - MARGIN - x, 20), Qt.AlignmentFlag.AlignRight, note)
    painter.end()


def paint_row(image: QImage, index: int, row: Row) -> None:
    """One row of faces with what belongs to it."""
    top = HEAD + index * (row.tile + WORDS + SOUNDS + CURVES + GAP)
    painter = pen(image)
    for number, frame in enumerate(row.frames):
        painter.drawImage(QPointF(MARGIN + number * row.tile, top), frame.face)
    top += row.tile
    paint_words(painter, row, top)
    paint_sounds(painter, row, top + WORDS)
    paint_curves(painter, row, top + WORDS + SOUNDS)
    painter.end()


def paint_words(painter: QPainter, row: Row, top: float) -> None:
    """Each word where it begins."""
    painter.setFont(font("caption", row.lang))
    painter.setPen(QColor(DAY["ink1"]))
    words = row.said.utterance.words
    for index, word in enumerate(words):
        if row.begin <= word.at + EDGE < row.end:
            until = words[index + 1].at if index + 1 < len(words) else row.end
            box = row.cell(word.at, max(until, word.at + 0.2), top, WORDS).adjusted(3, 0, 60, 0)  # it may reach into the next
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, row.said.utterance.text[word.begin : word.end])


def paint_sounds(painter: QPainter, row: Row, top: float) -> None:
    """A cell for every sound; those that close the lips in ember."""
    shut = {start for start, _ in meetings(row.said.phones)}
    painter.setFont(font("caption", "en"))
    for index, phone in enumerate(row.said.phones):
        if is_pause(phone.name) or not row.inside(phone.start, phone.end):
            continue
        box = row.cell(phone.start, phone.end, top, SOUNDS).adjusted(0.5, 1, -0.5, -1)
        painter.fillRect(box, QColor(DAY["ember_soft" if phone.start in shut else "sunken" if index % 2 else "track"]))
        painter.setPen(QColor(DAY["ember" if phone.start in shut else "ink2"]))
        if box.width() > 9:
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, bare(phone.name))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(DAY["pine"]))
    for stress in row.said.utterance.stresses:
        middle = (stress.at + stress.end) / 2
        if not stress.question and stress.strength > 0.5 and row.begin <= middle < row.end:
            x = row.x(middle)
            painter.drawPolygon(QPolygonF([QPointF(x - 4, top + 1), QPointF(x + 4, top + 1), QPointF(x, top - 6)]))


def paint_curves(painter: QPainter, row: Row, top: float) -> None:
    """Loudness as a ground, pressed lips as a band, and lines for jaw and shapes; each a value a frame."""
    box = QRectF(MARGIN, top + 3, len(row.frames) * row.tile, CURVES - 3)
    painter.fillRect(box, QColor(DAY["panel"]))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(DAY["wool_a"]))
    painter.drawPolygon(QPolygonF([box.bottomLeft(), *loudness(row, box), box.bottomRight()]))
    pressed = QColor(DAY["ember"])
    pressed.setAlphaF(0.35)
    for frame in row.frames:
        if frame.gate > 0:
            height = frame.gate * box.height()
            painter.fillRect(QRectF(row.x(frame.at), box.bottom() - height, row.tile, height), pressed)
    for index, colour in enumerate(COLOURS.values()):
        line(painter, row, box, [frame.weights[index] for frame in row.frames], QPen(QColor(DAY[colour]), 1.6))
    line(painter, row, box, [frame.jaw for frame in row.frames], QPen(QColor(DAY["ink1"]), 2.4))


def loudness(row: Row, box: QRectF) -> Iterator[QPointF]:
    """Decibels every 10 ms."""
    sound = row.said.utterance
    at = row.begin
    while at <= row.end:
        inside = 0 <= at < sound.seconds
        value = level(sound.pcm, sound.rate, (at, at + 0.02)) if inside else QUIET
        share = min(1.0, max(0.0, 1 - value / QUIET))
        yield QPointF(row.x(min(at, row.end)), box.bottom() - share * box.height())
        at += 0.01


def line(painter: QPainter, row: Row, box: QRectF, values: Sequence[float], stroke: QPen) -> None:
    """A value a frame, in the middle of its picture."""
    painter.setPen(stroke)
    half = 0.5 / row.fps
    points = [
        QPointF(row.x(frame.at + half), box.bottom() - 1 - value * (box.height() - 2))
        for frame, value in zip(row.frames, values, strict=True)
    ]
    painter.drawPolyline(QPolygonF(points))


def pen(image: QImage) -> QPainter:
    """A smooth painter."""
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    return painter
