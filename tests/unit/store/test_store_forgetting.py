"""Forgetting: gone from rows, index, log and every byte of the files, and nothing else is lost."""

import random

import pytest

from mind.domain import BondEvent
from mind.store.check import ledger_faults
from mind.store.phrases import distinctive, wording
from tests.support.store_samples import MONDAY, answer, fact, files_holding, keep, say, store_in


def test_a_forgotten_memory_leaves_no_byte_in_any_file(tmp_path):
    def live(unit):
        turn = say(unit, "Hello! My cat is called Zorblax and I live in Leeds")
        cat = unit.memories.keep(fact("Zorblax", quote="My cat is called Zorblax"), turn)
        home = unit.memories.keep(fact("Leeds", "user.home", quote="I live in Leeds", text="You live in Leeds."), turn)
        answer(unit, turn, "Zorblax! What a name.")
        unit.memories.keep(fact("three", "user.pet.cat.age", quote="it is three", text="ZORBLAX is three.",
                                slots={"of": "Zorblax"}), turn)  # fmt: skip
        answer(unit, say(unit, "zorblax's asleep"), "Let Zorblax sleep.", used=(cat.id,))
        unit.ledger.apply([BondEvent("disclose", "My cat is called Zorblax")], MONDAY, turn.id)
        unit.keepsakes.put("planner", {"topic": "Zorblax", "asked": ["how is Zorblax today?"], "n": 3})
        unit.commit()
        return cat, home

    def forget(unit):
        unit.memories.forget(cat.id)
        unit.commit()

    with store_in(tmp_path) as store:
        cat, home = store.call(live)
        assert files_holding(tmp_path, "zorblax")
        store.call(forget)
        assert files_holding(tmp_path, "zorblax") == []
        assert store.call(lambda unit: unit.memories.current()) [1:] == (home,)
        assert store.call(lambda unit: unit.memories.search("three")[0].text) == "… is three."
        texts = [turn.text for turn in store.call(lambda unit: unit.turns.recent(9))]
        assert texts == ["Hello! … and I live in Leeds", "…! What a name.", "…'s asleep", "Let … sleep."]
        assert store.call(lambda unit: unit.keepsakes.get("planner")) == {
            "topic": "", "asked": ["how is … today?"], "n": 3,
        }  # fmt: skip
        assert store.call(lambda unit: unit.memories.search("Zorblax") + unit.turns.search("Zorblax")) == ()
        assert store.call(ledger_faults) == []
    assert files_holding(tmp_path, "zorblax") == []


def test_a_forgotten_turn_takes_its_reply_its_memories_and_its_quotes_with_it(tmp_path):
    def live(unit):
        turn = say(unit, "我的猫叫做咪咪豆")
        answer(unit, turn, "咪咪豆，真好听")
        unit.memories.keep(fact("咪咪豆", quote="我的猫叫做咪咪豆", text="你的猫叫咪咪豆。"), turn)
        unit.ledger.apply([BondEvent("disclose", "我的猫叫做咪咪豆"), BondEvent("chat", "咪咪豆")], MONDAY, turn.id)
        say(unit, "今天下雨")
        unit.commit()
        return turn, unit.ledger.state()

    def forget(unit):
        unit.turns.remove(turn.id)
        unit.commit()
        return [turn.text for turn in unit.turns.recent(9)], unit.memories.history(), unit.ledger.changes()

    with store_in(tmp_path) as store:
        turn, before = store.call(live)
        texts, memories, changes = store.call(forget)
        assert (texts, memories) == (["今天下雨"], ())
        assert changes and {(change.quote, change.turn_id) for change in changes} == {("", None)}
        assert files_holding(tmp_path, "咪咪豆") == []
        after = store.call(lambda unit: unit.ledger.state())
        assert (after.warmth, after.bond, after.days) == (before.warmth, before.bond, before.days)
        assert store.call(ledger_faults) == []


def test_a_forgotten_taste_takes_its_slots_from_talk_state_and_the_persons_name_too(tmp_path):
    def live(unit):
        turn = say(unit, "I'm Sam and I really like ramen")
        ramen = fact("likes ramen", "user.taste.ramen", text="You like ramen.", quote="I really like ramen", slots={"x": "ramen"})
        name = fact("Sam", "user.name", text="Your name is Sam.", quote="I'm Sam", slots={"name": "Sam"})
        kept = [unit.memories.keep(one, turn) for one in (ramen, name)]
        answer(unit, turn, "Ramen. That goes on the list, Sam.")
        unit.keepsakes.put("planner", {"state": {"kept": ["user.taste.ramen", "user.name"], "question": {"env": {"x": "ramen"}}}})
        unit.keepsakes.put("person", {"name": "Sam", "lang": "en"})
        for memory in kept:
            unit.memories.forget(memory.id)
        unit.commit()
        return [turn.text for turn in unit.turns.recent(9)], unit.keepsakes.get("planner"), unit.keepsakes.get("person")

    with store_in(tmp_path) as store:
        texts, planner, person = store.call(live)
    assert texts == ["… and …", "…. That goes on the list, …."]
    assert planner == {"state": {"kept": ["", ""], "question": {"env": {"x": ""}}}}
    assert person == {"name": None, "lang": "en"}
    assert files_holding(tmp_path, "ramen") == []


