"""The nouns of the mind: plain frozen records, free of storage and of any framework. Those of the bond are in
`mind.domain_of_bond` and are offered here too.

Times are timezone-aware. Ids are the store's row numbers and grow with time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final, Literal

from mind.domain_of_bond import Begun as Begun
from mind.domain_of_bond import BondChange as BondChange
from mind.domain_of_bond import BondDay as BondDay
from mind.domain_of_bond import BondEvent as BondEvent
from mind.domain_of_bond import BondKind as BondKind
from mind.domain_of_bond import BondSummary as BondSummary
from mind.domain_of_bond import DayCause as DayCause
from mind.domain_of_bond import DaySum as DaySum
from mind.domain_of_bond import HeldEvent as HeldEvent
from mind.domain_of_bond import LoopSide as LoopSide
from mind.domain_of_bond import LoopStatus as LoopStatus
from mind.domain_of_bond import OpenHurt as OpenHurt
from mind.domain_of_bond import OpenLoop as OpenLoop
from mind.domain_of_bond import Origin as Origin
from mind.domain_of_bond import Relation as Relation
from mind.domain_of_bond import Terms as Terms
from mind.languages import Lang

SITTING_ENDS: Final = timedelta(minutes=30)
"""A silence after which the next words open a new sitting."""

Speaker = Literal["user", "companion"]
Channel = Literal["typed", "voice", "own"]
"""How words came: typed or spoken by the user, or her own (greeting, reply)."""

Ended = Literal["complete", "interrupted", "cut", "error"]
"""How a reply ended: whole; stopped by the user; cut by a fault after some words; a fault before any word."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one of the two said, verbatim. `reply_to` is the id of the user's turn that a reply answers."""

    id: int
    speaker: Speaker
    text: str
    at: datetime
    lang: Lang
    channel: Channel
    ended: Ended | None = None
    reply_to: int | None = None
    sitting: int = 0
    """The id of the first turn of its sitting."""
    place: str = ""
    """The shell it was said in ("window", "terminal")."""
    scene: str = ""
    """What stood around her ("room evening")."""
    mood: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """Hers on her turns (`pleasure`, `arousal`, `dominance`), on the user's what she took it for (`feeling`)."""


Source = Literal["user", "character", "card"]
"""Whose words a fact rests on: only the user's may say something about the user."""


@dataclass(frozen=True, slots=True)
class Said:
    """A turn as recall weighs it."""

    id: int
    sitting: int
    speaker: Speaker
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class FactProposal:
    """Something a turn says about the user, not yet kept.

    `kind` names the rule ("pet.name"), `key` the place it fills ("user.pet.cat.name"): of a key with
    `single` only the newest value is current, the older one is superseded, never overwritten.
    `text` is the sentence shown to the user ("Your cat is called Miso."), `quote` the user's own words.
    `due` is set for plans with a date.
    """

    kind: str
    key: str
    value: str
    text: str
    quote: str
    lang: Lang
    confidence: float = 1.0
    single: bool = True
    due: datetime | None = None
    slots: Mapping[str, str] = field(default_factory=dict, hash=False)
    source: Source = "user"
    about_from: datetime | None = None
    about_to: datetime | None = None
    """When it happened or happens, where the words tell."""
    valid_from: datetime | None = None
    """Since when it holds, where the words tell that it began before they were said."""


@dataclass(frozen=True, slots=True)
class Memory:
    """A kept fact with its receipt: the turn it came from. Current while `superseded_by` and `expired_at` are None."""

    id: int
    turn_id: int
    kind: str
    key: str
    value: str
    text: str
    quote: str
    lang: Lang
    confidence: float
    said_at: datetime
    due: datetime | None = None
    superseded_by: int | None = None
    slots: Mapping[str, str] = field(default_factory=dict, hash=False)
    expired_at: datetime | None = None
    """Set where the user's words said that it holds no longer."""
    source: Source = "user"
    about_from: datetime | None = None
    about_to: datetime | None = None
    valid_from: datetime | None = None
    """Since when it holds, where that is not when it was said."""
    pinned: bool = False
    muted: bool = False
    """Never mentioned by her, though kept."""
    salience: float = 1.0
    """How near it is to her mind, 0..1: fades with disuse, hides nothing."""
    uses: int = 0
    used_at: datetime | None = None
    edited_at: datetime | None = None
    """Set where the user corrected it by hand."""

    @property
    def holds(self) -> bool:
        """Whether it is current: neither replaced nor ended."""
        return self.superseded_by is None and self.expired_at is None


