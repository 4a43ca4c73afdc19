"""A voice speaks to her through a microphone; she answers through a loudspeaker and in captions."""

from __future__ import annotations

import pytest

from tests.support.voice_cable import why_no_cable

pytestmark = [pytest.mark.cable, pytest.mark.skipif(bool(why_no_cable()), reason=why_no_cable() or "cable")]


def test_spoken_words_become_a_turn_and_its_answer_sounds_and_is_captioned(laid):
    told = laid.play("tests.support.whole_loop_scenes", "spoken_to_and_answered")
    (user, words, channel), (her, reply, _) = told["turns"]
    assert (user, words, channel) == ("user", told["said"], "voice")
    assert her == "companion" and reply
    assert " ".join(told["captions"]) == reply
    assert told["seconds_of_sound"] > 0.3
    assert told["stages"] == ["endpoint", "text", "brain", "sentence", "synthesis", "sound", "mouth"]
    in_turn = ["speech_ended", "endpoint", "text", "kept", "asked", "first_token", "first_sentence", "synthesised"]
    assert told["marks"][:8] == in_turn and set(told["marks"][8:]) == {"first_sample", "first_mouth"}
    assert max(map(abs, told["off_the_ear"])) < 0.25
    assert told["faults"] == []
