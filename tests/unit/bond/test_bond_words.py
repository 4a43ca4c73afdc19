"""The bond in words: every kind of event has a sentence, every refusal a reason, in three languages."""

from typing import get_args

import pytest

from mind.bond.words import event_sentence, refusal_sentence
from mind.domain import BondKind
from mind.languages import LANGS

REFUSALS = ("held", "unsure", "same_turn", "daily_cap", "paused", "not_paused", "not_theirs", "not_now")


@pytest.mark.parametrize("lang", LANGS)
def test_every_kind_and_every_refusal_is_told_in_words_of_its_own(lang):
    kinds = get_args(BondKind)
    sentences = {event_sentence(kind, "", lang) for kind in kinds}
    assert len(sentences) == len(kinds)
    assert event_sentence("gibberish", "", lang) not in sentences
    reasons = {refusal_sentence(rule, lang) for rule in REFUSALS}
    assert len(reasons) == len(REFUSALS)
    assert refusal_sentence("another", lang) not in reasons


def test_what_was_proposed_is_told_with_the_users_words():
    assert event_sentence("insult", "you\nliar", "en") == "Your words hurt her: “you liar”"
    assert event_sentence("insult", "", "en") == "Your words hurt her."
