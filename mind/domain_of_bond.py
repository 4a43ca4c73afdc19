"""The nouns of the bond: what happens between the two, what the ledger keeps of it, and what each expects."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from mind.languages import Lang

BondKind = Literal[
    "chat",
    "disclose",
    "affection",
    "promise_kept",
    "shared_time",
    "support",
    "apology",
    "bid_ignored",
    "jealousy",
    "promise_broken",
    "insult",
    "boundary_crossed",
    "tease_unanswered",
    "disagreement",
    "banter",
    "calm",
    "undo",
    "misunderstanding",
    "pause",
    "resume",
    "reset",
    "restored",
    "relation",
    "gift",
]
"""What may happen between the two. From "tease_unanswered" to "calm": push and pull (`mind.bond.tension`), which moves no bond.
From "undo" on: what the user or the house does to the bond itself, without a weight."""

Origin = Literal["rules", "brain", "user", "house"]
"""Who proposed an event: our rules from the user's words, a server's model, the user by hand, the program."""


@dataclass(frozen=True, slots=True)
class BondEvent:
    """A proposed cause for a change of the bond; rules decide what it does. `confidence` and `severity` in 0..1."""

    kind: BondKind
    quote: str
    confidence: float = 1.0
    severity: float = 1.0
    confirmed: bool = False
    """A second, independent signal agrees: events that open a rupture are held without it."""
    about: int | None = None
    """The id of the event that an undo or a misunderstanding takes back, or that this one confirms."""
    origin: Origin = "rules"


@dataclass(frozen=True, slots=True)
class BondChange:
    """One line of the ledger: `field` moved by `delta` at `at`, because of `cause`, by `rule`; `event_id` wrote it."""

    field: str
    delta: float
    cause: str
    rule: str
    quote: str
    at: datetime
    turn_id: int | None
    event_id: int = 0


@dataclass(frozen=True, slots=True)
class HeldEvent:
    """An event as the ledger keeps it, with the `rule` it met; see `mind.bond.model`."""

    id: int
    kind: BondKind
    quote: str
    confidence: float
    severity: float
    rule: str
    at: datetime
    turn_id: int | None
    origin: Origin = "rules"
    about: int | None = None


@dataclass(frozen=True, slots=True)
class OpenHurt:
    """A hurt that stands between them: what it came from (None where that is not known any more), and what was done."""

    event_id: int | None
    kind: BondKind
    quote: str
    at: datetime | None
    turn_id: int | None
    apologised: bool
    amended: bool


@dataclass(frozen=True, slots=True)
class BondSummary:
    """What the rest of the house may know of the bond. `stage` 0..4, `bond` 0..100, mood axes in -1..1."""

    stage: int
    bond: float
    warmth: float
    familiarity: float
    commitment: float
    trust: float
    hurt: float
    pleasure: float
    arousal: float
    dominance: float
    tension: float = 0.0
    """Of push and pull, 0..1: colours her tone, never the bond."""
    paused: bool = False
    """Nothing counts until the user goes on."""


@dataclass(frozen=True, slots=True)
class DaySum:
    """All that one day's lines of the ledger moved one field: by time that passed before, and by what happened."""

    day: date
    field: str
    passed: float
    happened: float


@dataclass(frozen=True, slots=True)
class DayCause:
    """Something that moved the bond, told for its day: `weight` in points of its sides, `hurt` in points of hurt.

    `mended` is when a hurt that opened a rupture was made good; None for what was not, or never had to be.
    """

    event_id: int
    cause: str
    rule: str
    at: datetime
    weight: float
    hurt: float = 0.0
    mended: datetime | None = None


@dataclass(frozen=True, slots=True)
class BondDay:
    """A day of the two: where the bond stood that evening (0..100), and what moved it, the heaviest first."""

    day: date
    bond: float
    causes: tuple[DayCause, ...] = ()


Relation = Literal["friend", "partner", "mentor", "rival"]


@dataclass(frozen=True, slots=True)
class Terms:
    """What the user set about the two: what she is called (None: her own name), and what they are to each other."""

    called: str | None = None
    relation: Relation = "friend"


LoopSide = Literal["plan", "promise", "hers"]
"""A dated plan of the user's to ask about once; a promise of the user's to her; a promise of hers."""
LoopStatus = Literal["open", "asked", "kept", "broken", "explained", "cancelled"]
"""Silence never makes "broken". What a clock alone says (past, to come) is worked out, never stored."""


@dataclass(frozen=True, slots=True)
class OpenLoop:
    """Something one of the two expects. `text` as it is shown, `quote` the words it came from, in the turn `turn_id`."""

    id: int
    side: LoopSide
    text: str
    quote: str
    turn_id: int
    said_at: datetime
    lang: Lang
    due: datetime | None
    status: LoopStatus
    memory_id: int | None = None
    asked_at: datetime | None = None
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Begun:
    """A talk that she began: with what, when, and her turn (None where it is forgotten). See `mind.initiative`."""

    key: str
    at: datetime
    turn_id: int | None
