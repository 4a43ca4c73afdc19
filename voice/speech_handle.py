"""What becomes of one sentence that was given to the speaker."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from voice.errors import VoiceError
from voice.ports import Delivery
from voice.utterance import Utterance, WordMark
from voice.visemes.lip_track import LipTrack

SpeechState = Literal["queued", "speaking", "done", "interrupted", "failed"]


@dataclass(slots=True, eq=False)
class SpeechHandle:
    """One sentence on its way. Read it on the thread that ticks the speaker."""

    text: str
    delivery: Delivery
    state: SpeechState = "queued"
    utterance: Utterance | None = None
    track: LipTrack | None = None
    played: float = 0.0
    """Seconds of it that were heard."""
    fault: VoiceError | None = None
    """Why it sounds otherwise than asked for, or not at all."""
    tag: object = field(default=None, repr=False)
    """The caller's own mark, untouched."""

    @property
    def over(self) -> bool:
        """Whether nothing more will be heard of it."""
        return self.state in ("done", "interrupted", "failed")

    def word(self) -> WordMark | None:
        """The word that sounds now."""
        last = None
        for mark in self.utterance.words if self.utterance else ():
            if mark.at > self.played:
                break
            last = mark
        return last

    def heard_text(self) -> str:
        """As much of the text as was heard: all once done, else up to the word that was sounding."""
        if self.state == "done":
            return self.text
        word = self.word() if self.state != "queued" and self.played > 0 else None
        return self.text[: word.end] if word else ""
