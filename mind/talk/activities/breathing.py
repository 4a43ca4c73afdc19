"""A slow breath together: in four, hold, out six; three rounds, each at the user's word."""

from __future__ import annotations

from collections.abc import Iterator

from mind.talk.activities.common import Data, over, playing, say
from mind.talk.perception import Perception
from mind.talk.scenery import Talk
from mind.talk.step import Step

ROUNDS = 3


def begin(talk: Talk) -> Iterator[Step]:
    """Explain it and begin the first round."""
    yield say(talk, "breathing", "breathing.start", then=lambda: playing(talk, "breathing", round=1))


def go(talk: Talk, p: Perception, data: Data) -> Iterator[Step]:
    """Any short word carries on; anything longer pauses."""
    if p.words > 6 or p.question:
        return
    done = int(data.get("round", 1))
    if done >= ROUNDS:
        yield say(talk, "breathing", "breathing.end", then=lambda: over(talk))
    else:
        yield say(talk, "breathing", f"breathing.{done + 1}", then=lambda: playing(talk, "breathing", round=done + 1))
