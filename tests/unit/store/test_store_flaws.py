"""Rows that point nowhere and values that cannot be read: each is told, and healed or left for a backup."""


import numpy as np
import pytest

from mind.domain import AskedOf, BondEvent, Note, NoteSentence
from mind.store.check import check
from mind.store.store import SqliteStore
from tests.support.store_harm import harm, healed
from tests.support.store_samples import MONDAY, answer, fact, say, store_in


def lives(unit):
    """A little of everything that words go on into."""
    turn = say(unit, "My cat is called Miso")
    cat = unit.memories.keep(fact("Miso", quote="My cat is called Miso"), turn)
    reply = answer(unit, turn, "Miso!", used=(cat.id,))
    again = say(unit, "Miso sleeps", days=1)
    unit.memories.keep(fact("Miso", quote="Miso sleeps"), again)
    job = unit.memories.keep(fact("baker", "user.work.job", text="You are a baker.", quote="baker"), again)
    unit.memories.keep(fact("smith", "user.work.job", text="You are a smith.", quote="smith"), again)
    unit.ledger.apply([BondEvent("disclose", "My cat")], MONDAY, turn.id)
    sentences = (NoteSentence("We met Miso.", (turn.id,), (cat.id,)), NoteSentence("It rained.", (again.id,), ()))
    unit.notes.write(Note("diary", "2026-03-02", "en", "rules", MONDAY, sentences))
    unit.requests.keep(AskedOf(reply.id, MONDAY, "localhost", "small", (("user", "My cat"),), 1, 1, True))
    unit.vectors.keep("test", [(turn.id, turn.text, np.ones(8, np.float32) / np.sqrt(8).astype(np.float32))])
    unit.keepsakes.put("planner", {"n": 1})
    unit.commit()
    return turn, again, cat, job


@pytest.fixture
def lived(tmp_path):
    with store_in(tmp_path) as store:
        made = store.call(lives)
    assert check(tmp_path).findings == ()
    return tmp_path, made


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE receipt SET turn_id = 99", "receipt that point to a missing turn: 1"),
        ("INSERT INTO memory_use VALUES (99, 2)", "memory_use that point to a missing memory: 1"),
        ("UPDATE request SET turn_id = 99", "request that point to a missing turn: 1"),
        ("UPDATE turn_vector SET turn_id = 99", "turn_vector that point to a missing turn: 1"),
        ("UPDATE turn_vector SET data = x'00'", "turn_vector that do not fit their space: 1"),
        ("UPDATE turn_vector SET bits = zeroblob(9)", "turn_vector that do not fit their space: 1"),
        ("UPDATE sentence SET note_id = 99 WHERE id = 2", "sentence that point to a missing note: 1"),
        ("UPDATE sentence_source SET memory_id = 99 WHERE memory_id", "sentence_source that point to a missing memory: 1"),
        ("UPDATE turn SET reply_to = 99 WHERE id = 2", "turn that point to a missing turn: 1"),
        ("UPDATE turn SET meta = '{' WHERE id = 2", "turn whose meta cannot be read: 1"),
        ("UPDATE turn SET meta = '[]' WHERE id = 2", "turn whose meta cannot be read: 1"),
        ("UPDATE turn SET mood = 'sunny' WHERE id = 2", "turn whose mood cannot be read: 1"),
        ("UPDATE turn SET at = 'yesterday' WHERE id = 2", "turn whose at cannot be read: 1"),
        ("UPDATE memory SET slots = 'x', due = 'soon' WHERE id = 1", "memory whose slots cannot be read: 1"),
        ("UPDATE memory SET said_at = 'long ago' WHERE id = 1", "memory whose said_at cannot be read: 1"),
        ("UPDATE memory SET superseded_by = 99 WHERE id = 2", "memory that point to a missing memory: 1"),
        ("UPDATE memory SET superseded_by = NULL WHERE id = 2", "memory that hold beside a newer one: 1"),
        ("UPDATE request SET messages = '{}'", "request whose messages cannot be read: 1"),
        ("UPDATE keepsake SET value = '{\"n\"'", "keepsake whose value cannot be read: 1"),
        ("UPDATE bond_state SET state = 'warm'", "bond_state whose state cannot be read: 1"),
        ("UPDATE bond_event SET turn_id = 99", "bond_event that point to a missing turn: 1"),
        ("UPDATE note SET at = ''", "note whose at cannot be read: 1"),
        ("UPDATE encoder SET made_at = '2026'", "encoder whose made_at cannot be read: 1"),
    ],
)
def test_a_flaw_is_told_and_healed_and_the_talk_is_whole(lived, statement, told):
    folder, _ = lived
    harm(folder, statement)
    before, after = healed(folder)
    assert f"rows of {told}" in before.findings
    assert (before.sound, before.repairable, before.beyond) == (False, True, ())
    assert after.findings == ()
    with store_in(folder, readonly=True) as store:
        assert store.call(reads_everything) == ["My cat is called Miso", "Miso!", "Miso sleeps"]


