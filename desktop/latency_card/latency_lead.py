"""Shows the card where the user wants it, and keeps it up with the turns."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject

from desktop.conversation.latency_advice import advise, around
from desktop.conversation.turn_times import TurnTimes
from desktop.latency_card.latency_card import LatencyCard
from desktop.theme.theme import theme
from desktop.theme.words import words
from desktop.window.house import House
from desktop.window.main_window import MainWindow

LATELY = 5
"""Turns that the advice is about."""
LOW, ROOMY = 480, 680
"""Heights of the talk, at 100 %, from which there is room for the card, and for it beside a question."""


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
            talk = self._window.talk
            talk.put_under_header(self.card)
            for part in (talk, talk.banner, talk.crisis, talk.composer.review.strip):
                part.installEventFilter(self)
            turns = self._house.watch.turns
            self.tell(turns[-1] if turns else None)
        if self.card is not None:
            self.card.setVisible(wanted and self.has_room())

    def has_room(self) -> bool:
        """In a low window it makes room for what asks for an answer, and in a very low one for the talk itself."""
        talk = self._window.talk
        asked = any(not part.isHidden() for part in (talk.banner, talk.crisis, talk.composer.review.strip))
        return talk.height() >= theme().px(ROOMY if asked else LOW)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The room changed, or something asks for an answer."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide):
            self.show_wanted()
        return False

    def take(self, turn: TurnTimes) -> None:
        """The marks of the newest turn; one that has not come to her first sound is not shown yet."""
        if self.card is not None and turn.wait is not None:
            self.tell(turn)

    def tell(self, turn: TurnTimes | None) -> None:
        """This turn, with what would shorten it and those before that waited for the same: a voice's end, a server."""
        if self.card is not None:
            alike = [one for one in self._house.watch.turns if turn and (one.spoken, one.brain) == (turn.spoken, turn.brain)]
            found = advise(alike[-LATELY:], around(self._house.settings))
            self.card.tell(turn, found[0].told(words()) if found else "")

    def close(self) -> None:
        """The user wants it no more."""
        self._house.settings.hearing.latency = False
        self._house.keep()
        self.show_wanted()
        self._house.changes.ears.emit()
