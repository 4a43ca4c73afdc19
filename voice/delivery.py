"""How a feeling sounds: small changes of pace, pitch, loudness, rests and melody around one's own voice."""

from __future__ import annotations

from typing import Final, NamedTuple

from voice.ports import Delivery
from voice.tone import PLAIN, Tone


class Shade(NamedTuple):
    """Factors at full strength: `pause` of rests in and after a sentence, `melody` of how far the voice moves in it."""

    rate: float = 1.0
    pitch: float = 1.0
    volume: float = 1.0
    pause: float = 1.0
    melody: float = 1.0


SHADES: Final[dict[str, Shade]] = {
    "neutral": Shade(),
    "happy": Shade(1.05, 1.10, 1.0, 0.9, 1.20),
    "excited": Shade(1.10, 1.15, 1.05, 0.8, 1.30),
    "surprised": Shade(1.06, 1.15, 1.0, 1.0, 1.35),
    "sad": Shade(0.90, 0.88, 0.90, 1.6, 0.70),
    "worried": Shade(0.97, 0.95, 0.95, 1.2, 0.90),
    "angry": Shade(1.06, 0.82, 1.08, 0.9, 1.05),
    "relaxed": Shade(0.95, 0.97, 0.95, 1.2, 0.90),
    "shy": Shade(0.95, 1.05, 0.85, 1.2, 0.85),
    "thinking": Shade(0.92, 0.98, 0.95, 1.4, 0.85),
}
"""Joy and anger quicken and widen a voice, sadness slows, lowers and flattens it, in every language that was measured
(Scherer 2003, "Vocal communication of emotion"); the sizes are ours: heard, but still the same person."""


def delivery(
    lang: str, emotion: str = "neutral", strength: float = 1.0, *, voice: str = "", rate: float = 1.0, feeling: float = 1.0,
    tone: Tone = PLAIN,
) -> Delivery:
    """The delivery of a sentence said with `emotion` (unknown ones sound neutral) at `strength` 0..1, in her `tone`.

    `feeling` 0..1.5 is how much of a feeling the user wants to hear: it scales emotion and tone, not the voice itself.
    """
    share = min(1.0, max(0.0, strength)) * feeling
    shade = Shade(*(1 + (factor - 1) * share for factor in SHADES.get(emotion, SHADES["neutral"])))
    mood = Shade(*(1 + (factor - 1) * feeling for factor in (tone.rate, tone.pitch, tone.volume, tone.pause, tone.melody)))
    return Delivery(
        lang, voice, rate * shade.rate * mood.rate, shade.pitch * mood.pitch, shade.volume * mood.volume,
        shade.pause * mood.pause, shade.melody * mood.melody,
    )  # fmt: skip
