"""What the user takes back of what was said and kept."""

from __future__ import annotations

from collections.abc import Callable

from desktop.bridge import Bridge
from desktop.conversation.behind_turns import BehindTurns
from desktop.conversation.mind import Mind
from desktop.talk.chat_model import ChatModel


class TakingBack:
    """Forgets, and lets the rows follow. `bond_moved` is called where the bond may stand elsewhere after it."""

    def __init__(
        self, bridge: Bridge, mind: Mind, model: ChatModel, behind: BehindTurns, bond_moved: Callable[[], None],
        fail: Callable[[Exception], None],
    ) -> None:  # fmt: skip
        self._bridge, self._mind, self._model, self._behind = bridge, mind, model, behind
        self._bond_moved, self._fail = bond_moved, fail

    def delete(self, turn_id: int) -> None:
        """Forget a turn for good."""
        self._bridge.submit(self._mind.delete(turn_id), lambda _: self._deleted(turn_id), self._fail)

    def _deleted(self, turn_id: int) -> None:
        self._model.remove_turn(turn_id)
        self._bond_moved()

    def undo_memory(self, memory_id: int) -> None:
        """Forget what was kept."""
        self._bridge.submit(self._mind.undo_memory(memory_id), lambda _: self._model.forget(memory_id), self._fail)

    def forgotten(self, memory_id: int) -> None:
        """A memory was forgotten elsewhere: its chips go, and the words it took with it."""
        self._model.forget(memory_id)
        self._behind.freshen()
        self._bond_moved()

    def undo_last(self) -> bool:
        """Undo the newest thing that was kept; True if there was one."""
        for row in reversed(self._model.rows):
            for chip in reversed(row.chips):
                if chip.kind == "kept" and chip.memory is not None:
                    self.undo_memory(chip.memory.id)
                    return True
        return False
