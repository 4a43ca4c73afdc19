"""What becomes of one sentence that was given to the speaker."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from voice.clauses import clauses
from voice.errors import VoiceError
from voice.ports import Delivery
from voice.utterance import Utterance, WordMark
from voice.visemes.lip_track import LipTrack

SpeechState = Literal["queued", "speaking", "done", "interrupted", "failed"]


@dataclass(slots=True, eq=False)
class SpeechHandle:
    """One sentence on its way. Read it on the thread that ticks the speaker.

    A very long one is spoken piece by piece: `utterance` and `track` are of the piece that sounds, or of the first.
    """

    text: str
    delivery: Delivery
    state: SpeechState = "queued"
    utterance: Utterance | None = None
    track: LipTrack | None = None
    played: float = 0.0
    """Seconds of it that were heard."""
    begin: int = 0
    """Where the utterance's text begins in `text`."""
    before: float = 0.0
    """Seconds that were heard before the utterance."""
    fault: VoiceError | None = None
    """Why it sounds otherwise than asked for, or not at all."""
    ready: float = 0.0
    """The second of `time.monotonic` at which its sound, or the beginning of it, was there; 0 before that."""
    aloud: str = ""
    """What is read of `text` where that is not all: as long, with blanks for the rest."""
    tag: object = field(default=None, repr=False)
    """The caller's own mark, untouched."""

    @property
    def over(self) -> bool:
        """Whether nothing more will be heard of it."""
        return self.state in ("done", "interrupted", "failed")

    def word(self) -> WordMark | None:
        """The word that sounds now, its place in `text`."""
        last = None
        for mark in self.utterance.words if self.utterance else ():
            if self.before + mark.at > self.played:
                break
            last = mark
        return WordMark(self.before + last.at, self.begin + last.begin, self.begin + last.end) if last else None

    def heard_text(self) -> str:
        """As much of the text as was heard: all once done, else up to the word that was sounding."""
        if self.state == "done":
            return self.text
        word = self.word() if self.state != "queued" and self.played > 0 else None
        return self.text[: word.end if word else self.begin]


@dataclass(slots=True, eq=False)
class Piece:
    """What is synthesised at a time: a sentence, or a stretch of a very long one."""

    handle: SpeechHandle
    begin: int
    end: int
    utterance: Utterance | None = None
    """None where the sentence was given up meanwhile."""
    track: LipTrack | None = None
    fault: VoiceError | None = None

    @property
    def text(self) -> str:
        """Its words."""
        return self.handle.text[self.begin : self.end]

    @property
    def aloud(self) -> str:
        """What of them is read."""
        return (self.handle.aloud or self.handle.text)[self.begin : self.end]

    @property
    def first(self) -> bool:
        """Whether the sentence begins with it."""
        return self.begin == 0

    @property
    def last(self) -> bool:
        """Whether the sentence ends with it."""
        return self.end >= len(self.handle.text)

    @property
    def seconds(self) -> float:
        """How long it sounds."""
        return self.utterance.seconds if self.utterance else 0.0

    def take_up(self) -> None:
        """The sentence goes on with this piece: what was before it is over, and its sound is let go."""
        handle = self.handle
        if not self.first and handle.utterance is not None:
            handle.before += handle.utterance.seconds
        handle.utterance, handle.track, handle.begin = self.utterance, self.track, self.begin
        handle.fault = handle.fault or self.fault
        handle.played = handle.before


def pieces(handle: SpeechHandle) -> Iterator[Piece]:
    """The sentence as it is synthesised; one piece, unless it is very long."""
    return (Piece(handle, begin, end) for begin, end in clauses(handle.text))
