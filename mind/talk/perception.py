"""What was understood of a turn: frozen records, no decisions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from mind.languages import Lang
from mind.talk.normalise import Clause
from mind.talk.times_past import Told
from mind.talk.units import Act, Fact

LIGHT = frozenset({"bored", "tired", "sick", "okay", "relaxed", "confused"})
"""Feelings that pass by themselves: they do not make a talk heavy."""


@dataclass(frozen=True, slots=True)
class ActHit:
    """An act the turn performs, with the user's words for it and how much of the turn it covers (0..1)."""

    act: Act
    quote: str
    slots: Mapping[str, str]
    weight: int
    cover: float
    clause: int


@dataclass(frozen=True, slots=True)
class FactHit:
    """A fact the turn states."""

    fact: Fact
    slots: Mapping[str, str]
    quote: str
    due: datetime | None
    weight: int
    clause: int
    told: Told | None = None
    """When it was, where the clause names a time gone by."""


@dataclass(frozen=True, slots=True)
class FeelingHit:
    """A feeling of the user: class, strength 1..3, valence, and what it is about where said."""

    cls: str
    strength: int
    valence: int
    quote: str
    word: str


@dataclass(frozen=True, slots=True)
class Focus:
    """Something the turn is about, as the user put it, and its concept (`any` where unknown)."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Perception:
    """One turn, understood as far as rules go."""

    text: str
    lang: Lang
    clauses: tuple[Clause, ...]
    words: int
    """Words, or characters halved in Chinese and Japanese: a measure of length."""
    question: bool
    acts: tuple[ActHit, ...]
    facts: tuple[FactHit, ...]
    feelings: tuple[FeelingHit, ...]
    focus: tuple[Focus, ...]
    reflection: str | None
    """A clause of theirs turned to `you`, where that is safe."""
    topics: tuple[str, ...]
    name: str | None
    name_sure: bool
    answer: str
    """`yes`, `no`, `dunno` or empty."""
    needs: tuple[str, ...] = ()
    """What the words ask for, the most telling first."""
    open: tuple[FactHit, ...] = ()
    """Facts told of a "she" or "he" whom this turn does not name."""

    def act(self, act_id: str) -> ActHit | None:
        """The hit of that act, if the turn performs it."""
        return next((h for h in self.acts if h.act.id == act_id), None)

    @property
    def low(self) -> bool:
        """Whether a feeling of strength 2 or more is a bad one."""
        return any(f.valence < 0 and f.strength >= 2 and f.cls not in ("bored", "confused") for f in self.feelings)

    @property
    def heavy(self) -> bool:
        """Whether one of them weighs on the talk that follows."""
        return any(f.valence < 0 and f.strength >= 2 and f.cls not in LIGHT for f in self.feelings)
