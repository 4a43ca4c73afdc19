"""Whole talks in Chinese and Japanese: names, pets, plans, feelings, script, and no sentence twice."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from mind.clock import VirtualClock
from mind.talk import RulePlanner
from tests.support.talk_house import House
from tests.support.talk_measures import repeats
from tests.support.turn_companion import companion, sentences, told

KANA = re.compile(r"[\u3041-\u309f\u30a1-\u30fa]")
HAN = re.compile(r"[\u3400-\u9fff]")
ONLY_CHINESE = re.compile(r"[们这说没吗么谁给个对话时过还觉东车门问间风欢书买卖钱饭长马鸟鱼头脸难压紧虑烦气饿热]")
"""Characters that Japanese does not write."""
HALF_WIDTH = re.compile(r"[\u3400-\u9fff\u3040-\u30ff][,.!?;:]")

ZH_TALK = """刚下班，累死了
今天开了一天会
老板说我太慢了
有点委屈
嗯
我跟我妈吵架了
她又催我结婚了，我妈天天催我结婚
你呢
我养了一只猫
它叫豆包
它老是趴在我键盘上
今天下雨了
你喜欢下雨吗
我周末去了趟郊外
看见一只刺猬
哈哈哈
昨天那个bug终于修好了
我爱吃火锅
无聊
不玩
晚饭煮了面
我在想要不要辞职
你觉得我能行吗
哦
我同事离职了
有点羡慕
我最近在看三体
没什么
周末没什么安排
你今天过得怎么样
我忘了带伞
还行吧
为什么
我弟弟在深圳上班
我睡不着
明天要去体检
怕查出什么来
讲个笑话
233
我想奶奶了
她做的红烧肉最好吃
谢谢你
我换了新耳机
听什么好呢
我喜欢民谣
对
房租又涨价了
不知道
我决定少喝奶茶
你会写诗吗
地铁好挤
好的
我的多肉死了
emo了
算了不说了
我今天被夸了
绝绝子
终于周五了
想去看海
嗯嗯""".splitlines()


def japanese_only(text: str) -> bool:
    return bool(KANA.search(text)) and not ONLY_CHINESE.search(text)


def chinese_only(text: str) -> bool:
    return bool(HAN.search(text)) and not KANA.search(text)


@pytest.mark.parametrize(
    ("first", "name"),
    [
        ("你好，我叫小明", "小明"), ("叫我阿诚吧", "阿诚"), ("我是小雨呀", "小雨"), ("名字？林夏", "林夏"),
        ("你可以叫我Sam", "Sam"),
    ],
)
def test_a_chinese_name_is_heard_however_it_is_given(first, name):
    house = House(lang="zh")
    assert house.greet().endswith("？")
    assert name in house.say(first)
    assert house.plan.name == name


@pytest.mark.parametrize("first", ["叫外卖", "下班了", "刚回来", "不告诉你", "有点累", "没什么", "我是学生"])
def test_what_is_no_chinese_name_is_not_taken_for_one(first):
    house = House(lang="zh")
    house.greet()
    house.say(first)
    assert house.plan.name is None


@pytest.mark.parametrize("first", ["元気です", "疲れました", "学生です", "仕事です", "はい", "秘密です。いいえ"])
def test_what_is_no_japanese_name_is_not_taken_for_one(first):
    house = House(lang="ja")
    house.greet()
    house.say(first)
    assert house.plan.name is None


@pytest.mark.parametrize(("lang", "first", "name"), [("zh", "叫我阿诚吧", "阿诚"), ("ja", "田中といいます", "田中")])
def test_a_name_is_used_the_next_day(lang, first, name):
    house = House(lang=lang)
    house.greet()
    house.say(first)
    house.leave(days=1)
    assert name in house.greet()


@pytest.mark.parametrize(
    ("lang", "turns", "name"),
    [("zh", ("我养了一只猫", "它叫豆包"), "豆包"), ("ja", ("猫を飼っています", "名前はモモです"), "モモ")],
)
def test_a_pet_is_known_by_its_name_after_it_was_spoken_of(lang, turns, name):
    house = House(lang=lang, name="林夏" if lang == "zh" else "田中")
    house.greet()
    for text in turns:
        house.say(text)
    assert name in house.turns[-1].text
    assert [m.value for m in house.memories if m.kind == "pet.name"] == [name]
    assert house.plan.name is None


@pytest.mark.parametrize(
    ("lang", "told", "asked", "stored"),
    [("zh", "我下周三有面试", "面试", "3月11日周三"), ("ja", "来週の水曜に面接があります", "面接", "3月11日（水）")],
)
def test_a_plan_is_followed_up_once_its_day_has_gone(lang, told, asked, stored):
    house = House(lang=lang, name="林夏" if lang == "zh" else "田中")
    house.greet()
    house.say(told)
    assert stored in house.texts()[-1]
    house.leave(days=11)
    assert asked in house.greet()
    assert house.plan.must_use[0].kind == "plan.event"
    house.leave(days=1)
    assert asked not in house.greet()


@pytest.mark.parametrize(
    ("lang", "told", "feeling"),
    [
        ("zh", "我好累啊", "tired"), ("zh", "emo了", "sad"), ("zh", "当场社死", "ashamed"), ("zh", "我酸了", "jealous"),
        ("zh", "我壓力好大", "stressed"), ("ja", "とても不安です", "anxious"), ("ja", "寂しいです", "lonely"),
        ("ja", "今日は疲れました", "tired"), ("ja", "嬉しいです", "happy"),
    ],
)
def test_a_feeling_is_answered_as_one(lang, told, feeling):
    house = House(lang=lang, name="Sam")
    house.greet()
    house.say(told)
    assert house.plan.acts[0] == f"feeling:{feeling}"


@pytest.mark.parametrize("told", ["我不累", "他很难过", "緊張しない", "彼は怒っている"])
def test_what_is_denied_or_anothers_is_no_feeling_of_the_users(told):
    house = House(lang="zh" if told[0] in "我他" else "ja", name="Sam")
    house.greet()
    house.say(told)
    assert not house.plan.acts[0].startswith("feeling:")


def test_no_sentence_comes_back_in_sixty_chinese_turns_and_questions_stay_few():
    for seed in (1, 2, 3):
        house = House(lang="zh", seed=seed)
        house.greet()
        house.say("叫我阿诚吧")
        rng = random.Random(seed)
        turns = ZH_TALK[:]
        rng.shuffle(turns)
        for text in turns:
            house.say(text)
        hers = [t.text for t in house.turns if t.speaker == "companion"]
        assert repeats(hers, within=30) == 0
        assert all(chinese_only(text) for text in hers)
        assert not any(HALF_WIDTH.search(text) for text in hers)
        assert sum(text.endswith("？") for text in hers) <= 0.5 * len(hers)
        assert sum(text.count("？") > 2 for text in hers) == 0


def test_a_japanese_talk_is_answered_in_japanese_alone():
    house = House(lang="ja", name="田中")
    texts = """今帰りました
