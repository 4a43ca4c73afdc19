"""Earlier turns in what a server is asked: which, and that forgetting takes them along."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

from mind.domain import AskedOf, Said
from mind.memory import Recalled, Recollection
from mind.store import SqlUnitOfWork, open_store
from mind.turn.quotes import quoted_turns, taken_up

NOW = datetime(2026, 3, 2, 18, 30, tzinfo=timezone.utc)


def said(number: int, text: str, speaker: str = "user") -> Said:
    return Said(number, 1, speaker, text, NOW)


def test_a_hit_comes_with_what_it_answers_in_the_order_they_were_said() -> None:
    asked, told = said(4, "Who drove?", "companion"), said(5, "My cousin Lena drove the van.")
    found = Recollection((), (Recalled(told, 2.0, {}, before=asked),), 0.8)
    assert quoted_turns(found, ()) == (asked, told)


def test_what_fits_much_worse_than_the_best_is_left_out() -> None:
    found = Recollection((), (Recalled(said(5, "Lena drove."), 2.0), Recalled(said(9, "We ate soup."), 0.8)), 0.8)
    assert [turn.id for turn in quoted_turns(found, ())] == [5]


def test_a_reply_takes_up_what_it_says_beyond_the_question() -> None:
    quoted = (said(5, "My cousin Lena drove the van to the flat."), said(7, "The kettle broke on Monday."))
    assert taken_up(quoted, "Who helped me?", "Your cousin Lena drove you over in her van!") == (5,)
    assert taken_up(quoted, "My cousin Lena drove the van", "Your cousin Lena drove the van?") == ()


def test_forgetting_a_turn_takes_the_requests_that_quoted_it(tmp_path: Path) -> None:
    def talk(uow: SqlUnitOfWork) -> tuple[int, int]:
        told = uow.turns.add("user", "Lena " + "drove and drove " * 40, NOW, "en", "typed")
        reply = uow.turns.add(
            "companion", "Lena did.", NOW + timedelta(days=3), "en", "own", meta={"turns_quoted": [told.id]}
        )
        asked = AskedOf(reply.id, NOW, "local", "m", (("user", '- "Lena drove and dro'),), 1, 1, False)
        uow.requests.keep(asked)
        uow.turns.remove(told.id)
        uow.commit()
        return told.id, reply.id

    store = open_store(tmp_path)
    try:
        told, reply = store.call(talk)
        assert store.call(lambda uow: uow.turns.get(told)) is None
        assert store.call(lambda uow: uow.requests.of(reply)) is None
    finally:
        store.close()
