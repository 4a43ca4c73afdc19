"""Thoughts stay thoughts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mind.brains.thoughts import ThoughtFilter


def heard(*pieces: str, hold: bool = False) -> str:
    thoughts = ThoughtFilter(hold=hold)
    return "".join(thoughts.feed(piece) for piece in pieces) + thoughts.finish()


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        (("Hello.",), "Hello."),
        (("<think>no</think>Yes.",), "Yes."),
        (("<th", "ink>no</thi", "nk>Yes."), "Yes."),
        (("<THINKING>no</Thinking>Yes.",), "Yes."),
        (("<reasoning>never closed",), ""),
        (("a < b and <b> stays",), "a < b and <b> stays"),
        (("<|channel|>analysis<|message|>no<|end|><|start|>assistant<|channel|>final<|message|>Yes.",), "Yes."),
        (("<|channel>thought\nno<channel|>Yes.",), "Yes."),
    ],
)
def test_only_the_words_are_heard(pieces: tuple[str, ...], expected: str) -> None:
    assert heard(*pieces) == expected


def test_a_closing_tag_alone_means_that_all_before_was_thought() -> None:
    assert heard("I should be kind.</think>Hello.", hold=True) == "Hello."
    assert heard("I should be kind.</think>Hello.") == "Hello."


def test_a_model_that_opens_its_thoughts_itself_is_recognised() -> None:
    thoughts = ThoughtFilter()
    thoughts.feed("thinking about it ")
    thoughts.feed("</think>Hello.")
    assert thoughts.closed_unopened


def test_a_monologue_of_a_model_not_met_before_is_held_until_it_is_over() -> None:
    pieces = ("Okay, the user says hello. ", "I should greet them back, warmly, in one or two sentences.", "</think>", "Hello.")
    thoughts = ThoughtFilter(suspect=True)
    assert [thoughts.feed(piece) for piece in pieces] == ["", "", "", "Hello."]


def test_speech_of_a_model_not_met_before_is_hardly_held() -> None:
    thoughts = ThoughtFilter(suspect=True)
    assert thoughts.feed("[happy] Hello") == "[happy] Hello"
    plain = ThoughtFilter(suspect=True)
    assert plain.feed("Hello there, it is good to see you. ") == ""
    assert plain.feed("I was just looking at the rain on the window.").startswith("Hello there")
    short = ThoughtFilter(suspect=True)
    assert short.feed("Hello.") + short.finish() == "Hello."


def test_words_held_back_for_nothing_are_given_at_the_end() -> None:
    assert heard("Hello.", hold=True) == "Hello."
    assert heard("Hello. <think>no</think> Bye.", hold=True) == "Hello.  Bye."


@settings(max_examples=120, deadline=None)
@given(
    parts=st.lists(
        st.sampled_from(["<think>", "</think>", "a", "<", "<b", "<|channel|>", "<|message|>", "final", "<|end|>", "é"]),
        max_size=12,
    ),
    cut=st.integers(1, 7),
)
def test_cutting_the_text_changes_nothing_once_it_is_whole(parts: list[str], cut: int) -> None:
    text = "".join(parts)
    if "</think>" in text:
        return  # a late closing tag takes back what was not yet passed on, so the cut does matter there
    assert heard(*(text[at : at + cut] for at in range(0, len(text), cut))) == heard(text)
