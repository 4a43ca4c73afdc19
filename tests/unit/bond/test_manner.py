"""How the bond shows, in figures."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mind.bond.manner import Manner, manner_of
from mind.domain import BondSummary, Relation

NEW = BondSummary(0, 0.0, 0.0, 0.0, 0.0, 0.5, 0.0, 0.1, 0.0, 0.05)
CLOSE = BondSummary(4, 85.0, 88.0, 80.0, 78.0, 0.9, 0.0, 0.2, 0.05, 0.05)
RELATIONS: tuple[Relation, ...] = ("friend", "partner", "mentor", "rival")


def test_she_is_closer_and_more_open_at_every_stage() -> None:
    stages = [manner_of(replace(NEW, stage=stage, warmth=20.0 * stage, trust=0.5 + 0.08 * stage)) for stage in range(5)]
    for before, after in pairwise(stages):
        assert after.closeness > before.closeness + 0.1
        assert after.openness > before.openness + 0.08


def test_warmth_brings_her_closer_between_two_stages_but_never_past_one() -> None:
    cool, warm = (manner_of(replace(NEW, stage=2, warmth=warmth)).closeness for warmth in (30.0, 70.0))
    assert cool < warm < manner_of(replace(NEW, stage=3, warmth=60.0)).closeness


def test_a_hurt_closes_her_and_leaves_the_closeness_that_was() -> None:
    hurt = manner_of(replace(CLOSE, hurt=12.0))
    assert hurt.closeness == manner_of(CLOSE).closeness
    assert hurt.guard > 0.6
    assert hurt.openness < 0.6 * manner_of(CLOSE).openness


def test_what_nobody_would_notice_does_not_close_her() -> None:
    assert manner_of(replace(CLOSE, hurt=1.0)).guard == 0.0


def test_nobody_teases_when_hurt_or_while_the_bond_rests() -> None:
    teasing = replace(CLOSE, tension=0.8)
    assert manner_of(teasing).tension == pytest.approx(0.8)
    assert manner_of(replace(teasing, hurt=15.0)).tension < 0.1
    assert manner_of(replace(teasing, paused=True)).tension == 0.0


@pytest.mark.parametrize("relation", RELATIONS)
def test_a_relation_colours_her_manner_and_gives_no_closeness(relation: Relation) -> None:
    assert manner_of(NEW, relation).closeness == manner_of(NEW).closeness
    assert manner_of(NEW, relation).relation == relation


def test_a_rival_teases_and_a_mentor_stands_firm() -> None:
    assert manner_of(CLOSE, "rival").tension > manner_of(CLOSE).tension
    assert manner_of(CLOSE, "mentor").dominance > manner_of(CLOSE).dominance


@given(
    st.integers(0, 4), st.floats(0, 100), st.floats(0, 1), st.floats(0, 60), st.floats(0, 1), st.floats(-1, 1),
    st.booleans(), st.sampled_from(RELATIONS),
)  # fmt: skip
def test_every_figure_keeps_its_bounds(
    stage: int, warmth: float, trust: float, hurt: float, tension: float, mood: float, paused: bool, relation: Relation
) -> None:
    summary = BondSummary(stage, warmth, warmth, warmth, warmth, trust, hurt, mood, -mood, mood, tension, paused)
    manner: Manner = manner_of(summary, relation)
    assert all(0.0 <= value <= 1.0 for value in (manner.closeness, manner.openness, manner.guard, manner.tension))
    assert all(-1.0 <= value <= 1.0 for value in (manner.pleasure, manner.arousal, manner.dominance))
