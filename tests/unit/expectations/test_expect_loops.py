"""Plans: from when she may ask, that asking is worked out by the clock and never kept, and by which words a plan is spoken of."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from mind.domain import Memory, OpenLoop
from mind.expectations.loops import ask_from, asked_after, asks_about, asks_of_itself, may_ask, speaks_of, subject, to_come

ZONE = timezone(timedelta(hours=1))
MONDAY = datetime(2026, 3, 2, 19, 30, tzinfo=ZONE)


def plan(quote: str, due: datetime, lang: str = "en", **more) -> OpenLoop:
    return OpenLoop(1, "plan", quote, quote, 1, MONDAY, lang, due, more.pop("status", "open"), 1, **more)


def at(day: int, hour: int = 18, month: int = 3) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("quote", "lang", "kind", "due", "first"),
    [
        ("I have an exam on Friday", "en", "plan.event", at(6), at(6)),
        ("I have an interview on Friday at 3", "en", "plan.event", at(6, 15), at(6, 16)),
        ("I'm going to paint the kitchen this weekend", "en", "plan.doing", at(7), at(8)),
        ("we see the flat next week", "en", "plan.doing", at(9), at(13)),
        ("my son starts school next week", "en", "plan.other", at(9), at(9)),
        ("the exam is next week on Monday", "en", "plan.event", at(9), at(9)),
        ("I'm going to Lisbon next month", "en", "plan.travel", at(1, month=4), at(30, month=4)),
        ("my exam is on April 1", "en", "plan.event", at(1, month=4), at(1, month=4)),
        ("I'm flying to Rome on March 10", "en", "plan.travel", at(10), at(13)),
        ("我下周去厦门玩", "zh", "plan.travel", at(9), at(13)),
        ("我周末要搬家", "zh", "plan.move", at(7), at(8)),
        ("来週、引っ越します", "ja", "plan.move", at(9), at(13)),
        ("週末に京都へ行きます", "ja", "plan.travel", at(7), at(8)),
    ],
)
def test_a_plan_may_be_asked_about_when_it_is_over_and_not_when_it_begins(quote, lang, kind, due, first):
    assert ask_from(plan(quote, due, lang), kind) == first


def test_being_too_early_or_too_late_is_worked_out_and_changes_nothing_for_good():
    loop = plan("I have an exam on Friday", at(6))
    ten_years = timedelta(days=3652)
    moments = [at(6, 17), at(6, 18), at(26), at(28), at(7) + ten_years, at(7) - ten_years, at(7)]
    assert [may_ask(loop, moment, "plan.event") for moment in moments] == [False, True, True, False, False, False, True]


@pytest.mark.parametrize("status", ["asked", "kept", "cancelled", "explained", "broken"])
def test_only_an_open_plan_is_asked_about(status):
    assert not may_ask(plan("I have an exam on Friday", at(6), status=status), at(7), "plan.event")
    assert not may_ask(plan("I have an exam on Friday", at(6), asked_at=at(6)), at(7), "plan.event")


def test_a_fact_with_a_day_that_is_no_plan_is_never_asked_about():
    loop = plan("my sister Nora is coming on Friday", at(6))
    assert not may_ask(loop, at(7), "person.name") and not asked_after("person.name")
    assert may_ask(loop, at(7), "plan.kin") and may_ask(loop, at(7), "told.plan")


def test_in_another_zone_the_same_moment_counts():
    loop = plan("I have an exam on Friday", at(6))
    tokyo = timezone(timedelta(hours=9))
    assert not may_ask(loop, datetime(2026, 3, 7, 1, 30, tzinfo=tokyo), "plan.event")
    assert may_ask(loop, datetime(2026, 3, 7, 2, 30, tzinfo=tokyo), "plan.event")


def test_what_is_near_is_still_to_come():
    loop = plan("I have an exam on Friday", at(6))
    assert to_come(loop, at(5)) and not to_come(loop, at(3)) and not to_come(loop, at(7))


def memory(value: str, kind: str = "plan.event", lang: str = "en", **slots: str) -> Memory:
    return Memory(1, 1, kind, f"user.plan.{value}", value, value, value, lang, 0.9, MONDAY, at(6), slots=slots)


@pytest.mark.parametrize(
    ("kept", "text", "spoken_of"),
    [
        (memory("job interview", event="job interview"), "The interviews are all done", True),
        (memory("job interview", event="job interview"), "my job is dull", False),
        (memory("paint the kitchen", kind="plan.doing", x="paint the kitchen"), "The kitchen is yellow now", True),
        (memory("travel to Rome", kind="plan.travel", place="Rome"), "the trip was lovely", True),
        (memory("travel to Rome", kind="plan.travel", place="Rome"), "Rome was hot", True),
        (memory("meet Nora", kind="plan.meet", who="Nora"), "nora's flat is tiny", True),
        (memory("面试", lang="zh", event="面试"), "面试过了", True),
        (memory("面试", lang="zh", event="面试"), "今天下雨", False),
        (memory("試験", lang="ja", event="試験"), "試験は簡単でした", True),
    ],
)
def test_a_plan_is_known_by_the_word_that_carries_its_meaning(kept, text, spoken_of):
    assert speaks_of(text, subject(kept)) is spoken_of


def test_a_reply_asks_about_a_plan_by_naming_it_or_by_a_question():
    exam = subject(memory("exam", event="exam"))
    assert asks_about("And, how was it?", exam) and asks_about("The exam is behind you now.", exam)
    assert not asks_about("Rain again.", exam)
    assert asks_of_itself("Hello. How did the exam go?", exam)
    assert not asks_of_itself("The exam is over. Tea?", exam)
