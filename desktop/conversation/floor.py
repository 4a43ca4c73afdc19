"""Who has the floor, carried out: her voice gives way to the user's, and waits for its end."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.conversation.conversation import Conversation
from desktop.conversation.hearing import Hearing
from desktop.conversation.speech import Speech
from mind.events import Sentence


class Floor(QObject):
    """Joins the microphone with her voice and the talk. Kept by whoever keeps them."""

    def __init__(
        self, hearing: Hearing, speech: Speech, conversation: Conversation, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(conversation)
        self._hearing, self._speech, self._conversation, self._clock = hearing, speech, conversation, clock
        hearing.acted.connect(self.act)
        hearing.taken.connect(self.wait)
        hearing.understood.connect(conversation.added.note)
        speech.started.connect(self.note)
        hearing.thinking = lambda: conversation.busy
        conversation.user_speaks = lambda: hearing.user_speaks or hearing.somebody_speaks

    def act(self, action: str) -> None:
        """Quieter, as before, or silent."""
        if action == "stop":
            self._conversation.give_way()
        else:
            self._speech.duck(action == "duck")

    def wait(self, on: bool) -> None:
        """The user has the floor: what she has ready waits for its end."""
        self._speech.hold(on)
        self._conversation.settle()

    def note(self, sentence: Sentence) -> None:
        """What sounds from now on may come back through the microphone."""
        voice = self._speech.voice
        if voice is not None and not voice.muted:
            self._hearing.spoken.say(sentence.text, self._clock(), sentence.lang)
