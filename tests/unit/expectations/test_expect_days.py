"""Days of the year: read from words, kept on the 28th where there is no 29th, never guessed from another calendar."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from mind.domain import Memory
from mind.expectations.dates import birthdays, is_on, losses, met, month_day, year_ago, years_back

ZONE = timezone(timedelta(hours=1))
TOLD = datetime(2026, 1, 5, 19, 0, tzinfo=ZONE)


def day(year: int, month: int, number: int, hour: int = 10) -> datetime:
    return datetime(year, month, number, hour, tzinfo=ZONE)


def memory(kind: str, quote: str = "", number: int = 1, said: datetime = TOLD, **more) -> Memory:
    slots = more.pop("slots", {})
    return Memory(number, number, kind, kind, quote, quote, quote, "en", 0.9, said, slots=slots, **more)


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("the 5th of May", (5, 5)), ("March 12", (3, 12)), ("12 March", (3, 12)), ("February 29", (2, 29)), ("5月2日", (5, 2)),
        ("十月一号", (10, 1)), ("十二月二十三", (12, 23)), ("农历八月初三", None), ("旧暦の5月2日", None), ("正月初一", None),
        ("the 31st of June", None), ("sometime", None), ("lunar May 5", None),
    ],
)  # fmt: skip
def test_a_day_is_read_from_words_of_the_suns_calendar_alone(words, read):
    assert month_day(words) == read


def test_the_leap_day_is_kept_on_the_last_of_february_in_other_years():
    assert is_on((2, 29), date(2028, 2, 29)) and not is_on((2, 29), date(2028, 2, 28))
    assert is_on((2, 29), date(2026, 2, 28)) and not is_on((2, 29), date(2026, 3, 1))


def test_a_birthday_comes_once_a_year_under_a_name_of_its_own():
    mine = memory("birthday", "my birthday is March 12", slots={"day": "March 12"})
    (one,) = birthdays([mine], day(2026, 3, 12), {})
    (next_year,) = birthdays([mine], day(2027, 3, 12), {})
    assert (one.key, next_year.key, one.frame) == ("birthday:1:2026", "birthday:1:2027", "birthday.mine")
    assert birthdays([mine], day(2026, 3, 11, 23), {}) == () == birthdays([mine], day(2026, 3, 13), {})


def test_the_day_it_is_told_needs_no_reminder():
    mine = memory("birthday", "my birthday is March 12", said=day(2026, 3, 12, 8), slots={"day": "March 12"})
    assert birthdays([mine], day(2026, 3, 12, 20), {}) == ()


def test_other_peoples_birthdays_come_after_the_users_own_and_by_name_where_it_is_known():
    mine = memory("birthday", "my birthday is March 12", 5, slots={"day": "March 12"})
    sister = memory("person.birthday", "my sister's birthday is March 12", 2, slots={"day": "March 12", "kin": "sister"})
    named = memory("named.birthday", "Tom's birthday is March 12", 3, slots={"day": "March 12", "name": "Tom"})
    found = birthdays([sister, named, mine], day(2026, 3, 12), {"sister": "Nina"})
    assert [(one.frame, dict(one.words)) for one in found] == [
        ("birthday.mine", {}), ("birthday.theirs", {"who": "Nina"}), ("birthday.theirs", {"who": "Tom"}),
    ]  # fmt: skip
    (unnamed,) = birthdays([sister], day(2026, 3, 12), {})
    assert (unnamed.frame, dict(unnamed.words)) == ("birthday.kin", {"kin": "sister"})


def test_a_lunar_birthday_is_not_turned_into_a_date():
    lunar = memory("birthday", "我的生日是农历三月十二", slots={"day": "三月十二"})
    assert birthdays([lunar], day(2026, 3, 12), {}) == ()


def test_a_name_day_is_wished_well():
    (one,) = birthdays([memory("nameday", "my name day is July 26", slots={"day": "July 26"})], day(2026, 7, 26), {})
    assert one.frame == "nameday.mine" and one.kind == "nameday"


def test_the_day_they_met_comes_from_a_year_on():
    assert met(day(2026, 3, 2), day(2026, 3, 2)) is None and met(None, day(2027, 3, 2)) is None
    one = met(day(2026, 3, 2, 19), day(2029, 3, 2))
    assert one is not None and (one.key, one.years) == ("met:2029", 3)
    assert met(day(2028, 2, 29), day(2029, 2, 28)) is not None and met(day(2026, 3, 2), day(2027, 3, 3)) is None


def test_a_loss_is_only_for_a_talk_in_which_they_speak_of_it():
    gone = memory("loss.person", "my grandmother died on Sunday", slots={"kin": "grandmother"}, about_from=day(2026, 3, 1, 0))
    (one,) = losses([gone], day(2027, 3, 1))
    assert one.fit == "talk" and one.touching == ("grandmother",) and not one.light and one.years == 1
    assert losses([gone], day(2026, 3, 1, 20)) == () == losses([gone], day(2027, 3, 2))
    month = {"about_from": day(2026, 3, 1), "about_to": day(2026, 3, 31)}
    vague = memory("loss.person", "my dad died in March", slots={"kin": "dad"}, **month)
    assert losses([vague], day(2027, 3, 1)) == ()


def test_a_year_ago_takes_what_happened_and_was_not_sad():
    glad = memory("event.made", "I made a chair", 4, said=day(2025, 3, 12))
    sad = memory("event.quarrel", "I had a fight with mum", 3, said=day(2025, 3, 12))
    hers = memory("event.made", "she promised a scarf", 2, said=day(2025, 3, 12), source="character")
    one = year_ago([glad, sad, hers], day(2026, 3, 12))
    assert one is not None and one.words["quote"] == "I made a chair" and one.turns == (4,) and one.years == 1
    assert year_ago([sad, hers], day(2026, 3, 12)) is None and year_ago([glad], day(2026, 3, 13)) is None


def test_a_day_that_an_earlier_year_did_not_have_is_no_day():
    assert years_back(date(2028, 2, 29), 1) is None and years_back(date(2028, 2, 29), 4) == date(2024, 2, 29)
