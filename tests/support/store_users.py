"""Invented users who live with a companion for months: what the bond makes of them shows whether its rules are right."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from mind.bond import model
from mind.bond.likeness import likeness
from mind.bond.state import BondState, first_state
from mind.bond.temperament import EVEN, Temperament
from mind.domain import BondEvent
from tests.support.store_samples import MONDAY

Day = Callable[[int, random.Random], list[BondEvent]]


def event(kind: str, quote: str = "", confidence: float = 1.0, severity: float = 1.0, *, sure: bool = True) -> BondEvent:
    """A proposal, confirmed unless told otherwise."""
    return BondEvent(kind, quote, confidence, severity, sure)  # type: ignore[arg-type]


@dataclass
class Lived:
    """A state over time, with the sum of every ledger line."""

    state: BondState
    sums: dict[str, float]
    bonds: list[float]
    stages: list[int]


def live(day: Day, days: int, *, state: BondState | None = None, temperament: Temperament = EVEN, seed: int = 1) -> Lived:
    """Live `days` days, its events spread over twelve hours, a turn each."""
    lived = Lived(state or first_state(temperament), {}, [], [])
    choice = random.Random(seed)
    for number in range(days):
        events = day(number, choice)
        for index, one in enumerate(events):
            at = MONDAY.replace(hour=9) + timedelta(days=number, hours=12 * index / len(events))
            proposal = model.Proposal(one, likeness(one.quote))
            lived.state, outcomes = model.apply(lived.state, [proposal], at, temperament)
            for line in (line for outcome in outcomes for line in outcome.lines):
                lived.sums[line.field] = lived.sums.get(line.field, 0.0) + line.delta
        lived.bonds.append(lived.state.bond)
        lived.stages.append(lived.state.stage)
    return lived


def _unique(kinds: list[str], number: int) -> list[BondEvent]:
    return [event(kind, f"{kind} {number} {index}") for index, kind in enumerate(kinds)]


def steady(number: int, choice: random.Random) -> list[BondEvent]:
    """Talks every day, tells something, is kind, keeps a promise now and then."""
    kinds = ["chat"] * 8 + ["disclose", "affection"]
    kinds += [kind for kind, odds in (("promise_kept", 0.3), ("shared_time", 0.4), ("support", 0.3)) if choice.random() < odds]
    return _unique(kinds, number)


def weekends(number: int, choice: random.Random) -> list[BondEvent]:
    """The same, on two days of seven."""
    return steady(number, choice) if number % 7 in (5, 6) else []


def parrot(number: int, choice: random.Random) -> list[BondEvent]:
    """Sixty times the same sweet words, every day."""
    return [event("affection", "I love you")] * 60


def flood(number: int, choice: random.Random) -> list[BondEvent]:
    """Two hundred empty messages a day."""
    return [event("chat", f"m{number} {index}") for index in range(200)]


def abuser(number: int, choice: random.Random) -> list[BondEvent]:
    """Insults beside small talk."""
    return [event("chat", f"m{number}"), *(event("insult", f"i{number} {index}") for index in range(3))]


def shallow(number: int, choice: random.Random) -> list[BondEvent]:
    """Polite and never personal."""
    return _unique(["chat"] * 10, number)


def breaker(number: int, choice: random.Random) -> list[BondEvent]:
    """Kind words, broken promises."""
    return [*_unique(["chat"] * 5 + ["affection"], number), *([event("promise_broken", f"p{number}")] if number % 3 == 0 else [])]


def away(start: int, end: int) -> Day:
    """Steady, but gone for a while."""
    return lambda number, choice: [] if start <= number < end else steady(number, choice)


def with_noise(day: Day, share: float, *, two_keys: bool) -> Day:
    """A classifier that takes a share of messages for something bad; a second key seldom agrees with a mistake."""

    def noisy(number: int, choice: random.Random) -> Iterator[BondEvent]:
        for one in day(number, choice):
            if choice.random() < share:
                wrong = choice.choice(("bid_ignored", "jealousy", "promise_broken", "insult", "boundary_crossed"))
                one = replace(one, kind=wrong, confirmed=not two_keys or choice.random() < share)  # type: ignore[arg-type]
            yield one

    return lambda number, choice: list(noisy(number, choice))
