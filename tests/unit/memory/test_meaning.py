"""An encoder beside the talk: turns get their vectors while nobody waits, its faults stop nothing and are told once."""

import asyncio
import threading
from contextlib import asynccontextmanager

import numpy as np
import pytest

from mind.errors import EncoderFault
from mind.memory.encoders.meaning import BATCH, Meaning
from mind.memory.encoders.own_meaning import OwnMeaning
from tests.support.small_bert import write_bert
from tests.support.store_samples import say, store_in


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    monkeypatch.setattr("mind.memory.encoders.meaning.SETTLING", 0.0)


NAMES = {"user": ("Noor",), "companion": ("Mira",)}


class Letters:
    """A true if simple encoder: how often each of eight letters stands in a text."""

    dim = 8
    name = "letters"

    def __init__(self, key="letters", shift=0):
        self.key = key
        self.read = []
        self.shift = shift
        self.fault = None
        self.gate = threading.Event()
        self.gate.set()

    def encode(self, texts, *, query=False):
        self.gate.wait(5)
        if self.fault is not None:
            raise self.fault
        self.read += texts
        rows = np.array([[text.count(letter) for letter in "aeiostnr"] for text in texts], np.float32).reshape(-1, 8)
        rows = np.roll(rows, self.shift, axis=1)
        return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)

    def close(self):
        self.read.append("closed")


@asynccontextmanager
async def meaning_of(store, encoder, kind=Meaning):
    made = kind(store, (lambda: encoder), lambda uow: NAMES) if kind is Meaning else kind(store, lambda uow: NAMES)
    try:
        yield made
    finally:
        await made.close()


async def until(true):
    for _ in range(1000):
        if true():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it never came true")


async def all_done(meaning):
    while await meaning.catch_up():
        pass


def tell(*texts):
    def work(uow):
        turns = [say(uow, text) for text in texts]
        uow.commit()
        return [turn.id for turn in turns]

    return work


async def test_turns_get_vectors_newest_first_without_the_names_of_the_two(tmp_path):
    with store_in(tmp_path) as store:
        ids = store.call(tell(*(f"Mira, note {number}" for number in range(3 * BATCH)), "Mira!", "…"))
        async with meaning_of(store, Letters()) as meaning:
            assert await meaning.question("note") is None
            assert await meaning.catch_up() == BATCH
            sense = await meaning.question("Mira, where is note 3?")
            near = store.call(lambda uow: uow.vectors.nearest(sense.key, sense.vector, 99))
            assert {turn for turn, _ in near} == set(ids[-BATCH:])
            await all_done(meaning)
            assert len(store.call(lambda uow: uow.vectors.of("letters", ids))) == len(ids)
            assert not any("Mira" in text for text in meaning.encoder.read)
            assert "…" not in meaning.encoder.read
        assert meaning.encoder is None


async def test_the_background_works_by_itself_and_wakes_for_new_words(tmp_path):
    with store_in(tmp_path) as store:
        ids = store.call(tell("sea", "stone"))
        async with meaning_of(store, Letters()) as meaning:
            meaning.start()
            await until(lambda: meaning.state == "ready")
            ids += store.call(tell("rain"))
            meaning.wake()
            await until(lambda: len(store.call(lambda uow: uow.vectors.of("letters", ids))) == 3)


async def test_a_question_waits_no_longer_than_it_may(tmp_path):
    with store_in(tmp_path) as store:
        store.call(tell("sea"))
        encoder = Letters()
        async with meaning_of(store, encoder) as meaning:
            await all_done(meaning)
            encoder.gate.clear()
            assert await meaning.question("sea", seconds=0.02) is None
            encoder.gate.set()
            assert (await meaning.question("sea", seconds=5)).key == "letters"


