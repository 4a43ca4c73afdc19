"""She listens while she speaks, over a virtual sound cable: real devices, real engine, real recogniser."""

from __future__ import annotations

import pytest

from tests.support.voice_cable import why_no_cable

pytestmark = [pytest.mark.cable, pytest.mark.skipif(bool(why_no_cable()), reason=why_no_cable() or "cable")]

SCENES = "tests.support.voice_listening_scenes"


def test_what_is_said_over_her_voice_is_heard_word_for_word(laid):
    told = laid.play(SCENES, "spoken_over")
    assert told["finals"] == ["stop the music now"] and told["timely"]
    assert told["voices"][0] is True and told["voices"][-1] is False
    assert told["states"] == ["loading", "listening", "off"]
    assert told["state"] == "done" and set(told["faults"]) <= {"audio-in-muted"}


def test_without_barge_in_she_takes_nothing_in_while_she_speaks(laid):
    told = laid.play(SCENES, "spoken_over", barge_in=False)
    assert told["finals"] == [] and told["voices"] == []
    assert told["states"] == ["loading", "listening", "held", "listening", "off"]
