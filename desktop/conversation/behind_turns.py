"""What stands behind the turns that are shown: memories and earlier turns she used, and what was kept of the user's words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject

from desktop.bridge import Bridge
from desktop.conversation.mind import Mind
from desktop.talk.chat_model import ChatModel
from mind.domain import Turn
from mind.turn.memory_book import Behind


class BehindTurns(QObject):
    """Reads it for turns of the past when they are loaded, and for a reply when it is stored."""

    def __init__(self, bridge: Bridge, mind: Mind, model: ChatModel, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._mind, self._model = bridge, mind, model

    def read(self, turn_ids: Sequence[int]) -> None:
        """Put chips at the rows of these turns. A fault leaves them without: the words are what counts."""
        if turn_ids:
            self._bridge.submit(self._mind.book.behind(turn_ids), self.show)

    def show(self, found: Mapping[int, Behind]) -> None:
        """What was read."""
        for row in self._model.rows:
            if row.turn_id is not None and row.turn_id in found:
                self._model.stand_behind(row, found[row.turn_id])

    def freshen(self) -> None:
        """Something was forgotten: rows show what is left of their words."""
        known = [row.turn_id for row in self._model.rows if row.turn_id is not None]
        if known:
            self._bridge.submit(self._mind.history(known[-1] - known[0] + 1), self.reread)

    def reread(self, turns: Sequence[Turn]) -> None:
        """The words as they are kept now."""
        left = {turn.id: turn for turn in turns}
        for row in list(self._model.rows):
            turn = left.get(row.turn_id) if row.turn_id is not None and not row.streaming else None
            if turn is not None and turn.text != row.text:
                row.text = turn.text
                row.sentences = [sentence for sentence in row.sentences if sentence.text in turn.text]
                self._model.touch(row)
