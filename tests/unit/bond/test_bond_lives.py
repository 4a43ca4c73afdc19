"""Months with invented users: the bond rewards what deserves it and cannot be farmed."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mind.bond.passage import advance
from mind.bond.temperament import EVEN
from tests.support import store_users as users
from tests.support.store_users import event, live


@pytest.fixture(scope="module")
def steady():
    return live(users.steady, 180)


def test_someone_steady_and_warm_becomes_kindred(steady):
    assert steady.bonds[29] < steady.bonds[89] < steady.bonds[179]
    assert steady.bonds[179] > 85
    assert steady.stages == sorted(steady.stages)
    assert (steady.stages[6], steady.stages[179]) == (1, 4)


def test_weekends_alone_take_longer():
    assert 40 < live(users.weekends, 180).bonds[179] < 90


def test_abuse_earns_nothing_ever():
    lived = live(users.abuser, 180)
    assert max(lived.bonds) < 1
    assert lived.state.stage == 0
    assert lived.state.trust < 0.05


@pytest.mark.parametrize("user", [users.parrot, users.flood, users.shallow])
def test_quantity_does_not_become_closeness(user, steady):
    lived = live(user, 90)
    assert lived.state.stage <= 2
    assert lived.bonds[89] < 0.5 * steady.bonds[89]


def test_five_hundred_sweet_lines_in_a_day_are_worth_little():
    lived = live(lambda number, choice: [event("affection", f"line {n}") for n in range(500)], 1)
    assert lived.bonds[0] < 2


def test_who_breaks_promises_is_not_trusted():
    lived = live(users.breaker, 120)
    assert lived.state.trust < 0.3
    assert lived.state.stage == 0


def test_two_months_away_cost_little_and_the_stage_is_kept():
    lived = live(users.away(60, 120), 180)
    assert lived.bonds[119] == lived.bonds[59]
    assert lived.bonds[120] > 0.9 * lived.bonds[59]
    assert lived.stages[120] == lived.stages[59]


@pytest.mark.parametrize(("days", "least", "most"), [(30, 0.5, 1.5), (90, 2.5, 4.5), (365, 25, 35)])
def test_absence_shrinks_a_close_bond_slowly(steady, days, least, most):
    before = steady.state
    after = advance(before, before.at + timedelta(days=days), EVEN)
    assert least < 100 * (1 - after.bond / before.bond) < most
    assert (after.stage, after.hurt) == (before.stage, before.hurt)


def test_ten_percent_false_alarms_ruin_a_bond_only_without_the_second_key():
    def severe_only(two_keys):
        noisy = users.with_noise(users.steady, 0.1, two_keys=two_keys)
        return lambda number, choice: [one for one in noisy(number, choice) if one.kind not in ("bid_ignored", "jealousy")]

    assert live(severe_only(False), 120).bonds[-1] < 10
    assert live(severe_only(True), 120).bonds[-1] > 40


def test_a_mended_rupture_heals_sooner_than_one_that_is_ignored(steady):
    def recovery(mend):
        def day(number, choice):
            if number == 0:
                return [event("boundary_crossed", "hurt")]
            return users.steady(number, choice) + (mend if number == 2 else [])

        bonds = live(day, 40, state=replace(steady.state, at=None)).bonds
        return next(number for number, bond in enumerate(bonds) if number and bond >= 0.95 * steady.bonds[-1])

    mended = recovery([event("apology", "I am sorry"), event("support", "I was wrong, tell me")])
    assert mended + 3 <= recovery([])


def test_the_ledger_adds_up_to_the_state(steady):
    for field, total in steady.sums.items():
        start = 0.5 if field == "trust" else 0
        assert total == pytest.approx(getattr(steady.state, field) - start, abs=1e-6)


def test_the_same_life_gives_the_same_bond(steady):
    assert live(users.steady, 180).state == steady.state
