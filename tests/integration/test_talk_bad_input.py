"""The offline brain with turns that are no plain talk: the same words over and over, a page, keys, pictures, two languages."""

from __future__ import annotations

import pytest

from mind.talk.page_words import is_mash
from tests.support.talk_house import House

NOVEL = {
    "en": ("Margaret put the lantern on the table and looked at her brother. \"You never wrote,\" she said. The lantern "
           "smoked. Outside, the river went on carrying the ice towards the sea, and nobody in the village slept. My name is "
           "Aldous, the old man told them, and I have three daughters. The brother was afraid of the river, and he was afraid of "
           "the lantern, because the lantern showed his face. \"I hate you,\" Margaret whispered. ") * 4,
    "zh": ("玛格丽特把灯笼放在桌上，看着她的哥哥。“你从来没写过信。”她说。灯笼冒着烟。外面的河推着冰往海里去，村里没有人睡。"
           "“我叫以实玛利。”老人对他们说，“我有三个女儿。”哥哥怕那条河，也怕那盏灯笼，因为灯笼照着他的脸。"
           "“我恨你。”玛格丽特小声说。") * 4,
}  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_of_a_pasted_page_nothing_is_kept_and_its_own_thing_is_named(lang):
    house = House(lang=lang, name="Sam")
    house.say({"en": "hello", "zh": "你好"}[lang])
    answer = house.say(NOVEL[lang])
    assert house.plan.acts[0].startswith("page")
    assert not house.plan.facts and house.plan.name is None
    assert {event.kind for event in house.plan.bond_events} <= {"chat"}
    assert not house.memories
    assert any(word in answer.lower() for word in ("lantern", "river", "margaret", "灯笼", "河", "玛格"))


def test_of_their_own_long_words_the_part_that_weighs_is_answered():
    filler = "I went past the shop and the shop was shut and then I went past the bank. " * 14
    house = House(name="Sam")
    house.say(f"{filler} I feel so lonely since I moved here. {filler}")
    assert house.plan.acts[0] == "feeling:lonely"


@pytest.mark.parametrize(
    ("lang", "words"),
    [("en", "I don't know what to do about the garden"), ("zh", "我家阳台那堆东西怎么办呀"),
     ("ja", "庭のことがずっと気になっています"), ("en", "ok"), ("zh", "😂"), ("en", "🍝")],
)  # fmt: skip
def test_the_same_ten_times_is_answered_ten_ways(lang, words):
    house = House(lang=lang, name="Sam")
    answers = [house.say(words) for _ in range(10)]
    assert len(set(answers)) == 10


def test_the_same_words_are_noticed_kindly():
    house = House(name="Sam")
    answers = [house.say("I can't sleep because of the pigeons") for _ in range(6)]
    assert sum("pigeons" in answer for answer in answers) >= 3
    assert any("3" in answer or "6" in answer for answer in answers)


@pytest.mark.parametrize(
    ("text", "mash"),
    [("asdfghjkl", True), ("ggggggggg", True), ("xkcdfgh qwrtp", True), ("hahahaha", False), ("mmmm", False),
     ("strength", False), ("rhythm", False), ("ok", False), ("2333333", False)],
)  # fmt: skip
def test_keys_without_words_are_told_from_words(text, mash):
    assert is_mash(text) is mash


@pytest.mark.parametrize(
    ("text", "lang"),
    [("it's dark here, 四点就黑了", "zh"), ("今天 the meeting was three hours long and nobody said", "en")],
)
def test_two_languages_in_a_sentence_are_answered_in_one(text, lang):
    house = House(lang="en", name="Sam")
    answer = house.say(text)
    assert house.lang == lang
    assert any("\u3400" <= char <= "\u9fff" for char in answer.replace("今天", "")) is (lang == "zh")


def test_one_who_says_little_is_led():
    house = House(name="Sam")
    kinds = set()
    for _ in range(3):
        for word in ("ok", "hm", "sure", "yeah", "no", "fine", "right", "maybe", "true", "cool"):
            house.say(word, 40)
            kinds.update(act.partition(":")[0] for act in house.plan.acts[1:])
    assert len(kinds & {"gambit", "tell", "act", "propose", "with", "callback", "mine", "tease", "open"}) >= 4
