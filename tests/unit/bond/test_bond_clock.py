"""A clock that jumps, sleeps or is changed for the summer takes nothing from anybody, and gives nothing away."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mind.bond.clock import KEPT_DATES
from mind.bond.model import Proposal, apply
from mind.bond.state import first_state, from_json, to_json
from mind.bond.temperament import EVEN
from tests.support.store_samples import MONDAY
from tests.support.store_users import event

CLOSE = replace(
    first_state(EVEN), at=MONDAY, latest=MONDAY, days=200.0, warmth=80.0, familiarity=70.0, commitment=60.0, good=12.0, stage=3,
    stage_since=100.0, date=MONDAY.date().isoformat(),
)  # fmt: skip
YEARS = 3652.0


def chat_at(state, at):
    return apply(state, [Proposal(event("chat", f"{at}"), f"{at}")], at, EVEN)


def chat(state, days):
    return chat_at(state, MONDAY + timedelta(days=days))


def sides(state):
    return [state.warmth, state.familiarity, state.commitment, state.trust, state.bond]


@pytest.mark.parametrize("jump", [YEARS, -YEARS, 200.0, -200.0])
def test_a_clock_that_jumps_and_comes_back_leaves_the_bond_as_it_was(jump):
    straight, _ = chat(CLOSE, 0.1)
    away, _ = chat(CLOSE, jump)
    back, _ = chat(away, 0.1)
    assert sides(back) == pytest.approx(sides(straight), rel=0.002)
    assert back.stage == CLOSE.stage


def test_what_a_fast_clock_took_is_given_back_and_it_is_said():
    away, _ = chat(CLOSE, YEARS)
    assert away.warmth < 0.8 * CLOSE.warmth
    _, (outcome,) = chat(away, 0.1)
    given = {line.field: line.delta for line in outcome.lines if line.cause == "clock"}
    assert given["warmth"] == pytest.approx(CLOSE.warmth - away.warmth, abs=0.5)
    assert not [line for line in outcome.lines if line.cause == "time" and line.delta < 0 and line.field == "warmth"]


def test_a_jump_that_moved_nothing_is_said_too():
    _, (outcome,) = chat(CLOSE, -YEARS)
    assert [(line.cause, line.delta) for line in outcome.lines if line.cause == "clock"] == [("clock", 0.0)]


def test_a_year_away_is_a_year_and_is_not_given_back():
    away, _ = chat(CLOSE, 365)
    later, outcomes = chat(away, 366)
    assert later.warmth < 0.8 * CLOSE.warmth
    assert not [line for line in outcomes[0].lines if line.cause == "clock"]


def test_a_computer_that_woke_in_1970_and_found_the_time_again_was_not_away_for_decades():
    asleep, _ = chat_at(CLOSE, datetime(1970, 1, 1, 0, 5, tzinfo=MONDAY.tzinfo))
    awake, _ = chat(asleep, 0.5)
    assert awake.days == pytest.approx(CLOSE.days + 0.5)
    assert awake.warmth >= CLOSE.warmth


def test_a_night_asleep_is_a_night():
    awake, _ = chat(CLOSE, 0.4)
    assert awake.days == pytest.approx(200.4)


@pytest.mark.parametrize("day", [datetime(2026, 3, 29), datetime(2026, 10, 25)])
def test_a_change_to_summer_time_and_back_is_no_hour_of_anyones_life(day):
    zone = ZoneInfo("Europe/Berlin")
    before, after = (day.replace(hour=hour, tzinfo=zone) for hour in (1, 4))
    state, _ = chat_at(first_state(EVEN), before)
    later, _ = chat_at(state, after)
    assert later.days == pytest.approx((after.timestamp() - before.timestamp()) / 86400)


def full_day(state, day, name):
    for place in range(20):
        kind = ("affection", "support", "shared_time")[place % 3]
        proposal = Proposal(event(kind, ""), f"{name} {place}")
        state, _ = apply(state, [proposal], MONDAY + timedelta(days=day, minutes=place), EVEN)
    return state


def test_no_date_gives_its_gain_twice():
    honest = full_day(full_day(first_state(EVEN), 0, "a"), 1, "b")
    juggled = first_state(EVEN)
    for round_ in range(6):
        juggled = full_day(full_day(juggled, 0, f"c{round_}"), 1, f"d{round_}")
    assert juggled.warmth == pytest.approx(honest.warmth, abs=1e-9)


def test_a_day_hurts_no_more_because_the_clock_went_back():
    state = CLOSE
    for day in (0, 1, 0, 1, 0):
        for place in range(4):
            proposal = Proposal(event("boundary_crossed", f"{day} {place}"), "")
            state, _ = apply(state, [proposal], MONDAY + timedelta(days=day, minutes=place), EVEN)
    assert state.hurt <= 50


def test_a_state_with_a_jump_in_it_survives_json_to_the_last_bit():
    away, _ = chat(CLOSE, 45.3)
    assert away.leap is not None and away.tallies
    assert from_json(to_json(away)) == away


@given(st.lists(st.floats(-YEARS, YEARS), max_size=30))
def test_no_path_of_the_clock_breaks_a_bond(path):
    state = CLOSE
    for days in path:
        before = state
        state, _ = chat(state, days)
        assert state.days >= before.days
        assert len(state.tallies) <= KEPT_DATES
        for side in sides(state):
            assert 0 <= side <= 100
