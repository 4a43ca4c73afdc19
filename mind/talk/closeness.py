"""How close the two are is to be heard: in her greeting, goodbye and thanks, in what she tells of herself, in a tease.

How she takes good and sad news is in `mind/talk/tidings.py`.

Wordings stand in frames ``close.PLACE.STAGE``; of a stage without its own, those of the nearest lower one are said. Where
a hurt stands between them, ``close.PLACE.hurt`` takes their place: shorter and plainer, never cold.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from mind.bond.manner import Manner, manner_of
from mind.talk.need import need_of
from mind.talk.scenery import GUARDED, Talk
from mind.talk.step import Move, Step
from mind.talk.units import Lines, Tell

SHARE: Final = 0.6
"""How often she says it as one of this stage would."""
TEASES: Final = 0.35
"""Tension from which she teases."""
APART: Final = 4
"""So many moves of other kinds between two of these."""
THEIRS: Final = frozenset({"listen", "advise", "celebrate"})
"""Needs of a turn in which she says nothing of herself."""
FRIENDS: Final = 2
PLACES: Final = {"goodbye": "bye", "goodbye.called": "bye", "thanks": "thanks", "compliment.her": "fond", "affection": "fond"}
"""Acts that sound of the stage, and the place of their frames."""


def manner(talk: Talk) -> Manner:
    """How she is with the user now."""
    return manner_of(talk.scene.bond, talk.scene.terms.relation)


def close_hello(talk: Talk) -> Lines:
    """Greetings of the stage; none now and then, in a pause and near a crisis.

    The name is in them at a day's first meeting, and always until the two are friends.
    """
    lines = lines_of(talk, "hello")
    named = talk.scene.first_today or talk.scene.bond.stage < FRIENDS
    return tuple(line for line in lines if "{name}" in line.text) if named and talk.name else lines


def close_words(talk: Talk, act: str) -> Lines:
    """What she says of this stage to a goodbye, to thanks or to something kind; none for other acts."""
    place = PLACES.get(act)
    return lines_of(talk, place) if place else ()


def close_moves(talk: Talk, step: Step) -> Iterator[Move]:
    """What she may add: something of herself that this stage lets her tell, or a tease where there is play.

    Neither after news of the user's, glad or sad, nor after thanks or something kind: that turn is theirs.
    """
    p = talk.perception
    if _rests(talk) or talk.low or p is None or p.question or need_of(talk, step) in THEIRS or step.act[4:] in PLACES:
        return
    last, now = talk.state.moves[-APART:], manner(talk)
    if "open" not in last and now.guard < GUARDED and (own := _untold(talk)):
        tell = talk.rng.choice(own)
        yield Move("open", tell.say, {}, 0.5 + 0.35 * now.openness, id=tell.id, then=lambda: talk.state.told.append(tell.id))
    if "tease" not in last and now.tension >= TEASES and talk.scene.person.adult is True:
        yield Move("tease", talk.content.frame("close.tease"), {}, 0.3 + 0.5 * now.tension)


def _untold(talk: Talk) -> list[Tell]:
    """What she tells of herself at this stage and has not told yet, the closest things first in line."""
    found = [
        tell for tell in talk.content.tells.values()
        if tell.id.startswith("close.") and not talk.state.was_told(tell.id) and tell.when.holds(talk.conditions)
    ]  # fmt: skip
    nearest = max((_stage_of(tell) for tell in found), default=0)
    return [tell for tell in found if _stage_of(tell) == nearest]


def _stage_of(tell: Tell) -> int:
    part = tell.id.split(".")[1]
    return int(part) if part.isdigit() else 0


def lines_of(talk: Talk, place: str, *, share: float = SHARE) -> Lines:
    """Wordings of a place for this stage, or for a hurt; none in a pause, near a crisis, and in so many cases of all."""
    if _rests(talk) or talk.rng.random() >= share:
        return ()
    if manner(talk).guard >= GUARDED:
        return talk.content.frame(f"close.{place}.hurt")
    stages = range(talk.scene.bond.stage, -1, -1)
    return next((lines for stage in stages if (lines := talk.content.frame(f"close.{place}.{stage}"))), ())


def _rests(talk: Talk) -> bool:
    return talk.scene.bond.paused or talk.scene.frozen
