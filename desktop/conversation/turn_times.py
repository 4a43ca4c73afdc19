"""When what happened in a turn, from the end of the user's voice to the first movement of her mouth."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from statistics import median
from typing import Final, Literal, get_args

Mark = Literal[
    "speech_ended", "endpoint", "text", "kept", "asked", "first_token", "first_sentence", "synthesised", "first_sample",
    "first_mouth",
]  # fmt: skip
"""`speech_ended`: the user's last sound; `endpoint`: it was taken for their end; `text`: their words are understood, or were
typed; `kept`: they are committed; `asked`: the brain is given them; then its first token and its first whole sentence; that
sentence has its sound; its first sample is heard; the first picture with an open mouth was drawn."""

MARKS: Final[tuple[Mark, ...]] = get_args(Mark)

Stage = Literal["endpoint", "text", "brain", "sentence", "synthesis", "sound", "mouth"]

STAGES: Final[Mapping[Stage, Mark]] = {
    "endpoint": "endpoint", "text": "text", "brain": "first_token", "sentence": "first_sentence",
    "synthesis": "synthesised", "sound": "first_sample", "mouth": "first_mouth",
}  # fmt: skip
"""What a turn waits for, one after the other, and the mark that ends each wait."""


@dataclass(frozen=True, slots=True)
class TurnTimes:
    """The marks of one turn, seconds of `time.monotonic`; what has not come, or not in this turn, is left out.

    `brain` and `model` say who answered, as in `mind.events.ReplyStarted`; empty before that.
    """

    spoken: bool = True
    """Whether the user spoke; typed words begin with `text`."""
    brain: str = ""
    model: str = ""
    marks: Mapping[Mark, float] = field(default_factory=dict)

    def took(self, begin: Mark, end: Mark) -> float | None:
        """Seconds from one mark to another; None where one of them is missing."""
        if begin not in self.marks or end not in self.marks:
            return None
        return self.marks[end] - self.marks[begin]

    def stages(self) -> tuple[tuple[Stage, float], ...]:
        """Each wait that is over, in order, with its seconds.

        Of a wait whose beginning is unknown there is nothing to tell. A mouth opens a moment before its sound: that one may be
        less than 0.
        """
        found: list[tuple[Stage, float]] = []
        last = self.marks.get("speech_ended", self.marks.get("text") if not self.spoken else None)
        for stage, mark in STAGES.items():
            at = self.marks.get(mark)
            if at is None:
                continue
            if last is not None and (self.spoken or mark not in ("endpoint", "text")):
                found.append((stage, at - last if stage == "mouth" else max(0.0, at - last)))
            last = at
        return tuple(found)

    @property
    def wait(self) -> float | None:
        """Seconds from the end of the user's speech (or from their words, where these were typed) to her first sound."""
        return self.took("speech_ended" if self.spoken else "text", "first_sample")

    @property
    def transcript(self) -> float | None:
        """Seconds from the end of the user's speech to its text."""
        return self.took("speech_ended", "text")

    @property
    def brains_own(self) -> float | None:
        """Seconds the brain had the word: from being asked to its first whole sentence."""
        return self.took("asked", "first_sentence")

    @property
    def ours(self) -> float | None:
        """Seconds of the wait that neither the endpoint's patience nor the brain explains."""
        since, brain = self.took("endpoint" if self.spoken else "text", "first_sample"), self.brains_own
        return None if since is None or brain is None else since - brain


def medians(turns: Iterable[TurnTimes]) -> dict[Stage, float]:
    """The median seconds of each stage that any of the turns has."""
    found: dict[Stage, list[float]] = {}
    for turn in turns:
        for stage, seconds in turn.stages():
            found.setdefault(stage, []).append(seconds)
    return {stage: median(found[stage]) for stage in STAGES if stage in found}
