"""A film of somebody choosing an evening look by keyboard alone: every step is a key that is pressed, and seen.

    xvfb-run -a -s "-screen 0 2000x1400x24" python -m tests.support.gui_wardrobe_film OUT [--lang en] [--night]

Writes OUT/wardrobe.mp4 through the encoder of `hearth film`, and OUT/wardrobe.jpg, a sheet of its steps.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.film.encoder import FilmEncoder
from desktop.theme.theme import theme
from tests.support.gui_wardrobe_pictures import Wardrobe, pump

FPS = 12
RATE = 48_000
READING = 0.7
"""Seconds a step stays on the screen."""
FAR = 60
"""Presses of Tab that lead to any part of the page."""
SHEET = (4, 480)
"""Columns of the sheet, and pixels of each picture's width."""


class Camera:
    """Films the window, with the key that was pressed last written at its foot."""

    def __init__(self, wardrobe: Wardrobe, path: Path) -> None:
        self.wardrobe = wardrobe
        self.size = (wardrobe.window.width() // 2 * 2, wardrobe.window.height() // 2 * 2)
        self.encoder = FilmEncoder(path, *self.size, FPS)
        self.frames = 0
        self.steps: list[QImage] = []
        self.said = ""

    def picture(self) -> QImage:
        """The window now."""
        image = self.wardrobe.window.grab().toImage().convertToFormat(QImage.Format.Format_ARGB32)
        image = image.copy(0, 0, *self.size)
        if self.said:
            painter = QPainter(image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(theme().font("section"))
            wide = painter.fontMetrics().horizontalAdvance(self.said) + 40
            stage = self.wardrobe.window.stage.geometry()
            box = QRectF(stage.center().x() - wide / 2, stage.bottom() - 62, wide, 44)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("caption_plate"))
            painter.drawRoundedRect(box, 22, 22)
            painter.setPen(theme().colour("caption_text"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.said)
            painter.end()
        return image

    def roll(self, seconds: float) -> None:
        """Film for so long."""
        for _ in range(max(1, round(seconds * FPS))):
            pump(1 / FPS)
            image = self.picture()
            rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
            self.encoder.picture(np.ascontiguousarray(rows[:, : image.width()]))
            self.frames += 1

    def step(self) -> None:
        """This moment belongs on the sheet."""
        self.steps.append(self.picture().scaledToWidth(SHEET[1], Qt.TransformationMode.SmoothTransformation))

    def finish(self, sheet: Path) -> None:
        """Close the film and write the sheet."""
        self.encoder.finish(np.zeros(self.frames * RATE // FPS, np.int16), RATE)
        columns, wide = SHEET
        high = self.steps[0].height()
        whole = QImage(columns * wide, -(-len(self.steps) // columns) * high, QImage.Format.Format_RGB32)
        whole.fill(theme().colour("room"))
        painter = QPainter(whole)
        for index, image in enumerate(self.steps):
            painter.drawImage(index % columns * wide, index // columns * high, image)
        painter.end()
        whole.save(str(sheet), quality=88)


class Hands:
    """Presses keys, wherever the focus is, and nothing else."""

    def __init__(self, wardrobe: Wardrobe, camera: Camera) -> None:
        self.wardrobe, self.camera = wardrobe, camera
        self.pressed: list[str] = []

    def press(
        self, key: Qt.Key, name: str, *, mods: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, wait: float = 0.4
    ) -> None:
        """One key."""
        self.pressed.append(name)
        self.camera.said = name
        QTest.keyClick(QApplication.focusWidget() or self.wardrobe.window, key, mods)
        self.camera.roll(wait)

    def walk_to(self, there: Callable[[QWidget | None], bool], *, back: bool = False) -> None:
        """Tab until the focus is somewhere; an AssertionError where it never gets there."""
        for _ in range(FAR):
            if there(QApplication.focusWidget()):
                return
            key, name = (Qt.Key.Key_Backtab, "Shift Tab") if back else (Qt.Key.Key_Tab, "Tab")
            self.press(key, name, mods=Qt.KeyboardModifier.ShiftModifier if back else Qt.KeyboardModifier.NoModifier, wait=0.17)
        raise AssertionError(f"the keyboard does not get there; the focus is on {QApplication.focusWidget()}")

    def write(self, text: str) -> None:
        """Letters into the field that has the focus."""
        field = QApplication.focusWidget()
        for letter in text:
            self.camera.said = letter
            QTest.keyClicks(field, letter)
            self.camera.roll(0.1)


def choose(hands: Hands, page: Any, slot: str, wanted: Callable[[Any], bool], step: bool = True) -> None:
    """Another kind of clothes, and the first there that is wanted, all by keys."""
    hands.walk_to(lambda widget: widget in page.tabs.choices.values(), back=True)
    offered = [name for name in page.tabs.choices if page.tabs.choices[name].isVisibleTo(page.tabs) or name in page.tabs._offered]
    ahead = offered.index(slot) - offered.index(page.tabs.value)
    for _ in range(abs(ahead)):
        hands.press(Qt.Key.Key_Right if ahead > 0 else Qt.Key.Key_Left, "→" if ahead > 0 else "←", wait=0.25)
    hands.wardrobe.drawn(page)
    hands.walk_to(lambda widget: widget is page.grid)
    rows = page.tiles.rows
    target = next((row for row, tile in enumerate(rows) if tile.hers and wanted(page.trying.closet.pieces[tile.id])), 0)
    while (at := page.grid.currentIndex().row()) != target:
        columns = page.grid.columns()
        down = target // columns - at // columns
        if down:
            hands.press(Qt.Key.Key_Down if down > 0 else Qt.Key.Key_Up, "↓" if down > 0 else "↑", wait=0.3)
        else:
            hands.press(Qt.Key.Key_Right if target > at else Qt.Key.Key_Left, "→" if target > at else "←", wait=0.3)
    hands.press(Qt.Key.Key_Return, "Enter", wait=READING)
    if step:
        hands.camera.step()


def evening(piece: Any) -> bool:
    """Whether something is for the evening."""
    return "evening" in piece.info.tags or "festive" in piece.info.tags


def play(wardrobe: Wardrobe, out: Path) -> list[str]:
    """The whole film; the keys that were pressed."""
    window = wardrobe.window
    window.activateWindow()
    camera = Camera(wardrobe, out / "wardrobe.mp4")
    hands = Hands(wardrobe, camera)
    camera.roll(0.8)
    hands.press(Qt.Key.Key_5, "Ctrl 5", mods=Qt.KeyboardModifier.ControlModifier, wait=READING)
    page: Any = window.pages["wardrobe"]
    pump(8, lambda: bool(page.trying.closet.pieces))
    wardrobe.drawn(page)
    camera.roll(READING)
    camera.step()
    choose(hands, page, "dress", evening)
    hands.press(Qt.Key.Key_F, "F", wait=READING)
    hands.walk_to(lambda widget: any(widget in block.swatches.swatches for block in page.card.zones.values()))
    for _ in range(2):
        hands.press(Qt.Key.Key_Right, "→", wait=0.3)
    hands.press(Qt.Key.Key_Return, "Enter", wait=READING)
    camera.step()
    choose(hands, page, "shoes", evening)
    choose(hands, page, "hair", lambda piece: "up" in piece.id or "bun" in piece.id or "updo" in piece.id)
    choose(hands, page, "headwear", lambda piece: True)
    hands.press(Qt.Key.Key_Z, "Ctrl Z", mods=Qt.KeyboardModifier.ControlModifier, wait=READING)
    camera.step()
    choose(hands, page, "ears", evening)
    choose(hands, page, "neck", evening)
    hands.walk_to(lambda widget: widget is page.looks.save)
    hands.press(Qt.Key.Key_Space, "Space", wait=READING)
    pump(3, lambda: hasattr(QApplication.focusWidget(), "settled"))
    hands.write({"en": "Evening", "zh": "晚上", "ja": "夜"}[wardrobe.house.settings.lang or "en"])
    hands.press(Qt.Key.Key_Return, "Enter", wait=READING)
    wardrobe.drawn(page)
    camera.said = ""
    camera.roll(1.5)
    camera.step()
    camera.finish(out / "wardrobe.jpg")
    return hands.pressed


def main() -> int:
    """Film it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("--lang", default="en")
    parser.add_argument("--night", action="store_true")
    parser.add_argument("--wardrobe", type=Path)
    args = parser.parse_args()
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    args.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data:
        wardrobe = Wardrobe(Path(data), args.lang, args.night, wardrobe=args.wardrobe)
        wardrobe.live()
        pressed = play(wardrobe, args.out)
        wardrobe.close()
    print(f"{args.out / 'wardrobe.mp4'}: {len(pressed)} keys, no mouse")
    return 0


if __name__ == "__main__":
    sys.exit(main())
