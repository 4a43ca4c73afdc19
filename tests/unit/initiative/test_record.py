"""How earlier beginnings count."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from mind.domain import Begun
from mind.initiative.record import Unanswered, in_the_future, spent, unanswered

UTC = timezone.utc
NOON = datetime(2026, 3, 3, 12, 0, tzinfo=UTC)


def begun(*times: datetime) -> tuple[Begun, ...]:
    return tuple(Begun(f"loop:{at}", at, 1) for at in times)


def test_today_counts_by_the_calendar_by_the_house_and_by_the_last_twelve_hours():
    assert spent(begun(NOON - timedelta(hours=3)), NOON) == 1
    assert spent(begun(NOON.replace(hour=0, minute=10)), NOON.replace(hour=23)) == 1
    assert spent(begun(NOON.replace(hour=5)), NOON.replace(day=4, hour=3)) == 1
    assert spent(begun(NOON.replace(day=2, hour=23, minute=50)), NOON.replace(hour=5)) == 1
    assert spent(begun(NOON.replace(day=2, hour=20)), NOON) == 0


def test_a_date_is_the_one_on_the_wall_where_she_began():
    """The clocks go back at three in the night of 25 October: half past midnight of that day is still that day at two."""
    berlin = ZoneInfo("Europe/Berlin")
    before = datetime(2026, 10, 25, 0, 30, tzinfo=timezone(timedelta(hours=2)))
    assert spent(begun(before), datetime(2026, 10, 25, 14, 0, tzinfo=berlin)) == 1
    assert spent(begun(before), datetime(2026, 10, 25, 14, 0, tzinfo=timezone(timedelta(hours=1)))) == 1


def test_what_a_wrong_clock_dated_in_the_future_counts_and_is_named():
    ahead = begun(NOON + timedelta(days=3650))
    assert spent(ahead, NOON) == 1
    assert in_the_future(ahead, NOON) == ahead
    assert in_the_future(begun(NOON + timedelta(hours=1)), NOON) == ()


def test_an_answer_comes_within_half_a_day():
    first, second = begun(NOON, NOON - timedelta(days=1))
    assert unanswered([(first, None), (second, second.at + timedelta(hours=2))]) == Unanswered(1, NOON)
    assert unanswered([(first, None), (second, second.at + timedelta(hours=20))]) == Unanswered(2, NOON)
    assert unanswered([(first, NOON + timedelta(minutes=1)), (second, None)]) == Unanswered()
    assert unanswered([]) == Unanswered()


def test_who_chooses_anew_how_often_lets_her_try_anew():
    first, second = begun(NOON, NOON - timedelta(days=4))
    assert unanswered([(first, None), (second, None)], since=NOON - timedelta(days=1)).count == 1
    assert unanswered([(first, None), (second, None)], since=NOON + timedelta(hours=1)) == Unanswered()
