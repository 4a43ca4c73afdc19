"""One stream for a reply: sample on sample, told at the right moment, on a device whose time is told by the test."""

from __future__ import annotations

import numpy as np
import pytest

from tests.support.voice_device import BLOCK, Device, Hands
from voice.output.stream_out import StreamOut
from voice.ports import Sound

TICK = 0.016


class Scene:
    """A stream out on a scripted device, and what it told and when."""

    def __init__(self, **device) -> None:
        self.clock = Hands()
        self.device = Device(self.clock, **device)
        self.lost: list[tuple[str, float]] = []
        self.out = StreamOut(self.device.open, lambda fault, at: self.lost.append((fault.kind, at)), self.clock)
        self.told: list[tuple[str, float]] = []
        self.places: list[tuple[float, float]] = []

    def sound(self, name: str, pcm: np.ndarray, rate: int = 16000) -> Sound:
        return Sound(
            pcm, rate, lambda: self.told.append((name, self.clock.now)), lambda: self.told.append((f"/{name}", self.clock.now))
        )

    def run(self, seconds: float, tick: float = TICK) -> None:
        for _ in range(round(seconds / tick)):
            self.clock.now += tick
            self.places.append((self.clock.now, self.out.played()))


def noise(seconds: float, rate: int = 16000, seed: int = 1) -> np.ndarray:
    pcm = np.random.default_rng(seed).integers(-9000, 9000, round(seconds * rate)).astype(np.int16)
    pcm[pcm == 0] = 1
    return pcm


def test_sentence_follows_sentence_sample_on_sample():
    scene = Scene()
    parts = [noise(seconds, seed=seed) for seed, seconds in enumerate((0.7, 0.013, 1.9, 0.4))]
    for number, pcm in enumerate(parts):
        scene.out.add(scene.sound(str(number), pcm))
    scene.run(3.4)
    air = scene.device.opened[0].sounded()
    whole = np.concatenate(parts)
    begin = int(np.flatnonzero(air)[0])
    assert len(scene.device.opened) == 1
    assert np.array_equal(air[begin : begin + len(whole)], whole) and not air[begin + len(whole) :].any()
    assert [name for name, _ in scene.told] == ["0", "/0", "1", "/1", "2", "/2", "3", "/3"]


def test_a_sentence_is_told_when_it_is_heard_and_the_clock_is_what_is_heard():
    scene = Scene()
    for number, pcm in enumerate((noise(1.0), noise(0.8, seed=2))):
        scene.out.add(scene.sound(str(number), pcm))
    scene.run(2.2)
    stream = scene.device.opened[0]
    first = int(np.flatnonzero(stream.sounded())[0])
    true = {"0": first, "/0": first + 16000, "1": first + 16000, "/1": first + 28800}
    for name, when in scene.told:
        assert when == pytest.approx(stream.heard_at(true[name]), abs=0.035)
    inside = [(now, at) for now, at in scene.places if 0.1 < at < 0.9 and now < scene.told[1][1]]
    errors = [now - stream.heard_at(first) - at for now, at in inside]
    assert max(map(abs, errors)) < 0.03 and np.ptp(errors) < BLOCK + 0.004
    steps = np.diff([at for _, at in inside])
    assert steps.min() >= 0 and steps.max() < 2 * TICK


def test_a_sentence_that_comes_late_is_heard_from_its_first_sample_and_is_no_fault():
    scene = Scene()
    first, late = noise(0.5), noise(0.5, seed=2)
    scene.out.add(scene.sound("first", first))
    scene.run(2.0)
    scene.out.add(scene.sound("late", late))
    scene.run(0.2)
    assert 0.1 < scene.out.played() < 0.2
    scene.run(0.6)
    air = scene.device.opened[0].sounded()
    assert np.array_equal(air[air != 0], np.concatenate((first, late)))
    assert scene.lost == [] and [name for name, _ in scene.told] == ["first", "/first", "late", "/late"]


def test_one_that_comes_while_the_end_of_the_last_is_still_in_the_air_waits_for_it():
    scene = Scene()
    scene.out.add(scene.sound("first", noise(0.496)))
    while scene.device.opened[0].processed() < 0.496:
        scene.run(TICK)
    scene.out.add(scene.sound("next", noise(0.5, seed=2)))
    scene.run(0.8)
    assert [name for name, _ in scene.told] == ["first", "/first", "next", "/next"]
    times = dict(scene.told)
    assert 0.48 < times["/next"] - times["next"] < 0.55 and times["next"] - times["/first"] < 0.06


def test_other_rates_and_channels_are_fitted_and_as_long_as_before():
    scene = Scene(rate=48000, channels=2)
    tone = (9000 * np.sin(2 * np.pi * 440 * np.arange(22050) / 22050)).astype(np.int16)
    low = (9000 * np.sin(2 * np.pi * 440 * np.arange(8000) / 8000)).astype(np.int16)
    scene.out.add(scene.sound("a", tone, 22050))
    scene.out.add(scene.sound("b", low, 8000))
    scene.run(2.3)
    air = scene.device.opened[0].sounded()
    loud = np.flatnonzero(np.abs(air) > 500)
    assert (loud[-1] - loud[0]) / 48000 == pytest.approx(2.0, abs=0.005)
    assert np.diff(loud).max() < 48000 * 0.003
    assert [name for name, _ in scene.told] == ["a", "/a", "b", "/b"]


