"""What the guards say about a turn before anyone plans or words a reply."""

from __future__ import annotations

from dataclasses import dataclass

from mind.domain import Person
from mind.events import Notice


@dataclass(frozen=True, slots=True)
class Verdict:
    """Nothing to say, unless a field says otherwise."""

    rule: str | None = None
    """The rule that answers: "crisis", "human", "romance", "minor"."""
    answer: tuple[str, ...] = ()
    """Her words for this turn, whatever brain is set and whatever was planned."""
    preface: tuple[str, ...] = ()
    """Her words before the planned reply."""
    notice: Notice | None = None
    person: Person | None = None
    """The person as the words change them: someone who says they are under eighteen."""
    frozen: bool = False
    """The bond stays as it is."""
    learns: bool = True
    """Whether facts may be kept from this turn."""


PASS = Verdict()
