"""A sentence on its way to be heard, or to be read where there is no voice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from desktop.settings.model import CharacterVoice
from mind.events import Sentence
from voice.speech_handle import SpeechHandle

READING: Final = {"en": 15.0, "zh": 6.0, "ja": 7.0}
"""Characters a second at which a caption is read where no voice sets the pace."""
SHORTEST, LONGEST = 1.2, 20.0
GLANCE: Final = 4
"""Characters taken in at a glance."""


@dataclass(slots=True, eq=False)
class Said:
    """A sentence of the reply with the number `reply`."""

    sentence: Sentence
    reply: int
    trial: CharacterVoice | None = None
    """The voice it is tried with, in place of her own."""
    handle: SpeechHandle | None = None
    until: float = 0.0
    """Without a voice: when its caption has been read."""
    over: bool = False

    @property
    def seconds_to_read(self) -> float:
        """How long its caption stands without a voice."""
        return min(LONGEST, max(SHORTEST, len(self.sentence.text) / READING.get(self.sentence.lang, 12.0)))

    def read(self, now: float, shown: bool) -> str:
        """As much of its caption as there was time to read, the one that is `shown` in part."""
        if self.over:
            return self.sentence.text
        if not shown:
            return ""
        left = max(0.0, self.until - now)
        pace = READING.get(self.sentence.lang, 12.0)
        return self.sentence.text[: max(0, len(self.sentence.text) - int(left * pace))]
