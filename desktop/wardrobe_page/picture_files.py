"""Pictures of clothes on disk: named for what is in them, written whole or not at all."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from avatars.wardrobe.look import Look, Worn, look_to_json

log = logging.getLogger("hearth.wardrobe")

DRAWN: Final = 4
"""Counts up when clothes are pictured in another way: older pictures are drawn anew."""
END: Final = b"IEND\xaeB`\x82"
"""What every whole PNG ends with."""
MOST: Final = 1200
"""Pictures kept; the oldest go first."""


class PictureFiles:
    """`have` reads one, `keep` writes one. A folder that cannot be written only costs time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, key: str) -> Path:
        """Where a picture lies."""
        return self._folder / f"{key}.png"

    def have(self, key: str) -> QImage | None:
        """The kept picture; None for one that is not there, or was only half written."""
        try:
            data = self.path(key).read_bytes()
        except OSError:
            return None
        image = QImage.fromData(data) if data.endswith(END) else QImage()
        if image.isNull():
            log.info("picture_anew=%s", key)
            return None
        return image

    def keep(self, key: str, image: QImage) -> None:
        """Write it under another name first: what has its own name is whole."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]
        part = self._folder / f"{key}.part"
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            part.write_bytes(buffer.data().data())
            part.replace(self.path(key))
        except OSError as fault:
            log.info("no_cache=%s", type(fault).__name__)

    def tidy(self) -> None:
        """Let go of the oldest beyond `MOST`."""
        try:
            there = sorted(self._folder.glob("*.png"), key=lambda path: path.stat().st_mtime)
            for path in there[: max(0, len(there) - MOST)]:
                path.unlink(missing_ok=True)
        except OSError as fault:
            log.info("no_cache=%s", type(fault).__name__)


def key_of(worn: Sequence[Worn], stamps: Mapping[str, str], person: str, high: int) -> str:
    """The name of a picture: what is worn in which dyes, the garments' files, on whom, how high."""
    told = json.dumps(look_to_json(Look(tuple(worn))), sort_keys=True)
    files = ",".join(stamps.get(one.garment, "") for one in worn)
    whole = f"{DRAWN}|{told}|{files}|{person}|{high}"
    first = worn[0].garment if len(worn) == 1 else "look"
    return f"{first}-{hashlib.sha256(whole.encode()).hexdigest()[:20]}"


def stamp(path: Path) -> str:
    """A file's content in short; empty where it cannot be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()[:16]
    except OSError:
        return ""
