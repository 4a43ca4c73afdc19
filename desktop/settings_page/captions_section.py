"""What is read of her voice: captions on or off, how large, where, and how much shines through their plate."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.settings_page.caption_sample import CaptionSample
from desktop.settings_page.look_section import left
from desktop.settings_page.section import Section
from desktop.theme.words import words
from desktop.widgets.push import Push
from desktop.widgets.segment import Segment
from desktop.widgets.switch import Switch
from desktop.widgets.word_slider import WordSlider
from desktop.widgets.worded_slider import WordedSlider
from desktop.window.house import House

SIZES: Final = (("16", "captions.small"), ("20", "captions.normal"), ("28", "captions.large"))
SMALLEST, LARGEST = 15, 32
SIZE_WORDS: Final = ((17, "captions.small"), (22, "captions.normal"), (29, "captions.large"), (99, "captions.largest"))
PLACES: Final = (("bottom", "captions.bottom"), ("top", "captions.top"))
CLEAREST, DENSEST = 60, 100
PLATE_WORDS: Final = (
    (74, "captions.clear"), (88, "captions.normal_plate"), (98, "captions.dense"), (999, "captions.solid"),
)  # fmt: skip


class FigureSlider(WordSlider):
    """A slider over whole numbers: each step is one, and the tooltip names it by the words of `figure_key`."""

    def __init__(
        self, key: str, low: int, high: int, steps: tuple[tuple[float, str], ...], figure_key: str, value_name: str
    ) -> None:
        super().__init__(key, low, high, steps)
        self._figure = figure_key, value_name
        self.valueChanged.connect(lambda _: self.setToolTip(self.figure()))

    @property
    def number(self) -> int:
        """The value."""
        return round(self.factor)

    def figure(self) -> str:
        """The value as a figure with its unit."""
        key, name = self._figure
        return words()(key, **{name: self.number})


class CaptionsSection(Section):
    """Every change is seen at once on the sample, and on the stage with her next word."""

    name = "captions"

    def __init__(self, house: House) -> None:
        super().__init__(house, "captions.title", "captions.lead")
        self.sample = CaptionSample()
        self.column.addWidget(self.sample)
        self.column.addSpacing(6)
        self.on = Switch("captions.on")
        self.sizes = Segment(SIZES)
        self.fine = FigureSlider("captions.fine", SMALLEST, LARGEST, SIZE_WORDS, "captions.pixels", "size")
        self.places = Segment(PLACES)
        self.plate = FigureSlider("captions.plate", CLEAREST, DENSEST, PLATE_WORDS, "captions.percent", "share")
        self.row("captions.on", self.on, help_key="captions.on_help", stretch=False)
        self.row("captions.size", stacked(left(self.sizes), WordedSlider(self.fine)), help_key="captions.size_help")
        self.row("captions.place", left(self.places), help_key="captions.place_help")
        self.row("captions.plate", WordedSlider(self.plate), help_key="captions.plate_help")
        self.open = Push("captions.open", "secondary", self.house.changes.transcript.emit, icon_name="talk")
        self.row("captions.transcript", left(self.open), help_key="captions.transcript_help")
        self.column.addStretch(1)
        self.on.clicked.connect(self.switch)
        self.sizes.chosen.connect(lambda size: self.set_size(int(size)))
        self.fine.valueChanged.connect(lambda _: self.set_size(self.fine.number))
        self.places.chosen.connect(self.set_place)
        self.plate.valueChanged.connect(lambda _: self.set_plate(self.plate.number))
        words().changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what is set."""
        voice = self.house.settings.voice
        self.on.setChecked(voice.captions)
        for slider, value in ((self.fine, voice.caption_size), (self.plate, voice.caption_opacity)):
            slider.blockSignals(True)
            slider.put(value)
            slider.blockSignals(False)
            slider.setToolTip(slider.figure())
            slider.update()
        for worded in self.findChildren(WordedSlider):
            worded.show_word()
        self.sizes.value = str(voice.caption_size) if str(voice.caption_size) in self.sizes.choices else ""
        self.places.value = voice.caption_place
        self.sample.show_as(voice)

    def showEvent(self, event: object) -> None:
        """A key or the stage may have changed it meanwhile."""
        self.refresh()

    def switch(self, on: bool) -> None:
        """Captions on or off."""
        self.house.settings.voice.captions = on
        self.changed()

    def set_size(self, size: int) -> None:
        """How large."""
        self.house.settings.voice.caption_size = size
        self.changed()

    def set_place(self, place: str) -> None:
        """Under her, or over her."""
        self.house.settings.voice.caption_place = place  # type: ignore[assignment]
        self.changed()

    def set_plate(self, share: int) -> None:
        """How much of the plate covers what is behind it."""
        self.house.settings.voice.caption_opacity = share
        self.changed()

    def changed(self) -> None:
        """Keep it, and show it everywhere."""
        self.house.keep()
        self.house.changes.look.emit()
        self.refresh()


def stacked(*widgets: QWidget) -> QWidget:
    """Controls of one row, one under the other."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    for widget in widgets:
        column.addWidget(widget)
    return holder