async def test_a_fault_is_told_once_and_the_work_goes_on_when_it_is_over(tmp_path, monkeypatch):
    monkeypatch.setattr("mind.memory.encoders.meaning.FIRST_PAUSE", 0.01)
    faults = []
    with store_in(tmp_path) as store:
        ids = store.call(tell("sea", "stone"))
        encoder = Letters()
        encoder.fault = EncoderFault("The server is away.", "Wait.")
        async with meaning_of(store, encoder) as meaning:
            meaning.start()
            await until(lambda: meaning.fault)
            faults.append(meaning.news())
            assert meaning.state == "away"
            assert await meaning.question("sea") is None
            await asyncio.sleep(0.05)
            assert meaning.news() is None
            encoder.fault = None
            await until(lambda: meaning.state == "ready")
            encoder.fault = EncoderFault("The server is away again.", "Wait.")
            assert await meaning.question("sea") is None
            assert meaning.fault is encoder.fault
            faults += [meaning.news(), meaning.news()]
    assert [fault and fault.message for fault in faults] == ["The server is away.", "The server is away again.", None]
    with store_in(tmp_path) as store:
        assert len(store.call(lambda uow: uow.vectors.of("letters", ids))) == 2


async def test_another_encoder_makes_its_own_space_and_the_old_one_goes_when_it_is_whole(tmp_path):
    with store_in(tmp_path) as store:
        ids = store.call(tell(*(f"note {number}" for number in range(BATCH + 1))))
        async with meaning_of(store, Letters("old")) as meaning:
            await all_done(meaning)
        async with meaning_of(store, Letters("new")) as meaning:
            assert await meaning.catch_up() == BATCH
            assert {space.key for space in store.call(lambda uow: uow.vectors.spaces())} == {"old", "new"}
            await all_done(meaning)
        assert [(space.key, space.turns) for space in store.call(lambda uow: uow.vectors.spaces())] == [("new", len(ids))]


async def test_a_model_that_changed_behind_its_name_is_noticed(tmp_path):
    with store_in(tmp_path) as store:
        ids = store.call(tell("sea", "stone"))
        async with meaning_of(store, Letters()) as meaning:
            await all_done(meaning)
        before = store.call(lambda uow: uow.vectors.of("letters", ids))
        async with meaning_of(store, Letters()) as same:
            await same.catch_up()
            assert len(same.encoder.read) == 1
        async with meaning_of(store, Letters(shift=1)) as other:
            await all_done(other)
        after = store.call(lambda uow: uow.vectors.of("letters", ids))
        assert after[ids[0]] == pytest.approx(np.roll(before[ids[0]], 1), abs=1e-3)


async def test_a_model_from_a_folder_and_a_folder_that_is_gone(tmp_path):
    from mind.memory.encoders.bert import BertEncoder

    folder = write_bert(tmp_path / "tiny")
    with store_in(tmp_path / "data") as store:
        store.call(tell("the cats sleep", "a red boat"))
        meaning = Meaning(store, lambda: BertEncoder(folder), lambda uow: NAMES)
        await all_done(meaning)
        sense = await meaning.question("a red boat", seconds=5)
        near = dict(store.call(lambda uow: uow.vectors.nearest(sense.key, sense.vector, 9)))
        assert near == {1: pytest.approx(1, abs=1e-2), 2: pytest.approx(1, abs=1e-3)}
        await meaning.close()
        gone = Meaning(store, lambda: BertEncoder(tmp_path / "gone"), lambda uow: NAMES)
        with pytest.raises(EncoderFault):
            await gone.catch_up()
        await gone.close()


async def test_without_a_model_the_own_talk_teaches_what_words_belong_together(tmp_path):
    sea, kitchen = ["boat", "harbour", "sail", "tide", "anchor"], ["oven", "bread", "flour", "dough", "butter"]
    lines = [" ".join((words[n % 5], words[(n * 3 + 1) % 5], words[(n + 2) % 5])) for n in range(60) for words in (sea, kitchen)]
    with store_in(tmp_path) as store:
        few = store.call(tell(*lines[:10]))
        async with meaning_of(store, None, OwnMeaning) as meaning:
            assert await meaning.catch_up() == 0
            assert await meaning.question("boat") is None
            ids = few + store.call(tell(*lines[10:]))
            await meaning.catch_up()
            sense = await meaning.question("the anchor")
            near = store.call(lambda uow: uow.vectors.nearest(sense.key, sense.vector, 20))
            assert all((turn - ids[0]) % 2 == 0 for turn, _ in near)
            later = store.call(tell("sail and tide"))
            assert await meaning.catch_up() == 1
            assert later[0] in store.call(lambda uow: uow.vectors.of(sense.key, later))
        assert store.call(lambda uow: uow.vectors.spaces()) == ()
