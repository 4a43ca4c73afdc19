"""What a terminal makes of the mind's events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from desktop.headless.output import print_fault, print_json, print_notice, print_words
from desktop.turn_json import fault_json, memory_json, notice_json, reply_json, sentence_json
from mind.events import Erased, FaultShown, Kept, LookChosen, MemoryKept, Notice, OutfitChosen, ReplyEnded, Sentence, TermsSet

if TYPE_CHECKING:
    from mind.events import Event


class Listener(Protocol):
    """Takes the events of a greeting or a turn as they come."""

    def take(self, event: Event) -> None:
        """One event."""


class WordsListener:
    """Her words only, each reply as soon as it is complete; notices and faults to stderr."""

    def take(self, event: Event) -> None:
        """Print what belongs to be read."""
        if isinstance(event, Notice):
            print_notice(event)
        elif isinstance(event, FaultShown):
            print_fault(event)
        elif isinstance(event, ReplyEnded):
            print_words(event.reply.text)


class JsonListener:
    """One object a line: greeting, kept, sentence, memory, outfit, look, terms, erased, notice, fault, reply; beginning, where
    she began herself.

    ``kept`` is the acknowledgement: it carries the id of the user's turn and comes only after COMMIT.
    """

    def __init__(self) -> None:
        self._greeted = False

    def take(self, event: Event) -> None:
        """Print the event."""
        if isinstance(event, Kept):
            print_json({"event": "kept", "turn_id": event.turn_id})
        elif isinstance(event, Sentence):
            print_json({"event": "sentence", **sentence_json(event)})
        elif isinstance(event, MemoryKept):
            print_json({"event": "memory", **memory_json(event.memory)})
        elif isinstance(event, OutfitChosen):
            print_json({"event": "outfit", "outfit": event.outfit})
        elif isinstance(event, LookChosen):
            print_json({"event": "look", "look": dict(event.look)})
        elif isinstance(event, TermsSet):
            print_json({"event": "terms", "called": event.terms.called, "relation": event.terms.relation})
        elif isinstance(event, Erased):
            print_json({"event": "erased"})
        elif isinstance(event, Notice):
            print_notice(event)
            print_json({"event": "notice", **notice_json(event)})
        elif isinstance(event, FaultShown):
            print_json({"event": "fault", **fault_json(event)})
        elif isinstance(event, ReplyEnded):
            own = "beginning" if self._greeted else "greeting"
            self._greeted = True
            print_json({"event": "reply" if event.reply.reply_to is not None else own, **reply_json(event.reply)})
