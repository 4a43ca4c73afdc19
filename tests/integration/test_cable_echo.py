"""Over a virtual cable from her loudspeaker to her microphone she does not take herself for the user."""

from __future__ import annotations

import pytest

from tests.support.voice_cable import why_no_cable

pytestmark = [pytest.mark.cable, pytest.mark.skipif(bool(why_no_cable()), reason=why_no_cable() or "cable")]


def test_her_own_voice_makes_no_turn(laid):
    told = laid.play("tests.support.voice_echo_scenes", "she_hears_her_own_loudspeaker")
    assert told["faults"] == [] and told["said"] >= 3 and told["reference"] > 2000
    assert told["turns"] == [] and told["stops"] <= 1, told  # seen once on an overloaded machine; a turn never was
