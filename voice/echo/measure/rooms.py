"""Rooms between a loudspeaker and a microphone, made by rule: what comes back of her voice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from voice.loudness import rms

Pcm = npt.NDArray[np.int16]
Samples = npt.NDArray[np.float64]

RATE: Final = 16000


@dataclass(frozen=True, slots=True)
class Room:
    """A way from loudspeaker to microphone.

    `delay` seconds pass before the first sound comes back, buffers of the devices among them; the room's noise-like tail falls
    by 60 dB within `rings` seconds and is `wet` as strong as the direct sound (energies). The loudspeaker carries nothing below
    `bass` Hz and bends the wave from `clips` of full scale on. `noise` is the room's own, in dB of full scale.
    """

    name: str
    delay: float
    rings: float
    wet: float
    bass: float
    clips: float
    noise: float
    drift: float = 0.0
    """Parts by which the microphone's crystal runs faster than the loudspeaker's."""


ROOMS: Final = (
    Room("headset on a desk", 0.010, 0.12, 0.2, 300, 0.9, -66),
    Room("laptop", 0.035, 0.30, 0.5, 220, 0.35, -60),
    Room("study", 0.070, 0.45, 0.8, 120, 0.8, -58, 3e-5),
    Room("kitchen", 0.120, 0.65, 1.5, 150, 0.5, -54, -5e-5),
    Room("television", 0.250, 0.40, 0.8, 100, 0.8, -58, 1e-4),
)
"""From 10 to 250 ms, from dry to ringing, from a clean to a small and overdriven loudspeaker."""


FRESH: Final = "room {seed}: {late:.0f} ms, rings {rings:.2f} s"


def made_room(seed: int) -> Room:
    """A room drawn by chance, of which nothing was known when the ears were made: what may be met, evenly."""
    random = np.random.default_rng(seed)
    late, rings = random.uniform(0.01, 0.25), random.uniform(0.12, 0.65)
    return Room(
        FRESH.format(seed=seed, late=1000 * late, rings=rings), late, rings, random.uniform(0.2, 1.5), random.uniform(100, 300),
        random.uniform(0.35, 0.9), random.uniform(-66, -54), random.uniform(-1e-4, 1e-4),
    )  # fmt: skip


def impulse(room: Room, random: np.random.Generator) -> Samples:
    """The room's answer to a click, of energy 1, without its delay."""
    length = max(64, int(room.rings * RATE))
    tail = random.standard_normal(length) * 10 ** (-3 * np.arange(length) / length)
    tail[: int(0.003 * RATE)] = 0.0  # the nearest wall is a metre away
    answer = tail * np.sqrt(room.wet / max(float((tail**2).sum()), 1e-12))
    answer[0] += 1.0
    for _ in range(6):
        answer[int(random.uniform(0.002, 0.025) * RATE)] += random.uniform(-0.35, 0.35)
    return np.asarray(answer / np.sqrt((answer**2).sum()))


def speaker(sound: Samples, room: Room) -> Samples:
    """What a loudspeaker makes of full-scale samples -1..1: no bass, and a wave bent where it is loud."""
    return bent(without_bass(sound, room), room)


def without_bass(sound: Samples, room: Room) -> Samples:
    """What a small loudspeaker is able to move."""
    size = 1 << (len(sound) + RATE).bit_length()
    frequencies = np.fft.rfftfreq(size, 1 / RATE)
    carried = (frequencies / room.bass) ** 4 / (1 + (frequencies / room.bass) ** 4)
    return np.asarray(np.fft.irfft(np.fft.rfft(sound, size) * carried, size)[: len(sound)])


def bent(sound: Samples, room: Room) -> Samples:
    """The wave bent where it is loud."""
    return np.asarray(room.clips * np.tanh(sound / room.clips))


def echo(sound: Pcm, room: Room, seed: int) -> Samples:
    """What of `sound`, 16 kHz, comes back to the microphone: as many samples, in the scale of int16, as loud as it was sent."""
    random = np.random.default_rng(seed)
    sent = speaker(sound / 32768.0, room)
    answer = impulse(room, random)
    size = 1 << (len(sent) + len(answer)).bit_length()
    back = np.fft.irfft(np.fft.rfft(sent, size) * np.fft.rfft(answer, size), size)[: len(sent)]
    late = np.concatenate((np.zeros(round(room.delay * RATE)), back))[: len(sent)]
    if room.drift:
        places = np.arange(len(late)) * (1 - room.drift)
        late = np.interp(places, np.arange(len(late)), late)
    return np.asarray(32768.0 * late)


def ground(length: int, room: Room, seed: int) -> Samples:
    """The room's noise, somewhat brown."""
    random = np.random.default_rng(seed)
    size = 1 << (length - 1).bit_length()
    spectrum = np.fft.rfft(random.standard_normal(size))
    spectrum /= np.sqrt(np.maximum(np.arange(len(spectrum)), size * 60 / RATE))
    noise = np.fft.irfft(spectrum)[:length]
    return np.asarray(noise / rms(noise) * 32768.0 * 10 ** (room.noise / 20))


def voice_level(sound: npt.NDArray[np.generic]) -> float:
    """The same over the tenths of a second in which there is a voice: those within 25 dB of the loudest."""
    step = RATE // 10
    pieces = np.asarray(sound[: len(sound) // step * step], np.float64).reshape(-1, step)
    power = (pieces**2).mean(axis=1)
    if not len(power) or not power.max():
        return 0.0
    return float(np.sqrt(power[power > power.max() * 10**-2.5].mean()))