今日は疲れました
上司に怒られました
うん
猫を飼っています
モモです
カレーを食べました
あなたは何歳ですか
冗談を言って
笑
明日は試験です
緊張します
深呼吸をしたい
できました
やめて
今日は雨です
何か話して
わからない
しりとりしよう
やめて
何時ですか
私のこと覚えてる？
ありがとう
大丈夫
おやすみなさい""".splitlines()
    hers = [house.greet(), *(house.say(text) for text in texts)]
    assert house.lang == "ja"
    assert all(japanese_only(text) for text in hers), [t for t in hers if not japanese_only(t)]
    assert repeats(hers, within=30) == 0


def test_what_was_told_in_chinese_is_not_quoted_into_japanese():
    house = House(lang="zh", name="Sam")
    house.say("我养了一只猫")
    house.say("我家猫叫豆包")
    house.say("我周五有面试")
    house.lang = "ja"
    house.leave(days=6)
    texts = ("こんにちは", "今日は雨です", "うん", "暇です", "いいえ", "ラーメンが好きです")
    hers = [house.greet(), *(house.say(text) for text in texts)]
    assert all(japanese_only(text) for text in hers), hers
    assert not any("豆包" in text or "面试" in text for text in hers)


def test_traditional_characters_are_understood():
    house = House(lang="zh", name="Sam")
    house.say("我養了一隻貓")
    assert "pet.has" in {m.kind for m in house.memories}


def test_an_outfit_is_put_on_in_both_languages():
    for lang, text in (("zh", "穿件暖和的"), ("ja", "セーターを着て")):
        house = House(lang=lang, name="Sam")
        house.say(text)
        assert house.plan.outfit == "cosy"


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [("zh", "你穿的是什么？", "毛衣"), ("zh", "你今天穿的什么", "毛衣"), ("ja", "何を着ているの？", "セーター"),
     ("ja", "今着ている服は何？", "セーター")],
)
def test_asked_what_she_wears_she_names_it(lang, text, name):
    house = House(lang=lang, name="Sam", outfit="cosy")
    assert name in house.say(text)
    assert house.plan.acts == ("outfit.now",)


@pytest.mark.parametrize(("lang", "text"), [("zh", "我今天穿什么好"), ("ja", "私は何を着ればいい？")])
def test_asked_what_to_wear_she_does_not_speak_of_her_wardrobe(lang, text):
    house = House(lang=lang, name="Sam")
    house.say(text)
    assert not any(act.startswith("outfit") for act in house.plan.acts)


@pytest.mark.parametrize(("lang", "start", "give_up"), [("zh", "出个谜语吧", "认输"), ("ja", "なぞなぞを出して", "降参")])
def test_a_riddle_can_be_given_up_and_is_then_told(lang, start, give_up):
    house = House(lang=lang, name="Sam")
    house.say(start)
    assert house.state["game"]["k"] == "riddle"
    riddle = house.planner.content(lang).riddles[house.state["game"]["id"]]
    assert riddle.answers[0] in house.say(give_up)


def test_shiritori_is_lost_by_a_word_that_ends_in_n():
    house = House(lang="ja", name="Sam")
    house.say("しりとりしよう")
    first = house.state["game"]["last"][-1]
    house.say(f"{first}ん")
    assert house.state.get("game") is None


@pytest.mark.parametrize(
    ("lang", "texts", "name", "plan"),
    [
        ("zh", ("叫我阿诚吧", "我家猫叫豆包", "我下周三有面试"), "阿诚", "面试"),
        ("ja", ("田中といいます", "猫の名前はモモです", "来週の水曜に面接があります"), "田中", "面接"),
    ],
)
async def test_name_pet_and_plan_outlive_a_restart_on_a_real_store(tmp_path: Path, lang, texts, name, plan) -> None:
    clock = VirtualClock()
    async with companion(tmp_path, RulePlanner(), clock=clock) as she:  # type: ignore[arg-type]
        for text in texts:
            await told(she.say(text, lang=lang))
            clock.advance(30)
    clock.advance(11 * 24 * 3600)
    async with companion(tmp_path, RulePlanner(), clock=clock) as she:  # type: ignore[arg-type]
        hello = "".join(sentences(await told(she.say("你好" if lang == "zh" else "こんにちは", lang=lang))))
        assert plan in hello
        asked = "你记得我什么" if lang == "zh" else "私のこと覚えてる？"
        known = "".join(sentences(await told(she.say(asked, lang=lang))))
        assert ("豆包" if lang == "zh" else "モモ") in known
        asked = "我叫什么名字" if lang == "zh" else "私の名前は何ですか"
        assert name in "".join(sentences(await told(she.say(asked, lang=lang))))
