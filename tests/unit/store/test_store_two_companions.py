"""Two companions in one file: neither ever sees what the other was told, and one may go while the other stays."""

import shutil

import numpy as np

from mind.domain import AskedOf, BondEvent, Note, NoteSentence
from mind.store.check import check
from tests.support.store_samples import MONDAY, answer, fact, say, store_in

NEAR = np.eye(8, dtype=np.float32)[0]


def lives(word):
    """A life with one secret word in every place that words go to."""

    def live(unit):
        turn = say(unit, f"My cat is called {word}")
        kept = unit.memories.keep(fact(word, quote=f"My cat is called {word}"), turn)
        unit.memories.keep(fact(word, quote=f"{word} sleeps"), say(unit, f"{word} sleeps"))
        reply = answer(unit, turn, f"{word}!", used=(kept.id,))
        unit.notes.write(Note("diary", "2026-03-02", "en", "rules", MONDAY, (NoteSentence(f"{word}.", (turn.id,)),)))
        unit.requests.keep(AskedOf(reply.id, MONDAY, "localhost", "small", (("user", word),), 1, 1, True))
        unit.vectors.keep("test", [(turn.id, turn.text, NEAR)])
        unit.ledger.apply([BondEvent("disclose", word)], MONDAY, turn.id)
        unit.keepsakes.put("planner", {"topic": word})
        unit.commit()
        return turn, reply, kept

    return live


def everything(unit):
    """All that one companion can read, as text."""
    turns = unit.turns.recent(99)
    ids = range(1, unit.turns.newest() + 1)
    return str([
        turns, unit.turns.search("called cat sleeps"), unit.turns.few(99), unit.turns.around(ids, 1, 1),
        unit.turns.of_day("2026-03-02"),
        [unit.turns.get(row) for row in ids], [unit.turns.meta(row) for row in ids], unit.turns.passage(1), unit.turns.passage(4),
        unit.memories.history(), unit.memories.current(muted=True), unit.memories.page(99), unit.memories.search("cat called"),
        unit.memories.at_hand("my cat is called", ("user.pet.*",), MONDAY), unit.memories.from_turns(list(ids)),
        [unit.memories.get(row) for row in ids], [unit.memories.receipts(row) for row in ids],
        unit.notes.find("diary"), unit.notes.search("Zorblax Quillarn"), [unit.requests.of(row) for row in ids],
        unit.vectors.nearest("test", NEAR, 9), sorted(unit.vectors.of("test", list(ids))), unit.ledger.changes(),
        [unit.ledger.of_turn(row) for row in ids], unit.keepsakes.get("planner"),
    ])  # fmt: skip


def test_what_one_was_told_the_other_never_sees(tmp_path):
    with store_in(tmp_path) as store:
        mira = store.call(lives("Zorblax"))
    with store_in(tmp_path, companion="kai") as store:
        kai = store.call(lives("Quillarn"))
        told = store.call(everything)
        assert "Quillarn" in told and "Zorblax" not in told
        assert store.call(lambda unit: [row for row, _ in unit.vectors.nearest("test", NEAR, 9)]) == [kai[0].id]
        # Ids of the other's rows do nothing.
        store.call(lambda unit: (unit.memories.forget(mira[2].id), unit.turns.remove(mira[0].id), unit.commit()))
        store.call(lambda unit: (unit.memories.mark(mira[2].id, muted=True), unit.memories.expire(mira[2].id), unit.commit()))
    with store_in(tmp_path) as store:
        told = store.call(everything)
        assert "Zorblax" in told and "Quillarn" not in told
        assert [memory.id for memory in store.call(lambda unit: unit.memories.current())] == [mira[2].id]
        assert store.call(lambda unit: len(unit.turns.recent(99))) == 3
    assert check(tmp_path).findings == ()


def test_forgetting_with_one_leaves_the_other_hers(tmp_path):
    with store_in(tmp_path) as store:
        mira = store.call(lives("Zorblax"))
    with store_in(tmp_path, companion="kai") as store:
        store.call(lives("Zorblax"))
    with store_in(tmp_path) as store:
        store.call(lambda unit: (unit.memories.forget(mira[2].id), unit.commit()))
        assert "Zorblax" not in store.call(everything)
    with store_in(tmp_path, companion="kai") as store:
        told = store.call(everything)
        assert told.count("Zorblax") > 10
        assert store.call(lambda unit: unit.notes.find("diary"))


def test_one_backup_lives_on_in_two_places(tmp_path):
    home = tmp_path / "home"
    with store_in(home) as store:
        _, _, kept = store.call(lives("Zorblax"))
    for place in ("desk", "lap"):
        shutil.copytree(home, tmp_path / place)
        with store_in(tmp_path / place) as store:
            store.call(lives(f"{place}cat"))
    with store_in(tmp_path / "desk") as store:
        store.call(lambda unit: (unit.memories.forget(kept.id), unit.commit()))
        assert "deskcat" in store.call(everything)
        assert "lapcat" not in store.call(everything)
    with store_in(tmp_path / "lap") as store:
        told = store.call(everything)
        assert "Zorblax" in told and "lapcat" in told and "deskcat" not in told
    for place in ("desk", "lap"):
        assert check(tmp_path / place).findings == ()
