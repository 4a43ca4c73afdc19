"""She hides a number from 1 to 100; the user hunts it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from mind.talk.activities.common import NO, OWN, Activity, Data, gave_up, over, playing, say
from mind.talk.perception import Perception
from mind.talk.scenery import Env, Talk
from mind.talk.slots import fit
from mind.talk.step import Step

HIGHEST = 100
WASTED = 3
"""Guesses in a row that cannot be it, after which she says the number: the hunt is over."""


class Guess(Activity):
    """Higher, lower, found; or given up."""

    name: ClassVar[str] = "guess"

    def start(self, talk: Talk, arg: str = "") -> Iterator[Step]:
        """Hide one."""
        number = talk.rng.randint(1, HIGHEST)
        yield say(talk, self.name, "guess.start", {"top": str(HIGHEST)},
                  then=lambda: playing(talk, self.name, number=number, tries=0, low=1, high=HIGHEST))

    def accepts(self, talk: Talk, p: Perception, data: Data) -> int:
        """A number, a hint, or giving up."""
        return OWN if gave_up(p) or p.act("game.hint") or _number(p) is not None else NO

    def step(self, talk: Talk, p: Perception, data: Data) -> Iterator[Step]:
        """Higher or lower; what cannot be it any more is said so."""
        number, tries = int(data["number"]), int(data["tries"]) + 1
        low, high = int(data.get("low", 1)), int(data.get("high", HIGHEST))
        guess = _number(p)
        if gave_up(p):
            yield say(talk, self.name, "guess.giveup", {"n": str(number)}, then=lambda: over(talk))
        elif guess is None:
            yield say(talk, self.name, "guess.hint", {"low": str(low), "high": str(high)},
                      then=lambda: playing(talk, self.name, number=number, tries=tries, low=low, high=high))
        elif guess == number:
            env = {"n": str(guess), "tries": str(tries)}
            yield say(talk, self.name, "guess.found" if tries > 1 else "guess.first", env, then=lambda: over(talk))
        elif not low <= guess <= high and int(data.get("wasted", 0)) + 1 >= WASTED:
            yield say(talk, self.name, "guess.giveup", {"n": str(number)}, then=lambda: over(talk))
        else:
            yield self._missed(talk, guess, data)

    def _missed(self, talk: Talk, guess: int, data: Data) -> Step:
        number, tries = int(data["number"]), int(data["tries"]) + 1
        low, high = int(data.get("low", 1)), int(data.get("high", HIGHEST))
        below = guess < number
        inside = low <= guess <= high
        near = ".near" if abs(guess - number) <= 3 else ""
        frame = ("guess.higher" if below else "guess.lower") + near if inside else "guess.outside"
        new_low, new_high = (max(low, guess + 1), high) if below else (low, min(high, guess - 1))
        wasted = 0 if inside else int(data.get("wasted", 0)) + 1
        env = {"n": str(guess), "tries": str(tries), "low": str(new_low), "high": str(new_high)}
        return say(talk, self.name, frame, env, then=lambda: playing(
            talk, self.name, number=number, tries=tries, low=new_low, high=new_high, wasted=wasted,
        ))  # fmt: skip

    def slots(self, talk: Talk, data: Data) -> Env:
        """Between which numbers it must lie."""
        return {"low": str(data.get("low", 1)), "high": str(data.get("high", HIGHEST))}


def _number(p: Perception) -> int | None:
    if p.words > 8:
        return None
    digits = re.search(r"\d{1,6}", p.text)
    if digits:
        return int(digits.group())
    for clause in p.clauses:
        words = fit(clause.raw, "number", p.lang)
        if words:
            return int(words)
    return None
