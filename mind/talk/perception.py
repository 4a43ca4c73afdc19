"""What was understood of a turn: frozen records, no decisions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from mind.languages import Lang
from mind.talk.normalise import Clause
from mind.talk.page import Page
from mind.talk.times_past import Told
from mind.talk.units import Act, Fact

LIGHT = frozenset({"bored", "tired", "sick", "okay", "relaxed", "confused"})
"""Feelings that pass by themselves: they do not make a talk heavy."""

BRIGHT: Final = frozenset({"laugh", "good.news", "joking", "better"})
"""Acts after which a talk is no longer heavy."""
GOES_ON: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"(?:and|but|so|because|then|he|she|it|they|that|this|there|no|yes|yeah|not|nothing|maybe|even|what if|"
                     r"i (?:just|still|can|could|do not|did not))\b"),
    "zh": re.compile("然后|后来|而且|因为|所以|可是|但|就|还|他|她|它|这|那|我(?:就|还|也|都|不|没|只|真)|不|没|唉|哎|嗯"),
    "ja": re.compile("それ|そし|でも|だって|だから|あと|彼|まだ|もう|いや|うん|はい|そう|なんか|ただ|この|その"),
}
"""How a turn begins that points back to the one before."""
_SOMEBODY: Final = re.compile(r"\b(?:he|she|him|her|his)\b|[他她]|彼")
"""Words for somebody who was named before."""


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
    page: Page | None = None
    """The page that was pasted instead of words of their own."""

    def act(self, act_id: str) -> ActHit | None:
        """The hit of that act, if the turn performs it."""
        return next((h for h in self.acts if h.act.id == act_id), None)

    @property
    def low(self) -> bool:
        """Whether a feeling of strength 2 or more is a bad one."""
        return any(f.valence < 0 and f.strength >= 2 and f.cls not in ("bored", "confused") for f in self.feelings)

    @property
    def brightens(self) -> bool:
        """Whether a laugh, a good feeling, or a wish to play or to celebrate takes the weight off."""
        if any(f.valence > 0 for f in self.feelings) or {"play", "distract", "celebrate"} & set(self.needs):
            return True
        return any(hit.act.id in BRIGHT for hit in self.acts)

    @property
    def goes_on(self) -> bool:
        """Whether the turn goes on with what was said before: a few words, or a sentence that points back."""
        if self.words <= 4:
            return True
        first = self.clauses[0].norm if self.clauses else ""
        return bool(GOES_ON[self.lang].match(first)) or any(_SOMEBODY.search(clause.norm) for clause in self.clauses)

    @property
    def heavy(self) -> bool:
        """Whether one of them weighs on the talk that follows."""
        return any(f.valence < 0 and f.strength >= 2 and f.cls not in LIGHT for f in self.feelings)
