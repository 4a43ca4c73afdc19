"""What a language model is asked: a system text that never changes, the talk, and all that changes in the last message.

Layout and budgets follow the prefix caches of local servers: whatever moves from turn to turn stands at the very end.
"""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import Any, Final

from mind.bond.manner import guard_of
from mind.domain import BondSummary, Memory, Said
from mind.ports import Message, Plan, Prompt
from mind.turn.circumstances import Circumstances
from mind.turn.data_words import as_data
from mind.turn.history import HistoryWindow
from mind.turn.plan_notes import length_words, plan_notes
from mind.turn.prompt_texts import prompt_texts, system_text
from mind.turn.quotes import LONGEST, QUOTES, quote_line, quoted_turns
from mind.turn.relation_notes import GUARDED
from mind.turn.tokens import tokens

CONTEXT: Final = 4096
"""Tokens a server is sure to have: local ones often give no more, whatever the model could take."""
REPLY: Final = 400
MARGIN: Final = 250
NOTES: Final = 350
MOST_MEMORIES: Final = 7


class PromptWriter:
    """Writes the prompts of one sitting. `context` is the server's context length in tokens."""

    def __init__(self, context: int = CONTEXT) -> None:
        self._context = context
        self._marker = secrets.token_hex(4)
        self._windows: dict[tuple[str, str], HistoryWindow] = {}

    def write(self, at_hand: Circumstances, plan: Plan) -> Prompt:
        """The prompt for one reply."""
        scene = at_hand.scene
        name = scene.character.names.get(scene.lang, scene.character.id)
        system = system_text(scene.lang, name)
        memories = self._chosen(at_hand, plan)
        window = self._windows.setdefault((scene.lang, name), HistoryWindow(self._history_budget(system)))
        history = window.messages(scene.recent, prompt_texts(scene.lang)["opening"])
        quotes = quoted_turns(scene.recollection, {turn.id for turn in scene.recent if turn.id >= window.first})
        last = self._last(at_hand, plan, name, memories, quotes)
        messages = _joined((Message("system", system), *history, Message("user", last)))
        return Prompt(messages, plan, memories, quotes, at_hand.text)

    def _history_budget(self, system: str) -> int:
        return max(300, self._context - tokens(system) - NOTES - QUOTES - REPLY - MARGIN)

    def _chosen(self, at_hand: Circumstances, plan: Plan) -> tuple[Memory, ...]:
        """The plan's memories first, then what the words bring to mind, then the newest."""
        ranked = (*plan.must_use, *at_hand.recalled, *at_hand.scene.memories[:3])
        return tuple({memory.id: memory for memory in ranked}.values())[:MOST_MEMORIES]

    def _last(
        self, at_hand: Circumstances, plan: Plan, name: str, memories: tuple[Memory, ...], quotes: tuple[Said, ...]
    ) -> str:
        scene = at_hand.scene
        words = prompt_texts(scene.lang)
        said = at_hand.text.replace(self._marker, "")
        parts = [
            self._records(words, at_hand, memories, quotes),
            _moment(words, scene.now, scene.bond),
            *plan_notes(words, at_hand, plan),
            said,
            words["reminder"].format(name=name, length=length_words(words, at_hand, plan)),
        ]
        return "\n".join(part for part in parts if part)

    def _records(
        self, words: dict[str, Any], at_hand: Circumstances, memories: tuple[Memory, ...], quotes: tuple[Said, ...]
    ) -> str:
        """What was told and said, as dated and quoted lines between marks that no text of theirs can know."""
        user = at_hand.scene.person.name
        lines = [words["named"].format(user=as_data(user)) if user else words["unknown_name"]]
        lines += [f'- {memory.said_at:%Y-%m-%d} "{as_data(memory.text)}"' for memory in memories]
        lines += [quote_line(turn, words, as_data(turn.text, LONGEST)) for turn in quotes]
        body = "\n".join(line.replace(self._marker, "") for line in lines)
        return f"{words['records'].format(marker=self._marker)}\n{self._marker}\n{body}\n{self._marker}"


def _moment(words: dict[str, Any], now: datetime, bond: BondSummary) -> str:
    """Day, time and mood, in words."""
    return str(
        words["now"].format(
            weekday=words["weekdays"][now.weekday()],
            part=words["parts"][_part(now.hour)],
            time=f"{now:%H:%M}",
            mood=words["moods"][_mood(bond)],
        )
    )


def _part(hour: int) -> str:
    for name, until in (("night", 5), ("morning", 11), ("noon", 14), ("afternoon", 18), ("evening", 23)):
        if hour < until:
            return name
    return "night"


def _mood(bond: BondSummary) -> str:
    """One of five words for the bond's mood axes (each -1..1)."""
    if guard_of(bond.hurt) >= GUARDED:
        return "hurt"
    if bond.pleasure < -0.15:
        return "tense" if bond.arousal > 0.2 else "low"
    return "bright" if bond.pleasure > 0.25 and bond.arousal > 0.1 else "calm"


def _joined(messages: tuple[Message, ...]) -> tuple[Message, ...]:
    """Neighbours of equal role merged: many templates refuse them."""
    joined: list[Message] = []
    for message in messages:
        if joined and joined[-1].role == message.role:
            joined[-1] = Message(message.role, f"{joined[-1].content}\n{message.content}")
        else:
            joined.append(message)
    return tuple(joined)
