"""Three good things of a day, kept together; another day she brings one of them up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mind.reminders.kept import NewKept
from mind.talk.activities.common import FITS, NO, Activity, Data, asks_else, gave_up, over, playing, say
from mind.talk.activities.words_kept import told
from mind.talk.perception import Perception
from mind.talk.scenery import Env, Talk
from mind.talk.step import Step

THINGS = 3


class Gratitude(Activity):
    """Small ones count; one is enough."""

    name: ClassVar[str] = "gratitude"
    personal: ClassVar[bool] = True

    def start(self, talk: Talk, arg: str = "") -> Iterator[Step]:
        """Ask for the first."""
        yield say(talk, self.name, "gratitude.start", need="company", then=lambda: playing(talk, self.name, things=[]))

    def accepts(self, talk: Talk, p: Perception, data: Data) -> int:
        """Whatever was good."""
        return NO if p.question and asks_else(p) else FITS

    def step(self, talk: Talk, p: Perception, data: Data) -> Iterator[Step]:
        """The next one, or all of them kept."""
        things = [str(one) for one in data["things"]]
        if gave_up(p) or p.answer in ("no", "dunno"):
            if things:
                yield self._kept(talk, p, things)
            else:
                yield say(talk, self.name, "gratitude.none", need="company", then=lambda: over(talk))
            return
        things = [*things, *told(p, THINGS - len(things))][:THINGS]
        if len(things) >= THINGS:
            yield self._kept(talk, p, things)
        else:
            yield say(talk, self.name, f"gratitude.{len(things) + 1}", {"x": things[-1]}, need="company",
                      then=lambda: playing(talk, self.name, things=things))

    def _kept(self, talk: Talk, p: Perception, things: list[str]) -> Step:
        new = NewKept("good", "; ".join(things), p.text[:200], None, data={"things": things})
        env: Env = dict(zip("xyz", things, strict=False))
        return say(talk, self.name, "gratitude.end" if len(things) == THINGS else "gratitude.some", env, need="company",
                   keeps=(new,), then=lambda: over(talk))
