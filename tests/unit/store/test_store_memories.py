"""Memories: each with its receipt, superseded and expired but never overwritten."""

from datetime import timedelta

from tests.support.store_samples import MONDAY, fact, keep, say, store_in


def run(tmp_path, work):
    with store_in(tmp_path) as store:
        return store.call(work)


def test_a_memory_carries_the_turn_it_came_from(tmp_path):
    def work(unit):
        turn = say(unit, "By the way, my cat is called Miso")
        memory = unit.memories.keep(fact("Miso", slots={"animal": "cat"}, due=MONDAY + timedelta(days=3)), turn)
        return turn, memory, unit.memories.get(memory.id)

    turn, memory, read = run(tmp_path, work)
    assert memory == read
    assert (memory.turn_id, memory.said_at, memory.slots) == (turn.id, turn.at, {"animal": "cat"})


def test_the_same_fact_is_kept_once_whatever_its_case_and_width(tmp_path):
    def work(unit):
        keep(unit, fact("Miso"))
        return [unit.memories.keep(fact(value), say(unit, "again")) for value in ("Miso", "MISO", "Ｍｉｓｏ")]

    assert run(tmp_path, work) == [None, None, None]


def test_a_newer_value_of_a_single_key_supersedes_the_older_one(tmp_path):
    def work(unit):
        old, new = keep(unit, fact("Leeds", "user.home")), keep(unit, fact("York", "user.home"), days=9)
        return old, new, unit.memories.current(), unit.memories.get(old.id), unit.memories.history()

    old, new, current, read, history = run(tmp_path, work)
    assert current == (new,)
    assert read.superseded_by == new.id
    assert [memory.id for memory in history] == [new.id, old.id]


def test_keys_that_hold_many_keep_them_all(tmp_path):
    def work(unit):
        return [keep(unit, fact(value, "user.like", single=False)) for value in ("rain", "tea")], unit.memories.current()

    kept, current = run(tmp_path, work)
    assert current == tuple(reversed(kept))


def test_the_same_plan_on_another_day_is_another_plan(tmp_path):
    def work(unit):
        for days in (1, 8):
            keep(unit, fact("dentist", "user.plan", single=False, due=MONDAY + timedelta(days=days)))
        return unit.memories.current()

    assert len(run(tmp_path, work)) == 2


def test_what_holds_no_longer_is_history_and_may_be_said_anew(tmp_path):
    def work(unit):
        old = keep(unit, fact("Miso"))
        unit.memories.expire(old.id)
        gone, read = unit.memories.current(), unit.memories.get(old.id)
        return gone, unit.memories.search("Miso"), read, keep(unit, fact("Miso"))

    gone, found, read, anew = run(tmp_path, work)
    assert (gone, found, read.expired_at, anew.value) == ((), (), MONDAY, "Miso")


def test_memories_are_found_by_their_sentence_their_quote_and_their_kind(tmp_path):
    def work(unit):
        cat = keep(unit, fact("Miso", text="You share your flat with Miso.", quote="miso naps beside me", kind="pet.name"))
        keep(unit, fact("Leeds", "user.home", text="You live in Leeds.", quote="I moved to Leeds"))
        return cat, [unit.memories.search(query) for query in ("flat", "napping", "pet", "moved?")]

    cat, found = run(tmp_path, work)
    assert found[:3] == [(cat,), (cat,), (cat,)]
    assert [memory.value for memory in found[3]] == ["Leeds"]
