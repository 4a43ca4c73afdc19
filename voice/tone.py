"""How the bond and her mood sound: small factors around her own voice, the same for every engine that takes them.

They multiply with the user's own settings and with the feeling of a sentence. The bounds keep every change at one or two
of the smallest steps a listener notices (about 5 % of tempo, 1 dB of level, a semitone of a talking voice): heard as the
same person in another mood, never as an effect.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

RATE: Final = (0.92, 1.07)
PITCH: Final = (0.84, 1.12)
"""In an engine's own measure: of espeak-ng a tenth moves the heard fundamental by 3 %, so this is a semitone down, 0.6 up."""
VOLUME: Final = (0.80, 1.06)
"""2 dB down, half a decibel up."""
PAUSE: Final = (0.8, 1.8)
MELODY: Final = (0.72, 1.18)
"""How far the voice moves up and down in a sentence."""


@dataclass(frozen=True, slots=True)
class Tone:
    """Factors of pace, pitch, loudness, the rest after a sentence, and the movement of the voice."""

    rate: float = 1.0
    pitch: float = 1.0
    volume: float = 1.0
    pause: float = 1.0
    melody: float = 1.0


PLAIN: Final = Tone()


def tone_of(
    closeness: float, guard: float, tension: float, pleasure: float, arousal: float, dominance: float
) -> Tone:
    """Closeness (0.5 a friend), guard and tension in 0..1, mood axes in -1..1, to a tone within the bounds.

    To somebody new she speaks a little higher and more carefully, with more rest; to somebody close softer, lower and with more
    movement. Hurt, she is slower, lower, quieter and flatter; teasing, quicker and livelier. Mood as in sad and glad voices
    everywhere: arousal quickens and raises, pleasure gives movement, dominance loudness.
    """
    new, close = max(0.0, 1.0 - 2.0 * closeness), max(0.0, 2.0 * closeness - 1.0)
    return Tone(
        _kept(1.0 - 0.04 * new - 0.06 * guard + 0.03 * tension + 0.05 * arousal + 0.015 * pleasure, RATE),
        _kept(1.0 + 0.11 * new - 0.11 * close - 0.14 * guard + 0.02 * tension + 0.08 * arousal + 0.04 * pleasure, PITCH),
        _kept(1.0 - 0.09 * close - 0.15 * guard + 0.02 * tension + 0.05 * arousal + 0.04 * dominance, VOLUME),
        _kept(1.0 + 0.20 * new + 0.12 * close + 0.60 * guard - 0.15 * tension - 0.15 * arousal, PAUSE),
        _kept(1.0 - 0.07 * new + 0.06 * close - 0.22 * guard + 0.14 * tension + 0.08 * pleasure + 0.05 * arousal, MELODY),
    )  # fmt: skip


def _kept(value: float, bounds: tuple[float, float]) -> float:
    return min(bounds[1], max(bounds[0], value))
