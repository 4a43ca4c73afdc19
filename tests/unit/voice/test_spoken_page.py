"""The page that shows what is said is as the code would make it today, and a listener understands it."""

from pathlib import Path

import pytest

from tests.support.spoken_samples import HEARD, SAMPLES, heard, page

PAGE = Path(__file__).parents[3] / "docs" / "voice" / "spoken.md"


def test_the_page_is_as_it_would_be_made_now():
    assert PAGE.read_text(encoding="utf-8") == page()


def test_it_shows_every_kind_of_text_in_every_language():
    assert all(len(texts) >= 7 for texts in SAMPLES.values()) and len(HEARD) >= 10


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("Set a timer for 5 min.", "set a timer for five minutes"),
        ("*smiles softly* Hello, how are you? (^_^)", "hello how are you"),
        ("<b>Open</b> the window... please", "open the window please"),
        ("1, 2, 3, 4, 5, 6, 7, 8, 9, 10", "one two three four five six seven eight nine ten"),
    ],
)
def test_a_listener_hears_the_words_and_nothing_of_the_markup(written, words):
    assert heard(written) == words
