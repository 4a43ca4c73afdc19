"""Her stream of speech over a virtual cable, with an ear on it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.support.voice_cable import cable, why_no_cable

pytestmark = [pytest.mark.cable, pytest.mark.skipif(bool(why_no_cable()), reason=why_no_cable() or "cable")]

SCENES = "tests.support.voice_stream_scenes"


def test_a_reply_is_heard_without_a_gap_though_the_window_stands_still(laid):
    told = laid.play(SCENES, "a_reply_while_the_window_stands_still")
    assert told["sentences"] == 5 and told["faults"] == [] and told["stalls_left"] == 0
    assert told["likeness"] > 0.9 and told["missing"] == told["jumps"] == 0
    assert max(map(abs, told["gap_errors"])) < 1.0
    assert -20 < told["lead"] < 60


def test_sentences_that_come_late_are_heard_whole_with_silence_between(laid):
    told = laid.play(SCENES, "late_sentences")
    assert told["likeness"] > 0.9 and told["broken"] == 0 and told["clicks"] <= 60 and told["faults"] == []


def test_fifty_stops_leave_silence(laid):
    told = laid.play(SCENES, "fifty_stops")
    assert told["states"] == [["interrupted", "interrupted"]] and told["faults"] == []
    assert told["worst"] < 0.15 and told["quiet"] and told["after"] == 0
    assert told["exact"] and told["heard"] > 20


def test_another_default_loudspeaker_takes_over_in_the_midst_of_a_reply(laid):
    told = laid.play(SCENES, "another_default_loudspeaker")
    assert told["states"] == ["done", "done"] and told["faults"] == []
    assert told["likeness"] > 0.9 and told["missing"] == 0 and min(told["sounded"]) > 0.2


def test_a_sound_server_that_dies_leaves_the_reply_readable_to_its_end():
    with cable(awake=False) as one, cable(awake=False) as other, ThreadPoolExecutor() as both:
        playing = [both.submit(own.play, SCENES, "server_killed", at=at) for own, at in ((one, 0.0), (other, 1.02))]
        before, midst = (scene.result() for scene in playing)
    for told in (before, midst):
        assert told["in_time"] and told["states"] == ["done"] * 3 and told["closing"] < 2
        assert {"Four", "five", "Six", "seven"} <= set(told["words"])
    assert before["faults"] == ["audio-out"] and midst["faults"] == ["audio-out-system"]
