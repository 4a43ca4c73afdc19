"""What stands beside a reply, told in plain words of every language."""

from __future__ import annotations

import pytest

from desktop.why import told
from mind.languages import LANGS
from mind.talk.lint_words import CUES
from mind.talk.read_units import NEEDS
from mind.turn.prompt_texts import prompt_texts
from mind.turn.why import WANTED


@pytest.mark.parametrize("lang", LANGS)
def test_every_need_has_a_sentence_and_a_name(lang):
    table = told.texts(lang)
    needs = {need for need in NEEDS if "." not in need} | {"safety"}
    assert needs <= set(table["need"])
    assert set(WANTED) == set(table["wanted"]) == set(table["told"]) == set(told.NEEDS)


@pytest.mark.parametrize("lang", LANGS)
def test_every_cue_she_may_give_is_told(lang):
    assert set(CUES) <= set(told.texts(lang)["cue"])


@pytest.mark.parametrize("lang", LANGS)
def test_what_a_language_model_is_told_to_do_is_told_to_the_user_too(lang):
    assert set(prompt_texts(lang)["acts"]) <= set(told.texts(lang)["act"])


def test_acts_are_told_by_the_whole_then_by_the_first_word_and_none_twice():
    assert told.intents(("feeling:tired", "offer"), "en") == (
        "Meet the feeling first.", "Then ask whether to think it over together or just to listen.",
    )  # fmt: skip
    assert told.intents(("fallback.quote", "fallback.ack"), "en") == ("Answer as much as I had understood.",)
    assert told.intents(("why.said",), "en") != told.intents(("why",), "en")
    assert told.intents(("act:her.fear",), "en") == ("Tell you something about myself.",)
    assert told.intents(("name", "name"), "en") == ("Take in your name.", "Then ask what to call you.")
    assert told.intents(("act:nothing.known",), "en") == ("Answer what you had said.",)


@pytest.mark.parametrize("lang", LANGS)
def test_where_nothing_was_kept_nothing_is_made_up(lang):
    assert told.need_sentence("", lang) == told.texts(lang)["need"]["unknown"]
    assert told.intents((), lang) == (told.texts(lang)["act"]["unknown"],)


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "I looked happy, nodded and waved."),
        ("zh", "我露出了笑容，点了点头，又挥了挥手。"),
        ("ja", "うれしい顔をして、うなずいて、手を振りました。"),
    ],
)
def test_face_and_body_make_one_sentence(lang, sentence):
    assert told.moves_sentence(("happy", "nod", "nod", "wave", "unheard-of"), lang) == sentence


@pytest.mark.parametrize("lang", LANGS)
def test_without_a_cue_nothing_is_made_up(lang):
    assert told.moves_sentence((), lang) == told.texts(lang)["moved_nothing"]


def test_forgotten_things_are_counted_and_never_named():
    assert told.gone_sentence(0, "en") == ""
    assert told.gone_sentence(1, "en") == "Something you let me forget."
    assert told.gone_sentence(3, "en") == "3 things you let me forget."
