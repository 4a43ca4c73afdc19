"""Her room beside her: what could stand there, and where each thing stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.room_page.piece_tile import PieceTile
from desktop.room_page.placed_card import PlacedCard
from desktop.settings.model import PlacedPiece
from desktop.stage_view.furniture import BASE, ROOM, pieces
from desktop.theme.words import words
from desktop.widgets.content_area import Content, ContentArea
from desktop.widgets.flow import Flow
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push
from desktop.widgets.round_button import RoundButton

if TYPE_CHECKING:
    from desktop.window.house import House

FREE: Final = (0.36, 0.64, 0.42, 0.58, 0.5)
"""Places across where a new piece is put, one after the other: beside her first."""
WAYS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
MOST: Final = 24


class RoomPage(QWidget):
    """`told` carries what was done and what takes it back."""

    told = Signal(str, object)

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self._past: list[list[PlacedPiece]] = []
        self._moving = -1
        """Which piece is being drawn along: all of one drag is taken back at once."""
        self.undo_button = RoundButton("undo", "room.undo", 40, pressed=self.undo)
        self.go_home = Push("room.stand_there", "secondary", self.stand_there)
        self.tiles = [PieceTile(piece) for piece in pieces().values()]
        for tile in self.tiles:
            tile.clicked.connect(lambda _=False, tile=tile: self.toggle(tile.piece.id))
        self._cards: list[PlacedCard] = []
        self._holder = QWidget()
        self._column = QVBoxLayout(self._holder)
        self.lay_out()
        words().changed.connect(self.refresh)
        house.changes.look.connect(self.refresh)

    def lay_out(self) -> None:
        """Title, tiles, and under them what stands in the room."""
        title = Paragraph("title", "ink1", wrap=False)
        words().bind(title, title.setText, "room.title")
        note = Paragraph("body", "ink2")
        words().bind(note, note.setText, "room.note")
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.go_home)
        head.addWidget(self.undo_button)
        shelf = QWidget()
        flow = Flow(shelf, 14)
        for tile in self.tiles:
            flow.addWidget(tile)
        policy = shelf.sizePolicy()
        policy.setHeightForWidth(True)
        shelf.setSizePolicy(policy)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        inner = Content()
        column = QVBoxLayout(inner)
        column.setContentsMargins(4, 0, 10, 12)
        column.setSpacing(12)
        for item in (note, shelf, self._holder):
            column.addWidget(item)
        column.addStretch(1)
        area = ContentArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        words().bind(area, area.setAccessibleName, "room.title")
        self._outer = QVBoxLayout(self)
        self._outer.setSpacing(8)
        self._outer.addLayout(head)
        self._outer.addWidget(area, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Margins for the width there is."""
        narrow = self.width() <= 480
        self._outer.setContentsMargins(0 if narrow else 16, 6, 0 if narrow else 14, 0)

    @property
    def placed(self) -> list[PlacedPiece]:
        """What stands in the room."""
        return list(self._house.settings.look.room)

    def showEvent(self, event: QShowEvent) -> None:
        """As the room is now."""
        self.refresh()

    def first_focus(self) -> None:
        """Where the keyboard begins: at the first piece."""
        if self.tiles:
            self.tiles[0].setFocus(Qt.FocusReason.TabFocusReason)

    def refresh(self) -> None:
        """Tiles and cards as the room is."""
        there = {one.piece for one in self.placed}
        for tile in self.tiles:
            tile.call(tile.piece.names.get(words().lang) or tile.piece.names["en"])
            tile.wear(tile.piece.id in there)
        self.undo_button.setEnabled(bool(self._past))
        self.go_home.setVisible(self._house.settings.look.scene != ROOM)
        self.fill()

    def fill(self) -> None:
        """A card for each piece that stands there."""
        for card in self._cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = []
        for number, one in enumerate(self.placed):
            if one.piece not in pieces():
                continue
            card = PlacedCard(pieces()[one.piece], one)
            card.moved.connect(lambda x, y, number=number: self.move_to(number, x, y))
            card.gone.connect(lambda piece=one.piece: self.toggle(piece))
            self._cards.append(card)
            self._column.addWidget(card)

    # --- changes

    def keep(self, placed: list[PlacedPiece], *, step: bool = True) -> None:
        """The room is furnished so; with `step` it can be taken back."""
        self._moving = -1
        if step:
            self._past = [*self._past[-49:], self.placed]
        self._house.settings.look.room = placed
        self._house.keep()
        self._house.changes.look.emit()

    def toggle(self, piece: str) -> None:
        """Put a piece into the room, or take it out."""
        placed = self.placed
        if any(one.piece == piece for one in placed):
            self.keep([one for one in placed if one.piece != piece])
        elif len(placed) < MOST:
            stands = pieces()[piece].stands
            across = 0.5 if stands == "rug" else FREE[sum(pieces()[p.piece].stands == stands for p in placed) % len(FREE)]
            self.keep([*placed, PlacedPiece(piece=piece, x=across, y=BASE[stands])])

    def move_to(self, number: int, x: float, y: float) -> None:
        """A piece is drawn along; the room shows it at once."""
        placed = self.placed
        if self._moving != number:
            self._moving = number
            self._past = [*self._past[-49:], self.placed]
            self.undo_button.setEnabled(True)
        placed[number] = PlacedPiece(piece=placed[number].piece, x=round(x, 3), y=round(y, 3))
        self._house.settings.look.room = placed
        self._house.keep()
        self.window().stage.furnish(placed)  # type: ignore[attr-defined]

    def undo(self) -> None:
        """As it was before."""
        if self._past:
            self.keep(self._past.pop(), step=False)

    def stand_there(self) -> None:
        """She stands in her room, so that one sees it."""
        self._house.settings.look.scene = ROOM
        self._house.keep()
        self._house.changes.look.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right walk over the tiles."""
        way = WAYS.get(Qt.Key(event.key()))
        at = next((index for index, tile in enumerate(self.tiles) if tile.hasFocus()), -1)
        if way is not None and at >= 0:
            self.tiles[(at + way) % len(self.tiles)].setFocus(Qt.FocusReason.TabFocusReason)
        elif at >= 0 and Qt.Key(event.key()) in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.tiles[at].click()
        else:
            super().keyPressEvent(event)
