"""Finding where a phrase stands: whatever forgetting would blank, the index leads to."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mind.store.phrases import wording
from mind.store.sqlite import words
from mind.store.sqlite.connect import make_engine

LETTERS = "aeirst Zö-'.,!?_ 3猫犬咪豆のみー々。、\nＡß🐱"


@pytest.fixture(scope="module")
def index():
    engine = make_engine(None, "memory")
    with engine.connect() as connection:
        words.make(connection)
        yield connection
    engine.dispose()


def rows_with(index, phrase, *texts):
    """Which of the texts the index leads to."""
    for row, text in enumerate((*texts, "", "", "")[:3], 1):
        words.drop(index, "turn", row)
        words.add(index, "turn", row, text)
    return words.with_phrase(index, "turn", phrase)


@settings(max_examples=300, deadline=None)
@given(text=st.text(LETTERS, max_size=40), places=st.tuples(st.integers(0, 40), st.integers(1, 40)))
def test_every_text_that_holds_a_phrase_is_found_by_it(index, text, places):
    start, length = places
    phrase = text[start : start + length].strip()
    if phrase and wording(phrase).search(text) and any(letter.isalnum() for letter in phrase):
        assert rows_with(index, phrase, text) == [1]


def test_words_that_only_stand_apart_are_not_looked_at(index):
    found = rows_with(index, "I like the red wine", "I like it, the wine was red", "So I like the red wine.", "red wine")
    assert found == [2]


@pytest.mark.parametrize(("phrase", "found"), [("咪咪豆", [1, 2]), ("豆", [1, 2, 3]), ("我的猫", [2]), ("🐱", []), ("", [])])
def test_characters_are_found_inside_a_sentence_and_signs_nowhere(index, phrase, found):
    assert rows_with(index, phrase, "咪咪豆", "我的猫叫咪咪豆。", "红豆汤 🐱") == found


def test_of_a_page_only_the_beginning_is_looked_for(index):
    page = " ".join(f"word{number}" for number in range(3000))
    assert rows_with(index, page, page, "word0 word1", "") == [1]
