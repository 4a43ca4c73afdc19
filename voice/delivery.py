"""How a feeling sounds: small changes of rate, pitch and volume around her own voice."""

from __future__ import annotations

from typing import Final

from voice.ports import Delivery
from voice.tone import PLAIN, Tone

SHADES: Final[dict[str, tuple[float, float, float]]] = {
    "neutral": (1.0, 1.0, 1.0),
    "happy": (1.05, 1.10, 1.0),
    "excited": (1.10, 1.15, 1.05),
    "surprised": (1.06, 1.15, 1.0),
    "sad": (0.90, 0.88, 0.90),
    "worried": (0.97, 0.95, 0.95),
    "angry": (1.06, 0.92, 1.08),
    "relaxed": (0.95, 0.97, 0.95),
    "shy": (0.95, 1.05, 0.85),
    "thinking": (0.92, 0.98, 0.95),
}
"""Factors of rate, pitch and volume at full strength."""


def delivery(
    lang: str, emotion: str = "neutral", strength: float = 1.0, *, voice: str = "", rate: float = 1.0, tone: Tone = PLAIN
) -> Delivery:
    """The delivery of a sentence said with `emotion` (unknown ones sound neutral) at `strength` 0..1, in her `tone`."""
    share = min(1.0, max(0.0, strength))
    speed, pitch, volume = (1 + (factor - 1) * share for factor in SHADES.get(emotion, SHADES["neutral"]))
    return Delivery(
        lang, voice, rate * speed * tone.rate, pitch * tone.pitch, volume * tone.volume, tone.pause, tone.melody
    )  # fmt: skip
