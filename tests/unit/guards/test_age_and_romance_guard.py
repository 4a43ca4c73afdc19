"""Under eighteen, and romance."""

from __future__ import annotations

import pytest

from mind.guards.age import says_minor
from mind.guards.romance import asks_romance


@pytest.mark.parametrize(
    "text",
    [
        "I'm 15",
        "i am 12 years old",
        "I'm only fourteen, is that ok?",
        "I just turned 17!",
        "im 16 btw",
        "I'm a minor",
        "I'm not 18 yet",
        "I'm still in middle school",
        "我今年十四岁",
        "我15岁",
        "我才十二岁",
        "我还未成年",
        "我是初中生",
        "我没满十八",
        "14歳です",
        "私は十五歳です",
        "中学生です",
        "まだ未成年だよ",
        "I am 13yo",
        "im only 11 lol",
        "I'm sixteen years old",
        "turning 15 next week",
        "I'm in 7th grade",
        "i'm a 14 year old girl",
        "我13",
        "我读初二",
        "今年上小学六年级",
        "中二です",
        "高校一年生です、15歳",
        "I'll be 13 in May",
    ],
)
def test_a_minor_is_recognised(text: str) -> None:
    assert says_minor(text)


@pytest.mark.parametrize(
    "text",
    [
        "I'm 31",
        "when I was 15 I moved",
        "I'm 15 minutes late",
        "I'm 10 pages in",
        "my son is 12 years old",
        "I feel like I'm 12",
        "I'm 8 weeks pregnant",
        "I'm 16 weeks pregnant",
        "I'm 5 ft tall",
        "I'm on level 12",
        "I'm not 15",
        "I'm 17th in line",
        "I'm eighteen",
        "我今年二十五岁",
        "我十五岁的时候搬家了",
        "我儿子十二岁",
        "我的猫八岁了",
        "我有一个十岁的儿子",
        "25歳です",
        "15歳の頃は毎日走っていた",
        "娘は12歳です",
        "我等了15分钟",
        "I'm 12 hours ahead of you",
        "I'm 9 to 5",
        "I'm 15 years into this job",
        "i'm 7 minutes away",
        "I'm 14 days sober",
        "I am 17 and a half stone",
        "my daughter turned 15",
        "我女儿13岁",
        "我们班13个人",
        "I'm 11 on the waiting list",
        "I'm 16 again when I hear that song",
        "我在初中教书",
        "I'm 15k in debt",
    ],
)
def test_other_numbers_say_nothing_of_the_age(text: str) -> None:
    assert not says_minor(text)


@pytest.mark.parametrize(
    "text",
    [
        "will you be my girlfriend?",
        "kiss me",
        "I'm in love with you",
        "marry me",
        "let's have sex",
        "take off your clothes",
        "做我女朋友吧",
        "嫁给我",
        "我爱上你了",
        "亲我一下",
        "付き合ってください",
        "結婚してください",
        "キスして",
    ],
)
def test_advances_are_recognised(text: str) -> None:
    assert asks_romance(text)


@pytest.mark.parametrize(
    "text",
    [
        "I love you, you're the best listener",
        "my girlfriend left me",
        "we had a date yesterday",
        "I kissed my wife",
        "what a date to remember",
        "我爱你",
        "我女朋友走了",
        "大好きだよ",
        "彼女と結婚した",
    ],
)
def test_affection_and_news_are_left_alone(text: str) -> None:
    assert not asks_romance(text)
