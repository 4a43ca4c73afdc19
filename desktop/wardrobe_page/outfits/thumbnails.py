"""Small pictures of outfits, drawn by the stage once and kept in the data folder's cache."""

from __future__ import annotations

import hashlib
import logging
from pathlib import Path
from typing import Final

import numpy as np
from PySide6.QtGui import QImage

from assets import asset
from desktop.stage_view.player import Body

SOLID: Final = 200
"""Alpha from which a pixel belongs to her; her shadow on the floor is fainter."""
FAINT: Final = 2
"""Alpha from which her shadow is seen."""
SHADE: Final = 0.03
"""Of her height that her shadow may reach below her shoes."""

log = logging.getLogger("hearth.wardrobe")

PIXELS: Final = (480, 640)
"""Enough for a tile at twice the logical size."""


class Thumbnails:
    """Pictures by outfit. A picture belongs to the avatar file it was drawn from: another file, other pictures."""

    def __init__(self, folder: Path, avatar: str = "mira") -> None:
        self._folder = folder / "cache" / "outfits"
        self._stamp = stamp(avatar)

    def path(self, outfit: str) -> Path:
        """Where a picture lies."""
        return self._folder / f"{outfit}-{self._stamp}.png"

    def have(self, outfit: str) -> QImage | None:
        """The kept picture."""
        image = QImage(str(self.path(outfit)))
        return None if image.isNull() else image

    def draw(self, body: Body, outfit: str, worn: str, view: tuple[int, int]) -> QImage | None:
        """Draw a picture with the stage that stands in the window, and put it back as it was."""
        try:
            body.set_light("day")
            body.wear(outfit)
            body.resize(*PIXELS)
            body.frame("full", 0.0)
            body.hold_still(True)
            body.update(0.0)
            frame = body.render()
            kind = QImage.Format.Format_ARGB32_Premultiplied
            image = QImage(frame.pixels, frame.width, frame.height, frame.width * 4, kind).copy()
        except KeyError:
            return None
        finally:
            body.hold_still(False)
            if worn and worn != outfit:
                body.wear(worn)
            body.resize(*view)
        image = trimmed(image)
        self.keep(outfit, image)
        return image

    def keep(self, outfit: str, image: QImage) -> None:
        """Write it; a folder that cannot be written only costs time."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as fault:
            log.info("no_cache=%s", type(fault).__name__)
            return
        image.save(str(self.path(outfit)))


def trimmed(image: QImage) -> QImage:
    """The picture without its clear margins: all of her, and of her shadow what lies beside and right below her."""
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    alpha = pixels[:, : image.width(), 3]
    rows, columns = np.flatnonzero((alpha > SOLID).any(axis=1)), np.flatnonzero((alpha > FAINT).any(axis=0))
    if not len(rows):
        return image
    left, top = int(columns[0]), int(rows[0])
    height = int(rows[-1]) - top + 1
    below = min(image.height() - top, height + round(SHADE * height))
    return image.copy(left, top, int(columns[-1]) - left + 1, below)


def stamp(avatar: str) -> str:
    """The avatar file's size and time in short."""
    path = asset("avatars", f"{avatar}.vrm")
    try:
        about = path.stat()
    except OSError:
        return "none"
    return hashlib.sha256(f"{about.st_size}:{about.st_mtime_ns}".encode()).hexdigest()[:12]
