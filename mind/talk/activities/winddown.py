"""The end of a day: the lamp down, three slow turns, good night. The last of them is a goodbye."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mind.talk.activities.common import FITS, NO, Activity, Data, over, playing, say
from mind.talk.perception import Perception
from mind.talk.scenery import Talk
from mind.talk.step import Step

TURNS = 3


class WindDown(Activity):
    """Whatever is answered is enough; nothing of it has to be good."""

    name: ClassVar[str] = "winddown"
    personal: ClassVar[bool] = True
    bears: ClassVar[bool] = True
    keeps: ClassVar[bool] = False

    def start(self, talk: Talk, arg: str = "") -> Iterator[Step]:
        """The lamp, and the first slow turn."""
        yield say(talk, self.name, "winddown.start", then=lambda: playing(talk, self.name, turn=1), need="company")

    def accepts(self, talk: Talk, p: Perception, data: Data) -> int:
        """Anything but a question."""
        return NO if p.question else FITS

    def step(self, talk: Talk, p: Perception, data: Data) -> Iterator[Step]:
        """The next turn; after the third, good night."""
        done = int(data.get("turn", 1))
        env = {"x": p.focus[0].text} if p.focus and p.words > 2 else {}
        if done >= TURNS:
            yield say(talk, self.name, "winddown.end", env, then=lambda: over(talk), need="company", goodbye=True)
        else:
            yield say(talk, self.name, f"winddown.{done + 1}", env, need="company",
                      then=lambda: playing(talk, self.name, turn=done + 1))
