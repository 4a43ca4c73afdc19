"""Sixty days with many users in virtual time: never above the budget, never in quiet hours, whatever their clocks do."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from desktop.initiative.clock_watch import ClockWatch
from mind.domain import Begun
from mind.initiative import Begin, Budget, Hook, Presence, QuietHours, Standing, may_begin
from mind.initiative.hook import SET_BY_USER
from mind.initiative.record import Ahead, clock_behind, in_the_future, spent, unanswered

STEP = timedelta(minutes=30)
DAYS = 60
ZONES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "America/Santiago", "Pacific/Apia", "UTC")
STARTS = (datetime(2026, 3, 1), datetime(2026, 9, 20), datetime(2026, 10, 10), datetime(2027, 12, 15))
"""Each lets a change to or from summer time, or the turn of a year, fall into the days."""
UTC = ZoneInfo("UTC")


@dataclass
class User:
    """One life: where, what is set, how they use the computer, whether they answer, and when their clock is set by how much."""

    seed: int
    jumps: tuple[tuple[float, timedelta], ...] = ()
    restarts: bool = False
    answers: float = 0.5
    rng: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self.rng = rng = random.Random(self.seed)
        self.zone = ZoneInfo(ZONES[self.seed % len(ZONES)])
        self.start = STARTS[self.seed % len(STARTS)].replace(tzinfo=UTC)
        hours = [time(21), time(23, 30), time(0), time(9), time(13), time(2, 15)]
        quiet = QuietHours(rng.choice(hours), rng.choice(hours))
        self.budget = Budget(self.seed % 6, True, quiet)

    def moment(self) -> Presence:
        """Who is there: mostly somebody, now and then something in the way."""
        roll = self.rng.random()
        if roll < 0.3:
            return Presence(idle=4000.0, window="shown")
        name = self.rng.choice(["typing", "talking", "fullscreen", "locked", "call"]) if roll < 0.5 else ""
        return Presence(idle=5.0, window="shown", **{name: True}) if name else Presence(idle=5.0, window="shown")


@dataclass
class Life:
    """What happened: each beginning with its real time, its wall time and its hook."""

    user: User
    begun: list[tuple[float, datetime, Hook, Presence]] = field(default_factory=list)
    record: list[Begun] = field(default_factory=list)
    answered: dict[int, datetime] = field(default_factory=dict)

    def dates(self) -> dict[str, int]:
        counts: dict[str, int] = {}
        for _, wall, _, _ in self.begun:
            counts[wall.date().isoformat()] = counts.get(wall.date().isoformat(), 0) + 1
        return counts


def lived(user: User) -> Life:
    """Ask every half hour for sixty days."""
    life, rng = Life(user), user.rng
    real, offset = 0.0, timedelta(0)
    jumps = list(user.jumps)
    noted: Ahead | None = None
    hooks: list[Hook] = []
    number = 0

    def wall_seconds() -> float:
        return (user.start + timedelta(seconds=real) + offset).timestamp()

    def real_seconds() -> float:
        return real

    clocks = ClockWatch(wall_seconds, real_seconds, real_seconds)
    last_words: datetime | None = None
    while real < DAYS * 86_400:
        real += STEP.total_seconds()
        if jumps and real >= jumps[0][0]:
            offset += jumps.pop(0)[1]
        clocks.look()
        if user.restarts and rng.random() < 0.004:
            clocks = ClockWatch(wall_seconds, real_seconds, real_seconds)
        now = (user.start + timedelta(seconds=real) + offset).astimezone(user.zone)
        if rng.random() < 0.04:
            number += 1
            kind = rng.choice(["loop", "diary", "pattern", "birthday"])
            hooks.append(Hook(kind, f"{kind}:{number}", now))
        if rng.random() < 0.02:
            last_words = now
        begun = tuple(reversed(life.record))[:24]
        ahead = in_the_future(begun, now)
        behind, noted = clock_behind(ahead, noted, now)
        past = begun if behind else tuple(one for one in begun if one not in ahead)
        standing = Standing(
            spent=spent(past, now), last_began=past[0].at if past else None, last_user_words=last_words,
            unanswered=unanswered([(one, life.answered.get(one.turn_id or 0)) for one in past[:4]]), stage=2,
            clock_behind=behind,
        )  # fmt: skip
        moment = user.moment()
        # A pause of half an hour between two looks counts as sleep: here nobody sleeps.
        moment = Presence(**{**{n: getattr(moment, n) for n in moment.__slots__}, "clock_steady_for": clocks.steady_for})
        decision = may_begin(now, user.budget, moment, standing, hooks)
        if not isinstance(decision, Begin):
            continue
        life.begun.append((real, now, decision.hook, moment))
        life.record.append(Begun(decision.hook.key, now, len(life.begun)))
        hooks = [one for one in hooks if one.key != decision.hook.key]
        if rng.random() < user.answers:
            last_words = now + timedelta(minutes=5)
            life.answered[len(life.begun)] = last_words
    return life


def check(life: Life) -> None:
    """What holds for everybody."""
    user, allowed = life.user, life.user.budget.a_day
    assert max(life.dates().values(), default=0) <= allowed
    times = [real for real, _, _, _ in life.begun]
    for first in times:
        assert sum(1 for one in times if 0 <= one - first < 12 * 3600) <= allowed
    for _, wall, _, moment in life.begun:
        assert not user.budget.quiet.hold(wall)
        assert not (moment.typing or moment.talking or moment.fullscreen or moment.locked or moment.call or moment.away)
    keys = [hook.key for _, _, hook, _ in life.begun]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("seed", range(10))
def test_nobody_is_spoken_to_above_their_budget_or_in_their_quiet_hours(seed):
    check(lived(User(seed, answers=(0.0, 0.3, 1.0)[seed % 3], restarts=seed % 2 == 0)))


TEN_YEARS = timedelta(days=3652)


@pytest.mark.parametrize("seed", range(1, 5))
@pytest.mark.parametrize("way", [1, -1])
def test_a_clock_that_jumps_by_ten_years_and_back_changes_nothing(seed, way):
    """It jumps in the middle of a day, comes back an hour, a day or a fortnight later, and once more at the end."""
    back = (3600.0, 86_400.0, 14 * 86_400.0)[seed % 3]
    jump = way * TEN_YEARS
    jumps = ((15.5 * 86_400, jump), (15.5 * 86_400 + back, -jump), (40 * 86_400.0, jump))
    check(lived(User(seed, jumps, answers=1.0)))


def test_after_a_clock_was_wrong_she_begins_again_within_days():
    for way in (1, -1):
        user = User(13, ((10 * 86_400.0, way * TEN_YEARS), (11 * 86_400.0, -way * TEN_YEARS)), answers=1.0)
        user.budget = Budget()
        life = lived(user)
        check(life)
        after = [real for real, _, _, _ in life.begun if real > 14 * 86_400]
        assert len(after) > 30


def test_who_answers_hears_from_her_nearly_every_day():
    """The rules above would hold for someone who never speaks: this one shows that she does."""
    user = User(7, answers=1.0)
    user.budget = Budget()
    life = lived(user)
    check(life)
    assert len(life.begun) > 0.8 * DAYS


def test_who_never_answers_hears_ever_less_and_in_the_end_only_of_what_they_had_planned():
    user = User(8, answers=0.0)
    user.budget = Budget(a_day=3)
    life = lived(user)
    check(life)
    walls = [wall for _, wall, _, _ in life.begun]
    assert walls[1].date() > walls[0].date()
    assert all(b - a >= timedelta(days=3) for a, b in pairwise(walls[1:]))
    assert {hook.kind for _, _, hook, _ in life.begun[3:]} <= SET_BY_USER
    assert len(walls) <= DAYS / 3 + 2
