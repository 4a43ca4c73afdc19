"""What a delivery may ask at most: the library may end its process over it, and neither the app nor the sentence may be lost."""

from __future__ import annotations

import os
import threading
import time
from multiprocessing.connection import Connection

import numpy as np
import psutil
import pytest

from voice.errors import EngineDied, EngineHangs
from voice.espeak import apart
from voice.espeak.apart import TAME, ApartLibrary
from voice.espeak.child import Answer, Request
from voice.espeak.library import Cancelled, RawSpeech, Settings
from voice.espeak.voices import CURATED, settings_for
from voice.ports import Delivery

SAID = {
    "en": "What a wonderful idea, let us try it!",
    "zh": "今天晚上我想喝一碗鸡汤。我们去公园吧！",
    "ja": "こんばんはスープがのみたいです。ん。",
}
PLAIN = Settings("en-us", 165, 50, 50, 100)


def never() -> bool:
    return False


@pytest.fixture(scope="module")
def library():
    made = ApartLibrary()
    yield made
    made.close()


@pytest.mark.parametrize("lang", SAID)
def test_the_lowest_and_highest_voice_with_the_widest_melody_speaks(lang, library):
    base = {"en": "en-us", "zh": "cmn", "ja": "ja"}[lang]
    for pitch in (0.0, 0.1, 0.3, 0.6, 5.0):
        for variant in (*CURATED, "m3", "croak"):
            settings = settings_for(lang, Delivery(lang, voice=f"{base}+{variant}", pitch=pitch, melody=9.0))
            assert len(library.synthesise(SAID[lang], settings, never).pcm) > 10_000


def moody(line: Connection) -> None:
    """Dies of melody, and hangs over a long text."""
    while True:
        request = line.recv()
        if not isinstance(request, Request):
            continue
        if request.settings.range > TAME:
            os._exit(-11)
        if len(request.text) > 100:
            time.sleep(60)
        line.send(Answer(request.number, RawSpeech(np.ones(100, np.int16), 22050, (), ())))


def deadly(line: Connection) -> None:
    """Dies of everything."""
    line.recv()
    os._exit(-11)


def test_a_sentence_over_which_the_library_dies_is_spoken_with_less_melody():
    library = ApartLibrary(moody)
    assert library.synthesise("ん。", PLAIN, never).pcm.any()
    library.close()


def test_where_it_dies_again_and_again_that_is_told_and_no_child_is_left():
    library = ApartLibrary(deadly)
    with pytest.raises(EngineDied):
        library.synthesise("Hello.", PLAIN, never)
    library.close()
    assert not [child for child in psutil.Process().children() if child.status() == psutil.STATUS_ZOMBIE]


def test_one_that_hangs_is_ended(monkeypatch):
    monkeypatch.setattr(apart, "PATIENCE", 3.0)
    library = ApartLibrary(moody)
    library.synthesise("Hello.", replace_range(PLAIN), never)
    monkeypatch.setattr(apart, "PATIENCE", 0.1)
    with pytest.raises(EngineHangs):
        library.synthesise("Hello. " * 30, replace_range(PLAIN), never)
    library.close()


def replace_range(settings: Settings) -> Settings:
    return Settings(settings.voice, settings.rate, settings.pitch, TAME, settings.volume)


def test_a_long_text_is_stopped_at_once_and_the_next_is_spoken(library):
    stop = threading.Event()
    threading.Timer(0.1, stop.set).start()
    with pytest.raises(Cancelled):
        library.synthesise("A very long walk along the river. " * 20_000, PLAIN, stop.is_set)
    assert library.synthesise("Hello.", PLAIN, never).pcm.any()
