"""Marks of what she said and signs of taste: kept per companion, pruned, undone, and reached by every way of forgetting."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from mind.store.check import check
from mind.store.companions import lines
from mind.taste.sign import TasteSign
from tests.support.store_harm import harm, healed
from tests.support.store_samples import MONDAY, answer, fact, keep, say, store_in

SAVED = sorted((Path(__file__).parents[2] / "fixtures" / "schemas").glob("*.sql"))
LONG_AGO = MONDAY - timedelta(days=400)
LARGEST = 2**63 - 1


def replied(unit, text="Noted.", *, days=0, marks=(1, 2, 3), used=()):
    """She answers a turn; the marks of the reply."""
    reply = answer(unit, say(unit, "hello", days=days), text, used)
    unit.phrases.add(reply.id, {"sentence": marks, "opener": [LARGEST]}, reply.at)
    return reply


def said(unit, *hashes, kind="sentence", since=LONG_AGO):
    return set(unit.phrases.said(kind, hashes, since))


def test_what_she_said_is_known_by_kind_and_time_and_however_many_are_asked(tmp_path):
    with store_in(tmp_path) as store:

        def live(unit):
            replied(unit, marks=[1, -2, 2, 2])
            replied(unit, days=2, marks=range(2000, 4000))
            assert said(unit, 1, -2, 2, 7) == {1, -2, 2}
            assert said(unit, 1, 2, 2000, since=MONDAY + timedelta(days=1)) == {2000}
            assert said(unit, 1, kind="gram") == set() and said(unit, LARGEST, kind="opener") == {LARGEST}
            assert len(said(unit, *range(5000))) == 2002 and said(unit) == set()

        store.call(live)


def test_old_marks_are_pruned_from_the_oldest_on_and_no_others(tmp_path):
    with store_in(tmp_path) as store:

        def live(unit):
            for day in range(4):
                replied(unit, days=day, marks=range(day * 1000, day * 1000 + 700))
            assert unit.phrases.prune(MONDAY + timedelta(days=2)) == 2 * 701
            assert unit.phrases.prune(MONDAY + timedelta(days=2)) == 0
            return said(unit, 0, 699, 1000, 2000, 3699)

        assert store.call(live) == {2000, 3699}


def test_two_companions_share_neither_marks_nor_taste(tmp_path):
    with store_in(tmp_path) as store:
        store.call(lambda unit: (replied(unit), unit.taste.add([TasteSign("humour", 1, 1, "set", MONDAY)]), unit.commit()))
    with store_in(tmp_path, companion="quillon") as store:

        def live(unit):
            assert said(unit, 1, 2, 3) == set() and unit.taste.signs() == ()
            assert unit.phrases.prune(MONDAY + timedelta(days=900)) == 0 and unit.taste.clear() == 0
            with pytest.raises(KeyError):
                unit.taste.undo(1)

        store.call(live)


def test_signs_are_listed_undone_and_cleared(tmp_path):
    with store_in(tmp_path) as store:

        def live(unit):
            turn = say(unit, "do joke more")
            first, second, third = unit.taste.add(
                [
                    TasteSign("humour", 0.8, 1.0, "said", MONDAY, turn.id),
                    TasteSign("topic:rain", 0.5, 0.3, "sign", MONDAY, turn.id),
                    TasteSign("humour", -1.0, 2.0, "set", MONDAY),
                ]
            )
            unit.taste.undo(first)
            assert [one.id for one in unit.taste.signs()] == [third, second]
            of_humour = unit.taste.signs(undone=True, axis="humour")
            assert [(one.id, one.undone) for one in of_humour] == [(third, False), (first, True)]
            unit.taste.undo(first, False)
            assert (unit.taste.signs()[-1].value, unit.taste.signs()[-1].turn_id) == (0.8, turn.id)
            with pytest.raises(ValueError, match="120"):
                unit.taste.add([TasteSign("x" * 121, 1, 1, "set", MONDAY)])
            assert unit.taste.clear("humour") == 2 and unit.taste.clear() == 1 and unit.taste.signs(undone=True) == ()

        store.call(live)


def test_forgetting_a_turn_takes_the_marks_of_its_reply_and_the_signs_read_from_it(tmp_path):
    with store_in(tmp_path) as store:

        def live(unit):
            gone, stays = replied(unit, marks=[1]), replied(unit, days=1, marks=[2])
            for turn_id in (gone.reply_to, stays.reply_to, None):
                unit.taste.add([TasteSign("humour", 1, 1, "sign", MONDAY, turn_id)])
            unit.turns.remove(gone.reply_to)
            unit.commit()
            return said(unit, 1, 2), [one.turn_id for one in unit.taste.signs()], stays.reply_to

        marks, signs, stays = store.call(live)
    assert marks == {2} and signs == [None, stays]


def test_a_reply_that_loses_words_or_was_cut_keeps_no_mark_of_them_and_no_axis_names_what_is_forgotten(tmp_path):
    with store_in(tmp_path) as store:

        def live(unit):
            memory = keep(unit, fact("Quillon"))
            replied(unit, "Quillon again!", marks=[1], used=[memory.id])
            replied(unit, "Nothing of that.", marks=[2])
            cut = replied(unit, "One. Two.", marks=[3])
            unit.turns.amend(cut.id, "One.", "interrupted")
            unit.taste.add([TasteSign(axis, 1, 1, "set", MONDAY) for axis in ("topic:Quillon", "topic:rain")])
            unit.memories.forget(memory.id)
            unit.commit()
            return said(unit, 1, 2, 3), [one.axis for one in unit.taste.signs()]

        marks, axes = store.call(live)
        told = "\n".join(lines(store))
    assert marks == {2} and axes == ["topic:rain"]
    assert "topic:rain: +1.00, set" in told


def test_who_is_erased_takes_marks_and_signs_along(tmp_path):
    with store_in(tmp_path) as store:
        store.call(lambda unit: (replied(unit), unit.taste.add([TasteSign("humour", 1, 1, "set", MONDAY)]), unit.commit()))
        store.call(lambda unit: (unit.erase(), unit.commit()))
    with closing(sqlite3.connect(tmp_path / "hearth.db")) as raw:
        assert [raw.execute(f"SELECT count(*) FROM {name}").fetchone() for name in ("said_phrase", "taste_sign")] == [(0,), (0,)]


@pytest.mark.parametrize("saved", SAVED[:4], ids=lambda file: file.stem)
def test_every_older_schema_can_keep_marks_and_taste(tmp_path, saved):
    with closing(sqlite3.connect(tmp_path / "hearth.db")) as raw:
        raw.executescript(saved.read_text("utf-8"))
    with store_in(tmp_path) as store:

        def live(unit):
            before = said(unit, 1, 2, 3), unit.taste.signs(undone=True)
            replied(unit)
            unit.taste.add([TasteSign("humour", 1, 1, "said", MONDAY, 1)])
            unit.commit()
            return before, said(unit, 3, 4), len(unit.taste.signs())

        assert store.call(live) == ((set(), ()), {3}, 1)
    assert check(tmp_path).findings == ()


def test_the_schema_of_now_came_with_its_marks_and_signs(tmp_path):
    with closing(sqlite3.connect(tmp_path / "hearth.db")) as raw:
        raw.executescript(SAVED[4].read_text("utf-8"))
    with store_in(tmp_path) as store:
        assert store.call(lambda unit: said(unit, -13, 13, kind="gram")) == {-13}
        signs = store.call(lambda unit: unit.taste.signs())
    assert [(sign.axis, sign.value, sign.kind) for sign in signs] == [("topic:rain", -0.5, "set"), ("humour", 0.8, "said")]


def test_marks_and_signs_that_cannot_be_read_or_belong_to_nothing_are_healed(tmp_path):
    with store_in(tmp_path) as store:
        store.call(lambda unit: (replied(unit), unit.taste.add([TasteSign("humour", 1, 1, "set", MONDAY)]), unit.commit()))
    harm(
        tmp_path, "PRAGMA foreign_keys = OFF", "UPDATE said_phrase SET at = 'soon' WHERE hash = 1",
        "UPDATE said_phrase SET turn_id = 999 WHERE hash = 2", "UPDATE taste_sign SET at = 'never'",
    )  # fmt: skip
    before, after = healed(tmp_path)
    assert len(before.findings) == 3 and after.findings == ()
    with store_in(tmp_path) as store:
        assert store.call(lambda unit: (said(unit, 1, 2, 3), unit.taste.signs())) == ({3}, ())
