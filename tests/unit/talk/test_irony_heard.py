"""Praise of a mishap: nothing of it is kept as a taste, and it is no joy."""

from __future__ import annotations

from datetime import datetime

import pytest

from mind.languages import Lang
from mind.talk import RulePlanner
from mind.talk.irony import ironic
from mind.talk.perceive import perceive

PLANNER = RulePlanner()


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "Oh great, another flat tyre, I just love Mondays."), ("en", "Great, now the heating has broken as well, lovely."),
    ("zh", "好极了，暖气也坏了，正缺这个。"), ("ja", "ああすばらしい、新しい長靴に穴があきました、最高です。"),
])  # fmt: skip
def test_praise_of_a_mishap_is_no_liking_and_no_joy(lang: Lang, text: str) -> None:
    heard = perceive(text, PLANNER.content(lang), datetime(2026, 3, 4, 19, 0))
    assert ironic(text, lang)
    assert not any(hit.fact.key.startswith("user.taste") for hit in heard.facts)
    assert not any(hit.valence > 0 for hit in heard.feelings)


@pytest.mark.parametrize(("lang", "text"), [
    ("en", "Great news, I got the job!"), ("en", "Lovely evening, wasn't it"), ("zh", "太好了，我考上了"),
    ("ja", "最高です、また来ます"),
])  # fmt: skip
def test_plain_joy_stays_joy(lang: Lang, text: str) -> None:
    assert not ironic(text, lang)
