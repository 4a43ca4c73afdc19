"""Where the bond stood each evening, and which hurt was mended when."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from itertools import pairwise

import pytest

from mind.bond.days import bond_days, bond_of, evenings, with_mending
from mind.domain import BondEvent, BondSummary, DayCause, DaySum
from mind.store import open_store

TODAY = date(2026, 11, 23)
START = datetime(2026, 9, 1, 19, tzinfo=timezone.utc)


def stands(**levels):
    told = {"warmth": 0.0, "familiarity": 0.0, "commitment": 0.0, "trust": 0.5, "hurt": 0.0} | levels
    return BondSummary(0, bond_of(told), **told, pleasure=0.0, arousal=0.0, dominance=0.0)


def happened(event_id, cause, day, hurt=0.0):
    return DayCause(event_id, cause, "rule", START + timedelta(days=day), 3.0, hurt)


def test_two_who_have_not_met_have_one_evening():
    assert [(one.day, one.bond) for one in evenings((), stands(), TODAY)] == [(TODAY, 0.0)]


def test_every_day_has_an_evening_and_the_last_is_where_it_stands():
    first = TODAY - timedelta(days=4)
    now = stands(warmth=20.0, familiarity=20.0, commitment=20.0)
    told = evenings([DaySum(first, field, 0.0, 30.0) for field in ("warmth", "familiarity", "commitment")], now, TODAY)
    assert [one.day for one in told] == [first + timedelta(days=at) for at in range(5)]
    assert told[-1].bond == now.bond


def test_what_time_did_is_spread_over_the_days_it_took():
    days = [TODAY - timedelta(days=10), TODAY]
    sides = ("warmth", "familiarity", "commitment")
    sums = [DaySum(days[0], side, 0.0, 40.0) for side in sides] + [DaySum(days[1], side, -20.0, 5.0) for side in sides]
    told = [one.bond for one in evenings(sums, stands(warmth=25.0, familiarity=25.0, commitment=25.0), TODAY)]
    steps = [before - after for before, after in pairwise(told[:-1])]
    assert steps == pytest.approx([steps[0]] * len(steps))
    assert told[-2] < told[-1]


def test_a_repair_mends_the_oldest_hurt_that_still_stands():
    causes = (
        happened(1, "promise_broken", 0, 6.0), happened(2, "insult", 200, 12.0), happened(3, "bid_ignored", 201, 2.0),
        happened(4, "insult", 202, 12.0), happened(5, "repair", 203), happened(6, "repair", 204),
    )  # fmt: skip
    mended = {cause.event_id: cause.mended for cause in with_mending(causes) if cause.mended}
    assert mended == {2: causes[4].at, 4: causes[5].at}


@pytest.fixture
def lived(tmp_path):
    """Sixty days of a real ledger, every second with something in it; a hard word, and mended a week later."""
    store = open_store(tmp_path)

    def live(unit):
        for day in range(0, 60, 2):
            at = START + timedelta(days=day)
            events = ["chat", "disclose", "affection", "shared_time"]
            if day == 30:
                events = ["insult"]
            if day == 38:
                events.append("apology")
            for minute, kind in enumerate(events):
                unit.ledger.apply([BondEvent(kind, f"{kind} {day}", confirmed=True)], at + timedelta(minutes=minute), None)
        end = START + timedelta(days=58, hours=1)
        now = unit.ledger.summary(end)
        taken = next(cause.event_id for cause in unit.ledger.day_causes() if cause.cause == "disclose")
        told = bond_days(unit.ledger.day_sums(), unit.ledger.day_causes(), now, end)
        unit.ledger.annul("undo", taken, end, None)
        return told, now, unit.ledger.day_causes(), taken

    try:
        yield store.call(live)
    finally:
        store.close()


def test_the_days_of_a_real_ledger_end_where_the_state_stands(lived):
    told, now, _, _ = lived
    assert len(told) == 59
    assert told[-1].bond == now.bond
    last, before = told[-1].bond, told[-2].bond
    assert abs(last - before) < 4, "the sums of all lines lead to the state that was saved"
    assert {cause.cause for day in told for cause in day.causes} == {
        "disclose", "affection", "shared_time", "insult", "apology", "repair", "milestone",
    }  # fmt: skip


def test_the_hurt_of_a_real_ledger_knows_when_it_was_mended(lived):
    told, _, _, _ = lived
    hurt = told[30].causes[0]
    assert hurt.cause == "insult"
    assert hurt.mended is not None
    assert (hurt.mended - START).days == 38
    assert told[30].bond < told[29].bond


def test_what_was_taken_back_is_no_cause_any_more(lived):
    told, _, after, taken = lived
    assert taken in {cause.event_id for day in told for cause in day.causes}
    assert taken not in {cause.event_id for cause in after}
    assert "undo" in {cause.cause for cause in after}
