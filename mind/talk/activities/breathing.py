"""A slow breath together: in four, hold, out six; three rounds, each at the user's word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mind.talk.activities.common import FITS, NO, Activity, Data, over, playing, say
from mind.talk.perception import Perception
from mind.talk.scenery import Talk
from mind.talk.step import Step

ROUNDS = 3


class Breathing(Activity):
    """Any short word carries on; a sentence of its own puts it down."""

    name: ClassVar[str] = "breathing"
    bears: ClassVar[bool] = True
    keeps: ClassVar[bool] = False

    def start(self, talk: Talk, arg: str = "") -> Iterator[Step]:
        """Explain it and begin the first round."""
        yield say(talk, self.name, "breathing.start", then=lambda: playing(talk, self.name, round=1), need="listen")

    def accepts(self, talk: Talk, p: Perception, data: Data) -> int:
        """A word or a few."""
        return NO if p.words > 6 or p.question else FITS

    def step(self, talk: Talk, p: Perception, data: Data) -> Iterator[Step]:
        """The next round, or the end."""
        done = int(data.get("round", 1))
        if done >= ROUNDS:
            yield say(talk, self.name, "breathing.end", then=lambda: over(talk), need="listen")
        else:
            yield say(talk, self.name, f"breathing.{done + 1}", need="listen",
                      then=lambda: playing(talk, self.name, round=done + 1))
