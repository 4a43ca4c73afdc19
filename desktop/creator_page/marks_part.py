"""Marks of the skin: each with its place and size, new ones by a press."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from avatars.creator.person import MARK_KINDS, MOST_MARKS, CreatedPerson, Mark
from desktop.creator_page.rows import FeatureSlider
from desktop.theme.words import words
from desktop.widgets.card import Card
from desktop.widgets.named_row import NamedRow
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.pills import Pills
from desktop.widgets.round_button import RoundButton
from desktop.widgets.worded_slider import WordedSlider

PLACES: Final = {"x": (-6.0, 6.0), "y": (0.5, 17.0), "size": (0.4, 2.5)}
"""Centimetres from the middle of the face and above the chin; a factor."""
FIRST: Final = {"mole": (2.4, 5.4), "scar": (-4.0, 13.2), "birthmark": (4.4, 3.6)}
"""Where a new mark is put."""
WAYS: Final = {
    "x": ((-0.5, "creator.place.right"), (0.5, "creator.place.middle"), (6.0, "creator.place.left")),
    "y": ((4.0, "creator.place.chin"), (8.0, "creator.place.cheek"), (12.0, "creator.place.eye"), (17.0, "creator.place.brow")),
    "size": ((0.8, "creator.size.small"), (1.4, "creator.size.usual"), (2.5, "creator.size.large")),
}


class MarksPart(QWidget):
    """`changed` tells all marks as they are now, and what is being dragged."""

    changed = Signal(object, str)
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.marks: tuple[Mark, ...] = ()
        self.add = Pills([(kind, f"creator.mark.{kind}") for kind in MARK_KINDS], "creator.mark.add", deeds=True)
        self.add.chosen.connect(self.begin)
        self._lines: list[QWidget] = []
        label = Paragraph("label", "ink2", wrap=False)
        words().bind(label, label.setText, "creator.mark.add")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addWidget(label)
        self._column.addWidget(self.add)

    def begin(self, kind: str) -> None:
        """A new one."""
        if len(self.marks) < MOST_MARKS:
            x, y = FIRST[kind]
            # Another of its kind lies beside the one before.
            beside = sum(mark.kind == kind for mark in self.marks)
            self.tell((*self.marks, Mark(kind, round(x + 0.6 * beside, 2), round(y - 0.4 * beside, 2))))  # type: ignore[arg-type]
            self.settled.emit()

    def tell(self, marks: tuple[Mark, ...], drag: str = "") -> None:
        """These, from now on."""
        self.changed.emit(marks, drag)

    def show_of(self, person: CreatedPerson) -> None:
        """The marks there are."""
        if person.marks == self.marks and len(self._lines) == len(self.marks):
            return
        same = [mark.kind for mark in person.marks] == [mark.kind for mark in self.marks]
        self.marks = person.marks
        if not same or len(self._lines) != len(self.marks):
            self.fill()

    def fill(self) -> None:
        """A card for each."""
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [self.line(number, mark) for number, mark in enumerate(self.marks)]
        for line in self._lines:
            self._column.addWidget(line)

    def line(self, number: int, mark: Mark) -> QWidget:
        """Its kind, its sliders, and a way to be rid of it."""
        card = Card()
        column = card.body
        column.setContentsMargins(16, 10, 12, 12)
        column.setSpacing(2)
        head = QHBoxLayout()
        name = Paragraph("button", "ink1", wrap=False)
        name.setText(words()(f"creator.mark.{mark.kind}"))
        gone = RoundButton("close", "creator.mark.remove", 32, pressed=lambda: self.drop(number))
        head.addWidget(name, 1)
        head.addWidget(gone)
        column.addLayout(head)
        for field, (low, high) in PLACES.items():
            slider = FeatureSlider(f"creator.place.{field}", low, high, WAYS[field], 1.0)
            slider.put(float(getattr(mark, field)))
            slider.valueChanged.connect(lambda _, s=slider, f=field: self.place(number, f, s.factor))
            slider.settled.connect(self.settled)
            row = NamedRow(84, "ink2")
            words().bind(row.label, row.label.setText, f"creator.place.{field}")
            row.hold(WordedSlider(slider))
            column.addWidget(row)
        return card

    def place(self, number: int, field: str, value: float) -> None:
        """A slider of one."""
        changed: dict[str, Any] = {field: round(value, 2)}
        moved = replace(self.marks[number], **changed)
        self.marks = (*self.marks[:number], moved, *self.marks[number + 1 :])
        self.tell(self.marks, f"mark.{number}.{field}")

    def drop(self, number: int) -> None:
        """Without it."""
        self.tell((*self.marks[:number], *self.marks[number + 1 :]))
        self.settled.emit()
