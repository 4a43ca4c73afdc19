"""What an ear measures of an utterance: how long, how high, how far the voice moves, how loud, how long the rest."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from voice.utterance import Utterance
from voice.visemes.text_timeline import voiced_span

LOW, HIGH = 110.0, 420.0
"""Hertz between which a fundamental is looked for."""


@dataclass(frozen=True)
class Figures:
    """`voiced` seconds from first to last sound, `f0` the median fundamental in Hz, `span` the standard deviation around it in
    semitones (octave slips left out), `level` in dB of full scale, `rest` seconds of silence at the end."""

    voiced: float
    f0: float
    span: float
    level: float
    rest: float


def figures(utterance: Utterance) -> Figures:
    """Measured on the samples alone."""
    begin, end = voiced_span(utterance.pcm, utterance.rate)
    f0 = fundamentals(utterance.pcm.astype(float), utterance.rate)
    middle = float(np.median(f0))
    away = 12 * np.log2(f0 / middle)
    part = utterance.pcm[int(begin * utterance.rate) : int(end * utterance.rate)].astype(float) / 32768
    return Figures(
        end - begin, middle, float(away[np.abs(away) < 8].std()), 20 * float(np.log10(np.sqrt((part**2).mean()))),
        utterance.seconds - end,
    )  # fmt: skip


def fundamentals(pcm: np.ndarray, rate: int) -> np.ndarray:
    """Hz of every 10 ms that is clearly voiced."""
    return pitch_track(pcm, rate)[1]


def pitch_track(pcm: np.ndarray, rate: int) -> tuple[np.ndarray, np.ndarray]:
    """Seconds and Hz of every 10 ms that is clearly voiced, by normalised autocorrelation of 40 ms, refined by a parabola."""
    size, step = int(0.04 * rate), int(0.01 * rate)
    first, last = int(rate / HIGH), int(rate / LOW)
    loud = np.abs(pcm).max() * 0.06
    when, found = [], []
    for at in range(0, len(pcm) - size, step):
        piece = pcm[at : at + size] - pcm[at : at + size].mean()
        if np.sqrt((piece**2).mean()) < loud:
            continue
        spectrum = np.fft.rfft(piece, 2 * size)
        bare = np.fft.irfft(np.abs(spectrum) ** 2)[: last + 2]
        same = bare / bare[0] * size / (size - np.arange(last + 2))
        lag = first + int(np.argmax(same[first : last + 1]))
        if same[lag] < 0.6:
            continue
        a, b, c = same[lag - 1 : lag + 2]
        lag_fine = lag + 0.5 * (a - c) / (a - 2 * b + c) if abs(a - 2 * b + c) > 1e-9 else lag
        when.append((at + size / 2) / rate)
        found.append(rate / lag_fine)
    return np.array(when), np.array(found)
