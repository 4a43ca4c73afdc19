"""When the notice is due, and the cards."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from mind.domain import Person
from mind.guards import ai_notice, ai_notice_due
from mind.guards.crisis_card import crisis_card, spoken_number
from mind.languages import LANGS

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=timezone.utc)


@pytest.mark.parametrize(
    ("ago", "due"),
    [
        (None, True),
        (timedelta(minutes=5), False),
        (timedelta(hours=1, minutes=59), False),
        (timedelta(hours=2), True),
        (timedelta(hours=13), True),
        (timedelta(hours=-1), True),
    ],
)
def test_the_notice_comes_first_daily_and_every_two_hours(ago: timedelta | None, due: bool) -> None:
    shown = None if ago is None else NOON - ago
    assert ai_notice_due(Person(ai_notice_at=shown), NOON) is due


def test_the_notice_comes_with_a_new_day_even_after_minutes() -> None:
    midnight = NOON.replace(hour=0, minute=5)
    assert ai_notice_due(Person(ai_notice_at=midnight - timedelta(minutes=10)), midnight)


def test_minors_are_told_every_hour() -> None:
    shown = NOON - timedelta(minutes=70)
    assert ai_notice_due(Person(adult=False, ai_notice_at=shown), NOON)
    assert not ai_notice_due(Person(adult=True, ai_notice_at=shown), NOON)


@pytest.mark.parametrize("lang", LANGS)
def test_the_notice_names_her_and_says_what_she_is(lang: str) -> None:
    notice = ai_notice(lang, "Mira")
    assert "Mira" in notice.title
    assert "AI" in notice.title + notice.text
    assert "{" not in notice.title + notice.text


@pytest.mark.parametrize("lang", LANGS)
def test_the_crisis_card_has_lines_and_an_address_for_everyone(lang: str) -> None:
    card = crisis_card(lang, "Mira")
    assert card.kind == "crisis"
    assert len(card.lines) >= 3
    assert "findahelpline.com" in card.lines[-1]
    assert "{" not in "".join((card.title, card.text, *card.lines))


@pytest.mark.parametrize(
    ("lang", "country", "number"),
    [
        ("en", "US", "988"),
        ("en", "GB", "116 123"),
        ("zh", "CN", "12356"),
        ("zh", "TW", "1925"),
        ("ja", "JP", "0120-279-338"),
        ("zh", "US", "988"),
    ],
)
def test_the_own_country_comes_first(lang: str, country: str, number: str) -> None:
    assert number in crisis_card(lang, "Mira", country).lines[1]
    assert spoken_number(lang, country) == number
