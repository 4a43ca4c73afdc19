"""She is spoken over on the virtual cable: quieter at once, silent at words, and what is kept is what was heard."""

from __future__ import annotations

import pytest

from tests.support.voice_cable import Cable, why_no_cable

SCENES = "tests.support.interrupt_scenes"

pytestmark = [pytest.mark.cable, pytest.mark.skipif(bool(why_no_cable()), reason=why_no_cable() or "cable")]


def test_the_user_speaks_over_her_in_every_way(laid: Cable) -> None:
    told = laid.play(SCENES, "interrupted_on_the_cable", timeout=120, count=4)
    slow = {"audio-in-stalled", "audio-in-hangs", "audio-out-hangs"}  # a machine with too much to do
    assert set(told["faults"]) <= slow
    for each in told["each"]:
        assert each["volume"] == [1.0, 1.0], each
        if each["kind"] in ("stop", "two"):
            assert each["cut"] and each["kept"] == each["heard"], each
            assert each["turns"] == ([] if each["kind"] == "stop" else ["what is the weather today"]), each
        else:
            assert each["turns"] == [], each
        if each["kind"] == "nod":
            assert not each["cut"] and each["kept"].endswith("the rivers."), each
    assert told["figures"]["duck"]["count"] >= 2, "she was quieter before she was silent"
