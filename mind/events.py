"""What the mind tells its listeners. Frozen; any shell (window, terminal, film) listens to the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Union

from mind.domain import BondChange, BondSummary, Ended, Memory, Terms
from mind.languages import Lang

CueKind = Literal["expression", "gesture"]


@dataclass(frozen=True, slots=True)
class Cue:
    """Something the body does, never shown or spoken.

    Expressions: happy, sad, angry, relaxed, surprised, neutral (VRM presets), shy, worried, thinking.
    Gestures: nod, shake, wave, think, laugh, shrug, heart, point, stretch, hug, proud; dance, sit and
        stand are kept until the next of them.
    """

    kind: CueKind
    name: str
    strength: float = 1.0


@dataclass(frozen=True, slots=True)
class Kept:
    """The user's words are committed: the acknowledgement. Comes before any network call."""

    turn_id: int


@dataclass(frozen=True, slots=True)
class ReplyStarted:
    """She begins to answer. `reply_to` is None for a greeting."""

    reply_to: int | None
    brain: str
    model: str


@dataclass(frozen=True, slots=True)
class FirstWord:
    """The brain has begun to answer; of its words nothing can be shown yet."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One whole sentence, ready to be shown and spoken, with the cues that belong to its start."""

    index: int
    text: str
    lang: Lang
    cues: tuple[Cue, ...] = ()
    before: str = ""
    """What stands between the sentence before and this one: "" or " " or a line break. A reply's text is all of both."""


@dataclass(frozen=True, slots=True)
class MemoryKept:
    """A fact about the user was kept from this turn."""

    memory: Memory


@dataclass(frozen=True, slots=True)
class BondChanged:
    """The bond moved: the ledger lines and where it stands now."""

    changes: tuple[BondChange, ...]
    bond: BondSummary


@dataclass(frozen=True, slots=True)
class TermsSet:
    """The user's words set what she is called, or what the two are to each other."""

    terms: Terms


@dataclass(frozen=True, slots=True)
class Erased:
    """All that was kept of the two is gone, this turn included: what a shell shows of it should go as well."""


@dataclass(frozen=True, slots=True)
class OutfitChosen:
    """She changes into an outfit, by its id."""

    outfit: str


@dataclass(frozen=True, slots=True)
class LookChosen:
    """She changes into a look, told as the plain data of one; where it is a ready look, an `OutfitChosen` comes before."""

    look: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Notice:
    """Words of the app itself, shown and never spoken: the AI notice, the crisis card."""

    kind: Literal["ai", "crisis"]
    title: str
    text: str
    lang: Lang
    lines: tuple[str, ...] = ()
    """Crisis resources, one a line."""


@dataclass(frozen=True, slots=True)
class FaultShown:
    """A fault in the reply, in words for the user. Nothing of it is spoken."""

    kind: str
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply as it ended. `text` is exactly what was shown; `ms` maps a stage's name to milliseconds."""

    turn_id: int | None
    reply_to: int | None
    text: str
    lang: Lang
    ended: Ended
    brain: str
    model: str
    sentences: tuple[Sentence, ...] = ()
    memories_used: tuple[Memory, ...] = ()
    memories_kept: tuple[Memory, ...] = ()
    bond_changes: tuple[BondChange, ...] = ()
    bond: BondSummary | None = None
    fault: FaultShown | None = None
    goodbye: bool = False
    ms: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReplyEnded:
    """The reply is over and stored."""

    reply: Reply


Event = Union[
    Kept, ReplyStarted, FirstWord, Sentence, MemoryKept, BondChanged, TermsSet, Erased, OutfitChosen, LookChosen, Notice,
    FaultShown, ReplyEnded,
]
