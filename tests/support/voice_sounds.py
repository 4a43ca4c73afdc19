"""Sounds that no engine told anything of: an unseen voice of espeak-ng, and what can go wrong with a sound."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from voice.lip_bench.voices import EspeakVoice, Spoken

TEXT = "Maybe we could plan a small walk by the river on Sunday."
RATE = 22050
FLAWED: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "nothing": lambda pcm: pcm[:0],
    "one sample": lambda pcm: pcm[:1],
    "a click": lambda pcm: np.eye(1, RATE, 500, dtype=np.int16)[0] * 30000,
    "a twentieth of a second": lambda pcm: pcm[4000:5100],
    "silence": lambda pcm: np.zeros(2 * RATE, np.int16),
    "a constant": lambda pcm: np.full(2 * RATE, -32768, np.int16),
    "noise": lambda pcm: whole(np.random.default_rng(1).standard_normal(3 * RATE) * 9000),
    "a tone": lambda pcm: whole(9000 * np.sin(np.arange(3 * RATE) * 0.1)),
    "chords": lambda pcm: whole(sum(4000 * np.sin(np.arange(3 * RATE) * step) for step in (0.07, 0.09, 0.11))),
    "the first second": lambda pcm: pcm[:RATE],
    "far too long": lambda pcm: np.concatenate([pcm] * 12),
    "laughter": lambda pcm: np.concatenate([pcm[3000:6000], np.zeros(3000, np.int16)] * 6),
    "overdriven": lambda pcm: whole(pcm * 40.0),
    "hardly there": lambda pcm: whole(pcm / 3000),
    "off its middle": lambda pcm: whole(pcm * 0.5 + 9000.0),
}


def whole(values: np.ndarray) -> np.ndarray:
    """As samples."""
    return np.clip(np.rint(values), -32768, 32767).astype(np.int16)


def unseen(text: str = TEXT, lang: str = "en") -> Spoken:
    """A sentence by a voice that no training has heard, with the truth about it."""
    return EspeakVoice({"en": "en-us+m4", "zh": "cmn+m4", "ja": "ja+m4"}[lang], lang, 175).say(text)
