"""Vectors of turns: found by meaning's angle, owned by one companion, gone with their words."""

import numpy as np
import pytest
from sqlalchemy import text as sql

from mind.store.signs import Signs, packed
from tests.support.store_samples import answer, say, store_in

DIM = 72


def directions(number, seed=1, dim=DIM):
    rows = np.random.default_rng(seed).standard_normal((number, dim)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def fill(unit, rows, key="one"):
    turns = [say(unit, f"sentence {number}") for number in range(len(rows))]
    unit.vectors.keep(key, [(turn.id, turn.text, row) for turn, row in zip(turns, rows, strict=True)])
    unit.commit()
    return [turn.id for turn in turns]


def test_the_nearest_turns_come_best_first_with_their_cosine(tmp_path):
    rows = directions(300)
    with store_in(tmp_path) as store:
        ids = store.call(lambda unit: fill(unit, rows))
        found = store.call(lambda unit: unit.vectors.nearest("one", rows[7], 20))
    exact = rows @ rows[7]
    assert [turn for turn, _ in found] == [ids[place] for place in np.argsort(-exact)[:20]]
    assert found[0] == (ids[7], pytest.approx(1, abs=1e-3))
    assert [worth for _, worth in found] == pytest.approx(np.sort(exact)[::-1][:20], abs=2e-3)


def test_vectors_outlive_the_program_and_come_back_as_they_were(tmp_path):
    rows = directions(5)
    with store_in(tmp_path) as store:
        ids = store.call(lambda unit: fill(unit, rows))
    with store_in(tmp_path, readonly=True) as store:
        found = store.call(lambda unit: unit.vectors.of("one", [*ids, 999]))
        assert store.call(lambda unit: unit.vectors.nearest("one", rows[2], 1)) == [(ids[2], pytest.approx(1, abs=1e-3))]
    assert list(found) == ids
    assert np.stack(list(found.values())) == pytest.approx(rows, abs=1e-3)


def test_the_shortlist_of_signs_holds_nearly_all_of_the_true_neighbours():
    centres = directions(150, seed=3, dim=384)
    noise = np.random.default_rng(4).standard_normal((20_000, 384)).astype(np.float32) / 384**0.5
    rows = centres[np.arange(20_000) % 150] + noise
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    signs = Signs(384)
    for start in range(0, 20_000, 3000):
        part = rows[start : start + 3000]
        signs.add(np.arange(start, start + len(part)), packed(part))
    shares = []
    for query in rows[:20]:
        true = set(np.argsort(-(rows @ query))[:20].tolist())
        shares.append(len(true & set(signs.nearest(query, 1000).tolist())) / 20)
    assert np.mean(shares) > 0.97
    assert signs.bytes < 20_000 * 100


def test_rows_can_be_taken_out_of_the_signs_anywhere():
    rows = directions(10)
    signs = Signs(DIM)
    signs.add(np.arange(10), packed(rows))
    signs.remove({0, 8, 9, 77})
    assert sorted(signs.nearest(rows[0], 10).tolist()) == list(range(1, 8))
    signs.add(np.array([40]), packed(rows[:1]))
    assert 40 in signs.nearest(rows[0], 1) or 40 in signs.nearest(rows[0], 5)


def test_each_space_is_its_own_and_an_unknown_one_is_empty(tmp_path):
    with store_in(tmp_path) as store:
        ids = store.call(lambda unit: fill(unit, directions(4)))
        other = store.call(lambda unit: fill(unit, directions(4, seed=2, dim=16), key="two"))
        assert store.call(lambda unit: unit.vectors.nearest("gone", directions(1)[0], 5)) == []
        assert store.call(lambda unit: unit.vectors.of("gone", ids)) == {}
        near = store.call(lambda unit: unit.vectors.nearest("two", directions(1, dim=16)[0], 9))
        assert {turn for turn, _ in near} == set(other)
        with pytest.raises(ValueError, match="does not belong"):
            store.call(lambda unit: unit.vectors.nearest("two", directions(1)[0], 5))
        with pytest.raises(ValueError, match="does not belong"):
            store.call(lambda unit: unit.vectors.keep("two", [(ids[0], "sentence 0", directions(1)[0])]))
        assert store.call(lambda unit: [(one.key, one.dim, one.turns) for one in unit.vectors.spaces()]) == [
            ("two", 16, 4), ("one", DIM, 4),
        ]  # fmt: skip
        store.call(lambda unit: (unit.vectors.drop("two"), unit.commit()))
        assert store.call(lambda unit: unit.vectors.nearest("two", directions(1, dim=16)[0], 9)) == []
        assert len(store.call(lambda unit: unit.vectors.nearest("one", directions(1)[0], 9))) == 4


def test_a_large_space_goes_a_part_at_a_time(tmp_path):
    with store_in(tmp_path) as store:
        ids = store.call(lambda unit: fill(unit, directions(5)))
        assert [store.call(lambda unit: (unit.vectors.drop("one", 2), unit.commit())[0]) for _ in range(3)] == [True, True, False]
        assert store.call(lambda unit: unit.vectors.keys()) == ()
        assert store.call(lambda unit: unit.vectors.of("one", ids)) == {}


def test_a_companion_never_finds_the_turns_of_another(tmp_path):
    rows = directions(3)
    with store_in(tmp_path) as store:
        hers = store.call(lambda unit: fill(unit, rows))
    with store_in(tmp_path, companion="kai") as store:
        his = store.call(lambda unit: fill(unit, rows))
        assert {turn for turn, _ in store.call(lambda unit: unit.vectors.nearest("one", rows[0], 9))} == set(his)
        assert store.call(lambda unit: unit.vectors.of("one", hers)) == {}
        assert store.call(lambda unit: unit.vectors.keep("one", [(hers[0], "sentence 0", rows[1])])) == 0
        assert store.call(lambda unit: unit.vectors.spaces())[0].turns == 3


def test_forgotten_and_changed_words_lose_their_vector_at_once(tmp_path):
    rows = directions(4)

    def change(unit):
        unit.turns.remove(ids[0])
        unit.turns.amend(ids[1], "other words", "complete")
        unit.commit()

    with store_in(tmp_path) as store:
        ids = store.call(lambda unit: fill(unit, rows))
        assert len(store.call(lambda unit: unit.vectors.nearest("one", rows[0], 9))) == 4
        store.call(change)
        assert {turn for turn, _ in store.call(lambda unit: unit.vectors.nearest("one", rows[0], 9))} == {ids[2], ids[3]}
        assert store.call(lambda unit: unit.vectors.missing("one")).turns == ((ids[1], "other words"),)
        kept = store.call(
            lambda unit: (unit.vectors.keep("one", [(ids[1], "the words before", rows[0]), (ids[0], "sentence 0", rows[0])]))
        )
        assert kept == 0
        store.call(lambda unit: (unit.vectors.keep("one", [(ids[1], "other words", rows[1])]), unit.commit()))
        assert store.call(lambda unit: unit.vectors.nearest("one", rows[1], 1))[0][0] == ids[1]


def test_what_was_not_committed_leaves_no_trace_in_memory(tmp_path):
    rows = directions(3)

    def half(unit):
        turn = say(unit, "never mind")
        unit.vectors.keep("one", [(turn.id, turn.text, rows[0])])
        unit.turns.remove(ids[2])
        return unit.vectors.nearest("one", rows[0], 9)

    with store_in(tmp_path) as store:
        ids = store.call(lambda unit: fill(unit, rows))
        assert len(store.call(half)) == 3
        assert {turn for turn, _ in store.call(lambda unit: unit.vectors.nearest("one", rows[0], 9))} == set(ids)
        later = store.call(lambda unit: fill(unit, rows[:1]))
        assert {turn for turn, _ in store.call(lambda unit: unit.vectors.nearest("one", rows[0], 9))} == {*ids, *later}


def test_turns_without_a_vector_are_found_window_by_window_newest_first(tmp_path):
    def talk(unit):
        turns = [say(unit, f"word {number}") for number in range(9)]
        silent = answer(unit, turns[0], "")
        unit.vectors.keep("one", [(turns[4].id, turns[4].text, directions(1)[0])])
        unit.commit()
        return [turn.id for turn in turns], silent.id

    def walk(unit):
        found, below = [], None
        while True:
            part = unit.vectors.missing("one", below, window=3)
            found += [turn for turn, _ in part.turns]
            below = part.below
            if below is None:
                return found

    with store_in(tmp_path) as store:
        ids, silent = store.call(talk)
        assert store.call(walk) == [turn for turn in reversed(ids) if turn != ids[4]]
        assert silent not in store.call(walk)


def test_damaged_vectors_are_left_out(tmp_path):
    def break_two(unit):
        unit.scope.connection.execute(sql(f"UPDATE turn_vector SET data = x'00' WHERE turn_id = {ids[0]}"))
        unit.scope.connection.execute(sql(f"UPDATE turn_vector SET bits = x'00' WHERE turn_id = {ids[1]}"))
        unit.commit()

    rows = directions(4)
    with store_in(tmp_path) as store:
        ids = store.call(lambda unit: fill(unit, rows))
        store.call(break_two)
        assert {turn for turn, _ in store.call(lambda unit: unit.vectors.nearest("one", rows[0], 9))} == {ids[2], ids[3]}
        assert set(store.call(lambda unit: unit.vectors.of("one", ids))) == set(ids[1:])


def test_a_space_in_memory_answers_alike_and_is_in_no_file(tmp_path):
    rows = directions(6)

    def hold(unit):
        turns = [say(unit, f"sentence {number}") for number in range(6)]
        unit.vectors.hold("loose", [turn.id for turn in turns[:5]], rows[:5])
        unit.commit()
        return [turn.id for turn in turns]

    with store_in(tmp_path) as store:
        ids = store.call(hold)
        assert store.call(lambda unit: unit.vectors.missing("loose")).turns == ((ids[5], "sentence 5"),)
        store.call(lambda unit: unit.vectors.keep("loose", [(ids[5], "sentence 5", rows[5])]))
        assert store.call(lambda unit: unit.vectors.nearest("loose", rows[5], 1)) == [(ids[5], pytest.approx(1))]
        store.call(lambda unit: (unit.turns.remove(ids[5]), unit.commit()))
        assert len(store.call(lambda unit: unit.vectors.nearest("loose", rows[5], 9))) == 5
        assert store.call(lambda unit: unit.vectors.spaces()) == ()
    with store_in(tmp_path) as store:
        assert store.call(lambda unit: unit.vectors.of("loose", ids)) == {}


def test_no_byte_of_a_forgotten_vector_stays_in_the_folder(tmp_path):
    rows = directions(40)
    with store_in(tmp_path) as store:
        ids = store.call(lambda unit: fill(unit, rows))
    shape = rows[7].astype("<f2").tobytes()
    assert any(shape in file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    for backup in (tmp_path / "backups").iterdir():
        backup.unlink()
    with store_in(tmp_path) as store:
        store.call(lambda unit: (unit.turns.remove(ids[7]), unit.commit()))
    assert not [file.name for file in tmp_path.rglob("*") if file.is_file() and shape in file.read_bytes()]
