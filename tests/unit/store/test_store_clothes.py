"""Her clothes in the store: what is hers and why, what she wore, and that forgetting reaches the giver's words."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from mind.domain import BondEvent
from mind.store.check import check
from mind.store.companions import lines
from tests.support.store_harm import harm, healed
from tests.support.store_samples import MONDAY, fact, files_holding, keep, say, store_in

SAVED = sorted((Path(__file__).parents[2] / "fixtures" / "schemas").glob("*.sql"))
SECRET = "Quillfeather"
SCARF = {"worn": [{"garment": "scarf", "dyes": {"wool": "#3a5f4b"}}]}
BARE = {"worn": [{"garment": "hair"}]}


def test_a_garment_comes_once_and_keeps_from_whom(tmp_path):
    with store_in(tmp_path) as store:

        def live(unit):
            assert unit.clothes.add("scarf", MONDAY, "user", note="for the cold") is not None
            assert unit.clothes.add("scarf", MONDAY, "season") is None
            unit.clothes.favour("scarf", True)
            with pytest.raises(KeyError):
                unit.clothes.favour("hat", True)
            unit.commit()

        store.call(live)
        (scarf,) = store.call(lambda unit: unit.clothes.owned())
    assert (scarf.id, scarf.by, scarf.note, scarf.favourite, scarf.came) == ("scarf", "user", "for the cold", True, MONDAY)


def test_fifty_changes_can_be_taken_back_and_no_more(tmp_path):
    with store_in(tmp_path) as store:

        def live(unit):
            for number in range(60):
                unit.clothes.wear({"worn": [], "background": str(number)}, "user", MONDAY)
            back = 0
            while unit.clothes.undo():
                back += 1
            return back, unit.clothes.worn()[0].look["background"]

        assert store.call(live) == (50, "9")


def test_looks_are_kept_renamed_and_taken_away(tmp_path):
    with store_in(tmp_path) as store:

        def live(unit):
            first, second = unit.clothes.keep_look("Sundays", SCARF, MONDAY), unit.clothes.keep_look("Bare", BARE, MONDAY)
            unit.clothes.change_look(first, name="Winter Sundays", favourite=True)
            unit.clothes.remove_look(second)
            for wrong in (lambda: unit.clothes.remove_look(second), lambda: unit.clothes.change_look(second, name="x")):
                with pytest.raises(KeyError):
                    wrong()
            return unit.clothes.looks()

        (kept,) = store.call(live)
    assert (kept.name, kept.favourite, dict(kept.look)) == ("Winter Sundays", True, SCARF)


def test_two_companions_never_share_a_wardrobe(tmp_path):
    with store_in(tmp_path) as store:

        def live(unit):
            unit.clothes.add("scarf", MONDAY, "hers")
            unit.clothes.wear(SCARF, "her", MONDAY)
            unit.clothes.keep_look("Sundays", SCARF, MONDAY)
            unit.commit()

        store.call(live)
    with store_in(tmp_path, companion="quillon") as store:
        assert store.call(lambda unit: (unit.clothes.owned(), unit.clothes.worn(), unit.clothes.looks())) == ((), (), ())


@pytest.mark.parametrize("saved", SAVED[:3], ids=lambda file: file.stem)
def test_every_older_schema_gets_an_empty_wardrobe_that_works(tmp_path, saved):
    with closing(sqlite3.connect(tmp_path / "hearth.db")) as raw:
        raw.executescript(saved.read_text("utf-8"))
    with store_in(tmp_path) as store:

        def live(unit):
            before = unit.clothes.owned(), unit.clothes.worn(), unit.keepsakes.get("outfit")
            unit.clothes.add("scarf", MONDAY, "user", turn_id=1)
            unit.clothes.wear(SCARF, "user", MONDAY)
            unit.commit()
            return before, unit.clothes.worn()[0].look

        assert store.call(live) == (((), (), "jumper"), SCARF)
    assert check(tmp_path).findings == ()


def test_the_schema_of_now_came_with_its_clothes(tmp_path):
    with closing(sqlite3.connect(tmp_path / "hearth.db")) as raw:
        raw.executescript(SAVED[3].read_text("utf-8"))
    with store_in(tmp_path) as store:
        (scarf,) = store.call(lambda unit: unit.clothes.owned())
        assert (scarf.id, scarf.note) == ("scarf", "for the cold mornings")
        assert store.call(lambda unit: unit.clothes.looks())[0].name == "Sundays"


def given(unit):
    """A cat's name in a talk, in notes of gifts by hand and by words, in the name of a look and in the ledger."""
    kept = keep(unit, fact(SECRET, quote=f"my cat is called {SECRET}"))
    words = say(unit, f"This scarf is for you, {SECRET} slept on it", days=1)
    unit.ledger.apply([BondEvent("gift", f"{SECRET} chose it", confirmed=True, origin="user")], MONDAY, None)
    unit.clothes.add("hat", MONDAY, "user", note=f"{SECRET} chose it")
    unit.clothes.add("scarf", MONDAY + timedelta(days=1), "user", note=f"{SECRET} slept on it", turn_id=words.id)
    unit.clothes.add("coat", MONDAY, "user", note="for the rain")
    unit.clothes.keep_look(f"Evenings with {SECRET}", SCARF, MONDAY)
    unit.commit()
    return kept, words


