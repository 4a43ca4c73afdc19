"""Listening in its states: the microphone, the page, models, devices and the name to call, in three languages, day and night.

    python -m tests.support.gui_hearing_pictures PICTURES FOLDER

writes microphone.jpg, listening.jpg, models.jpg, devices.jpg and wake.jpg into FOLDER. What a picture shows as running (a
download, a microphone, devices) is told to the page by this tool; nothing is fetched and nobody listens.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QGridLayout, QVBoxLayout, QWidget

from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.mic_button import STATES, MicButton, State
from desktop.widgets.paragraph import Paragraph
from desktop.window.keys import reading
from mind.languages import LANGS

SHEETS: Final = ("listening", "models", "devices", "wake")
SIZES: Final = ((900, 600), (420, 800))
PART: Final = QRect(330, 0, 950, 800)
"""Of a window of 1280 x 800: settings without rail and stage."""
WIDE: Final = 470
QUALITY: Final = 74
LOUDNESS: Final = 0.85
SO_FAR: Final = (24_600_000, 41_000_000)
"""Bytes of a download for its picture."""
NAMES: Final = {
    "en": ("Mira", "Mirabelle", ("mirror bell", "marble")),
    "zh": ("米拉", "糯糯", ("诺诺",)),
    "ja": ("ミラ", "ミラベル", ("みら",)),
}
"""For each language a name that is heard, one that is not, and what is close to it."""
MICROPHONES: Final = [("a", "USB Audio Mono"), ("b", "Built-in Microphone")]
LOUDSPEAKERS: Final = [("c", "Headphones"), ("d", "Built-in Speakers")]


class MicSheet(QWidget):
    """Seven states side by side, each with its word and what a press does; under them the two smaller sizes."""

    def __init__(self) -> None:
        super().__init__()
        self.mics: list[MicButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(44, 28, 44, 28)
        column.setSpacing(10)
        title = Paragraph("section", "ink1")
        title.setText(words()("hearing.sheet.by_night" if theme().night else "hearing.sheet.by_day"))
        column.addWidget(title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for at, state in enumerate(STATES):
            grid.setColumnStretch(at, 1)
            grid.addWidget(self.mic(64, state), 0, at, Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(self.line("button", "ink1", self.word(state)), 1, at)
            grid.addWidget(self.line("caption", "ink3", words()(f"hearing.sheet.{state}", keys=reading("mic"))), 2, at)
            for row, disc in ((3, 52), (4, 36)):
                grid.addWidget(self.mic(disc, state), row, at, Qt.AlignmentFlag.AlignCenter)
        column.addLayout(grid)
        self.resize(1280, self.sizeHint().height())

    def mic(self, disc: int, state: State) -> MicButton:
        """A button in a state, hearing something where it hears."""
        made = MicButton(disc, on_stage=False)
        made.become(state)
        made.hear(LOUDNESS)
        for _ in range(12):
            made.breathe()
        self.mics.append(made)
        return made

    def word(self, state: State) -> str:
        """The word of a state, as the window says it."""
        return words()(f"hearing.state.{state}" if state in ("off", "push", "muted") else f"state.{state}")

    def line(self, role: str, token: str, text: str) -> Paragraph:
        """A line of words in the middle of its column."""
        made = Paragraph(role, token, align=Qt.AlignmentFlag.AlignHCenter)
        made.setText(text)
        return made

    def paintEvent(self, event: object) -> None:
        """The room."""
        QPainter(self).fillRect(self.rect(), theme().colour("room"))


def microphones() -> QImage:
    """Day over night, for each language."""
    shots: list[QImage] = []
    for lang in LANGS:
        words().speak(lang)
        for night in (False, True):
            theme().set(choice="night" if night else "day", lang=lang, reduced=True)
            sheet = MicSheet()
            sheet.show()
            QApplication.processEvents()
            shots.append(sheet.grab().toImage())
            sheet.deleteLater()
    high = max(shot.height() for shot in shots)
    made = QImage(shots[0].width() * 2, high * len(LANGS), QImage.Format.Format_RGB32)
    painter = QPainter(made)
    for at, shot in enumerate(shots):
        painter.drawImage((at % 2) * shot.width(), (at // 2) * high, shot.scaled(shot.width(), high))
    painter.end()
    return made


def hearing(photographer: Any, pump: Callable[..., None]) -> None:
    """The page in its states, two of them in small windows, then models, devices and the name to call."""
    window, house = photographer.window, photographer.house
    window.open_page("settings")
    page = window.pages["settings"]
    page.show_section("hearing")
    section = page.sections["hearing"]
    for width, height in SIZES:
        window.resize(width, height)
        pump(0.8)
        photographer.shoot(f"hearing-{width}")
    window.resize(1280, 800)
    pump(0.4)
    photographer.shoot("hearing-listening")
    area = page._made["hearing"].verticalScrollBar()
    area.setValue(area.maximum())
    row = list(section.model.rows.values())[1]
    row.show_progress(*SO_FAR)
    pump(0.2)
    area.setValue(area.maximum())
    photographer.shoot("hearing-models")
    row.become("absent")
    section.engine.choice.choices["server"].click()
    section.engine.server.address.setText("https://speech.example.org/v1")
    pump(0.3)
    page.reveal(section.engine.server.check_it)
    photographer.shoot("hearing-server")
    section.engine.choice.choices["vosk"].click()
    called(photographer, section, area, pump)
    section.mode.cards["hold"].click()
    devices(photographer, page, pump)
    house.settings.hearing.latency = True
    house.changes.ears.emit()
    window.open_page("talk")


def called(photographer: Any, section: Any, area: Any, pump: Callable[..., None]) -> None:
    """Names as a small model of the language judges them: her own, and one it does not know."""
    import desktop.hearing_page.wake_panel as panel
    from voice.wake.verdict import NameVerdict

    known, unknown, instead = NAMES[photographer.lang]
    found = [NameVerdict(known, known), NameVerdict(unknown, unknown, ("unknown",), (unknown,), instead)]
    judge = panel.judge
    panel.judge = lambda *_: found  # type: ignore[assignment]
    try:
        section.mode.cards["wake"].click()
        section.wake.pen.setText(words()("hearing.wake.comma").join((known, unknown)))
        section.wake.keep()
        area.setValue(0)
        pump(5, lambda: len(section.wake.lines) == 2)
        section.test.mic.become("wake", words()("hearing.wake.call", name=known))
        section.test.show_woken(known)
        section.test.show_level(0.62)
        pump(0.5)
        photographer.shoot("hearing-wake")
        section.test.rest()
        section.wake.pen.clear()
        section.wake.keep()
    finally:
        panel.judge = judge


def devices(photographer: Any, page: Any, pump: Callable[..., None]) -> None:
    """The lists with invented devices, and a microphone that hears somebody."""
    import desktop.hearing_page.device_lists as lists
    import desktop.voice_page.speaker_row as speakers

    found = lists.microphone_names, lists.loudspeaker_names, speakers.loudspeaker_names
    lists.microphone_names = lambda: MICROPHONES
    lists.loudspeaker_names = speakers.loudspeaker_names = lambda: LOUDSPEAKERS
    try:
        page.show_section("devices")
        section = page.sections["devices"]
        pump(0.6)
        test = section.test
        test.mic.become("listening")
        for level in (0.3, 0.72, 0.6):
            test.show_level(level)
        section.tell("hearing.device.came", MICROPHONES[0][1])
        pump(0.6)
        photographer.shoot("hearing-devices")
    finally:
        lists.microphone_names, lists.loudspeaker_names, speakers.loudspeaker_names = found


def sheet(pictures: Path, state: str) -> QImage:
    """A day over a night for each language."""
    looks: Sequence[str] = ("day", "night")
    high = round(PART.height() * WIDE / PART.width())
    made = QImage(WIDE * len(LANGS), high * len(looks), QImage.Format.Format_RGB32)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for column, lang in enumerate(LANGS):
        for row, look in enumerate(looks):
            shot = QImage(str(pictures / f"hearing-{state}-{lang}-{look}.png")).copy(PART)
            small = shot.scaledToWidth(WIDE, mode=Qt.TransformationMode.SmoothTransformation)
            painter.drawImage(QRectF(column * WIDE, row * high, WIDE, high), small)
    painter.end()
    return made


def main() -> int:
    """Write the sheets."""
    parser = argparse.ArgumentParser()
    parser.add_argument("pictures", type=Path)
    parser.add_argument("folder", type=Path)
    args = parser.parse_args()
    from desktop.window.opening import application

    application()
    args.folder.mkdir(parents=True, exist_ok=True)
    wide = microphones().scaledToWidth(1600, mode=Qt.TransformationMode.SmoothTransformation)
    done = [wide.save(str(args.folder / "microphone.jpg"), "JPG", QUALITY)]
    done += [sheet(args.pictures, state).save(str(args.folder / f"{state}.jpg"), "JPG", QUALITY) for state in SHEETS]
    return 0 if all(done) else 1


if __name__ == "__main__":
    sys.exit(main())
