"""The bar at the foot: looks that were kept, and keeping the one she wears."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QWidget

from avatars.wardrobe.look import Look
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.wardrobe_page.look_chip import HIGH, LookChip
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.push import Push
from desktop.widgets.round_button import RoundButton

BAR: Final = 74
WORDED_FROM: Final = 520
LONGEST: Final = 40


@dataclass(frozen=True, slots=True)
class Shown:
    """A look in the bar. `saved` is its number among those the user keeps; None for one that ships."""

    key: str
    name: str
    look: Look
    saved: int | None


class NameField(QLineEdit):
    """A look's name while it is written: `settled` with what it is to be called, empty for as it was."""

    settled = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._was = name
        self._told = False
        self.setMaxLength(LONGEST)
        self.setFixedWidth(theme().px(150))
        words().bind(self, self.setAccessibleName, "wardrobe.looks.name")
        self.selectAll()

    def tell(self, name: str) -> None:
        """Once."""
        if not self._told:
            self._told = True
            self.settled.emit("" if name == self._was else name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps it, Esc leaves it as it was."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.tell(self.text().strip())
        elif key == Qt.Key.Key_Escape:
            self.tell("")
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Going elsewhere keeps it."""
        super().focusOutEvent(event)
        self.tell(self.text().strip())


class LooksBar(QWidget):
    """`worn` tells the key of a look to put on, `save_wanted` keeps the one she wears; `renamed` and `deleted` carry the key."""

    worn = Signal(str)
    save_wanted = Signal()
    renamed = Signal(str, str)
    deleted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips: dict[str, LookChip] = {}
        self._shown: tuple[Shown, ...] = ()
        self._label = Paragraph("label", "ink2", wrap=False)
        words().bind(self._label, self._label.setText, "wardrobe.looks.title")
        self._none = Paragraph("caption", "ink3")
        words().bind(self._none, self._none.setText, "wardrobe.looks.none")
        self.save = Push("wardrobe.looks.save", pressed=self.save_wanted.emit, icon_name="plus")
        self.save_small = RoundButton("plus", "wardrobe.looks.save", 40, ground="raised", pressed=self.save_wanted.emit)
        self._inner = QWidget()
        self._row = QHBoxLayout(self._inner)
        self._row.setContentsMargins(4, 0, 4, 0)
        self._row.setSpacing(8)
        self._area = ChipArea(self._inner)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._label)
        row.addWidget(self._area, 1)
        row.addWidget(self._none, 1)
        row.addWidget(self.save)
        row.addWidget(self.save_small)
        words().bind(self, self.setAccessibleName, "wardrobe.looks.title")
        self.restyle()

    def restyle(self) -> None:
        """The size of text changed."""
        self._area.restyle()
        self.setFixedHeight(max(BAR, self._area.height() + 10))
        self.arrange()

    def arrange(self) -> None:
        """Words where there is room for them."""
        worded = self.width() >= WORDED_FROM * theme().scale
        self._label.setVisible(worded)
        self.save.setVisible(worded)
        self.save_small.setVisible(not worded)
        self._area.setVisible(bool(self._shown))
        self._none.setVisible(not self._shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words come and go."""
        self.arrange()

    def show_looks(self, looks: Sequence[Shown]) -> None:
        """These, in order."""
        if [(one.key, one.name) for one in looks] != [(one.key, one.name) for one in self._shown]:
            self.fill(looks)
        self._shown = tuple(looks)
        self.arrange()

    def fill(self, looks: Sequence[Shown]) -> None:
        """Make the chips."""
        had = self.focused()
        while (item := self._row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.chips = {}
        for one in looks:
            chip = self.chips[one.key] = LookChip(one.key, one.name, own=one.saved is not None)
            chip.clicked.connect(lambda _=False, key=one.key: self.worn.emit(key))
            chip.rename_wanted.connect(lambda key=one.key: self.rename(key))
            chip.delete_wanted.connect(lambda key=one.key: self.deleted.emit(key))
            self._row.addWidget(chip)
        self._row.addStretch(1)
        if had in self.chips:
            self.chips[had].setFocus(Qt.FocusReason.OtherFocusReason)
        elif had:
            (next(iter(self.chips.values()), None) or self.save).setFocus(Qt.FocusReason.OtherFocusReason)

    def focused(self) -> str:
        """The key of the chip that has the keyboard."""
        return next((key for key, chip in self.chips.items() if chip.hasFocus()), "")

    def mark(self, look: Look | None) -> None:
        """Which of them she wears."""
        for one in self._shown:
            self.chips[one.key].wear(look is not None and set_of(one.look) == set_of(look))

    def picture(self, key: str, image: QImage | None) -> None:
        """What a look looks like."""
        if key in self.chips:
            self.chips[key].show_picture(image)

    def rename(self, key: str) -> None:
        """Write another name in the place of the old."""
        chip = self.chips.get(key)
        if chip is None:
            return
        field = NameField(chip.name)
        self._row.insertWidget(self._row.indexOf(chip), field)
        chip.hide()
        field.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.ensureWidgetVisible(field)

        def settle(name: str) -> None:
            self._row.removeWidget(field)
            field.hide()
            field.deleteLater()
            chip.show()
            chip.setFocus(Qt.FocusReason.OtherFocusReason)
            if name:
                self.renamed.emit(key, name)

        field.settled.connect(settle)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right walk over the looks."""
        way = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        stops = list(self.chips.values())
        at = next((index for index, chip in enumerate(stops) if chip.hasFocus()), -1)
        if way is None or at < 0:
            super().keyPressEvent(event)
            return
        stops[(at + way) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline between the clothes and the looks."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, theme().colour("line"))


class ChipArea(QScrollArea):
    """The chips side by side, as many as there are; the wheel and the keyboard's focus go along them."""

    sideways: Final = True
    """More than fits is meant to stand beyond the edge."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inner)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self.follow)
        self.restyle()

    def follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Bring the chip that has the keyboard into sight."""
        inner = self.widget()
        if now is not None and inner is not None and inner.isAncestorOf(now):
            self.ensureWidgetVisible(now, 24, 0)

    def restyle(self) -> None:
        """The size of text changed."""
        self.setFixedHeight(max(HIGH, theme().px(34)) + 8)
        words().bind(self, self.setAccessibleName, "wardrobe.looks.title")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Along the looks."""
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - event.angleDelta().y() // 2 - event.angleDelta().x() // 2)


def set_of(look: Look) -> frozenset[tuple[object, ...]]:
    """A look as what counts for whether it is worn: garments with their colours and patterns, in no order."""
    return frozenset(
        (worn.garment, *sorted(worn.dyes.items()), *sorted((zone, repr(each)) for zone, each in worn.patterns.items()))
        for worn in look.worn
    )
