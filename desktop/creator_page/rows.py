"""The rows of a part: a name at the left, a slider, colours or kinds at the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent

from avatars.creator.person import CreatedPerson
from avatars.shape.sliders import SLIDERS
from desktop.creator_page.features import Amount, Dye, Kind, Slide
from desktop.theme.words import words
from desktop.wardrobe_page.mixer import Mixer
from desktop.wardrobe_page.swatches import Swatches
from desktop.widgets.named_row import NamedRow
from desktop.widgets.pills import Pills
from desktop.widgets.word_slider import WordSlider
from desktop.widgets.worded_slider import WordedSlider

COLOURS: Final = 9
"""Shown of a palette at a time: all of it, and one of the user's own."""
Steps = tuple[tuple[float, str], ...]


def _steps(group: str, *rows: tuple[float, str]) -> Steps:
    return tuple((upto, f"creator.{group}.{name}") for upto, name in rows)


WAYS: Final = _steps("way", (-0.6, "far_less"), (-0.12, "less"), (0.12, "middle"), (0.6, "more"), (1.0, "far_more"))
AMOUNTS: Final = _steps("much", (0.01, "none"), (0.3, "little"), (0.65, "some"), (1.0, "much"))
TONES: Final = _steps("tone", (0.14, "fair"), (0.34, "light"), (0.54, "tan"), (0.76, "brown"), (1.0, "deep"))
UNDERTONES: Final = _steps("under", (-0.25, "cool"), (0.25, "neutral"), (1.0, "warm"))
AGES: Final = _steps("age", (0.1, "twenties"), (0.35, "thirties"), (0.55, "forties"), (0.8, "fifties"), (1.0, "sixties"))
STEPS: Final = {"tone": TONES, "undertone": UNDERTONES, "age": AGES}


class FeatureSlider(WordSlider):
    """A slider that goes back to its middle on a double click, and tells when a drag is over."""

    settled = Signal()

    def __init__(self, key: str, low: float, high: float, steps: Sequence[tuple[float, str]], home: float) -> None:
        super().__init__(key, low, high, steps)
        self._home = home

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The drag is over."""
        super().mouseReleaseEvent(event)
        self.settled.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """As it was at first."""
        self.put(self._home)
        self.settled.emit()


class FeatureRow(NamedRow):
    """One thing to change. `moved` tells (row, value) at once, `settled` that the change is whole."""

    moved = Signal(object, object)
    settled = Signal()

    def __init__(self, row: Slide | Amount | Dye | Kind) -> None:
        super().__init__()
        self.row = row
        words().changed.connect(self.say_name)

    def name(self) -> str:
        """What it is called."""
        if isinstance(self.row, Slide):
            return SLIDERS[self.row.slider].names[words().lang]
        return words()(f"creator.{self.row.part or 'person'}.{self.row.field}")

    def say_name(self) -> None:
        """In the language there is."""
        self.label.setText(self.name())

    def show_of(self, person: CreatedPerson) -> None:
        """Stand where this person's stands."""
        raise NotImplementedError


class SliderRow(FeatureRow):
    """A number."""

    def __init__(self, row: Slide | Amount) -> None:
        super().__init__(row)
        low = -1.0 if isinstance(row, Slide) else row.low
        steps = WAYS if isinstance(row, Slide) else STEPS.get(row.field, AMOUNTS)
        self.slider = FeatureSlider("creator.value", low, 1.0, steps, 0.0)
        self.worded = WordedSlider(self.slider)
        self.hold(self.worded)
        self.slider.valueChanged.connect(lambda _: self.moved.emit(self.row, round(self.slider.factor, 3)))
        self.slider.settled.connect(self.settled)
        self.say_name()

    def say_name(self) -> None:
        """The slider says it too."""
        super().say_name()
        self.slider.setAccessibleName(self.name())

    def show_of(self, person: CreatedPerson) -> None:
        """Its place."""
        if isinstance(self.row, Slide):
            value = float(person.shape.get(self.row.slider, 0.0))
        else:
            value = float(getattr(getattr(person, self.row.part), self.row.field))
        self.slider.blockSignals(True)
        self.slider.put(value)
        self.slider.blockSignals(False)
        self.worded.show_word()
        self.slider.update()


class ColourRow(FeatureRow):
    """A colour: swatches, and a mixer that opens under them."""

    def __init__(self, row: Dye) -> None:
        super().__init__(row)
        self.dye = row
        self.swatches = Swatches(self.name(), most=COLOURS)
        self.mixer = Mixer()
        self.mixer.hide()
        self._now = ""
        self.hold(self.swatches)
        self._column.addWidget(self.mixer)
        self.swatches.chosen.connect(self.choose)
        self.swatches.mix_wanted.connect(self.mix)
        self.mixer.mixed.connect(lambda dye: self.moved.emit(self.row, dye))
        self.mixer.done.connect(self.choose)
        self.say_name()

    def choose(self, dye: str) -> None:
        """This one; the same again leaves it out where it may be left out."""
        if self.dye.none and dye == self._now:
            dye = ""
        self.moved.emit(self.row, dye)
        self.settled.emit()

    def mix(self) -> None:
        """Open the mixer, or close it."""
        self.mixer.setVisible(not self.mixer.isVisible())
        if self.mixer.isVisible():
            self.mixer.begin(self._now or self.dye.palette[0])

    def show_of(self, person: CreatedPerson) -> None:
        """The colour that is on."""
        holder = getattr(person, self.dye.part) if self.dye.part else person
        self._now = str(getattr(holder, self.dye.field))
        self.swatches.offer(self.dye.palette, self._now)
        layout = self.swatches.layout()
        if layout is not None:
            layout.invalidate()
            layout.activate()


class KindRow(FeatureRow):
    """One of a few kinds."""

    def __init__(self, row: Kind) -> None:
        super().__init__(row)
        self.kind = row
        self.choice = Pills(
            [(value, f"creator.{row.field}_kind.{value}") for value in row.values], f"creator.{row.part}.{row.field}"
        )
        self.hold(self.choice)
        self.choice.chosen.connect(self.choose)
        self.say_name()

    def choose(self, value: str) -> None:
        """This kind."""
        self.moved.emit(self.row, value)
        self.settled.emit()

    def say_name(self) -> None:
        """The group says it too."""
        super().say_name()
        self.choice.setAccessibleName(self.name())

    def show_of(self, person: CreatedPerson) -> None:
        """The kind that is on."""
        self.choice.value = str(getattr(getattr(person, self.kind.part), self.kind.field))


def row_of(row: Slide | Amount | Dye | Kind) -> FeatureRow:
    """The widget of a row."""
    if isinstance(row, Dye):
        return ColourRow(row)
    return KindRow(row) if isinstance(row, Kind) else SliderRow(row)
