"""What the user does to the bond itself: pause, go on, begin anew, say what they are to each other."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mind.bond.house import HOUSE
from mind.bond.model import FIELDS, Proposal, apply
from mind.bond.passage import advance
from mind.bond.state import Rupture, first_state
from mind.bond.temperament import BY_COMPANION, EVEN, temperament_of
from mind.character import EVERYONE
from mind.domain import BondEvent
from tests.support.store_samples import MONDAY
from tests.support.store_users import event

CLOSE = replace(
    first_state(EVEN), at=MONDAY, days=200.0, warmth=80.0, familiarity=70.0, commitment=60.0, good=12.0, hurt=9.0, stage=3,
    ruptures=(Rupture(199.0, 4.0),), stage_since=100.0, date=MONDAY.date().isoformat(), tension=0.5, recent=(("a", 199.0),),
)  # fmt: skip


def by_hand(kind, origin="user"):
    return BondEvent(kind, "", confirmed=True, origin=origin)


def do(state, *events, days=0.0):
    return apply(state, [Proposal(one, one.quote) for one in events], MONDAY + timedelta(days=days), EVEN)


def test_while_paused_nothing_counts_and_it_is_said():
    paused, _ = do(CLOSE, by_hand("pause"))
    after, outcomes = do(paused, event("affection", "x"), event("insult", "y"), event("banter", "z"), days=3)
    assert [outcome.rule for outcome in outcomes] == ["paused"] * 3
    assert after == paused


def test_no_time_is_counted_while_paused():
    paused, _ = do(CLOSE, by_hand("pause"))
    assert advance(paused, MONDAY + timedelta(days=300), EVEN) == paused
    resumed, (outcome,) = do(paused, by_hand("resume"), days=300)
    assert (resumed.warmth, resumed.hurt, resumed.days, resumed.stage) == (paused.warmth, paused.hurt, paused.days, 3)
    assert not [line for line in outcome.lines if line.delta]
    on, _ = do(resumed, event("chat", "x"), days=301)
    assert on.days == pytest.approx(CLOSE.days + 1)


def test_the_time_before_a_pause_counts():
    paused, (outcome,) = do(CLOSE, by_hand("pause"), days=6)
    assert paused.days == 206
    assert paused.hurt < CLOSE.hurt
    assert "time" in {line.cause for line in outcome.lines}


def test_pausing_twice_or_going_on_from_nothing_is_refused():
    paused, _ = do(CLOSE, by_hand("pause"))
    assert do(paused, by_hand("pause"))[1][0].rule == "paused"
    assert do(CLOSE, by_hand("resume"))[1][0].rule == "not_paused"


def test_beginning_anew_is_the_first_day_and_says_what_went():
    anew, (outcome,) = do(CLOSE, by_hand("reset"), days=1)
    assert anew == first_state(EVEN)
    for field in FIELDS:
        moved = sum(line.delta for line in outcome.lines if line.field == field)
        assert getattr(CLOSE, field) + moved == pytest.approx(getattr(first_state(EVEN), field))
    assert {line.cause for line in outcome.lines} == {"time", "reset"}


def test_a_bond_begun_anew_while_paused_stays_paused():
    paused, _ = do(CLOSE, by_hand("pause"))
    anew, _ = do(paused, by_hand("reset"))
    assert anew == replace(first_state(EVEN), paused=True)


@pytest.mark.parametrize("kind", ["relation", "restored"])
def test_what_is_no_change_of_the_bond_still_stands_in_the_ledger(kind):
    state, (outcome,) = do(CLOSE, by_hand(kind, "house"))
    assert (outcome.rule, [(line.cause, line.delta) for line in outcome.lines]) == (kind, [(kind, 0.0)])
    assert (state.warmth, state.trust, state.stage) == (CLOSE.warmth, CLOSE.trust, CLOSE.stage)


@pytest.mark.parametrize("origin", ["rules", "brain"])
@pytest.mark.parametrize("kind", sorted(HOUSE))
def test_no_model_and_no_rule_over_words_may_do_what_is_the_users_to_do(kind, origin):
    state, (outcome,) = do(CLOSE, by_hand(kind, origin), days=2)
    assert (state, outcome.rule) == (CLOSE, "not_theirs")


def test_everyone_who_lives_here_has_a_nature_of_their_own():
    natures = {name: temperament_of(name) for name in ("mira", "kai")}
    assert {one.id for one in EVERYONE} <= set(BY_COMPANION)
    assert EVEN not in natures.values() and natures["mira"] != natures["kai"]
    assert natures["kai"].tenderness < natures["mira"].tenderness < 1
    assert natures["mira"].baseline()[0] > natures["kai"].baseline()[0] > 0
