"""How the bond shows: a few plain figures that words, body, voice and dress all read, so that they tell the same."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from mind.domain import BondSummary, Relation

STAGES: Final = 4
"""The number of the last stage."""
BY_STAGE: Final = 0.8
"""What the stage gives of closeness; warmth gives the rest, so that she comes closer between two stages too."""
UNFELT: Final = 1.0
"""Points of hurt that nobody would notice in her."""
GUARDED_AT: Final = 10.0
"""Points of hurt beyond `UNFELT` at which she has closed up to 1 - 1/e: an insult (12) shows plainly, a bid left (2) hardly."""
FIRST_OPEN: Final = 0.25
"""How open she is to somebody she has just met."""
FULL_TRUST: Final = 0.65
"""Trust that holds nothing back: what the last stage asks for."""


@dataclass(frozen=True, slots=True)
class Leaning:
    """What a relation adds to her manner: never closeness, which has to grow."""

    openness: float = 0.0
    tension: float = 0.0
    dominance: float = 0.0


LEANINGS: Final[dict[Relation, Leaning]] = {
    "friend": Leaning(),
    "partner": Leaning(openness=0.10),
    "mentor": Leaning(openness=-0.05, dominance=0.20),
    "rival": Leaning(tension=0.30, dominance=0.15),
}


@dataclass(frozen=True, slots=True)
class Manner:
    """How she is with the user now. All of 0..1, mood axes -1..1.

    `closeness`: as the bond has grown, whatever happened today. `openness`: how much she shows and tells of herself.
    `guard`: how far a hurt has closed her. `tension`: of push and pull, in play; a hurt ends the play.
    """

    closeness: float = 0.0
    openness: float = FIRST_OPEN
    guard: float = 0.0
    tension: float = 0.0
    pleasure: float = 0.0
    arousal: float = 0.0
    dominance: float = 0.0
    stage: int = 0
    relation: Relation = "friend"


def manner_of(summary: BondSummary, relation: Relation = "friend") -> Manner:
    """The manner that a bond shows in: pure and continuous within a stage. While the bond is paused, nobody teases."""
    leaning = LEANINGS[relation]
    guard = guard_of(summary.hurt)
    closeness = _part(BY_STAGE * summary.stage / STAGES + (1 - BY_STAGE) * summary.warmth / 100)
    trusting = 0.5 + 0.5 * min(1.0, summary.trust / FULL_TRUST)
    open_now = (FIRST_OPEN + (1 - FIRST_OPEN) * closeness) * trusting * (1 - 0.8 * guard)
    tension = 0.0 if summary.paused else (summary.tension + leaning.tension) * (1 - guard) ** 2
    return Manner(
        closeness, _part(open_now + leaning.openness * (1 - guard)), guard, _part(tension), _axis(summary.pleasure),
        _axis(summary.arousal), _axis(summary.dominance + leaning.dominance), summary.stage, relation,
    )  # fmt: skip


def guard_of(hurt: float) -> float:
    """How far a hurt (0..60) closes her. The hurt never falls below what unmended ruptures leave, so they show as well."""
    return 1.0 - math.exp(-max(0.0, hurt - UNFELT) / GUARDED_AT)


def _part(value: float) -> float:
    return min(1.0, max(0.0, value))


def _axis(value: float) -> float:
    return min(1.0, max(-1.0, value))
