"""The ledger as lines: one for each thing that happened, what is ordinary gathered by the day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from desktop.bond_page.causes import EVERYDAY, HURTS, hollow, token
from desktop.bond_page.column_words import title
from desktop.bond_page.effects import effect, figures, moved_by
from desktop.receipt.telling import quoted
from desktop.theme.dates import day
from desktop.theme.words import words
from mind.bond.effects import EFFECTS as WEIGHTS
from mind.bond.words import Cause
from mind.domain import BondChange

FILTERS: Final = ("all", "warm", "trusting", "hurting")
MENDING: Final = HURTS | {"apology", "repair", "misunderstanding"}
FELT: Final = 0.25
"""Points of warmth from which on a line stands under Warmth."""
TRUSTED: Final = 0.002
LONGEST: Final = 160
"""Letters of a quote; the whole stands on the sheet."""
TOLD: Final = 2
"""Effects of a line; the rest stands on the sheet."""
REVERSIBLE: Final = frozenset(WEIGHTS)


@dataclass(frozen=True, slots=True)
class Known:
    """What lines are told with: events taken back (True where by a misunderstanding), stages reached by event, the hour."""

    gone: Mapping[int, bool]
    stages: Mapping[int, int]
    now: datetime
    figures: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the ledger. `plain` lines are ordinary and told in one row; `gone` ones were taken back."""

    cause: Cause
    title: str
    quote: str
    effect: str
    when: str
    figures: str
    token: str
    hollow: bool
    plain: bool
    gone: bool

    @property
    def event(self) -> int:
        """The id of its event; 0 where the ledger does not tell."""
        return self.cause.changes[0].event_id if self.cause.changes else 0

    @property
    def key(self) -> tuple[int, str]:
        """The same for the same line."""
        return self.event, self.cause.cause

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        stop = " " if words().lang == "en" else ""
        return words()("bond.line_name", title=self.title, quote=self.quote, effect=self.effect + stop, day=self.when).strip()

    @property
    def reversible(self) -> bool:
        """Whether it may be taken back, or let count again: everything that came from words, and nothing else."""
        return self.event > 0 and not self.plain and self.cause.cause in REVERSIBLE


def gathered(changes: Iterable[BondChange]) -> tuple[Cause, ...]:
    """Lines of the ledger as causes, newest first; the talk of one day is one, at its end, and so is what time
    did in a week."""
    found: dict[tuple[object, ...], list[BondChange]] = {}
    for change in changes:
        if change.cause == "chat":
            key: tuple[object, ...] = ("chat", _date(change.at))
        elif change.cause == "time":
            key = ("time", change.field == "hurt", _date(change.at).isocalendar()[:2])
        else:
            key = (change.cause, change.event_id, change.rule, change.at, change.quote)
        found.setdefault(key, []).append(change)
    made = (Cause(one[0].cause, one[0].rule, one[0].quote, one[0].at, one[0].turn_id, tuple(one)) for one in found.values())
    return tuple(cause for cause in made if not cause.slight and (effect(cause) or cause.cause not in ("chat", "time")))


def lines(causes: Iterable[Cause], known: Known) -> tuple[Line, ...]:
    """Causes as they are told."""
    return tuple(line(cause, known) for cause in causes)


def line(cause: Cause, known: Known) -> Line:
    """One of them."""
    plain = cause.cause in EVERYDAY
    event = cause.changes[0].event_id if cause.changes else 0
    gone = event in known.gone and cause.cause not in ("undo", "misunderstanding")
    name = title(cause.cause, "" if plain else cause.rule, known.stages.get(event) if cause.cause == "milestone" else None)
    if cause.cause == "time" and moved_by(cause, "hurt") < 0 and not any(change.field != "hurt" for change in cause.changes):
        name = words()("bond.title.eased")
    done = words()("bond.repair_effect") if cause.cause == "repair" else effect(cause, TOLD)
    if gone:
        done = words()("bond.was_misunderstood" if known.gone[event] else "bond.taken_back")
    said = "" if plain else short(cause.quote)
    return Line(
        cause, name, quoted(said) if said else "", done, day(cause.at, known.now), figures(cause) if known.figures else "",
        "track" if gone else token(cause), gone or hollow(cause), plain and cause.cause in ("chat", "time"), gone,
    )  # fmt: skip


def chosen(told: Sequence[Line], which: str) -> tuple[Line, ...]:
    """Those of a filter."""
    if which == "all":
        return tuple(told)
    return tuple(one for one in told if not one.plain and _belongs(one.cause, which))


def _belongs(cause: Cause, which: str) -> bool:
    if which == "hurting":
        return cause.cause in MENDING
    if which == "trusting":
        return abs(moved_by(cause, "trust")) >= TRUSTED
    return max(moved_by(cause, "warmth"), moved_by(cause, "familiarity")) >= FELT


def whole_events(changes: Sequence[BondChange], limit: int) -> tuple[Sequence[BondChange], int | None]:
    """A page of the ledger without the event at its end that may be cut, and the id to go on before; None at the end."""
    if len(changes) < limit:
        return changes, None
    last = changes[-1].event_id
    kept = [change for change in changes if change.event_id != last]
    return (kept, kept[-1].event_id) if kept else (changes, last)


def short(quote: str) -> str:
    """A quote on one line, not too long."""
    flat = " ".join(quote.split())
    return flat if len(flat) <= LONGEST else flat[: LONGEST - 1].rstrip() + "…"


def _date(at: datetime) -> date:
    return at.astimezone().date()

