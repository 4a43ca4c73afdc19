"""A bond keeps the past that its own rules gave it."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from mind.bond.books import RULES
from mind.bond.model import Proposal, apply
from mind.bond.state import first_state, from_json, to_json
from mind.bond.temperament import temperament_of
from mind.domain import BondEvent

LIFE = json.loads((Path(__file__).parents[2] / "fixtures" / "bond_rules_1.json").read_text(encoding="utf-8"))
"""Made by version 1 itself: 420 turns with clock jumps, their rules, and the state at the end."""


def replayed(rules):
    state, met, nature = first_state(temperament_of("mira")), [], temperament_of("mira")
    for at, proposals in LIFE["batches"]:
        proposed = [
            Proposal(BondEvent(kind, "", sure, severity, second), mark) for kind, sure, severity, second, mark in proposals
        ]
        state, outcomes = apply(state, proposed, datetime.fromisoformat(at), nature, rules)
        met.append([outcome.rule for outcome in outcomes])
    return state, met


def test_version_1_still_judges_as_it_did():
    state, met = replayed(1)
    assert met == LIFE["rules"]
    written = json.loads(json.dumps(to_json(state)))
    for field, value in LIFE["state"].items():
        # Powers differ in their last digits from machine to machine.
        assert written[field] == (pytest.approx(value, rel=1e-9) if isinstance(value, float) else value) or field == "recent"
    assert [mark for mark, _ in state.recent] == [mark for mark, _ in LIFE["state"]["recent"]]


def test_version_1_never_touches_what_only_later_rules_know():
    state, _ = replayed(1)
    assert (state.tension, state.paused, state.tallies, state.latest, state.leap) == (0.0, False, (), None, None)


def test_todays_rules_judge_the_same_life_otherwise():
    assert replayed(RULES)[1] != LIFE["rules"]


def test_a_life_may_begin_under_old_rules_and_go_on_under_new_ones():
    old, _ = replayed(1)
    kept = from_json({name: value for name, value in to_json(old).items() if name in LIFE["state"]})
    assert kept == old
    at = datetime.fromisoformat(LIFE["batches"][-1][0])
    on, _ = apply(kept, [Proposal(BondEvent("support", "", confirmed=True))], at, temperament_of("mira"))
    assert on.warmth > old.warmth


def test_rules_that_nobody_knows_are_refused():
    with pytest.raises(KeyError):
        apply(first_state(temperament_of("mira")), [], datetime.fromisoformat(LIFE["batches"][0][0]), temperament_of("mira"), 99)
