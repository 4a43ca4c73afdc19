"""Turns of nothing but pictures: heard as what they show, never kept, never taken for a name."""

from __future__ import annotations

from datetime import datetime

import pytest

from mind.languages import Lang
from mind.talk import RulePlanner
from mind.talk.perceive import perceive
from mind.talk.pictures import in_words, only_pictures

NOW = datetime(2026, 3, 4, 19, 0)
PLANNER = RulePlanner()


@pytest.mark.parametrize(("lang", "words"), [("en", "a cat, the sofa"), ("zh", "猫，沙发"), ("ja", "猫、ソファ")])
def test_pictures_are_named_in_the_order_they_were_sent(lang: Lang, words: str) -> None:
    assert in_words("🐱🛋️", lang) == words


def test_a_face_beside_a_thing_stays_a_mood_of_its_own() -> None:
    assert in_words("💻😩", "en") == "the computer. emojitired"
    assert in_words("😩", "zh") == "好累"


@pytest.mark.parametrize("text", ["？！", "...", "…", "1234", "cat 🐱", "「」"])
def test_marks_and_words_are_no_pictures(text: str) -> None:
    assert not only_pictures(text)


@pytest.mark.parametrize("lang", ["en", "zh", "ja"])
def test_what_is_only_shown_is_heard_but_neither_kept_nor_a_name(lang: Lang) -> None:
    heard = perceive("🐱", PLANNER.content(lang), NOW, asked_name=True)
    assert heard.focus and not heard.facts and heard.name is None


@pytest.mark.parametrize("lang", ["en", "zh", "ja"])
def test_a_smile_is_no_sadness_and_no_name(lang: Lang) -> None:
    heard = perceive("🙂", PLANNER.content(lang), NOW, asked_name=True)
    assert heard.name is None and all(hit.valence > 0 for hit in heard.feelings)
