"""What a listener says to show that they listen: it takes no floor."""

from __future__ import annotations

from typing import Final

from voice.turn_taking.spoken_tokens import Phrase, table, without_leading

SOUNDS: Final = table("sounds")
AGREEING: Final = table("agreeing")


def beyond_backchannels(words: Phrase) -> Phrase:
    """The words that are left when the listener's sounds and nods before them are taken away."""
    return without_leading(words, SOUNDS, AGREEING)


def is_backchannel(words: Phrase) -> bool:
    """Whether all of it shows only that the user listens."""
    return bool(words) and not beyond_backchannels(words)
