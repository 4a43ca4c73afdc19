"""The rules of the bond, one by one."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mind.bond.effects import EFFECTS
from mind.bond.likeness import likeness
from mind.bond.model import BATCH, Outcome, Proposal, apply
from mind.bond.passage import LONGEST_GAP, advance, retention
from mind.bond.stages import restage
from mind.bond.state import BondState, Rupture, first_state, from_json, to_json
from mind.bond.temperament import BY_COMPANION, EVEN, Temperament
from tests.support.store_samples import MONDAY
from tests.support.store_users import event

KINDS = sorted(EFFECTS)
FRIENDS = replace(
    first_state(EVEN), at=MONDAY, days=200.0, warmth=60.0, familiarity=60.0, commitment=50.0, good=12.0, stage=3,
    stage_since=100.0, date=MONDAY.date().isoformat(),
)  # fmt: skip


def do(state, *events, days=0.0, temperament=EVEN):
    proposals = [Proposal(one, likeness(one.quote)) for one in events]
    return apply(state, proposals, MONDAY + timedelta(days=days), temperament)


def rules(outcomes):
    return [outcome.rule for outcome in outcomes]


def test_a_confidence_moves_what_the_table_says():
    state, (outcome,) = do(first_state(EVEN), event("disclose", "I was born by the sea"))
    moved = {line.field: line.delta for line in outcome.lines}
    assert moved["warmth"] == pytest.approx(1.6 * 0.8)
    assert moved["familiarity"] == pytest.approx(1.2 * 1.5)
    assert moved["commitment"] == pytest.approx(1.6 * 0.5 * (0.4 + 0.6 * 0.5))
    assert state.good == pytest.approx(2.3)
    assert state.pleasure == pytest.approx(0.10)
    assert outcome.rule == "kindness"


def test_what_is_unsure_moves_nothing():
    assert do(FRIENDS, event("insult", "x", 0.4), event("affection", "y", 0.49)) == (
        FRIENDS, (Outcome("unsure"), Outcome("unsure")),
    )  # fmt: skip


@pytest.mark.parametrize("kind", ["promise_broken", "insult", "boundary_crossed"])
def test_a_severe_hurt_without_a_second_key_moves_nothing(kind):
    assert do(FRIENDS, event(kind, "x", sure=False), days=3) == (FRIENDS, (Outcome("held"),))


@pytest.mark.parametrize("companion", sorted(BY_COMPANION))
def test_a_broken_promise_can_be_mended_with_anybody_and_a_mild_hurt_needs_it_with_nobody(companion):
    temperament = BY_COMPANION[companion]
    broken, _ = do(FRIENDS, event("promise_broken", "it came to nothing"), temperament=temperament)
    ignored, _ = do(FRIENDS, event("bid_ignored", "whatever"), temperament=temperament)
    assert (len(broken.ruptures), len(ignored.ruptures)) == (1, 0)


def test_a_confirmed_hurt_opens_a_rupture_and_weighs_more_than_a_kindness():
    state, (outcome,) = do(FRIENDS, event("insult", "x"))
    assert state.hurt == pytest.approx(12)
    assert state.ruptures == (Rupture(200.0, pytest.approx(0.35 * 12)),)
    assert state.bad == pytest.approx(2 + 2 * 1.2)
    assert outcome.rule == "hurt"
    assert FRIENDS.warmth - state.warmth > 1.6


def test_a_tender_temperament_is_hurt_more():
    tender, steady = Temperament(stability=-1), Temperament(stability=1)
    hurts = [do(FRIENDS, event("insult", "x"), temperament=nature)[0].hurt for nature in (steady, EVEN, tender)]
    assert hurts == pytest.approx([6, 12, 18])


def test_a_day_can_only_hurt_so_much():
    state = FRIENDS
    for number in range(20):
        state, _ = do(state, event("boundary_crossed", f"x{number}"))
    assert state.hurt == 25.0


def test_an_apology_alone_mends_nothing_and_neither_do_amends_alone():
    hurt, _ = do(FRIENDS, event("insult", "x"))
    sorry, _ = do(hurt, event("apology", "sorry"), days=1)
    helped, _ = do(hurt, event("support", "here"), days=1)
    assert len(sorry.ruptures) == len(helped.ruptures) == 1
    mended, outcomes = do(sorry, event("promise_kept", "as I said"), days=2)
    assert mended.ruptures == ()
    assert [line.cause for line in outcomes[-1].lines if line.rule == "repair"].count("repair") >= 3


def test_an_apology_within_the_hour_comes_too_soon():
    hurt, _ = do(FRIENDS, event("insult", "x"))
    soon, _ = do(hurt, event("apology", "sorry"), event("support", "here"), days=0.5 / 24)
    later, _ = do(hurt, event("apology", "sorry"), event("support", "here"), days=1.5 / 24)
    assert (len(soon.ruptures), len(later.ruptures)) == (1, 0)


def test_repair_closes_the_oldest_rupture_first():
    hurt, _ = do(FRIENDS, event("insult", "x"))
    hurt, _ = do(hurt, event("promise_broken", "y"), days=1)
    mended, _ = do(hurt, event("apology", "sorry"), event("support", "here"), days=2)
    assert [rupture.since for rupture in mended.ruptures] == [201.0]


def test_the_same_words_again_hardly_count():
    once, _ = do(first_state(EVEN), event("affection", "You are lovely"))
    twice, (outcome,) = do(once, event("affection", "you are LOVELY!"), days=1)
    fresh, _ = do(once, event("affection", "I missed your jokes"), days=1)
    assert outcome.rule == "repeat"
    assert twice.warmth - once.warmth == pytest.approx((fresh.warmth - once.warmth) / 10, rel=0.01)
    _, (week_later,) = do(once, event("affection", "You are lovely"), days=7.5)
    assert week_later.rule == "kindness"


def test_two_names_for_the_same_words_of_one_turn_are_no_repetition():
    words = "My name is Sam"
    state, outcomes = do(first_state(EVEN), event("disclose", words), event("chat", words))
    assert rules(outcomes) == ["kindness", "kindness"]
    assert len(state.recent) == 1
    assert rules(do(state, event("chat", words), days=1)[1]) == ["repeat"]


def test_the_oftener_on_one_day_the_less_it_counts_until_the_day_is_full():
    state, gains, met = first_state(EVEN), [], []
    for number in range(40):
        after, outcomes = do(state, event("shared_time", f"game {number}"))
        gains.append(after.warmth - state.warmth)
        met += rules(outcomes)
        state = after
    assert all(later <= earlier for earlier, later in pairwise(gains))
    _, outcomes = do(replace(state, gained=3.0), event("support", "more"))
    assert rules(outcomes) == ["daily_cap"]
    tomorrow, outcomes = do(replace(state, gained=3.0), event("support", "more"), days=1)
    assert rules(outcomes) == ["kindness"] and tomorrow.gained < 3


def test_small_talk_counts_a_dozen_times_a_day():
    state, met = first_state(EVEN), []
    for number in range(15):
        state, outcomes = do(state, event("chat", f"line {number}"))
        met += rules(outcomes)
    assert met == ["kindness"] * 12 + ["daily_cap"] * 3


def test_one_turn_is_one_thing_that_happened():
    _, outcomes = do(FRIENDS, event("affection", "a"), event("affection", "b"), event("insult", "c"), event("jealousy", "d"))
    assert rules(outcomes) == ["kindness", "same_turn", "hurt", "same_turn"]
    many = [event(kind, kind) for kind in ("chat", "disclose", "affection", "support", "shared_time", "apology")]
    assert rules(do(FRIENDS, *many)[1]).count("same_turn") == len(many) - BATCH


def test_a_clock_that_runs_backwards_costs_nothing_and_goes_on_from_there():
    ahead, _ = do(FRIENDS, event("chat", "a"), days=3650)
    back, outcomes = do(ahead, event("chat", "b"), days=1)
    assert back.days == ahead.days
    assert not [line for line in outcomes[0].lines if line.cause == "time"]
    on, _ = do(back, event("chat", "c"), days=2)
    assert on.days == pytest.approx(back.days + 1)


def test_one_gap_counts_for_a_year_at_most():
    year = advance(FRIENDS, MONDAY + timedelta(days=LONGEST_GAP), EVEN)
    aeon = advance(FRIENDS, MONDAY + timedelta(days=365_00), EVEN)
    assert (aeon.warmth, aeon.trust, aeon.days) == (year.warmth, year.trust, year.days)
    assert aeon.warmth > 0.35 * 52


def test_absence_within_the_grace_takes_nothing_and_familiarity_stays_for_ever():
    soon = advance(FRIENDS, MONDAY + timedelta(days=8), EVEN)
    late = advance(FRIENDS, MONDAY + timedelta(days=100), EVEN)
    assert (soon.warmth, soon.commitment) == (FRIENDS.warmth, FRIENDS.commitment)
    assert late.familiarity == FRIENDS.familiarity
    rest = 0.35 * 52
    assert late.warmth == pytest.approx(rest + (60 - rest) * retention(92, 10 + 1.2 * 60))
    assert late.hurt == 0


def test_moods_return_to_the_temperament():
    nature = BY_COMPANION["mira"]
    cheered, _ = do(first_state(nature), event("affection", "x"), temperament=nature)
    assert cheered.pleasure > nature.baseline()[0]
    rested = advance(cheered, MONDAY + timedelta(days=5), nature)
    assert (rested.pleasure, rested.arousal, rested.dominance) == pytest.approx(nature.baseline(), abs=1e-6)


def test_the_resting_mood_is_half_of_mehrabians_vector():
    assert Temperament(1, 1, 1, 1, 1).baseline() == pytest.approx((0.495, -0.06, 0.35))


def test_hurt_fades_to_what_the_open_ruptures_hold():
    hurt, _ = do(FRIENDS, event("boundary_crossed", "x"))
    floor = hurt.ruptures[0].floor
    days = 30
    later = advance(hurt, MONDAY + timedelta(days=days), EVEN)
    assert later.ruptures[0].floor == pytest.approx(floor / 2)
    assert later.hurt == pytest.approx(floor / 2 + (20 - floor / 2) * 2 ** (-days / 3))


@pytest.mark.parametrize(
    ("change", "stage"),
    [
        ({}, 1),
        ({"stage_since": 199.5}, 0),
        ({"bad": 30.0}, 0),
        ({"ruptures": (Rupture(150.0, 2.6),)}, 0),
        ({"ruptures": (Rupture(150.0, 2.4),)}, 1),
        ({"warmth": 5.0, "commitment": 5.0, "familiarity": 9.0}, 0),
    ],
)
def test_a_stage_is_climbed_with_time_trust_and_no_open_hurt(change, stage):
    assert restage(replace(FRIENDS, stage=0, **change)).stage == stage


def test_a_stage_is_lost_later_than_it_is_won_and_not_at_once():
    low = replace(FRIENDS, stage=2, warmth=25.0, familiarity=30.0, commitment=25.0, good=9.0)
    assert 24 < low.bond < 30
    assert restage(low).stage == 2
    lower = replace(low, warmth=15.0)
    assert lower.bond < 24
    assert restage(lower).stage == 1
    assert restage(replace(lower, stage_since=199.0)).stage == 2


def test_a_change_of_stage_is_a_line_of_the_ledger():
    ready = replace(FRIENDS, stage=0)
    state, outcomes = do(ready, event("chat", "hello"))
    assert state.stage == 1
    assert [(line.field, line.delta, line.cause, line.rule) for line in outcomes[0].lines][-1] == (
        "stage", 1.0, "milestone", "stage_up",
    )  # fmt: skip


def test_a_state_survives_json_to_the_last_bit():
    state, _ = do(FRIENDS, event("insult", "x"), days=0.123456789)
    state, _ = do(state, event("disclose", "y"), days=1 / 3)
    assert from_json(to_json(state)) == state


@given(
    st.lists(
        st.tuples(
            st.sampled_from(KINDS), st.floats(0, 2), st.floats(0, 2), st.booleans(), st.floats(-4000, 4000),
            st.sampled_from(("", "a", "b", "c")),
        ),
        max_size=40,
    ),
    st.floats(-1, 1),
)  # fmt: skip
def test_whatever_happens_at_whatever_time_everything_stays_in_bounds_and_adds_up(happened, stability):
    nature = Temperament(stability=stability)
    state, start, sums = first_state(nature), first_state(nature), {}
    for kind, confidence, severity, sure, days, quote in happened:
        before = state
        state, outcomes = do(state, event(kind, quote, confidence, severity, sure=sure), days=days, temperament=nature)
        assert state.days >= before.days
        for line in (line for outcome in outcomes for line in outcome.lines):
            sums[line.field] = sums.get(line.field, 0.0) + line.delta
    assert_in_bounds(state)
    for field, total in sums.items():
        assert total == pytest.approx(getattr(state, field) - getattr(start, field), abs=1e-6)


def assert_in_bounds(state: BondState):
    for side in (state.warmth, state.familiarity, state.commitment, state.bond):
        assert 0 <= side <= 100
    assert 0 <= state.hurt <= 60
    assert 0 < state.trust < 1
    assert state.stage in range(5)
    assert all(-1 <= axis <= 1 for axis in (state.pleasure, state.arousal, state.dominance))


def test_likeness_sees_through_case_width_and_punctuation():
    assert likeness("I love you!") == likeness("i  LOVE　you") != likeness("I love youth")
    assert likeness("喜欢你。") == likeness("喜欢你") != likeness("喜欢他")
    assert likeness(" …!") == ""
