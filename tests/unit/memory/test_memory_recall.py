"""Recall: what is being said decides, what is near in time joins, what no longer holds stays out."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mind.domain import Memory
from mind.memory import recall_facts
from mind.memory.ranking import is_due, rank
from mind.memory.relevance import relevance, stem
from mind.memory.topics import topics
from tests.support.store_samples import MONDAY, answer, fact, keep, say, store_in


def memory(row, *, due=None, kind="like", confidence=1.0, **more):
    due = MONDAY + timedelta(days=due) if due is not None else None
    return Memory(row, row, kind, f"k{row}", f"v{row}", f"t{row}", f"q{row}", "en", confidence, MONDAY, due, **more)


def ids(memories):
    return [one.id for one in memories]


def test_own_words_come_before_the_talk_around_them_and_those_before_the_newest():
    kept = [*(memory(row) for row in range(1, 9)), replace(memory(9), quote="a red boat"), memory(10), memory(11)]
    scores = relevance("the boat", [kept[4], kept[8]], {5: "we saw a boat"})
    assert scores[9] > scores[5] > 0
    assert ids(rank(kept, scores, MONDAY, 4)) == [9, 5, 11, 10]


def test_a_rare_word_says_more_than_a_common_one():
    good = [replace(memory(row), quote="that is good") for row in range(1, 7)]
    cake = memory(7)
    scores = relevance("Was the cake good?", [*good, cake], {7: "I bake a cake"})
    assert max(scores, key=scores.get) == 7


@pytest.mark.parametrize(("one", "other"), [("lives", "live"), ("baked", "baking"), ("parties", "party"), ("书店", "书店")])
def test_forms_of_a_word_are_one(one, other):
    assert stem(one) == stem(other)


def test_what_is_due_keeps_its_place_however_much_matches():
    kept = [*(memory(row) for row in range(1, 9)), memory(9, due=1)]
    scores = {row: 9.0 - row for row in range(1, 9)}
    assert ids(rank(kept, scores, MONDAY, 4)) == [1, 2, 3, 9]


def test_the_nearer_date_comes_first():
    kept = [memory(1, due=2), memory(2, due=-0.5), memory(3, due=30)]
    assert ids(rank(kept, {}, MONDAY, 2)) == [2, 1]


@pytest.mark.parametrize(("days", "near"), [(-4, False), (-3, True), (0, True), (2, True), (2.1, False)])
def test_a_date_is_near_from_three_days_past_to_two_to_come(days, near):
    assert is_due(memory(1, due=days), MONDAY) is near


def test_what_no_longer_holds_is_never_recalled():
    kept = [memory(1, superseded_by=2), memory(2, expired_at=MONDAY), memory(3)]
    assert ids(rank(kept, {1: 1.0, 2: 1.0}, MONDAY, 5)) == [3]


def test_an_unsure_memory_yields_to_a_sure_one():
    kept = [memory(1, confidence=0.3), memory(2)]
    assert ids(rank(kept, {1: 1.0, 2: 1.0}, MONDAY, 1)) == [2]


@pytest.mark.parametrize("limit", [0, -1])
def test_no_room_recalls_nothing(limit):
    assert rank([memory(1)], {1: 1.0}, MONDAY, limit) == ()


@pytest.mark.parametrize(
    ("text", "lang", "named"),
    [
        ("Guess what my cat did", "en", {"pet"}),
        ("The catalogue is here", "en", set()),
        ("My boss is on holiday", "en", {"work", "jobless", "retired", "plan", "goal", "wedding"}),
        ("我妈妈来了", "zh", {"person", "friend", "partner", "child", "children"}),
        ("猫の名前", "ja", {"pet", "name"}),
    ],
)
def test_a_sentence_names_the_kinds_it_is_about(text, lang, named):
    assert topics(text, lang) == named


@pytest.fixture(scope="module")
def life(tmp_path_factory):
    def live(unit):
        keep(unit, fact("Miso"))
        keep(unit, fact("Leeds", "user.home", text="You live in Leeds.", quote="I live in Leeds"))
        turn = say(unit, "My sister Ana is getting married by the sea and I bake the cake")
        unit.memories.keep(fact("Ana", "user.sister.name", text="Your sister is called Ana.", quote="My sister Ana"), turn)
        answer(unit, turn, "A cake for a wedding!")
        keep(unit, fact("interview", "user.plan", text="You have an interview.", quote="interview on Wednesday",
                        kind="plan", due=MONDAY + timedelta(days=2)))  # fmt: skip
        for number in range(12):
            keep(unit, fact(f"song {number}", "user.like.song", text=f"You like song {number}.",
                            quote=f"song {number} is good", kind="like", single=False))  # fmt: skip
        keep(unit, fact("书店", "user.work", text="你在书店工作。", quote="我在书店工作", kind="work.place"))
        unit.commit()

    with store_in(tmp_path_factory.mktemp("recall")) as store:
        store.call(live)
        yield lambda text, lang="en", days=0.0, limit=4: [
            one.value
            for one in store.call(lambda unit: recall_facts(unit, text, lang, MONDAY + timedelta(days=days), limit))
        ]


def test_words_bring_the_memory_they_name(life):
    assert life("Do you remember where I live?", days=30)[0] == "Leeds"
    assert life("what is my cat doing", days=30)[0] == "Miso"


def test_words_of_the_same_talk_bring_the_memory_too(life):
    assert life("Was the cake good?", days=30)[0] == "Ana"


def test_a_plan_comes_to_mind_when_its_day_is_near_and_not_later(life):
    assert "interview" in life("hello", days=1)
    assert "interview" in life("hello", days=3)
    assert "interview" not in life("hello", days=30)


def test_chinese_words_bring_chinese_memories(life):
    assert life("书店今天很忙", "zh", days=30)[0] == "书店"
    assert life("上班好累", "zh", days=30)[0] == "书店"


def test_small_talk_brings_only_what_is_newest(life):
    assert life("hello", days=30) == ["书店", "song 11"]


def test_an_empty_memory_recalls_nothing(tmp_path):
    with store_in(tmp_path) as store:
        assert store.call(lambda unit: recall_facts(unit, "my cat", "en", MONDAY)) == ()
