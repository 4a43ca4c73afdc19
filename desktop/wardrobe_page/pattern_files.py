"""Pictures the user brought for patterns: read whole, cut to a tile that repeats, kept in the data folder under their content."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

SIDE: Final = 512
"""Pixels of a tile's side."""
MOST: Final = 60_000_000
"""Pixels a picture may have."""
LEAST: Final = 16
"""Pixels of its shorter side at the least."""
SEAM: Final = 0.12
"""Of the side over which opposite edges are led into each other."""
Pixels = npt.NDArray[np.uint8]


class NoPattern(Exception):
    """A file that is no pattern; its text says why, in a word a key stands for."""


class PatternFiles:
    """Tiles by name in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "wardrobe" / "patterns"

    def take(self, path: Path) -> str:
        """Make a tile of a picture file and keep it; its name. Raises `NoPattern`, OSError where it cannot be kept."""
        tile = tile_of(read(path))
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        as_image(tile).save(buffer, "PNG")  # type: ignore[call-overload]
        data = buffer.data().data()
        name = hashlib.sha256(data).hexdigest()[:24]
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        part = self._folder / f"{name}.part"
        part.write_bytes(data)
        part.replace(self._folder / f"{name}.png")
        return name

    def pixels(self, name: str) -> Pixels | None:
        """A kept tile (n,n,4) rgba; None for one that is not there any more."""
        if not name.isalnum():
            return None
        image = QImage(str(self._folder / f"{name}.png"))
        return None if image.isNull() else as_pixels(image)


def read(path: Path) -> QImage:
    """The picture in a file, no larger than it is needed. Raises `NoPattern`."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if not reader.canRead() or not size.isValid():
        raise NoPattern("no_picture")
    if size.width() * size.height() > MOST or min(size.width(), size.height()) < LEAST:
        raise NoPattern("wrong_size")
    share = SIDE * 1.5 / min(size.width(), size.height())
    if share < 1.0:
        reader.setScaledSize(QSize(round(size.width() * share), round(size.height() * share)))
    image = reader.read()
    if image.isNull():
        raise NoPattern("no_picture")
    return image


def tile_of(image: QImage) -> Pixels:
    """A square (n,n,4) out of the middle that goes on into itself at every edge."""
    side = min(image.width(), image.height())
    square = image.copy((image.width() - side) // 2, (image.height() - side) // 2, side, side)
    whole = round(SIDE * (1 + SEAM))
    smooth = Qt.TransformationMode.SmoothTransformation
    pixels = as_pixels(square.scaled(whole, whole, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)).astype(np.float32)
    return np.round(led_on(led_on(pixels).swapaxes(0, 1)).swapaxes(0, 1)).astype(np.uint8)


def led_on(pixels: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Fade what reaches over the side into the opposite edge, along the first axis: the tile is `SIDE` long then."""
    over = len(pixels) - SIDE
    share = ((np.arange(over, dtype=np.float32) + 0.5) / over)[:, None, None]
    made = pixels[:SIDE].copy()
    made[:over] = pixels[:over] * share + pixels[SIDE:] * (1.0 - share)
    return made


def as_pixels(image: QImage) -> Pixels:
    """An image as (h,w,4) rgba, straight alpha."""
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : plain.width() * 4].reshape(plain.height(), plain.width(), 4).copy()


def as_image(pixels: Pixels) -> QImage:
    """Pixels (h,w,4) rgba as an image."""
    high, wide, _ = pixels.shape
    return QImage(np.ascontiguousarray(pixels).data, wide, high, wide * 4, QImage.Format.Format_RGBA8888).copy()
