"""What two recordings of an interruption tell, and what the door says where nothing can be recorded."""

from __future__ import annotations

import argparse

import numpy as np
import pytest

from desktop.commands import bench_voice
from desktop.turn_measure.interrupts import measured
from desktop.turn_measure.table import interrupt_rows
from tests.support.voice_model import FOLDER
from voice.errors import OutputFault
from voice.output.measure.monitor import RATE, Heard
from voice.ports import Delivery
from voice.resample import resampled
from voice.speech_handle import SpeechHandle
from voice.utterance import Utterance

VOICE_RATE = 22050


def syllables(seconds: float, rate: int, seed: int) -> np.ndarray:
    """Noise that swells and fades some four times a second, no two swells alike."""
    dice = np.random.default_rng(seed)
    t = np.arange(int(seconds * rate)) / rate
    loud = np.interp(t, np.arange(0, seconds + 0.25, 0.125), dice.uniform(0.15, 1.0, len(np.arange(0, seconds + 0.25, 0.125))))
    wave = sum(np.sin(2 * np.pi * pitch * t + dice.uniform(0, 6)) for pitch in dice.uniform(120, 900, 12))
    return (wave / 12 * loud * 20000).astype(np.int16)


def recorded(*parts: tuple[float, np.ndarray], seconds: float = 8.0) -> Heard:
    """A recording that began at second 50 of the clock, with sounds at seconds of it."""
    pcm = np.zeros(int(seconds * RATE), np.int16)
    for at, sound in parts:
        begin = round((at - 50) * RATE)
        pcm[begin : begin + len(sound)] += sound
    return Heard(pcm, 50.0)


def her(seconds: float) -> SpeechHandle:
    said = syllables(5.0, VOICE_RATE, 1)
    handle = SpeechHandle("One two three.", Delivery(), state="interrupted", played=seconds)
    handle.utterance = Utterance(handle.text, said, VOICE_RATE, (), ())
    return handle


def test_an_interruption_is_read_from_what_was_heard_of_both():
    handle = her(1.9)
    sound = resampled(handle.utterance.pcm, VOICE_RATE, RATE).astype(float)
    sound[int(1.6 * RATE) :] *= 0.2  # quieter from 53.1 on, silent from 53.4 on
    sound[int(1.9 * RATE) :] = 0
    word = SpeechHandle("Stop.", Delivery())
    word.utterance = Utterance("Stop.", syllables(0.4, RATE, 2), RATE, (), ())
    word.utterance.pcm[[0, -1]] = 500
    user = recorded((53.0, word.utterance.pcm), (51.53, (sound * 0.5).astype(np.int16)))  # her echo is in it
    told = measured(user, word, recorded((51.5, sound.astype(np.int16))), handle, 52.9, True)
    assert told.duck == pytest.approx(0.10, abs=0.03)
    assert told.silence == pytest.approx(0.0, abs=0.02) and told.all == pytest.approx(0.4, abs=0.02)
    to_her_end = recorded((51.5, sound[: int(1.55 * RATE)].astype(np.int16)))
    untouched = measured(user, word, to_her_end, handle, 52.9, False)
    assert untouched.silence is None
    rows = {row.name: row for row in interrupt_rows([told, untouched])}
    assert not rows["times she was not stopped"].ok and rows["user's first sound to her being quieter"].ok


def test_without_a_sound_server_the_door_says_what_it_needs(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    parser = argparse.ArgumentParser()
    bench_voice.configure(parser)
    args = parser.parse_args(["--model", str(FOLDER)], argparse.Namespace(lang="en", data_dir=str(tmp_path)))
    with pytest.raises(OutputFault) as told:
        bench_voice.run(args)
    assert "pactl is not installed" in told.value.message and "pulseaudio-utils" in told.value.remedy
