"""What comes back over days: signs in three languages, days counted and not turns, nothing made of too little."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from mind.expectations.patterns import carries, day_of, patterns
from mind.expectations.signs import Words, signs_in

NOW = datetime(2026, 3, 12, 20, 0, tzinfo=timezone.utc)


def told(*said: tuple[str, float], lang: str = "en") -> list[Words]:
    """Turns of the user's: (words, days ago)."""
    return [Words(number, text, NOW - timedelta(days=ago), lang) for number, (text, ago) in enumerate(said, start=1)]


def found(*said: tuple[str, float], lang: str = "en") -> dict:
    return {one.key.split(":")[1]: one for one in patterns(signs_in(told(*said, lang=lang)), NOW)}


@pytest.mark.parametrize(
    ("text", "lang", "sorts"),
    [
        ("I didn't sleep well last night", "en", {"sleep"}), ("awake at three again, sleepless", "en", {"sleep"}),
        ("又失眠了", "zh", {"sleep"}), ("昨晚没睡好", "zh", {"sleep"}),
        ("あまり寝ていません", "ja", {"sleep"}), ("昨日は眠れませんでした", "ja", {"sleep"}),
        ("I slept really well!", "en", {"good"}), ("よく眠れました", "ja", {"good"}),
        ("I'm so stressed", "en", {"stress"}), ("压力好大", "zh", {"stress"}), ("もう限界です", "ja", {"stress"}),
        ("I skipped lunch again", "en", {"meals"}), ("没顾上吃饭", "zh", {"meals"}), ("昼ごはんを抜きました", "ja", {"meals"}),
        ("I worked late again", "en", {"late"}), ("今天又加班", "zh", {"late"}), ("今日も残業でした", "ja", {"late"}),
        ("I'm worried about the rent", "en", {"worry"}), ("我很担心房租", "zh", {"worry"}), ("家賃が心配です", "ja", {"worry"}),
        ("I was so sad, a terrible day", "en", {"low"}), ("心情很差", "zh", {"low"}), ("落ち込んでいます", "ja", {"low"}),
    ],
)  # fmt: skip
def test_signs_are_read_in_three_languages(text, lang, sorts):
    assert {sign.sort for sign in signs_in([Words(1, text, NOW, lang)])} == sorts


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("my baby didn't sleep", "en"), ("did you sleep badly?", "en"), ("if I skipped lunch I'd faint", "en"),
        ("he's so stressed", "en"), ("I'm not sad", "en"), ("I don't feel good about that plan", "en"),
        ("我妈妈失眠了", "zh"), ("你昨晚没睡好吗", "zh"), ("我不难过", "zh"),
        ("妹は眠れませんでした", "ja"), ("眠れませんでしたか", "ja"),
    ],
)
def test_what_is_of_others_asked_supposed_or_denied_is_no_sign(text, lang):
    assert signs_in([Words(1, text, NOW, lang)]) == ()


def test_three_days_make_a_pattern_and_three_turns_of_one_evening_do_not():
    assert "sleep" not in found(("I slept badly", 0.1), ("I barely slept", 0.05), ("no sleep at all", 0))
    assert "sleep" not in found(("I slept badly", 2), ("I barely slept", 0))
    assert "sleep" not in found(("I slept badly", 9), ("I slept badly", 8), ("I barely slept", 0)), "older than a week"
    one = found(("I slept badly", 4), ("lovely soup", 3), ("couldn't sleep", 2), ("I barely slept", 0))["sleep"]
    assert one.turns == (1, 3, 4) and one.count == 3 and one.days == (date(2026, 3, 8), date(2026, 3, 10), date(2026, 3, 12))
    assert one.words["quote"] == "I barely slept" and one.key == "pattern:sleep:2026-W11" and not one.light


def test_words_after_midnight_belong_to_the_evening_before():
    assert day_of(NOW.replace(hour=1), NOW) == date(2026, 3, 11)


@pytest.mark.parametrize(
    ("name", "words"),
    [("stress", "I'm so stressed"), ("meals", "I skipped dinner again"), ("late", "I worked late again")],
)
def test_strain_meals_and_late_work_are_noticed(name, words):
    assert found((words, 5), (words, 3), (words, 1))[name].count == 3


def test_a_worry_counts_as_the_same_by_the_word_that_comes_back():
    one = found(("I'm worried about the rent", 12), ("still worried about my rent increase", 5), ("I'm scared of the rent", 0))
    assert one["worry"].words["x"] == "the rent"
    assert "worry" not in found(("I'm worried about the rent", 12), ("I'm worried about mum", 5), ("worried about the exam", 0))
    assert found(("我担心房租", 9), ("我又担心房租了", 4), ("还是担心房租", 0), lang="zh")["worry"].count == 3
    assert found(("家賃が心配です", 9), ("家賃が不安です", 4), ("家賃が心配です", 0), lang="ja")["worry"].words["x"] == "家賃"


def test_what_does_them_good_needs_their_own_word_for_it_each_time():
    said = [("I went for a run and felt great", 14), ("ran along the canal, I feel better", 6), ("a run, and I'm happy", 1)]
    assert found(*said)["good"].words["x"] == "running" and found(*said)["good"].light
    assert "good" not in found(*[(text.split(",")[0].split(" and")[0], ago) for text, ago in said])
    assert "good" not in found(*said, ("I went for a run and felt great, but I cried a lot", 1))
    company = found(*[("I had coffee with Nina, it was lovely", ago) for ago in (15, 8, 2)])["good"]
    assert company.frame == "pattern.good.who" and company.words["who"] == "Nina"


def test_getting_better_needs_a_low_week_before_and_good_days_now():
    low = [("I feel so low", 12), ("a terrible day", 10), ("I cried", 8)]
    assert "better" in found(*low, ("a good day", 3), ("I feel better", 0))
    assert "better" not in found(*low, ("a good day", 3), ("I feel better", 1), ("I'm sad", 0))
    assert "better" not in found(("a good day", 3), ("I feel better", 0))


def test_a_clock_set_back_hides_what_was_said_later():
    turns = told(("I slept badly", 4), ("couldn't sleep", 2), ("I barely slept", 0))
    assert patterns(signs_in(turns), NOW - timedelta(days=3650)) == ()


def test_a_pattern_is_said_in_a_talk_when_its_sign_is_there():
    one = found(("I slept badly", 4), ("couldn't sleep", 2), ("I barely slept", 0))["sleep"]
    assert carries(one, signs_in([Words(0, "no sleep again", NOW, "en")]))
    assert not carries(one, signs_in([Words(0, "I skipped lunch", NOW, "en")]))
