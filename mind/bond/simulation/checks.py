"""What must hold. Every check has a figure that was measured and a limit it is held against."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from mind.bond.simulation import trials
from mind.bond.simulation.runner import live
from mind.bond.simulation.study import Study
from mind.bond.simulation.types import UserType
from mind.bond.state import from_json, to_json

MOVES_AT_MOST: Final = {0.10: 10.0, 0.25: 20.0}
"""By the rate of error: how far it may move the bond of a gentle user, the mean over the seeds."""
ADDS_UP: Final = 0.02
SLACK: Final = {0.0: 0.0, 0.10: 5.0, 0.25: 10.0}
"""By the rate of error: how far the order of two users may be off."""
CLIMBS: Final = 25.0
"""Points that a hurtful user who changed must gain in the rest of the time."""
REPLAYED_DAYS: Final = 60


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that must hold: its name, the figure, the limit in words, and whether it held."""

    name: str
    figure: str
    limit: str
    passed: bool


def checks(found: Study) -> tuple[Check, ...]:
    """All of them, for a study."""
    return (*_of_lives(found), *_of_noise(found), *_of_order(found), *_of_mending(found), *_of_rules())


def _of_lives(found: Study) -> Iterator[Check]:
    outside = [row.user.name for row in found.rows if not row.bounded]
    yield Check("bounds", f"{len(found.rows) - len(outside)} of {len(found.rows)} rows", "all inside", not outside)
    worst = max(row.astray for row in found.rows)
    yield Check("lines add up to the state", f"{worst:.1e}", f"within {ADDS_UP}", worst <= ADDS_UP)
    differing = [user.name for user in found.users if not _replays(user, max(found.rates))]
    told = ", ".join(differing) or f"{len(found.users)} of {len(found.users)} users"
    yield Check("equal replay, through JSON each day", told, "to the last bit", not differing)


def _replays(user: UserType, noise: float) -> bool:
    straight = live(user.day, REPLAYED_DAYS, noise=noise, seed=7).state
    folded = live(
        user.day, REPLAYED_DAYS, noise=noise, seed=7, watch=lambda state: from_json(json.loads(json.dumps(to_json(state))))
    )
    return json.dumps(to_json(straight)) == json.dumps(to_json(folded.state))


def _of_noise(found: Study) -> Iterator[Check]:
    for rate in (rate for rate in found.rates if rate in MOVES_AT_MOST):
        limit = MOVES_AT_MOST[rate]
        for user in (user for user in found.users if user.gentle):
            moved = found.row(user, rate).end - found.row(user, 0.0).end
            yield Check(f"{rate:.0%} errors move: {user.name}", f"{moved:+.1f}", f"at most {limit:.0f}", abs(moved) <= limit)


def _of_order(found: Study) -> Iterator[Check]:
    ranked = [user for user in found.users if user.tier is not None]
    for rate in found.rates:
        slack = SLACK.get(rate, max(SLACK.values()))
        wrong = [
            f"{low.name} {found.row(low, rate).end:.0f} > {high.name} {found.row(high, rate).end:.0f}"
            for high in ranked
            for low in ranked
            if (low.tier or 0) < (high.tier or 0) and found.row(low, rate).end > found.row(high, rate).end + slack
        ]
        told = "; ".join(wrong) or "as expected"
        yield Check(f"order of users at {rate:.0%} errors", told, f"within {slack:.0f}", not wrong)


def _of_mending(found: Study) -> Iterator[Check]:
    for user in (user for user in found.users if user.mends_from is not None and user.mends_from < found.days):
        life = live(user.day, found.days)
        climbed = life.bonds[-1] - life.bond_at(max(1, user.mends_from or 1))
        yield Check(f"climbs again: {user.name}", f"{climbed:+.1f}", f"at least {CLIMBS:.0f}", climbed >= CLIMBS)


def _of_rules() -> Iterator[Check]:
    before, after = trials.fall()
    yield _within("a severe rupture costs", before - after, 12, 25, "points")
    both = trials.recovery("apology", "support")
    yield _days("95 % back after apology and amends", both, 4, 11)
    for name, mends in (("an apology alone", ("apology",)), ("amends alone", ("support",)), ("neither", ())):
        yield _days(f"95 % back after {name}", trials.recovery(*mends), 18, 32)
    for days, low, high in ((30, 0.5, 1.5), (90, 2.5, 4.5), (365, 25.0, 35.0)):
        loss, kept = trials.absence(days)
        check = _within(f"{days} days away cost", loss, low, high, "%")
        yield Check(check.name, check.figure + (", stage kept" if kept else ", stage lost"), check.limit, check.passed and kept)
    ratios = [trials.ratio(kind, 1) for kind in (1, 2, 5, 20)]
    told = " / ".join(f"{bond:.0f}" for bond in ratios)
    yield Check("kind to unkind 1:1 / 2:1 / 5:1 / 20:1", told, "rising", ratios == sorted(ratios) and ratios[0] < 30 < ratios[2])
    yield _within("500 sweet lines in one day", trials.sweet_lines(), 0, 2, "points")
    stood, moved = trials.at_once()
    yield Check("100 proposals in one turn", f"{stood} stand, {moved:.2f} points", "4, under 5 points", stood <= 4 and moved < 5)
    yield Check("unverified severe events", "nothing moves", "nothing", trials.unverified())
    for years in (10, -10):
        yield _within(f"a clock that jumps {years:+d} years and back", trials.clock_jump(years), 0, 0.1, "points")
    yield _within("a clock set ahead and back ten times gains", trials.back_and_forth(), -0.01, 0.01, "points")
    yield _within("push and pull moves the bond by", trials.tension_alone(), 0, 1e-6, "points")


def _within(name: str, figure: float, low: float, high: float, unit: str) -> Check:
    return Check(name, f"{figure:.2f} {unit}", f"{low:g} to {high:g}", low <= figure <= high)


def _days(name: str, days: int | None, low: int, high: int) -> Check:
    return Check(name, f"{days} days", f"{low} to {high}", days is not None and low <= days <= high)
