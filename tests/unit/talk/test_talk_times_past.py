"""Days gone by, as people tell them in three languages."""

from __future__ import annotations

from datetime import date, datetime, timezone

import pytest

from mind.domain import FactProposal
from mind.languages import Lang
from mind.talk import RulePlanner
from mind.talk.normalise import clauses, clean
from mind.talk.perceive import perceive
from mind.talk.proposals import propose
from mind.talk.times_past import Told, find_past, is_past

WEDNESDAY = datetime(2026, 5, 13, 20, 0, tzinfo=timezone.utc)
PLANNER = RulePlanner()


def told(text: str, lang: Lang) -> Told | None:
    (clause,) = clauses(clean(text), lang)
    return find_past(clause, WEDNESDAY, past=is_past(clause))


def facts(text: str, lang: Lang) -> list[FactProposal]:
    heard = perceive(text, PLANNER.content(lang), WEDNESDAY)
    return [fact for hit in heard.facts if (fact := propose(hit, lang, WEDNESDAY)) is not None]


@pytest.mark.parametrize(
    ("lang", "text", "first", "last"),
    [
        ("en", "The kettle exploded last Saturday", date(2026, 5, 9), date(2026, 5, 9)),
        ("en", "I sold the boat on Monday", date(2026, 5, 11), date(2026, 5, 11)),
        ("en", "we painted the shed two weeks ago", date(2026, 4, 27), date(2026, 5, 3)),
        ("en", "I learned to sail in the summer of 2019", date(2019, 6, 1), date(2019, 8, 31)),
        ("en", "the roof leaked in November", date(2025, 11, 1), date(2025, 11, 30)),
        ("zh", "上周六水壶炸了", date(2026, 5, 9), date(2026, 5, 9)),
        ("zh", "周一把船卖了", date(2026, 5, 11), date(2026, 5, 11)),
        ("zh", "我2019年学的帆船", date(2019, 1, 1), date(2019, 12, 31)),
        ("zh", "去年冬天屋顶漏了", date(2025, 12, 1), date(2026, 2, 28)),
        ("ja", "先週の土曜日にやかんが壊れました", date(2026, 5, 9), date(2026, 5, 9)),
        ("ja", "月曜日に船を売りました", date(2026, 5, 11), date(2026, 5, 11)),
        ("ja", "2019年にヨットを習いました", date(2019, 1, 1), date(2019, 12, 31)),
        ("ja", "三日前に屋根が壊れた", date(2026, 5, 10), date(2026, 5, 10)),
    ],
)
def test_a_day_gone_by_is_read_from_the_words(lang: Lang, text: str, first: date, last: date) -> None:
    found = told(text, lang)
    assert found is not None and (found.first, found.last, found.since) == (first, last, False)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "I have a rehearsal on Monday"),
        ("en", "I got a dental appointment on Friday"),
        ("en", "I booked a table for Saturday"),
        ("zh", "我周一要排练"),
        ("zh", "周五约了牙医"),
        ("ja", "月曜日にリハーサルがあります"),
        ("ja", "金曜日に歯医者を予約しました"),
    ],
)
def test_a_day_to_come_is_no_day_gone_by(lang: Lang, text: str) -> None:
    assert told(text, lang) is None


def test_since_and_until_bound_what_holds() -> None:
    since, until = told("I have lived in Ghent since March", "en"), told("I'm in Ghent until June", "en")
    assert since is not None and (since.first, since.last, since.since) == (date(2026, 3, 1), None, True)
    assert until is not None and (until.first, until.last) == (None, date(2026, 6, 1))
    for text, lang in (("我从三月起住在根特", "zh"), ("三月からヘントに住んでいます", "ja")):
        found = told(text, lang)  # type: ignore[arg-type]
        assert found is not None and found.since and found.first == date(2026, 3, 1)


@pytest.mark.parametrize(
    ("lang", "text", "shown"),
    [
        ("en", "Rosa helped me paint the hallway last Saturday", "Rosa helped you paint the hallway."),
        ("en", "I scalded my arm last Saturday", "You scalded your arm."),
        ("en", "My cousin had twins last Saturday", "Your cousin had twins."),
        ("zh", "上周六小罗帮我刷墙了", "小罗帮你刷墙了。"),
        ("zh", "上周六我烫到胳膊了", "你烫到胳膊了。"),
        ("ja", "先週の土曜日にロサが壁を塗ってくれました", "ロサが壁を塗ってくれました。"),
    ],
)
def test_what_happened_is_kept_in_their_words_with_its_day(lang: Lang, text: str, shown: str) -> None:
    (fact,) = facts(text, lang)
    assert fact.text == shown and fact.due is None
    assert fact.about_from is not None and fact.about_from.date() == date(2026, 5, 9)


def test_a_loss_on_a_weekday_is_of_the_past_and_no_plan() -> None:
    for lang, text in (("en", "My grandfather died on Sunday"), ("zh", "外公周日去世了"), ("ja", "日曜日に祖父が亡くなりました")):
        (fact,) = facts(text, lang)  # type: ignore[arg-type]
        assert fact.kind == "loss.person" and fact.due is None
        assert fact.about_from is not None and fact.about_from.date() == date(2026, 5, 10)
        assert PLANNER.content(fact.lang).facts[fact.kind].sad


def test_a_home_since_march_holds_from_then_on() -> None:
    texts = (("en", "I've lived in Ghent since March"), ("zh", "我从三月起住在根特"), ("ja", "三月からヘントに住んでいます"))
    for lang, text in texts:
        (fact,) = facts(text, lang)  # type: ignore[arg-type]
        assert fact.key == "user.home.place"
        assert fact.valid_from is not None and fact.valid_from.date() == date(2026, 3, 1)
