"""What a microphone hears: speech of known begin and end, noises of a room, and what people's hands and throats do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from tests.support.voice_model import model
from voice.espeak.synthesiser import EspeakSynthesiser
from voice.listen_plan import ListenPlan
from voice.ports import Delivery, Heard
from voice.recognise.pipeline import Pipeline
from voice.recognise.reports import Report
from voice.recognise.vosk_recogniser import VoskRecogniser
from voice.resample import resampled

RATE = 16000
PACE = 166
"""Words a minute of espeak-ng at rate 1."""

VOICES = ("en-us+f4", "en-gb-scotland+m6", "en+m1", "en-GB-x-rp+f2", "en-us+m5", "en")
Samples = npt.NDArray[np.float64]


@cache
def spoken(text: str, voice: str = "en-us+f4", words_a_minute: float = PACE, pitch: float = 1.0) -> Samples:
    """A sentence, its loudest root mean square 1, cut to where it sounds."""
    said = EspeakSynthesiser().speak(text, Delivery("en", voice, words_a_minute / PACE, pitch))
    pcm = resampled(said.pcm, said.rate, RATE).astype(np.float64)
    loud = np.flatnonzero(np.abs(pcm) > 0.02 * np.abs(pcm).max())
    pcm = pcm[loud[0] : loud[-1] + 1]
    scaled: Samples = pcm / np.sqrt(np.mean(pcm[np.abs(pcm) > 0.05 * np.abs(pcm).max()] ** 2))
    scaled.flags.writeable = False
    return scaled


def white(count: int, random: np.random.Generator) -> Samples:
    """Every frequency alike."""
    return random.standard_normal(count)


def pink(count: int, random: np.random.Generator) -> Samples:
    """The same power in each octave: rain, a fan."""
    spectrum = np.fft.rfft(random.standard_normal(count))
    return whole(np.fft.irfft(spectrum / np.sqrt(np.maximum(1, np.arange(len(spectrum)))), count))


def hum(count: int, random: np.random.Generator) -> Samples:
    """The mains, with harmonics."""
    time = np.arange(count) / RATE
    waves = [np.sin(2 * np.pi * 50 * number * time + random.uniform(0, 6)) / number for number in range(1, 12)]
    return whole(np.sum(waves, axis=0) + 0.02 * random.standard_normal(count))


def whole(sound: Samples) -> Samples:
    """With a root mean square of 1."""
    return np.asarray(sound / np.sqrt(np.mean(sound**2)))


NOISES: dict[str, Callable[[int, np.random.Generator], Samples]] = {"white": white, "pink": pink, "hum": hum}


def clap(random: np.random.Generator) -> Samples:
    """Hands."""
    return 15000 * random.standard_normal(2000) * np.exp(-np.arange(2000) / RATE * 60)


def keys(random: np.random.Generator) -> Samples:
    """A key goes down and comes up, five times."""
    one = np.zeros(RATE // 6)
    one[:400] = 4000 * random.standard_normal(400) * np.exp(-np.arange(400) / RATE * 300)
    one[900:1200] = 2000 * random.standard_normal(300) * np.exp(-np.arange(300) / RATE * 400)
    return np.tile(one, 5)


def cough(random: np.random.Generator) -> Samples:
    """A burst of breath through the throat."""
    count = int(RATE * 0.35)
    time = np.arange(count) / RATE
    breath = random.standard_normal(count) * np.minimum(time / 0.01, 1) * np.exp(-time * 9)
    hertz = np.fft.rfftfreq(count, 1 / RATE)
    throat = sum(np.exp(-(((hertz - centre) / 250) ** 2)) for centre in (600, 1200, 2500))
    return 12000 * np.fft.irfft(np.fft.rfft(breath) * throat, count)


def sneeze(random: np.random.Generator) -> Samples:
    """In, and out."""
    time = np.arange(int(RATE * 0.6)) / RATE
    return 9000 * random.standard_normal(len(time)) * np.where(time < 0.3, time, np.exp(-(time - 0.3) * 8))


def whistle(random: np.random.Generator) -> Samples:
    """Upwards."""
    time = np.arange(RATE // 2) / RATE
    return 6000 * np.sin(2 * np.pi * (random.uniform(1100, 1500) + 300 * time) * time)


def door(random: np.random.Generator) -> Samples:
    """Falls shut."""
    time = np.arange(RATE // 3) / RATE
    return 3000 * random.standard_normal(len(time)) * np.exp(-time * 18) + 12000 * np.sin(500 * time) * np.exp(-time * 12)


def kettle(random: np.random.Generator) -> Samples:
    """A machine that hums for two seconds."""
    return 1500 * hum(2 * RATE, random)


BURSTS: tuple[Callable[[np.random.Generator], Samples], ...] = (clap, keys, cough, sneeze, whistle, door, kettle)


@dataclass(frozen=True, slots=True)
class Scene:
    """A microphone's sound, and the seconds at which each voice in it begins and ends."""

    pcm: npt.NDArray[np.int16]
    voices: tuple[tuple[float, float], ...]


def scene(*parts: float | Samples, loud: float = 3000, snr: float = 30, noise: str = "pink", seed: int = 0) -> Scene:
    """Silences of so many seconds and sounds (of root mean square 1) in turn, over a noise that is `snr` dB weaker."""
    random = np.random.default_rng(seed)
    found, voices, at = [], [], 0.0
    for part in parts:
        sound = np.zeros(int(part * RATE)) if isinstance(part, float) else part * loud
        if not isinstance(part, float):
            voices.append((at, at + len(sound) / RATE))
        found.append(sound)
        at += len(sound) / RATE
    clean = np.concatenate(found)
    noisy = clean + NOISES[noise](len(clean), random) * loud / 10 ** (snr / 20)
    return Scene(np.clip(np.rint(noisy), -32768, 32767).astype(np.int16), tuple(voices))


def pipeline(patience: str = "fast", mode: str = "open", **rest: object) -> Pipeline:
    """The real way of sound, with the model of the tests."""
    plan = ListenPlan(mode, patience)  # type: ignore[arg-type]
    return Pipeline(VoskRecogniser(model(), own_ends=False), plan, **rest)  # type: ignore[arg-type]


def hear(pipe: Pipeline, pcm: npt.NDArray[np.int16], piece: int = 480, rate: int = RATE, start: float = 0.0) -> list[Report]:
    """Feed it all, `piece` samples at a time, each of which comes when it is over, from second `start` on."""
    return [
        report
        for at in range(0, len(pcm), piece)
        for report in pipe.hear(pcm[at : at + piece], rate, start + min(len(pcm), at + piece) / rate)
    ]


def finals(reports: list[Report]) -> list[Heard]:
    """The turns."""
    return [report for report in reports if isinstance(report, Heard) and report.final and report.text]
