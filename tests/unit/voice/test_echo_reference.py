"""What is heard of her at which second: through the buffer of a device, stops, mutes, ducking, rests and another device."""

from __future__ import annotations

import threading

import numpy as np
import pytest

from tests.support.voice_device import Device, Hands
from voice.echo.reference import RATE, SIZE, Reference
from voice.echo.sample_clock import SampleClock
from voice.output.stream_out import StreamOut
from voice.ports import Sound

TICK = 0.016
OFF = 0.010
"""Seconds by which the played clock believes a sample to be later than the scripted device plays it."""


class Scene:
    """She speaks through a scripted device whose every sample is known."""

    def __init__(self, **device) -> None:
        self.clock = Hands()
        self.device = Device(self.clock, **device)
        self.reference = Reference()
        self.out = StreamOut(self.device.open, clock=self.clock, reference=self.reference)

    def say(self, pcm: np.ndarray, rate: int = RATE) -> None:
        self.out.add(Sound(pcm, rate, lambda: None, lambda: None))

    def run(self, seconds: float) -> None:
        for _ in range(round(seconds / TICK)):
            self.clock.now += TICK
            self.out.played()

    def heard(self, number: int, start: float, end: float, step: int = 1) -> np.ndarray:
        """What a stream of the device made audible between two seconds, every `step`th sample."""
        stream = self.device.opened[number]
        air = stream.sounded()
        places = np.round((np.arange(start, end, step / stream.rate) - stream.heard_at(0)) * stream.rate).astype(int)
        return np.where((places >= 0) & (places < len(air)), air[np.clip(places, 0, len(air) - 1)], 0)


def chirp(seconds: float, rate: int = RATE) -> np.ndarray:
    t = np.arange(round(seconds * rate)) / rate
    return (9000 * np.sin(2 * np.pi * (150 * t + 400 * t * t))).astype(np.int16)


def offset(one: np.ndarray, other: np.ndarray) -> tuple[float, float]:
    """By how many seconds `one` is later than `other`, and how alike they are then."""
    size = 2 * max(len(one), len(other))
    curve = np.fft.irfft(np.fft.rfft(one.astype(float), size) * np.conj(np.fft.rfft(other.astype(float), size)), size)
    best = int(curve.argmax())
    scale = np.sqrt((one.astype(float) ** 2).sum() * (other.astype(float) ** 2).sum())
    return (best if best < size // 2 else best - size) / RATE, float(curve[best] / max(scale, 1e-9))


@pytest.mark.parametrize(("rate", "own", "channels"), [(16000, 16000, 1), (22050, 48000, 2)])
def test_what_is_heard_is_known_by_the_second_though_the_device_was_given_it_long_before(rate, own, channels):
    scene = Scene(rate=own, channels=channels)
    scene.run(0.1)
    scene.say(chirp(2.0, rate), rate)
    scene.run(1.4)
    start = scene.clock.now - 0.9
    known = scene.reference.between(start, start + 1.0)  # a tenth of a second of it is yet to be heard
    scene.run(1.0)
    late, alike = offset(known, scene.heard(0, start, start + 1.0, own // RATE))
    assert late == pytest.approx(OFF, abs=0.003) and alike > 0.97
    scene.run(1.5)
    scene.say(chirp(1.0, rate), rate)  # after a rest
    scene.run(1.0)
    start = scene.clock.now - 0.7
    late, alike = offset(scene.reference.between(start, start + 0.5), scene.heard(0, start, start + 0.5, own // RATE))
    assert late == pytest.approx(OFF, abs=0.017) and alike > 0.9


def test_stops_mutes_and_ducking_are_heard():
    scene = Scene()
    scene.say(chirp(3.0))
    scene.run(0.5)
    scene.out.volume(0.25)
    scene.run(0.5)
    scene.out.volume(0.0)
    scene.run(0.5)
    scene.out.volume(1.0)
    scene.run(0.5)
    now = scene.clock.now
    scene.out.stop()
    levels = [np.abs(scene.reference.between(now - back, now - back + 0.3).astype(int)).max() for back in (1.9, 1.4, 0.9, 0.4)]
    assert levels[0] > 8000 and 2000 < levels[1] < 2400 and levels[2] == 0 and levels[3] > 8000
    assert not scene.reference.between(now + 0.02, now + 1.0).any()
    scene.run(0.2)
    scene.say(chirp(1.0))
    scene.run(0.5)
    assert scene.reference.sounding(scene.clock.now - 0.1, scene.clock.now)


def test_memory_stays_and_threads_may_write_and_read_at_once():
    reference = Reference()
    sound, broken = chirp(1.0), []

    def read() -> None:
        try:
            for second in np.arange(0, 40, 0.01):
                assert len(reference.between(second, second + 0.02)) == 320
        except AssertionError as fault:
            broken.append(fault)

    reader = threading.Thread(target=read)
    reader.start()
    for second in range(60):
        reference.put(sound, RATE, float(second))
        reference.volume(second % 2, float(second))
    reader.join()
    assert not broken and not reference.between(59 - SIZE / RATE - 1, 59 - SIZE / RATE).any()
    assert np.array_equal(reference.between(59.0, 60.0), sound) and not reference.between(58.1, 58.9).any()


@pytest.mark.parametrize("drift", [-1e-4, 0.0, 1e-4])
def test_the_sample_clock_finds_the_pace_of_a_microphone_in_pieces_that_come_unevenly(drift):
    draw = np.random.default_rng(3)
    clock, places = SampleClock(), []
    for piece in range(3000):
        true = 500 + (piece + 1) * 0.02 / (1 + drift)
        first = clock.tick(320, true + 0.008 + float(draw.exponential(0.006)))
        places.append(first / RATE - (true - 0.02))
    settled = np.array(places[500:])
    assert 0.005 < settled.mean() < 0.015 and np.ptp(settled) < 0.0015
