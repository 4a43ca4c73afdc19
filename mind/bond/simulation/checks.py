"""What must hold. Every check has a figure that was measured and a limit it is held against."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from mind.bond.simulation import trials
from mind.bond.simulation.runner import live
from mind.bond.simulation.study import Study
from mind.bond.simulation.types import UserType
from mind.bond.state import BondState, from_json, to_json
from mind.domain import BondKind

MOVES_AT_MOST: Final = {0.10: 10.0, 0.25: 20.0}
"""By the rate of error: how far it may move the bond of a gentle user in any life."""
TIED: Final = 2.0
"""Points within which two are equally close, with errors and without: near 100 all come together."""
ADDS_UP: Final = 0.02
CLIMBS: Final = 25.0
"""Points that a hurtful user who changed must gain in the rest of the time."""
GROWN: Final = 90
"""Days before which who is closer than whom says little: shorter studies are not held to it."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that must hold. `key` names it, `about` whom or what; `figure` was measured, `limit` is held against it."""

    key: str
    about: str
    figure: str
    limit: str
    passed: bool


def checks(found: Study) -> tuple[Check, ...]:
    """All of them, for a study."""
    ends = (*_of_noise(found), *_of_order(found), *_of_mending(found)) if found.days >= GROWN else ()
    return (*_of_lives(found), *ends, *of_rules())


def _of_lives(found: Study) -> Iterator[Check]:
    inside = sum(row.bounded for row in found.rows)
    yield Check("bounds", "", f"{inside}/{len(found.rows)}", f"{len(found.rows)}", inside == len(found.rows))
    worst = max(row.astray for row in found.rows)
    yield Check("sums", "", f"{worst:.1e}", f"<= {ADDS_UP}", worst <= ADDS_UP)
    differing = [user.name for user in found.users if not _replays(found, user)]
    same = len(found.users) - len(differing)
    yield Check("replay", ", ".join(differing), f"{same}/{len(found.users)}", f"{len(found.users)}", not differing)


def _replays(found: Study, user: UserType) -> bool:
    """Whether the worst heard life is the same to the last bit if it goes through JSON every night."""
    rate = max(found.rates)
    straight = found.row(user, rate).lives[0].state
    folded = live(user.day, found.days, noise=rate, seed=1, watch=_through_json).state
    return json.dumps(to_json(straight)) == json.dumps(to_json(folded))


def _through_json(state: BondState) -> BondState:
    return from_json(json.loads(json.dumps(to_json(state))))


def _of_noise(found: Study) -> Iterator[Check]:
    for rate in (rate for rate in found.rates if rate in MOVES_AT_MOST):
        limit = MOVES_AT_MOST[rate]
        for user in (user for user in found.users if user.gentle):
            moved = max(found.moved(user, rate), key=abs)
            yield Check("noise", f"{rate:.0%} {user.name}", f"{moved:+.1f}", f"+-{limit:.0f}", abs(moved) <= limit)


def _of_order(found: Study) -> Iterator[Check]:
    ranked = [user for user in found.users if user.tier is not None]
    for rate in found.rates:
        wrong = [
            f"{low.name} {found.row(low, rate).end:.0f} > {high.name} {found.row(high, rate).end:.0f}"
            for high in ranked
            for low in ranked
            if (low.tier or 0) < (high.tier or 0) and found.row(low, rate).end > found.row(high, rate).end + TIED
        ]
        yield Check("order", f"{rate:.0%}", "; ".join(wrong) or "0", f"0 (+-{TIED:.0f})", not wrong)


def _of_mending(found: Study) -> Iterator[Check]:
    for user in (user for user in found.users if user.mends_from is not None and user.mends_from < found.days):
        for rate in found.rates:
            lives = found.row(user, rate).lives
            climbed = min(life.bonds[-1] - life.bond_at(max(1, user.mends_from or 1)) for life in lives)
            yield Check("climbs", f"{rate:.0%} {user.name}", f"{climbed:+.1f}", f">= {CLIMBS:.0f}", climbed >= CLIMBS)


@cache
def of_rules() -> tuple[Check, ...]:
    """The trials of single rules, which no set of users changes."""
    return tuple(_of_rules())


def _of_rules() -> Iterator[Check]:
    before, after = trials.fall()
    yield _within("fall", "", before - after, 12, 25)
    mends: tuple[tuple[BondKind, ...], ...] = (("apology", "support"), ("apology",), ("support",), ())
    for kinds in mends:
        days = trials.recovery(*kinds)
        low, high = (4, 11) if len(kinds) == 2 else (18, 32)
        held = days is not None and low <= days <= high
        yield Check("recovery", " + ".join(kinds) or "-", str(days), f"{low}..{high}", held)
    for away, least, most in ((30, 0.5, 1.5), (90, 2.5, 4.5), (365, 25.0, 35.0)):
        loss, kept = trials.absence(away)
        yield Check("absence", str(away), f"{loss:.1f}", f"{least:g}..{most:g}", kept and least <= loss <= most)
    ratios = [trials.ratio(kind, 1) for kind in (1, 2, 5, 20)]
    rising = ratios == sorted(ratios) and ratios[0] < 30 and ratios[2] > 60
    yield Check("ratio", "1:1 2:1 5:1 20:1", " ".join(f"{bond:.0f}" for bond in ratios), "<30 .. >60 ..", rising)
    yield _within("sweet", "500", trials.sweet_lines(), 0, 2)
    stood, moved = trials.at_once()
    yield Check("at_once", "100", f"{stood}, {moved:.2f}", "<= 4, <= 3", stood <= 4 and moved <= 3)
    left = trials.unverified()
    yield Check("unverified", "", "0" if left else "> 0", "0", left)
    for years in (10, -10):
        yield _within("clock", f"{years:+d}", trials.clock_jump(years), 0, 0.1)
    yield _within("juggled", "", trials.back_and_forth(), -0.01, 0.01)
    yield _within("tension", "", trials.tension_alone(), 0, 1e-6)


def _within(key: str, about: str, figure: float, low: float, high: float) -> Check:
    return Check(key, about, f"{figure:.2f}", f"{low:g}..{high:g}", low <= figure <= high)