def test_common_words_go_only_where_the_memory_is_known_to_have_put_them(tmp_path):
    def live(unit):
        say(unit, "the tea was cold")
        tea = keep(unit, fact("tea", "user.like", quote="I like tea", text="You like tea.", single=False))
        unit.commit()
        unit.memories.forget(tea.id)
        unit.commit()
        return [turn.text for turn in unit.turns.recent(9)]

    with store_in(tmp_path) as store:
        assert store.call(live) == ["the tea was cold", "…"]


def test_forgetting_the_newer_value_does_not_bring_the_older_one_back(tmp_path):
    def live(unit):
        keep(unit, fact("Leeds", "user.home"))
        york = keep(unit, fact("York", "user.home"))
        unit.memories.forget(york.id)
        unit.commit()
        return unit.memories.current(), [memory.value for memory in unit.memories.history()]

    with store_in(tmp_path) as store:
        assert store.call(live) == ((), ["Leeds"])


def test_forgetting_what_is_unknown_does_nothing(tmp_path):
    with store_in(tmp_path) as store:
        store.call(lambda unit: (say(unit, "stays"), unit.memories.forget(9), unit.turns.remove(9), unit.commit()))
        assert len(store.call(lambda unit: unit.turns.recent(9))) == 1


def test_another_companions_words_are_not_hers_to_forget(tmp_path):
    with store_in(tmp_path) as store:
        turn = store.call(lambda unit: (say(unit, "for Mira"), unit.commit())[0])
    with store_in(tmp_path, companion="noa") as store:
        store.call(lambda unit: (unit.turns.remove(turn.id), unit.commit()))
    with store_in(tmp_path) as store:
        assert store.call(lambda unit: unit.turns.get(turn.id)) == turn


def test_words_leave_a_grown_store_too_also_beside_a_reader(tmp_path):
    choice = random.Random(7)
    common = ["".join(choice.choices("abcdefghij", k=6)) for _ in range(60)]
    turns = []

    def grow(unit):
        for _ in range(120):
            word = "zq" + "".join(choice.choices("klmnopqrstuvwxyz", k=8))
            filling = " ".join(choice.choices(common, k=choice.choice((2, 40, 900))))
            turn = say(unit, f"{filling} {word} {filling}")
            unit.ledger.apply([BondEvent("chat", word)], MONDAY, turn.id)
            turns.append((turn.id, word))
        unit.commit()

    with store_in(tmp_path) as store, store_in(tmp_path, readonly=True) as reader:
        store.call(grow)
        choice.shuffle(turns)
        for row, word in turns[:20]:
            reader.call(lambda unit, word=word: unit.turns.search(word))
            store.call(lambda unit, row=row: (unit.turns.remove(row), unit.commit()))
            assert files_holding(tmp_path, word) == []
    assert files_holding(tmp_path, turns[-1][1])


@pytest.mark.parametrize(
    ("phrase", "alone"),
    [
        ("Leeds", True), ("tea", False), ("the number 7 bus", True), ("0171", True), ("茶", False), ("开心", False),
        ("京都の寺", True), ("miso", False),
    ],
)  # fmt: skip
def test_words_that_could_be_anybodys_are_told_from_those_that_point_to_one(phrase, alone):
    assert distinctive(phrase) is alone


@pytest.mark.parametrize("slots", [{}, {"name": "miso", "kind": "cat"}])
def test_a_name_goes_everywhere_however_it_is_written_and_what_it_names_stays(tmp_path, slots):
    def live(unit):
        cat = keep(unit, fact("miso", quote="my cat is miso", slots=slots))
        say(unit, "the cat is fine, miso sleeps")
        unit.memories.forget(cat.id)
        unit.commit()
        return [turn.text for turn in unit.turns.recent(9)]

    with store_in(tmp_path) as store:
        assert store.call(live) == ["…", "the cat is fine, … sleeps"]


@pytest.mark.parametrize(
    ("phrase", "text", "left"),
    [
        ("Miso", "Miso, miso and misos", "_, _ and misos"),
        ("my cat", "My  cat is my\ncatalogue", "_ is my\ncatalogue"),
        ("豆豆", "小豆豆睡了", "小_睡了"),
        ("C++", "I write C++, not C", "I write _, not C"),
        ("Miso", "我的Miso很乖", "我的_很乖"),
    ],
)
def test_a_phrase_is_found_as_whole_words(phrase, text, left):
    assert wording(phrase).sub("_", text) == left


def test_a_name_that_stands_in_its_own_key_is_forgotten_too(tmp_path):
    def live(unit):
        turn = say(unit, "My cousins are Quillarn and Beatrix")
        kept = [
            unit.memories.keep(fact(name, f"user.people.cousin.{name.lower()}.name", text=f"Your cousin is called {name}.",
                                    quote="My cousins are Quillarn and Beatrix", slots={"kin": "cousin", "name": name}), turn)
            for name in ("Quillarn", "Beatrix")
        ]  # fmt: skip
        say(unit, "quillarn called, my cousin I mean")
        unit.commit()
        return kept[0].id

    with store_in(tmp_path) as store:
        forgotten = store.call(live)
        store.call(lambda unit: (unit.memories.forget(forgotten), unit.commit()))
        texts = [turn.text for turn in store.call(lambda unit: unit.turns.recent(9))]
    assert texts[1] == "… called, my cousin I mean"
    assert files_holding(tmp_path, "quillarn") == []
