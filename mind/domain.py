"""The nouns of the mind: plain frozen records, free of storage and of any framework.

Times are timezone-aware. Ids are the store's row numbers and grow with time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from mind.languages import Lang

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
]


@dataclass(frozen=True, slots=True)
class BondEvent:
    """A proposed cause for a change of the bond; rules decide what it does. `confidence` and `severity` in 0..1."""

    kind: BondKind
    quote: str
    confidence: float = 1.0
    severity: float = 1.0
    confirmed: bool = False
    """A second, independent signal agrees: events that open a rupture are held without it."""


@dataclass(frozen=True, slots=True)
class BondChange:
    """One line of the ledger: `field` moved by `delta` at `at`, because of `cause`, by `rule`."""

    field: str
    delta: float
    cause: str
    rule: str
    quote: str
    at: datetime
    turn_id: int | None


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
class Outfit:
    """An outfit that exists for the avatar, with its names as a person would say them."""

    id: str
    names: Mapping[Lang, str]
    words: Mapping[Lang, tuple[str, ...]] = field(default_factory=dict)
    """Words that ask for it ("jumper", "warm")."""
