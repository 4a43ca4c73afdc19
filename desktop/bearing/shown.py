"""From the figures of a manner to what body and voice take. Rooms know nothing of each other: this is where they meet."""

from __future__ import annotations

from avatars.ports import Bearing
from mind.bond.manner import Manner
from voice.tone import Tone, tone_of


def bearing_of(manner: Manner) -> Bearing:
    """How her body carries a manner."""
    return Bearing(
        manner.closeness, manner.guard, manner.tension, manner.pleasure, manner.arousal, manner.dominance
    )  # fmt: skip


def sound_of(manner: Manner) -> Tone:
    """How it sounds."""
    return tone_of(
        manner.closeness, manner.guard, manner.tension, manner.pleasure, manner.arousal, manner.dominance
    )  # fmt: skip
