"""Riddles in words and in pictures: asked, hinted at, answered, never the same twice while others are left.

Ids that begin with ``emoji.`` are the pictures.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Final

from mind.talk.activities.common import (
    FITS,
    NO,
    OWN,
    Activity,
    Data,
    asks_else,
    fresh,
    gave_up,
    holds,
    over,
    plain_yes,
    played,
    playing,
    say,
)
from mind.talk.perception import Perception
from mind.talk.scenery import Talk
from mind.talk.step import Step
from mind.talk.units import Lines, Riddle

PICTURES: Final = "emoji."
LONGEST: Final = 8
"""Words of a guess."""


class Riddles(Activity):
    """Right, nearly, hint, given up, another."""

    name: ClassVar[str] = "riddle"
    pictures: ClassVar[bool] = False

    def start(self, talk: Talk, arg: str = "") -> Iterator[Step]:
        """Ask a fresh one."""
        ids = [one for one in talk.content.riddles if one.startswith(PICTURES) is self.pictures]
        if not ids:
            return
        riddle = talk.content.riddles[talk.rng.choice(fresh(talk, "riddle:", ids))]

        def asked() -> None:
            if f"riddle:{riddle.id}" in talk.state.games:
                talk.state.games.remove(f"riddle:{riddle.id}")
            played(talk, f"riddle:{riddle.id}")
            playing(talk, self.name, id=riddle.id, tries=0)

        frame = f"{self.name}.start" if f"{self.name}.start" in talk.content.frames else "riddle.start"
        yield say(talk, self.name, frame, more=((riddle.say, {}),), then=asked)

    def accepts(self, talk: Talk, p: Perception, data: Data) -> int:
        """The answer, a hint, giving up; any short guess may be one."""
        riddle = talk.content.riddles.get(str(data["id"]))
        if riddle is None:
            return NO
        if data.get("done"):
            return OWN if plain_yes(p) or p.answer == "no" or p.act("game.more") else NO
        own = gave_up(p) or p.act("game.hint") or p.act("game.more") or p.act("repeat") or p.answer in ("dunno", "no")
        if own or _right(riddle, p):
            return OWN
        if p.question and asks_else(p):
            return NO
        return FITS if 0 < p.words <= LONGEST else NO

    def step(self, talk: Talk, p: Perception, data: Data) -> Iterator[Step]:
        """One of the answers to a guess."""
        riddle = talk.content.riddles[str(data["id"])]
        tries = int(data["tries"])
        if data.get("done"):
            yield from self._after(talk, p)
        elif _right(riddle, p):
            yield self._told(talk, riddle, "riddle.right")
        elif p.act("game.more"):
            yield from self.start(talk)
        elif p.answer == "no" and not tries:
            yield say(talk, self.name, "game.enough", then=lambda: over(talk))
        elif gave_up(p) or (p.answer in ("dunno", "no") and tries):
            yield self._told(talk, riddle, "riddle.reveal")
        elif p.act("repeat"):
            yield self._lines(talk, riddle.say, riddle, tries)
        elif p.act("game.hint") or p.answer == "dunno":
            yield self._lines(talk, riddle.hint, riddle, tries + 1)
        else:
            frame = "riddle.wrong" if tries < 2 else "riddle.wrong.many"
            yield say(talk, self.name, frame, {"guess": p.clauses[0].raw if p.clauses else ""},
                      then=lambda: playing(talk, self.name, id=riddle.id, tries=tries + 1))

    def _after(self, talk: Talk, p: Perception) -> Iterator[Step]:
        if p.answer == "no" and not p.act("game.more"):
            yield say(talk, self.name, "game.enough", then=lambda: over(talk))
        else:
            yield from self.start(talk)

    def _told(self, talk: Talk, riddle: Riddle, frame: str) -> Step:
        return say(talk, self.name, frame, {"x": riddle.answers[0]},
                   more=((riddle.after, {}), (talk.content.frame("riddle.again"), {})),
                   then=lambda: playing(talk, self.name, id=riddle.id, tries=0, done=True))

    def _lines(self, talk: Talk, lines: Lines, riddle: Riddle, tries: int) -> Step:
        return Step(f"game:{self.name}", lines, {}, move=False, again=True, need="play",
                    then=lambda: playing(talk, self.name, id=riddle.id, tries=tries))

    def pause(self, talk: Talk, data: Data) -> Data | None:
        """One that was answered is over."""
        return None if data.get("done") else dict(data)

    def recap(self, talk: Talk, data: Data) -> tuple[Lines, dict[str, str]]:
        """The riddle once more."""
        riddle = talk.content.riddles.get(str(data["id"]))
        return (riddle.say if riddle else ()), {}


class Pictures(Riddles):
    """The same, with little pictures for words."""

    name: ClassVar[str] = "emoji"
    pictures: ClassVar[bool] = True


def _right(riddle: Riddle, p: Perception) -> bool:
    return holds(p, riddle.answers) or any(one.lower() in p.text.lower() for one in riddle.answers if p.lang != "en")
