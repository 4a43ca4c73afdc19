"""From what was said and how something was taken to what is liked: signs, their weights, and what no sign is read from."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from mind.talk.perceive import perceive
from mind.taste.noticing import EVERY, Moment, noticed
from mind.taste.said import said_in
from mind.taste.sign import KeptSign
from mind.taste.weighing import MOST_NOTICED, weigh
from tests.support.talk_house import PLANNER

NOW = datetime(2026, 3, 2, 18, 30, tzinfo=timezone.utc)


def see(text, lang="en"):
    return perceive(text, PLANNER.content(lang), NOW)


def said(text, lang="en", topic=""):
    content = PLANNER.content(lang)
    topics = {name: one.enter for name, one in content.topics.items()}
    return {one.axis: one.value for one in said_in(see(text, lang), topics, topic, ("Mira", "米拉", "ミラ"))}


def seen(text, lang="en", **moment):
    return {one.axis: one.value for one in noticed(see(text, lang), Moment(**{"acts": (), **moment}))}


def sign(axis="teasing", value=1.0, weight=0.7, kind="sign", days=0.0, number=1, **rest):
    return KeptSign(axis, value, weight, kind, NOW - timedelta(days=days), None, number, **rest)


@pytest.mark.parametrize(
    ("lang", "text", "axis", "value"),
    [
        ("en", "fewer questions please", "questions", -1), ("en", "I love it when you tease me", "teasing", 1),
        ("en", "Could you keep your answers shorter?", "length", -1), ("en", "I don't want your advice", "advice", -1),
        ("zh", "少问点好吗", "questions", -1), ("zh", "我就爱听你贫", "humour", 1), ("zh", "别给我建议了", "advice", -1),
        ("zh", "你能说慢点吗", "pace", -1), ("zh", "我不想谈工作", "topic:work", -1),
        ("ja", "そんなに質問しないで", "questions", -1), ("ja", "からかわれるのが好きです", "teasing", 1),
        ("ja", "返事が長すぎます", "length", -1), ("ja", "アドバイスはいらない", "advice", -1),
    ],
)
def test_a_wish_said_to_her_is_heard_on_its_axis(lang, text, axis, value):
    assert said(text, lang).get(axis) == value


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "My boss said: shorter please"), ("en", "Tom, slow down"), ("en", "Do I talk too much?"),
        ("en", "I used to like being teased"), ("en", "If you were funnier I'd laugh"), ("en", "He hates being teased"),
        ("zh", "老板让我少问点"), ("zh", "我以前喜欢被你逗"), ("zh", "他不喜欢被逗"),
        ("ja", "先生に短くしてと言われた"), ("ja", "彼はからかわれるのが苦手"), ("ja", "昔はからかわれるのが好きだった"),
    ],
)
def test_what_others_said_or_what_is_over_is_no_wish(lang, text):
    assert said(text, lang) == {}


@pytest.mark.parametrize(
    ("lang", "text", "moment", "axis", "value"),
    [
        ("en", "haha, stop it", {"acts": ("tease",)}, "teasing", 1),
        ("en", "that's not funny", {"acts": ("tease",)}, "teasing", -1),
        ("zh", "哈哈哈", {"acts": ("act:her.joke",)}, "humour", 1),
        ("ja", "あはは、うける", {"acts": ("act:her.joke",)}, "humour", 1),
        ("en", "thanks, that helps", {"acts": ("act:advice",)}, "advice", 1),
        ("en", "I tried that already", {"acts": ("act:advice",)}, "advice", -1),
        ("en", "hm", {"acts": ("act:advice",)}, "advice", -1),
        ("en", "and then what happened?", {"acts": ("tell:letter",)}, "telling", 1),
        ("en", "whatever", {"acts": ("gambit:rain.sound",), "asked": True, "topic": "rain"}, "questions", -1),
        ("en", "We went out in the first rain and counted snails on the wall", {"asked": True}, "questions", 1),
        ("en", "ok", {"turn": EVERY, "lengths": (2,) * 10}, "length", -1),
    ],
)  # fmt: skip
def test_how_something_is_taken_is_a_sign(lang, text, moment, axis, value):
    assert seen(text, lang, **moment).get(axis) == value


@pytest.mark.parametrize("text", ["My dog died this morning, haha", "I feel so hopeless tonight, haha"])
def test_nothing_is_read_from_a_heavy_hour(text):
    assert seen(text, acts=("tease",), asked=True) == {}
    assert seen("haha", acts=("tease",), light=False) == {}


def test_one_laugh_is_no_taste_and_several_are_one():
    once = weigh([sign(weight=0.2)], NOW)
    often = weigh([sign(number=n) for n in range(1, 7)], NOW)
    assert once == {}
    assert 0.5 < often["teasing"].value <= MOST_NOTICED and often["teasing"].ground == "noticed"


def test_words_outweigh_signs_the_hand_outweighs_words_and_what_is_struck_counts_for_nothing():
    signs = [sign(number=n) for n in range(1, 7)] + [sign(value=-1.0, weight=3.0, kind="said", number=8)]
    assert weigh(signs, NOW)["teasing"].value < -0.9
    assert weigh([*signs, sign(value=0.5, kind="set", number=9)], NOW)["teasing"].value == 0.5
    assert weigh([replace(one, undone=True) for one in signs], NOW) == {}


def test_signs_fade_in_weeks_words_in_months_and_the_hand_never():
    noticed_now = weigh([sign(number=n) for n in range(1, 4)], NOW)["teasing"].value
    later = NOW + timedelta(weeks=12)
    faded = weigh([sign(number=n) for n in range(1, 4)], later).get("teasing")
    assert faded is None or faded.value < noticed_now / 2
    assert 0.4 < weigh([sign(kind="said", weight=3.0)], later)["teasing"].value < 0.8
    assert weigh([sign(kind="set")], NOW + timedelta(days=4000))["teasing"].value == 1.0


def test_whatever_order_signs_are_read_in_they_come_to_the_same():
    signs = [sign(number=n, value=(-1) ** n, days=n) for n in range(1, 9)] + [sign(kind="said", number=20)]
    assert weigh(signs, NOW) == weigh(list(reversed(signs)), NOW)
