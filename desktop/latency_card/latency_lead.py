"""Shows the card where the user wants it, and keeps it up with the turns."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.conversation.latency_advice import advise, around
from desktop.conversation.turn_times import TurnTimes
from desktop.latency_card.latency_card import LatencyCard
from desktop.theme.words import words
from desktop.window.house import House
from desktop.window.main_window import MainWindow

LATELY = 5
"""Turns that the advice is about."""


class LatencyLead(QObject):
    """The card stands under the header of the talk; it is made when it is first wanted."""

    def __init__(self, house: House, window: MainWindow) -> None:
        super().__init__(window)
        self._house, self._window = house, window
        self.card: LatencyCard | None = None
        house.changes.ears.connect(self.show_wanted)
        house.watch.changed.connect(self.take)
        self.show_wanted()

    def show_wanted(self) -> None:
        """Shown, or not, as set."""
        wanted = self._house.settings.hearing.latency
        if wanted and self.card is None:
            self.card = LatencyCard()
            self.card.closed.connect(self.close)
            self._window.talk.put_under_header(self.card)
            turns = self._house.watch.turns
            self.tell(turns[-1] if turns else None)
        if self.card is not None:
            self.card.setVisible(wanted)

    def take(self, turn: TurnTimes) -> None:
        """The marks of the newest turn; one that has not come to her first sound is not shown yet."""
        if self.card is not None and turn.wait is not None:
            self.tell(turn)

    def tell(self, turn: TurnTimes | None) -> None:
        """This turn, with what would shorten it and those before."""
        if self.card is not None:
            found = advise(self._house.watch.turns[-LATELY:], around(self._house.settings))
            self.card.tell(turn, found[0].told(words()) if found else "")

    def close(self) -> None:
        """The user wants it no more."""
        self._house.settings.hearing.latency = False
        self._house.keep()
        self.show_wanted()
        self._house.changes.ears.emit()
