"""Her and her voice."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from desktop.conversation.voice_choices import VoiceChoice, built_in, choose, is_set
from desktop.theme.words import words
from desktop.voice_page.play_button import PlayButton
from desktop.voice_page.sample import play
from desktop.widgets.card import ChoiceCard
from desktop.widgets.paragraph import Paragraph
from desktop.window.house import House


class VoiceScreen(QWidget):
    """The voices that came with Hearth; the loudspeaker plays one without choosing it."""

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self.cards: dict[str, ChoiceCard] = {}
        self.plays: dict[str, PlayButton] = {}
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
        for own in (choice.own for choice in self.choices()):
            card = ChoiceCard()
            button = PlayButton(lambda own=own: play(self._house, self.choice(own)))  # type: ignore[misc]
            card.end(button)
            card.clicked.connect(lambda _=False, own=own: self.pick(own))
            self._group.addButton(card)
            self.cards[own], self.plays[own] = card, button
            column.addWidget(card)
        column.addSpacing(8)
        foot = Paragraph("body", "ink3")
        words().bind(foot, foot.setText, "first.any_time")
        column.addWidget(foot)
        column.addStretch(1)
        words().changed.connect(self.refresh)
        house.trial.changed.connect(self.show_trial)
        self.refresh()

    def choices(self) -> list[VoiceChoice]:
        """The built-in voices of whoever stands on the stage."""
        return built_in(self._house.settings.look.avatar, words().lang)

    def choice(self, own: str) -> VoiceChoice:
        """One of them."""
        return next(choice for choice in self.choices() if choice.own == own)

    def refresh(self) -> None:
        """Names and the choice."""
        for choice in self.choices():
            card = self.cards[choice.own]
            card.describe(choice.name(), words()(f"voice.own_long.{choice.own}"))
            card.setChecked(is_set(choice, self._house.voice))
            self.plays[choice.own].call_voice(choice.name())

    def show_trial(self) -> None:
        """Which one is heard."""
        for choice in self.choices():
            self.plays[choice.own].become(self._house.trial.of(choice.address))

    def pick(self, own: str) -> None:
        """Choose a voice, and let it be heard."""
        choice, voice = self.choice(own), self._house.voice
        if not is_set(choice, voice):
            choose(voice, choice)
            self._house.keep_voice(voice)
            self._house.changes.tuning.emit()
        self.cards[own].setChecked(True)
        if not self._house.trial.of(choice.address):
            play(self._house, choice)

    def first_focus(self) -> None:
        """The chosen voice."""
        voice = self._house.voice
        chosen = next((choice.own for choice in self.choices() if is_set(choice, voice)), next(iter(self.cards)))
        self.cards[chosen].setFocus(Qt.FocusReason.OtherFocusReason)
