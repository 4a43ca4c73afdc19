"""Every silence has a name and a next step, in every language."""

from __future__ import annotations

import pytest

from desktop.hearing_page.told import cause_of
from desktop.theme.words import words
from mind.languages import LANGS
from voice.devices.faults import INPUT, OUTPUT, NamedInputFault, NamedOutputFault
from voice.errors import ModelFault, TranscriptionFault

FAULTS = (
    *(NamedInputFault(cause, "USB Mic", "Built-in") for cause in INPUT),
    *(NamedOutputFault(cause, "Desk") for cause in OUTPUT),
    *(NamedInputFault(cause) for cause in INPUT),
)


@pytest.fixture(params=LANGS)
def lang(request):
    before = words().lang
    words().speak(request.param)
    yield request.param
    words().speak(before)


def test_each_cause_is_told_with_its_device_and_a_step(lang):
    for fault in FAULTS:
        title, step = cause_of(fault)
        assert step and "{" not in title + step
        assert lang == "en" or not title.isascii()
        if "{device}" in (INPUT | OUTPUT)[fault.cause][0] and fault.device:
            assert fault.device in title


def test_what_a_download_or_a_server_says_is_kept_inside(lang):
    busy = ModelFault("host.example answered 503.", kind="speech-model-download")
    for fault in (busy, TranscriptionFault("It refuses the key.")):
        title, step = cause_of(fault)
        assert fault.message in title and step


def test_an_unknown_fault_is_told_as_it_is(lang):
    fault = ModelFault("Something else.", "Do this.", kind="speech-model-unheard-of")
    assert cause_of(fault) == ("Something else.", "Do this.")
