"""A sentence written anew: what hangs on it follows where it can be told, and goes where it cannot."""

import pytest

from mind.domain import Memory
from mind.memory.correcting import LONGEST, corrected
from tests.support.store_samples import MONDAY


def memory(text, value, kind="pet.name", lang="en", **slots):
    return Memory(1, 1, kind, "user.pet.cat.name", value, text, text, lang, 0.9, MONDAY, slots=slots)


CAT = memory("Your cat is called Momo.", "Momo", kind="pet.name", name="Momo")


@pytest.mark.parametrize(
    ("old", "text", "value", "slots"),
    [
        (CAT, "Your cat is called Mimi.", "Mimi", {"name": "Mimi"}),
        (CAT, "Your cat is called Momo!", "Momo", {"name": "Momo"}),
        (memory("You have 2 cats.", "2", n="2", pet="cat"), "You have 12 cats.", "12", {"n": "12", "pet": "cat"}),
        (memory("You like green tea.", "green tea", x="green tea"), "You like black tea.", "black tea", {"x": "black tea"}),
        (memory("你的猫叫毛毛。", "毛毛", lang="zh", name="毛毛"), "你的猫叫咪咪。", "咪咪", {"name": "咪咪"}),
    ],
)
def test_a_changed_word_changes_what_she_says_with_it(old, text, value, slots):
    made = corrected(old, text, None)
    assert (made.text, made.kind, made.value, dict(made.slots)) == (text, old.kind, value, slots)


@pytest.mark.parametrize(
    "text", ["You had a cat once, long ago.", "Your dog is called Rex.", "Momo was my neighbour's cat and is gone"]
)
def test_another_sentence_is_only_repeated_never_taken_apart(text):
    made = corrected(CAT, text, None)
    if "Momo" in text:
        assert made.slots == {"name": "Momo"}
    else:
        assert (made.kind, made.value, made.slots) == ("pet.told", text.rstrip("."), {})


@pytest.mark.parametrize("text", ["", "  \n ", "x" * (LONGEST + 1)])
def test_no_sentence_and_an_endless_one_are_refused(text):
    with pytest.raises(ValueError):
        corrected(CAT, text, None)
