"""Whatever is proposed, by whomever, in whatever order and at whatever time: the bond stays a bond."""

import json
from datetime import timedelta
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from mind.bond.model import FIELDS, Proposal, apply
from mind.bond.simulation.study import in_bounds
from mind.bond.state import first_state, from_json, to_json
from mind.bond.temperament import temperament_of
from mind.domain import BondEvent, BondKind, Origin
from tests.support.store_samples import MONDAY

EVENTS = st.builds(
    BondEvent,
    st.sampled_from(get_args(BondKind)),
    st.just(""),
    st.floats(-1, 3),
    st.floats(-1, 3),
    st.booleans(),
    st.sampled_from((None, None, 3)),
    st.sampled_from(get_args(Origin)),
)
TURNS = st.lists(
    st.tuples(st.floats(-4000, 4000) | st.floats(0, 3), st.lists(st.tuples(EVENTS, st.sampled_from(("", "a", "b"))), max_size=6)),
    max_size=25,
)
NATURES = st.sampled_from(("mira", "kai", "a stranger"))


def live(turns, nature):
    state, sums, days = first_state(nature), dict.fromkeys(FIELDS, 0.0), 0.0
    for step, proposed in turns:
        days = max(-700_000.0, min(700_000.0, days + step))
        proposals = [Proposal(event, mark) for event, mark in proposed]
        state, outcomes = apply(state, proposals, MONDAY + timedelta(days=days), nature)
        assert len(outcomes) == len(proposals)
        for line in (line for outcome in outcomes for line in outcome.lines):
            sums[line.field] += line.delta
        assert in_bounds(state)
        assert len(state.ruptures) <= 5
        state = from_json(json.loads(json.dumps(to_json(state))))
    return state, sums


@given(TURNS, NATURES)
def test_it_stays_in_bounds_adds_up_and_replays_through_json_to_the_last_bit(turns, companion):
    nature = temperament_of(companion)
    state, sums = live(turns, nature)
    for field, total in sums.items():
        assert abs(getattr(state, field) - getattr(first_state(nature), field) - total) < 1e-6
    assert live(turns, nature)[0] == state


@given(TURNS)
def test_without_a_hand_of_the_users_nothing_pauses_or_begins_anew(turns):
    by_others = [
        (step, [(event, mark) for event, mark in proposed if event.origin in ("rules", "brain")]) for step, proposed in turns
    ]
    state, _ = live(by_others, temperament_of("mira"))
    assert not state.paused
