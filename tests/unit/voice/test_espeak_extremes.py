"""What a delivery may ask at most: the library must survive it, for it speaks within the app's own process."""

from __future__ import annotations

import pytest

from voice.espeak.library import library
from voice.espeak.voices import CURATED, settings_for
from voice.ports import Delivery

SAID = {
    "en": "What a wonderful idea, let us try it!",
    "zh": "今天晚上我想喝一碗鸡汤。我们去公园吧！",
    "ja": "こんばんはスープがのみたいです。",
}


@pytest.mark.parametrize("lang", SAID)
@pytest.mark.parametrize("pitch", [0.0, 0.1, 0.3, 0.6, 5.0])
def test_the_lowest_and_highest_voice_with_the_widest_melody_speaks(lang, pitch):
    for variant in CURATED:
        base = {"en": "en-us", "zh": "cmn", "ja": "ja"}[lang]
        settings = settings_for(lang, Delivery(lang, voice=f"{base}+{variant}", pitch=pitch, melody=9.0))
        assert len(library().synthesise(SAID[lang], settings, lambda: False).pcm) > 10_000
