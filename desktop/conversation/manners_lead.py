"""Her manners while the user waits, carried out: a nod, a small sound of her own voice, and how long it took her."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Signal

from desktop.conversation.conversation import Conversation
from desktop.conversation.hearing import Hearing
from desktop.conversation.speech import Speech
from mind.events import Event, Notice
from mind.guards.crisis import crisis_in
from voice.ports import Heard
from voice.turn_taking.manners import Manners

SERVER: Final = 1.0
"""Seconds of waiting that are expected of a server before anything is known of it."""


class MannersLead(QObject):
    """`aloud` asks whether she may make a sound while she thinks; `served` whether a server finds her words."""

    nodded = Signal()
    """She nods at the user's end."""

    def __init__(
        self, hearing: Hearing, speech: Speech, conversation: Conversation, *, aloud: Callable[[], bool],
        served: Callable[[], bool], clock: Callable[[], float] = time.monotonic, seed: int | None = None,
    ) -> None:  # fmt: skip
        super().__init__(conversation)
        self._hearing, self._speech, self._conversation = hearing, speech, conversation
        self._aloud, self._served, self._clock = aloud, served, clock
        self._seed = random.randrange(1 << 30) if seed is None else seed
        self._manners: dict[bool, Manners] = {}
        self._words = ""
        self._asked: float | None = None
        hearing.partial.connect(self.note_words)
        hearing.voice.connect(self.note_voice)
        hearing.understood.connect(self.note_turn)
        conversation.asked.connect(self.note_asked)
        conversation.told.connect(self.note_event)
        speech.started.connect(lambda _: self.note_sound())

    @property
    def manners(self) -> Manners:
        """Those for the brain that is set: a server's waits say nothing about the rules'."""
        served = self._served()
        if served not in self._manners:
            self._manners[served] = Manners(self._clock, self._seed, SERVER if served else 0.0)
        return self._manners[served]

    def note_words(self, text: str) -> None:
        """What is heard of the user so far; nothing where it is not for her, or where they only speak over her."""
        self._words = text or self._words

    def note_voice(self, on: bool) -> None:
        """Their voice begins or ends."""
        if on:
            self._words = ""
        elif self._words and not self._speech.busy and self._hearing.addressed and self.manners.nods():
            self.nodded.emit()

    def note_turn(self, heard: Heard) -> None:
        """Their turn is understood, and goes to the mind at once."""
        self._words = ""
        quiet = self._speech.busy or not self._aloud() or crisis_in(heard.text) is not None
        sound = "" if quiet else self.manners.sound(heard.text, self._conversation.lang)
        if sound and self._speech.murmur(sound, self._conversation.lang):
            self._hearing.spoken.say(sound, self._clock(), self._conversation.lang)

    def note_asked(self, channel: str) -> None:
        """The mind is asked: from here on the user waits."""
        self._asked = self._clock() if channel == "voice" else None

    def note_event(self, event: Event) -> None:
        """A crisis is no time for small sounds."""
        if isinstance(event, Notice) and event.kind == "crisis":
            self._speech.end_murmur()

    def note_sound(self) -> None:
        """She begins to answer."""
        if self._asked is not None:
            self.manners.waited(self._clock() - self._asked)
        self._asked = None
