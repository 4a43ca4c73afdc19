"""The people: those the user made, Mira and Kai, and a few to begin with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.theme.icons import paint_icon
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.wardrobe_page.outfits.tile import NAME, Tile
from desktop.widgets.flow import Flow
from desktop.widgets.paragraph import Paragraph

WIDE, HIGH = 132, 150
WAYS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


@dataclass(frozen=True, slots=True)
class Shown:
    """One tile: `key` says whom, `name` what stands under it; `fault` why there is nobody to show."""

    key: str
    name: str
    fault: str = ""


class PersonTile(Tile):
    """A portrait; the outline of somebody until there is one."""

    def sizeHint(self) -> QSize:
        """Smaller than clothes: a face is enough."""
        return QSize(round(WIDE * (0.75 + 0.25 * theme().scale)), HIGH + theme().px(NAME))

    def paint_picture(self, painter: QPainter, box: QRectF) -> None:
        """The portrait fills the tile to its foot."""
        if self._image is not None:
            super().paint_picture(painter, box)
            return
        place = QRectF(0, 0, 40, 40)
        place.moveCenter(box.center())
        paint_icon(painter, "person", place, theme().colour("ink3", 0.6))

    def say_name(self) -> None:
        """Name and whether they are open."""
        self.setAccessibleName(words()("creator.open" if self.worn else "creator.not_open", name=self._name))
        self.setToolTip(self._name)


class PeopleRow(QWidget):
    """A heading and its tiles, which wrap."""

    chosen = Signal(str)

    def __init__(self, key: str) -> None:
        super().__init__()
        self.label = Paragraph("label", "ink2", wrap=False)
        words().bind(self.label, self.label.setText, key)
        self._holder = QWidget()
        self._flow = Flow(self._holder, 14)
        policy = self._holder.sizePolicy()
        policy.setHeightForWidth(True)
        self._holder.setSizePolicy(policy)
        self.tiles: list[PersonTile] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.label)
        column.addWidget(self._holder)

    def offer(self, people: list[Shown], on: str) -> None:
        """These people; the one that is open is marked."""
        if [tile.outfit for tile in self.tiles] != [one.key for one in people]:
            for tile in self.tiles:
                self._flow.removeWidget(tile)
                tile.hide()
                tile.deleteLater()
            self.tiles = [PersonTile(one.key, self._holder) for one in people]
            for tile in self.tiles:
                tile.clicked.connect(lambda _=False, key=tile.outfit: self.chosen.emit(key))
                self._flow.addWidget(tile)
                tile.show()
        for tile, one in zip(self.tiles, people, strict=True):
            tile.call(one.name)
            tile.wear(one.key == on)
            if one.fault:
                tile.setToolTip(one.fault)
                tile.setAccessibleDescription(one.fault)
        self.setVisible(bool(people))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right walk over the tiles, Enter opens one."""
        at = next((index for index, tile in enumerate(self.tiles) if tile.hasFocus()), -1)
        way = WAYS.get(Qt.Key(event.key()))
        if at >= 0 and way is not None:
            self.tiles[(at + way) % len(self.tiles)].setFocus(Qt.FocusReason.TabFocusReason)
        elif at >= 0 and Qt.Key(event.key()) in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.tiles[at].click()
        else:
            super().keyPressEvent(event)


class PeoplePart(QWidget):
    """`own_chosen`, `shipped_chosen` and `start_chosen` tell which tile was pressed."""

    own_chosen = Signal(str)
    shipped_chosen = Signal(str)
    start_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.own, self.shipped, self.start = (
            PeopleRow(f"creator.people.{name}") for name in ("own", "shipped", "start")
        )
        self.fault = Paragraph("caption", "rose")
        self.fault.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for row in (self.own, self.fault, self.shipped, self.start):
            column.addWidget(row)
        self.own.chosen.connect(self.own_chosen)
        self.shipped.chosen.connect(self.shipped_chosen)
        self.start.chosen.connect(self.start_chosen)

    def tell_fault(self, fault: str) -> None:
        """A file that could not be read, and what to do."""
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))

    def show_portrait(self, key: str, image: QImage) -> None:
        """Put it on its tile."""
        for row in (self.own, self.shipped, self.start):
            for tile in row.tiles:
                if tile.outfit == key:
                    tile.show_picture(image)
