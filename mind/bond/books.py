"""The rule books, by version: a ledger is replayed with the one that judged it, so no change of ours rewrites a past."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final


@dataclass(frozen=True, slots=True)
class RuleBook:
    """What one version of the rules holds. Days and points as in `mind.bond.state`.

    `opens`: the points of hurt that open a rupture; from the second version on so few that a broken promise opens one
    with anybody, however even, and so many that no mild hurt does. `wary`: a mild hurt needs a second sign too, and
    jealousy only touches the mood. `whole_caps`: what a full day of hurt no longer lets hurt moves nothing else either.
    `own_days`: every date keeps its own counts, and what a clock that ran ahead took is given back. `plays`: push and
    pull, pauses and a new beginning exist. `copies`: the same words again count a tenth in everything, however soon; where
    they do not, they only warm a little, and nothing more within half a day.
    """

    version: int
    daily_gain: float = 3.0
    daily_chats: int = 12
    daily_hurt: float = 25.0
    good_halves: float = 60.0
    bad_halves: float = 120.0
    lived: float = 0.0
    open_ruptures: int = 1_000_000
    opens: float = 5.0
    wary: bool = False
    whole_caps: bool = False
    own_days: bool = False
    plays: bool = False
    copies: bool = True


FIRST: Final = RuleBook(1)
SECOND: Final = replace(
    FIRST, version=2, bad_halves=60.0, lived=0.1, open_ruptures=5, opens=3.0, wary=True, whole_caps=True, own_days=True,
    plays=True, copies=False,
)

BOOKS: Final = {book.version: book for book in (FIRST, SECOND)}
RULES: Final = 2
"""The version that judges new events: a change that judges the same events otherwise takes the next number."""


def book_of(rules: int) -> RuleBook:
    """The book of a version. KeyError for one that this program does not know."""
    return BOOKS[rules]
