"""She hides a number from 1 to 100; the user hunts it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mind.talk.activities.common import Data, over, playing, say
from mind.talk.perception import Perception
from mind.talk.scenery import Talk
from mind.talk.slots import fit
from mind.talk.step import Step

HIGHEST = 100


def begin(talk: Talk) -> Iterator[Step]:
    """Hide one."""
    number = talk.rng.randint(1, HIGHEST)
    yield say(talk, "guess", "guess.start", {"top": str(HIGHEST)}, then=lambda: playing(talk, "guess", number=number, tries=0))


def go(talk: Talk, p: Perception, data: Data) -> Iterator[Step]:
    """Higher, lower, found; or given up."""
    number, tries = int(data["number"]), int(data["tries"]) + 1
    if p.act("game.giveup"):
        yield say(talk, "guess", "guess.giveup", {"n": str(number)}, then=lambda: over(talk))
        return
    guess = _number(p)
    if guess is None:
        return
    env = {"n": str(guess), "tries": str(tries)}
    if guess == number:
        yield say(talk, "guess", "guess.found" if tries > 1 else "guess.first", env, then=lambda: over(talk))
        return
    near = ".near" if abs(guess - number) <= 3 else ""
    frame = ("guess.higher" if guess < number else "guess.lower") + near
    yield say(talk, "guess", frame, env, then=lambda: playing(talk, "guess", number=number, tries=tries))


def _number(p: Perception) -> int | None:
    if p.words > 8:
        return None
    digits = re.search(r"\d+", p.text)
    if digits:
        return int(digits.group())
    for clause in p.clauses:
        words = fit(clause.raw, "number", p.lang)
        if words:
            return int(words)
    return None
