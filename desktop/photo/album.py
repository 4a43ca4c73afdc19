"""Where pictures are kept: a folder of their own among the user's pictures."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSaveFile, QStandardPaths
from PySide6.QtGui import QImage, QImageWriter


class AlbumFault(Exception):
    """A picture could not be kept: `place` is where."""

    def __init__(self, place: Path, why: str) -> None:
        super().__init__(f"{place}: {why}")
        self.place, self.why = place, why


def album(data: Path) -> Path:
    """The folder: Pictures/Hearth, or one in the data folder where the system names none."""
    named = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    return Path(named) / "Hearth" if named else data / "pictures"


def keep(image: QImage, folder: Path, name: str, now: datetime) -> Path:
    """Write the picture as a new PNG called after her and the time; half a file is never left. Raises `AlbumFault`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = free_name(folder, f"{name} {now:%Y-%m-%d %H.%M.%S}")
    except OSError as fault:
        raise AlbumFault(folder, fault.strerror or "cannot be used") from fault
    file = QSaveFile(str(path))
    if not file.open(QSaveFile.OpenModeFlag.WriteOnly):
        raise AlbumFault(path, file.errorString())
    writer = QImageWriter(file, b"png")
    if not writer.write(image):
        file.cancelWriting()
        raise AlbumFault(path, writer.errorString())
    if not file.commit():
        raise AlbumFault(path, file.errorString())
    return path


def free_name(folder: Path, stem: str) -> Path:
    """A name nobody has: the second picture within a second gets a number."""
    path = folder / f"{stem}.png"
    number = 2
    while path.exists():
        path = folder / f"{stem} {number}.png"
        number += 1
    return path
