"""Forgetting follows words into notes, the diary, the user's margins, requests and vectors."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from mind.domain import AskedOf, Note, NoteSentence
from mind.store.check import check
from mind.store.scope import new_row
from mind.store.tables import encoder, turn_vector
from tests.support.store_samples import MONDAY, answer, fact, files_holding, keep, say, store_in

SECRET = "Quillfeather"


def lives(unit):
    """A cat's name that goes everywhere words can go."""
    kept = keep(unit, fact(SECRET, quote=f"my cat is called {SECRET}"))
    reply = answer(unit, unit.turns.get(kept.turn_id), f"{SECRET}! What a name.", used=(kept.id,))
    again = say(unit, f"{SECRET} slept on my chair today", days=1)
    unit.memories.keep(fact(SECRET, quote=f"{SECRET} slept on my chair"), again)
    work = keep(unit, fact("bookshop", "user.work", text="You work in a bookshop.", quote="I work in a bookshop"), days=1)
    unit.notes.write(
        Note("diary", "2026-03-02", "en", "rules", MONDAY, (
            NoteSentence(f"She told me of {SECRET}.", (kept.turn_id,), (kept.id,)),
            NoteSentence("There is a bookshop in her days.", (work.turn_id,), (work.id,)),
        ))
    )  # fmt: skip
    unit.notes.write(Note("day", "2026-03-02", "en", "rules", MONDAY, (NoteSentence("A cat came up.", (again.id,)),)))
    unit.notes.write(Note("margin", "2026-03-02", "en", "user", MONDAY, (NoteSentence(f"{SECRET} says hello to you."),)))
    messages = (("system", "You are kind."), ("user", f'- 2026-03-02 "Your cat is called {SECRET}."'))
    unit.requests.keep(AskedOf(reply.id, MONDAY, "localhost", "small", messages, 40, 9, True))
    other = answer(unit, unit.turns.get(work.turn_id), "A bookshop, how fine.")
    unit.requests.keep(AskedOf(other.id, MONDAY, "localhost", "small", (("user", "I work in a bookshop"),), 10, 5, True))
    connection = unit.scope.connection
    space = new_row(connection, encoder, {"key": "test/2", "dim": 2, "made_at": MONDAY})
    for row in (kept.turn_id, work.turn_id):
        connection.execute(turn_vector.insert().values(turn_id=row, encoder_id=space, bits=b"\x80" + bytes(7), data=b"Quil"))
    unit.commit()
    return kept, reply, again, work, other


def test_a_forgotten_memory_is_in_no_note_margin_request_or_vector(tmp_path):
    with store_in(tmp_path) as store:
        kept, reply, _, work, other = store.call(lives)
        assert files_holding(tmp_path, SECRET)

        def forget(unit):
            unit.memories.forget(kept.id)
            unit.commit()

        store.call(forget)
        assert files_holding(tmp_path, SECRET) == []

        def look(unit):
            vectors = unit.scope.connection.scalars(select(turn_vector.c.turn_id)).all()
            return (
                [sentence.text for note in unit.notes.find("diary") for sentence in note.sentences],
                unit.notes.find("day"),
                unit.notes.find("margin")[0].sentences[0].text,
                (unit.requests.of(reply.id), unit.requests.of(other.id) is not None),
                vectors,
                unit.notes.search("bookshop") != (),
            )

        assert store.call(look) == (
            ["There is a bookshop in her days."], (), "… says hello to you.", (None, True), [work.turn_id], True,
        )  # fmt: skip
    assert files_holding(tmp_path, SECRET) == []
    assert check(tmp_path).findings == ()


def test_what_forgetting_would_take_is_told_before(tmp_path):
    with store_in(tmp_path) as store:
        kept, *_ = store.call(lives)
        found = store.call(lambda unit: unit.memories.reach(kept.id))
    assert (found.turns, found.diary, found.summaries) == (3, 1, 1)


def test_a_turn_that_goes_leaves_a_memory_that_was_said_again_with_the_other_receipt(tmp_path):
    with store_in(tmp_path) as store:
        kept, _, again, *_ = store.call(lives)

        def remove(unit):
            unit.turns.remove(kept.turn_id)
            unit.commit()
            return unit.memories.get(kept.id), unit.memories.receipts(kept.id)

        memory, receipts = store.call(remove)
        assert memory.turn_id == again.id and memory.quote == f"{SECRET} slept on my chair"
        assert [receipt.turn.id for receipt in receipts] == [again.id]


@pytest.mark.parametrize("days", [0, 3])
def test_what_was_corrected_by_hand_goes_with_what_stood_there_before(tmp_path, days):
    with store_in(tmp_path) as store:

        def corrected(unit):
            keep(unit, fact("Brindlewick", quote="my cat is called Brindlewick"))
            newer = keep(unit, fact("Thornaby", quote="my cat is called Thornaby"), days=days)
            from mind.store.tables import memory

            marked = memory.update().where(memory.c.id == newer.id).values(edited_at=MONDAY + timedelta(days=days))
            unit.scope.connection.execute(marked)
            unit.memories.forget(newer.id)
            unit.commit()

        store.call(corrected)
        assert files_holding(tmp_path, "Brindlewick") == files_holding(tmp_path, "Thornaby") == []
