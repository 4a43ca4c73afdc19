"""One manner: what it is, a line in it, what she calls the user, how she sounds, and a button that lets one hear it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen

from desktop.taste_page.told import calls_told, sound_told
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.voice_page.play_button import PlayButton
from desktop.widgets.card import ChoiceCard
from desktop.widgets.paragraph import Paragraph
from mind.taste.packs import Pack, pack_of

LEFT: Final = 46
TOP: Final = 14
DISC: Final = 9.0
SHELF_KEYS: Final = (
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter,
)  # fmt: skip
BAR: Final = 12
"""How far the bar of the line stands at its left."""


class MannerCard(ChoiceCard):
    """`heard` where its line is to be said aloud."""

    heard = Signal(str)

    def __init__(self, manner: str) -> None:
        super().__init__()
        self.manner = manner
        self.sample = Paragraph("talk", "ink1")
        self.sample.setContentsMargins(BAR, 0, 0, 0)
        self.foot = Paragraph("caption", "ink3")
        self.bar = Paragraph("caption", "honey")
        self.title.setWordWrap(False)
        lines = self.lines
        for at in (lines.count() - 1, 0):
            lines.takeAt(at)
        for label in (self.sample, self.foot, self.bar):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            lines.addSpacing(6 if label is not self.bar else 2)
            lines.addWidget(label)
        lines.addStretch(1)
        self.play = PlayButton(lambda: self.heard.emit(self.manner))
        self.row.addWidget(self.play, 0, Qt.AlignmentFlag.AlignTop)
        self.row.setContentsMargins(LEFT, TOP, 12, TOP)

    @property
    def pack(self) -> Pack | None:
        """None for her own manner."""
        return pack_of(self.manner)

    @property
    def title_now(self) -> str:
        """What it is called."""
        pack = self.pack
        return pack.names[words().lang] if pack is not None else words()("taste.own")

    @property
    def line(self) -> str:
        """The sentence said in it."""
        pack = self.pack
        return pack.sample[words().lang] if pack is not None else words()("taste.own_sample")

    def tell(self, name: str | None, *, adult: bool) -> None:
        """In the language there is; `name` is the user's."""
        pack = self.pack
        self.describe(self.title_now, pack.lines[words().lang] if pack is not None else words()("taste.own_line"))
        self.sample.setText(self.line)
        sound = sound_told(pack.sound if pack is not None else None)
        self.foot.setText(f"{calls_told(pack, name)} · {sound}")
        barred = pack is not None and pack.adults and not adult
        self.bar.setText(words()("taste.adults") if barred else "")
        self.bar.setVisible(barred)
        self.play.call_voice(self.title_now)
        self.setAccessibleDescription(" ".join((self.line, self.foot.text(), self.bar.text())).strip())
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and Enter are the shelf's: it knows what stands where."""
        if Qt.Key(event.key()) in SHELF_KEYS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, and the bar of a quotation at the line."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("pine"))
        box = self.sample.geometry()
        painter.drawRoundedRect(QRectF(box.left(), box.top() + 3, 3, box.height() - 5), 1.5, 1.5)

    def paint_radio(self, painter: QPainter, chosen: bool) -> None:
        """A ring with its dot beside the title."""
        middle = QPointF(LEFT / 2 + 3, TOP + theme().line("button") / 2 + 1)
        painter.setPen(QPen(theme().colour("pine" if chosen else "edge"), 1.5))
        painter.setBrush(theme().colour("pine") if chosen else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, DISC, DISC)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("on_pine"))
            painter.drawEllipse(middle, 3.0, 3.0)
