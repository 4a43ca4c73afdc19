"""A piece that stands in the room: where, by sliders."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.settings.model import PlacedPiece
from desktop.stage_view.furniture import Piece
from desktop.theme.words import words
from desktop.widgets.card import Card
from desktop.widgets.named_row import NamedRow
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.round_button import RoundButton
from desktop.widgets.word_slider import WordSlider
from desktop.widgets.worded_slider import WordedSlider

ACROSS: Final = ((0.4, "room.at.left"), (0.6, "room.at.middle"), (1.0, "room.at.right"))
HEIGHTS: Final = ((0.3, "room.at.high"), (0.5, "room.at.eye"), (0.75, "room.at.low"))
DEPTHS: Final = ((0.89, "room.at.far"), (0.92, "room.at.near"), (1.0, "room.at.front"))
REACH: Final = {"floor": (0.865, 0.95), "wall": (0.14, 0.75), "rug": (0.91, 0.99)}


class PlacedCard(Card):
    """`moved` tells the new place, `gone` that it is to be taken out."""

    moved = Signal(float, float)
    gone = Signal()

    def __init__(self, piece: Piece, placed: PlacedPiece, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setContentsMargins(16, 8, 12, 12)
        self.body.setSpacing(2)
        head = QHBoxLayout()
        name = Paragraph("button", "ink1", wrap=False)
        name.setText(piece.names.get(words().lang) or piece.names["en"])
        head.addWidget(name, 1)
        head.addWidget(RoundButton("close", "room.take_out", 32, pressed=self.gone.emit))
        self.body.addLayout(head)
        self.across = WordSlider("room.across", 0.08, 0.92, ACROSS)
        low, high = REACH[piece.stands]
        self.down = WordSlider(
            "room.height" if piece.stands == "wall" else "room.depth", low, high, HEIGHTS if piece.stands == "wall" else DEPTHS
        )
        self.across.put(placed.x)
        self.down.put(placed.y)
        for key, slider in (("room.across", self.across), ("room.height" if piece.stands == "wall" else "room.depth", self.down)):
            row = NamedRow(84, "ink2")
            words().bind(row.label, row.label.setText, key)
            row.hold(WordedSlider(slider))
            self.body.addWidget(row)
            slider.valueChanged.connect(lambda _: self.moved.emit(self.across.factor, self.down.factor))
