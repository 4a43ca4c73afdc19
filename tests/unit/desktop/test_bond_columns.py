"""Columns of the bond's knit, and how lengths of time are told beside it."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from itertools import pairwise

import pytest

from desktop.bond_page.columns import Column, columns, days_each, deepest, highest, month_starts
from desktop.bond_page.spans import later, span
from desktop.theme.words import words
from mind.domain import BondDay, DayCause

TODAY = date(2026, 11, 23)


def days(many, *causes):
    by_day = {cause.at.date(): cause for cause in causes}
    made = [TODAY - timedelta(days=at) for at in range(many - 1, -1, -1)]
    return [BondDay(day, float(at), (by_day[day],) if day in by_day else ()) for at, day in enumerate(made)]


def cause(kind, ago, weight=1.0, hurt=0.0):
    at = datetime.combine(TODAY - timedelta(days=ago), datetime.min.time(), timezone.utc) + timedelta(hours=18)
    return DayCause(1, kind, "rule", at, weight, hurt)


@pytest.mark.parametrize(
    ("many", "most", "each"),
    [(1, 78, 1), (78, 78, 1), (79, 78, 7), (365, 78, 7), (1095, 84, 14), (78, 47, 2), (78, 30, 3), (3650, 84, 49)],
)
def test_a_column_is_a_day_and_then_so_many_weeks(many, most, each):
    assert days_each(many, most) == each
    assert len(columns(days(many), most)) <= most


@pytest.mark.parametrize("many", [1, 5, 78, 79, 400, 1095])
def test_columns_leave_no_day_out_and_end_today(many):
    shown = columns(days(many), 78)
    assert shown[-1].last == TODAY
    assert shown[-1].bond == many - 1
    assert shown[0].first == TODAY - timedelta(days=many - 1)
    for before, after in pairwise(shown):
        assert after.first == before.last + timedelta(days=1)


def test_a_hurt_colours_a_column_before_all_else_and_ordinary_talk_never_does():
    told = (cause("chat", 0), cause("affection", 0, 9.0), cause("insult", 0, 3.0, 6.0), cause("repair", 0, 5.0))
    column = Column(TODAY, TODAY, 40.0, told)
    assert (column.cause.cause, column.stitches) == ("insult", 3)
    assert Column(TODAY, TODAY, 40.0, told[:1]).cause is None
    assert Column(TODAY, TODAY, 40.0, (cause("disclose", 0, 0.5),)).stitches == 1


def test_the_newest_of_two_equal_hurts_is_told():
    shown = columns(days(40, cause("insult", 30, hurt=6.0), cause("insult", 3, hurt=6.0), cause("bid_ignored", 1, hurt=2.0)))
    at, hurt = deepest(shown)
    assert (shown[at].last, hurt.cause) == (TODAY - timedelta(days=3), "insult")
    assert deepest(columns(days(5))) is None


def test_the_chart_of_a_young_bond_is_not_filled_by_its_first_rows():
    assert highest(columns(days(3))) == 36.0
    assert highest(columns(days(101))) == 100.0


def test_months_stand_where_they_begin():
    shown = columns(days(60))
    assert [shown[at].first for at in month_starts(shown)] == [date(2026, 10, 1), date(2026, 11, 1)]


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", ("a day", "five days", "a week", "two weeks", "eleven weeks", "four months", "a year", "18 months", "two years")),
        ("zh", ("一天", "五天", "一周", "两周", "十一周", "四个月", "一年", "18个月", "两年")),
        ("ja", ("1日", "5日", "1週間", "2週間", "11週間", "4か月", "1年", "18か月", "2年")),
    ],
)
def test_how_long_is_told_in_plain_words(lang, told):
    before = words().lang
    words().speak(lang)
    try:
        assert tuple(span(many) for many in (1, 5, 7, 14, 77, 120, 365, 548, 740)) == told
        assert later(9) == told[2]
    finally:
        words().speak(before)