def test_a_window_that_stands_still_for_seconds_costs_no_sample():
    scene = Scene()
    pcm = noise(6.0)
    scene.out.add(scene.sound("long", pcm))
    scene.run(0.4)
    scene.clock.now += 4.5
    scene.run(1.5)
    air = scene.device.opened[0].sounded()
    assert np.array_equal(air[air != 0], pcm) and scene.lost == []


def test_an_underrun_is_waited_out_and_the_clock_with_it():
    scene = Scene(seconds=0.3)
    pcm = noise(2.0)
    scene.out.add(scene.sound("long", pcm))
    scene.run(0.5)
    scene.clock.now += 1.0  # the device has 0.3 s of it, and zeros then
    scene.run(0.1)
    air = scene.device.opened[0].sounded()
    true = np.count_nonzero(air) / 16000 - 2 * BLOCK
    assert scene.out.played() == pytest.approx(true, abs=0.03)
    scene.run(1.5)
    air = scene.device.opened[0].sounded()
    assert np.array_equal(air[air != 0], pcm) and [name for name, _ in scene.told] == ["long", "/long"]


def test_stop_silences_and_tells_nothing_more():
    scene = Scene()
    scene.out.add(scene.sound("a", noise(1.0)))
    scene.out.add(scene.sound("b", noise(1.0)))
    scene.run(0.5)
    scene.out.stop()
    assert scene.device.opened[0].closed
    scene.run(3)
    assert [name for name, _ in scene.told] == ["a"] and scene.out.idle
    scene.out.add(scene.sound("c", noise(0.2)))
    scene.run(0.5)
    assert [name for name, _ in scene.told] == ["a", "c", "/c"] and len(scene.device.opened) == 2


def test_volume_holds_for_every_stream():
    scene = Scene()
    scene.out.volume(0.2)
    scene.out.add(scene.sound("a", noise(0.2)))
    scene.out.stop()
    scene.out.add(scene.sound("b", noise(0.2)))
    scene.out.volume(1.0)
    assert [stream.factor for stream in scene.device.opened] == [0.2, 1.0]


@pytest.mark.parametrize(
    ("script", "kind", "patience"),
    [
        ({"gone": 100.7}, "audio-out-lost", 0.1),
        ({"gone": 100.7, "known": True}, "audio-out-lost", 0.5),
        ({"frozen": 100.7}, "audio-out-stalled", 3.2),
        ({"frozen": 0.0}, "audio-out-stalled", 4.0),
        ({"moved": 100.7}, "audio-out-moved", 1.4),
    ],
)
def test_a_device_of_no_more_use_is_told_once_with_the_place(script, kind, patience):
    scene = Scene(**script)
    scene.out.add(scene.sound("a", noise(9.0)))
    scene.run(0.7 + patience)
    assert [told for told, _ in scene.lost] == [kind]
    begun = min(script.get("gone", script.get("frozen", 101.3)), 102.0)
    assert scene.lost[0][1] == pytest.approx(max(0.0, begun - 100.0 - 0.04), abs=0.75 if kind == "audio-out-moved" else 0.05)
    scene.run(2)
    assert len(scene.lost) == 1 and "/a" not in dict(scene.told)


def test_a_sound_that_was_begun_elsewhere_goes_on_from_there():
    scene = Scene()
    pcm = noise(1.0)
    scene.out.add(scene.sound("a", pcm), heard=0.6)
    scene.run(0.2)
    assert 0.7 < scene.out.played() < 0.8
    scene.run(0.4)
    air = scene.device.opened[0].sounded()
    assert np.array_equal(air[air != 0], pcm[9600:]) and [name for name, _ in scene.told] == ["/a"]


def test_what_is_told_may_stop_everything():
    scene = Scene()
    stopping = Sound(noise(0.3), 16000, lambda: None, lambda: scene.out.stop())
    scene.out.add(stopping)
    scene.out.add(scene.sound("never", noise(0.3)))
    scene.run(1.5)
    assert scene.told == [] and scene.out.idle and scene.out.played() == 0.0


def test_what_is_told_may_stop_everything_and_begin_anew():
    scene = Scene()

    def anew() -> None:
        scene.out.stop()
        scene.out.add(scene.sound("new", noise(0.2)))

    scene.out.add(Sound(noise(0.3), 16000, lambda: None, anew))
    while len(scene.device.opened) < 2:
        scene.run(TICK)
    assert scene.told == []
    scene.run(0.4)
    assert [name for name, _ in scene.told] == ["new", "/new"]
    assert scene.told[1][1] - scene.told[0][1] == pytest.approx(0.2, abs=0.03)
