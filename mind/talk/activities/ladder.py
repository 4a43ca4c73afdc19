"""The closeness ladder: questions of three depths that both answer. Each is a choice, each may be passed, and the deeper
ones wait until the two know each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
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
    over,
    plain_yes,
    played,
    playing,
    say,
)
from mind.talk.perception import Perception
from mind.talk.scenery import Talk
from mind.talk.step import Step
from mind.talk.units import Rung

STAGE: Final = {1: 0, 2: 1, 3: 2}
"""The stage of the bond from which a depth is open."""
OF_A_DEPTH: Final = 3
"""Questions before she offers the next depth."""


class Ladder(Activity):
    """She asks, hears, answers herself, and asks whether there shall be another."""

    name: ClassVar[str] = "ladder"
    personal: ClassVar[bool] = True

    def start(self, talk: Talk, arg: str = "") -> Iterator[Step]:
        """What it is, and the first question, of the depth where the two left off at most."""
        step = self._ask(talk, 1, 0)
        if step is not None:
            yield replace(step, lines=talk.content.frame("ladder.start"), more=((step.lines, {}), *step.more))

    def accepts(self, talk: Talk, p: Perception, data: Data) -> int:
        """An answer of any length; passing; yes or no to another."""
        if gave_up(p) or p.act("ask.back") is not None:
            return OWN
        if data["stage"] == "more":
            return OWN if p.answer or plain_yes(p) or p.act("game.more") else NO
        return NO if p.question and asks_else(p) else FITS

    def step(self, talk: Talk, p: Perception, data: Data) -> Iterator[Step]:
        """Her own answer, then the offer of one more; or the next question."""
        depth, n = int(data["depth"]), int(data["n"])
        rung = talk.content.rungs.get(str(data["id"]))
        if data["stage"] == "more":
            if p.answer == "no" and not p.act("game.more"):
                yield say(talk, self.name, "ladder.enough", need="company", then=lambda: over(talk))
            else:
                following = self._ask(talk, *self._next(talk, depth, n))
                yield following or say(talk, self.name, "ladder.enough", then=lambda: over(talk))
        elif rung is not None and gave_up(p):
            step = self._ask(talk, depth, n)
            if step is not None:
                yield replace(step, lines=talk.content.frame("ladder.skip"), more=((step.lines, {}), *step.more))
        elif rung is not None:
            yield self._answered(talk, p, rung, depth, n + 1)

    def _answered(self, talk: Talk, p: Perception, rung: Rung, depth: int, n: int) -> Step:
        """A word on theirs, hers, and whether to go on."""
        deeper = n >= OF_A_DEPTH and depth < 3 and talk.scene.bond.stage >= STAGE[depth + 1]
        env = {"x": p.focus[0].text} if p.focus else {}
        offer = talk.content.frame("ladder.deeper" if deeper else "ladder.more")
        return say(talk, self.name, "ladder.heard", env, need="listen", more=((rung.mine, {}), (offer, {})),
                   then=lambda: playing(talk, self.name, stage="more", depth=depth, n=n, id=rung.id))

    def _next(self, talk: Talk, depth: int, n: int) -> tuple[int, int]:
        if n >= OF_A_DEPTH and depth < 3 and talk.scene.bond.stage >= STAGE[depth + 1]:
            return depth + 1, 0
        return depth, n

    def _ask(self, talk: Talk, depth: int, n: int) -> Step | None:
        ids = [one for one, rung in talk.content.rungs.items() if rung.depth == depth]
        if not ids:
            return None
        rung = talk.content.rungs[talk.rng.choice(fresh(talk, "rung:", ids))]

        def asked() -> None:
            played(talk, f"rung:{rung.id}")
            playing(talk, self.name, stage="asked", depth=depth, n=n, id=rung.id)

        return Step(f"game:{self.name}", rung.say, {}, move=False, again=True, need="company", then=asked)

    def recap(self, talk: Talk, data: Data) -> tuple[tuple, dict[str, str]]:  # type: ignore[type-arg]
        """The question once more."""
        rung = talk.content.rungs.get(str(data["id"]))
        return (rung.say if rung and data["stage"] == "asked" else talk.content.frame("ladder.more")), {}
