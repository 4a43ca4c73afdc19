"""What is understood of a turn: names, facts, feelings, dates, languages."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

from assets import asset
from mind.talk import detect_language
from mind.talk.content import load
from mind.talk.normalise import clauses, clean
from mind.talk.perceive import perceive
from mind.talk.times import find_time

NOW = datetime(2026, 3, 2, 18, 30, tzinfo=timezone.utc)  # a Monday
EN = load(asset("talk", "en"), "en")


def see(text, asked=False):
    return perceive(text, EN, NOW, asked_name=asked)


@pytest.mark.parametrize(
    ("text", "asked", "name"),
    [
        ("My name is Sam", False, "Sam"), ("I'm Sam", False, "Sam"), ("it's Sam", True, "Sam"), ("sam", True, "Sam"),
        ("just Sam", True, "Sam"), ("Sam here", False, "Sam"), ("call me Jo", False, "Jo"), ("hi, I'm Nora", False, "Nora"),
        ("You can call me Mary Ann", False, "Mary Ann"), ("i'm ana", True, "Ana"), ("hello it's Tom", True, "Tom"),
        ("I'm tired", True, None), ("i'm knackered", True, None), ("call me maybe", True, None), ("call me later", False, None),
        ("I'm a baker", True, None), ("I'm from Leeds", True, None), ("nothing much", True, None), ("Sam", False, None),
        ("I'm working", True, None), ("ok", True, None), ("yes", True, None), ("i'm sam", False, None), ("good", True, None),
        ("I'm home", True, None), ("I'm scared", True, None), ("hello", True, None), ("what's yours?", True, None),
    ],
)
def test_names_are_told_from_what_only_looks_like_one(text, asked, name):
    assert see(text, asked).name == name


TRUTH = [
    ("I have a cat called Miso and I live in Leeds", {"pet.name", "home.place"}),
    ("My sister Nora is visiting tomorrow", {"person.name", "plan.meet"}),
    ("I work as a nurse", {"work.job"}),
    ("I'm studying law", {"study.subject"}),
    ("I love ramen but I hate mushrooms", {"likes", "dislikes"}),
    ("I have a job interview on Friday", {"plan.event"}),
    ("my birthday is on the 5th of May", {"birthday"}),
    ("I'm vegan and I'm allergic to nuts", {"diet", "allergy"}),
    ("we broke up", {"breakup"}), ("my dog died", {"pet.died"}), ("I lost my job", {"work.lost"}),
    ("I play the cello", {"learn.instrument"}), ("I'm learning Welsh", {"learn.language"}),
    ("I'm flying to Rome next week", {"plan.travel"}), ("my favourite colour is green", {"likes.favourite"}),
    ("I passed my driving test!", {"passed"}), ("I've got a cold", {"health.sick"}), ("I can't sleep", {"health.sleep"}),
    ("my boss Denise sent me home", {"friend.name"}), ("I grew up in a village", {"home.from"}),
    ("I live alone", {"home.alone"}), ("I'm 34 years old", {"age"}), ("my laptop died", {"broke"}),
    ("I'm scared of spiders", {"fear"}), ("I'm seeing Nora on Saturday", {"plan.meet"}), ("we're moving house", {"moved"}),
    ("I have two kids", {"children"}),
    ("I'm reading Middlemarch", {"reading"}), ("every morning I walk to the river", {"habit.daily"}),
    # nothing is kept from these
    ("do you have a cat?", set()), ("is your cat called Miso?", set()), ("if I had a dog I'd walk it", set()),
    ("I'd like some tea", set()), ("I like it", set()), ("I love you", set()), ("my sister is tired", set()),
    ("what's my name", set()), ("I don't know", set()), ("she works as a nurse", set()), ("he lives in Leeds", set()),
    ("you like ramen", set()), ("I don't have a cat", set()), ("thanks, I like that", set()), ("I like you", set()),
    ("I see", set()), ("I was reading", set()), ("I have to go", set()), ("I'm going to bed", set()),
]


def test_facts_are_found_and_nothing_else_is():
    right = wrong = missed = 0
    problems = []
    for text, truth in TRUTH:
        found = {f.fact.id for f in see(text).facts}
        right += len(found & truth)
        wrong += len(found - truth)
        missed += len(truth - found)
        if found != truth:
            problems.append((text, found, truth))
    assert right / (right + wrong) >= 0.97, problems
    assert right / (right + missed) >= 0.95, problems


@pytest.mark.parametrize(
    ("text", "feeling"),
    [("I'm so sad", "sad"), ("I'm not sad", None),
    ("my sister is sad", None), ("are you sad?", None), ("work is stressful", "stressed"),
     ("so tired", "tired"), ("I could cry", "sad"), ("I can't cope", "overwhelmed"), ("I'm over the moon", "happy"),
     ("you are boring", None), ("I did it!", "proud"), ("nobody understands me", "lonely")],
)
def test_feelings_are_the_users_own(text, feeling):
    found = [f.cls for f in see(text).feelings]
    assert (feeling in found) if feeling else not found


def test_a_slight_feeling_weighs_less_than_a_heavy_one():
    assert see("I'm a bit sad").feelings[0].strength == 1
    assert see("I'm extremely sad").feelings[0].strength == 3


@pytest.mark.parametrize(
    ("lang", "text", "due"),
    [
        ("en", "the dentist on Friday at 3", (6, 3, 15, 0)),
        ("en", "next Tuesday", (10, 3, 18, 0)), ("en", "tomorrow evening", (3, 3, 20, 0)),
        ("en", "in two weeks", (16, 3, 18, 0)), ("en", "on the 5th of May", (5, 5, 18, 0)), ("en", "tonight", (2, 3, 20, 0)),
        ("en", "in a fortnight", (16, 3, 18, 0)),
        ("en", "on 2026-03-20", (20, 3, 18, 0)), ("en", "at half past seven tomorrow", (3, 3, 7, 30)),
        ("zh", "下周三考试", (11, 3, 18, 0)), ("zh", "明天下午三点面试", (3, 3, 15, 0)), ("zh", "三天后", (5, 3, 18, 0)),
        ("zh", "下下周五", (20, 3, 18, 0)), ("zh", "15号", (15, 3, 18, 0)),
        ("ja", "来週の水曜に試験", (11, 3, 18, 0)),
        ("ja", "明日の午後3時に会議", (3, 3, 15, 0)), ("ja", "3月20日に", (20, 3, 18, 0)),
    ],
)
def test_dates_become_absolute(lang, text, due):
    (clause,) = clauses(clean(text), lang)
    found = find_time(clause, NOW)
    assert found is not None
    assert (found.due.day, found.due.month, found.due.hour, found.due.minute) == due


@pytest.mark.parametrize("text", ["every Friday",
"last Friday", "yesterday", "on Fridays I swim on fridays", "the 45th of May"])
def test_habits_and_the_past_are_no_dates(text):
    (clause,) = clauses(clean(text), "en")
    assert find_time(clause, NOW) is None


@pytest.mark.parametrize(
    ("text", "default", "lang"),
    [("hello there", "zh", "en"), ("你好", "en", "zh"),
    ("こんにちは", "en", "ja"), ("元気", "ja", "ja"), ("今日は元気", "en", "ja"),
     ("Sam", "zh", "zh"), ("Sam", "en", "en"), ("123", "ja", "ja"),
     ("哈哈哈", "en", "zh"), ("我叫Sam", "en", "zh"), ("谢谢", "ja", "zh"),
     ("ラーメン", "zh", "ja"), ("大丈夫", "zh", "ja"), ("", "zh", "zh"), ("😀", "ja", "ja"), ("the cat sat", "ja", "en")],
)
def test_the_language_of_a_turn(text, default, lang):
    assert detect_language(text, default) == lang


@pytest.mark.parametrize(
    ("text", "count"),
    [("Sit with me for a while", 1), ("I was quiet all the while", 1), ("I waited a long while", 1),
     ("I was cooking while she slept", 2), ("stay for a while while I cook", 2)],
)
def test_a_while_is_a_time_and_while_begins_a_clause(text, count):
    assert len(clauses(clean(text), "en")) == count


def test_words_are_cut_out_of_what_was_written():
    hit = see("My cat's called Señor Fluff").facts[0]
    assert hit.slots["name"] == "Señor Fluff"
    assert hit.quote == "My cat's called Señor Fluff"


@pytest.mark.parametrize("text", ["", "   ", "?!?!",
"\u202e\u200b", "😀😀", "a" * 5000, "((((", "{name}", "\x00\x01", "。。。", "I " * 900])
def test_odd_text_is_borne(text):
    assert see(text).lang == "en"