@dataclass(frozen=True, slots=True)
class Correction:
    """A fact as the user wrote it anew; see `mind.memory.correcting`."""

    text: str
    kind: str
    value: str
    slots: Mapping[str, str] = field(default_factory=dict, hash=False)
    due: datetime | None = None


@dataclass(frozen=True, slots=True)
class Reach:
    """What forgetting takes words from: turns, sentences of the diary, sentences of other notes."""

    turns: int
    diary: int
    summaries: int


@dataclass(frozen=True, slots=True)
class Receipt:
    """Where a memory is from: the turn, and the words in it."""

    turn: Turn
    quote: str


NoteKind = Literal["day", "chapter", "portrait", "us", "diary", "margin"]
MadeBy = Literal["rules", "brain", "user"]


@dataclass(frozen=True, slots=True)
class NoteSentence:
    """A sentence of a note and what it rests on: ids of turns and of memories. Only the user's own has none.

    Sentences of one `paragraph` stand together; paragraph 0 is the title.
    """

    text: str
    turns: tuple[int, ...] = ()
    memories: tuple[int, ...] = ()
    id: int = 0
    paragraph: int = 1


@dataclass(frozen=True, slots=True)
class Note:
    """Something written about a day (ISO date) or the days to `until`; one of each kind and day, margins apart."""

    kind: NoteKind
    day: str
    lang: Lang
    made_by: MadeBy
    at: datetime
    sentences: tuple[NoteSentence, ...]
    until: str | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class AskedOf:
    """Exactly what a server was asked for a reply: messages as (role, text), tokens as it (`counted`) or we count."""

    turn_id: int
    at: datetime
    host: str
    model: str
    messages: tuple[tuple[str, str], ...]
    tokens_in: int
    tokens_out: int
    counted: bool


UsedKind = Literal["focus", "feeling", "fact", "clause"]
"""What of the user's a reply takes up: a thing they spoke of, what they feel, something kept, or their own clause."""


@dataclass(frozen=True, slots=True)
class Used:
    """Something of the user's that a draft uses, in the words that stand in it."""

    kind: UsedKind
    words: str


@dataclass(frozen=True, slots=True)
class Reason:
    """What is kept of why she said something: see `mind.turn.why`. Muted memories are left out, `gone` counts forgotten ones.

    `corrected` is what the user said they had needed instead, if they did.
    """

    turn_id: int
    need: str
    acts: tuple[str, ...]
    memories: tuple[Memory, ...] = ()
    gone: int = 0
    corrected: str = ""
    turns: tuple[Turn, ...] = ()
    """Turns that it quoted."""


@dataclass(frozen=True, slots=True)
class Character:
    """Who she is. `id` names her files under assets/, `names` her name per language."""

    id: str
    names: Mapping[Lang, str]


@dataclass(frozen=True, slots=True)
class Person:
    """What the user set about themself. `adult` is None until they answered: romance stays off until True."""

    name: str | None = None
    lang: Lang = "en"
    adult: bool | None = None
    ai_notice_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class MadeFor:
    """The days an outfit is for, 0..1 each: `warmth` hot to cold, `evening` day to evening, `plain` fine to plain, `wet` rain."""

    warmth: float = 0.5
    evening: float = 0.3
    plain: float = 0.5
    wet: float = 0.1


@dataclass(frozen=True, slots=True)
class Outfit:
    """An outfit that exists for the avatar, with its names as a person would say them."""

    id: str
    names: Mapping[Lang, str]
    words: Mapping[Lang, tuple[str, ...]] = field(default_factory=dict)
    """Words that ask for it ("jumper", "warm")."""
    made_for: MadeFor = MadeFor()
