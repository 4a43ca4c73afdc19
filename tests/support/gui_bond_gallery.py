"""One sheet of the bond's page: five ages in three languages, by day and by night, from pictures taken before.

    python -m tests.support.gui_screenshots PICTURES --only bond
    python -m tests.support.gui_bond_gallery PICTURES SHEET.jpg
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from mind.languages import LANGS
from tests.support.gui_bond import AGES

PART: Final = QRect(332, 8, 940, 600)
"""Of a window of 1280 x 800: the page without the rail and the stage."""
WIDE, HIGH = 440, 281
QUALITY: Final = 72


def sheet(pictures: Path) -> QImage:
    """A row for each age; for each language a day and a night."""
    looks = [(lang, look) for lang in LANGS for look in ("day", "night")]
    made = QImage(WIDE * len(looks), HIGH * len(AGES), QImage.Format.Format_RGB32)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for row, age in enumerate(AGES):
        for column, (lang, look) in enumerate(looks):
            shot = QImage(str(pictures / f"bond-{age}-1280-{lang}-{look}.png")).copy(PART)
            small = shot.scaledToWidth(WIDE, mode=Qt.TransformationMode.SmoothTransformation)
            painter.drawImage(QRectF(column * WIDE, row * HIGH, WIDE, HIGH), small)
    painter.end()
    return made


def main() -> int:
    """Write the sheet."""
    parser = argparse.ArgumentParser()
    parser.add_argument("pictures", type=Path)
    parser.add_argument("sheet", type=Path)
    args = parser.parse_args()
    return 0 if sheet(args.pictures).save(str(args.sheet), "JPG", QUALITY) else 1


if __name__ == "__main__":
    sys.exit(main())
