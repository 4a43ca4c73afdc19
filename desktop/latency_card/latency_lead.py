"""Shows the card where the user wants it, and keeps it up with the turns."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.conversation.turn_times import TurnTimes
from desktop.latency_card.latency_card import LatencyCard
from desktop.window.house import House
from desktop.window.main_window import MainWindow


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
            self.card.tell(turns[-1] if turns else None)
        if self.card is not None:
            self.card.setVisible(wanted)

    def take(self, turn: TurnTimes) -> None:
        """The marks of the newest turn; one that has not come to her first sound is not shown yet."""
        if self.card is not None and turn.wait is not None:
            self.card.tell(turn)

    def close(self) -> None:
        """The user wants it no more."""
        self._house.settings.hearing.latency = False
        self._house.keep()
        self.show_wanted()
        self._house.changes.ears.emit()
