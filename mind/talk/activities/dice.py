"""Story dice: three pictures are drawn; she begins, the user goes on twice, she closes with what is left of the three."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mind.talk.activities.common import FITS, NO, Activity, Data, asks_else, gave_up, over, playing, say
from mind.talk.agreement import swap_persons
from mind.talk.perception import Perception
from mind.talk.scenery import Env, Talk
from mind.talk.step import Step

LONGEST = 60


class Dice(Activity):
    """Whatever the user writes is the story, facts and feelings in it are made up."""

    name: ClassVar[str] = "dice"
    personal: ClassVar[bool] = True

    def start(self, talk: Talk, arg: str = "") -> Iterator[Step]:
        """Three pictures and a first sentence."""
        words = talk.content.lists.get("dice", ())
        if len(words) < 3:
            return
        a, b, c = talk.rng.sample(words, 3)
        env = {"a": a, "b": b, "c": c}
        yield say(talk, self.name, "dice.start", env, more=((talk.content.frame("dice.begin"), env),
                  (talk.content.frame("dice.turn"), env)), then=lambda: playing(talk, self.name, stage=1, **env))

    def accepts(self, talk: Talk, p: Perception, data: Data) -> int:
        """A sentence of a story; not a question to her."""
        if gave_up(p):
            return FITS
        return NO if p.words > LONGEST or (p.question and asks_else(p)) else FITS

    def step(self, talk: Talk, p: Perception, data: Data) -> Iterator[Step]:
        """The middle with the second picture, then the end with the third."""
        env = {"a": str(data["a"]), "b": str(data["b"]), "c": str(data["c"]), **_theirs(talk, p)}
        if int(data["stage"]) == 1 and not gave_up(p):
            yield say(talk, self.name, "dice.middle", env, more=((talk.content.frame("dice.turn.2"), env),),
                      then=lambda: playing(talk, self.name, stage=2, a=data["a"], b=data["b"], c=data["c"]))
        else:
            yield say(talk, self.name, "dice.close", env, more=((talk.content.frame("dice.end"), env),),
                      then=lambda: over(talk))

    def slots(self, talk: Talk, data: Data) -> Env:
        """The three pictures."""
        return {name: str(data[name]) for name in "abc"}


def _theirs(talk: Talk, p: Perception) -> Env:
    """The last thing of theirs that can stand in a sentence of hers."""
    if not p.focus:
        return {}
    return {"x": swap_persons(p.focus[-1].text, p.lang)}
