"""May she begin now? A pure function of what is set, what is kept and who is there; every No has its reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from mind.initiative.budget import APART, Budget
from mind.initiative.hook import SET_BY_USER, Hook, best_first, fitting
from mind.initiative.presence import Presence
from mind.initiative.standing import Standing

Reason = Literal[
    "off", "not_met", "minor", "paused", "crisis", "clock", "quiet_hours", "budget", "distress",
    "talking", "typing", "just_opened", "just_woke", "locked", "fullscreen", "call", "unknown", "away", "just_back",
    "just_talked", "goodbye", "apart", "no_hook", "waiting", "low", "new", "unsettled",
]  # fmt: skip
"""Why not, in the order in which it is asked. From "talking" to "just_back" it is the moment, and the next may be right."""

SETTLED: Final = 20 * 60.0
"""Seconds after her greeting: whoever has just come in is left to arrive."""
AWAKE: Final = 5 * 60.0
"""Seconds after the computer woke."""
BACK: Final = 60.0
"""Seconds somebody is back and active before she begins."""
STEADY: Final = 24 * 3600.0
"""Seconds since the clock was set by a good while: until then nobody can say what is today."""
TALKED: Final = timedelta(hours=1)
"""After the user's last words: a talk that just ended has ended."""
PARTED: Final = timedelta(hours=4)
"""After a goodbye: whoever has just left is not called back."""
SPOKE: Final = timedelta(minutes=20)
"""After her own."""
LATER: Final = (timedelta(0), timedelta(0), timedelta(days=3), timedelta(days=3))
"""How long she waits after so many beginnings in a row without an answer; after one, the next day is soon enough."""
ONLY_SET: Final = 3
"""After so many only what the user put on the list is left."""
SORE: Final = 5.0
"""Hurt from which something is open between the two."""
TENSE: Final = 0.6


@dataclass(frozen=True, slots=True)
class Begin:
    """She may, with this and nothing else."""

    hook: Hook


@dataclass(frozen=True, slots=True)
class Not:
    """She may not. `until`: the wall time (no zone) before which nothing changes, where that is known."""

    reason: Reason
    until: datetime | None = None


Decision = Begin | Not


def may_begin(
    now: datetime, budget: Budget, presence: Presence, standing: Standing, hooks: Sequence[Hook]
) -> Decision:
    """Whether she begins a talk at `now` (local time), and with which of the `hooks` there are."""
    return not_at_all(now, budget, presence, standing) or _with(now, standing, tuple(hooks))


def not_at_all(now: datetime, budget: Budget, presence: Presence, standing: Standing) -> Not | None:
    """What speaks against any beginning, whatever there would be to begin with."""
    no = _of_the_user(budget, standing) or _of_the_day(now, budget, presence, standing)
    return no or not_this_moment(presence) or _of_the_talk(now, standing)


def _of_the_user(budget: Budget, standing: Standing) -> Not | None:
    """What the user set, and what protects them."""
    if not budget.allows:
        return Not("off")
    if not standing.met:
        return Not("not_met")
    if standing.minor:
        return Not("minor")
    if standing.paused:
        return Not("paused")
    return Not("crisis") if standing.crisis else None


def _of_the_day(now: datetime, budget: Budget, presence: Presence, standing: Standing) -> Not | None:
    if standing.clock_behind or presence.clock_steady_for < STEADY:
        return Not("clock")
    if budget.quiet.hold(now):
        return Not("quiet_hours", budget.quiet.over_at(now))
    if standing.spent >= budget.a_day:
        return Not("budget")
    return Not("distress") if standing.distress else None


def not_this_moment(presence: Presence) -> Not | None:
    """What goes on in front of the screen. What cannot be known lets her begin only where our window has the keyboard."""
    at_ours = presence.window == "active"
    questions: tuple[tuple[Reason, bool], ...] = (
        ("talking", presence.talking),
        ("typing", presence.typing),
        ("just_opened", presence.opened_for < SETTLED),
        ("just_woke", presence.awake_for < AWAKE),
        ("locked", presence.locked is True),
        ("fullscreen", presence.fullscreen is True),
        ("call", presence.call is True),
        ("unknown", not at_ours and (presence.fullscreen is None or presence.idle is None)),
        ("away", presence.away is True),
        ("just_back", presence.back_for is not None and presence.back_for < BACK),
    )
    return next((Not(reason) for reason, holds in questions if holds), None)


def _of_the_talk(now: datetime, standing: Standing) -> Not | None:
    if _within(now, standing.last_user_words, TALKED) or _within(now, standing.last_words, SPOKE):
        return Not("just_talked")
    if standing.parted and _within(now, standing.last_user_words, PARTED):
        return Not("goodbye")
    return Not("apart") if _within(now, standing.last_began, APART) else None


def _within(now: datetime, at: datetime | None, span: timedelta) -> bool:
    return at is not None and abs(now - at) < span


def _with(now: datetime, standing: Standing, hooks: tuple[Hook, ...]) -> Decision:
    """The first hook that nothing speaks against."""
    if not hooks:
        return Not("no_hook")
    if _too_early(now, standing):
        return Not("waiting")
    filters: tuple[tuple[Reason, bool, frozenset[str]], ...] = (
        ("waiting", standing.unanswered.count >= ONLY_SET, SET_BY_USER),
        ("low", standing.low, SET_BY_USER | {"owed"}),
        ("unsettled", standing.hurt >= SORE or standing.tension >= TENSE, SET_BY_USER | {"owed"}),
        ("new", True, frozenset(hook.kind for hook in hooks if fitting(standing.stage, hook.kind))),
    )
    left = best_first(hooks, standing.relation)
    for reason, holds, kinds in filters:
        if holds:
            left = tuple(hook for hook in left if hook.kind in kinds)
        if not left:
            return Not(reason)
    return Begin(left[0])


def _too_early(now: datetime, standing: Standing) -> bool:
    """After a beginning that got no answer: not on the same day; after two, three days."""
    count, last = standing.unanswered.count, standing.unanswered.last
    if not count or last is None:
        return False
    if last.date() == now.date():
        return True
    return timedelta(0) <= now - last < LATER[min(count, len(LATER) - 1)]
