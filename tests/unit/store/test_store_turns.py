"""Turns: verbatim, in order, durable only after commit."""

import pytest

from mind.domain import Turn
from mind.errors import Bug
from tests.support.store_samples import MONDAY, answer, say, store_in


def test_a_turn_comes_back_as_it_was_said(tmp_path):
    with store_in(tmp_path / "a folder with 中文") as store:

        def talk(unit):
            asked = say(unit, "Do you like rain?")
            replied = unit.turns.add(
                "companion", "Very much.", MONDAY, "en", "own", ended="interrupted", reply_to=asked.id,
                meta={"brain": "offline", "memories_used": [3]},
            )  # fmt: skip
            unit.commit()
            return asked, replied, unit.turns.meta(replied.id)

        asked, replied, meta = store.call(talk)
        assert store.call(lambda unit: unit.turns.recent(10)) == (asked, replied)
        assert replied == Turn(2, "companion", "Very much.", MONDAY, "en", "own", "interrupted", 1, sitting=1)
        assert replied.at.utcoffset() == MONDAY.utcoffset()
        assert meta == {"brain": "offline", "memories_used": [3]}


def test_what_is_not_committed_is_not_there(tmp_path):
    with store_in(tmp_path) as store:
        store.call(lambda unit: say(unit, "half said"))
        assert store.call(lambda unit: unit.turns.recent(10)) == ()


def test_an_error_inside_the_work_undoes_it_and_leaves_the_store_usable(tmp_path):
    def fails(unit):
        say(unit, "never")
        raise KeyError("mine")

    with store_in(tmp_path) as store:
        with pytest.raises(KeyError):
            store.call(fails)
        store.call(lambda unit: (say(unit, "still here"), unit.commit()))
        assert [turn.text for turn in store.call(lambda unit: unit.turns.recent(5))] == ["still here"]


def test_recent_gives_the_last_turns_oldest_first(tmp_path):
    with store_in(tmp_path) as store:
        store.call(lambda unit: ([say(unit, f"line {n}") for n in range(7)], unit.commit()))
        assert [turn.text for turn in store.call(lambda unit: unit.turns.recent(3))] == ["line 4", "line 5", "line 6"]


def test_ids_order_turns_whatever_the_clock_does(tmp_path):
    with store_in(tmp_path) as store:
        store.call(lambda unit: ([say(unit, str(days), days=days) for days in (5, -3000, 0)], unit.commit()))
        assert [turn.text for turn in store.call(lambda unit: unit.turns.recent(3))] == ["5", "-3000", "0"]


def test_an_id_is_never_given_twice(tmp_path):
    with store_in(tmp_path) as store:
        first = store.call(lambda unit: (say(unit, "one"), unit.commit())[0])
        store.call(lambda unit: (unit.turns.remove(first.id), unit.commit()))
        assert store.call(lambda unit: say(unit, "two")).id > first.id


def test_a_reply_is_amended_to_what_was_heard_and_found_by_it_alone(tmp_path):
    def talk(unit):
        reply = answer(unit, say(unit, "hello"), "The lighthouse stands. The harbour sleeps.")
        unit.commit()
        amended = unit.turns.amend(reply.id, "The lighthouse stands.", "interrupted")
        unit.commit()
        return amended, unit.turns.search("harbour"), unit.turns.search("lighthouse"), unit.turns.amend(99, "x", "cut")

    with store_in(tmp_path) as store:
        amended, gone, found, unknown = store.call(talk)
    assert (amended.text, amended.ended, gone, found, unknown) == (
        "The lighthouse stands.", "interrupted", (), (amended,), None,
    )  # fmt: skip


async def test_work_runs_on_the_stores_own_thread_and_nowhere_else(tmp_path):
    with store_in(tmp_path) as store:
        assert await store.run(lambda unit: unit.turns.recent(1)) == ()
        with pytest.raises(Bug), store.begin():
            pass


def test_each_companion_has_her_own_talk(tmp_path):
    with store_in(tmp_path) as store:
        store.call(lambda unit: (say(unit, "for Mira: the lighthouse"), unit.commit()))
    with store_in(tmp_path, companion="noa") as store:
        assert store.call(lambda unit: (unit.turns.recent(5), unit.turns.search("lighthouse"), unit.turns.get(1))) == (
            (), (), None,
        )  # fmt: skip


def test_what_the_person_set_is_shared_by_companions_and_the_rest_is_not(tmp_path):
    def put(unit):
        unit.keepsakes.put("person", {"name": "山田", "adult": True})
        unit.keepsakes.put("outfit", "jumper")
        unit.keepsakes.put("outfit", "coat")
        unit.commit()

    def look(unit):
        return tuple(unit.keepsakes.get(key) for key in ("person", "outfit", "planner"))

    with store_in(tmp_path) as store:
        store.call(put)
        assert store.call(look) == ({"name": "山田", "adult": True}, "coat", None)
    with store_in(tmp_path, companion="noa") as store:
        assert store.call(look) == ({"name": "山田", "adult": True}, None, None)
