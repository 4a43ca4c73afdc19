"""Every fault has words in every language."""

from __future__ import annotations

import pytest

from mind.brains.fault_words import fault_table
from mind.brains.faults import REASONS, ServerFault
from mind.languages import LANGS


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("reason", REASONS)
def test_the_message_names_the_host_and_the_remedy_a_step(reason: str, lang: str) -> None:
    fault = ServerFault(reason, "box:8080", status=418, model="tiny", models=("small",), seconds=3)
    message, remedy = fault.told(lang)
    assert "box:8080" in message
    assert remedy
    assert not set("{}") & set(message + remedy)
    assert "\n" not in message + remedy


@pytest.mark.parametrize("lang", LANGS)
def test_no_words_are_left_over(lang: str) -> None:
    assert set(fault_table(lang)) == {"installed", "wait", *REASONS}


def test_a_refused_status_is_named() -> None:
    fault = ServerFault("auth", "box:8080", status=401)
    assert fault.kind == "brain-auth"
    assert "401" in fault.message


def test_a_missing_model_names_those_that_are_there() -> None:
    fault = ServerFault("model-missing", "box:8080", status=404, model="big", models=("tiny", "small"))
    assert "big" in fault.message
    assert "tiny, small" in fault.message
