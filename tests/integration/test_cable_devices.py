"""Devices that come, go, hang and are exchanged on the virtual cable, with the sound server itself among them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.support.voice_cable import cable, why_no_cable

pytestmark = [pytest.mark.cable, pytest.mark.skipif(bool(why_no_cable()), reason=why_no_cable() or "cable")]

SCENES = "tests.support.voice_device_scenes"


def test_microphone_and_voice_are_back_soon_after_whatever_happened_to_them_and_the_window_never_waits():
    with cable() as laid, cable() as other, ThreadPoolExecutor() as both:
        speaking = both.submit(other.play, SCENES, "her_voice_outlives_the_server")
        near, far = laid.play(SCENES, "near_and_far")
        chosen = laid.play(SCENES, "chosen_one_goes_and_returns")
        told = laid.play(SCENES, "microphone_through_everything")
        voice = speaking.result()
    assert chosen["way"] == "PulseInputs" and chosen["told"] == ["elsewhere", ""]
    assert chosen["away"] < 1 and chosen["taken"] < 1
    assert told["told"] == {
        "opening": [], "the only one returns": ["lost", ""], "another default": [], "the default goes": [],
        "unmuted": ["muted", ""], "the daemon wakes": ["stalled", "hangs", ""], "another daemon": ["system", ""],
    }  # fmt: skip
    assert told["deaf"] == 0  # with the only microphone gone, what she says herself is not listened to
    late = told["back"].pop("another daemon")
    assert max(told["back"].values()) < 1 and told["muted"] < 1 and told["opened"] < 1 and late < 4
    assert near < 0.06 and far > 0.1  # what her lips and captions wait for
    assert voice["faults"] == ["audio-out-hangs", "audio-out-system"] and voice["states"] == ["done", "done"]
    assert voice["woke"] < 1 and voice["returned"] < 4 and voice["loud"] > 2000 and len(voice["words"]) > 8
    assert max(told["slowest"], chosen["slowest"], voice["slowest"]) < 0.1
