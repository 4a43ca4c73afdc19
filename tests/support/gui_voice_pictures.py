"""The page "How she sounds" in its states, and one sheet of them in three languages by day and by night.

    python -m tests.support.gui_screenshots PICTURES --only voice
    python -m tests.support.gui_voice_pictures PICTURES SHEET.jpg
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from mind.languages import LANGS

STATES: Final = ("tried", "download", "fault", "kai")
SIZES: Final = ((900, 600), (420, 800))
NOBODY: Final = "http://127.0.0.1:9/v1"
"""Where no server listens."""
SO_FAR: Final = (38_400_000, 62_000_000)
"""Bytes of a download for its picture; nothing is fetched."""
PART: Final = QRect(72, 0, 1208, 800)
"""Of a window of 1280 x 800: all but the rail."""
WIDE, HIGH = 600, 397
QUALITY: Final = 72


def voice(photographer: Any, pump: Callable[..., None]) -> None:
    """A voice being tried, a download, a server that does not answer, and the page of Kai; two of them in small windows."""
    window, house = photographer.window, photographer.house
    pump(20, lambda: not house.conversation.busy)
    window.open_page("settings")
    window.pages["settings"].show_section("voice")
    page = window.pages["settings"].sections["voice"]
    pump(0.8)
    for width, height in SIZES:
        window.resize(width, height)
        pump(0.8)
        photographer.shoot(f"voice-{width}")
    window.resize(1280, 800)
    page.shelf.cards[1].play.click()
    pump(5, lambda: house.trial.state == "sounding")
    pump(0.8)
    photographer.shoot("voice-tried")
    house.trial.stop()
    page.natural.head.click()
    card = next(iter(page.packs.cards.values()))
    card.show_progress(*SO_FAR)
    photographer.shoot("voice-download")
    card.become("absent")
    page.natural.head.click()
    fail(house, pump)
    photographer.shoot("voice-fault")
    house.settings.look.avatar = "kai"
    house.changes.avatar.emit()
    pump(1.2)
    photographer.shoot("voice-kai")
    window.open_page("talk")


def fail(house: Any, pump: Callable[..., None]) -> None:
    """Her voice is a server's, and no server is there."""
    from mind.events import Sentence

    set_voice = house.voice
    set_voice.engine, set_voice.voice = "server", "nova"
    house.settings.voice.server_url = NOBODY
    house.keep_voice(set_voice)
    house.changes.tuning.emit()
    house.trial.play(set_voice, Sentence(0, "Hello.", "en"))
    pump(12, lambda: bool(house.trial.faults))


def sheet(pictures: Path) -> QImage:
    """A row for each state; for each language a day and a night."""
    looks = [(lang, look) for lang in LANGS for look in ("day", "night")]
    made = QImage(WIDE * len(looks), HIGH * len(STATES), QImage.Format.Format_RGB32)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for row, state in enumerate(STATES):
        for column, (lang, look) in enumerate(looks):
            shot = QImage(str(pictures / f"voice-{state}-{lang}-{look}.png")).copy(PART)
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