def test_a_forgotten_memory_is_in_no_note_of_a_gift_no_name_of_a_look_and_no_line_of_the_ledger(tmp_path):
    with store_in(tmp_path) as store:
        kept, _ = store.call(given)
        store.call(lambda unit: (unit.memories.forget(kept.id), unit.commit()))
        owned = {one.id: one.note for one in store.call(lambda unit: unit.clothes.owned())}
        told = "\n".join(lines(store))
    assert files_holding(tmp_path, SECRET) == []
    assert owned["coat"] == "for the rain" and SECRET not in "".join(owned.values())
    assert "coat" in told and SECRET not in told


def test_a_forgotten_turn_takes_the_words_of_its_gift_and_leaves_the_gift(tmp_path):
    with store_in(tmp_path) as store:
        _, words = store.call(given)
        store.call(lambda unit: (unit.turns.remove(words.id), unit.commit()))
        owned = {one.id: one.note for one in store.call(lambda unit: unit.clothes.owned())}
    assert owned["scarf"] == "" and owned["hat"]


def test_who_is_erased_takes_every_garment_look_and_note_along(tmp_path):
    with store_in(tmp_path) as store:
        store.call(given)
        store.call(lambda unit: (unit.erase(), unit.commit()))
    assert files_holding(tmp_path, SECRET) == []
    with store_in(tmp_path) as store:
        assert store.call(lambda unit: (unit.clothes.owned(), unit.clothes.looks(), unit.clothes.worn())) == ((), (), ())
    assert check(tmp_path).findings == ()


def test_clothes_that_cannot_be_read_are_healed_without_losing_the_rest(tmp_path):
    with store_in(tmp_path) as store:
        store.call(given)
        store.call(lambda unit: (unit.clothes.wear(SCARF, "user", MONDAY), unit.clothes.wear(BARE, "her", MONDAY), unit.commit()))
    harm(
        tmp_path, "UPDATE worn SET look = 'not json' WHERE id = 2", "UPDATE garment SET came = 'soon' WHERE garment = 'hat'",
        "PRAGMA foreign_keys = OFF", "UPDATE garment SET event_id = 999 WHERE garment = 'scarf'",
    )  # fmt: skip
    before, after = healed(tmp_path)
    assert len(before.findings) == 3 and after.findings == ()
    with store_in(tmp_path) as store:
        assert store.call(lambda unit: unit.clothes.worn()[0].look) == SCARF
        assert {one.id for one in store.call(lambda unit: unit.clothes.owned())} == {"hat", "scarf", "coat"}
