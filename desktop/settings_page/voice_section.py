"""How she sounds: voice, pace, pitch, loudness, loudspeaker."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QBoxLayout

from desktop.conversation.devices import loudspeaker_names
from desktop.conversation.voices import CHOICES, VoiceChoice, choose, chosen
from desktop.settings_page.section import STACKED_BELOW, Section, side_by_side
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.widgets.card import ChoiceCard
from desktop.widgets.push import Push
from desktop.widgets.select import Select
from desktop.widgets.word_slider import WordSlider
from desktop.widgets.worded_slider import WordedSlider
from desktop.window.house import House
from mind.events import Sentence

PACE: Final = (
    (0.8, "voice.very_slow"), (0.95, "voice.unhurried"), (1.08, "voice.natural"), (1.3, "voice.brisk"), (9, "voice.quick"),
)
PITCH: Final = ((0.8, "voice.low"), (0.93, "voice.lowish"), (1.08, "voice.natural"), (1.25, "voice.bright"), (9, "voice.high"))
LOUD: Final = ((0.3, "voice.soft"), (0.7, "voice.medium"), (9, "voice.full"))


class VoiceSection(Section):
    """Changes are heard from her next sentence; Test lets you hear them now."""

    name = "voice"

    def __init__(self, house: House) -> None:
        super().__init__(house, "voice.title")
        self.cards: dict[str, ChoiceCard] = {}
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._row.setSpacing(10)
        for choice in CHOICES:
            card = ChoiceCard(radio=False)
            card.clicked.connect(lambda _=False, choice=choice: self.choose(choice))
            self._row.addWidget(card, 1)
            self.cards[choice.key] = card
        self.column.addLayout(self._row)
        self.column.addSpacing(6)
        self.pace = WordSlider("voice.pace", 0.6, 1.6, PACE)
        self.pitch = WordSlider("voice.pitch", 0.6, 1.5, PITCH)
        self.loud = WordSlider("voice.loudness", 0.0, 1.0, LOUD)
        self.test = Push("voice.test", "secondary", self.say_something, icon_name="voice")
        self.speakers = Select("voice.speakers")
        self.row("voice.pace", WordedSlider(self.pace), help_key="voice.pace_help")
        self.row("voice.pitch", WordedSlider(self.pitch))
        self.row("voice.loudness", WordedSlider(self.loud))
        self.row("voice.speakers", side_by_side(self.speakers, self.test))
        self.column.addStretch(1)
        self.connect_parts()
        self.refresh()
        words().changed.connect(self.refresh)

    def resizeEvent(self, event: object) -> None:
        """Side by side, or one below the other."""
        view = self.parentWidget()
        across = (view.width() if view is not None else self.width()) >= theme().px(STACKED_BELOW)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom)

    def connect_parts(self) -> None:
        """Each control sets its setting."""
        for slider, name in ((self.pace, "rate"), (self.pitch, "pitch"), (self.loud, "volume")):
            slider.valueChanged.connect(lambda _, slider=slider, name=name: self.tune(name, slider.factor))
        self.speakers.currentIndexChanged.connect(lambda _: self.set_output())

    def refresh(self) -> None:
        """Show what is set."""
        voice = self.house.voice
        used = chosen(voice)
        for choice in CHOICES:
            card = self.cards[choice.key]
            card.describe(words()(f"voice.{choice.key}"), words()(f"voice.{choice.key}_note"))
            card.setChecked(choice is used)
        for slider, value in ((self.pace, voice.rate), (self.pitch, voice.pitch), (self.loud, voice.volume)):
            slider.blockSignals(True)
            slider.put(value)
            slider.blockSignals(False)
            slider.update()
        for worded in self.findChildren(WordedSlider):
            worded.show_word()

    def showEvent(self, event: object) -> None:
        """Loudspeakers may have come or gone."""
        options = [("", words()("voice.follow_system")), *loudspeaker_names()]
        self.speakers.offer(options, self.house.settings.audio.output)
        self.refresh()

    def choose(self, choice: VoiceChoice) -> None:
        """Another voice, and let it be heard."""
        voice = self.house.voice
        choose(voice, choice)
        self.house.keep_voice(voice)
        self.house.changes.engine.emit()
        self.refresh()
        self.say_something()

    def tune(self, name: str, factor: float) -> None:
        """Pace, pitch or loudness."""
        voice = self.house.voice
        setattr(voice, name, round(factor, 3))
        self.house.keep_voice(voice)
        self.house.changes.tuning.emit()

    def set_output(self) -> None:
        """Another loudspeaker."""
        self.house.settings.audio.output = self.speakers.value
        self.house.keep()
        self.house.changes.engine.emit()

    def say_something(self) -> None:
        """A sentence to hear her by; it is no part of the talk."""
        self.house.conversation.stop()
        self.house.speech.begin()
        self.house.speech.say(Sentence(0, words()("voice.sample"), words().lang))
