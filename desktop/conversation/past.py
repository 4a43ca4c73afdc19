"""What was said before: loaded in front of what is shown, as far back as it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject

from desktop.bridge import Bridge
from desktop.conversation.behind_turns import BehindTurns
from desktop.conversation.mind import Mind
from desktop.talk.chat_model import ChatModel
from desktop.talk.rows import Row
from mind.domain import Turn

HISTORY: Final = 120
REACH: Final = 1200
"""So many turns back are loaded into the talk to show one; what lies further is shown as a passage of its own."""
AROUND: Final = 20

Failed = Callable[[Exception], object]


class Past(QObject):
    """Loads one stretch at a time; who asks meanwhile waits for it."""

    def __init__(
        self, bridge: Bridge, mind: Mind, model: ChatModel, behind: BehindTurns, failed: Failed, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._bridge, self._mind, self._model, self._behind, self._failed = bridge, mind, model, behind, failed
        self._loading = False
        self._all_loaded = False
        self._waiting: list[Callable[[], object]] = []

    def open(self, then: Callable[[], object]) -> None:
        """Load the newest turns in place of all rows."""

        def loaded(turns: Sequence[Turn]) -> None:
            self._model.load(turns, datetime.now().astimezone())
            self._behind.read([turn.id for turn in turns])
            then()

        self._bridge.submit(self._mind.history(HISTORY), loaded, self._failed)

    def earlier(self, many: int = HISTORY, then: Callable[[], object] | None = None) -> None:
        """Load so many more in front of what is there; `then` when they stand there."""
        if then is not None:
            self._waiting.append(then)
        if self._loading or (self._all_loaded and then is None):
            return
        self._loading = True
        known = sum(1 for row in self._model.rows if row.turn_id is not None)
        self._bridge.submit(self._mind.history(known + many), self._loaded, self._broke)

    def reach(self, turn_id: int, then: Callable[[Row | None], object]) -> None:
        """Find a turn's row, loading what lies before it where it is not too far; None where it is, or where it is gone."""
        first = self._first()
        row = self._model.find(turn_id)
        if row is not None or first is None or not 0 < first - turn_id <= REACH:
            then(row)
        elif self._loading:
            self._waiting.append(lambda: self.reach(turn_id, then))
        else:
            self.earlier(first - turn_id + AROUND, lambda: then(self._model.find(turn_id)))

    def _first(self) -> int | None:
        return next((row.turn_id for row in self._model.rows if row.turn_id is not None), None)

    def _loaded(self, turns: Sequence[Turn]) -> None:
        first = self._first()
        older = [turn for turn in turns if first is not None and turn.id < first]
        self._all_loaded = not older
        self._model.prepend(older, datetime.now().astimezone())
        self._behind.read([turn.id for turn in older])
        self._go_on()

    def _broke(self, fault: Exception) -> None:
        self._failed(fault)
        self._waiting.clear()
        self._go_on()

    def _go_on(self) -> None:
        """The stretch is there: whoever waited goes on."""
        self._loading = False
        waiting, self._waiting = self._waiting, []
        for each in waiting:
            each()