def reads_everything(unit):
    assert [memory.value for memory in unit.memories.current()][-1] == "Miso"
    assert unit.memories.history()[-1].key == "user.pet.cat.name"
    for memory in unit.memories.history():
        assert unit.memories.receipts(memory.id)
    assert [note.sentences for note in unit.notes.find("diary")]
    assert unit.ledger.state().warmth > 0
    unit.requests.of(2)
    unit.vectors.nearest("test", np.ones(8, np.float32), 5)
    unit.keepsakes.get("planner")
    return [turn.text for turn in unit.turns.recent(9)]


def test_what_was_said_twice_rests_on_the_turn_that_is_left(lived):
    folder, (_, again, cat, _) = lived
    harm(folder, "PRAGMA foreign_keys = OFF", "DELETE FROM turn WHERE id = 1", "UPDATE turn SET reply_to = NULL")
    before, after = healed(folder)
    assert "rows of memory that point to a missing turn: 1" in before.findings
    assert after.findings == ()
    with store_in(folder, readonly=True) as store:
        (receipt,) = store.call(lambda unit: unit.memories.receipts(cat.id))
        assert (receipt.turn.id, receipt.quote) == (again.id, "Miso sleeps")
        texts = store.call(lambda unit: [one.text for note in unit.notes.find("diary") for one in note.sentences])
    # The first sentence still rests on the memory.
    assert texts == ["We met Miso.", "It rained."]


def test_a_sentence_that_rests_on_nothing_any_more_goes_as_if_forgotten(lived):
    folder, _ = lived
    harm(folder, "UPDATE sentence_source SET turn_id = 99 WHERE turn_id = 3")
    assert healed(folder)[1].findings == ()
    with store_in(folder, readonly=True) as store:
        texts = store.call(lambda unit: [one.text for note in unit.notes.find("diary") for one in note.sentences])
        assert store.call(lambda unit: unit.notes.search("rained")) == ()
    assert texts == ["We met Miso."]


def test_a_fact_without_any_receipt_is_left_for_a_backup(lived):
    folder, _ = lived
    harm(folder, "PRAGMA foreign_keys = OFF", "DELETE FROM receipt", "UPDATE memory SET turn_id = 99 WHERE id = 1")
    before, after = healed(folder)
    assert before.beyond == after.findings == ("rows of memory that have lost the only turn that said so: 1",)
    assert not after.repairable


def test_a_writer_opens_a_store_with_flaws_and_backs_it_up(lived):
    folder, _ = lived
    harm(folder, "UPDATE receipt SET turn_id = 99", "DELETE FROM sentence_words")
    with store_in(folder) as store:
        assert isinstance(store, SqliteStore)
        store.call(lambda unit: (say(unit, "still here"), unit.commit()))
    assert check(folder).findings != ()
