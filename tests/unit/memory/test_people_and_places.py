"""People, places and open loops out of facts: whom a fact belongs to, and what is still open."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mind.domain import Memory
from mind.memory.open_loops import open_loops
from mind.memory.people import people
from mind.memory.places import places
from mind.memory.relations import KnownNames, mentions
from tests.support.store_samples import MONDAY


def memory(row, key, value, text, *, kind="", due=None, days=0, lang="en", **slots):
    at = MONDAY + timedelta(days=days)
    when = MONDAY + timedelta(days=due) if due is not None else None
    return Memory(row, row, kind or key.split(".")[1], key, value, text, text, lang, 1.0, at, when, slots=slots)


def told(found):
    return [(one.name, one.relation, one.sort, [kept.id for kept in one.memories]) for one in found]


def test_facts_of_one_relation_belong_to_the_person_of_that_relation():
    kept = [
        memory(1, "user.people.sister.name", "Ines", "Your sister is called Ines.", kin="sister", name="Ines"),
        memory(2, "user.people.sister.place", "Porto", "Your sister lives in Porto.", kin="sister", place="Porto"),
        memory(3, "user.named.ines.job", "vet", "Ines works as a vet.", who="Ines", job="vet"),
        memory(4, "user.goal.call-ines", "call Ines", "You want to call Ines more often.", x="call Ines"),
    ]
    assert told(people(kept)) == [("Ines", "sister", "person", [4, 3, 2, 1])]


@pytest.mark.parametrize(
    ("kin", "who", "name"), [("sister", "my sister", "Ines"), ("sister", "sister", "Ines"), ("姐姐", "姐姐", "小芳")]
)
def test_someone_told_of_by_relation_is_the_one_of_that_relation(kin, who, name):
    kept = [
        memory(1, f"user.people.{kin}.name", name, f"{kin}: {name}", kin=kin, name=name),
        memory(2, f"user.named.{kin}.told.piano", "plays the piano", "plays the piano", who=who, x="plays the piano"),
    ]
    assert told(people(kept)) == [(name, kin, "person", [2, 1])]


def test_of_two_sisters_neither_gets_what_was_said_of_one():
    kept = [
        memory(1, "user.people.sister.ana.name", "Ana", "Ana is your sister.", kin="sister", name="Ana"),
        memory(2, "user.people.sister.bea.name", "Bea", "Bea is your sister.", kin="sister", name="Bea"),
        memory(3, "user.people.sister.job", "baker", "Your sister works as a baker.", kin="sister", job="baker"),
    ]
    assert told(people(kept)) == [
        ("", "sister", "person", [3]), ("Bea", "sister", "person", [2]), ("Ana", "sister", "person", [1])
    ]


def test_animals_are_kept_apart_from_people_of_the_same_name():
    kept = [
        memory(1, "user.pet.cat.name", "Momo", "Your cat is called Momo.", kind="pet.name", name="Momo"),
        memory(2, "user.people.friend.momo.name", "Momo", "Momo is your friend.", friend="friend", name="Momo"),
        memory(3, "user.pet.cat.age", "12", "Your cat is 12.", pet="cat", n="12"),
    ]
    assert told(people(kept)) == [("Momo", "cat", "pet", [3, 1]), ("Momo", "friend", "person", [2])]


@pytest.mark.parametrize(
    ("key", "value", "text", "slots", "expected"),
    [
        ("user.people.姐姐.name", "小芳", "你姐姐叫小芳。", {"kin": "姐姐", "name": "小芳"}, ("小芳", "姐姐")),
        ("user.people.小明", "认识小明", "你有个朋友叫小明。", {"name": "小明"}, ("小明", "")),
        ("user.people.妹.name", "ゆき", "妹の名前はゆき。", {"kin": "妹", "name": "ゆき"}, ("ゆき", "妹")),
    ],
)
def test_people_are_known_in_chinese_and_japanese(key, value, text, slots, expected):
    (found,) = people([memory(1, key, value, text, lang="zh", **slots)])
    assert (found.name, found.relation) == expected


def test_what_holds_no_longer_is_nobody():
    gone = replace(memory(1, "user.people.boss.name", "Ed", "Your boss is called Ed.", friend="boss", name="Ed"), superseded_by=2)
    assert people([gone]) == ()


def test_a_name_inside_another_word_is_no_mention():
    kept = [
        memory(1, "user.people.friend.al.name", "Al", "Al is your friend.", friend="friend", name="Al"),
        memory(2, "user.taste.almonds", "likes almonds", "You like almonds.", x="almonds"),
    ]
    assert told(people(kept)) == [("Al", "friend", "person", [1])]


def test_facts_about_one_place_stand_together():
    kept = [
        memory(1, "user.home.place", "Leeds", "You live in Leeds.", place="Leeds"),
        memory(2, "user.work.place", "the harbour", "You work at the harbour.", place="the harbour"),
        memory(3, "user.people.sister.place", "leeds", "Your sister lives in Leeds.", kin="sister", place="Leeds"),
        memory(4, "user.plan.see", "see", "You plan to see friends in Leeds.", x="see friends in Leeds"),
        memory(5, "user.home.with", "nobody", "You live alone.", who="nobody"),
    ]
    assert [(one.name, [kept.id for kept in one.memories]) for one in places(kept)] == [
        ("Leeds", [4, 3, 1]), ("The harbour", [2])
    ]


def test_plans_to_come_stand_before_past_ones_without_an_answer():
    kept = [
        memory(1, "user.plan.exam", "exam", "You have an exam.", due=5, event="exam"),
        memory(2, "user.plan.dentist", "dentist", "You have a dentist.", due=1, event="dentist"),
        memory(3, "user.plan.interview", "interview", "You had an interview.", due=-2, event="interview"),
        memory(4, "user.plan.talk", "talk", "You had a talk.", due=-1, event="talk"),
        memory(5, "user.plan.party", "party", "You had a party.", due=-200, event="party"),
    ]
    found = open_loops(kept, MONDAY, answered={4})
    assert [(loop.memory.id, loop.state) for loop in found] == [(2, "to_come"), (1, "to_come"), (3, "unanswered")]


def test_an_outcome_answers_the_plan_it_belongs_to():
    plan = memory(1, "user.plan.exam", "exam", "You have an exam.", due=-2, event="Exam")
    outcome = memory(2, "user.past.passed.exam", "passed", "You passed your exam.", kind="passed", event="exam", days=-1)
    early = replace(outcome, said_at=MONDAY - timedelta(days=9))
    assert open_loops([plan, outcome], MONDAY) == ()
    assert [loop.memory.id for loop in open_loops([plan, early], MONDAY)] == [1]


def test_who_has_something_open_carries_it():
    plan = memory(2, "user.plan.meet.ines", "meet Ines", "You are meeting Ines on Friday.", due=3, who="Ines")
    kept = [memory(1, "user.people.sister.name", "Ines", "Your sister is called Ines.", kin="sister", name="Ines"), plan]
    (ines,) = people(kept, open_loops(kept, MONDAY))
    assert [loop.memory for loop in ines.open] == [plan]


@settings(max_examples=200, deadline=None)
@given(
    text=st.text("AnaBoe-' 李小明。,", max_size=30),
    names=st.lists(st.text("AnaBoe-' 李小明", min_size=1, max_size=6), max_size=5),
)
def test_looking_for_many_names_at_once_finds_what_looking_for_each_does(text, names):
    kept = memory(1, "user.taste.tea", "tea", text)
    assert set(KnownNames(names).in_(kept)) == {name for name in names if mentions(kept, name)}
