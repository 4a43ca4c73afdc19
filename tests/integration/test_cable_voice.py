"""Her voice and her ears over a virtual sound cable: real devices, real engine, real recogniser."""

from __future__ import annotations

import pytest

from tests.support.voice_cable import MIC, MIC_FEED, SPEAKER, cable, why_no_cable

pytestmark = [pytest.mark.cable, pytest.mark.skipif(bool(why_no_cable()), reason=why_no_cable() or "cable")]

SCENES = "tests.support.voice_scenes"


def test_the_devices_of_the_cable_are_listed(laid):
    found = laid.play(SCENES, "devices_are_listed")
    assert set(found["out"]) == {SPEAKER, MIC_FEED}
    assert found["in"] == [MIC]


def test_what_she_says_into_the_cable_is_heard_word_for_word(laid):
    told = laid.play(SCENES, "she_is_heard_word_for_word")
    assert told["heard"] == told["said"]
    assert told["partials"] >= 3
    assert set(told["faults"]) <= {"audio-in-muted"}  # a cable is digitally silent until she speaks


def test_stop_silences_the_loudspeaker_and_tells_what_was_heard(laid):
    told = laid.play(SCENES, "stopped_half_way")
    assert told["state"] == "interrupted" and told["faults"] == []
    assert told["heard"].startswith("One two three") and "seven" not in told["heard"]
    assert told["sounded"] < told["played"] + 0.15


def test_muted_she_moves_her_lips_without_a_sound(laid):
    told = laid.play(SCENES, "muted")
    assert told["state"] == "done"
    assert told["opened"] > 0.3
    assert told["peak"] <= 4


def test_a_microphone_of_zeros_is_told_as_muted_and_stays_open(laid):
    assert laid.play(SCENES, "muted_microphone") == ["audio-in-muted", "listening"]


def test_a_sound_server_that_goes_leaves_captions_and_lips_and_is_waited_for():
    with cable() as own:
        told = own.play(SCENES, "server_gone")
    assert told["states"] == ["done", "done"]
    assert {"ten", "Hello"} <= set(told["words"])
    assert told["out"] == ["audio-out-system"]
    silent = "audio-in-muted"  # a cable is digitally silent, and a slow machine may take long to kill it
    assert [kind for kind in told["in"] if kind != silent] == ["audio-in-system"] and told["ears"] == "listening"
