"""Cards of voices: which is chosen, which is heard, which did not speak."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.conversation.voice_choices import VoiceChoice, is_set
from desktop.voice_page.sample import play, use
from desktop.voice_page.voice_card import VoiceCard
from desktop.voice_page.voice_grid import VoiceGrid
from desktop.window.house import House


class VoiceShelf(QWidget):
    """Holds the choices it is given; a card that stays keeps its widget, and so the focus. `listed`: under their source."""

    def __init__(self, house: House, most: int = 3, *, listed: bool = False) -> None:
        super().__init__()
        self._house, self._listed = house, listed
        self.grid = VoiceGrid(most, self)
        self.cards: list[VoiceCard] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        house.trial.changed.connect(self.refresh)
        house.trial.told.connect(self.refresh)

    def put(self, choices: Sequence[VoiceChoice]) -> None:
        """Show these, in this order."""
        there = {card.choice: card for card in self.cards}
        self.cards = [there.get(choice) or self.made(choice) for choice in choices]
        self.grid.put(self.cards)
        for before, after in zip(self.cards, self.cards[1:], strict=False):
            QWidget.setTabOrder(before.play, after)
        self.refresh()
        self.updateGeometry()

    def made(self, choice: VoiceChoice) -> VoiceCard:
        """A card for a choice."""
        card = VoiceCard(choice, lambda each: use(self._house, each), lambda each: play(self._house, each), listed=self._listed)
        card.setParent(self)  # shown without one it would open as a window of its own
        card.show()
        return card

    def refresh(self) -> None:
        """Mark the chosen one, the one that sounds and those that failed."""
        voice, trial = self._house.voice, self._house.trial
        for card in self.cards:
            card.setChecked(is_set(card.choice, voice))
            card.sound(trial.of(card.choice.address))
            card.fail(card.choice.address in trial.faults)
