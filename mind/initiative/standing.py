"""How things stand between the two, as far as beginning a talk has to mind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mind.domain import Relation
from mind.initiative.record import Unanswered

ALL_ANSWERED = Unanswered()


@dataclass(frozen=True, slots=True)
class Standing:
    """Read from the store at one moment."""

    spent: int = 0
    """Beginnings that count against today's budget; see `mind.initiative.record.spent`."""
    last_began: datetime | None = None
    last_user_words: datetime | None = None
    parted: bool = False
    """Whether the user's last words were a goodbye."""
    last_words: datetime | None = None
    """Of either."""
    unanswered: Unanswered = ALL_ANSWERED
    met: bool = True
    """Whether the user has ever said something."""
    minor: bool = False
    paused: bool = False
    crisis: bool = False
    """Words of a crisis within the last days."""
    distress: bool = False
    """The user felt bad when they last spoke, today."""
    low: bool = False
    """They felt bad yesterday, or what weighs was told lately."""
    stage: int = 0
    hurt: float = 0.0
    tension: float = 0.0
    relation: Relation = "friend"
    clock_behind: bool = False
    """Something of hers is dated in the future: the clock was set back, and what was said today cannot be told."""
