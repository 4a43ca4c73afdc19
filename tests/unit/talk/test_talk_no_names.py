"""Verbs and the weather are nobody's name."""

from datetime import datetime, timezone

import pytest

from mind.talk import RulePlanner
from mind.talk.perceive import perceive

NOW = datetime(2026, 3, 2, 20, tzinfo=timezone.utc)
ENGLISH = RulePlanner().content("en")


@pytest.mark.parametrize("text", ["it's raining again here", "it's snowing", "I'm Dana. It's pouring."])
def test_weather_said_to_the_question_for_a_name_is_no_name(text):
    assert perceive(text, ENGLISH, NOW, asked_name=True).name in (None, "Dana")


@pytest.mark.parametrize("text", ["Ming", "ming", "I'm Ming"])
def test_a_name_may_end_as_a_verb_does(text):
    assert perceive(text, ENGLISH, NOW, asked_name=True).name == "Ming"


@pytest.mark.parametrize(
    ("text", "name"),
    [("my flatmate burnt the pancakes", None), ("my boss crept up on us", None), ("my boss denise shouted", "Denise"),
     ("my flatmate Burt burnt the pancakes", "Burt")],
)  # fmt: skip
def test_what_somebody_did_to_something_is_not_their_name(text, name):
    facts = perceive(text, ENGLISH, NOW).facts
    assert next((hit.slots["name"] for hit in facts if "name" in hit.slots), None) == name
