"""What a turn is handed of many memories: few, and all that it can need. Pages of many: nothing twice, nothing left out."""

from datetime import timedelta

import pytest

from mind.store.at_hand import FEW, MOST
from tests.support.store_grown import Years, grow
from tests.support.store_samples import MONDAY, answer, fact, keep, say, store_in

NOW = MONDAY + timedelta(days=1)


@pytest.fixture(scope="module")
def years(tmp_path_factory):
    """Two thousand memories, in front of and behind which some stand that matter."""
    folder = tmp_path_factory.mktemp("years")

    def first(unit):
        kept = {
            "job": keep(unit, fact("baker", "user.work.job", text="You work as a baker.", quote="I am a baker")),
            "cat": keep(unit, fact("Miso", "user.pet.cat.name")),
            "pinned": keep(unit, fact("figs", "user.taste.figs", text="You like figs.", quote="I like figs", kind="likes")),
            "muted": keep(unit, fact("Rex", "user.people.rex.name", text="Rex is gone.", quote="Rex is gone", kind="likes")),
            "due": keep(unit, fact("exam", "user.plan.exam", text="You have an exam.", quote="an exam", due=NOW, kind="likes")),
            "used": keep(unit, fact("oboe", "user.plays.oboe", text="You play it.", quote="I play", kind="likes")),
            "lost": keep(unit, fact("tin", "user.bought.tin", text="You bought one.", quote="one", kind="likes")),
        }
        unit.memories.mark(kept["pinned"].id, pinned=True)
        unit.memories.mark(kept["muted"].id, muted=True)
        unit.commit()
        return kept

    with store_in(folder) as store:
        kept = store.call(first)
    grow(folder, Years(turns=600, memories=2000, events=0, days=300))
    with store_in(folder) as store:
        store.call(lambda unit: (answer(unit, say(unit, "hm"), "You play.", used=(kept["used"].id,)), unit.commit()))
        yield store, kept


def at_hand(years, words="", *keys):
    store, kept = years
    found = store.call(lambda unit: unit.memories.at_hand(words, keys, NOW))
    ids = [memory.id for memory in found]
    assert ids == sorted(set(ids), reverse=True)
    assert len(ids) <= MOST
    assert all(memory.holds and not memory.muted for memory in found)
    return {name for name, memory in kept.items() if memory.id in ids}, found


def test_of_many_memories_those_come_that_any_turn_can_need(years):
    store, _ = years
    names, found = at_hand(years)
    # The only ones of their kind, the pinned one, the one for today, the one her last reply rests on.
    assert names == {"job", "cat", "pinned", "due", "used"}
    every = store.call(lambda unit: unit.memories.current())
    assert len(every) > 3 * FEW > len(found)
    assert [memory.id for memory in found[:20]] == [memory.id for memory in every[:20]]
    assert {memory.kind for memory in found} == {memory.kind for memory in every}


def test_the_words_of_a_turn_bring_what_holds_them(years):
    assert "lost" in at_hand(years, "I bought another tin yesterday")[0]
    assert "muted" not in at_hand(years, "do you remember Rex?")[0]


@pytest.mark.parametrize("key", ["user.bought.tin", "user.bought.*", "user.bough*"])
def test_a_key_brings_what_fills_it(years, key):
    assert "lost" in at_hand(years, "", key)[0]
    assert "muted" not in at_hand(years, "", "user.people.rex.name")[0]


def test_few_memories_come_one_and_all(tmp_path):
    with store_in(tmp_path) as store:
        store.call(lambda unit: ([keep(unit, fact(f"v{n}", f"user.k{n}")) for n in range(40)], unit.commit()))
        found = store.call(lambda unit: unit.memories.at_hand("", (), NOW))
        assert found == store.call(lambda unit: unit.memories.current())
        assert len(found) == 40


def test_pages_hold_every_memory_once(years):
    store, _ = years

    def pages(read):
        before = None
        while page := read(limit=300, before=before):
            yield from page
            before = page[-1].id

    def compared(unit):
        assert tuple(pages(unit.memories.history)) == unit.memories.history()
        assert tuple(pages(unit.memories.current)) == unit.memories.current()
        return len(unit.memories.history())

    assert store.call(compared) > 2000


def test_muted_turns_are_told_among_some_as_among_all(years):
    store, kept = years

    def told(unit):
        every = unit.memories.hushed_turns()
        newest = unit.turns.newest()
        assert unit.memories.hushed_turns(range(1, newest + 1)) == every
        assert unit.memories.hushed_turns([newest]) == frozenset()
        return every

    assert store.call(told) == {kept["muted"].turn_id}
