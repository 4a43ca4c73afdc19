"""Her and her voice."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from desktop.conversation.voices import CHOICES, VoiceChoice, choose, chosen
from desktop.theme.words import words
from desktop.widgets.card import ChoiceCard
from desktop.widgets.paragraph import Paragraph
from desktop.widgets.round_button import RoundButton
from desktop.window.house import House
from mind.events import Sentence


class VoiceScreen(QWidget):
    """Three voices; the loudspeaker plays each."""

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self.cards: dict[str, ChoiceCard] = {}
        title = Paragraph("title", "ink1")
        words().bind(title, title.setText, "first.welcome")
        lead = Paragraph("lead", "ink2")
        words().bind(lead, lead.setText, "first.welcome_lead")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(lead)
        column.addSpacing(10)
        self._group = QButtonGroup(self)
        for choice in CHOICES:
            card = ChoiceCard()
            play = RoundButton("voice", "first.play", 36, ground="sunken", ink="ink1", icon_size=18)
            play.clicked.connect(lambda _=False, choice=choice: self.play(choice))
            card.end(play)
            card.clicked.connect(lambda _=False, choice=choice: self.pick(choice))
            self._group.addButton(card)
            self.cards[choice.key] = card
            column.addWidget(card)
        column.addSpacing(8)
        foot = Paragraph("body", "ink3")
        words().bind(foot, foot.setText, "first.any_time")
        column.addWidget(foot)
        column.addStretch(1)
        words().changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Names and the choice."""
        used = chosen(self._house.voice)
        for choice in CHOICES:
            self.cards[choice.key].describe(words()(f"voice.{choice.key}"), words()(f"voice.{choice.key}_long"))
            self.cards[choice.key].setChecked(choice is used)

    def pick(self, choice: VoiceChoice) -> None:
        """Choose a voice."""
        voice = self._house.voice
        if chosen(voice) is not choice:
            choose(voice, choice)
            self._house.keep_voice(voice)
            self._house.changes.engine.emit()
        self.cards[choice.key].setChecked(True)

    def play(self, choice: VoiceChoice) -> None:
        """Choose it and let it be heard."""
        self.pick(choice)
        self._house.speech.stop()
        self._house.speech.begin()
        self._house.speech.say(Sentence(0, words()("voice.sample"), words().lang))

    def first_focus(self) -> None:
        """The chosen voice."""
        self.cards[chosen(self._house.voice).key].setFocus(Qt.FocusReason.OtherFocusReason)
