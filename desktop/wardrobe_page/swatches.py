"""A row of colours for one zone of a garment: round swatches with names, and a way to mix one's own."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from avatars.wardrobe.harmony import lab
from desktop.theme.icons import paint_icon
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.wardrobe_page.colour_names import colour_name
from desktop.widgets.flow import Flow

DISC: Final = 28
SIDE: Final = 36
"""Of a swatch with the ring around it."""
ALIKE: Final = 6.0
"""Colours that look no more different than this are shown once."""
MOST: Final = 5
"""Colours shown at a time, the one that is on among them."""


def apart(one: str, other: str) -> float:
    """How different two colours look (CIE 1976)."""
    return math.dist(lab(one), lab(other))


class Swatch(QAbstractButton):
    """One colour. Without one it is the way to mix another."""

    def __init__(self, dye: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.dye = dye
        self.setCheckable(bool(dye))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def call(self, name: str) -> None:
        """What it is called."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        """A disc with room for its ring."""
        return QSize(SIDE, SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The disc, a ring where it is chosen, a plus where it has no colour."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        painter.setPen(QPen(theme().colour("edge"), 1))
        if self.dye:
            painter.setBrush(QColor(self.dye))
        else:
            painter.setBrush(theme().colour("sunken" if self.underMouse() else "raised"))
        painter.drawEllipse(middle, DISC / 2 - 0.5, DISC / 2 - 0.5)
        if not self.dye:
            box = QRectF(0, 0, 14, 14)
            box.moveCenter(middle)
            paint_icon(painter, "plus", box, theme().colour("ink1"))
        elif self.isChecked():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().colour("pine"), 2))
            painter.drawEllipse(middle, DISC / 2 + 3, DISC / 2 + 3)


class Swatches(QWidget):
    """`chosen` tells the colour that is to be on; `mix_wanted` that the user wants another."""

    chosen = Signal(str)
    mix_wanted = Signal()

    def __init__(self, zone: str, parent: QWidget | None = None, most: int = MOST) -> None:
        super().__init__(parent)
        self._zone, self._most = zone, most
        self._flow = Flow(self, 0)
        self.swatches: list[Swatch] = []
        self.more = Swatch("", self)
        self.more.call(words()("wardrobe.zone.more", zone=zone))
        self.more.clicked.connect(self.mix_wanted)
        self.setAccessibleName(words()("wardrobe.zone.name", zone=zone))
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def offer(self, dyes: Sequence[str], on: str) -> None:
        """Show these colours; the one that is on is always among them."""
        there: list[str] = []
        for dye in dyes:
            if len(there) < self._most and all(apart(dye, other) > ALIKE for other in there):
                there.append(dye)
        if on and on not in there:
            there = [*there[: self._most - 1], on]
        if [swatch.dye for swatch in self.swatches] != there:
            self.fill(there)
        for swatch in self.swatches:
            swatch.setChecked(swatch.dye == on)
            swatch.setFocusPolicy(Qt.FocusPolicy.StrongFocus if swatch.dye == on else Qt.FocusPolicy.ClickFocus)
        if not on and self.swatches:
            self.swatches[0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def fill(self, dyes: Sequence[str]) -> None:
        """Make the swatches."""
        for old in self.swatches:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._flow.removeWidget(self.more)
        self.swatches = [Swatch(dye, self) for dye in dyes]
        before: QWidget | None = None
        for swatch in self.swatches:
            swatch.call(words()("wardrobe.zone.swatch", zone=self._zone, colour=colour_name(swatch.dye)))
            swatch.clicked.connect(lambda _=False, swatch=swatch: self.press(swatch))
            self._flow.addWidget(swatch)
            swatch.show()
            if before is not None:
                QWidget.setTabOrder(before, swatch)
            before = swatch
        self._flow.addWidget(self.more)
        if before is not None:
            QWidget.setTabOrder(before, self.more)
        self.updateGeometry()

    def press(self, swatch: Swatch) -> None:
        """This colour, from now on."""
        for each in self.swatches:
            each.setChecked(each is swatch)
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is swatch else Qt.FocusPolicy.ClickFocus)
        self.chosen.emit(swatch.dye)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right walk over the colours; Enter or Space takes one."""
        way = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        stops: list[Swatch] = [*self.swatches, self.more]
        at = next((index for index, stop in enumerate(stops) if stop.hasFocus()), -1)
        if at >= 0 and way is not None:
            stops[(at + way) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        elif at >= 0 and Qt.Key(event.key()) in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            stops[at].click()
        else:
            super().keyPressEvent(event)

    def heightForWidth(self, width: int) -> int:
        """As high as its rows."""
        return self._flow.heightForWidth(width)
