"""What one ear alone hears moves little; what two agree on moves the bond, unless they cried wolf before."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mind.bond.model import BATCH, Proposal, apply
from mind.bond.state import first_state
from mind.bond.temperament import EVEN
from mind.bond.two_ears import belief_in_hurt, belief_in_kindness
from mind.domain import BondEvent
from tests.support.store_samples import MONDAY
from tests.support.store_users import event

FRIENDS = replace(
    first_state(EVEN), at=MONDAY, latest=MONDAY, days=200.0, warmth=60.0, familiarity=60.0, commitment=50.0, good=12.0, stage=3,
    stage_since=100.0, date=MONDAY.date().isoformat(),
)  # fmt: skip
WOLF = replace(FRIENDS, heard={"bid_ignored?": 20.0})


def do(state, *events, days=0.0):
    return apply(state, [Proposal(one, one.quote) for one in events], MONDAY + timedelta(days=days), EVEN)


def heard(kind, *, both, quote="x"):
    return BondEvent(kind, quote, confirmed=both, origin="brain")


def test_a_mild_hurt_that_nobody_confirms_only_touches_the_mood():
    state, (outcome,) = do(FRIENDS, event("bid_ignored", "x", sure=False))
    assert (outcome.rule, outcome.lines) == ("mood_only", ())
    assert state.pleasure < FRIENDS.pleasure
    assert (state.warmth, state.trust, state.hurt) == (FRIENDS.warmth, FRIENDS.trust, FRIENDS.hurt)


def test_a_mild_hurt_that_is_confirmed_counts():
    state, (outcome,) = do(FRIENDS, event("bid_ignored", "x"))
    assert outcome.rule == "hurt"
    assert state.hurt == pytest.approx(2)


def test_jealousy_is_a_mood_whoever_is_sure_of_it():
    state, (outcome,) = do(FRIENDS, event("jealousy", "x"))
    assert (outcome.rule, outcome.lines) == ("mood_only", ())
    assert state.bad == FRIENDS.bad


def test_a_mood_does_not_hide_a_true_hurt_of_the_same_turn():
    _, outcomes = do(FRIENDS, event("jealousy", "x"), event("insult", "x"))
    assert [outcome.rule for outcome in outcomes] == ["mood_only", "hurt"]


def test_where_false_alarms_are_many_a_hurt_weighs_less_but_not_nothing():
    usual, _ = do(FRIENDS, event("insult", "x"))
    doubted, _ = do(WOLF, event("insult", "x"))
    assert 0 < doubted.hurt < 0.5 * usual.hurt


def test_a_hurt_that_the_user_stands_by_is_believed_in_full():
    assert belief_in_hurt(WOLF, BondEvent("insult", "x", confirmed=True, origin="user")) == 1
    assert belief_in_hurt(WOLF, BondEvent("insult", "x", confirmed=True, about=7)) == 1
    assert belief_in_hurt(WOLF, event("insult", "x")) < 0.5


def test_a_hurt_that_comes_again_and_again_is_believed_again():
    often = replace(WOLF, heard={**WOLF.heard, "insult": 40.0})
    assert belief_in_hurt(often, event("insult", "x")) > 2 * belief_in_hurt(WOLF, event("insult", "x"))


def test_some_false_alarms_in_many_turns_are_no_reason_to_doubt():
    usual = replace(FRIENDS, heard={"bid_ignored?": 3.0, "jealousy?": 1.0, "turns": 600.0})
    assert belief_in_hurt(usual, event("insult", "x")) == 1
    many = replace(FRIENDS, heard={"bid_ignored?": 20.0, "jealousy?": 20.0, "turns": 600.0})
    assert belief_in_hurt(many, event("insult", "x")) < 0.1


def test_without_any_mistake_everything_is_believed():
    known = replace(FRIENDS, heard={"insult": 3.0, "support": 30.0})
    assert belief_in_hurt(known, event("insult", "x")) == 1
    assert belief_in_kindness(known, heard("support", both=True)) == 1


def test_a_kindness_that_a_model_alone_heard_is_a_hint():
    both, _ = do(FRIENDS, heard("support", both=True))
    alone, _ = do(FRIENDS, heard("support", both=False))
    assert 0 < alone.warmth - FRIENDS.warmth < 0.5 * (both.warmth - FRIENDS.warmth)


def test_what_our_rules_read_in_the_users_own_words_needs_no_second_ear():
    read, _ = do(FRIENDS, event("support", "x", sure=False))
    both, _ = do(FRIENDS, heard("support", both=True))
    assert read.warmth == both.warmth


def test_on_a_long_day_each_kindness_counts_less():
    long_day = replace(FRIENDS, counts={"chat": 47})
    assert do(long_day, event("affection", "x"))[0].gained == pytest.approx(do(FRIENDS, event("affection", "x"))[0].gained / 4)


def test_what_a_full_day_of_hurt_no_longer_lets_hurt_moves_nothing_else():
    full = replace(FRIENDS, hurt=25.0, hurt_today=25.0)
    state, _ = do(full, event("insult", "x"))
    assert (state.warmth, state.bad, state.hurt) == (full.warmth, full.bad, full.hurt)


def test_at_most_five_ruptures_stand_open_and_something_lived_is_never_lost():
    state = FRIENDS
    for day in range(60):
        state, _ = do(state, event("boundary_crossed", f"{day}"), days=day)
    assert len(state.ruptures) == 5
    assert state.warmth == pytest.approx(0.1 * state.familiarity)
    assert state.bond == 0


def test_a_hundred_proposals_in_one_turn_move_a_handful():
    kinds = ("affection", "support", "disclose", "shared_time", "promise_kept", "apology")
    state, outcomes = do(FRIENDS, *(event(kinds[place % 6], f"{place}") for place in range(100)))
    assert sum(outcome.rule != "same_turn" for outcome in outcomes) == BATCH
    assert state.warmth - FRIENDS.warmth < 3
