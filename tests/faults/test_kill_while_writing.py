"""kill -9 at any moment: nothing acknowledged is lost, nothing is half there, the database is sound."""

import os
import random

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
