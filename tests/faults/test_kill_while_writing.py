"""kill -9 at any moment: nothing acknowledged is lost, nothing is half there, the database is sound."""

import os
import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from mind.errors import StoreDamaged
from mind.store.check import check
from mind.store.restore import restore
from tests.support.store_samples import files_holding, say, store_in
from tests.support.store_victims import Victims, moments

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="victims are forked")

SEED = random.SystemRandom().randrange(2**32)


@pytest.fixture(scope="module")
def victims():
    with Victims() as started:
        yield started


def whole(folder):
    """All turns by id, after asserting that each is whole: its memory, its answer, its line in the ledger."""
    with store_in(folder, readonly=True) as store:
        turns, memories, events = store.call(
            lambda unit: (unit.turns.recent(10**6), unit.memories.history(), unit.ledger.changes(10**6))
        )
    said = {turn.id for turn in turns if turn.speaker == "user"}
    assert said == {turn.reply_to for turn in turns if turn.speaker == "companion"}
    assert said == {memory.turn_id for memory in memories}
    assert {event.turn_id for event in events if event.turn_id} <= said
    return said


def test_a_hundred_kills_while_writing_lose_no_acknowledged_turn(victims, tmp_path):
    acknowledged = set()
    for number, moment in enumerate(moments(100, SEED)):
        told = victims.killed("writing", tmp_path, moment)
        assert told.failed == [], f"seed {SEED}"
        acknowledged.update(told.kept)
        if number % 5 == 4:
            assert acknowledged <= whole(tmp_path), f"seed {SEED}"
    assert len(acknowledged) > 100
    assert check(tmp_path).findings == ()


def test_kills_while_forgetting_leave_neither_the_turn_nor_its_words(victims, tmp_path):
    kept, gone = set(), []
    for moment in moments(25, SEED + 1000):
        told = victims.killed("forgetting", tmp_path, moment)
        assert told.failed == [], f"seed {SEED}"
        kept.update(told.kept)
        gone += told.gone
        for _, word in told.gone:
            assert files_holding(tmp_path, word) == [], f"seed {SEED}"
    left = whole(tmp_path)
    assert kept <= left
    assert gone and not left.intersection(row for row, _ in gone)
    assert check(tmp_path).findings == ()


def remembered(folder):
    """Ids of all memories, after asserting that each has all that hangs on it and that nothing hangs on others."""
    with store_in(folder, readonly=True) as store:

        def look(unit):
            memories = unit.memories.history()
            for memory in memories:
                (reply,) = unit.turns.using(memory.id)
                assert len(unit.memories.receipts(memory.id)) == 2
                assert memory.value in str(unit.requests.of(reply.id).messages)
                assert memory.turn_id in unit.vectors.of("test", [memory.turn_id])
                assert [note.sentences[0].memories for note in unit.notes.search(memory.value)] == [(memory.id,)]
            told = [one for note in unit.notes.find("diary") for one in note.sentences if one.memories]
            assert len(told) == len(memories)
            return {memory.id for memory in memories}

        return store.call(look)


def test_kills_while_memories_come_and_go_leave_each_whole_or_gone_everywhere(victims, tmp_path):
    kept, gone = set(), []
    for moment in moments(15, SEED + 4000):
        told = victims.killed("remembering", tmp_path, moment)
        assert told.failed == [], f"seed {SEED}"
        kept.update(told.kept)
        gone += told.gone
        for _, word in told.gone:
            assert files_holding(tmp_path, word) == [], f"seed {SEED}"
    left = remembered(tmp_path)
    assert kept <= left
    assert gone and not left.intersection(row for row, _ in gone)
    assert check(tmp_path).findings == ()


def test_an_upgrade_that_is_killed_is_taken_again(victims, tmp_path):
    older = Path(__file__).parents[1] / "fixtures" / "schemas" / "0001.sql"
    with closing(sqlite3.connect(tmp_path / "older.db")) as raw:
        raw.executescript(older.read_text("utf-8"))
    for moment in moments(12, SEED + 5000, most_told=1, longest=0.06):
        assert victims.killed("upgrading", tmp_path, moment).failed == [], f"seed {SEED}"
    places = [place for place in tmp_path.iterdir() if place.is_dir()]
    assert len(places) >= 12
    copied = (tmp_path / "older.db").stat().st_size
    # Killed before it was copied, there is nothing to upgrade yet.
    whole = [place for place in places for file in place.glob("hearth.db") if file.stat().st_size >= copied]
    assert whole
    for place in whole:
        with store_in(place) as store:
            assert [turn.sitting for turn in store.call(lambda unit: unit.turns.recent(9))] == [1, 1, 3, 4], f"seed {SEED}"
        assert check(place).findings == (), f"seed {SEED}"


def test_kills_while_the_store_is_made_leave_one_that_opens(victims, tmp_path):
    for number, moment in enumerate(moments(25, SEED + 2000, most_told=1, longest=0.05)):
        folder = tmp_path / str(number)
        assert victims.killed("opening", folder, moment).failed == [], f"seed {SEED}"
        for made in folder.iterdir() if folder.exists() else ():
            with store_in(made) as store:
                store.call(lambda unit: (say(unit, "after all"), unit.commit()))
            assert check(made).findings == (), f"seed {SEED}"


def test_kills_while_restoring_leave_the_old_the_new_or_a_clear_refusal(victims, tmp_path):
    with store_in(tmp_path) as store:
        store.call(lambda unit: (say(unit, "in the backup"), unit.commit()))
    refused = 0
    for moment in moments(25, SEED + 3000, most_told=2):
        assert victims.killed("restoring", tmp_path, moment).failed == [], f"seed {SEED}"
        try:
            store = store_in(tmp_path)
            with store:
                pass
        except StoreDamaged as fault:
            assert "interrupted" in fault.message
            refused += 1
            restore(tmp_path)
        report = check(tmp_path)
        assert report.findings == (), f"seed {SEED}"
        assert report.counts["turn"] == 1
