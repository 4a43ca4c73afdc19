"""From the figures of a manner to what body and voice take. Rooms know nothing of each other: this is where they meet."""

from __future__ import annotations

from typing import Final

from avatars.ports import Bearing
from mind.bond.manner import Manner
from mind.taste.packs import Sound
from voice.tone import Tone, tone_of

PACE_RATE: Final = 0.05
PACE_REST: Final = 0.18
"""How far a liking for a quick talk, or a slow one, moves her pace, and the rests after sentences the other way."""
OWN: Final = Sound()


def bearing_of(manner: Manner) -> Bearing:
    """How her body carries a manner."""
    return Bearing(
        manner.closeness, manner.guard, manner.tension, manner.pleasure, manner.arousal, manner.dominance
    )  # fmt: skip


def sound_of(manner: Manner, sound: Sound = OWN, pace: float = 0.0) -> Tone:
    """How it sounds, with the `sound` of the manner that the user set, at the `pace` (-1 to 1) that they like."""
    tone = tone_of(
        manner.closeness, manner.guard, manner.tension, manner.pleasure, manner.arousal, manner.dominance
    )  # fmt: skip
    return Tone(
        tone.rate * sound.rate * (1 + PACE_RATE * pace), tone.pitch * sound.pitch, tone.volume,
        tone.pause * sound.pause * (1 - PACE_REST * pace), tone.melody * sound.melody,
    )  # fmt: skip


def in_manner(tone: Tone, now: Sound, then: Sound) -> Tone:
    """A tone that holds the sound of a manner `now`, as it would be in another."""
    return Tone(
        tone.rate * then.rate / now.rate, tone.pitch * then.pitch / now.pitch, tone.volume,
        tone.pause * then.pause / now.pause, tone.melody * then.melody / now.melody,
    )  # fmt: skip
