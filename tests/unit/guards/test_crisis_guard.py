"""Who speaks of hurting themselves, and who only speaks like that. All samples are invented."""

from __future__ import annotations

import pytest

from mind.guards.crisis import crisis_in

OWN = [
    "I want to kill myself",
    "i'm going to kill myself tonight",
    "I've been thinking about killing myself",
    "I don't want to be alive anymore",
    "i dont want to live any more",
    "I just want to die",
    "Sometimes I want to die and nobody notices",
    "I wish I was dead",
    "I wish I had never been born",
    "everyone would be better off without me",
    "there's no reason to live",
    "I can't go on living like this",
    "I have suicidal thoughts again",
    "I'm suicidal",
    "thinking about suicide a lot lately",
    "I started cutting myself again",
    "I want to hurt myself",
    "I took all my pills",
    "I'm going to end my life",
    "I want to end it all",
    "I could just jump off a bridge",
    "I don't want to kill myself but I keep thinking about it",
    "I'd be better off dead",
    "I don’t want to wake up tomorrow",
    "gonna unalive myself",
    "我不想活了",
    "活着没意思",
    "我想自杀",
    "真想死",
    "我想从楼上跳下去",
    "活不下去了",
    "我又开始割腕了",
    "不如死了算了",
    "想结束自己的生命",
    "我忍不住伤害自己",
    "我想死",
    "累得想死，真的不想活",
    "没有我大家会更好",
    "死にたい",
    "もう死にたいです",
    "消えてしまいたい",
    "生きるのがつらい",
    "もう生きていたくない",
    "自殺を考えています",
    "リスカしてしまった",
    "生きている意味がない",
    "死んだほうがまし",
]

OTHERS = [
    "my friend wants to kill herself",
    "my brother is suicidal and I don't know what to do",
    "he said he is going to hurt himself",
    "我朋友说想自杀",
    "妹が死にたいと言っている",
]

NONE = [
    "this game kills me",
    "that joke killed me",
    "I'm dying to see that film",
    "I nearly died laughing",
    "I could die of embarrassment",
    "I want to die of embarrassment",
    "ugh monday, I want to die lol",
    "my feet are killing me",
    "a view to die for",
    "I keep killing myself in this level",
    "I almost killed myself laughing",
    "I cut myself shaving",
    "I cut myself on a tin lid",
    "I don't want to die",
    "I would never kill myself",
    "I'm not suicidal",
    "I'm not going to hurt myself",
    "I watched Suicide Squad yesterday",
    "my essay is about suicide prevention",
    "the character commits suicide at the end of the novel",
    "killing time before the train",
    "I'm dead tired",
    "kill the lights please",
    "I hurt my knee at the gym",
    "my plant died",
    "my grandmother died last year",
    "I want to live in Lisbon",
    "I don't want to live in the city any more than you do",
    "the battery died, end of story",
    "你笑死我了",
    "想死你了",
    "我快饿死了",
    "困得想死",
    "这关我又死了，哈哈",
    "跳楼价大甩卖",
    "我不想死",
    "我不会自杀的",
    "电影里主角自杀了",
    "累死我了",
    "热死了",
    "今天不想活动",
    "恥ずかしくて死にたい",
    "死ぬほどおいしい",
    "死にたくない",
    "お腹が空いて死にそう",
    "ゲームでまた死んだ",
    "自殺なんてしないよ",
    "その映画では主人公が自殺する",
]


@pytest.mark.parametrize("text", OWN)
def test_words_of_a_crisis_are_heard(text: str) -> None:
    assert crisis_in(text) == "self"


@pytest.mark.parametrize("text", OTHERS)
def test_worry_about_someone_else_is_heard(text: str) -> None:
    assert crisis_in(text) == "other"


@pytest.mark.parametrize("text", NONE)
def test_idiom_denial_and_stories_are_no_crisis(text: str) -> None:
    assert crisis_in(text) is None
