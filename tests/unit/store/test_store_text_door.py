"""Words come from anywhere: what is kept is whole UTF-8 without control characters, and nothing else is changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mind.memory import recall_facts
from mind.store.text import clean, clean_json
from tests.support.store_samples import MONDAY, fact, keep, say, store_in


@pytest.mark.parametrize(
    ("given_text", "kept"),
    [
        ("plain", "plain"),
        ("two\r\nlines\rthree", "two\nlines\nthree"),
        ("tab\tstays", "tab\tstays"),
        ("nul\x00 escape\x1b[31m bell\x07", "nul escape[31m bell"),
        ("\ud83d\ude00 pair", "😀 pair"),
        ("lone \ud83d end", "lone \ufffd end"),
        ("שלום مرحبا", "שלום مرحبا"),
        ("👩‍👩‍👧 \u202bright\u202c", "👩‍👩‍👧 \u202bright\u202c"),
    ],
)
def test_a_text_keeps_its_words_and_loses_what_is_no_text(given_text, kept):
    assert clean(given_text) == kept


@given(st.text(st.characters(codec=None, exclude_categories=())))
def test_any_text_becomes_utf8_and_cleaning_twice_changes_nothing(text):
    once = clean(text)
    once.encode("utf-8")
    assert clean(once) == once


def test_json_is_cleaned_to_its_leaves():
    assert clean_json({"a\x00": ["b\ud800", {"c": "d\r\n"}], "n": 1.5}) == {"a": ["b\ufffd", {"c": "d\n"}], "n": 1.5}


@pytest.mark.parametrize(
    "text", ["x" * 200_000, "长文" * 100_000, "😀" * 50_000, "שלום " * 1000, "a\ud800b\x00c", " ", "\n\n"]
)
def test_odd_texts_are_kept_and_come_back(tmp_path, text):
    with store_in(tmp_path) as store:
        kept = store.call(lambda unit: (unit.turns.add("user", text, MONDAY, "en", "typed"), unit.commit())[0])
    with store_in(tmp_path, readonly=True) as store:
        assert store.call(lambda unit: unit.turns.get(kept.id)).text == clean(text)


@pytest.mark.parametrize(
    "text",
    ["word " * 40_000, "字" * 100_000, " ".join(f"w{n}" for n in range(30_000)), "!" * 200_000, "a\"*(NEAR" * 9000],
    ids=["words", "characters", "different words", "signs", "operators"],
)
def test_a_pasted_book_can_be_searched_for_and_recalled_by(tmp_path, text):
    with store_in(tmp_path) as store:
        store.call(lambda unit: (keep(unit, fact("Miso")), say(unit, text), unit.commit()))
        found = store.call(lambda unit: (unit.turns.search(text), recall_facts(unit, text, "en", MONDAY)))
    assert len(found[0]) == 1
    assert len(found[1]) == 1


def test_a_time_without_its_zone_is_refused(tmp_path):
    with store_in(tmp_path) as store, pytest.raises(Exception, match="zone"):
        store.call(lambda unit: unit.turns.add("user", "hi", MONDAY.replace(tzinfo=None), "en", "typed"))
