"""The meter says how well the microphone hears and what is wrong with it; nobody has to begin again when it is over."""

from __future__ import annotations

import numpy as np
import pytest

from desktop.conversation.mic_meter import MicMeter
from tests.support.voice_device import Hands
from tests.support.voice_inputs import DESK, Desk
from voice.devices.level_meter import LevelMeter
from voice.recognise.microphone import Microphone

rng = np.random.default_rng(3)


def speaking(level: float, seconds: float = 3.0, noise: float = 4.0, clip: int = 32767) -> np.ndarray:
    """Syllables of this root mean square over a room's noise, one in three tenths of a second."""
    at = np.arange(int(seconds * 16000)) / 16000
    voice = np.sin(2 * np.pi * 150 * at) * level * 1.7 * (at % 0.3 < 0.15)
    return np.clip(voice + rng.normal(0, noise, len(at)), -clip, clip).astype(np.int16)


WORDS = [(0.0, "silence"), (60.0, "quiet"), (330.0, "soft"), (3000.0, "good"), (19000.0, "loud"), (60000.0, "clips")]


@pytest.mark.parametrize(("level", "word"), WORDS)
def test_a_level_has_a_word(level, word):
    meter = LevelMeter()
    for piece in np.array_split(speaking(level), 90):
        meter.feed(piece, 16000)
    reading = meter.read()
    assert reading.verdict == word and reading.clips is (word == "clips")
    assert reading.floor_db == pytest.approx(-78, abs=4)
    assert meter.read().level == 0.0 and 0 <= reading.level <= reading.peak <= 1


def test_every_cause_comes_and_goes_while_the_meter_runs_on(qapp):
    clock = Hands()
    desk = Desk(clock, DESK)
    sound = [speaking(3000.0, 12.0)]

    def given(begin: float, end: float, rate: int) -> np.ndarray:
        place = round(begin * rate) % (len(sound[0]) - rate)
        return sound[0][place : place + round((end - begin) * rate)]

    desk.sound = given
    meter = MicMeter(microphone=lambda device, hear, tell: Microphone(device, hear, tell, system=desk, clock=clock))
    told: list[str] = []
    meter.failed.connect(lambda fault: told.append(fault.cause))
    meter.well.connect(lambda: told.append("well"))
    meter.silent.connect(lambda: told.append("silent"))
    readings = []
    meter.measured.connect(readings.append)

    def run(seconds: float) -> None:
        for _ in range(round(seconds * 30)):
            clock.now += 1 / 30
            meter.tick()

    assert meter.start("")
    run(3)
    assert readings[-1].verdict == "good" and told == []
    desk.change("desk", muted=True)
    run(0.5)
    desk.change("desk", muted=False)
    run(0.5)
    assert told == ["muted", "well"]
    sound[0] = np.zeros(96000, np.int16)
    run(6)
    sound[0] = speaking(3000.0, 12.0)
    run(1)
    assert told[2:] == ["zeros", "silent", "well"]
    sound[0] = speaking(60000.0, 12.0)
    run(3)
    sound[0] = speaking(3000.0, 12.0)
    run(8)
    assert told[5:] == ["clipping", "well"]
    desk.pull("desk")
    run(1)
    assert told[7:] == ["lost"] and meter.running
    desk.plug(DESK)
    run(1)
    assert told[8:] == ["well"]
    meter.stop()
    assert desk.opened[-1].closed and not meter.running
