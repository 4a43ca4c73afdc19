"""Push and pull: a colour of the talk, which moves no bond and needs leave."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mind.bond.model import Proposal, apply
from mind.bond.passage import advance
from mind.bond.state import first_state
from mind.bond.temperament import EVEN
from mind.bond.tension import PULLS, may_play
from tests.support.store_samples import MONDAY
from tests.support.store_users import event


def do(state, *events, hours=0.0):
    return apply(state, [Proposal(one, one.quote) for one in events], MONDAY + timedelta(hours=hours), EVEN)


TENSE, _ = do(first_state(EVEN), event("tease_unanswered", "a"), event("disagreement", "b"))


@pytest.mark.parametrize("kind", ["tease_unanswered", "disagreement"])
def test_a_tease_without_an_answer_and_a_disagreement_raise_it(kind):
    state, (outcome,) = do(first_state(EVEN), event(kind, "x"))
    assert 0 < state.tension < 1
    assert [(line.field, line.cause, line.rule) for line in outcome.lines] == [("tension", kind, "tension")]


@pytest.mark.parametrize("kind", ["banter", "affection", "shared_time", "apology", "calm"])
def test_playing_along_and_coming_closer_release_it(kind):
    assert do(TENSE, event(kind, "x"))[0].tension < TENSE.tension


def test_a_calm_ends_it_at_once():
    assert do(TENSE, event("calm", "", sure=False))[0].tension == 0


def test_it_halves_in_twelve_hours():
    assert advance(TENSE, MONDAY + timedelta(hours=12), EVEN).tension == pytest.approx(TENSE.tension / 2)
    assert advance(TENSE, MONDAY + timedelta(days=20), EVEN).tension == 0


def test_without_leave_it_does_not_rise():
    state, (outcome,) = do(TENSE, event("disagreement", "x", sure=False), hours=1)
    assert (state, outcome.rule) == (TENSE, "not_now")


@pytest.mark.parametrize(
    ("leave", "given"),
    [
        (may_play(True), True),
        (may_play(None), False),
        (may_play(False), False),
        (may_play(True, farewell=True), False),
        (may_play(True, heavy=True), False),
    ],
)
def test_leave_is_given_to_adults_who_said_so_outside_farewells_and_heavy_hours(leave, given):
    assert leave is given


@given(st.lists(st.tuples(st.sampled_from(sorted(PULLS)), st.booleans(), st.floats(0, 30)), max_size=40))
def test_it_stays_in_bounds_and_never_moves_the_bond(played):
    state, hours = TENSE, 0.0
    for kind, leave, pause in played:
        hours += pause
        state, outcomes = do(state, event(kind, f"{hours}", sure=leave), hours=hours)
        moved = {line.field for outcome in outcomes for line in outcome.lines if line.cause != "time"}
        assert moved <= {"tension"}
        assert 0 <= state.tension <= 1
    assert (state.warmth, state.familiarity, state.commitment, state.hurt, state.stage) == (0, 0, 0, 0, 0)
