"""A room in which somebody speaks, and a recogniser that waits for a name, in virtual time."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import numpy as np

from tests.support.voice_model import model
from voice.espeak.synthesiser import EspeakSynthesiser
from voice.ports import Delivery
from voice.resample import resampled
from voice.wake.attention import Attention
from voice.wake.wake_word import WakeRecogniser

RATE = 16000
STRANGERS = tuple(
    f"{accent}+{person}"
    for person, accent in zip(
        ("m2", "m4", "m6", "m8", "f2", "f4", "klatt2", "klatt4", "linda", "belinda", "m2", "f2"),
        ("en-us", "en-gb-x-rp", "en-us", "en-gb-scotland") * 3,
        strict=True,
    )
)
"""Voices that the tests' speech model has never heard."""


@functools.lru_cache(maxsize=256)
def voice_of(text: str, voice: str) -> np.ndarray:
    """The words, 16 kHz."""
    said = EspeakSynthesiser().speak(text, Delivery("en", voice))
    return resampled(said.pcm, said.rate, RATE)


def in_noise(pcm: np.ndarray, snr: float | None, seed: int = 0, pad: float = 0.4) -> np.ndarray:
    """With quiet around it, and noise so many decibels below it."""
    quiet = np.zeros(int(pad * RATE))
    sound = np.concatenate((quiet, pcm.astype(np.float64), quiet))
    if snr is not None:
        level = float(np.sqrt(np.mean(pcm.astype(np.float64) ** 2))) * 10 ** (-snr / 20)
        sound = sound + np.random.default_rng(seed).normal(0, level, len(sound))
    return np.clip(sound, -32768, 32767).astype(np.int16)


class WakeRoom:
    """`woken` are the names she was called by, `partials` and `finals` the texts of what was for her."""

    def __init__(self, names: Sequence[str] = ("Mira",), **more) -> None:
        self.now = 100.0
        self.woken: list[str] = []
        self.partials: list[str] = []
        self.finals: list[str] = []
        self.attention = Attention(clock=lambda: self.now)
        self.ear = WakeRecogniser(
            more.pop("model", None) or model(), names, attention=self.attention, clock=lambda: self.now,
            tell=lambda woken: self.woken.append(woken.name), **more,
        )  # fmt: skip

    def hear(self, sound: np.ndarray, piece: float = 0.1) -> str:
        """An utterance to its end; its final text."""
        size = int(piece * RATE)
        for at in range(0, len(sound), size):
            self.now += len(sound[at : at + size]) / RATE
            heard = self.ear.feed(sound[at : at + size])
            if heard is not None:
                (self.finals if heard.final else self.partials).append(heard.text)
        self.finals.append(self.ear.finish().text)
        return self.finals[-1]

    def say(self, text: str, voice: str = STRANGERS[4], snr: float | None = 20, seed: int = 0) -> str:
        """Somebody says it, with noise; the text that was for her."""
        return self.hear(in_noise(voice_of(text, voice), snr, seed))
