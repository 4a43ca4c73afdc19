"""The drawer beside her: a tile for each outfit that exists."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.theme.words import words
from desktop.wardrobe_page.outfits.thumbnails import Thumbnails
from desktop.wardrobe_page.outfits.tile import WIDE, Tile
from desktop.widgets.paragraph import Paragraph
from desktop.window.house import House

RISE: Final = 2500
"""Milliseconds she takes to get up."""
ARROWS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class OutfitsPage(QWidget):
    """A click or Enter on a tile: she wears it at once and keeps it on."""

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self._pictures = Thumbnails(house.folder, house.settings.look.avatar)
        self._missing: list[Tile] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(16)
        self.tiles: list[Tile] = []
        for outfit in house.outfits:
            tile = Tile(outfit.id)
            tile.clicked.connect(lambda _=False, outfit=outfit.id: self.wear(outfit))
            self.tiles.append(tile)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.draw_next)
        self.lay_out()
        self.say_names()
        words().changed.connect(self.say_names)

    def lay_out(self) -> None:
        """Title, note, grid."""
        title = Paragraph("title", "ink1", wrap=False)
        words().bind(title, title.setText, "wardrobe.title")
        note = Paragraph("body", "ink2")
        words().bind(note, note.setText, "wardrobe.note")
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(4, 0, 6, 12)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(note)
        column.addSpacing(8)
        column.addLayout(self._grid)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        words().bind(area, area.setAccessibleName, "wardrobe.tiles")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 4, 0, 0)
        outer.addWidget(area)

    def say_names(self) -> None:
        """Names in the language there is."""
        for tile, outfit in zip(self.tiles, self._house.outfits, strict=True):
            tile.call(outfit.names.get(words().lang, outfit.id))

    def columns(self) -> int:
        """How many tiles stand side by side."""
        return max(1, (self.width() - 10 + 16) // (WIDE + 16))

    def arrange(self) -> None:
        """Put the tiles into the grid."""
        many = self.columns()
        for index, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, index // many, index % many, Qt.AlignmentFlag.AlignLeft)
        self._grid.setColumnStretch(many, 1)

    def resizeEvent(self, event: object) -> None:
        """As many columns as fit."""
        self.arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the kept pictures; draw what is missing, one by one, after the window is painted."""
        self._missing = []
        for tile in self.tiles:
            image = self._pictures.have(tile.outfit)
            if image is not None:
                tile.show_picture(image)
            else:
                self._missing.append(tile)
        if self._missing:
            self._timer.start(350)

    def draw_next(self) -> None:
        """Draw one missing picture."""
        body = self._house.player.body
        if not self._missing or body is None or not self.isVisible():
            return
        if self._house.player.posed:
            # Clothes are shown standing: she gets up to try them on.
            self._house.player.pose(None)
            self._timer.start(RISE)
            return
        tile = self._missing.pop(0)
        image = self._pictures.draw(body, tile.outfit, self.worn(), self._house.player.pixels())
        self._house.changes.drawn.emit()
        if image is not None:
            tile.show_picture(image)
        if self._missing:
            self._timer.start(30)

    def worn(self) -> str:
        """The outfit that is marked."""
        return next((tile.outfit for tile in self.tiles if tile.worn), "")

    def wear(self, outfit: str) -> None:
        """She wears it, and keeps it."""
        self._house.conversation.outfit_chosen.emit(outfit)
        self._house.bridge.submit(self._house.mind.wear(outfit), None, self._house.conversation.fail)

    def mark(self, outfit: str) -> None:
        """Which one she wears."""
        for tile in self.tiles:
            tile.wear(tile.outfit == outfit)

    def first_focus(self) -> None:
        """Where the keyboard begins: at what she wears."""
        tile = next((tile for tile in self.tiles if tile.worn), self.tiles[0] if self.tiles else None)
        if tile is not None:
            tile.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Enter wears."""
        key = Qt.Key(event.key())
        steps = {**ARROWS, Qt.Key.Key_Up: -self.columns(), Qt.Key.Key_Down: self.columns()}
        focused = next((index for index, tile in enumerate(self.tiles) if tile.hasFocus()), -1)
        if focused >= 0 and key in steps:
            target = focused + steps[key]
            if 0 <= target < len(self.tiles):
                self.tiles[target].setFocus(Qt.FocusReason.TabFocusReason)
        elif focused >= 0 and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.tiles[focused].click()
        else:
            super().keyPressEvent(event)
