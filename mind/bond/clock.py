"""The bond's own time, whatever the clock on the wall does: set wrong, put right, changed for the summer, asleep."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from mind.bond.state import BondState

LONGEST_GAP: Final = 365.0
"""Days. One gap counts for a year at most: a clock set wrong for an hour must not cost a friendship."""
LEAP: Final = 30.0
"""Days. What a gap longer than this took is remembered, to be given back if the clock turns out to have run ahead."""
KEPT_DATES: Final = 14


@dataclass(frozen=True, slots=True)
class Tally:
    """What one date has seen: events by kind, kindness counted towards the day's cap, points of hurt."""

    date: str
    counts: dict[str, int] = field(default_factory=dict)
    gained: float = 0.0
    hurt: float = 0.0


@dataclass(frozen=True, slots=True)
class Leap:
    """What the last long gap took, and from when to when it went."""

    start: datetime
    end: datetime
    warmth: float
    commitment: float
    good: float
    bad: float


def gap_days(state: BondState, at: datetime) -> float:
    """Days since the last step: never below 0, never above `LONGEST_GAP`, whatever the clock says."""
    if state.at is None:
        return 0.0
    return min(LONGEST_GAP, max(0.0, (at - state.at).total_seconds() / 86400))


def true_gap_days(state: BondState, at: datetime) -> float:
    """The same for a clock that may come back: time that was counted before it went back is not counted again.

    Reckoned in UTC, so that a change to summer time is no hour of anyone's life.
    """
    if state.at is None:
        return 0.0
    since = state.at if state.latest is None or at < state.latest else state.latest
    return min(LONGEST_GAP, max(0.0, (at.timestamp() - since.timestamp()) / 86400))


def jumped(state: BondState, at: datetime) -> bool:
    """Whether the clock was set: a day or more backwards, or further ahead than anybody stays away."""
    if state.at is None:
        return False
    days = (at.timestamp() - state.at.timestamp()) / 86400
    return days <= -1 or days > LONGEST_GAP


def back_from_ahead(state: BondState, at: datetime) -> bool:
    """Whether the clock stands before the end of the last long gap: it had run ahead, and that gap never was."""
    return state.leap is not None and (state.leap.end - at).total_seconds() > 86400


def given_back(state: BondState) -> dict[str, Any]:
    """The fields as they are once what the last long gap took is returned."""
    leap = state.leap
    if leap is None:
        return {}
    return {
        "warmth": min(100.0, state.warmth + leap.warmth),
        "commitment": min(100.0, state.commitment + leap.commitment),
        "good": state.good + leap.good,
        "bad": state.bad + leap.bad,
        "latest": None,
        "leap": None,
    }


def turned_to(state: BondState, day: date) -> dict[str, Any]:
    """The day's counts when the date becomes `day`: its own if it was there before, so that no date can be lived twice."""
    name = day.isoformat()
    if name == state.date:
        return {}
    left = Tally(state.date, state.counts, state.gained, state.hurt_today)
    others = [tally for tally in state.tallies if tally.date not in (name, state.date)]
    found = next((tally for tally in state.tallies if tally.date == name), Tally(name))
    kept = tuple([*others, *([left] if state.date else [])][-KEPT_DATES:])
    return {"date": name, "counts": found.counts, "gained": found.gained, "hurt_today": found.hurt, "tallies": kept}
