"""The talk so far as messages: strict roles, and trimmed in steps so that a server's prefix cache holds."""

from __future__ import annotations

from typing import Final

from mind.domain import Turn
from mind.ports import Message
from mind.turn.tokens import tokens

KEPT: Final = 0.6
"""Share of the budget that is left after a trim."""
LONGEST_TURN: Final = 1200
"""Characters of one old turn that a prompt repeats."""


class HistoryWindow:
    """Remembers where the history begins; the beginning moves rarely, and then far."""

    def __init__(self, budget: int) -> None:
        self._budget = budget
        self._first = 0

    @property
    def first(self) -> int:
        """The id of the first turn shown; older ones are not."""
        return self._first

    def messages(self, turns: tuple[Turn, ...], opening: str) -> tuple[Message, ...]:
        """The turns from where the window begins, neighbours of equal role merged, a user's message first.

        Turns without words are left out; `opening` stands for the user where she spoke first.
        """
        spoken = [turn for turn in turns if turn.text.strip()]
        window = [turn for turn in spoken if turn.id >= self._first]
        lost = bool(spoken) and self._first != 0 and (not window or spoken[0].id > self._first)
        if lost or _cost(window) > self._budget:
            window = self._trim(window or spoken)
        if window:
            self._first = window[0].id
        return _strict(window, opening)

    def _trim(self, window: list[Turn]) -> list[Turn]:
        while len(window) > 1 and _cost(window) > self._budget * KEPT:
            window = window[1:]
        return window


def _cost(turns: list[Turn]) -> int:
    return sum(tokens(turn.text[:LONGEST_TURN]) + 4 for turn in turns)


def _strict(turns: list[Turn], opening: str) -> tuple[Message, ...]:
    messages: list[Message] = []
    if turns and turns[0].speaker == "companion":
        messages.append(Message("user", opening))
    for turn in turns:
        role = "user" if turn.speaker == "user" else "assistant"
        text = turn.text[:LONGEST_TURN]
        if messages and messages[-1].role == role:
            messages[-1] = Message(messages[-1].role, f"{messages[-1].content}\n{text}")
        elif role == "user":
            messages.append(Message("user", text))
        else:
            messages.append(Message("assistant", text))
    return tuple(messages)
