"""Open loops and mentions in the store: one of each, how they end, and that forgetting finds their words."""

from datetime import timedelta

import pytest

from tests.support.store_samples import MONDAY, fact, files_holding, keep, say, store_in

FRIDAY = MONDAY + timedelta(days=4)
EVERY = ("open", "asked", "kept", "broken", "explained", "cancelled")


@pytest.fixture
def store(tmp_path):
    with store_in(tmp_path) as opened:
        yield opened


def plan(unit, value="Zephyrine", days=0.0):
    """A plan that was kept as a fact, and its loop."""
    proposal = fact(value, "plan.event", text=f"You meet {value} on Friday.", quote=f"I meet {value} on Friday", due=FRIDAY)
    memory = keep(unit, proposal, days=days)
    turn = unit.turns.get(memory.turn_id)
    return memory, unit.loops.open("plan", memory.text, memory.quote, turn, due=FRIDAY, memory_id=memory.id)


def test_a_memory_and_a_sentence_have_one_loop_each_until_it_ends(store):
    def live(unit):
        memory, loop = plan(unit)
        turn = unit.turns.get(memory.turn_id)
        assert unit.loops.open("plan", "again", "again", turn, memory_id=memory.id) is None
        promise = unit.loops.open("promise", "Call", "I'll call", turn)
        assert unit.loops.open("promise", "Call", "I'll call", turn) is None
        assert unit.loops.open("hers", "Call", "I'll call", turn) is not None, "hers is another one"
        unit.loops.close(promise.id, "kept", FRIDAY, turn.id)
        assert unit.loops.open("promise", "Call", "I'll call", turn) is not None, "a promise can be given again"
        unit.loops.close(loop.id, "cancelled", FRIDAY)
        assert unit.loops.open("plan", "again", "again", turn, memory_id=memory.id) is None, "a plan is asked about once"

    store.call(live)


def test_a_loop_is_asked_once_ends_and_opens_again_as_it_was(store):
    def live(unit):
        _, loop = plan(unit)
        unit.loops.asked(loop.id, None, FRIDAY)
        unit.loops.asked(loop.id, None, FRIDAY + timedelta(days=1))
        assert unit.loops.get(loop.id).asked_at == FRIDAY
        unit.loops.close(loop.id, "explained", FRIDAY)
        unit.loops.asked(loop.id, None, FRIDAY)
        assert unit.loops.get(loop.id).status == "explained", "what has ended is not asked about"
        unit.loops.reopen(loop.id)
        again = unit.loops.get(loop.id)
        assert (again.status, again.asked_at, again.closed_at) == ("asked", FRIDAY, None)
        for wrong in (lambda: unit.loops.close(99, "kept", FRIDAY), lambda: unit.loops.reopen(99)):
            with pytest.raises(KeyError):
                wrong()

    store.call(live)


def test_loops_come_by_their_day_those_without_one_last(store):
    def live(unit):
        turn = say(unit, "much to do")
        for name, due in (("b", FRIDAY), ("later", None), ("a", MONDAY), ("latest", None)):
            unit.loops.open("promise", name, name, turn, due=due)
        return [loop.text for loop in unit.loops.find()]

    assert store.call(live) == ["a", "b", "latest", "later"]


@pytest.mark.parametrize("how", ["memory", "turn"])
def test_forgetting_a_plan_takes_its_loop_to_the_last_byte(tmp_path, store, how):
    def forget(unit):
        memory, loop = plan(unit)
        unit.mentions.note(f"loop:{loop.id}", FRIDAY, memory.turn_id, began=True)
        unit.commit()
        if how == "memory":
            unit.memories.forget(memory.id)
        else:
            unit.turns.remove(memory.turn_id)
        unit.commit()
        return unit.loops.find(None, EVERY)

    assert store.call(forget) == ()
    assert files_holding(tmp_path, "Zephyrine") == []


def test_a_promise_loses_the_words_that_were_forgotten_and_goes_where_none_are_left(tmp_path, store):
    def forget(unit):
        memory = keep(unit, fact("Zephyrine"))
        turn = say(unit, "I'll bring Zephyrine along")
        unit.loops.open("promise", "Bring Zephyrine along", "I'll bring Zephyrine along", turn)
        unit.loops.open("promise", "Zephyrine", "Zephyrine", turn)
        unit.commit()
        unit.memories.forget(memory.id)
        unit.commit()
        return [(loop.text, loop.quote) for loop in unit.loops.find()]

    ((text, quote),) = store.call(forget)
    assert "Zephyrine" not in text + quote and "bring" in quote
    assert files_holding(tmp_path, "Zephyrine") == []


def test_a_plan_that_was_said_twice_stays_open_on_the_other_turn(store):
    def forget(unit):
        memory, loop = plan(unit)
        again = say(unit, "as I said, I meet Zephyrine on Friday", days=1)
        same = fact("Zephyrine", "plan.event", text=memory.text, quote="I meet Zephyrine on Friday", due=FRIDAY)
        unit.memories.keep(same, again)
        assert len(unit.memories.receipts(memory.id)) == 2
        unit.turns.remove(memory.turn_id)
        unit.commit()
        return again.id, unit.loops.get(loop.id)

    again, loop = store.call(forget)
    assert loop is not None and loop.turn_id == again


def test_mentions_are_told_by_key_and_counted_where_she_began(store):
    def live(unit):
        for day, key in enumerate(("loop:1", "loop:12", "pattern:sleep:2026-W10", "loop:1")):
            unit.mentions.note(key, MONDAY + timedelta(days=day), None, began=day % 2 == 0)
        assert unit.mentions.last("loop:1") == MONDAY + timedelta(days=3)
        assert unit.mentions.last("loop:2") is None
        assert [key for key, _ in unit.mentions.under("loop:")] == ["loop:1", "loop:12", "loop:1"]
        assert [key for key, _ in unit.mentions.under("loop:%")] == []
        assert unit.mentions.began_since(MONDAY + timedelta(days=1)) == 1
        with pytest.raises(ValueError, match="characters"):
            unit.mentions.note("k" * 200, MONDAY, None)

    store.call(live)
