"""The format of an invented user.

A user is a `UserType`: a name, a function of days, and what is expected of the end. The function is given the number of
the day (0, 1, 2, …) and a source of chance (already seeded, the same for every run of the same seed); it returns what
this person truly does on that day, in order, one `Deed` a turn; an empty tuple for a day without a word:

    def night_owl(day: int, chance: Random) -> Deeds:
        kinds = ["chat"] * 4 + sometimes(chance, disclose=0.5, support=0.1)
        return said(kinds, day) if day % 2 else ()

    NIGHT_OWL = UserType("every other night", night_owl, tier=3)

- Kinds are those of `mind.domain.BondKind` up to "boundary_crossed". A user says what they truly do; who mishears it is
  `noise`'s business. Do not put noise into a user.
- Turns are spread over twelve hours from nine in the morning. A day of 200 deeds is fine.
- Equal quotes are repetition and hardly count; `said` makes every quote of a day its own.
- `tier` says who should be closer after 180 days: whoever has a higher tier ends above everybody of a lower one.
  5 warm and steady; 4 the same with a break or mended hurts; 3 part-time but personal; 2 polite or much, and never
  personal; 1 the same words over and over, or kind and hurtful by turns with nothing made good; 0 hostile. None where no
  order is claimed (somebody who changes, or who is between two of these).
- `gentle` is for users who hurt rarely or never: a listener's mistakes may not move their bond by more than the limits
  (`checks.MOVES_AT_MOST`). Set it to False for whoever hurts as a habit.
- `mends_from` is the day from which a hurtful user has changed for the better: the bond has to climb from there.

A set is a tuple of such users. Names are short (at most 22 letters, they head the rows of a table) and their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeAlias

from mind.domain import BondKind


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing a user truly does. `severity` in 0..1 as in `BondEvent`."""

    kind: BondKind
    quote: str
    severity: float = 1.0


Deeds: TypeAlias = Sequence[Deed]
Day: TypeAlias = Callable[[int, Random], Deeds]


@dataclass(frozen=True, slots=True)
class UserType:
    """One invented user; see above."""

    name: str
    day: Day
    tier: int | None = None
    gentle: bool = True
    mends_from: int | None = None


def said(kinds: Iterable[BondKind], day: int) -> tuple[Deed, ...]:
    """These kinds in this order, each in words of its own."""
    return tuple(Deed(kind, f"{kind} {day} {place}") for place, kind in enumerate(kinds))


def sometimes(chance: Random, **odds: float) -> list[BondKind]:
    """Each kind with its odds of happening today: ``sometimes(chance, disclose=0.6, support=0.15)``."""
    return [kind for kind, odd in odds.items() if chance.random() < odd]  # type: ignore[misc]
